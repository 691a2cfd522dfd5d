namespace Infra.Tests;

/// <summary>What would open something for whoever reads it.</summary>
internal static class Secrets
{
    private static readonly string[] Signs = ["listkeys(", "listaccountsas(", "listservicesas(", "list(", "accountkey=", "sharedaccess", "sig=", "password", "systemkeys"];

    public static bool In(string text) => Signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
