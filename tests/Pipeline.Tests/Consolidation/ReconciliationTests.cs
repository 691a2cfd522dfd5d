using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Consolidation;

/// <summary>Rules between returns, over the sample returns of 2023, which agree with each other.</summary>
public sealed class ReconciliationTests
{
    private const string Centre = "430099";
    private const string Changsha = "430100";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

    private static readonly Lazy<IReadOnlyList<Return>> Sample = new(() =>
        SampleReturns.Make(Catalogue2023.Value, SampleValues.Read(Path.Combine(Folder, "values.csv"), Catalogue2023.Value), Folder).Returns);

    [Theory]
    [InlineData("R-T-01", Centre, "EI.INC.FROMLOWER", "CUR", "H19")]
    [InlineData("R-T-02", Centre, "WI.EXP.TOLOWER", "CUR", "H25")]
    [InlineData("R-T-09", Centre, "EI.INC.FROMLOWER", "B0", "E19")]
    [InlineData("R-T-09", Centre, "WI.EXP.TOLOWER", "B1", "G25")]
    [InlineData("R-T-10", Changsha, "EI.BASE.TARGET", "CUR", "G37")]
    [InlineData("R-T-11", Centre, "WI.INC.FROMLOWER", "CUR", "H15")]
    public void The_least_difference_between_the_sides_is_told(string rule, string unit, string item, string column, string cell)
    {
        Assert.DoesNotContain(Check(), f => f.Rule == rule);
        Assert.Contains(Check(Put(unit, item, column, v => v + 1)), f => f.Rule == rule && f.Cell == cell && f.Unit == Centre);
    }

    [Fact]
    public void Sample_returns_agree_on_every_voucher() =>
        Assert.DoesNotContain(Check(), f => f.Severity == Severity.Error || f.Rule.StartsWith("R-T-", StringComparison.Ordinal));

    [Theory]
    [InlineData("上解上级", "R-T-03")]
    [InlineData("上级补助", "R-T-04")]
    public void An_amount_that_differs_under_one_voucher_is_told_to_both_sides_at_their_lines(string direction, string rule)
    {
        var findings = Check(Line(Changsha, direction, line => Set(line, "AMOUNT", "1"))).Where(f => f.Rule == rule).ToList();

        Assert.Equal([Centre, Changsha], findings.Select(f => f.Unit).Order());
        Assert.All(findings, f => Assert.StartsWith("G", f.Cell, StringComparison.Ordinal));
        Assert.Equal("1.00", findings.Single(f => f.Unit == Changsha).Reported);
        Assert.Equal("1.00", findings.Single(f => f.Unit == Centre).Expected);
    }

    [Fact]
    public void A_transfer_of_the_last_days_that_the_other_side_lacks_is_probably_under_way()
    {
        var late = Add(Changsha, line => Set(Set(Set(line, "DATE", "2023-12-29"), "VOUCHER", "记-1"), "AMOUNT", "77"));

        var own = Check(late).Single(f => f.Rule == "R-T-03" && f.Unit == Changsha);
        var other = Check(late).Single(f => f.Rule == "R-T-03" && f.Unit == Centre);

        Assert.Equal((CauseKind.InTransit, "77.00"), (own.Cause!.Kind, own.Reported));
        Assert.Equal((CauseKind.Omitted, "H19"), (other.Cause!.Kind, other.Cell));
        Assert.Contains(Check(late), f => f.Rule == "R-T-05" && f.Unit == Changsha && f.Cell == own.Cell);
    }

    [Fact]
    public void Another_voucher_number_is_no_difference_while_amount_and_date_agree()
    {
        Assert.DoesNotContain(Check(Line(Changsha, "上解上级", line => Set(line, "VOUCHER", "另号"))), f => f.Rule is "R-T-03" or "R-T-05");
        Assert.DoesNotContain(Check(Line(Changsha, "上解上级", line => Set(Set(line, "VOUCHER", ""), "DATE", "2023-07-01"))), f => f.Rule is "R-T-03" or "R-T-05");
        Assert.Contains(Check(Line(Changsha, "上解上级", line => Set(Set(line, "VOUCHER", ""), "DATE", "2023-09-01"))), f => f.Rule == "R-T-05");
    }

    [Fact]
    public void A_yield_beyond_all_markets_is_asked_about_in_the_unit_s_own_list()
    {
        var year = Year(Put(Changsha, "EI.INC.INT", "CUR", v => v * 40));

        Assert.Contains(year.WorkLists[Changsha], f => f.Rule == "R-R-07" && f.Cell == "H11");
        Assert.DoesNotContain(Check(), f => f.Rule == "R-R-07" && f.Unit == Changsha && f.Item == "EI.INC.INT");
    }

