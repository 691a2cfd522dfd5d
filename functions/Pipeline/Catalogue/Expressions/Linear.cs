namespace Pipeline.Catalogue.Expressions;

/// <summary>Sums and differences of references.</summary>
public static class Linear
{
    /// <summary>The references with their signs, or null when the expression does anything but add and subtract.</summary>
    public static IReadOnlyList<(string Code, int Sign)>? Terms(Expression expression)
    {
        var terms = new List<(string, int)>();
        return Collect(expression, 1, terms) ? terms : null;
    }

    private static bool Collect(Expression expression, int sign, List<(string Code, int Sign)> terms)
    {
        switch (expression)
        {
            case Reference r:
                terms.Add((r.Code, sign));
                return true;
            case Negation n:
                return Collect(n.Operand, -sign, terms);
            case Binary { Operator: Operator.Add } b:
                return Collect(b.Left, sign, terms) && Collect(b.Right, sign, terms);
            case Binary { Operator: Operator.Subtract } b:
                return Collect(b.Left, sign, terms) && Collect(b.Right, -sign, terms);
            default:
                return false;
        }
    }
}
