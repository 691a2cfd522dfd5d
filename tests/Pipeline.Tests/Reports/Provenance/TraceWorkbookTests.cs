using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>What auditors get beside the report.</summary>
public sealed class TraceWorkbookTests
{
    [Fact]
    public void It_lists_every_figure_every_cell_and_every_file()
    {
        var subject = SampleReport.Subject;
        var workbook = Read(subject);

        Assert.Equal(["图号", "来源", "尾差清单", "差额", "文件"], workbook.Sheets.Select(s => s.Name));
        Assert.Equal(subject.Figures.Figures.Keys, Column(workbook, "图号", "A"));
        Assert.Equal(subject.Figures.Figures.Values.SelectMany(f => f.Contributions.Select(_ => f.Id)), Column(workbook, "来源", "A"));
        Assert.Equal(subject.Year.Snapshot.Units.Select(u => u.Submission), Column(workbook, "文件", "D"));
        Assert.Equal(Write(subject), Write(subject));
    }

    [Fact]
    public void Its_cells_add_up_to_the_figure_in_yuan()
    {
        var workbook = Read(SampleReport.Subject);
        var source = workbook.Sheets.Single(s => s.Name == "来源");
        var rows = source.Cells.Where(c => c.Key.Column == 1 && c.Value.Text == "S5.E.A.E5").Select(c => c.Key.Row).ToList();

        var sum = rows.Sum(row => source[new CellAddress(row, 9)]!.Number!.Value);

        Assert.Equal(SampleReport.Subject.Figures.Figures["S5.E.A.E5"].Raw, (long)(sum * 100));
        Assert.Contains(rows, row => source[new CellAddress(row, 2)]!.Text == "抵销（差额表）" && source[new CellAddress(row, 9)]!.Number < 0);
    }

    [Fact]
    public void A_tail_is_listed_with_its_identity_and_conclusion()
    {
        var (catalogue, snapshot) = (SampleReport.Subject.Catalogue, SampleReport.Subject.Year.Snapshot);
        foreach (var item in new InputChange[] { Add(snapshot, "EI.INC.INT"), Add(snapshot, "EI.INC.PREM") }) snapshot = item.Apply(catalogue, snapshot);
        var subject = ReportSubject.Of(catalogue, snapshot);
        var moved = subject.Figures.Figures.Values.Where(f => f.Tail is not null).ToList();
        var workbook = Read(subject);

        Assert.NotEmpty(moved);
        Assert.Equal(moved.Select(f => f.Id), Column(workbook, "尾差清单", "A"));
        Assert.Equal(moved.Select(f => f.Tail!.Identity), Column(workbook, "尾差清单", "H"));
        Assert.All(Column(workbook, "尾差清单", "G"), t => Assert.Contains(t, (string[])["0.01", "-0.01"]));
    }

    [Fact]
    public void A_file_named_like_a_formula_stays_text()
    {
        var snapshot = SampleReport.Subject.Year.Snapshot;
        var named = snapshot with { Units = [.. snapshot.Units.Select(u => u with { Return = u.Return with { Items = [.. u.Return.Items.Select(i => i with { Sheet = "=1+1" })], Lines = [.. u.Return.Lines.Select(l => l with { Sheet = "=1+1" })] } })] };

        Assert.All(Column(Read(ReportSubject.Of(SampleReport.Subject.Catalogue, named)), "来源", "D").Distinct(), s => Assert.Contains(s, (string[])["'=1+1", "差额表"]));
    }

    private static InputChange Add(Snapshot snapshot, string item) => new("430100", item, "CUR", InputChange.Now(snapshot, "430100", item, "CUR")!.Value + 30_000_000);

    private static byte[] Write(ReportSubject subject) => TraceWorkbook.Write(subject);

    private static Workbook Read(ReportSubject subject) => Workbook.Read(new MemoryStream(Write(subject)), WorkbookLimits.Default);

    private static IEnumerable<string> Column(Workbook workbook, string sheet, string letter)
    {
        var column = CellAddress.Parse(letter + "1").Column;
        return workbook.Sheets.Single(s => s.Name == sheet).Cells.Where(c => c.Key.Column == column && c.Key.Row > 2 && c.Value.Text.Length > 0).OrderBy(c => c.Key.Row).Select(c => c.Value.Text);
    }
}
