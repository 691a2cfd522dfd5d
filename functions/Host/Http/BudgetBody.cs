using Pipeline.Catalogue;

namespace Host.Http;

/// <summary>批复预算 of a unit.</summary>
/// <param name="Amounts">Item code → 元.</param>
/// <param name="Basis">文号.</param>
internal sealed record BudgetBody(IReadOnlyDictionary<string, decimal> Amounts, string Basis) : IFormBody<IReadOnlyDictionary<string, long>>
{
    public BodyFault? TryRead(YearCatalogue catalogue, out IReadOnlyDictionary<string, long> amounts)
    {
        var read = new Dictionary<string, long>();
        amounts = read;
        foreach (var (item, amount) in Amounts)
        {
            if (FormAmount.TryRead(catalogue, item, amount, $"amounts.{item}", out var raw) is { } fault) return fault;
            read[item] = raw;
        }

        return null;
    }
}
