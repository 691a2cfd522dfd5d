namespace Pipeline.Returns;

/// <summary>One filled line of a register (往来明细, 预算调整, 编报说明, 绩效指标, 文字材料 …).</summary>
/// <param name="Form">Form code, <c>S05</c>.</param>
/// <param name="Sheet">Sheet name as in the workbook.</param>
/// <param name="Row">1-based sheet row.</param>
/// <param name="Values">Column code → text; amounts as invariant decimals in workbook units (元), dates as <c>yyyy-MM-dd</c>. A blank cell is absent.</param>
public sealed record RegisterLine(string Form, string Sheet, int Row, IReadOnlyDictionary<string, string> Values);