    [Fact]
    public void A_measure_per_head_far_from_the_median_is_asked_about()
    {
        Assert.Contains(Check(Put(Changsha, "WI.EXP.BENEFIT", "CUR", v => v * 50)), f => f is { Rule: "R-R-08", Unit: Changsha, Item: "WI.EXP.BENEFIT" });
        Assert.DoesNotContain(Check(only: ["430100", "430200", "430300", "430400"]), f => f.Rule == "R-R-08");
    }

    [Theory]
    [InlineData(1.004, false)]
    [InlineData(1.006, true)]
    [InlineData(0.994, true)]
    public void Heads_are_compared_with_the_province_s_own_count_where_there_is_one(double factor, bool told)
    {
        var sum = Sample.Value.Where(r => r.Unit != Centre).Sum(r => r.Items.Single(i => i.Item == "WI.BASE.INSURED").Values["CUR"]);
        var counts = new Dictionary<string, long> { ["WI.BASE.INSURED"] = (long)(sum / (decimal)factor) };

        Assert.Equal(told, Province.Consolidate(Catalogue2023.Value, Snapshot(r => r), counts).Findings.Any(f => f.Rule == "R-R-20"));
        Assert.DoesNotContain(Check(), f => f.Rule == "R-R-20");
    }

    [Fact]
    public void Two_units_with_the_same_data_are_told_to_both()
    {
        var changsha = Sample.Value.Single(r => r.Unit == Changsha);

        var copied = Check(r => r.Unit == "430200" ? changsha with { Unit = r.Unit } : r).Where(f => f.Rule == "R-D-02").ToList();

        Assert.Equal([Changsha, "430200"], copied.Select(f => f.Unit));
        Assert.Contains("长沙市", copied[1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Check(), f => f.Rule == "R-D-02");
    }

    [Fact]
    public void The_order_of_units_and_lines_plays_no_part()
    {
        var change = Line(Changsha, "上解上级", line => Set(line, "AMOUNT", "1"));
        var snapshot = Snapshot(change);
        var turned = snapshot with
        {
            Units = [.. snapshot.Units.Reverse().Select(u => u with { Return = u.Return with { Lines = [.. u.Return.Lines.Reverse()] } })],
        };

        Assert.Equal(Told(snapshot), Told(turned));

        static IEnumerable<string> Told(Snapshot of) =>
            Province.Consolidate(Catalogue2023.Value, of).Findings.Select(f => $"{f.Rule} {f.Unit} {f.Cell} {f.Message}").Order(StringComparer.Ordinal);
    }

    private static IReadOnlyList<Finding> Check(Func<Return, Return>? change = null, string[]? only = null) => Year(change, only).Findings;

    private static ConsolidatedYear Year(Func<Return, Return>? change = null, string[]? only = null)
    {
        var snapshot = Snapshot(change ?? (r => r));
        return Province.Consolidate(Catalogue2023.Value, only is null ? snapshot : snapshot with { Units = [.. snapshot.Units.Where(u => only.Contains(u.Unit))] });
    }

    private static Snapshot Snapshot(Func<Return, Return> change) => new(2023, "sample", Catalogue2023.Value.Version,
        [.. Sample.Value.Select(r => new SnapshotUnit(r.Unit, new string('0', 64), $"{r.Unit}.xlsx", change(r)))], []);

    private static Func<Return, Return> Put(string unit, string item, string column, Func<long, long> change) => r => r.Unit != unit ? r : r with
    {
        Items = [.. r.Items.Select(i => i.Item != item ? i : i with { Values = new Dictionary<string, long>(i.Values) { [column] = change(i.Values[column]) } })],
    };

    /// <summary>The first line of 企保 in a direction, changed.</summary>
    private static Func<Return, Return> Line(string unit, string direction, Func<RegisterLine, RegisterLine> change) => r =>
    {
        if (r.Unit != unit) return r;
        var first = First(r, direction);
        return r with { Lines = [.. r.Lines.Select(l => l == first ? change(l) : l)] };
    };

    private static Func<Return, Return> Add(string unit, Func<RegisterLine, RegisterLine> change) => r =>
        r.Unit != unit ? r : r with { Lines = [.. r.Lines, change(First(r, "上解上级")) with { Row = 90 }] };

    private static RegisterLine First(Return r, string direction) => r.Lines.First(l => l.Form == "S05" && l.Values["FUND"] == "EI" && l.Values["DIRECTION"] == direction);

    private static RegisterLine Set(RegisterLine line, string column, string text) => line with { Values = new Dictionary<string, string>(line.Values) { [column] = text } };
}
