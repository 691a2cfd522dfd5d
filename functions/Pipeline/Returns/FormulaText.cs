using System.Globalization;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Returns;

/// <summary>A formula of the catalogue in the words of Excel.</summary>
internal static class FormulaText
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Operand = 3;

    /// <summary>Excel's formula, without the leading equals sign and with no more brackets than needed.</summary>
    /// <param name="expression">Arithmetic and functions Excel has too.</param>
    /// <param name="address">Where each reference stands.</param>
    public static string Of(Expression expression, Func<Reference, string> address) => Of(expression, address, Sum);

    /// <summary>Whether it may divide by nothing.</summary>
    public static bool Divides(Expression expression) => expression.Parts().Any(p => p is Binary { Operator: Operator.Divide });

    private static string Of(Expression expression, Func<Reference, string> address, int binding) => expression switch
    {
        Number n => n.Value.ToString(CultureInfo.InvariantCulture),
        Reference r => address(r),
        Negation n => Bracket($"-{Of(n.Operand, address, Operand)}", binding > Sum),
        Binary b => Of(b, address, binding),
        Call { Name: "abs" or "min" or "max" } c =>
            $"{c.Name.ToUpperInvariant()}({string.Join(",", c.Arguments.Select(a => Of(a, address)))})",
        _ => throw new NotSupportedException($"{expression} has no formula in Excel."),
    };

    private static string Of(Binary b, Func<Reference, string> address, int binding)
    {
        var own = b.Operator switch
        {
            Operator.Add or Operator.Subtract => Sum,
            Operator.Multiply or Operator.Divide => Product,
            _ => throw new NotSupportedException($"{b} is not arithmetic."),
        };
        // a-(b-c) and a/(b/c) keep their brackets; a+(b+c) and a*(b*c) do without.
        var right = b.Operator is Operator.Subtract or Operator.Divide ? own + 1 : own;
        return Bracket($"{Of(b.Left, address, own)}{b.Operator.Sign()}{Of(b.Right, address, right)}", own < binding);
    }

    private static string Bracket(string text, bool needed) => needed ? $"({text})" : text;
}
