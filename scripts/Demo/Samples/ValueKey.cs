namespace Demo.Samples;

/// <summary>Where a value of a year belongs.</summary>
internal readonly record struct ValueKey(string Unit, string Item, string Column);
