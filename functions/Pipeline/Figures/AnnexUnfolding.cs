using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Returns;

namespace Pipeline.Figures;

/// <summary>An annex for one year's returns: conditions are settled, and a row for each line of a register has become those rows.</summary>
/// <param name="Annex">As printed.</param>
/// <param name="Figures">Figures of its lines and of its scores.</param>
/// <param name="Identities">Sums over its lines.</param>
/// <param name="Contradictions">Scores that the return claims and the rules of scoring do not give.</param>
internal sealed record UnfoldedAnnex(
    Annex Annex, IReadOnlyList<FigureDefinition> Figures, IReadOnlyList<Identity> Identities, IReadOnlyList<string> Contradictions);

/// <summary>Unfolds one annex.</summary>
/// <param name="annex">As the catalogue has it.</param>
/// <param name="catalogue">The year's catalogue.</param>
/// <param name="source">Values of the annex's node.</param>
internal sealed partial class AnnexUnfolding(Annex annex, YearCatalogue catalogue, Source source)
{
    private readonly List<FigureDefinition> figures = [];
    private readonly List<Identity> identities = [];
    private readonly Dictionary<string, string> texts = [];
    private readonly List<string> contradictions = [];

    public UnfoldedAnnex Unfold()
    {
        if (annex.Scoring is { } scoring)
        {
            var scores = new AnnexScores(annex, scoring, source);
            figures.AddRange(scores.Figures);
            contradictions.AddRange(scores.Contradictions);
            foreach (var (name, text) in scores.Texts) texts[name] = text;
        }

        var rows = new List<AnnexRow>();
        foreach (var row in annex.Rows)
        {
            if (row.When is { } condition && condition.Evaluate(source) != 1) continue;
            if (row.Each is { } each) rows.AddRange(Lines(row, each, rows.LastOrDefault()));
            else rows.Add(Fixed(row, rows.LastOrDefault()));
        }

        if (annex.Scoring is not null) identities.AddRange(Points());
        return new UnfoldedAnnex(annex with { Rows = rows }, figures, identities, contradictions);
    }

    /// <summary>A part of a cell says what the cell says: what stands below is compared with it.</summary>
    private AnnexRow Fixed(AnnexRow row, AnnexRow? above) => new([.. row.Cells.Select((cell, column) =>
        cell with { Text = cell.Join == AnnexJoin.Above ? above?.Cells[column].Text ?? "" : Words(cell.Text, null, 0) })]);

    /// <summary>分值 and 得分 add up to the last row; 得分 only when nothing was dropped and scaled.</summary>
    private IEnumerable<Identity> Points()
    {
        foreach (var part in new[] { "WEIGHT", "SCORE" })
        {
            var total = figures.First(f => f.Id == $"A{annex.Number}.TOTAL.{part}");
            var terms = figures.Where(f => f != total && f.Unit == total.Unit && f.Id.EndsWith('.' + part, StringComparison.Ordinal))
                .Where(t => t.Value.Evaluate(source) is not null).ToList();
            // The sum of a single line is that line's number printed twice.
            if (total.Value is Call { Name: "round" } || terms.Count < 2) continue;
            yield return new Identity(total.Id, [.. terms.Select(t => (t.Id, 1))]);
        }
    }

    private List<AnnexRow> Lines(AnnexRow row, AnnexEach each, AnnexRow? above)
    {
        var rows = new List<AnnexRow>();
        var sums = each.SumsTo.ToDictionary(s => s.Key, _ => new List<(string, int)>());
        foreach (var line in source.Lines(each.Form, each.Where))
        {
            var number = rows.Count + 1;
            foreach (var figure in each.Figures.Where(f => HasNumber(f, line)))
            {
                var id = Id(each, number, figure.Id);
                figures.Add(new FigureDefinition(
                    id, $"附件{annex.Number}", Words(figure.Label, line, number), figure.Kind, At(figure.Value, line), figure.Base is { } against ? At(against, line) : null,
                    catalogue.ProvincialUnit.Code, figure.Unit, FigureRole.Item));
                if (sums.TryGetValue(figure.Id, out var terms)) terms.Add((id, 1));
            }

            var cells = row.Cells.Select(cell => cell with { Text = Words(Bind(cell.Text, each, line, number), line, number) }).ToList();
            rows.Add(Merged(cells, rows.LastOrDefault() ?? above, each.Merge));
        }

        identities.AddRange(each.SumsTo.Where(s => sums[s.Key].Count > 0).Select(s => new Identity(s.Value, sums[s.Key])));
        return rows;
    }

    /// <summary>Words without a digit are words; so is an empty cell.</summary>
    private static bool HasNumber(AnnexLineFigure figure, RegisterLine line) =>
        figure.Kind != FigureKind.Text || Text(figure, line).Any(char.IsAsciiDigit);

    private static string Text(AnnexLineFigure figure, RegisterLine line) => line.Values.GetValueOrDefault(((Reference)figure.Value).Code, "");

    private string Bind(string text, AnnexEach each, RegisterLine line, int number) => OfLine().Replace(text, match =>
    {
        var figure = each.Figures.First(f => f.Id == match.Groups[1].Value);
        return HasNumber(figure, line) ? $"{{{{{Id(each, number, figure.Id)}}}}}" : Text(figure, line);
    });

    private string Id(AnnexEach each, int number, string figure) =>
        string.Create(CultureInfo.InvariantCulture, $"A{annex.Number}.{each.Name}{number:00}.{figure}");

    private string Words(string text, RegisterLine? line, int number) => Place().Replace(text, match => match.Groups[1].Value switch
    {
        var name when name.StartsWith("narrative:", StringComparison.Ordinal) => match.Value,
        var name when texts.TryGetValue(name, out var known) => known,
        "NUMBER" => number.ToString(CultureInfo.InvariantCulture),
        var name => line?.Values.GetValueOrDefault(name, "").Trim() ?? "",
    });

    /// <summary>The expression with the line's cells in place of its columns: <c>CUR</c> becomes <c>S08.CUR@43</c>.</summary>
    public static Expression At(Expression expression, RegisterLine line) => expression switch
    {
        Reference r => new Reference($"{line.Form}.{r.Code}", line.Row.ToString(CultureInfo.InvariantCulture)),
        Negation n => new Negation(At(n.Operand, line)),
        Binary b => b with { Left = At(b.Left, line), Right = At(b.Right, line) },
        Call c => c with { Arguments = [.. c.Arguments.Select(a => At(a, line))] },
        _ => expression,
    };

    /// <summary>A part of a cell keeps its text, so that the next line is compared with what is read there.</summary>
    private static AnnexRow Merged(List<AnnexCell> cells, AnnexRow? above, int columns)
    {
        for (var column = 0; column < columns && above is not null; column++)
        {
            var last = above.Cells[column];
            var wide = column + 1 < cells.Count && above.Cells[column + 1].Join == AnnexJoin.Left;
            if (last.Join == AnnexJoin.Left || wide || last.Text != cells[column].Text) break;
            cells[column] = cells[column] with { Join = AnnexJoin.Above };
        }

        return new AnnexRow(cells);
    }

    [GeneratedRegex(@"\{\{@([A-Z][A-Za-z0-9.]*)\}\}")]
    private static partial Regex OfLine();

    [GeneratedRegex(@"(?<!\{)\{([^{}]+)\}(?!\})")]
    private static partial Regex Place();
}
