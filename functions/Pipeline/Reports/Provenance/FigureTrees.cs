using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Figures;

namespace Pipeline.Reports.Provenance;

/// <summary>Figures as trees: expression → items → units → cells → what their formulas add up, down to what was typed.</summary>
public sealed partial class FigureTrees
{
    private const string LineMark = "LINE_";

    private readonly YearCatalogue catalogue;
    private readonly ReportProvenance report;
    private readonly FormulaParts formulas;
    private readonly Dictionary<(string Unit, string Item, string Column), Contribution> inputs;
    private readonly Dictionary<string, SourceFile> sources;

    /// <param name="catalogue">The report's year.</param>
    /// <param name="report">Where its numbers come from.</param>
    public FigureTrees(YearCatalogue catalogue, ReportProvenance report)
    {
        (this.catalogue, this.report, formulas) = (catalogue, report, new FormulaParts(catalogue));
        inputs = report.Inputs.DistinctBy(c => (c.Unit, c.Item, c.Column)).ToDictionary(c => (c.Unit, c.Item, c.Column));
        sources = report.Sources.ToDictionary(s => s.Unit);
    }

    /// <summary>The tree of a figure; null when there is none of this id.</summary>
    public FigureTree? Explain(string figure) => report.Find(figure) is { } found ? Explain(found) : null;

    /// <summary>The tree of a figure of the report.</summary>
    public FigureTree Explain(FigureProvenance figure)
    {
        var expression = Parse(figure.Expression);
        if (expression is Call { Name: "share" or "growth", Arguments: [Binary ratio] })
        {
            var cells = new Queue<Contribution>(figure.Cells);
            return new FigureTree(figure, Additive: false, [Operand("分子", ratio.Left, cells, figure), Operand("分母", ratio.Right, cells, figure)]);
        }

        var items = Items(expression, new Queue<Contribution>(figure.Cells), figure);
        if (items.Count == 0 && figure.Raw is { } raw) items = [new(OriginKind.Constant, $"报表制度规定 {figure.Expression}", raw, CellNames.MeasureOf(figure), null, [])];
        return new FigureTree(figure, figure.Raw is { } sum && items.SelectMany(i => i.Leaves()).Sum(l => (decimal)l.Value) == sum, items);
    }

    /// <summary>The items an expression names; what a figure of another making has beside them stands as it is.</summary>
    internal static IReadOnlyList<(string Item, string Column)> Names(string expression) =>
        [.. Parse(expression)?.References().Where(r => r.Column is not null).Select(r => (r.Code, ColumnOf(r))) ?? []];

