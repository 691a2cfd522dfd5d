using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>Something of a year changed: the province is to be added up again.</summary>
public sealed class ConsolidateYear(YearConsolidation consolidation)
{
    [Function(nameof(ConsolidateYear))]
    public Task RunAsync([QueueTrigger("consolidate-year", Connection = "Ledger")] ConsolidationRequest request, CancellationToken cancellationToken) =>
        consolidation.ConsolidateAsync(request.Year, cancellationToken);
}
