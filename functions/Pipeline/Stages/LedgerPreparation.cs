using Microsoft.Extensions.Hosting;
using Pipeline.Ledger;

namespace Pipeline.Stages;

/// <summary>Makes tables, containers and queues before the first trigger fires.</summary>
internal sealed class LedgerPreparation(ILedger ledger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => ledger.PrepareAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
