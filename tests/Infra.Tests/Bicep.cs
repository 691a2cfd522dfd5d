using System.Diagnostics;
using System.Reflection;

namespace Infra.Tests;

/// <summary>The pinned compiler.</summary>
internal static class Bicep
{
    // Each compilation keeps a processor busy for seconds.
    private static readonly SemaphoreSlim Processors = new(Math.Max(2, Environment.ProcessorCount));

    private static string Tool => Path.Combine(
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BicepFolder").Value!,
        OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");

    /// <summary>Why there is none on this machine; null when there is.</summary>
    public static string? Missing => File.Exists(Tool) ? null : $"There is no Bicep compiler for this system ({Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Tool)))}): the templates stay unchecked.";

    /// <summary>Runs it in a folder.</summary>
    public static async Task<BicepAnswer> RunAsync(string folder, params string[] arguments)
    {
        // A package keeps no permissions.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Tool, File.GetUnixFileMode(Tool) | UnixFileMode.UserExecute);
        await Processors.WaitAsync();
        try
        {
            using var tool = Process.Start(new ProcessStartInfo(Tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = tool.StandardOutput.ReadToEndAsync();
            var error = tool.StandardError.ReadToEndAsync();
            await tool.WaitForExitAsync();
            return new BicepAnswer(tool.ExitCode, await output, (await error).Replace(folder, "", StringComparison.Ordinal));
        }
        finally
        {
            Processors.Release();
        }
    }
}
