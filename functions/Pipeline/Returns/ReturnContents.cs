using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Returns;

/// <summary>What stands in each cell of a workbook that is made for a unit: a formula, a value, or nothing yet.</summary>
internal sealed class ReturnContents
{
    private const string LastYear = "PY";
    private const string ThisYear = "CUR";

    private readonly YearCatalogue catalogue;
    private readonly Dictionary<(string Item, string Column), long> values = [];
    private readonly HashSet<(string Item, string Column)> locked = [];
    private readonly ILookup<string, RegisterLine> lines;
    private readonly Recalculation shown;

    private ReturnContents(
        YearCatalogue catalogue, Unit unit, Return? lastYear, IReadOnlyList<(string Item, string Column, long Amount)> booked, Return? filled)
    {
        this.catalogue = catalogue;
        Unit = unit;
        lines = (filled?.Lines ?? []).ToLookup(l => l.Form);
        PutValues(filled);
        if (lastYear is not null) PutLastYear(lastYear, new(catalogue, lastYear, booked));
        if (unit.Kind == UnitKind.Prefecture) PutProvincialZeros();
        shown = new Recalculation(catalogue, WithBlanksAsZero());
    }

    public Unit Unit { get; }

    public static ReturnContents Blank(
        YearCatalogue catalogue, Unit unit, Return? lastYear, IReadOnlyList<(string Item, string Column, long Amount)> booked) =>
        new(catalogue, unit, lastYear, booked, null);

    public static ReturnContents Filled(YearCatalogue catalogue, Unit unit, Return filled) => new(catalogue, unit, null, [], filled);

    public IEnumerable<RegisterLine> Lines(Form form) => lines[form.Code];

    /// <summary>How a cell of the fixed rows comes to its value.</summary>
    public CellContent Of(Item item, Column column)
    {
        var cell = (item.Code, column.Code);
        if (!item.Has(column.Code)) return CellContent.None;
        if (Recalculation.FormulaOf(item, column) is not null) return values.ContainsKey(cell) ? CellContent.Typed : CellContent.Formula;
        return locked.Contains(cell) ? CellContent.Given : CellContent.Typed;
    }

    /// <summary>The value of a cell that is no formula, in workbook units; null when it is blank.</summary>
    public decimal? Value(Item item, Column column) =>
        InWorkbookUnits(values.TryGetValue((item.Code, column.Code), out var raw) ? raw : null, item);

    /// <summary>What Excel shows in a formula's cell, blanks counting as zero; null where it divides by zero.</summary>
    public decimal? Shown(Item item, Column column) => column.Kind == ColumnKind.Derived
        ? column.Formula!.Evaluate(new RowInView(this, item))
        : Shown(item, column.Code);

    private decimal? Shown(Item item, string column) => InWorkbookUnits(shown.Value(item.Code, column), item);

    private static decimal? InWorkbookUnits(long? raw, Item item) => raw is { } r ? (decimal)r / item.Measure.Scale() : null;

    private IEnumerable<(Item Item, Column Column)> TypedCells() => Cells().Where(c => Recalculation.FormulaOf(c.Item, c.Column) is null);

    private IEnumerable<(Item Item, Column Column)> Cells() =>
        from form in catalogue.FormsOf(Unit.Kind)
        from item in form.Items
        from column in form.ValueColumns
        where item.Has(column.Code)
        select (item, column);

    private void PutValues(Return? filled)
    {
        foreach (var row in filled?.Items ?? [])
        {
            foreach (var (column, raw) in row.Values) values[(row.Item, column)] = raw;
        }

        // A sum that is not what its parts give was typed over the formula, and stays typed.
        var all = new Dictionary<(string, string), long>(values);
        foreach (var (item, column) in Cells().Where(c => Recalculation.FormulaOf(c.Item, c.Column) is not null))
        {
            var cell = (item.Code, column.Code);
            if (!all.Remove(cell, out var raw)) continue;
            if (new Recalculation(catalogue, all).Value(item.Code, column.Code) == raw) values.Remove(cell);
            all[cell] = raw;
        }
    }

    private void PutLastYear(Return lastYear, BookedChanges booked)
    {
        var closed = lastYear.Items.ToDictionary(i => i.Item);
        foreach (var (item, column) in TypedCells())
        {
            var from = column.Code switch { LastYear => item.Code, ThisYear => item.Carries, _ => null };
            if (from is null || !closed.TryGetValue(from, out var row) || !row.Values.TryGetValue(ThisYear, out var raw)) continue;
            // 上年 is as it was submitted; only what is carried forward follows the corrections.
            values[(item.Code, column.Code)] = column.Code == ThisYear ? raw + (booked.Of(from, ThisYear) ?? 0) : raw;
            locked.Add((item.Code, column.Code));
        }
    }

    private void PutProvincialZeros()
    {
        foreach (var (item, column) in TypedCells().Where(c => c.Item.ProvincialOnly))
        {
            // Another amount can only be the clerk's, who must be able to take it back.
            if (values.TryAdd((item.Code, column.Code), 0) || values[(item.Code, column.Code)] == 0) locked.Add((item.Code, column.Code));
        }
    }

    private Dictionary<(string Item, string Column), long> WithBlanksAsZero()
    {
        var all = new Dictionary<(string, string), long>(values);
        foreach (var (item, column) in TypedCells()) all.TryAdd((item.Code, column.Code), 0);
        return all;
    }

    private sealed class RowInView(ReturnContents contents, Item item) : IValues
    {
        public decimal? Number(Reference reference) => contents.Shown(item, reference.Code);

        public string? Text(Reference reference) => null;

        public decimal? Call(Call call) => throw new NotSupportedException($"A column cannot call {call.Name}.");
    }
}
