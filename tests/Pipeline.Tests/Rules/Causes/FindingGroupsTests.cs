using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules.Causes;

namespace Pipeline.Tests.Rules.Causes;

public sealed class FindingGroupsTests
{
    [Fact]
    public void One_wrong_cell_that_breaks_three_sums_is_one_finding_at_that_cell()
    {
        var shown = Assert.Single(FindingGroups.Group(
        [
            Broken("R-A-05", "H31", "9.00", "S01!H7"), Broken("R-A-01", "H7", "9.00", "S01!H8"), Broken("R-A-06", "H32", "9.00", "S01!H31"),
        ]));
        Assert.Equal(3, shown.Count);
        Assert.Equal("H7", shown.Cell);
        Assert.Equal("R-A-05、R-A-06", shown.Values["同因规则"]);
        Assert.Equal(["S01!H8", "S01!H31", "S01!H32"], shown.Cells);
    }

    [Fact]
    public void The_finding_with_a_cause_leads() => Assert.Equal("H7", Assert.Single(FindingGroups.Group(
    [
        Broken("R-A-05", "H31", "9.00", "S01!H7"),
        Broken("R-A-01", "H7", "9.00", "S01!H8") with { Cause = new Cause(CauseKind.Transposition, "") },
    ])).Cell);

    [Fact]
    public void Another_difference_at_the_same_cell_is_another_mistake() =>
        Assert.Equal(2, FindingGroups.Group([Broken("R-A-05", "H31", "9.00", "S01!H7"), Broken("R-A-01", "H7", "8.00", "S01!H8")]).Count);

    [Fact]
    public void The_same_difference_in_cells_that_do_not_meet_is_another_mistake() =>
        Assert.Equal(2, FindingGroups.Group([Broken("R-A-05", "H31", "9.00", "S01!H7"), Broken("R-A-01", "G7", "9.00", "S01!G8")]).Count);

    [Fact]
    public void A_sheet_in_the_wrong_unit_keeps_one_warning_per_rule()
    {
        var shown = FindingGroups.Group(
        [
            Odd("R-R-01", "H8"), Odd("R-R-01", "H9"), Odd("R-R-02", "H8"), Broken("R-U-02", "H8", "1.00") with { Difference = null }, Broken("R-U-01", "", "0"),
        ]);
        Assert.Equal(["R-U-01", "R-R-01", "R-R-02"], shown.Select(f => f.Rule));
        Assert.Equal([2, 2, 1], shown.Select(f => f.Count));
    }

    [Fact]
    public void Warnings_of_one_rule_stay_apart_when_no_sheet_is_wrong_as_a_whole() =>
        Assert.Equal(2, FindingGroups.Group([Odd("R-R-01", "H8"), Odd("R-R-01", "H9")]).Count);

    [Fact]
    public void A_block_left_blank_is_one_finding_of_all_its_cells()
    {
        var shown = Assert.Single(FindingGroups.Group([Blank("H8"), Blank("H9"), Blank("H10")]));
        Assert.Equal(["S01!H9", "S01!H10"], shown.Cells);
    }

    private static Finding Broken(string rule, string cell, string difference, params string[] cells) =>
        new(rule, Severity.Error, "S01", cell, "", "", new Dictionary<string, string>()) { Difference = difference, Cells = cells };

    private static Finding Odd(string rule, string cell) => Broken(rule, cell, "1.00") with { Severity = Severity.Warning };

    private static Finding Blank(string cell) => Broken("R-C-08", cell, "") with { Difference = null };
}
