namespace Deploy;

/// <summary>Looks again until something is there.</summary>
/// <param name="clock">Whose time passes.</param>
/// <param name="patience">How long.</param>
/// <param name="pause">Between two looks.</param>
internal sealed class Waiting(TimeProvider clock, TimeSpan patience, TimeSpan pause)
{
    /// <summary>Waits.</summary>
    /// <param name="look">What is there, or why it is not.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="advice">What to do when it does not come.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DeployException">It did not come in time.</exception>
    public async Task<T> ForAsync<T>(string what, string advice, Func<Task<Look<T>>> look, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (seen.IsThere) return seen.Found!;
            if (clock.GetElapsedTime(started) >= patience)
                throw new DeployException($"Waited {patience.TotalMinutes:0} minutes in vain for {what}. {seen.Reason}{(seen.Reason.Length > 0 ? " " : "")}{advice}");
            await Task.Delay(pause, clock, ct);
        }
    }
}
