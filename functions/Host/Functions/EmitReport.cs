using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>A snapshot of a year is to become its report.</summary>
public sealed class EmitReport(ReportEmission emission)
{
    [Function(nameof(EmitReport))]
    public Task RunAsync([QueueTrigger("emit-report", Connection = "Ledger")] EmissionRequest request, CancellationToken cancellationToken) =>
        emission.EmitAsync(request.Year, request.Snapshot, cancellationToken);
}
