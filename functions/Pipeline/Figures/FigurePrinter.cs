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
        var sources = catalogue.Figures.Select(f => f.Node).Distinct().ToDictionary(node => node, node => new Source(catalogue, year, node));
        var amounts = catalogue.Figures.Where(f => f.Kind == FigureKind.Amount)
            .ToDictionary(f => f.Id, f => Amount.Of(f, sources[f.Node]));
        var tails = Tails.Balance(amounts.Values, catalogue.Identities);
        var figures = catalogue.Figures.ToDictionary(
            f => f.Id,
            f => f.Kind == FigureKind.Amount ? PrintAmount(amounts[f.Id], tails, sources[f.Node]) : PrintRatio(f, sources[f.Node]));
        return new FigureSet(figures, catalogue.Groups, tails.Unmet);
    }

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
