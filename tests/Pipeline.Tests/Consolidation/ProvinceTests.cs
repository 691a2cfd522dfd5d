using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Tests.Catalogue;
using Pipeline.Tests.Golden;

namespace Pipeline.Tests.Consolidation;

public sealed class ProvinceTests
{
    private const long HundredMillion = 10_000_000_000;

    [Theory]
    [InlineData("7", "EI.INC.TOTAL", "CUR", 1986.39)]
    [InlineData("9", "EI.INC.TOTAL", "CUR", 1544.39)]
    [InlineData("7", "EI.EXP.TOUPPER", "CUR", 38.15)]
    [InlineData("9", "EI.EXP.TOUPPER", "CUR", 26.15)]
    [InlineData("9", "EI.BAL.OPEN", "CUR", 1775.03)]
    [InlineData("9", "EI.BAL.YEAR", "B1", -53.51)]
    [InlineData("7", "WI.BAL.YEAR", "B1", -5.29)]
    [InlineData("9", "WI.INC.TOTAL", "CUR", 51.3)]
    [InlineData("9", "WI.EXP.TOTAL", "CUR", 55.24)]
    [InlineData("7", "WI.INC.TOTAL", "CUR", 142.12)]
    [InlineData("1", "WI.BAL.CLOSE", "CUR", 0)]
    public void Nodes_hold_the_real_totals_of_2023(string node, string item, string column, double hundredMillions) =>
        Assert.Equal((decimal)hundredMillions, decimal.Round((decimal)Consolidate(Golden2023.Values()).Nodes[node].Values[(item, column)] / HundredMillion, 2));

    [Fact]
    public void Consolidated_is_sum_plus_difference_in_every_cell_of_money()
    {
        var nodes = Consolidate(Golden2023.Values()).Nodes;

        foreach (var ((item, column), value) in nodes["1"].Values.Where(v => v.Key.Column == "CUR"))
            Assert.Equal(value, nodes["9"].Values[(item, column)] - nodes["7"].Values[(item, column)]);
    }

    [Fact]
    public void The_real_returns_of_2023_agree_with_each_other() => Assert.DoesNotContain(Consolidate(Golden2023.Values()).Findings, f => f.Severity == Severity.Error);

    [Fact]
    public void A_transfer_booked_by_one_side_only_is_reported_and_not_eliminated()
    {
        var values = Golden2023.Values();
        values[("430100", "WI.EXP.TOUPPER", "CUR")] += 100;

        var year = Consolidate(values);

        var finding = Assert.Single(year.Findings, f => f.Rule == "R-T-01");
        Assert.Equal(("R-T-01", "WI.INC.FROMLOWER", "H15"), (finding.Rule, finding.Item, finding.Cell));
        Assert.Equal("1.00", finding.Values["差"]);
        Assert.Equal(100, year.Nodes["9"].Values[("WI.EXP.TOUPPER", "CUR")]);
        Assert.Equal(0, year.Nodes["9"].Values[("WI.INC.FROMLOWER", "CUR")]);
    }

    [Fact]
    public void Units_that_are_missing_are_named()
    {
        var snapshot = Golden2023.SnapshotOf(Golden2023.Values().Where(v => v.Key.Unit != "430200").ToDictionary()) with { Missing = ["430200"] };

        var finding = Province.Consolidate(Catalogue2023.Value, snapshot).Findings.First(f => f.Rule == "R-C-13");

        Assert.Contains("14/15", finding.Message, StringComparison.Ordinal);
        Assert.Contains("株洲市", finding.Message, StringComparison.Ordinal);
    }

    private static ConsolidatedYear Consolidate(Dictionary<(string, string, string), long> values) =>
        Province.Consolidate(Catalogue2023.Value, Golden2023.SnapshotOf(values));
}
