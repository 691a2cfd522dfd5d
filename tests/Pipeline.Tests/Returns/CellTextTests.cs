using System.IO.Compression;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Tests.Workbooks;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns;

/// <summary>What the cell said, beside what it is worth.</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData("12,345.60", 1_234_560)]
    [InlineData("１２３．４", 12_340)]
    [InlineData("-0.50", -50)]
    [InlineData(" 7 ", 700)]
    [InlineData("7.", null)]
    [InlineData("-", null)]
    public void A_number_typed_as_text_keeps_the_text(string typed, int? expected)
    {
        var row = Row(Books.Filled().Typed("S01", "H28", typed));

        Assert.Equal(expected is null ? null : typed, row.Texts!.GetValueOrDefault("CUR"));
        Assert.Equal(expected is null ? null : typed, row.Text("CUR", Measure.Money));
        Assert.Equal(expected, row.Values.TryGetValue("CUR", out var raw) ? (int)raw : null);
    }

    [Fact]
    public void The_last_digit_of_binary_arithmetic_is_kept_and_a_plain_number_costs_nothing()
    {
        var plain = Row(Books.Filled().Typed("S01", "H28", 123.45m));
        var noisy = Row(Instead(Books.Bytes(Books.Filled().Typed("S01", "H28", 987654.32m)), ">987654.32<", ">987654.32000000001<"));

        Assert.Equal(("987654.32000000001", 98_765_432L), (noisy.Text("CUR", Measure.Money), noisy.Values["CUR"]));
        Assert.Equal("123.45", plain.Text("CUR", Measure.Money));
        Assert.Empty(plain.Texts!);
    }

    [Fact]
    public void Of_a_return_that_Excel_wrote_no_text_needs_to_be_kept()
    {
        var read = Books.Read(Books.Filled()).Return!;

        Assert.All(read.Items, i => Assert.Same(CellText.NoneKept, i.Texts));
        Assert.All(read.Lines, l => Assert.Same(CellText.NoneKept, l.Texts));
    }

    [Fact]
    public void A_formula_keeps_the_result_that_Excel_left_when_it_is_not_the_value()
    {
        var read = Books.Read(Books.Filled().With("S01", "H7", c => CellDraft.OfFormula(8, "1+1", c.Style, 2))).Return!.Items.Single(i => i.Item == "EI.INC.TOTAL");
        var none = Books.Read(Books.Filled().With("S01", "H7", c => CellDraft.OfFormula(8, "1+1", c.Style, ""))).Return!.Items.Single(i => i.Item == "EI.INC.TOTAL");

        Assert.Equal("2", read.Text("CUR", Measure.Money));
        Assert.Equal("", none.Text("CUR", Measure.Money));
    }

    [Fact]
    public void A_text_of_any_length_is_kept_to_a_hundred_characters()
    {
        var text = Row(Books.Filled().Typed("S01", "H28", new string('　', 5_000) + "12")).Text("CUR", Measure.Money)!;

        Assert.Equal((CellText.Longest, '…'), (text.Length, text[^1]));
    }

    [Fact]
    public void The_amount_of_a_line_keeps_its_text_too()
    {
        var line = Books.Read(Books.Filled().Typed("S05", "G5", "863,806.50")).Return!.Lines.Single(l => l is { Form: "S05", Row: 5 });

        Assert.Equal(("863806.5", "863,806.50"), (line.Values["AMOUNT"], line.Text("AMOUNT")));
        Assert.Equal(["AMOUNT"], line.Texts!.Keys);
        Assert.Equal(("EI", ""), (line.Text("FUND"), line.Text("NOTHING")));
    }

    [Fact]
    public void Looking_at_a_plain_cell_allocates_nothing()
    {
        var cell = new Cell(CellKind.Number, "-12345.6", -12345.6m, null, false, "General");
        Assert.Null(CellText.Kept(cell, -1_234_560, Measure.Money));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) CellText.Kept(cell, -1_234_560, Measure.Money);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_return_of_which_no_texts_are_known_says_none()
    {
        var row = Row(Books.Filled()) with { Texts = null };

        Assert.Null(row.Text("CUR", Measure.Money));
        Assert.Null(new RegisterLine("S05", "S05", 5, new Dictionary<string, string> { ["AMOUNT"] = "1" }).Text("AMOUNT"));
    }

    private static ItemRow Row(WorkbookDraft draft) => Row(Books.Bytes(draft));

    private static ItemRow Row(byte[] upload) =>
        ReturnReader.Read(new MemoryStream(upload), Books.Catalogue, SampleReturn.Prefecture, "upload.xlsx").Return!.Items.Single(i => i.Item == "EI.EXP.TRANSOUT");

    /// <summary>The workbook with something else in its XML, as another program writes it.</summary>
    private static byte[] Instead(byte[] workbook, string before, string after)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var name in package.Entries.Select(e => e.FullName).Where(n => n.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
            {
                using var reader = new StreamReader(package.GetEntry(name)!.Open());
                var xml = reader.ReadToEnd();
                reader.Dispose();
                if (!xml.Contains(before, StringComparison.Ordinal)) continue;
                package.GetEntry(name)!.Delete();
                using var writer = new StreamWriter(package.CreateEntry(name).Open());
                writer.Write(xml.Replace(before, after, StringComparison.Ordinal));
            }
        }

        return file.ToArray();
    }
}
