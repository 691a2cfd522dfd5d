namespace Pipeline.Returns;

/// <summary>One filled line of a register (往来明细, 预算调整, 编报说明, 绩效指标, 文字材料 …).</summary>
/// <param name="Form">Form code, <c>S05</c>.</param>
/// <param name="Sheet">Sheet name as in the workbook.</param>
/// <param name="Row">1-based sheet row.</param>
/// <param name="Values">Column code → text; amounts as invariant decimals in workbook units (元), dates as <c>yyyy-MM-dd</c>. A blank cell is absent.</param>
/// <param name="Texts">Column code → a number's text as uploaded, only where it is not the value; null when the texts were not kept, as in what was
/// stored before they were.</param>
public sealed record RegisterLine(
    string Form, string Sheet, int Row, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string>? Texts = null)
{
    /// <summary>What a cell said as uploaded, at most its first hundred characters; empty for a blank cell, null when nobody knows.</summary>
    /// <param name="column">Column code.</param>
    public string? Text(string column) => Texts is null ? null : Texts.GetValueOrDefault(column) ?? CellText.Short(Values.GetValueOrDefault(column, ""));
}
