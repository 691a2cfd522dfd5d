using Microsoft.Azure.Functions.Worker;
using Pipeline.Stages;

namespace Host.Functions;

/// <summary>Closes the years whose deadline has passed: looks every hour, five minutes past (UTC).</summary>
/// <remarks>The schedule is a constant because it decides nothing: deadlines are catalogue data, and looking twice does no harm. A setting that is missing would keep
/// the function from being loaded at all.</remarks>
public sealed class CloseYear(YearClosing closing)
{
    [Function(nameof(CloseYear))]
    public Task RunAsync([TimerTrigger("0 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => closing.CloseAsync(cancellationToken);
}
