using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Catalogue;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Reports.Sheets;
using Pipeline.Tests.Golden;

namespace Pipeline.Tests.Reports;

/// <summary>The annexes as a workbook: what its formulas come to is what the document prints.</summary>
public sealed class AnnexWorkbookTests
{
    private static readonly Lazy<byte[]> Sample = new(() => AnnexWorkbook.Write(SampleReport.Subject));

    [Fact]
    public void Every_cell_recalculated_shows_what_the_document_prints()
    {
        var workbook = new RecalculatedWorkbook(Sample.Value);
        var document = Report2023.Lines(SampleReport.Subject);

        Assert.Equal([.. SampleReport.Subject.Catalogue.Annexes.Select(a => $"附件{a.Number}"), ExactAmounts.SheetName], workbook.Names);
        foreach (var sheet in workbook.Names.SkipLast(1))
        {
            var lines = workbook.Lines(sheet).Where(line => line.Length > 0).ToList();
            var from = Array.IndexOf(document, sheet);
            Assert.Equal(document[from..(from + lines.Count)], lines);
        }
    }

    [Fact]
    public void Title_and_year_stand_in_the_middle_and_the_unit_at_the_right()
    {
        using var file = new MemoryStream(Sample.Value);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var workbook = document.WorkbookPart!;
        var texts = workbook.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(t => t.InnerText).ToList();
        var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook!.Descendants<Sheet>().Single(s => s.Name == "附件2").Id!);
        HorizontalAlignmentValues? At(string text)
        {
            var cell = sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().First(c => c.DataType?.Value == CellValues.SharedString && texts[int.Parse(c.CellValue!.Text, CultureInfo.InvariantCulture)] == text);
            return workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).Alignment?.Horizontal?.Value;
        }

        Assert.Equal(HorizontalAlignmentValues.Center, At("部门整体支出绩效自评表"));
        Assert.Equal(HorizontalAlignmentValues.Center, At("（2023年度）"));
        Assert.Equal(HorizontalAlignmentValues.Right, At("单位：万元"));
    }

    [Fact]
    public void The_same_holds_for_a_year_in_which_tails_had_to_be_moved()
    {
        var values = Golden2023.Values();
        foreach (var (index, key) in values.Keys.Where(k => k.Item.Contains(".INC.", StringComparison.Ordinal)).Order().ToList().Index()) values[key] += 3_333_333 * (index % 7);
        var subject = Report2023.Subject(values, SampleReport.Subject.Catalogue);
        var workbook = new RecalculatedWorkbook(AnnexWorkbook.Write(subject));
        var document = Report2023.Lines(subject);

        Assert.Contains(subject.Figures.Figures.Values, f => f.Tail is not null);
        foreach (var sheet in workbook.Names.SkipLast(1))
        {
            var lines = workbook.Lines(sheet).ToList();
            var from = Array.IndexOf(document, sheet);
            Assert.Equal(document[from..(from + lines.Count)], lines);
        }
    }

    [Fact]
    public void What_a_reader_without_an_engine_sees_is_what_the_formulas_come_to()
    {
        var workbook = new RecalculatedWorkbook(Sample.Value);

        Assert.All(workbook.Formulas, f => Assert.Equal(workbook.Value(f.Sheet, f.Cell), workbook.Stored[(f.Sheet, f.Cell)]));
    }

    [Fact]
    public void Every_sum_and_every_ratio_of_the_fund_annexes_is_a_formula()
    {
        var subject = SampleReport.Subject;
        var workbook = new RecalculatedWorkbook(Sample.Value);
        foreach (var sheet in (string[])["附件6", "附件7"])
        {
            var figures = subject.Catalogue.Figures.Where(f => f.Section == sheet).ToList();
            var sums = subject.Catalogue.Identities.Select(i => i.Total).Distinct().Count(total => figures.Any(f => f.Id == total));
            var ratios = figures.Count(f => f.Kind != FigureKind.Amount && subject.Figures.Figures[f.Id].Text != FigurePrinter.Missing);

            Assert.Equal(sums + ratios, workbook.Formulas.Count(f => f.Sheet == sheet && workbook.Stored[(f.Sheet, f.Cell)] is not FigurePrinter.Missing));
        }
    }

    [Fact]
    public void A_number_typed_over_an_input_moves_its_totals_and_no_ratio()
    {
        var workbook = new RecalculatedWorkbook(Sample.Value);
        var before = workbook.Lines("附件7").ToList();
        var (cell, was) = Find(workbook, "附件7", "48.5");

        workbook.Type("附件7", cell, was + 1);

        var changed = workbook.Lines("附件7").Zip(before).Where(l => l.First != l.Second).Select(l => l.First.Split('\t')).ToList();
        Assert.Equal(["二、收入合计", "（一）收入小计", "1.工伤保险费收入", "四、本年收支结余", "五、年末滚存结余"], changed.Select(l => l[0]));
        Assert.Equal(["143.12", "52.3", "49.5", "-2.94", "80.43"], changed.Select(l => l[4]));
    }

    [Fact]
    public void The_file_is_valid_and_the_same_every_time()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sample.Value), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.Equal(Sample.Value, AnnexWorkbook.Write(SampleReport.Subject));
    }

    [Fact]
    public void A_draft_says_so_on_every_annex()
    {
        var workbook = new RecalculatedWorkbook(AnnexWorkbook.Write(Report2023.Without("430100")));

        Assert.All(workbook.Names.SkipLast(1), sheet => Assert.Equal("草稿（缺报：长沙市）", workbook.Lines(sheet).First()));
    }

    private static (string Cell, decimal Value) Find(RecalculatedWorkbook workbook, string sheet, string shown) => workbook.Stored
        .Where(c => c.Key.Sheet == sheet && c.Value is decimal && workbook.Shown(sheet, c.Key.Cell) == shown).Select(c => (c.Key.Cell, (decimal)c.Value!)).First();
}
