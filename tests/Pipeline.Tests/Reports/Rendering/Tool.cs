using System.Diagnostics;

namespace Pipeline.Tests.Reports.Rendering;

/// <summary>A program of the machine that renders pages, if it is there.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Those of the names that no folder of PATH holds.</summary>
    public static IReadOnlyList<string> Missing(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return [.. names.Where(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name)) || File.Exists(Path.Combine(folder, name + ".exe"))))];
    }

    /// <summary>What the program says; ended by force, it and what it started and nothing else, when it takes too long.</summary>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(limit.Token);
            var complained = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{name} ended with {process.ExitCode}: {await complained}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
