using System.Diagnostics;

namespace Deploy;

/// <summary>A program that this one calls.</summary>
internal sealed class Tool
{
    private readonly string path;

    private Tool(string path) => this.path = path;

    /// <summary>A program at a known place.</summary>
    public static Tool At(string path) => new(path);

    /// <summary>A program on the PATH.</summary>
    /// <exception cref="DeployException">It is not there.</exception>
    public static Tool OnPath(string name, string advice)
    {
        // Windows starts a batch file, which az is, like a program if it is told the whole name.
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
        return found is null ? throw new DeployException($"{name} is not on the PATH. {advice}") : new Tool(found);
    }

    /// <summary>Runs it and keeps what it says.</summary>
    public async Task<ToolAnswer> AskAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new ToolAnswer(process.ExitCode, await output, Secrets.Hide(await error).Trim());
    }

    /// <summary>Runs it and lets it speak for itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(path, arguments))!;
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }
}
