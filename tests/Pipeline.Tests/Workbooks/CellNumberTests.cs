using System.Globalization;
using CsCheck;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class CellNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1234.5600000000001", "1234.56")]
    [InlineData("1234.5599999999999", "1234.56")]
    [InlineData("0.1", "0.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("999999999999999.9", "1000000000000000")]
    [InlineData("123456789012345678", "123456789012346000")]
    [InlineData("12345678901234.55", "12345678901234.6")]
    [InlineData("1E3", "1000")]
    [InlineData("1.5e+2", "150")]
    [InlineData("-2.5E-3", "-0.0025")]
    [InlineData("2.2737367544323206E-13", "0.000000000000227373675443232")]
    [InlineData("5.5511151231257827E-17", "0.0000000000000000555111512313")]
    [InlineData("4.9E-324", "0")]
    [InlineData("7.9E28", "79000000000000000000000000000")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData(" 7\n", "7")]
    [InlineData("00012", "12")]
    public void Digits_become_the_exact_value_at_15_significant_digits(string text, string expected)
    {
        Assert.True(CellNumber.TryParse(text, out var value));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,234")]
    [InlineData("1 234")]
    [InlineData("1.2.3")]
    [InlineData("1E")]
    [InlineData("E5")]
    [InlineData("NaN")]
    [InlineData("INF")]
    [InlineData("１２")]
    [InlineData("8E28")]
    [InlineData("1.7976931348623157E+308")]
    [InlineData("1E999999999999")]
    public void What_decimal_cannot_hold_is_no_number(string text) => Assert.False(CellNumber.TryParse(text, out _));

    [Fact]
    public void Amounts_in_cents_survive_the_shortest_and_the_17_digit_spelling() =>
        Gen.Long[-9_999_999_999_999, 9_999_999_999_999].Sample(cents =>
        {
            var amount = cents / 100m;
            // What Excel does with an amount: it keeps the nearest binary number and writes up to 17 digits of it.
            var stored = double.Parse(amount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return CellNumber.TryParse(stored.ToString("R", CultureInfo.InvariantCulture), out var a) && a == amount
                && CellNumber.TryParse(stored.ToString("G17", CultureInfo.InvariantCulture), out var b) && b == amount;
        });
}
