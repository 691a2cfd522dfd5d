using Pipeline.Figures;

namespace Pipeline.Tests.Figures;

public sealed class TailBalancerTests
{
    private static Page HundredMillions() => new(DisplayScale.HundredMillionYuan);

    private static Page Yuan() => new(DisplayScale.Yuan);

    private static string Text(TailResult result) => string.Join(' ', result.Slots.Select(s => Rounding.PrintHundredths(s.Printed)));

    [Fact]
    public void The_2023_work_injury_income_prints_as_it_stands_when_it_already_adds_up()
    {
        var page = HundredMillions().Put("INC", 1_421_200_000_000, TailRole.Total).Put("EXP", 1_460_600_000_000, TailRole.Total)
            .Put("YEAR", -39_400_000_000, TailRole.Balance).Put("OPEN", 833_700_000_000).Put("CLOSE", 794_300_000_000, TailRole.Total);
        foreach (var (id, fen) in new[] { ("PREM", 485_012_345_678), ("INT", 18_711_000_000), ("SUBS", 7_276_654_322), ("OTHER", 2_000_000_000) }) page.Put(id, fen);
        page.Put("UP", 260_000_000_000, TailRole.Pinned).Put("LOW", 648_200_000_000, TailRole.Pinned)
            .Sum("INC = PREM + INT + SUBS + OTHER + UP + LOW").Sum("YEAR = INC - EXP").Sum("CLOSE = OPEN + YEAR");

        var result = page.Balance();

        Assert.True(result.AllHold);
        Assert.Empty(result.Adjustments);
        Assert.Equal("142.12 146.06 -3.94 83.37 79.43 48.5 1.87 0.73 0.2 26 64.82", Text(result));
    }

    [Fact]
    public void The_item_nearest_the_next_hundredth_takes_the_tail()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("ALL", 10_011_000, TailRole.Total)
            .Put("A", 3_333_000).Put("B", 3_334_500).Put("C", 3_343_500).Sum("ALL = A + B + C").Balance();

        // 3.333 → 3.33, 3.3345 → 3.33, 3.3435 → 3.34: one short of 10.01; 0.45 is nearer to the next hundredth than 0.3 or 0.35.
        Assert.Equal("10.01 3.33 3.34 3.34", Text(result));
        Assert.Equal(new TailAdjustment("B", 333, 334, 3.3345m, Assert.Single(result.Adjustments).Cause), Assert.Single(result.Adjustments));
    }

    [Fact]
    public void Equal_remainders_give_way_in_the_order_they_are_given()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("ALL", 1_000_000, TailRole.Total)
            .Put("A", 333_333).Put("B", 333_333).Put("C", 333_334).Put("D", 0).Sum("ALL = C + B + A + D").Balance();

        Assert.Equal("1 0.33 0.33 0.34 0", Text(result));
        Assert.Equal("1 0.34 0.33 0.33", Text(new Page(DisplayScale.TenThousandYuan).Put("ALL", 999_999, TailRole.Total)
            .Put("A", 333_333).Put("B", 333_333).Put("C", 333_333).Sum("ALL = C + B + A").Balance()));
    }

    [Fact]
    public void The_balance_of_two_rounded_totals_gives_way_and_not_the_totals()
    {
        var page = HundredMillions().Put("INC", 1_544_494_000_000, TailRole.Total).Put("EXP", 1_525_106_000_000, TailRole.Total)
            .Put("YEAR", 19_388_000_000, TailRole.Balance).Sum("YEAR = INC - EXP");

        var result = page.Balance();

        // 154.4494 − 152.5106 = 1.9388 would print 154.45 − 152.51 = 1.94: it adds up. One 亿 hundredth less on the income does not.
        Assert.Equal("154.45 152.51 1.94", Text(result));
        Assert.Equal("154.44 152.51 1.93", Text(HundredMillions().Put("INC", 1_544_449_000_000, TailRole.Total)
            .Put("EXP", 1_525_094_000_000, TailRole.Total).Put("YEAR", 19_355_000_000, TailRole.Balance).Sum("YEAR = INC - EXP").Balance()));
    }

    [Fact]
    public void A_pinned_item_leaves_the_tail_to_its_neighbour()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("ALL", 20_008, TailRole.Total)
            .Put("A", 10_0049 / 10, TailRole.Pinned).Put("B", 10_004).Sum("ALL = A + B").Balance();

        Assert.Equal("0.02 0.01 0.01", Text(result));
        var pinned = new Page(DisplayScale.TenThousandYuan).Put("ALL", 29_000, TailRole.Total)
            .Put("A", 14_900, TailRole.Pinned).Put("B", 14_100).Sum("ALL = A + B").Balance();
        Assert.Equal("0.03 0.01 0.02", Text(pinned));
    }

    [Fact]
    public void A_total_moves_before_an_identity_is_left_broken()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("ALL", 28_000, TailRole.Total)
            .Put("A", 14_000, TailRole.Pinned).Put("B", 14_000, TailRole.Pinned).Sum("ALL = A + B").Balance();

        Assert.True(result.AllHold);
        Assert.Equal("0.02 0.01 0.01", Text(result));
    }

    [Fact]
    public void A_difference_gives_way_before_the_two_years_it_compares()
    {
        var result = new Page(DisplayScale.TenThousandYuan).Put("CUR", 1_054_000).Put("PY", 526_000)
            .Put("DIFF", 528_000, TailRole.Difference).Sum("DIFF = CUR - PY").Balance();

        Assert.Equal("1.05 0.53 0.52", Text(result));
    }

    [Fact]
    public void What_cannot_be_met_is_named_and_nothing_moves_for_it()
    {
        var page = new Page(DisplayScale.TenThousandYuan).Put("ALL", 5_000_000, TailRole.Total).Put("A", 1_003_300).Put("B", 1_003_400)
            .Put("PART", 1_004_000).Put("REST", 1_004_000).Put("BOTH", 2_008_000, TailRole.Total)
            .Sum("ALL = A + B").Sum("BOTH = PART + REST");

        var result = page.Balance();

        Assert.Same(page.Identities[0], Assert.Single(result.Unmet));
        Assert.Equal("5 1 1 1.01 1 2.01", Text(result));
    }

    [Fact]
    public void Of_two_identities_that_exclude_each_other_the_earlier_one_holds()
    {
        var page = new Page(DisplayScale.TenThousandYuan).Put("P", 12_000, TailRole.Pinned).Put("Q", 20_000, TailRole.Pinned).Put("X", 15_000)
            .Sum("X = P").Sum("X = Q");

        var result = page.Balance();

        Assert.Same(page.Identities[1], Assert.Single(result.Unmet));
        Assert.Equal("0.01 0.02 0.01", Text(result));
        Assert.Same(page.Identities[0], Assert.Single(result.Adjustments).Cause);
    }

    [Fact]
    public void Numbers_with_two_decimals_stay_even_when_their_sum_is_wrong()
    {
        var result = Yuan().Put("ALL", 301, TailRole.Total).Put("A", 100).Put("B", 200).Sum("ALL = A + B").Balance();

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
