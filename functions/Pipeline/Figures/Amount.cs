using Pipeline.Catalogue;
using Pipeline.Catalogue.Expressions;

namespace Pipeline.Figures;

/// <summary>A figure that is an amount, before rounding.</summary>
/// <param name="Figure">Its definition.</param>
/// <param name="Scale">The unit it is printed in.</param>
/// <param name="Raw">分, persons or things; null when a return it needs is missing.</param>
internal sealed record Amount(FigureDefinition Figure, DisplayScale Scale, long? Raw)
{
    /// <summary>Amounts with one slot are the same number printed twice: they must print the same.</summary>
    public string Slot { get; } = $"{Figure.Node} {Scale.Unit} {Figure.Value}";

    /// <summary>The amount in its unit, exact.</summary>
    public decimal Exact => Scale.Exact(Raw!.Value);

    public static Amount Of(FigureDefinition figure, Source source)
    {
        // "人|万人": the unit follows from the number.
        var switching = figure.Unit == "人|万人";
        var scale = switching ? DisplayScale.Persons
            : DisplayScale.Find(figure.Unit) ?? throw new InvalidOperationException($"Figure {figure.Id} has no known unit \"{figure.Unit}\".");
        var raw = figure.Value.Evaluate(source) is { } value ? (long?)decimal.ToInt64(Math.Round(value * scale.RawPerValue, MidpointRounding.AwayFromZero)) : null;
        return new Amount(figure, switching && raw is { } persons ? DisplayScale.ForPersons(persons) : scale, raw);
    }
}
