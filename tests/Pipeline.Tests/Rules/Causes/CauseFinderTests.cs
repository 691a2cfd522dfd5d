using System.Globalization;
using Pipeline.Returns;
using Pipeline.Rules.Causes;

namespace Pipeline.Tests.Rules.Causes;

public sealed class CauseFinderTests
{
    // What is typed | what it should be | cause, or - for none.
    [Theory]
    [InlineData("123456.78", "1234567800", "UnitScale")]
    [InlineData("123456.78", "1234567849.99", "UnitScale")]
    [InlineData("123456.78", "1234567851", "-")]
    [InlineData("12.35", "1234567800", "UnitScale")]
    [InlineData("3", "30000", "-")]
    [InlineData("-88123.45", "88123.45", "Sign")]
    [InlineData("-88123.45", "88123.46", "-")]
    [InlineData("12345670", "1234567", "Digits")]
    [InlineData("123567.89", "1234567.89", "Digits")]
    [InlineData("12334567.89", "1234567.89", "Digits")]
    [InlineData("124567.89", "1234568.89", "-")]
    [InlineData("40144.6", "40144.61", "-")]
    [InlineData("12", "120", "-")]
    [InlineData("1243567.89", "1234567.89", "Transposition")]
    [InlineData("1234567.98", "1234567.89", "Transposition")]
    [InlineData("1234576.89", "1234567.80", "-")]
    [InlineData("1000018.00", "1000009.00", "-")]
    public void Two_amounts_point_to_a_cause_only_when_it_fits_exactly(string typed, string should, string kind)
    {
        var cause = CauseFinder.Find(Around.Pair(Amount(typed), Amount(should)), Around.Nothing);
        Assert.Equal(kind, cause?.Kind.ToString() ?? "-");
    }

    [Theory]
    [InlineData(10500, "Omitted", "P1")]
    [InlineData(15500.5, "Omitted", "P0")]
    [InlineData(36500.5, "Doubled", "P0")]
    [InlineData(26000.4, "-", "")]
    public void A_total_that_misses_or_repeats_one_part_names_it(double total, string kind, string part)
    {
        var cause = CauseFinder.Find(Around.Sum((decimal)total, 10500m, 15500.5m), Around.Nothing);
        Assert.Equal(kind, cause?.Kind.ToString() ?? "-");
        Assert.Contains(part, cause?.Text ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Last_years_value_speaks_against_a_cause()
    {
        var lastYear = Around.Nothing with { Number = (_, column) => column == "PY" ? 120_000m : null };
        Assert.Null(CauseFinder.Find(Around.Pair(123456.78m, 1234567800m), lastYear));
    }

    [Theory]
    [InlineData("R-F-08", "TextNumber")]
    [InlineData("R-F-13", "TextNumber")]
    [InlineData("R-F-09", "StaleFormula")]
    [InlineData("R-F-10", "StaleFormula")]
    [InlineData("R-F-06", "ShiftedRow")]
    [InlineData("R-F-14", "-")]
    public void What_the_reader_saw_at_that_cell_is_the_cause(string rule, string kind)
    {
        var seen = Around.Nothing with { Reading = [Around.Seen(rule, "T")] };
        Assert.Equal(kind, CauseFinder.Find(Around.Pair(500m, 731m), seen)?.Kind.ToString() ?? "-");
        var elsewhere = Around.Nothing with { Reading = [Around.Seen(rule, "P5")] };
        Assert.Null(CauseFinder.Find(Around.Pair(500m, 731m), elsewhere));
    }

    [Theory]
    [InlineData(25, "InTransit")]
    [InlineData(24, "-")]
    public void A_transfer_of_the_last_days_is_in_transit(int day, string kind)
    {
        var sent = Around.Nothing with { Unmatched = [new Voucher("记-12", new DateOnly(2023, 12, day), 50_000m), new Voucher("记-13", new DateOnly(2023, 12, day), 777m)] };
        Assert.Equal(kind, CauseFinder.Find(Around.Pair(881_234m, 831_234m), sent)?.Kind.ToString() ?? "-");
    }

    [Theory]
    [InlineData(222, "ShiftedRow")]
    [InlineData(999, "-")]
    public void Two_consecutive_rows_one_too_low_are_a_shift(int third, string kind)
    {
        // Belongs: 111 to P0, 222 to P1. Stands: 111 in P1.
        var context = Around.Nothing with
        {
            Number = (item, _) => item switch { "P0" => 5m, "P1" => 111m, "P2" => third, _ => null },
            Known = (item, _) => item == "P1" ? 222m : null,
            Neighbour = (item, rows) => $"P{int.Parse(item[1..], CultureInfo.InvariantCulture) + rows}",
        };
        var cause = CauseFinder.Find(Around.Pair(5m, 111m) with { Item = "P0", Column = "PY" }, context);
        Assert.Equal(kind, cause?.Kind.ToString() ?? "-");
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
