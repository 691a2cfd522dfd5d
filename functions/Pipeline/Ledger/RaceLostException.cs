namespace Pipeline.Ledger;

/// <summary>Another writer changed what a step had read. Leaves whoever tries the step again only after many tries, as a fault of
/// the world.</summary>
internal sealed class RaceLostException(string what, Exception? cause = null) : IOException($"{what} kept changing under our hands.", cause);
