using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>A province with its counties has more cells behind its figures than a sheet has rows: here the sheet is the shorter.</summary>
public sealed class LongTraceTests
{
    private const int LastRow = 1_000;

    private static readonly XNamespace X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly ReportSubject Subject = SampleReport.Subject;
    private static readonly byte[] Bytes = TraceWorkbook.Write(Subject, LastRow);
    private static readonly Workbook Trace = Workbook.Read(new MemoryStream(Bytes), WorkbookLimits.Default);
    private static readonly List<Sheet> Sources = [.. Trace.Sheets.Where(s => s.Name.StartsWith("来源", StringComparison.Ordinal))];

    [Fact]
    public void The_cells_go_on_upon_further_sheets_none_lost_and_none_doubled()
    {
        Assert.Equal(["图号", "来源", .. Enumerable.Range(2, Sources.Count - 1).Select(n => $"来源{n}"), "尾差清单", "差额", "文件"], Trace.Sheets.Select(s => s.Name));
        Assert.InRange(Sources.Count, 13, 15);
        Assert.All(Sources, s => Assert.InRange(s.Cells.Keys.Max(c => c.Row), 3, LastRow));
        Assert.Equal(
            Subject.Figures.Figures.Values.SelectMany(f => f.Contributions.Select(c => (f.Id, c.Sheet, c.Cell, c.Item))),
            Sources.SelectMany(s => Rows(s).Select(row => (Text(s, row, 1), Text(s, row, 4), Text(s, row, 5), Text(s, row, 6)))));
    }

    [Fact]
    public void The_cells_of_a_figure_stand_together() =>
        Assert.All(
            Sources.SelectMany(s => Rows(s).Select(row => (Figure: Text(s, row, 1), s.Name)).Distinct()).CountBy(f => f.Figure), f => Assert.Equal((f.Key, 1), (f.Key, f.Value)));

    [Fact]
    public void Every_figure_leads_to_the_first_of_its_cells()
    {
        var links = Links("图号");

        Assert.Equal(Subject.Figures.Figures.Values.Where(f => f.Contributions.Count > 0).Select(f => f.Id), links.Select(l => Trace.Sheets[0][l.From]!.Text));
        Assert.All(links, link =>
        {
            var (sheet, row) = (Trace.Sheets.Single(s => s.Name == link.Sheet), link.To.Row);
            Assert.Equal(Trace.Sheets[0][link.From]!.Text, Text(sheet, row, 1));
            Assert.NotEqual(Text(sheet, row, 1), Text(sheet, row - 1, 1));
        });
    }

    [Fact]
    public void Every_cell_leads_back_to_its_figure() => Assert.All(Sources, sheet =>
    {
        var links = Links(sheet.Name);

        Assert.Equal(Rows(sheet), links.Select(l => l.From.Row));
        Assert.All(links, link => Assert.Equal(("图号", Text(sheet, link.From.Row, 1)), (link.Sheet, Text(Trace.Sheets[0], link.To.Row, 1))));
    });

    [Fact]
    public void Every_sheet_says_which_it_is_and_has_captions_filter_and_pane_of_its_own() => Assert.All(Sources.Index(), sheet =>
    {
        Assert.EndsWith($"分列{Sources.Count}张，本表为第{sheet.Index + 1}张。", Text(sheet.Item, 1, 1), StringComparison.Ordinal);
        Assert.Equal(("图号", "单元格原文"), (Text(sheet.Item, 2, 1), Text(sheet.Item, 2, 10)));
        var part = Part(sheet.Item.Name);
        Assert.Equal($"A2:J{Rows(sheet.Item).Last()}", (string?)part.Element(X + "autoFilter")!.Attribute("ref"));
        Assert.Equal("A3", (string?)part.Descendants(X + "pane").Single().Attribute("topLeftCell"));
    });

    [Fact]
    public void What_one_sheet_can_hold_stays_on_one_that_says_nothing_of_others()
    {
        var cells = Subject.Figures.Figures.Values.Sum(f => f.Contributions.Count);

        Assert.Equal(TraceWorkbook.Write(Subject), TraceWorkbook.Write(Subject, cells + 2));
        Assert.DoesNotContain("张", Workbook.Read(new MemoryStream(TraceWorkbook.Write(Subject)), WorkbookLimits.Default).Sheets[1][new CellAddress(1, 1)]!.Text, StringComparison.Ordinal);
        Assert.NotEqual(TraceWorkbook.Write(Subject), TraceWorkbook.Write(Subject, cells + 1));
    }

    [Fact]
    public void The_schema_of_Office_has_nothing_to_say()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    private static List<int> Rows(Sheet sheet) => [.. sheet.Cells.Keys.Where(c => c.Column == 1 && c.Row > 2).Select(c => c.Row).Order()];

    private static string Text(Sheet sheet, int row, int column) => sheet[new CellAddress(row, column)]?.Text ?? "";

    private static XElement Part(string sheet)
    {
        using var package = new ZipArchive(new MemoryStream(Bytes));
        using var part = package.GetEntry($"xl/worksheets/sheet{Trace.Sheets.Index().Single(s => s.Item.Name == sheet).Index + 1}.xml")!.Open();
        return XElement.Load(part);
    }

    /// <summary>Every cell that leads somewhere, top to bottom; one link serves cells below each other.</summary>
    private static List<(CellAddress From, string Sheet, CellAddress To)> Links(string sheet) =>
        [.. Part(sheet).Descendants(X + "hyperlink").SelectMany(link =>
        {
            var ends = ((string)link.Attribute("ref")!).Split(':').Select(a => CellAddress.Parse(a)).ToList();
            var to = ((string)link.Attribute("location")!).Split('!');
            return Enumerable.Range(ends[0].Row, ends[^1].Row - ends[0].Row + 1).Select(row => (ends[0] with { Row = row }, to[0].Trim('\''), CellAddress.Parse(to[1])));
        })];
}
