using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Rules;

/// <summary>Values as a message shows them.</summary>
/// <param name="values">What references mean.</param>
/// <param name="style">How a value is shown when nothing else is said.</param>
internal sealed class ValuePrint(IValues values, ValueStyle style)
{
    /// <summary>Stands for a value there is not.</summary>
    public const string Nothing = "（空）";

    /// <summary>A value in the style of the comparison.</summary>
    public string Of(decimal value) => Print(value, style);

    /// <summary>A further placeholder: a value, <c>percent(x)</c>, <c>number(x)</c>, <c>yuan(x)</c>, or <c>word(condition, "then", "else")</c>.</summary>
    public string Of(Expression expression) => expression switch
    {
        Call { Name: "percent" } c => Print(c.Arguments[0].Evaluate(values), ValueStyle.Percent),
        Call { Name: "number" } c => Print(c.Arguments[0].Evaluate(values), ValueStyle.Number),
        Call { Name: "yuan" } c => Print(c.Arguments[0].Evaluate(values), ValueStyle.Yuan),
        Call { Name: "word" } c => ((Literal)c.Arguments[c.Arguments[0].Evaluate(values) == 1 ? 1 : 2]).Value,
        Reference r when values.Text(r) is { } text => text,
        Literal l => l.Value,
        _ => Print(expression.Evaluate(values), style),
    };

    private static string Print(decimal? value, ValueStyle style) => value is not { } v ? Nothing : style switch
    {
        ValueStyle.Yuan => v.ToString("#,##0.00", CultureInfo.InvariantCulture),
        ValueStyle.Percent => (v * 100).ToString("#,##0.##", CultureInfo.InvariantCulture) + "%",
        _ => v.ToString("#,##0.##", CultureInfo.InvariantCulture),
    };
}
