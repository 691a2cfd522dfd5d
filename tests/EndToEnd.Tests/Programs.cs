using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>Other programs: runs them and keeps what they say, finds them, and writes stand-ins for them.</summary>
internal static class Programs
{
    /// <param name="variables">Beside the environment of the tests.</param>
    /// <param name="stop">Ends the program, if it has not ended by itself.</param>
    public static async Task<(int Code, string Said, string Complained)> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null, CancellationToken stop = default)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return (process.ExitCode, await said, await complained);
    }

    /// <summary>Where a program is on this machine; null if nowhere.</summary>
    public static string? Find(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Writes a program of our own.</summary>
    public static void Write(string path, string content)
    {
        File.WriteAllText(path, content.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
