using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Tests.Catalogue;
using Pipeline.Tests.Golden;

namespace Pipeline.Tests.Figures;

public sealed class FigurePrinterTests
{
    /// <summary>Bound to items that the file of values leaves out (department targets, narrative parameters).</summary>
    private static readonly string[] NotInTheFile = ["H01", "S1.06", "S1.07", "S1.08", "S6.04", "S6.05", "S6.06", "S6.07", "S6.08", "S6.09", "S6.10", "S6.19"];

    [Fact]
    public void Every_bound_figure_of_2023_prints_as_the_report_printed_it()
    {
        var printed = Print(Golden2023.Values());

        var wrong = Golden2023.Figures
            .Where(f => !NotInTheFile.Contains(f.Id))
            .Select(f => (f.Id, f.Printed, Ours: Text(printed, f.Id)))
            .Where(f => f.Printed != f.Ours)
            .ToList();

        Assert.Empty(wrong);
        Assert.Empty(printed.Unmet);
    }

    [Fact]
    public void Units_follow_the_report_down_to_persons_below_ten_thousand()
    {
        var printed = Print(Golden2023.Values()).Figures;

        Assert.Equal(("1.31", "万人"), (printed["S6.17"].Text, printed["S6.17"].Unit));
        Assert.Equal(("5220", "人"), (printed["S6.18"].Text, printed["S6.18"].Unit));
        Assert.Equal(("1453.17", "亿元"), (printed["S5.E.B.INC"].Text, printed["S5.E.B.INC"].Unit));
    }

    [Fact]
    public void Contributions_add_up_to_every_amount()
    {
        foreach (var figure in Print(Golden2023.Values()).Figures.Values.Where(f => f is { Raw: not null, Contributions.Count: > 0 }))
            Assert.Equal(figure.Raw, figure.Contributions.Sum(c => c.Raw));
    }

    [Fact]
    public void A_pension_figure_names_the_elimination_among_its_parts()
    {
        var upward = Print(Golden2023.Values()).Figures["S5.E.A.E5"];

        Assert.Equal(16, upward.Contributions.Count);
        Assert.Equal("差额表", upward.Contributions[^1].Sheet);
        Assert.Contains(upward.Contributions, c => c is { Unit: "430100", Cell: "H30", Sheet: "S01企保收支表" });
    }

    [Fact]
    public void One_hundred_million_more_premium_in_changsha_moves_only_what_depends_on_it()
    {
        var before = Print(Golden2023.Values()).Figures;
        var values = Golden2023.Values();
        values[("430100", "EI.INC.PREM", "CUR")] += 10_000_000_000;

        var after = Print(values).Figures;

        var moved = after.Values.Where(f => f.Text != before[f.Id].Text && f.Id.StartsWith('S')).Select(f => $"{f.Id} {f.Text}");
        Assert.Equal(["S5.E.A.INC 1545.39", "S5.E.A.I1 1037.21", "S5.E.BAL 20.29", "S5.E.CLOSE 1795.32"], moved);
    }

    [Fact]
    public void A_missing_provincial_return_leaves_dashes_and_not_zeros()
    {
        var values = Golden2023.Values().Where(v => v.Key.Unit != "430099").ToDictionary();

        var printed = Print(values).Figures;

        Assert.Equal("—", printed["S2.02"].Text);
        Assert.Null(printed["S2.02"].Raw);
        Assert.NotEqual("—", printed["S5.E.A.I1"].Text);
    }

    [Fact]
    public void A_sum_that_is_wrong_before_rounding_is_named_and_nothing_moves_to_hide_it()
    {
        var values = Golden2023.Values();
        // From the centre, which the sentence on income does not list: the total is 0.004 亿元 more than its parts.
        values[("430099", "EI.INC.FROMUPPER", "CUR")] = 40_000_000;

        var printed = Print(values);

        // The annex lists it, so there the total is true and the small part takes its tail; the sentence is left as it is.
        Assert.Equal(["五（一）“企保 实际收入” = 五（一）“基本养老保险保费收入”"], printed.Unmet.Select(sum => sum.Split(" + ")[0]));
        Assert.DoesNotContain(printed.Figures.Values, f => f.Tail is { } tail && tail.Identity.StartsWith(printed.Unmet[0].Split(" + ")[0], StringComparison.Ordinal));
    }

    private static string Text(FigureSet set, string id) => set.Groups.FirstOrDefault(g => g.Id == id) is { } group
        ? string.Join(" / ", group.Parts.Select(part => set.Figures[part].Text))
        : set.Figures[id].Text;

    private static FigureSet Print(Dictionary<(string, string, string), long> values) =>
        FigurePrinter.Print(Catalogue2023.Value, Province.Consolidate(Catalogue2023.Value, Golden2023.SnapshotOf(values)));
}
