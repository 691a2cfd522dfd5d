using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Consolidation;
using Pipeline.Returns;
using Pipeline.Returns.Scoring;

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
    private readonly SnapshotUnit? provincial;

    /// <param name="catalogue">The year's catalogue.</param>
    /// <param name="year">The consolidated year.</param>
    /// <param name="node">7, 9 or a unit code.</param>
    public Source(YearCatalogue catalogue, ConsolidatedYear year, string node)
    {
        this.catalogue = catalogue;
        provincial = year.Snapshot.Units.FirstOrDefault(u => u.Unit == catalogue.ProvincialUnit.Code);
        var scoring = catalogue.FindRule("R-A-28")?.Parameters;
        ScoreTolerance = scoring?.GetValueOrDefault("score", 0.01m) ?? 0.01m;
        ScoreProfile = new ScoreProfile(scoring?.GetValueOrDefault("overshoot", 1.3m) ?? 1.3m);
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

    /// <summary>What a claimed score may differ by.</summary>
    public decimal ScoreTolerance { get; }

    /// <summary>How indicators are scored this year.</summary>
    public ScoreProfile ScoreProfile { get; }

    /// <summary>Lines of a register of 省本级 in the order of the sheet: the registers of the report are its own.</summary>
    /// <param name="form">Form code.</param>
    /// <param name="where">Over the register's columns; null for all.</param>
    public IEnumerable<RegisterLine> Lines(string form, Expression? where) => (provincial?.Return.Lines ?? [])
        .Where(l => l.Form == form).OrderBy(l => l.Row)
        .Where(l => where is null || AnnexUnfolding.At(where, l).Evaluate(this) == 1);

    public decimal? Number(Reference reference) => Line(reference) is { } line
        ? decimal.TryParse(Cell(line, reference), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null
        : values.TryGetValue((reference.Code, reference.Column!), out var raw) ? (decimal)raw / catalogue.Item(reference.Code).Measure.Scale() : null;

    /// <summary>The text of a line's cell, <c>S09.ACTUAL@5</c>.</summary>
    public string? Text(Reference reference) => Line(reference) is { } line ? Cell(line, reference) ?? "" : null;

    public decimal? Call(Call call) => call.Name switch
    {
        "year" => catalogue.Year,
        "prefectures" => catalogue.Units.Count(u => u.Kind == UnitKind.Prefecture),
        "score" => Line((Reference)call.Arguments[0]) is { } line ? Score(Indicator.Of(line)) : null,
        "execution" => call.Arguments.Select(a => a.Evaluate(this)).ToList() is [{ } actual, { } budget, { } weight] ? new Execution(budget, actual).Score(weight) : null,
        "round" => call.Arguments[0].Evaluate(this) is { } exact ? Math.Round(exact, 2, MidpointRounding.AwayFromZero) : null,
        _ => throw new NotSupportedException($"A figure cannot call {call.Name}."),
    };

    /// <summary>Every cell an expression draws on; in a sum or difference with its sign, so that they add up to the figure.</summary>
    public IEnumerable<Contribution> Contributions(Expression expression)
    {
        var signs = Linear.Terms(expression) is { } terms ? terms.Select(t => t.Sign).ToList() : null;
        var references = expression.Parts().OfType<Reference>().ToList();
        return references.SelectMany((reference, index) => Contributions(reference, signs?[index] ?? 1));
    }

    /// <summary>Points as printed: a clerk may claim more decimals, and the total is the sum of what stands on the page.</summary>
    private decimal? Score(Indicator indicator) =>
        (indicator.Score(ScoreProfile, ScoreTolerance) ?? (indicator.Dropped ? null : indicator.Claimed)) is { } score
            ? Math.Round(score, 2, MidpointRounding.AwayFromZero) : null;

    private IEnumerable<Contribution> Contributions(Reference reference, int sign)
    {
        // An amount is also part of rates and differences.
        if (!found.TryGetValue(reference, out var cells)) found[reference] = cells = [.. Cells(reference)];
        return sign > 0 ? cells : cells.Select(c => c with { Raw = -c.Raw });
    }

    private IEnumerable<Contribution> Cells(Reference reference)
    {
        if (catalogue.FindItem(reference.Code) is not var (form, item))
        {
            if (Line(reference) is { } line) yield return OfLine(line, reference);
            yield break;
        }

        var letter = form.Columns.First(c => c.Code == reference.Column).Letter;
        foreach (var (index, unit) in units.Index())
        {
            if (!rows[index].TryGetValue(reference.Code, out var row) || !row.Values.TryGetValue(reference.Column!, out var raw)) continue;
            yield return new Contribution(
                unit.Unit, unit.Submission, row.Sheet, $"{letter}{row.Row}", reference.Code, reference.Column!, raw, row.Text(reference.Column!, item.Measure));
        }

        if (eliminated?.Values.GetValueOrDefault((reference.Code, reference.Column!)) is { } taken and not 0)
            yield return new Contribution("430000", "", "差额表", "", reference.Code, reference.Column!, taken);
    }

    private Contribution OfLine(RegisterLine line, Reference reference)
    {
        var column = catalogue.Form(line.Form).Register!.Columns.First(c => c.Code == reference.Code.Split('.')[1]);
        // Money in 分 and points in hundredths; words have no amount.
        var raw = column.Kind == RegisterKind.Text ? 0 : (long)decimal.Truncate((Number(reference) ?? 0) * 100);
        return new Contribution(
            provincial!.Unit, provincial.Submission, line.Sheet, $"{column.Letter}{line.Row}", reference.Code, reference.Column!, raw, line.Text(column.Code));
    }

    private RegisterLine? Line(Reference reference) =>
        reference.Code.Split('.') is [var form, _] && int.TryParse(reference.Column, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? provincial?.Return.Lines.FirstOrDefault(l => l.Form == form && l.Row == row)
            : null;

    private static string? Cell(RegisterLine line, Reference reference) => line.Values.GetValueOrDefault(reference.Code.Split('.')[1]);
}
