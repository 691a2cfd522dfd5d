namespace Infra.Tests;

/// <summary>Files beside the tests.</summary>
internal static class Clone
{
    public static string Infra => Path.Combine(AppContext.BaseDirectory, "infra");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Infra, file));
}
