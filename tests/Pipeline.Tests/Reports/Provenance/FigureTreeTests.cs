using Pipeline.Catalogue;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;
using Pipeline.Returns;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>Where does this number come from?</summary>
public sealed class FigureTreeTests
{
    private static readonly string[] Scored = ["score(", "execution(", "round("];

    private static readonly Lazy<ReportProvenance> Made = new(() => ReportProvenance.Of(SampleReport.Subject));

    private static FigureTrees Trees => new(SampleReport.Subject.Catalogue, Made.Value);

    [Fact]
    public void The_signed_leaves_of_every_amount_add_up_to_its_exact_value()
    {
        // Points are scored and rounded, not added up.
        var amounts = Made.Value.Figures.Where(f => f.Raw is not null && !Scored.Any(f.Expression.Contains)).ToList();

        Assert.True(amounts.Count > 250);
        Assert.All(amounts, f => Assert.Equal((f.Id, (decimal)f.Raw!), (f.Id, Trees.Explain(f).Branches.SelectMany(b => b.Leaves()).Sum(l => (decimal)l.Value))));
    }

    [Fact]
    public void Every_leaf_is_a_typed_cell_or_taken_out_or_laid_down()
    {
        var catalogue = SampleReport.Subject.Catalogue;
        var leaves = Made.Value.Figures.SelectMany(f => Trees.Explain(f).Branches).SelectMany(b => b.Leaves()).ToList();

        Assert.All(leaves.Where(l => l.Kind == OriginKind.Cell && catalogue.FindItem(l.Cell!.Item) is not null), l =>
        {
            var (form, item) = catalogue.FindItem(l.Cell!.Item)!.Value;
            Assert.Null(Recalculation.FormulaOf(item, form.Columns.First(c => c.Code == l.Cell.Column)));
        });
        Assert.All(leaves.Where(l => l.Kind != OriginKind.Cell), l => Assert.Contains(l.Kind, new[] { OriginKind.Elimination, OriginKind.Constant }));
    }

    [Fact]
    public void A_leaf_names_unit_file_submission_sheet_and_cell()
    {
        var leaf = Trees.Explain("S5.E.A.INC")!.Branches.SelectMany(b => b.Leaves()).First(l => l.Cell is { Unit: "430100", Item: "EI.INC.PREM" });

        Assert.Equal(
            new OriginCell("430100", "2023/430100/430100.xlsx", new string('0', 58) + "430100", "S01企保收支表", "H9", "EI.INC.PREM", "CUR"), leaf.Cell);
    }

    [Fact]
    public void What_the_consolidation_takes_out_is_a_branch_with_its_sign_and_both_sides()
    {
        var taken = Assert.Single(Trees.Explain("S5.E.A.E5")!.Branches.SelectMany(b => b.Leaves()), l => l.Kind == OriginKind.Elimination);

        Assert.True(taken.Value < 0);
        Assert.Equal(["省本级入账：（三）下级上解收入·本年决算数", "市州入账：（三）上解上级支出·本年决算数"], taken.Basis.Select(b => b.Label));
        Assert.All(taken.Basis, side => Assert.Equal(-taken.Value, side.Value));
    }

    [Fact]
    public void A_ratio_has_its_two_operands_and_no_sum()
    {
        var tree = Trees.Explain("S2.T2.4")!;

        Assert.False(tree.Additive);
        Assert.Equal(["分子 PV.SG.RECEPTION@CUR", "分母 PV.SG.RECEPTION@PY"], tree.Branches.Select(b => b.Label));
        Assert.Equal([1_050_000L, 530_000L], tree.Branches.Select(b => b.Value / 10_000 * 10_000));
    }

    [Fact]
    public void A_number_of_the_catalogue_has_no_cell() =>
        Assert.Equal(OriginKind.Constant, Assert.Single(Trees.Explain("S1.06")!.Branches).Kind);

    [Fact]
    public void A_figure_there_is_none_of_has_no_tree() => Assert.Null(Trees.Explain("S9.99"));

    [Fact]
    public void The_document_alone_answers_as_the_ledger_does()
    {
        var read = ProvenancePart.Read(new MemoryStream(ReportDocument.Write(SampleReport.Subject)));
        var trees = new FigureTrees(SampleReport.Subject.Catalogue, read);

        Assert.Equal(Made.Value.Figures.Select(f => f with { Cells = [] }), read.Figures.Select(f => f with { Cells = [] }));
        Assert.Equal(Made.Value.Sources, read.Sources);
        Assert.Equal(Made.Value.Inputs.Count, read.Inputs.Count);
        string[] asked = ["S5.E.A.INC", "S5.W.CLOSE", "S2.16", "S2.T2.4", "A6.EI.INC.TOTAL.DIFF"];
        Assert.All(asked, id => Assert.Equal(
            TreeText.Print(SampleReport.Subject.Catalogue, Trees.Explain(id)!, cells: true), TreeText.Print(SampleReport.Subject.Catalogue, trees.Explain(id)!, cells: true)));
    }

    [Fact]
    public void A_document_without_its_data_says_so()
    {
        Assert.Contains("Word", Assert.Throws<InvalidDataException>(() => ProvenancePart.Read(new MemoryStream([1, 2, 3]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_tree_goes_from_the_figure_to_the_units_and_on_demand_to_the_cells()
    {
        var tree = Trees.Explain("S5.E.A.INC")!;
        var units = TreeText.Print(SampleReport.Subject.Catalogue, tree, cells: false);
        var cells = TreeText.Print(SampleReport.Subject.Catalogue, tree, cells: true);

        Assert.Contains("S5.E.A.INC　企保 实际收入　1544.39亿元", units[0], StringComparison.Ordinal);
        Assert.Contains(units, l => l.Contains("长沙市（430100）", StringComparison.Ordinal) && l.Contains("S01企保收支表!H7", StringComparison.Ordinal));
        Assert.DoesNotContain(units, l => l.Contains("S01企保收支表!H9", StringComparison.Ordinal));
        Assert.Contains(cells, l => l.Contains("1.基本养老保险费收入·本年决算数", StringComparison.Ordinal) && l.Contains("S01企保收支表!H9", StringComparison.Ordinal));
    }
}
