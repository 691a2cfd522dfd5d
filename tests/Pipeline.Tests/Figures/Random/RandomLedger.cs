using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Figures.Random;

/// <summary>A year of fifteen returns drawn from a number: the same number always gives the same returns.</summary>
/// <remarks>
/// An amount is drawn for the province and then split over the units, so that the sums, which are what is printed, fall on the borders of
/// rounding as often as is wanted. Some ledgers lack units or cells, have transfers only one side booked, or are all zero.
/// </remarks>
internal sealed class RandomLedger
{
    public const string Provincial = "430099";

    private static readonly YearCatalogue Catalogue = Catalogue2023.Value;
    private static readonly string[] Everyone = [.. Catalogue.ReportingUnits.Select(u => u.Code).Order(StringComparer.Ordinal)];
    private static readonly int Province = Array.IndexOf(Everyone, Provincial);

    /// <summary>What is typed into a return, in the order of the forms.</summary>
    private static readonly (Form Form, Item Item, string Column)[] Cells = [.. Catalogue.Forms.SelectMany(form => form.Items
        .Where(i => i.Formula is null).SelectMany(item => form.ValueColumns.Where(c => c.Formula is null && item.Has(c.Code)).Select(c => (form, item, c.Code))))];

    private readonly System.Random random;
    private readonly int mood;

    /// <summary>By unit and cell; null is blank.</summary>
    private readonly long?[][] typed = [.. Everyone.Select(_ => new long?[Cells.Length])];

    public RandomLedger(int number)
    {
        random = new System.Random(number);
        mood = random.Next(8);
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var (form, item, _) = Cells[cell];
            if (form.Scope == FormScope.Provincial) typed[Province][cell] = Draw(item, 10_000);
            else Split(item, cell, Draw(item, item.Measure == Measure.Money ? 100_000_000 : 100));
        }

        SplitProjects();

