using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Tests.Returns;

public sealed class FormulaTextTests
{
    [Theory]
    [InlineData("A + B + C", "a+b+c")]
    [InlineData("A + (B - C)", "a+b-c")]
    [InlineData("A - (B - C)", "a-(b-c)")]
    [InlineData("A - (B + C)", "a-(b+c)")]
    [InlineData("A - B * C", "a-b*c")]
    [InlineData("(A - B) * C", "(a-b)*c")]
    [InlineData("A / (B * C)", "a/(b*c)")]
    [InlineData("A / B * 1000", "a/b*1000")]
    [InlineData("-(A + B)", "-(a+b)")]
    [InlineData("A * -B", "a*(-b)")]
    [InlineData("max(A, B - C) / abs(-A)", "MAX(a,b-c)/ABS(-a)")]
    [InlineData("A * 0.5", "a*0.5")]
    public void Brackets_stand_where_Excel_needs_them(string expression, string expected) =>
        Assert.Equal(expected, FormulaText.Of(Expression.Parse(expression), r => r.Code.ToLowerInvariant()));

    [Fact]
    public void What_Excel_does_not_have_is_a_defect_of_ours() =>
        Assert.Throws<NotSupportedException>(() => FormulaText.Of(Expression.Parse("sum(S05.AMOUNT, S05.FUND = \"EI\")"), r => r.Code));
}
