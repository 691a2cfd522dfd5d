using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>A broken condition as two exact sides, where it has two: what ratios and bounds leave open cannot be mended to one number.</summary>
internal static class Discrepancies
{
    /// <summary>The two sides of a condition over items; null where there is no one value that would hold.</summary>
    public static Discrepancy? Of(YearCatalogue catalogue, Condition condition, ReturnValues values, decimal left, decimal right)
    {
        if (condition.Column is not { } column || catalogue.FindItem(condition.At) is not { } found) return null;
        var sides = new Discrepancy(left, right, found.Item.Measure, condition.At, column);
        return condition.Operator switch
        {
            // What is typed, may not be negative and is was probably meant the other way round; what is computed follows from what was typed.
            Operator.GreaterOrEqual when right == 0 && condition.Left is Reference && Recalculation.FormulaOf(found.Item, found.Form.Columns.FirstOrDefault(c => c.Code == column)) is null => sides with { Expected = -left },
            Operator.Equal when condition.Left is Reference own && Is(own) => sides with { Parts = Parts(condition.Right, values, column) },
            // The lines of a register are suspected before the cell.
            Operator.Equal when condition.Left is Call { Name: "sum" } => null,
            Operator.Equal when condition.Right is Reference own && Is(own) => sides with { Reported = right, Expected = left, Parts = Parts(condition.Left, values, column) },
            _ => null,
        };

        bool Is(Reference reference) => reference.Code == condition.At && (reference.Column ?? column) == column;
    }

    /// <summary>The addends when the other side is a sum of items in the same column; empty otherwise.</summary>
    private static IReadOnlyList<Part> Parts(Expression sum, ReturnValues values, string column)
    {
        if (Linear.Terms(sum) is not { Count: > 1 } terms || sum.References().Any(r => (r.Column ?? column) != column)) return [];
        return [.. terms.Select(t => new Part(t.Code, values.Number(t.Code, column) ?? 0, t.Sign))];
    }
}
