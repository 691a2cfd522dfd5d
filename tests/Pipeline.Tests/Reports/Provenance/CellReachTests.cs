using Pipeline.Reports;
using Pipeline.Reports.Provenance;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>What does this cell move?</summary>
public sealed class CellReachTests
{
    private static readonly Lazy<CellReaches> Made = new(() => CellReaches.Of(SampleReport.Subject));

    [Fact]
    public void A_cell_reaches_its_item_the_totals_above_it_and_their_ratios()
    {
        var figures = Made.Value.OfCell("430100", "S01企保收支表", "H9")!.Figures.Select(f => f.Id).ToList();

        Assert.Equal(["S5.E.A.INC", "S5.E.A.I1", "S5.E.BAL", "S5.E.CLOSE"], figures.Where(f => f.StartsWith("S5", StringComparison.Ordinal)));
        Assert.Contains("A6.EI.INC.PREM.RATE", figures);
        Assert.Contains("A6.EI.BAL.CLOSE.CUR", figures);
        Assert.DoesNotContain("A6.EI.INC.PREM.B1", figures);
    }

    [Fact]
    public void It_shows_the_sentences_with_the_figures_marked_and_the_cells_of_the_annex()
    {
        var reach = Made.Value.OfItem("430100", "EI.INC.PREM", "CUR")!;

        Assert.Contains(reach.Sentences, s => s.Marked.StartsWith("企保实际收入〔S5.E.A.INC〕1544.39亿元，其中：", StringComparison.Ordinal)
            && s.Place.StartsWith("五、社会保险基金预算支出情况 （一）", StringComparison.Ordinal));
        Assert.DoesNotContain(reach.Sentences, s => s.Text.StartsWith("企保预算收入", StringComparison.Ordinal));
        Assert.Contains(reach.Cells, c => c is { Row: "1.基本养老保险费收入", Column: "2023年决算数" } && c.Place.StartsWith("附件6", StringComparison.Ordinal));
    }

    [Fact]
    public void What_one_side_of_a_transfer_books_reaches_what_the_other_side_prints()
    {
        var reach = Made.Value.OfItem("430100", "EI.EXP.TOUPPER", "CUR")!;

        var other = Assert.Single(reach.Figures, f => f.Id == "A6.EI.INC.FROMLOWER.CUR");
        Assert.True(other.ByElimination);
        Assert.False(Assert.Single(reach.Figures, f => f.Id == "S5.E.A.E5").ByElimination);
    }

    [Fact]
    public void A_figure_that_only_chooses_words_is_reached_and_said_not_to_be_printed()
    {
        var reach = Made.Value.OfItem("430099", "PV.GOVFUND.CUR", "CUR")!;

        Assert.Contains(reach.Figures, f => f is { Id: "S3.01", OnPage: false });
    }

    [Fact]
    public void The_document_alone_answers_the_same()
    {
        var document = new MemoryStream(ReportDocument.Write(SampleReport.Subject));
        var reaches = CellReaches.Of(SampleReport.Subject.Catalogue, document);

        foreach (var (unit, sheet, cell) in new[] { ("430100", "S01企保收支表", "H9"), ("430099", "S08部门预算支出", "G31"), ("430200", "S02工伤收支表", "E9") })
        {
            var (read, made) = (reaches.OfCell(unit, sheet, cell)!, Made.Value.OfCell(unit, sheet, cell)!);
            Assert.Equal(made.Figures, read.Figures);
            Assert.Equal(made.Sentences.Concat(made.Cells).Select(Shown), read.Sentences.Concat(read.Cells).Select(Shown));
        }

        static string Shown(PageText t) => $"{t.Line} {t.Place} {t.Row} {t.Column} {t.Marked}";
    }

    [Fact]
    public void Whom_the_numbers_are_not_meant_for_reads_places_alone()
    {
        var reach = Made.Value.OfItem("430100", "EI.INC.PREM", "CUR")!.WithoutNumbers();

        Assert.All(reach.Figures, f => Assert.Empty(f.Printed));
        Assert.Contains(reach.Sentences, s => s.Text.StartsWith("企保实际收入〔S5.E.A.INC〕，其中：", StringComparison.Ordinal));
        Assert.DoesNotContain(reach.Sentences.Concat(reach.Cells), t => t.Text.Contains("1544.39", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("S01企保收支表", "H2")]
    [InlineData("没有这张表", "H9")]
    [InlineData("S01企保收支表", "九行")]
    public void A_place_without_a_value_reaches_nothing(string sheet, string cell) => Assert.Null(Made.Value.OfCell("430100", sheet, cell));
}
