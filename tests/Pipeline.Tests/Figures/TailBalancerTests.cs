using Pipeline.Catalogue;
using Pipeline.Figures;

namespace Pipeline.Tests.Figures;

public sealed class TailBalancerTests
{
    private static Page HundredMillions() => new(DisplayScale.HundredMillionYuan);

    private static Page Yuan() => new(DisplayScale.Yuan);

    private static string Text(TailResult result) => string.Join(' ', result.Slots.Select(s => Rounding.PrintHundredths(s.Printed)));

    [Fact]
    public void The_2023_pension_fund_prints_as_it_stands_because_it_adds_up()
    {
        var result = HundredMillions().Put("INC", 15_443_912_688_565, FigureRole.Total).Put("EXP", 15_250_987_266_038, FigureRole.Total)
            .Put("YEAR", 192_925_422_527, FigureRole.Balance).Put("OPEN", 17_750_289_364_653).Put("CLOSE", 17_943_214_787_180, FigureRole.Total)
            .Put("PREM", 10_362_093_057_410).Put("INT", 451_406_484_049).Put("SUBS", 4_050_001_135_627).Put("INVEST", 27_503_537_007)
            .Put("OTHERIN", 67_306_497_688).Put("TRANSIN", 485_601_976_784).Put("PENSION", 14_278_895_224_920)
            .Put("FUNERAL", 576_504_535_947).Put("OTHEROUT", 23_199_891_808).Put("TRANSOUT", 110_893_087_217).Put("TOUPPER", 261_494_526_146)
            .Sum("INC = PREM + INT + SUBS + INVEST + OTHERIN + TRANSIN").Sum("EXP = PENSION + FUNERAL + OTHEROUT + TRANSOUT + TOUPPER")
            .Sum("YEAR = INC - EXP").Sum("CLOSE = OPEN + YEAR").Balance();

        Assert.True(result.AllHold);
        Assert.Empty(result.Adjustments);
        Assert.Equal("1544.39 1525.1 19.29 1775.03 1794.32 1036.21 45.14 405 2.75 6.73 48.56 1427.89 57.65 2.32 11.09 26.15", Text(result));
    }

    [Fact]
    public void The_2023_work_injury_fund_prints_as_it_stands_because_it_adds_up()
    {
        var result = HundredMillions().Put("INC", 1_421_199_302_543, FigureRole.Total).Put("EXP", 1_460_612_632_021, FigureRole.Total)
            .Put("YEAR", -39_413_329_478, FigureRole.Balance).Put("OPEN", 833_692_098_308).Put("CLOSE", 794_278_768_830, FigureRole.Total)
            .Put("PREM", 485_004_039_459).Put("INT", 18_695_039_740).Put("SUBS", 7_296_543_459).Put("OTHERIN", 2_002_899_359)
            .Put("UPIN", 260_000_425_529).Put("LOWIN", 648_200_354_997).Put("BENEFIT", 541_899_819_607, FigureRole.Pinned)
            .Put("ASSESS", 1_302_873_083).Put("PREVENT", 6_305_215_943).Put("OTHEROUT", 2_903_942_862).Put("LOWOUT", 260_000_425_529)
            .Put("UPOUT", 648_200_354_997)
            .Sum("INC = PREM + INT + SUBS + OTHERIN + UPIN + LOWIN").Sum("EXP = BENEFIT + ASSESS + PREVENT + OTHEROUT + LOWOUT + UPOUT")
            .Sum("YEAR = INC - EXP").Sum("CLOSE = OPEN + YEAR").Balance();

        Assert.True(result.AllHold);
        Assert.Empty(result.Adjustments);
        Assert.Equal("142.12 146.06 -3.94 83.37 79.43 48.5 1.87 0.73 0.2 26 64.82 54.19 0.13 0.63 0.29 26 64.82", Text(result));
    }

    [Fact]
    public void The_item_nearest_the_next_hundredth_takes_the_tail()
    {
        var page = new Page(DisplayScale.TenThousandYuan).Put("ALL", 10_011_000, FigureRole.Total).Put("A", 3_333_000).Put("B", 3_334_500)
            .Put("C", 3_343_500).Sum("ALL = A + B + C");

        var result = page.Balance();

        // 3.333 → 3.33, 3.3345 → 3.33, 3.3435 → 3.34: one short of 10.01; 0.45 is nearer to the next hundredth than 0.3 or 0.35.
        Assert.Equal("10.01 3.33 3.34 3.34", Text(result));
        Assert.Equal(new TailAdjustment("B", 333, 334, 3.3345m, page.Identities[0]), Assert.Single(result.Adjustments));
    }

