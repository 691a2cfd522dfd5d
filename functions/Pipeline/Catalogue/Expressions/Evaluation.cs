namespace Pipeline.Catalogue.Expressions;

/// <summary>Evaluates expressions exactly, in <see cref="decimal"/>. A missing value makes the result missing; so does division by zero.</summary>
public static class Evaluation
{
    /// <summary>The value in workbook units; 1 and 0 for a condition that holds or fails; null when something is missing.</summary>
    public static decimal? Evaluate(this Expression expression, IValues values) => expression switch
    {
        Number n => n.Value,
        Reference r => values.Number(r),
        Negation n => -n.Operand.Evaluate(values),
        Binary { Operator: Operator.And } b => And(b.Left.Evaluate(values), b.Right.Evaluate(values)),
        Binary { Operator: Operator.Or } b => Or(b.Left.Evaluate(values), b.Right.Evaluate(values)),
        Binary b when b.Left is Literal || b.Right is Literal => CompareTexts(b, values),
        Binary b => Apply(b.Operator, b.Left.Evaluate(values), b.Right.Evaluate(values)),
        Call c => Apply(c, values),
        _ => throw new NotSupportedException($"{expression} has no value of its own."),
    };

    /// <summary>Whether <paramref name="left"/> stands to <paramref name="right"/> as the operator says, give or take the tolerance.</summary>
    public static bool Holds(this Operator op, decimal left, decimal right, decimal tolerance) => op switch
    {
        Operator.Equal => Math.Abs(left - right) <= tolerance,
        Operator.NotEqual => Math.Abs(left - right) > tolerance,
        Operator.Less => left < right + tolerance,
        Operator.LessOrEqual => left <= right + tolerance,
        Operator.Greater => left > right - tolerance,
        Operator.GreaterOrEqual => left >= right - tolerance,
        _ => throw new NotSupportedException($"{op} does not compare."),
    };

    private static decimal? Apply(Operator op, decimal? left, decimal? right) => op switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        Operator.Divide => right == 0 ? null : left / right,
        _ => left is { } l && right is { } r ? Truth(op.Holds(l, r, 0)) : null,
    };

    private static decimal? Apply(Call call, IValues values) => call.Name switch
    {
        "abs" => call.Arguments[0].Evaluate(values) is { } value ? Math.Abs(value) : null,
        "min" => Fold(call, values, Math.Min),
        "max" => Fold(call, values, Math.Max),
        "not" => 1 - call.Arguments[0].Evaluate(values),
        _ => values.Call(call),
    };

    private static decimal? Fold(Call call, IValues values, Func<decimal, decimal, decimal> fold) =>
        call.Arguments.Select(a => a.Evaluate(values)).Aggregate((a, b) => a is { } x && b is { } y ? fold(x, y) : null);

    private static decimal? CompareTexts(Binary b, IValues values)
    {
        if (Text(b.Left, values) is not { } left || Text(b.Right, values) is not { } right) return null;
        return b.Operator switch
        {
            Operator.Equal => Truth(left == right),
            Operator.NotEqual => Truth(left != right),
            _ => throw new NotSupportedException($"Texts are equal or not; {b} asks for more."),
        };
    }

    private static string? Text(Expression expression, IValues values) => expression switch
    {
        Literal l => l.Value,
        Reference r => values.Text(r),
        _ => throw new NotSupportedException($"{expression} is not a text."),
    };

    private static decimal? And(decimal? left, decimal? right) => left == 0 || right == 0 ? 0 : left is null || right is null ? null : 1;

    private static decimal? Or(decimal? left, decimal? right) => left > 0 || right > 0 ? 1 : left is null || right is null ? null : 0;

    private static decimal Truth(bool holds) => holds ? 1 : 0;
}
