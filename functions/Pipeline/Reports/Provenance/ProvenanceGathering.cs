using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Returns;

namespace Pipeline.Reports.Provenance;

/// <summary>Report → where its numbers come from.</summary>
internal sealed class ProvenanceGathering
{
    private readonly ReportSubject subject;
    private readonly FormulaParts formulas;
    private readonly Dictionary<string, Dictionary<string, ItemRow>> rows;
    private readonly Dictionary<string, string> submissions;
    private readonly HashSet<(string, string, string)> seen = [];
    private readonly List<Contribution> inputs = [];

    private ProvenanceGathering(ReportSubject subject)
    {
        this.subject = subject;
        formulas = new FormulaParts(subject.Catalogue);
        submissions = subject.Year.Snapshot.Units.ToDictionary(u => u.Unit, u => u.Submission);
        rows = subject.Year.Snapshot.Units.ToDictionary(u => u.Unit, u => u.Return.Items.DistinctBy(i => i.Item).ToDictionary(i => i.Item));
    }

    public static ReportProvenance Gather(ReportSubject subject)
    {
        var snapshot = subject.Year.Snapshot;
        var pinned = subject.Catalogue.Figures.Where(f => f.Role == FigureRole.Pinned).Select(f => f.Id).ToHashSet();
        var figures = subject.Figures.Figures.Values.Select(f => new FigureProvenance(
            f.Id, f.Label, f.Section, f.Expression, f.Node, f.Raw, f.Text, f.Unit, pinned.Contains(f.Id), f.Tail, f.Contributions)).ToList();
        return new ReportProvenance(
            snapshot.Year, snapshot.Id, snapshot.CatalogueVersion, subject.Draft, figures, [.. snapshot.Units.Select(u => SourceFile.Of(snapshot, u))],
            new ProvenanceGathering(subject).Inputs(figures));
    }

    private List<Contribution> Inputs(IEnumerable<FigureProvenance> figures)
    {
        // One cell is in many figures: sums, their differences, their rates.
        var expanded = new HashSet<(string, string, string)>();
        foreach (var cell in figures.SelectMany(f => f.Cells))
        {
            if (formulas.Of(cell.Item, cell.Column).Count > 0 && expanded.Add((cell.Unit, cell.Item, cell.Column))) AddParts(cell.Unit, cell.Item, cell.Column);
        }

        foreach (var elimination in subject.Catalogue.Eliminations) AddSides(elimination);
        return [.. inputs.OrderBy(c => c.Unit, StringComparer.Ordinal)];
    }

    private void AddParts(string unit, string item, string column)
    {
        foreach (var part in formulas.Of(item, column)) Add(unit, part.Item, part.Column);
    }

    /// <summary>What both sides booked says how much is taken out.</summary>
    private void AddSides(Elimination elimination)
    {
        foreach (var column in subject.Catalogue.FindItem(elimination.Provincial)!.Value.Form.ValueColumns)
        {
            foreach (var unit in subject.Year.Snapshot.Units.Select(u => u.Unit))
                Add(unit, subject.Catalogue.FindUnit(unit)?.Kind == UnitKind.Provincial ? elimination.Provincial : elimination.Prefecture, column.Code);
        }
    }

    private void Add(string unit, string item, string column)
    {
        if (!seen.Add((unit, item, column)) || Find(unit, item, column) is not { } cell) return;
        inputs.Add(cell);
        AddParts(unit, item, column);
    }

    private Contribution? Find(string unit, string item, string column)
    {
        if (unit == ReportProvenance.Elimination)
        {
            return subject.Year.Nodes[Node.Difference].Values.TryGetValue((item, column), out var taken) && taken != 0
                ? new Contribution(unit, "", ReportProvenance.EliminationSheet, "", item, column, taken)
                : null;
        }

        if (!rows.TryGetValue(unit, out var found) || !found.TryGetValue(item, out var row) || !row.Values.TryGetValue(column, out var raw)) return null;
        var (form, known) = subject.Catalogue.FindItem(item)!.Value;
        var letter = form.Columns.First(c => c.Code == column).Letter;
        return new Contribution(unit, submissions[unit], row.Sheet, $"{letter}{row.Row}", item, column, raw, row.Text(column, known.Measure));
    }

}
