namespace Pipeline.Returns;

/// <summary>One item of a return: its raw values by column code and the row they were read from.</summary>
/// <param name="Form">Form code, <c>S01</c>.</param>
/// <param name="Item">Item code, <c>EI.INC.PREM</c>.</param>
/// <param name="Sheet">Sheet name as in the workbook.</param>
/// <param name="Row">1-based sheet row, where it really stood.</param>
/// <param name="Values">Column code → raw units (分 for money, persons or firms for counts). A blank cell is absent.</param>
public sealed record ItemRow(string Form, string Item, string Sheet, int Row, IReadOnlyDictionary<string, long> Values);
