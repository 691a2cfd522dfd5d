using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Returns;

/// <summary>Computes every formula of the catalogue over typed values. What Excel last showed plays no part.</summary>
/// <param name="catalogue">Where the formulas are.</param>
/// <param name="typed">Raw values that stand for themselves, by item and column.</param>
public sealed class Recalculation(YearCatalogue catalogue, IReadOnlyDictionary<(string Item, string Column), long> typed)
{
    // No ratio of typed amounts that means anything comes near it.
    private const decimal Largest = long.MaxValue;

    private readonly Dictionary<(string, string), long?> computed = [];

    /// <summary>The formula of a cell: the row's before the column's; null for a cell that is typed.</summary>
    public static Expression? FormulaOf(Item item, Column? column) => item.Formula ?? column?.Formula;

    /// <summary>The raw value of an item in a column; null when it, or something it is made of, is missing or beyond all bounds.</summary>
    public long? Value(string item, string column)
    {
        if (typed.TryGetValue((item, column), out var value)) return value;
        if (computed.TryGetValue((item, column), out var known)) return known;
        return computed[(item, column)] = catalogue.FindItem(item) is { } found ? Compute(found.Form, found.Item, column) : null;
    }

    private long? Compute(Form form, Item item, string column)
    {
        var formula = FormulaOf(item, form.Columns.FirstOrDefault(c => c.Code == column));
        var value = formula?.Evaluate(new Row(this, catalogue, item, column)) * item.Measure.Scale();
        return value is { } v && Math.Abs(v) < Largest ? (long)Math.Round(v, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>A reference is an item in the column in hand, or a column of the row in hand.</summary>
    private sealed class Row(Recalculation values, YearCatalogue catalogue, Item item, string column) : IValues
    {
        public decimal? Number(Reference reference) => catalogue.FindItem(reference.Code) is { } found
            ? InWorkbookUnits(values.Value(reference.Code, reference.Column ?? column), found.Item)
            : InWorkbookUnits(values.Value(item.Code, reference.Code), item);

        public string? Text(Reference reference) => null;

        public decimal? Call(Call call) => throw new NotSupportedException($"A formula of a form cannot call {call.Name}.");

        private static decimal? InWorkbookUnits(long? raw, Item of) => raw is { } r ? (decimal)r / of.Measure.Scale() : null;
    }
}
