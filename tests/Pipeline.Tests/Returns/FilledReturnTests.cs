using CsCheck;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns;

public sealed class FilledReturnTests
{
    public static TheoryData<string> Units => [SampleReturn.Prefecture, SampleReturn.Provincial];

    [Theory]
    [MemberData(nameof(Units))]
    public void What_is_filled_in_is_read_back_and_nothing_is_found(string unit)
    {
        var reading = Books.Read(Books.Filled(unit), unit);

        Assert.Empty(reading.Findings.Select(f => f.Message));
        Assert.Equal(SampleReturn.Facts(SampleReturn.Of(unit)), SampleReturn.Facts(reading.Return!));
    }

    [Fact]
    public void Any_amounts_and_blanks_come_back_as_they_were()
    {
        var amount = Gen.Frequency((1, Gen.Long[-99_999_999_999_999, 99_999_999_999_999]), (1, Gen.Long[0, 99])).Select(x => (long?)x);
        Gen.Frequency((1, Gen.Const((long?)null)), (8, amount)).Array[2_000].Sample(raw =>
        {
            var filled = SampleReturn.With(SampleReturn.Provincial, raw);

            var reading = Books.Read(Make(filled), SampleReturn.Provincial);

            Assert.DoesNotContain(reading.Findings, f => f.Rule != "R-C-08");
            Assert.Equal(SampleReturn.Facts(filled), SampleReturn.Facts(reading.Return!));
        }, iter: 10);
    }

    [Fact]
    public void Formulas_keep_the_sums_the_values_give()
    {
        var total = Books.Filled().Cell("S01", "H7");

        Assert.Equal("H8+H18+H19", total.Formula);
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        Assert.Equal(sample.Items.Single(i => i.Item == "EI.INC.TOTAL").Values["CUR"] / 100m, total.Number);
    }

    [Fact]
    public void A_sum_typed_against_its_parts_stays_typed()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var wrong = sample with
        {
            Items = [.. sample.Items.Select(i => i.Item != "EI.INC.SUB" ? i : i with
            {
                Values = new Dictionary<string, long>(i.Values) { ["CUR"] = 1 },
            })],
        };

        var draft = Make(wrong);

        Assert.Equal((null, 0.01m), (draft.Cell("S01", "H8").Formula, draft.Cell("S01", "H8").Number));
        Assert.Equal(1, Books.Read(draft).Return!.Items.Single(i => i.Item == "EI.INC.SUB").Values["CUR"]);
    }

    [Fact]
    public void More_lines_than_the_template_offers_are_all_written()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var line = sample.Lines.First(l => l.Form == "S06");
        var many = sample with { Lines = [sample.Lines[0], .. Enumerable.Range(5, 100).Select(row => line with { Row = row })] };

        var draft = Make(many);

        Assert.Equal(100, Books.Read(draft).Return!.Lines.Count(l => l.Form == "S06"));
        Assert.False(draft.Cell("S06", "E104").Style.Locked);
    }

    [Fact]
    public void Lines_without_rows_of_their_own_are_put_one_below_the_other()
    {
        var sample = SampleReturn.Of(SampleReturn.Prefecture);
        var line = sample.Lines.First(l => l.Form == "S06");

        var draft = Make(sample with { Lines = [line with { Row = 1 }, line with { Row = 1 }] });

        Assert.Equal([5, 6], Books.Read(draft).Return!.Lines.Where(l => l.Form == "S06").Select(l => l.Row));
    }

    [Fact]
    public void The_same_values_give_the_same_bytes() => Assert.Equal(Books.Bytes(Books.Filled()), Books.Bytes(Books.Filled()));

    private static WorkbookDraft Make(Return values) => FilledReturn.Make(Books.Catalogue, Books.Catalogue.FindUnit(values.Unit)!, values);
}