        // Of three ledgers in four both sides of every transfer agree.
        IsMirrored = random.Next(4) > 0;
        if (IsMirrored) Mirror();
        if (random.Next(5) == 0) Missing = [.. Everyone.Where(_ => random.Next(8) == 0)];
    }

    /// <summary>What the units that are not missing typed: 分 or heads. A blank cell is absent.</summary>
    public IEnumerable<(string Unit, string Item, string Column, long Value)> Typed =>
        from unit in Enumerable.Range(0, Everyone.Length)
        where !Missing.Contains(Everyone[unit])
        from cell in Enumerable.Range(0, Cells.Length)
        where typed[unit][cell] is not null
        select (Everyone[unit], Cells[cell].Item.Code, Cells[cell].Column, typed[unit][cell]!.Value);

    public bool IsMirrored { get; }

    public IReadOnlyList<string> Missing { get; } = [];

    public Snapshot Snapshot(params (string Section, string Text)[] narrative)
    {
        var lines = narrative.Select((n, i) => new RegisterLine("S10", "S10文字材料", 19 + i, new Dictionary<string, string>
        {
            ["SECTION"] = n.Section, ["ORDER"] = i.ToString(CultureInfo.InvariantCulture), ["TEXT"] = n.Text,
        })).ToList();
        var units = Everyone.Except(Missing).Select(unit => new SnapshotUnit(
            unit, new string('0', 58) + unit, $"{unit}.xlsx", new Return(Catalogue.Year, unit, [.. Rows(unit)], unit == Provincial ? lines : [])));
        return new Snapshot(Catalogue.Year, "random", Catalogue.Version, [.. units], Missing);
    }

    private IEnumerable<ItemRow> Rows(string unit)
    {
        // What a unit computes is of use only where it is printed from the unit's own return.
        if (unit == Provincial) return Computed();
        var own = typed[Array.IndexOf(Everyone, unit)];
        return Enumerable.Range(0, Cells.Length).Where(cell => own[cell] is not null).GroupBy(cell => Cells[cell].Item).Select(row => new ItemRow(
            Cells[row.First()].Form.Code, row.Key.Code, Cells[row.First()].Form.Sheet, row.Key.Row, row.ToDictionary(cell => Cells[cell].Column, cell => own[cell]!.Value)));
    }

    private IEnumerable<ItemRow> Computed()
    {
        var own = Enumerable.Range(0, Cells.Length).Where(cell => typed[Province][cell] is not null)
            .ToDictionary(cell => (Cells[cell].Item.Code, Cells[cell].Column), cell => typed[Province][cell]!.Value);
        var values = new Recalculation(Catalogue, own);
        foreach (var form in Catalogue.Forms)
        {
            foreach (var item in form.Items)
            {
                var row = new Dictionary<string, long>();
                foreach (var column in form.ValueColumns.Where(c => item.Has(c.Code)))
                    if (values.Value(item.Code, column.Code) is { } value) row[column.Code] = value;
                yield return new ItemRow(form.Code, item.Code, form.Sheet, item.Row, row);
            }
        }
    }

    /// <param name="item">What is counted.</param>
    /// <param name="hundredth">Raw units in the last printed digit of its usual unit.</param>
    private long Draw(Item item, long hundredth)
    {
        var least = item.Measure == Measure.Money ? -1 : 0;
        return (mood == 7 ? random.Next(3) : random.Next(8)) switch
        {
            0 => 0,
            1 => hundredth * random.Next(200_000),
            // Half a last digit, a hair below it, a hair above it.
            2 or 3 => (hundredth * random.Next(150_000)) + (hundredth / 2) + random.Next(-1, 2),
            4 => random.NextInt64(hundredth * 3),
            5 => least * random.NextInt64(hundredth * 20_000),
            6 when random.Next(6) == 0 => random.NextInt64(item.Measure == Measure.Money ? 80_000_000_000_000_000 : 1_400_000_000),
            _ => random.NextInt64(hundredth * 150_000),
        };
    }

    private void Split(Item item, int cell, long amount)
    {
        var rest = amount;
        for (var unit = 0; unit < Everyone.Length; unit++)
        {
            if (unit == Province) continue;
            var part = item.ProvincialOnly || random.Next(10) == 0 ? 0 : rest / random.Next(2, 9);
            // A deficit beside a surplus.
            if (item.Measure == Measure.Money && random.Next(12) == 0) part = -part;
            // Nothing, or nothing typed.
            typed[unit][cell] = part == 0 && !item.ProvincialOnly && random.Next(20) == 0 ? null : part;
            rest -= part;
        }

        typed[Province][cell] = rest;
    }

    /// <summary>What the projects were for adds up to what they were given and spent, as R-B-13 demands.</summary>
    private void SplitProjects()
    {
        var own = typed[Province];
        (string Column, string[] Whole)[] sides = [("B0", ["PV.PROJ.B0", "PV.PROJ.CARRY", "PV.PROJ.ADD"]), ("CUR", ["PV.PROJ.E1", "PV.PROJ.E2", "PV.PROJ.E3", "PV.PROJ.E4"])];
        foreach (var (column, whole) in sides)
            own[CellOf("PV.SPLIT.SPECIAL", column)] = whole.Sum(item => own[CellOf(item, "CUR")]) - own[CellOf("PV.SPLIT.WORK", column)] - own[CellOf("PV.SPLIT.RUN", column)];
        own[CellOf("PV.PUBLIC", "CUR")] = own[CellOf("PV.BASIC.E2", "CUR")];
    }

    private static int CellOf(string item, string column) => Array.FindIndex(Cells, c => c.Item.Code == item && c.Column == column);

    private void Mirror()
    {
        foreach (var elimination in Catalogue.Eliminations)
        {
            foreach (var (cell, (_, _, column)) in Cells.Index().Where(c => c.Item.Item.Code == elimination.Provincial))
            {
                var other = Array.FindIndex(Cells, c => c.Item.Code == elimination.Prefecture && c.Column == column);
                typed[Province][cell] = typed.Where((_, unit) => unit != Province).Sum(unit => unit[other] ?? 0);
            }
        }

        // The centre gives the pension fund nothing: the report's sentence has no word for it.
        foreach (var (cell, _) in Cells.Index().Where(c => c.Item.Item.Code == "EI.INC.FROMUPPER")) typed[Province][cell] = 0;
    }
}
