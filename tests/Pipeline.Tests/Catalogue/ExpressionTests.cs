using Pipeline.Catalogue.Expressions;

namespace Pipeline.Tests.Catalogue;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("10 - 2 - 3", "5")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("-A.B + 1", "-4")]
    [InlineData("A.B@CUR", "7")]
    [InlineData("A.B / 2", "2.5")]
    [InlineData("abs(A.B - 9)", "4")]
    [InlineData("min(A.B, 3, 4)", "3")]
    [InlineData("A.B = 5", "1")]
    [InlineData("A.B <> 5", "0")]
    [InlineData("A.B <= 5 and A.B@CUR > 7", "0")]
    [InlineData("A.B < 5 or A.B@CUR >= 7", "1")]
    [InlineData("T = \"上解上级\"", "1")]
    public void Expressions_mean_what_they_say(string text, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Expression.Parse(text).Evaluate(new Values()));

    [Theory]
    [InlineData("GONE + 1")]
    [InlineData("A.B / 0")]
    [InlineData("abs(GONE)")]
    [InlineData("GONE = 1")]
    public void What_is_missing_stays_missing(string text) => Assert.Null(Expression.Parse(text).Evaluate(new Values()));

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("A.B A.C")]
    [InlineData("(1 + 2")]
    [InlineData("A.B == 1")]
    [InlineData("A.B@")]
    public void Nonsense_is_refused(string text) => Assert.Throws<FormatException>(() => Expression.Parse(text));

    [Fact]
    public void References_are_told_once_each() =>
        Assert.Equal(["A", "B@CUR"], Expression.Parse("A + B@CUR - A * f(A)").References().Select(r => r.ToString()));

    [Fact]
    public void A_sum_gives_its_terms_with_signs_and_a_product_gives_none()
    {
        Assert.Equal([("A", 1), ("B", -1), ("C", 1)], Linear.Terms(Expression.Parse("A - (B - C)"))!);
        Assert.Null(Linear.Terms(Expression.Parse("A * B")));
    }

    private sealed class Values : IValues
    {
        public decimal? Number(Reference reference) => reference.ToString() switch { "A.B" => 5, "A.B@CUR" => 7, _ => null };

        public string? Text(Reference reference) => reference.Code == "T" ? "上解上级" : null;

        public decimal? Call(Call call) => throw new NotSupportedException(call.Name);
    }
}
