using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Consolidation;
using Pipeline.Returns;

namespace Pipeline.Figures;

/// <summary>Where figures of one node take their values, and the cells behind them.</summary>
internal sealed class Source : IValues
{
    private readonly YearCatalogue catalogue;
    private readonly IReadOnlyDictionary<(string Item, string Column), long> values;
    private readonly IReadOnlyList<SnapshotUnit> units;
    private readonly IReadOnlyList<Dictionary<string, ItemRow>> rows;
    private readonly Dictionary<Reference, IReadOnlyList<Contribution>> found = [];
    private readonly Node? eliminated;

    /// <param name="catalogue">The year's catalogue.</param>
    /// <param name="year">The consolidated year.</param>
    /// <param name="node">7, 9 or a unit code.</param>
    public Source(YearCatalogue catalogue, ConsolidatedYear year, string node)
    {
        this.catalogue = catalogue;
        if (year.Nodes.TryGetValue(node, out var consolidated))
        {
            values = consolidated.Values;
            units = year.Snapshot.Units;
            eliminated = node == Node.Consolidated ? year.Nodes[Node.Difference] : null;
        }
        else
        {
            units = [.. year.Snapshot.Units.Where(u => u.Unit == node)];
            values = units.SelectMany(u => u.Return.Items).SelectMany(i => i.Values.Select(v => (i.Item, v.Key, v.Value)))
                .ToDictionary(v => (v.Item, v.Key), v => v.Value);
        }

        rows = [.. units.Select(u => u.Return.Items.DistinctBy(i => i.Item).ToDictionary(i => i.Item))];
    }

    public decimal? Number(Reference reference) =>
        values.TryGetValue((reference.Code, reference.Column!), out var raw) ? (decimal)raw / catalogue.Item(reference.Code).Measure.Scale() : null;

    public string? Text(Reference reference) => null;

    public decimal? Call(Call call) => call.Name switch
    {
        "year" => catalogue.Year,
        "prefectures" => catalogue.Units.Count(u => u.Kind == UnitKind.Prefecture),
        _ => throw new NotSupportedException($"A figure cannot call {call.Name}."),
    };

    /// <summary>Every cell an expression draws on; in a sum or difference with its sign, so that they add up to the figure.</summary>
    public IEnumerable<Contribution> Contributions(Expression expression)
    {
        var signs = Linear.Terms(expression) is { } terms ? terms.Select(t => t.Sign).ToList() : null;
        var references = expression.Parts().OfType<Reference>().ToList();
        return references.SelectMany((reference, index) => Contributions(reference, signs?[index] ?? 1));
    }

    private IEnumerable<Contribution> Contributions(Reference reference, int sign)
    {
        // An amount is also part of rates and differences.
        if (!found.TryGetValue(reference, out var cells)) found[reference] = cells = [.. Cells(reference)];
        return sign > 0 ? cells : cells.Select(c => c with { Raw = -c.Raw });
    }

    private IEnumerable<Contribution> Cells(Reference reference)
    {
        var (form, _) = catalogue.FindItem(reference.Code)!.Value;
        var letter = form.Columns.First(c => c.Code == reference.Column).Letter;
        foreach (var (index, unit) in units.Index())
        {
            if (!rows[index].TryGetValue(reference.Code, out var row) || !row.Values.TryGetValue(reference.Column!, out var raw)) continue;
            yield return new Contribution(unit.Unit, unit.Submission, row.Sheet, $"{letter}{row.Row}", reference.Code, reference.Column!, raw);
        }

        if (eliminated?.Values.GetValueOrDefault((reference.Code, reference.Column!)) is { } taken and not 0)
            yield return new Contribution("430000", "", "差额表", "", reference.Code, reference.Column!, taken);
    }
}
