namespace Pipeline.Rules;

/// <summary>调整单: a correction of a locked return that the province booked; the return itself stays as submitted.</summary>
/// <param name="Number">调整单号.</param>
/// <param name="Year">The locked year.</param>
/// <param name="Unit">Unit code.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Amount">What is added, in raw units (分, persons).</param>
/// <param name="Basis">文号.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Approver">Who approved it; another person.</param>
public sealed record Adjustment(
    string Number, int Year, string Unit, string Item, string Column, long Amount, string Basis, string Author, string Approver);
