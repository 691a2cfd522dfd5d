using System.Globalization;
using Pipeline.Figures;

namespace Pipeline.Tests.Figures;

public sealed class RoundingTests
{
    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("2.345", "2.35")]
    [InlineData("2.3449999999", "2.34")]
    [InlineData("-3.9351", "-3.94")]
    [InlineData("1436.10", "1436.1")]
    [InlineData("405.0000000000", "405")]
    [InlineData("179432.001", "179432")]
    public void Half_goes_away_from_zero_and_trailing_zeros_go(string exact, string printed) =>
        Assert.Equal(printed, Rounding.Print(decimal.Parse(exact, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("-0.0049")]
    [InlineData("-0.00")]
    [InlineData("0.0000000001")]
    public void Nothing_never_prints_with_a_sign(string exact) =>
        Assert.Equal("0", Rounding.Print(decimal.Parse(exact, CultureInfo.InvariantCulture)));

    [Fact]
    public void Hundredths_print_as_the_amount_they_are()
    {
        Assert.Equal("-3.94", Rounding.PrintHundredths(-394));
        Assert.Equal("42.5", Rounding.PrintHundredths(4250));
        Assert.Equal("0", Rounding.PrintHundredths(0));
        Assert.Equal(-395, Rounding.Hundredths(-3.945m));
    }

    [Fact]
    public void A_percentage_comes_from_the_exact_amounts_and_not_from_the_printed_ones()
    {
        Assert.Equal("98.34%", Rounding.Percent(521_200, 530_000));
        Assert.Equal("98.34%", Rounding.Growth(1_051_200, 530_000));
        Assert.Equal("98.11%", Rounding.Percent(0.52m, 0.53m));
    }

    [Fact]
    public void A_percentage_of_nothing_is_0_for_nothing_and_a_dash_for_something()
    {
        Assert.Equal("0", Rounding.Percent(0, 0));
        Assert.Equal("—", Rounding.Percent(1, 0));
        Assert.Equal("0%", Rounding.Percent(0, 530_000));
        Assert.Equal("100%", Rounding.Percent(530_000, 530_000));
    }

    [Fact]
    public void Growth_from_a_loss_to_a_gain_is_positive() => Assert.Equal("150%", Rounding.Growth(100, -200));

    [Theory]
    [InlineData("元", 123_456, "1234.56")]
    [InlineData("万元", 1_051_200, "1.05")]
    [InlineData("亿元", 17_943_200_000_000, "1794.32")]
    [InlineData("亿元", -39_400_000_000, "-3.94")]
    [InlineData("人", 5_220, "5220")]
    [InlineData("万人", 17_335_831, "1733.58")]
    [InlineData("万家", 334_449, "33.44")]
    public void Raw_amounts_print_in_the_unit_the_catalogue_names(string unit, long raw, string printed) =>
        Assert.Equal(printed, DisplayScale.Find(unit)!.Print(raw));

    [Fact]
    public void A_unit_nobody_knows_is_not_taken_for_a_count()
    {
        Assert.Null(DisplayScale.Find("億元"));
        var rules = DisplayScale.Count("条");
        Assert.Equal(("458", "条", false), (rules.Print(458), rules.Unit, rules.IsMoney));
    }

    [Theory]
    [InlineData(5_220, "人")]
    [InlineData(9_999, "人")]
    [InlineData(10_000, "万人")]
    [InlineData(13_100, "万人")]
    public void People_are_counted_in_ten_thousands_from_ten_thousand_on(long persons, string unit) =>
        Assert.Equal(unit, DisplayScale.ForPersons(persons).Unit);

    [Fact]
    public void Scaling_to_hundred_millions_keeps_every_fen() =>
        Assert.Equal(1794.3200000001m, DisplayScale.HundredMillionYuan.Exact(17_943_200_000_001));
}
