using System.Globalization;
using Pipeline.Catalogue;
using Pipeline.Workbooks;

namespace Pipeline.Returns;

/// <summary>What may be typed where, and what the clerk reads when it may not.</summary>
internal static class TypedCells
{
    // What the reader takes: less than 10^13 元, at most two decimals.
    private const string LargestAmount = "10000000000000";
    private const string LargestCount = "9999999999";

    public static ValidationDraft Amount(IReadOnlyList<CellRange> cells, bool required)
    {
        var first = cells[0].First;
        return new ValidationDraft(
            cells, ValidationKind.Custom, $"AND(ISNUMBER({first}),ABS({first})<{LargestAmount},ROUND({first},2)={first})",
            "金额填写有误", "请填写数字，以元为单位，最多两位小数；不要带单位、空格或文字。")
        {
            PromptTitle = "金额（元）",
            PromptText = required ? "以元为单位，最多两位小数；没有发生额请填 0。" : "以元为单位，最多两位小数；没有发生额可不填。",
        };
    }

    public static ValidationDraft Count(IReadOnlyList<CellRange> cells, string unit, bool required) => new(
        cells, ValidationKind.Whole, "0", "数量填写有误", $"请填写不小于 0 的整数，单位为{unit}；不要带小数、空格或文字。")
    {
        UpperBound = LargestCount,
        PromptTitle = $"数量（{unit}）",
        PromptText = required ? "填写不小于 0 的整数；没有请填 0。" : "填写不小于 0 的整数；没有可不填。",
    };

    public static ValidationDraft Number(IReadOnlyList<CellRange> cells, string caption) => new(
        cells, ValidationKind.Number, "-" + LargestCount, $"{caption}填写有误", "请填写数字，不要带单位、空格或文字。") { UpperBound = LargestCount };

    public static ValidationDraft Choice(IReadOnlyList<CellRange> cells, IReadOnlyList<string> choices, string caption) => new(
        cells, ValidationKind.List, $"\"{string.Join(',', choices)}\"", $"{caption}填写有误", $"请从下拉列表中选择：{string.Join('、', choices)}。")
    {
        PromptTitle = caption,
        PromptText = "请从下拉列表中选择。",
    };

    public static ValidationDraft Date(IReadOnlyList<CellRange> cells, string caption, DateOnly from, DateOnly to)
    {
        var first = cells[0].First;
        return new ValidationDraft(
            cells, ValidationKind.Custom, $"AND(ISNUMBER({first}),{first}>={Excel(from)},{first}<={Excel(to)})",
            $"{caption}填写有误", $"请填写 {Print(from)} 至 {Print(to)} 之间的日期，格式如 {Print(from)}。")
        {
            PromptTitle = caption,
            PromptText = $"填写日期，格式如 {Print(from)}。",
        };

        static string Excel(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"DATE({day.Year},{day.Month},{day.Day})");
        static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Colours required cells that are still blank.</summary>
    public static ConditionalFill Missing(IReadOnlyList<CellRange> cells) =>
        new(cells, $"ISBLANK({cells[0].First})", TemplateStyles.MissingFill);

    /// <summary>The number format of an item's cell.</summary>
    public static string Format(Item item, Column column) => item.Measure switch
    {
        Measure.Count => "#,##0",
        Measure.Rate => "#,##0.00",
        _ => column.NumberFormat,
    };
}
