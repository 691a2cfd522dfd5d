using System.Globalization;
using Pipeline.Figures;

namespace Pipeline.Reports.Comparison;

/// <summary>Printed figures as lengths of bars.</summary>
internal static class ChartNumbers
{
    /// <summary>The number a figure prints, so that a chart shows what the page says; null where it prints none.</summary>
    public static decimal? Of(PrintedFigure figure) =>
        decimal.TryParse(figure.Text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
