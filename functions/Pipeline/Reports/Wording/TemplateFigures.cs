using System.Globalization;
using Fluid.Values;
using Pipeline.Catalogue;
using Pipeline.Figures;

namespace Pipeline.Reports.Wording;

/// <summary>
/// <c>figures["S2.16"]</c> in the template's Liquid: <c>raw</c> (分 or persons), <c>number</c> (as printed), <c>text</c>, <c>unit</c>.
/// <c>raw</c> and <c>number</c> are empty (strict Liquid refuses nil) where the figure is missing.
/// </summary>
internal sealed class TemplateFigures(FigureSet figures) : IFluidIndexable
{
    public int Count => figures.Figures.Count;

    public IEnumerable<string> Keys => figures.Figures.Keys;

    public bool TryGetValue(string name, out FluidValue value)
    {
        // Liquid would take an unknown name for nothing and print a wrong branch.
        var figure = figures.Figures.TryGetValue(name, out var found)
            ? found
            : throw new CatalogueException(ReportTemplate.File, 1, $"there is no figure {name}");
        value = new DictionaryValue(new FluidValueDictionaryFluidIndexable(new Dictionary<string, FluidValue>
        {
            ["raw"] = figure.Raw is { } raw ? NumberValue.Create((decimal)raw) : StringValue.Empty,
            ["number"] = Number(figure.Text) is { } number ? NumberValue.Create(number) : StringValue.Empty,
            ["text"] = StringValue.Create(figure.Text),
            ["unit"] = StringValue.Create(figure.Unit),
        }));
        return true;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
