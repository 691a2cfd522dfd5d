using System.Diagnostics;

namespace Deploy;

/// <summary>A program that this one calls. It is never waited for at a prompt, and ends with whoever waits for it.</summary>
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
        using var process = Start(arguments, kept: true);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await EndAsync(process, ct);
        return new ToolAnswer(process.ExitCode, await output, Secrets.Hide(await error).Trim());
    }

    /// <summary>Runs it and lets it speak for itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Start(arguments, kept: false);
        await EndAsync(process, ct);
        return process.ExitCode;
    }

    private Process Start(IEnumerable<string> arguments, bool kept)
    {
        var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = kept, RedirectStandardError = kept })!;
        // A question that nobody sees is answered by the end of the input: it fails, and says why.
        process.StandardInput.Close();
        return process;
    }

    private static async Task EndAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