    [Fact]
    public void Equal_remainders_give_way_in_the_order_they_are_given()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("ALL", 999_999, FigureRole.Total)
            .Put("A", 333_333).Put("B", 333_333).Put("C", 333_333).Sum("ALL = C + B + A").Balance();

        Assert.Equal("1 0.34 0.33 0.33", Text(result));
    }

    [Fact]
    public void The_balance_of_two_rounded_totals_gives_way_and_not_the_totals()
    {
        var result = HundredMillions().Put("INC", 15_443_940_000_000, FigureRole.Total).Put("EXP", 15_250_960_000_000, FigureRole.Total)
            .Put("YEAR", 192_980_000_000, FigureRole.Balance).Sum("YEAR = INC - EXP").Balance();

        // 1544.394 − 1525.096 = 19.298 would print 1544.39 − 1525.1 = 19.3.
        Assert.Equal("1544.39 1525.1 19.29", Text(result));
        Assert.Equal(("YEAR", 1930L, 1929L), result.Adjustments.Select(a => (a.Slot, a.Rounded, a.Printed)).Single());
    }

    [Fact]
    public void A_pinned_item_leaves_the_tail_to_its_neighbour()
    {
        var free = new Page(DisplayScale.TenThousandYuan).Put("ALL", 29_000, FigureRole.Total).Put("A", 14_900).Put("B", 14_100)
            .Sum("ALL = A + B");
        var pinned = new Page(DisplayScale.TenThousandYuan).Put("ALL", 29_000, FigureRole.Total).Put("A", 14_900, FigureRole.Pinned)
            .Put("B", 14_100).Sum("ALL = A + B");

        Assert.Equal("0.03 0.02 0.01", Text(free.Balance()));
        Assert.Equal("0.03 0.01 0.02", Text(pinned.Balance()));
    }

    [Fact]
    public void A_total_moves_before_an_identity_is_left_broken()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("ALL", 28_000, FigureRole.Total)
            .Put("A", 14_000, FigureRole.Pinned).Put("B", 14_000, FigureRole.Pinned).Sum("ALL = A + B").Balance();

        Assert.True(result.AllHold);
        Assert.Equal("0.02 0.01 0.01", Text(result));
    }

    [Fact]
    public void A_difference_gives_way_before_the_two_years_it_compares()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("CUR", 1_054_000).Put("PY", 526_000)
            .Put("DIFF", 528_000, FigureRole.Difference).Sum("DIFF = CUR - PY").Balance();

        Assert.Equal("1.05 0.53 0.52", Text(result));
    }

    [Fact]
    public void What_cannot_be_met_is_named_and_nothing_moves_for_it()
    {
        var page = new Page(DisplayScale.TenThousandYuan).Put("ALL", 5_000_000, FigureRole.Total).Put("A", 1_003_300).Put("B", 1_003_400)
            .Put("PART", 1_004_000).Put("REST", 1_004_000).Put("BOTH", 2_008_000, FigureRole.Total)
            .Sum("ALL = A + B").Sum("BOTH = PART + REST");

        var result = page.Balance();

        Assert.Same(page.Identities[0], Assert.Single(result.Unmet));
        Assert.Equal("5 1 1 1.01 1 2.01", Text(result));
    }

    [Fact]
    public void Of_two_identities_that_exclude_each_other_the_earlier_one_holds()
    {
        var page = new Page(DisplayScale.TenThousandYuan).Put("P", 12_000, FigureRole.Pinned).Put("Q", 20_000, FigureRole.Pinned)
            .Put("X", 15_000).Sum("X = P").Sum("X = Q");

        var result = page.Balance();

        Assert.Same(page.Identities[1], Assert.Single(result.Unmet));
        Assert.Equal("0.01 0.02 0.01", Text(result));
        Assert.Same(page.Identities[0], Assert.Single(result.Adjustments).Cause);
    }

    [Fact]
    public void Numbers_with_no_more_than_two_decimals_stay_even_when_their_sum_is_wrong()
    {
        var result = Yuan().Put("ALL", 301, FigureRole.Total).Put("A", 100).Put("B", 200).Sum("ALL = A + B").Balance();

        Assert.Equal("3.01 1 2", Text(result));
        Assert.Single(result.Unmet);
    }

    [Fact]
    public void Malformed_input_is_refused_by_name()
    {
        Assert.Contains("A is given twice", Refusal(Yuan().Put("A", 1).Put("A", 2)), StringComparison.Ordinal);
        Assert.Contains("unknown slot X", Refusal(Yuan().Put("A", 1).Sum("A = X")), StringComparison.Ordinal);
        Assert.Contains("names a slot twice", Refusal(Yuan().Put("A", 1).Sum("A = A")), StringComparison.Ordinal);

        static string Refusal(Page page) => Assert.Throws<ArgumentException>(page.Balance).Message;
    }
}
