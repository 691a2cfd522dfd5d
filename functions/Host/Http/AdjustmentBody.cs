using Pipeline.Catalogue;

namespace Host.Http;

/// <summary>差额调整 of a locked return.</summary>
/// <param name="Unit">Unit code whose return is adjusted.</param>
/// <param name="Item">Item code.</param>
/// <param name="Column">Column code.</param>
/// <param name="Amount">What is added, as the form has it: 元, or persons.</param>
/// <param name="Basis">文号.</param>
internal sealed record AdjustmentBody(string Unit, string Item, string Column, decimal Amount, string Basis) : IFormBody<long>
{
    public BodyFault? TryRead(YearCatalogue catalogue, out long amounts) => FormAmount.TryRead(catalogue, Item, Amount, "amount", out amounts);
}
