using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

/// <summary>Ledgers on the fixture's Azurite. Every test takes a year of its own, so that none sees another's rows.</summary>
internal static class Ledgers
{
    private static int lastYear = 7000;

    public static int NewYear() => Interlocked.Increment(ref lastYear);

    public static AzureLedger On(AzuriteFixture azurite, TimeProvider? clock = null) => On(azurite, clock, HttpPipelinePosition.PerRetry, null);

    /// <param name="azurite">Where it keeps its things.</param>
    /// <param name="clock">For links and orphans.</param>
    /// <param name="position"><see cref="HttpPipelinePosition.PerCall"/>: what the policy throws leaves the client.
    /// <see cref="HttpPipelinePosition.PerRetry"/>: the client tries again.</param>
    /// <param name="policy">Sees every call.</param>
    public static AzureLedger On(AzuriteFixture azurite, TimeProvider? clock, HttpPipelinePosition position, HttpPipelinePolicy? policy)
    {
        var connection = azurite.Storage.ConnectionString;
        var blobs = new BlobServiceClient(connection, With(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)));
        var queueOptions = new QueueClientOptions(QueueClientOptions.ServiceVersion.V2026_06_06) { MessageEncoding = QueueMessageEncoding.Base64 };
        var queues = new QueueServiceClient(connection, With(queueOptions));
        return new(blobs, blobs, new TableServiceClient(connection, With(new TableClientOptions())), queues, clock ?? TimeProvider.System);

        TOptions With<TOptions>(TOptions options) where TOptions : ClientOptions
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            if (policy is not null)
                options.AddPolicy(policy, position);
            return options;
        }
    }

    public static async Task<AzureLedger> PreparedAsync(AzuriteFixture azurite, TimeProvider? clock = null)
    {
        var ledger = On(azurite, clock);
        await ledger.PrepareAsync(default);
        return ledger;
    }
}
