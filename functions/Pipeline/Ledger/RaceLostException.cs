namespace Pipeline.Ledger;

/// <summary>Another writer changed what a step had read. Whoever does not try the step again hears of it only when that went on and
/// on, as a fault of the world.</summary>
internal sealed class RaceLostException(string what, Exception? cause = null) : IOException($"{what} kept changing under our hands.", cause);
