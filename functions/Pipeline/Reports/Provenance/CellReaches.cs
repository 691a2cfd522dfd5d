using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Workbooks;

namespace Pipeline.Reports.Provenance;

/// <summary>Asks a report what a cell moves.</summary>
public sealed class CellReaches
{
    private readonly YearCatalogue catalogue;
    private readonly ReportProvenance report;
    private readonly IReadOnlyList<PageText> pages;
    private readonly FormulaParts formulas;

    internal CellReaches(YearCatalogue catalogue, ReportProvenance report, IReadOnlyList<PageText> pages) =>
        (this.catalogue, this.report, this.pages, formulas) = (catalogue, report, pages, new FormulaParts(catalogue));

    /// <summary>Over a report that is at hand.</summary>
    public static CellReaches Of(ReportSubject subject) => new(subject.Catalogue, ReportProvenance.Of(subject), ComposedPages.Of(subject));

    /// <summary>Over a document, also after people edited it.</summary>
    /// <param name="catalogue">The report's year.</param>
    /// <param name="docx">A seekable stream; left open.</param>
    /// <exception cref="InvalidDataException">The document carries no provenance.</exception>
    public static CellReaches Of(YearCatalogue catalogue, Stream docx) => new(catalogue, ProvenancePart.Read(docx), DocumentPages.Read(docx, catalogue.Style));

    /// <summary>What an item's cell moves; null when the catalogue knows no such cell.</summary>
    public CellReach? OfItem(string unit, string item, string column)
    {
        if (catalogue.FindItem(item) is not { } found || found.Form.ValueColumns.FirstOrDefault(c => c.Code == column) is not { } known || !found.Item.Has(column)) return null;
        var cell = Cells(unit).FirstOrDefault(c => c.Item == item && c.Column == column);
        return Make(unit, cell?.Sheet ?? found.Form.Sheet, cell?.Cell ?? $"{known.Letter}{found.Item.Row}", item, column);
    }

    /// <summary>What the cell at an address moves; null when nothing the report knows of stands there.</summary>
    public CellReach? OfCell(string unit, string sheet, string address)
    {
        if (!CellAddress.TryParse(address, out var at)) return null;
        if (Cells(unit).FirstOrDefault(c => c.Sheet.Trim() == sheet.Trim() && c.Cell == at.ToString()) is { } cell)
            return Make(unit, cell.Sheet, cell.Cell, cell.Item, cell.Column);
        // A cell no figure draws on stands where the template has it.
        if (catalogue.Forms.FirstOrDefault(f => f.Sheet == sheet.Trim()) is not { } form) return null;
        var letter = CellAddress.ColumnName(at.Column);
        return form.Items.FirstOrDefault(i => i.Row == at.Row) is { } item && form.ValueColumns.FirstOrDefault(c => c.Letter == letter) is { } column
            ? OfItem(unit, item.Code, column.Code)
            : null;
    }

    private IEnumerable<Contribution> Cells(string unit) => report.Inputs.Concat(report.Figures.SelectMany(f => f.Cells)).Where(c => c.Unit == unit);

    private CellReach Make(string unit, string sheet, string cell, string item, string column)
    {
        var own = formulas.Upwards(item, column);
        var taken = Taken(unit, own);
        var printed = pages.SelectMany(p => p.Figures).Select(f => f.Figure).ToHashSet();
        var figures = new List<ReachedFigure>();
        foreach (var figure in report.Figures)
        {
            var direct = Enters(figure, unit, own, sheet, cell);
            if (direct || IsTaken(figure, taken))
                figures.Add(new ReachedFigure(figure.Id, figure.Name, figure.Section, figure.Printed, printed.Contains(figure.Id), !direct));
        }

        var ids = figures.Select(f => f.Id).ToHashSet();
        var texts = pages.Where(p => p.Figures.Any(f => ids.Contains(f.Figure))).ToList();
        return new CellReach(
            unit, sheet, cell, item, column, CellNames.Of(catalogue, item, column), figures,
            [.. texts.Where(t => !t.IsCell).SelectMany(t => t.Sentences()).Where(s => s.Figures.Any(f => ids.Contains(f.Figure)))],
            [.. texts.Where(t => t.IsCell)]);
    }

    private static bool Enters(FigureProvenance figure, string unit, IReadOnlySet<(string, string)> own, string sheet, string cell) =>
        figure.Cells.Any(c => c.Unit == unit && (own.Contains((c.Item, c.Column)) || (c.Sheet == sheet && c.Cell == cell)))
        || ((figure.Node is Node.Sum or Node.Consolidated || figure.Node == unit) && FigureTrees.Names(figure.Expression).Any(own.Contains));

    private static bool IsTaken(FigureProvenance figure, HashSet<(string, string)> taken) =>
        taken.Count > 0 && figure.Node == Node.Consolidated && FigureTrees.Names(figure.Expression).Any(taken.Contains);

    /// <summary>The cells of the 差额表 that a cell has a say in: what one side books is taken out on both.</summary>
    private HashSet<(string, string)> Taken(string unit, IReadOnlySet<(string Item, string Column)> own)
    {
        var side = catalogue.FindUnit(unit)?.Kind;
        var found = new HashSet<(string, string)>();
        foreach (var elimination in catalogue.Eliminations)
        {
            foreach (var (_, column) in own.Where(c => c.Item == (side == UnitKind.Provincial ? elimination.Provincial : elimination.Prefecture)))
            {
                found.UnionWith(formulas.Upwards(elimination.Provincial, column));
                found.UnionWith(formulas.Upwards(elimination.Prefecture, column));
            }
        }

        return found;
    }
}
