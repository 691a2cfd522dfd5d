using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Capacity.Simulating;

/// <summary>What the project itself sets, read from the files that set it.</summary>
/// <param name="UploadsAtATime">Ingestions an instance runs at a time.</param>
/// <param name="MessagesAtATime">Messages of a queue an instance works on at a time.</param>
/// <param name="Deliveries">How often a message is tried before it goes to the poison queue.</param>
/// <param name="RetrySeconds">How long a message that failed stays invisible.</param>
/// <param name="PollSeconds">How seldom an idle instance looks at a queue.</param>
/// <param name="Instances">Most instances of the app.</param>
/// <param name="KeptYears">For so many years nothing that was stored may go.</param>
internal sealed partial record HostLimits(int UploadsAtATime, int MessagesAtATime, int Deliveries, double RetrySeconds, double PollSeconds, int Instances, int KeptYears)
{
    /// <param name="root">The clone.</param>
    public static HostLimits Read(string root)
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");
        var (blobs, queues) = (extensions.GetProperty("blobs"), extensions.GetProperty("queues"));
        int Parameter(Regex name, string file) => name.Match(File.ReadAllText(Path.Combine(root, "infra", file))) is { Success: true } found
            ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"infra/{file} has nothing like {name}.");
        double Seconds(string setting) => TimeSpan.Parse(queues.GetProperty(setting).GetString()!, CultureInfo.InvariantCulture).TotalSeconds;
        return new HostLimits(
            blobs.GetProperty("maxDegreeOfParallelism").GetInt32(), queues.GetProperty("batchSize").GetInt32() + queues.GetProperty("newBatchThreshold").GetInt32(),
            queues.GetProperty("maxDequeueCount").GetInt32(), Seconds("visibilityTimeout"), Seconds("maxPollingInterval"),
            Parameter(MaximumInstances(), "main.bicep"), Parameter(WriteOnceDays(), "prod.bicepparam") / 365);
    }

    [GeneratedRegex(@"param maximumInstances int = (\d+)")]
    private static partial Regex MaximumInstances();

    [GeneratedRegex(@"param writeOnceDays = (\d+)")]
    private static partial Regex WriteOnceDays();
}