    // A line of a register is named by its number, S08.CUR@43, which the language has no word for.
    private static Expression? Parse(string text)
    {
        try
        {
            return Expression.Parse(LineNumber().Replace(text, $"@{LineMark}$1"));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string ColumnOf(Reference reference) =>
        reference.Column!.StartsWith(LineMark, StringComparison.Ordinal) ? reference.Column[LineMark.Length..] : reference.Column;

    private OriginNode Operand(string name, Expression operand, Queue<Contribution> cells, FigureProvenance figure)
    {
        var items = Items(operand, cells, figure);
        return new OriginNode(OriginKind.Operand, $"{name} {operand}".Replace(LineMark, "", StringComparison.Ordinal), items.Sum(i => i.Value), items.FirstOrDefault()?.Measure ?? CellNames.MeasureOf(figure), null, items);
    }

    /// <summary>One node a reference, with the cells that belong to it taken off the queue.</summary>
    private List<OriginNode> Items(Expression? expression, Queue<Contribution> cells, FigureProvenance figure)
    {
        var nodes = new List<OriginNode>();
        foreach (var reference in expression?.Parts().OfType<Reference>() ?? [])
        {
            if (reference.Column is null) continue;
            var column = ColumnOf(reference);
            var units = new HashSet<string>();
            var own = new List<Contribution>();
            while (cells.TryPeek(out var next) && next.Item == reference.Code && next.Column == column && units.Add(next.Unit)) own.Add(cells.Dequeue());
            if (own.Count > 0) nodes.Add(Item(own));
        }

        if (expression is null)
            nodes.AddRange(figure.Cells.GroupBy(c => (c.Item, c.Column)).Select(g => Item([.. g])));
        return nodes;
    }

    private OriginNode Item(List<Contribution> cells)
    {
        var first = cells[0];
        var measure = MeasureOf(first);
        return new OriginNode(
            OriginKind.Item, CellNames.Of(catalogue, first.Item, first.Column), cells.Sum(c => c.Raw), measure, null,
            [.. cells.Select(c => Cell(c, c.Raw, measure, UnitName(c.Unit)))]);
    }

    private OriginNode Cell(Contribution cell, long value, Measure measure, string label)
    {
        var parts = Parts(cell, value);
        var node = cell.Unit == ReportProvenance.Elimination
            ? new OriginNode(OriginKind.Elimination, label, value, measure, null, parts)
            : new OriginNode(OriginKind.Cell, label, value, measure, Origin(cell), parts);
        return node with { Note = Note(cell), Basis = parts.Length > 0 ? [] : cell.Unit == ReportProvenance.Elimination ? Sides(cell) : Operands(cell) };
    }

    /// <summary>What a cell's formula adds up; nothing where it was typed, or typed over with something else.</summary>
    private OriginNode[] Parts(Contribution cell, long value)
    {
        var found = formulas.Of(cell.Item, cell.Column).Where(p => p.Sign != 0).Select(p => (p.Sign, Cell: inputs.GetValueOrDefault((cell.Unit, p.Item, p.Column))))
            .Where(p => p.Cell is not null && (cell.Unit != ReportProvenance.Elimination || p.Cell.Raw != 0)).ToList();
        // The cell enters with its own sign or the opposite one.
        foreach (var sign in new[] { 1, -1 })
        {
            if (found.Count == 0 || found.Sum(p => (decimal)sign * p.Sign * p.Cell!.Raw) != value) continue;
            return [.. found.Select(p => Cell(p.Cell!, sign * p.Sign * p.Cell!.Raw, MeasureOf(p.Cell), CellNames.Of(catalogue, p.Cell.Item, p.Cell.Column)))];
        }

        return [];
    }

    /// <summary>What both sides booked of a transfer that is taken out.</summary>
    private OriginNode[] Sides(Contribution taken)
    {
        if (catalogue.Eliminations.FirstOrDefault(e => e.Provincial == taken.Item || e.Prefecture == taken.Item) is not { } elimination) return [];
        return [.. new[] { (Item: elimination.Provincial, Kind: UnitKind.Provincial), (Item: elimination.Prefecture, Kind: UnitKind.Prefecture) }.Select(side =>
        {
            var booked = report.Sources.Where(s => catalogue.FindUnit(s.Unit)?.Kind == side.Kind)
                .Select(s => inputs.GetValueOrDefault((s.Unit, side.Item, taken.Column))).OfType<Contribution>().ToList();
            return new OriginNode(
                OriginKind.Item, $"{(side.Kind == UnitKind.Provincial ? "省本级" : "市州")}入账：{CellNames.Of(catalogue, side.Item, taken.Column)}",
                booked.Sum(b => b.Raw), Measure.Money, null, [.. booked.Select(b => Cell(b, b.Raw, Measure.Money, UnitName(b.Unit)))]);
        })];
    }

    /// <summary>What a quotient is made of.</summary>
    private OriginNode[] Operands(Contribution cell) =>
        [.. formulas.Of(cell.Item, cell.Column).Where(p => p.Sign == 0).Select(p => inputs.GetValueOrDefault((cell.Unit, p.Item, p.Column))).OfType<Contribution>()
            .Select(c => Cell(c, c.Raw, MeasureOf(c), CellNames.Of(catalogue, c.Item, c.Column)))];

    private string Note(Contribution cell) => cell.Unit != ReportProvenance.Elimination ? ""
        : formulas.Of(cell.Item, cell.Column).Count > 0 ? "抵销数按公式重算" : "双方入账数中较小者，双方各减一次";

    private OriginCell Origin(Contribution cell) =>
        new(cell.Unit, sources.GetValueOrDefault(cell.Unit)?.File ?? "", cell.Submission, cell.Sheet, cell.Cell, cell.Item, cell.Column, cell.Text);

    private string UnitName(string unit) =>
        unit == ReportProvenance.Elimination ? "抵销（差额表）" : $"{catalogue.FindUnit(unit)?.Name ?? "未知单位"}（{unit}）";

    private Measure MeasureOf(Contribution cell) => CellNames.MeasureOf(catalogue, cell.Item);

    [GeneratedRegex(@"@(\d+)")]
    private static partial Regex LineNumber();
}
