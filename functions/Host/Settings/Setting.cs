namespace Host.Settings;

/// <summary>A setting of the app.</summary>
/// <param name="Name">As an operator writes it: <c>Ledger__tableServiceUri</c>.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Default">What holds without it; empty when nothing does.</param>
/// <param name="SetBy">Who sets it.</param>
internal sealed record Setting(string Name, string Meaning, string Default, SetBy SetBy);
