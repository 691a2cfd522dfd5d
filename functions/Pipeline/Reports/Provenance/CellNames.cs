using System.Globalization;
using Pipeline.Catalogue;

namespace Pipeline.Reports.Provenance;

/// <summary>What cells and their values are called.</summary>
internal static class CellNames
{
    /// <summary><c>1.基本养老保险费收入·本年决算数</c>, <c>S08部门预算支出 第43行·全年执行数</c>; the code where the catalogue knows no such cell.</summary>
    public static string Of(YearCatalogue catalogue, string item, string column)
    {
        if (catalogue.FindItem(item) is { } found)
            return $"{found.Item.Label.Trim('　')}·{found.Form.Columns.FirstOrDefault(c => c.Code == column)?.Caption ?? column}";
        return Register(catalogue, item) is { } known ? $"{known.Form.Sheet} 第{column}行·{known.Column.Caption}" : $"{item}·{column}";
    }

    /// <summary>What the raw values of an item, or of a column of a register, count.</summary>
    public static Measure MeasureOf(YearCatalogue catalogue, string item) => catalogue.FindItem(item)?.Item.Measure
        ?? Register(catalogue, item)?.Column.Kind switch { RegisterKind.Money => Measure.Money, RegisterKind.Number => Measure.Rate, _ => Measure.Count };

    /// <summary>What the raw value of a figure counts.</summary>
    // 人, 个, 万人: what is neither money nor points is counted.
    public static Measure MeasureOf(FigureProvenance figure) => figure.Unit.EndsWith('元') ? Measure.Money : Measure.Count;

    private static (Form Form, RegisterColumn Column)? Register(YearCatalogue catalogue, string item) =>
        item.Split('.') is [var code, var name] && catalogue.Forms.FirstOrDefault(f => f.Code == code) is { Register: { } register } form
        && register.Columns.FirstOrDefault(c => c.Code == name) is { } column
            ? (form, column)
            : null;

    /// <summary>An amount as auditors read it: <c>1,234.50元</c>, <c>5,220人</c>.</summary>
    public static string Amount(long raw, Measure measure, string unit = "") => measure switch
    {
        Measure.Count => raw.ToString("#,##0", CultureInfo.InvariantCulture) + unit,
        Measure.Rate => (raw / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture) + unit,
        _ => (raw / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture) + "元",
    };
}
