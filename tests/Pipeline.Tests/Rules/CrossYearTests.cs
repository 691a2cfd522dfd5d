using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Tests.Returns;

namespace Pipeline.Tests.Rules;

public sealed class CrossYearTests
{
    private static readonly Return ThisYear = SampleReturn.Of(SampleReturn.Provincial);

    /// <summary>The year before as this year says it was: its CUR is our PY, and it closed with what we opened with.</summary>
    private static readonly Return LastYear = new(2022, SampleReturn.Provincial, [.. ThisYear.Items.Select(row => row with
    {
        Values = row.Item switch
        {
            "EI.BAL.CLOSE" => Current(Value("EI.BAL.OPEN", "CUR")),
            "WI.BAL.CLOSE" => Current(Value("WI.BAL.OPEN", "CUR")),
            "WI.BAL.CLOSE.RESERVE" => Current(Value("WI.BAL.OPEN.RESERVE", "CUR")),
            "PV.PROJ.B1" => Current(Value("PV.PROJ.CUR", "CUR") + Value("PV.PROJ.CARRY", "CUR")),
            "PV.PROJ.CUR" => Current(Value("PV.PROJ.CUR", "CUR")),
            _ => row.Values.TryGetValue("PY", out var before) ? Current(before) : new Dictionary<string, long>(),
        },
    })], []);

    [Theory]
    [InlineData("EI.BAL.CLOSE", "R-Y-01", "H6")]
    [InlineData("WI.BAL.CLOSE", "R-Y-01", "H6")]
    [InlineData("WI.BAL.CLOSE.RESERVE", "R-Y-01", "H7")]
    [InlineData("EI.INC.PREM", "R-Y-02", "D9")]
    [InlineData("WI.EXP.TOUPPER", "R-Y-02", "D26")]
    [InlineData("EI.BASE.PAYERS", "R-Y-04", "E13")]
    [InlineData("PV.SG.RECEPTION", "R-Y-06", "E31")]
    [InlineData("PV.PROJ.CUR", "R-Y-06", "G22")]
    public void What_differs_from_the_locked_year_by_the_least_is_told_at_its_cell(string item, string rule, string cell)
    {
        var other = LastYear with { Items = [.. LastYear.Items.Select(i => i.Item == item ? i with { Values = Current(i.Values["CUR"] + 1) } : i)] };

        Assert.DoesNotContain(Check(LastYear), f => f.Rule == rule && f.Cell == cell);
        Assert.Contains(Check(other), f => f.Rule == rule && f.Cell == cell);
    }

    [Fact]
    public void Without_a_locked_year_one_rule_says_so_and_the_others_are_silent()
    {
        Assert.Equal(["R-Y-05"], Check(null).Where(f => f.Rule.StartsWith("R-Y-", StringComparison.Ordinal)).Select(f => f.Rule));
        Assert.DoesNotContain(Check(LastYear), f => f.Rule == "R-Y-05");
    }

    [Fact]
    public void An_opening_balance_follows_the_adjustments_booked_after_the_lock_and_asks_for_their_number()
    {
        var adjustment = new Adjustment("D-2022-001", 2022, SampleReturn.Provincial, "EI.INC.PREM", "CUR", 500_00, "湘财社〔2023〕9号", "甲", "乙");
        var opened = ThisYear with { Items = [.. ThisYear.Items.Select(i => i.Item == "EI.BAL.OPEN" ? i with { Values = Plus(i.Values, 500_00) } : i)] };
        var adjusted = Circumstances.None with { LastYear = LastYear, Adjustments = [adjustment] };
        var library = new RuleLibrary(Books.Catalogue);

        Assert.Contains(library.Check(ThisYear, adjusted), f => f.Rule == "R-Y-01" && f.Difference == "500.00");
        var findings = library.Check(opened, adjusted);
        Assert.DoesNotContain(findings, f => f.Rule == "R-Y-01");
        Assert.Contains("500.00元", Assert.Single(findings, f => f.Rule == "R-Y-03").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_that_is_not_the_approved_one_is_an_error()
    {
        var b0 = Value("EI.INC.INT", "B0");
        IReadOnlyList<Finding> With(long approved) => new RuleLibrary(Books.Catalogue).Check(
            ThisYear, Circumstances.None with { ApprovedBudget = new Dictionary<string, long> { ["EI.INC.INT"] = approved } });

        Assert.DoesNotContain(With(b0), f => f.Rule == "R-Y-07");
        Assert.Equal("E11", Assert.Single(With(b0 - 1), f => f.Rule == "R-Y-07").Cell);
    }

    private static IReadOnlyList<Finding> Check(Return? lastYear) =>
        new RuleLibrary(Books.Catalogue).Check(ThisYear, Circumstances.None with { LastYear = lastYear });

    private static long Value(string item, string column) => ThisYear.Items.Single(i => i.Item == item).Values[column];

    private static Dictionary<string, long> Current(long value) => new() { ["CUR"] = value };

    private static Dictionary<string, long> Plus(IReadOnlyDictionary<string, long> values, long more) => new(values) { ["CUR"] = values["CUR"] + more };
}
