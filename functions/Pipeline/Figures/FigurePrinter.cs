using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Consolidation;

namespace Pipeline.Figures;

/// <summary>Definitions + nodes → printed numbers that add up on the page.</summary>
public static class FigurePrinter
{
    /// <summary>What stands where a figure has no value, because its return is missing.</summary>
    public const string Missing = "—";

    /// <summary>Prints every figure of the catalogue.</summary>
    public static FigureSet Print(YearCatalogue catalogue, ConsolidatedYear year)
    {
        var sources = new Dictionary<string, Source>();
        Source Of(string node) => sources.TryGetValue(node, out var known) ? known : sources[node] = new Source(catalogue, year, node);
        var unfolded = catalogue.Annexes.Select(annex => new AnnexUnfolding(annex, catalogue, Of(annex.Node)).Unfold()).ToList();
        List<FigureDefinition> definitions = [.. catalogue.Figures, .. unfolded.SelectMany(u => u.Figures)];
        List<Identity> identities = [.. catalogue.Identities, .. unfolded.SelectMany(u => u.Identities)];
        var amounts = definitions.Where(f => f.Kind == FigureKind.Amount).ToDictionary(f => f.Id, f => Amount.Of(f, Of(f.Node)));
        var tails = Tails.Balance(amounts.Values, identities);
        var figures = definitions.ToDictionary(
            f => f.Id,
            f => f.Kind switch
            {
                FigureKind.Amount => PrintAmount(amounts[f.Id], tails, Of(f.Node)),
                FigureKind.Text => PrintText(f, Of(f.Node)),
                _ => PrintRatio(f, Of(f.Node)),
            });
        foreach (var figure in UnitComparison.Print(catalogue, year, Of)) figures.Add(figure.Id, figure);
        return new FigureSet(figures, catalogue.Groups, [.. tails.Unmet, .. unfolded.SelectMany(u => u.Contradictions)])
        {
            Annexes = [.. unfolded.Select(u => u.Annex)],
            Identities = identities,
        };
    }

    private static PrintedFigure PrintText(FigureDefinition figure, Source source) => new(
        figure.Id, figure.Label, figure.Section, source.Text((Reference)figure.Value) ?? Missing, "", null, figure.Value.ToString(), figure.Node, null,
        [.. source.Contributions(figure.Value)]);

    private static PrintedFigure PrintAmount(Amount amount, Tails tails, Source source)
    {
        var figure = amount.Figure;
        var contributions = source.Contributions(figure.Value).ToList();
        if (amount.Raw is not { } raw)
            return new PrintedFigure(figure.Id, figure.Label, figure.Section, Missing, "", null, figure.Value.ToString(), figure.Node, null, contributions);
        var text = tails.Text(amount);
        var percent = amount.Scale.Unit == "%";
        return new PrintedFigure(
            figure.Id, figure.Label, figure.Section, percent ? text + "%" : text, percent ? "" : amount.Scale.Unit, raw, figure.Value.ToString(),
            figure.Node, tails.Move(amount), contributions);
    }

    private static PrintedFigure PrintRatio(FigureDefinition figure, Source source)
    {
        var (value, against) = (figure.Value.Evaluate(source), figure.Base!.Evaluate(source));
        var text = value is { } v && against is { } b ? figure.Kind == FigureKind.Growth ? Rounding.Growth(v, b) : Rounding.Percent(v, b) : Missing;
        var (sign, name) = figure.Kind == FigureKind.Growth ? ("-", "growth") : ("/", "share");
        return new PrintedFigure(
            figure.Id, figure.Label, figure.Section, text, "", null, $"{name}({figure.Value} {sign} {figure.Base})", figure.Node, null,
            [.. source.Contributions(figure.Value), .. source.Contributions(figure.Base!)]);
    }
}
