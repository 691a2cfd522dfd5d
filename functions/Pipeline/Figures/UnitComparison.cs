using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;
using Pipeline.Consolidation;

namespace Pipeline.Figures;

/// <summary>The figures of the appendix: shares of the units, their indicators, and how far these are from the median.</summary>
internal static class UnitComparison
{
    private const string MedianName = "市州中位数";

    // Stands behind a distance and is of the same figure: whatever prints the distance anew prints or takes away the mark with it.
    private const string Far = "＊";

    /// <summary>Prints them for the units that have reported.</summary>
    /// <param name="catalogue">The year's catalogue.</param>
    /// <param name="year">The consolidated year.</param>
    /// <param name="of">Values of a node.</param>
    /// <returns>In the order of the appendix; none while it is switched off.</returns>
    public static IReadOnlyList<PrintedFigure> Print(YearCatalogue catalogue, ConsolidatedYear year, Func<string, Source> of)
    {
        var appendix = catalogue.Comparison;
        if (!appendix.Enabled) return [];
        var reported = Reported(catalogue, year).ToList();
        return
        [
            .. appendix.Shares.SelectMany(s => s.Series).SelectMany(series => Shares(series, reported, of)),
            .. appendix.Indicators.SelectMany(indicator => Indicator(indicator, appendix, reported, of)),
        ];
    }

    /// <summary>The units that have reported, in the order of the catalogue.</summary>
    public static IEnumerable<Unit> Reported(YearCatalogue catalogue, ConsolidatedYear year)
    {
        var codes = year.Snapshot.Units.Select(u => u.Unit).ToHashSet();
        return catalogue.ReportingUnits.Where(u => codes.Contains(u.Code));
    }

    private static IEnumerable<PrintedFigure> Shares(SharedAmount series, List<Unit> reported, Func<string, Source> of)
    {
        var whole = reported.Sum(u => series.Value.Evaluate(of(u.Code)) ?? 0);
        foreach (var unit in reported)
        {
            var text = series.Value.Evaluate(of(unit.Code)) is { } part ? Rounding.Percent(part, whole) : FigurePrinter.Missing;
            // The unit's own cells first, then those of all: numerator and denominator.
            var all = reported.OrderBy(u => u != unit);
            yield return new PrintedFigure(
                series.Figure(unit.Code), $"{unit.Name}·{series.Caption}占比", ComparisonAppendix.Mark, text, "", null, $"share({series.Value} / units({series.Value}))", unit.Code,
                null, [.. of(unit.Code).Contributions(series.Value), .. Cells(series.Value, all, of)]);
        }
    }

    private static IEnumerable<PrintedFigure> Indicator(
        ComparedIndicator indicator, ComparisonAppendix appendix, List<Unit> reported, Func<string, Source> of)
    {
        var exact = reported.ToDictionary(u => u, u => Exact(indicator, of(u.Code)));
        var prefectures = reported.Where(u => u.Kind == UnitKind.Prefecture && exact[u] is not null).ToList();
        var spread = prefectures.Count > 0 ? MedianSpread.Of(prefectures.Select(u => exact[u]!.Value)) : null;
        var (written, sign) = (Written(indicator), indicator.Kind == FigureKind.Amount ? "" : "%");
        var measure = sign.Length > 0 ? "个百分点" : indicator.Unit;
        var median = Cells(indicator, prefectures, of).ToList();
        foreach (var unit in reported)
        {
            var own = Cells(indicator, [unit], of).ToList();
            PrintedFigure Make(string id, string label, string text, string unitOf, string expression, IEnumerable<Contribution> cells) => new(
                id, $"{unit.Name}·{Name(indicator)}{label}", ComparisonAppendix.Mark, text, text == FigurePrinter.Missing ? "" : unitOf, null, expression, unit.Code, null, [.. cells]);
            var value = exact[unit];
            yield return Make(indicator.Figure(unit.Code), "", value is { } v ? Rounding.Print(v) + sign : FigurePrinter.Missing, indicator.Unit, written, own);
            var far = value is { } compared && prefectures.Count >= appendix.Least && spread!.IsFar(compared, appendix.Times);
            // The difference of what is printed, so that the page adds up.
            var apart = value is { } here && spread is not null ? Rounding.Print(Rounded(here) - Rounded(spread.Median)) + (far ? Far : "") : FigurePrinter.Missing;
            yield return Make(
                indicator.Deviation(unit.Code), "与中位数之差", apart, measure, $"{written} - median({written})", own.Concat(median));
        }

        yield return new PrintedFigure(
            indicator.Median, $"{MedianName}·{Name(indicator)}", ComparisonAppendix.Mark, spread is null ? FigurePrinter.Missing : Rounding.Print(spread.Median) + sign,
            spread is null ? "" : indicator.Unit, null, $"median({written})", Node.Sum, null, median);
        yield return new PrintedFigure(
            indicator.Spread, $"{MedianName}·{Name(indicator)}绝对偏差中位数", ComparisonAppendix.Mark, spread is null ? FigurePrinter.Missing : Rounding.Print(spread.Deviation),
            spread is null ? "" : measure, null, $"mad({written})", Node.Sum, null, median);
    }

    /// <summary>The indicator of one unit, a ratio in %; null where something is missing or nothing is to be divided by.</summary>
    private static decimal? Exact(ComparedIndicator indicator, Source source)
    {
        if (indicator.Value.Evaluate(source) is not { } value) return null;
        if (indicator.Base is null) return value;
        if (indicator.Base.Evaluate(source) is not { } against || against == 0) return null;
        return (indicator.Kind == FigureKind.Growth ? (value - against) / Math.Abs(against) : value / against) * 100;
    }

    private static decimal Rounded(decimal exact) => decimal.Round(exact, 2, MidpointRounding.AwayFromZero);

    private static string Written(ComparedIndicator indicator) => indicator.Kind switch
    {
        FigureKind.Growth => $"growth({indicator.Value} - {indicator.Base})",
        FigureKind.Share => $"share({indicator.Value} / {indicator.Base})",
        _ => indicator.Value.ToString()!,
    };

    private static string Name(ComparedIndicator indicator) => indicator.Caption.Split('（')[0];

    private static IEnumerable<Contribution> Cells(ComparedIndicator indicator, IReadOnlyList<Unit> units, Func<string, Source> of) =>
        indicator.Base is { } against ? Cells(indicator.Value, units, of).Concat(Cells(against, units, of)) : Cells(indicator.Value, units, of);

    /// <summary>Item by item the cells of the units.</summary>
    private static IEnumerable<Contribution> Cells(Expression expression, IEnumerable<Unit> units, Func<string, Source> of) =>
        expression.Parts().OfType<Reference>().SelectMany(reference => units.SelectMany(u => of(u.Code).Contributions(reference)));
}
