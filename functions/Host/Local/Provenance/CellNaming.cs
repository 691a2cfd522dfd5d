using Pipeline.Catalogue;
using Pipeline.Reports.Provenance;

namespace Host.Local.Provenance;

/// <summary>What was typed on the command line → the one thing that is meant, or a message with the choices.</summary>
internal static class CellNaming
{
    /// <exception cref="CannotAnswerException">None is meant, or several.</exception>
    public static Unit Unit(YearCatalogue catalogue, string text) => CellSearch.Units(catalogue, text) switch
    {
        [var one] => one,
        [] => throw new CannotAnswerException($"没有填报单位“{text}”，可选：{string.Join("、", catalogue.ReportingUnits.Select(u => u.Name))}。"),
        var several => throw new CannotAnswerException($"“{text}”可以是：{string.Join("、", several.Select(u => $"{u.Name}（{u.Code}）"))}，请写明。"),
    };

    /// <exception cref="CannotAnswerException">None is meant, or several.</exception>
    public static Item Item(YearCatalogue catalogue, string text, string? fund)
    {
        if (fund is not null && !CellSearch.IsFund(fund)) throw new CannotAnswerException($"没有基金“{fund}”，可选：企保（EI）、工伤（WI）。");
        return CellSearch.Items(catalogue, text, fund) switch
        {
            [var one] => one,
            [] => throw new CannotAnswerException($"没有项目“{text}”，请核对名称或编码。"),
            var several => throw new CannotAnswerException(
                $"“{text}”可以是：{string.Join("、", several.Select(i => $"{i.Code} {i.Label.Trim('　')}"))}。请用项目编码，或以 --fund 指明企保、工伤。"),
        };
    }

    /// <summary>A column by code or caption.</summary>
    /// <exception cref="CannotAnswerException">The item has no such column.</exception>
    public static string Column(YearCatalogue catalogue, Item item, string text)
    {
        var columns = catalogue.FindItem(item.Code)!.Value.Form.ValueColumns.Where(c => item.Has(c.Code)).ToList();
        return columns.FirstOrDefault(c => string.Equals(c.Code, text, StringComparison.OrdinalIgnoreCase) || c.Caption == text)?.Code
            ?? throw new CannotAnswerException($"项目 {item.Code} 没有“{text}”栏，可选：{string.Join("、", columns.Select(c => $"{c.Code} {c.Caption}"))}。");
    }
}
