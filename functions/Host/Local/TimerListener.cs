using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using NCrontab;

namespace Host.Local;

/// <summary>Calls a function on its schedule (UTC) and when somebody asks for it; never twice at the same time.</summary>
/// <remarks>It keeps no record of past calls: what fell due while no host ran is not made up for.</remarks>
internal sealed class TimerListener : BackgroundService
{
    // Longer waits are cut up: no timer of .NET takes more than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly FunctionRunner runner;
    private readonly TimeProvider clock;
    private readonly CrontabSchedule schedule;
    private readonly Channel<bool> requests = Channel.CreateUnbounded<bool>();

    public TimerListener(LocalFunction function, FunctionRunner runner, TimeProvider clock)
    {
        Function = function;
        this.runner = runner;
        this.clock = clock;
        var text = ((TimerTriggerAttribute)function.Trigger).Schedule;
        schedule = CrontabSchedule.Parse(text, new() { IncludingSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 });
    }

    public LocalFunction Function { get; }

    /// <summary>Has the function called as soon as it is free.</summary>
    public void Ask() => requests.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var due = Next();
        while (!stoppingToken.IsCancellationRequested)
        {
            var asked = await WaitAsync(due, stoppingToken);
            if (stoppingToken.IsCancellationRequested)
                return;
            if (asked)
                await CallAsync("asked for");
            else if (clock.GetUtcNow() >= due)
            {
                await CallAsync($"due {due:u}");
                due = Next();
            }
        }
    }

    private DateTimeOffset Next() => new(schedule.GetNextOccurrence(clock.GetUtcNow().UtcDateTime), TimeSpan.Zero);

    /// <returns>True when somebody asked, false when time has passed.</returns>
    private async Task<bool> WaitAsync(DateTimeOffset due, CancellationToken stopping)
    {
        var left = due - clock.GetUtcNow();
        var wait = left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestWait ? LongestWait : left;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var time = Task.Delay(wait, clock, waiting.Token);
        var request = requests.Reader.WaitToReadAsync(waiting.Token).AsTask();
        await Task.WhenAny(time, request);
        await waiting.CancelAsync();
        return requests.Reader.TryRead(out _);
    }

    private async Task CallAsync(string why)
    {
        try
        {
            await runner.CallAsync(Function, why, () => new TimerInfo(), new Dictionary<string, object?>());
        }
        catch (Exception)
        {
            // The runner has logged it; the next occurrence is the retry, as in Azure.
        }
    }
}
