using Pipeline.Catalogue;

namespace Pipeline.Returns;

/// <summary>One item of a return: its raw values by column code and the row they were read from.</summary>
/// <param name="Form">Form code, <c>S01</c>.</param>
/// <param name="Item">Item code, <c>EI.INC.PREM</c>.</param>
/// <param name="Sheet">Sheet name as in the workbook.</param>
/// <param name="Row">1-based sheet row, where it really stood.</param>
/// <param name="Values">Column code → raw units (分 for money, persons or firms for counts). A blank cell is absent.</param>
/// <param name="Texts">Column code → the cell's text as uploaded, only where it is not the plain print of the value; null when the texts were not
/// kept, as in what was stored before they were.</param>
public sealed record ItemRow(
    string Form, string Item, string Sheet, int Row, IReadOnlyDictionary<string, long> Values, IReadOnlyDictionary<string, string>? Texts = null)
{
    /// <summary>What the cell of a value said as uploaded, <c>12,345.60</c>; null when nobody knows.</summary>
    /// <param name="column">Column code.</param>
    /// <param name="measure">What the item counts.</param>
    public string? Text(string column, Measure measure) =>
        Texts is null || !Values.TryGetValue(column, out var raw) ? null : Texts.GetValueOrDefault(column) ?? CellText.Plain(raw, measure);
}
