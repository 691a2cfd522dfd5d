using System.Collections.Concurrent;

namespace Host.Local;

/// <summary>The calls a listener has under way, so that it can wait for them when it stops.</summary>
internal sealed class RunningCalls
{
    private readonly ConcurrentDictionary<Task, bool> calls = [];

    public void Add(Task call)
    {
        calls[call] = true;
        _ = call.ContinueWith(done => calls.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task SettleAsync() => Task.WhenAll(calls.Keys);
}
