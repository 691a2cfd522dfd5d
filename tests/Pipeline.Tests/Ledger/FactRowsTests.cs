using Azure.Data.Tables;
using CsCheck;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Tests.Returns;
using Pipeline.Tests.Workbooks;

namespace Pipeline.Tests.Ledger;

public sealed class FactRowsTests
{
    private static readonly Submission Submission = new(2023, "430100", new string('a', 64), 1, "2023/430100/x.xlsx", "0x1");

    private static readonly Gen<ItemRow> Items =
        from chosen in Gen.Int[0, 7]
        from value in Gen.Long
        from row in Gen.Int[1, 1_048_576]
        from said in Gen.String[Gen.Char, 0, 100]
        from kept in Gen.Int[0, 7]
        select new ItemRow("S01", "", "S01收支表", row, Some(["PY", "B1", "CUR"], chosen).ToDictionary(c => c, _ => value), Some(["PY", "B1", "CUR"], chosen & kept).ToDictionary(c => c, _ => said));

    private static readonly Gen<RegisterLine> Lines =
        from chosen in Gen.Int[0, 7]
        from text in Gen.String[Gen.Char.AlphaNumeric, 0, 80_000]
        from row in Gen.Int[1, 1_048_576]
        from kept in Gen.Int[0, 7]
        select new RegisterLine("S10", "S10文字材料", row, Some(["TEXT", "NOTE", "A1"], chosen).ToDictionary(c => c, c => c + text), Some(["TEXT", "NOTE", "A1"], chosen & kept).ToDictionary(c => c, c => c + "１２"));

    [Fact]
    public void Whatever_a_return_says_is_read_back_from_its_rows_in_any_order() => Gen.Select(Items.Array[0, 150], Lines.Array[0, 12], Gen.Int).Sample(
        (items, lines, seed) =>
        {
            var stored = new Return(2023, "430100", [.. items.Select((item, i) => item with { Item = $"EI.{i}" })], [.. lines.DistinctBy(l => l.Row)]);
            var rows = FactRows.Of(Submission, stored).ToArray();
            new Random(seed).Shuffle(rows);

            Assert.Equivalent(stored, FactRows.Read(new(Submission, rows.Length), rows), strict: true);
        },
        iter: 200);

    [Fact]
    public void A_row_too_few_or_too_many_is_never_read_as_whole()
    {
        var rows = FactRows.Of(Submission, Sample("CUR"));

        foreach (var lost in rows)
            Assert.Throws<InvalidDataException>(() => FactRows.Read(new(Submission, rows.Count), [.. rows.Where(r => r != lost)]));
        Assert.Throws<InvalidDataException>(() => FactRows.Read(new(Submission, rows.Count - 1), [.. rows]));
    }

    [Fact]
    public void The_version_of_a_hash_that_begins_alike_is_not_taken_for_this_one()
    {
        var rows = FactRows.Of(Submission, Sample("CUR"));
        var alike = Submission with { Hash = new string('a', 63) + "b" };

        Assert.Throws<InvalidDataException>(() => FactRows.Read(new(alike, rows.Count), [.. rows]));
    }

    [Theory]
    [InlineData("Row")]
    [InlineData("sheet")]
    [InlineData("PartitionKey")]
    [InlineData("A__2")]
    [InlineData("A-B")]
    [InlineData("1A")]
    [InlineData("")]
    public void A_column_code_that_no_property_can_have_is_a_defect(string code) =>
        Assert.Throws<InvalidDataException>(() => FactRows.Of(Submission, Sample(code)));

    [Fact]
    public void Two_rows_of_one_item_are_a_defect()
    {
        var once = Sample("CUR");

        Assert.Throws<InvalidDataException>(() => FactRows.Of(Submission, once with { Items = [.. once.Items, .. once.Items] }));
    }

