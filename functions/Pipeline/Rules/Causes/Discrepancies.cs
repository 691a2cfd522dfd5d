using System.Globalization;
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
            // What may not be negative and is was probably meant the other way round.
            Operator.GreaterOrEqual when right == 0 && condition.Left is Reference => sides with { Expected = -left },
            Operator.Equal when condition.Left is Reference own && Is(own) => sides with { Parts = Parts(condition.Right, values, column) },
            // The lines of a register are suspected before the cell.
            Operator.Equal when condition.Left is Call { Name: "sum" } => null,
            Operator.Equal when condition.Right is Reference own && Is(own) => sides with { Reported = right, Expected = left, Parts = Parts(condition.Left, values, column) },
            _ => null,
        };

        bool Is(Reference reference) => reference.Code == condition.At && (reference.Column ?? column) == column;
    }

    /// <summary>What probably happened to the lines of a register whose sum is not the amount of the cell.</summary>
    public static Cause? OfRegister(Condition condition, ReturnValues values, CauseContext context, decimal lines, decimal cell)
    {
        if (condition.Left is not Call { Name: "sum" } sum || lines == cell) return null;
        var form = ((Reference)sum.Arguments[0]).Code.Split('.')[0];
        var total = context with { Place = (item, column) => Place.OfSheet(values.Lines(form).FirstOrDefault()?.Sheet ?? form) with { Label = "明细合计" } };
        var cause = CauseFinder.Find(new Discrepancy(lines, cell, Measure.Money, condition.At, condition.Column!), total);
        if (cause is not null) return cause;
        var gap = Math.Abs(lines - cell).ToString("#,##0.00", CultureInfo.InvariantCulture);
        return Math.Abs(lines) < Math.Abs(cell) ? new Cause(CauseKind.Omitted, $"明细可能漏登 {gap} 元")
            : values.Lines(form).Any(l => l.Values.GetValueOrDefault("AMOUNT") is { } amount && decimal.TryParse(amount, CultureInfo.InvariantCulture, out var value) && value == lines - cell)
                ? new Cause(CauseKind.Doubled, $"明细可能重复登记了 {gap} 元")
                : null;
    }

    /// <summary>The addends when the other side is a sum of items in the same column; empty otherwise.</summary>
    private static IReadOnlyList<Part> Parts(Expression sum, ReturnValues values, string column)
    {
        if (Linear.Terms(sum) is not { Count: > 1 } terms || sum.References().Any(r => (r.Column ?? column) != column)) return [];
        return [.. terms.Select(t => new Part(t.Code, values.Number(t.Code, column) ?? 0, t.Sign))];
    }
}
