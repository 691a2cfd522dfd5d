using System.Globalization;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>What cells and their values are called.</summary>
internal static class CellNames
{
    /// <summary><c>1.基本养老保险费收入·本年决算数</c>; the code where the catalogue knows no such item.</summary>
    public static string Of(YearCatalogue catalogue, string item, string column) => catalogue.FindItem(item) is { } found
        ? $"{found.Item.Label.Trim('　')}·{found.Form.Columns.FirstOrDefault(c => c.Code == column)?.Caption ?? column}"
        : $"{item}·{column}";

    /// <summary>An amount as auditors read it: <c>1,234.50元</c>, <c>5,220人</c>.</summary>
    public static string Amount(long raw, Measure measure, string unit = "") => measure switch
    {
        Measure.Count => raw.ToString("#,##0", CultureInfo.InvariantCulture) + unit,
        Measure.Rate => (raw / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture) + unit,
        _ => (raw / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture) + "元",
    };
}
