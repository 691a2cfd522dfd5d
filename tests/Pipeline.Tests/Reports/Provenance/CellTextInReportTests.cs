using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>What a clerk typed is quoted to whoever asks, and does no harm there.</summary>
public sealed class CellTextInReportTests
{
    private static readonly XNamespace P = ProvenancePart.Namespace;

    [Fact]
    public void Every_cell_in_the_document_has_its_text_when_texts_were_kept()
    {
        var subject = Quoting("12,345.60");
        var part = Part(subject);
        var cells = part.Descendants(P + "cell").Concat(part.Elements(P + "sources").Elements(P + "source").Elements(P + "input")).Where(c => (string?)c.Attribute("unit") != "430000").ToList();

        Assert.True(cells.Count > 1000);
        Assert.All(cells, c => Assert.NotNull(c.Attribute("text")));
        Assert.Contains(cells, c => ((string?)c.Attribute("unit"), (string?)c.Attribute("cell"), (string?)c.Attribute("text")) == ("430100", "H9", "12,345.60"));
        Assert.Equal(
            subject.Figures.Figures["S5.E.A.INC"].Contributions.Select(c => c.Text),
            ProvenancePart.Read(new MemoryStream(ReportDocument.Write(subject))).Find("S5.E.A.INC")!.Cells.Select(c => c.Text));
    }

    [Fact]
    public void Of_returns_stored_before_texts_were_kept_the_document_claims_none() =>
        Assert.DoesNotContain(Part(SampleReport.Subject).Descendants(), e => e.Attribute("text") is not null);

    [Fact]
    public void Explain_quotes_the_cell_beside_its_value()
    {
        var subject = Quoting("12,345.60");
        var trees = new FigureTrees(subject.Catalogue, ReportProvenance.Of(subject));

        var lines = TreeText.Print(subject.Catalogue, trees.Explain("S5.E.A.INC")!, cells: true);

        Assert.Single(lines, l => l.Contains("S01企保收支表!H9 = \"12,345.60\"　2023/430100/430100.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void The_trace_has_the_text_and_without_one_no_claim()
    {
        using var trace = JsonDocument.Parse(TraceFile.Write(Quoting("１２，３４５．６")));
        using var old = JsonDocument.Parse(TraceFile.Write(SampleReport.Subject));

        Assert.Contains(Contributions(trace), c => c.TryGetProperty("text", out var text) && text.GetString() == "１２，３４５．６");
        Assert.DoesNotContain(Contributions(old), c => c.TryGetProperty("text", out _));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("-12,345.60", "'-12,345.60")]
    [InlineData("－１２", "'－１２")]
    [InlineData("\t12", "' 12")]
    [InlineData("-12345.6", "-12345.6")]
    public void No_text_runs_in_the_workbook_of_the_trace(string text, string expected)
    {
        var workbook = Workbook.Read(new MemoryStream(TraceWorkbook.Write(Quoting(text))), WorkbookLimits.Default);
        var source = workbook.Sheets.Single(s => s.Name == "来源");
        var row = source.Cells.First(c => c.Key.Column == 6 && c.Value.Text == "EI.INC.PREM" && source.Cells[(c.Key.Row, 5)].Text == "H9" && source.Cells[(c.Key.Row, 2)].Text.Contains("430100", StringComparison.Ordinal)).Key.Row;

        Assert.Equal("单元格原文", source[new CellAddress(2, 10)]!.Text);
        Assert.Equal((CellKind.Text, expected, false), (source[new CellAddress(row, 10)]!.Kind, source[new CellAddress(row, 10)]!.Text, source[new CellAddress(row, 10)]!.HasFormula));
    }

    [Fact]
    public void No_text_breaks_the_XML_of_the_document()
    {
        var part = Part(Quoting("1<2>&\"'\u0000\u0001\f\uFFFE\uD800\n\t3"));

        Assert.Contains(part.Descendants(P + "cell"), c => (string?)c.Attribute("text") == "1<2>&\"'\n\t3");
    }

    [Fact]
    public void A_cell_that_is_only_supposed_quotes_nobody()
    {
        var subject = Quoting("12,345.60");
        var changed = new InputChange("430100", "EI.INC.PREM", "CUR", 1_00).Apply(subject.Catalogue, subject.Year.Snapshot);
        var rows = changed.Units.Single(u => u.Unit == "430100").Return.Items.ToDictionary(i => i.Item);

        Assert.Null(rows["EI.INC.PREM"].Texts);
        Assert.Null(rows["EI.INC.TOTAL"].Texts);
        Assert.NotNull(rows["EI.INC.INT"].Texts);
    }

    /// <summary>The sample report with texts kept, 长沙's 保险费收入 typed so.</summary>
    private static ReportSubject Quoting(string text)
    {
        var (catalogue, snapshot) = (SampleReport.Subject.Catalogue, SampleReport.Subject.Year.Snapshot);
        var none = new Dictionary<string, string>();
        return ReportSubject.Of(catalogue, snapshot with
        {
            Units = [.. snapshot.Units.Select(u => u with
            {
                Return = u.Return with
                {
                    Items = [.. u.Return.Items.Select(i => i with { Texts = u.Unit == "430100" && i.Item == "EI.INC.PREM" ? new Dictionary<string, string> { ["CUR"] = text } : none })],
                    Lines = [.. u.Return.Lines.Select(l => l with { Texts = none })],
                },
            })],
        });
    }

    private static XElement Part(ReportSubject subject) => XElement.Parse(Encoding.UTF8.GetString(ProvenancePart.Write(subject)));

    private static IEnumerable<JsonElement> Contributions(JsonDocument trace) => trace.RootElement.GetProperty("figures").EnumerateObject()
        .Where(f => f.Value.TryGetProperty("contributions", out _)).SelectMany(f => f.Value.GetProperty("contributions").EnumerateArray());
}