    [Fact]
    public void No_transaction_is_larger_than_a_table_takes()
    {
        var lines = Enumerable.Range(1, 300).Select(i => new RegisterLine("S10", "S10", i, new Dictionary<string, string> { ["TEXT"] = new string('字', 300 * i) }));
        var rows = FactRows.Of(Submission, new(2023, "430100", [], [.. lines]));

        var batches = Batches.Of(rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r))).ToList();

        Assert.Equal(rows.Count, batches.Sum(b => b.Count));
        Assert.All(batches, b => Assert.InRange(b.Count, 1, 100));
        Assert.All(batches, b => Assert.True(b.Sum(a => ((TableEntity)a.Entity).Sum(p => p.Value is string text ? text.Length * 6 : 30)) < 4 << 20));
    }

    [Fact]
    public void No_entity_is_larger_than_a_table_takes()
    {
        var texts = Enumerable.Range(0, 40).ToDictionary(i => $"TEXT{i}", i => new string('字', 99_999));
        var rows = FactRows.Of(Submission, new(2023, "430100", [], [new("S10", "S10", 1, texts)]));

        Assert.All(rows, r => Assert.InRange(r.Count, 1, 255));
        Assert.All(rows, r => Assert.All(r.Select(p => p.Value).OfType<string>(), text => Assert.InRange(text.Length * 2, 0, 64 << 10)));
        Assert.All(rows, r => Assert.InRange(r.Select(p => p.Value).OfType<string>().Sum(text => text.Length * 2), 0, 1 << 20));
    }

    [Fact]
    public void Rows_stored_before_texts_were_kept_are_read_and_say_none()
    {
        var rows = FactRows.Of(Submission, Sample("CUR"));

        var read = FactRows.Read(new(Submission, rows.Count), [.. rows]);

        // The print it had then.
        Assert.Equal("34e864a4c0f5b9a28e3090be68f79b58", rows[0].GetString("Set"));
        Assert.All(read.Items, i => Assert.Null(i.Texts));
        Assert.All(read.Lines, l => Assert.Null(l.Texts));
        Assert.False(rows[0].ContainsKey("Texts"));
    }

    [Fact]
    public void A_return_as_it_is_read_is_stored_with_its_texts_known()
    {
        var accepted = Books.Read(Books.Filled().Typed("S01", "H28", "12,345.60")).Return!;
        var rows = FactRows.Of(Submission, accepted);

        var read = FactRows.Read(new(Submission, rows.Count), [.. rows]);

        Assert.Equal("12,345.60", read.Items.Single(i => i.Item == "EI.EXP.TRANSOUT").Texts!["CUR"]);
        Assert.All(read.Items, i => Assert.NotNull(i.Texts));
        Assert.All(read.Lines, l => Assert.NotNull(l.Texts));
    }

    [Fact]
    public void Of_a_plain_return_no_text_is_stored()
    {
        var rows = FactRows.Of(Submission, Books.Read(Books.Filled()).Return!);

        Assert.DoesNotContain(rows.SelectMany(r => r.Keys), k => k.EndsWith("__SAID", StringComparison.Ordinal));
        Assert.All(FactRows.Read(new(Submission, rows.Count), [.. rows]).Items, i => Assert.NotNull(i.Texts));
    }

    [Fact]
    public void A_text_that_was_changed_in_the_store_is_noticed()
    {
        var rows = FactRows.Of(Submission, Said("12,345.60"));
        var row = rows.Single(r => r.ContainsKey("CUR__SAID"));
        Assert.Equal("12,345.60", FactRows.Read(new(Submission, rows.Count), [.. rows]).Items[0].Texts!["CUR"]);

        row["CUR__SAID"] = "12,345.6";
        Assert.Throws<InvalidDataException>(() => FactRows.Read(new(Submission, rows.Count), [.. rows]));
        row.Remove("CUR__SAID");
        Assert.Throws<InvalidDataException>(() => FactRows.Read(new(Submission, rows.Count), [.. rows]));
    }

    private static Return Said(string text)
    {
        var (sample, texts) = (Sample("CUR"), new Dictionary<string, string> { ["CUR"] = text });
        return sample with { Items = [sample.Items[0] with { Texts = texts }, .. sample.Items.Skip(1).Select(i => i with { Texts = CellText.NoneKept })], Lines = [.. sample.Lines.Select(l => l with { Texts = CellText.NoneKept })] };
    }

    private static Return Sample(string column) => new(
        2023, "430100",
        [new("S01", "EI.A", "S01", 5, new Dictionary<string, long> { [column] = 1 }), new("S01", "EI.B", "S01", 6, new Dictionary<string, long>())],
        [new("S10", "S10", 7, new Dictionary<string, string> { ["TEXT"] = "说明" })]);

    private static IEnumerable<string> Some(string[] columns, int chosen) => columns.Where((_, i) => (chosen >> i & 1) == 1);
}
