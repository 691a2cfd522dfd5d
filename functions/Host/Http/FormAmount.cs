using Microsoft.AspNetCore.Http;
using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Host.Http;

/// <summary>Amounts in a body, written as the form has them (元, persons) → raw (分, persons), exact or not at all.</summary>
internal static class FormAmount
{
    /// <returns>What is wrong; null when the amount is exact.</returns>
    public static BodyFault? TryRead(YearCatalogue catalogue, string item, decimal amount, string field, out long raw)
    {
        raw = 0;
        if (catalogue.FindItem(item) is not { } found) return Wrong($"没有项目 {item}，请核对项目编码", field);
        if (AmountReader.IsBeyondBounds(amount)) return Wrong("数值过大", field);
        var exact = amount * found.Item.Measure.Scale();
        if (exact != decimal.Truncate(exact)) return Wrong(found.Item.Measure == Measure.Count ? "应为整数" : "最多两位小数", field);
        raw = (long)exact;
        return null;
    }

    private static BodyFault Wrong(string what, string field) =>
        new(StatusCodes.Status400BadRequest, "请求内容有误", $"字段 {field}：{what}，请更正后再提交。", field);
}
