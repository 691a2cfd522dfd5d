namespace Pipeline.Ledger;

/// <summary>Another writer changed what a step had read. It leaves the ledger only when that went on and on, as a fault of the
/// world.</summary>
internal sealed class RaceLostException(string what, Exception cause) : IOException($"{what} kept changing under our hands.", cause);
