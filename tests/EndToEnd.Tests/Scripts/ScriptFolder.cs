using System.Reflection;

namespace EndToEnd.Tests.Scripts;

/// <summary>The scripts in a clone in which nothing has been installed or built yet, with programs of our own where they look for dotnet, npm and az: those write down how they were called.</summary>
internal sealed class ScriptFolder : IDisposable
{
    // BROKEN names a call that fails; ENDS is the code with which our own programs end.
    private const string Program = """
        #!/usr/bin/env bash
        set -euo pipefail
        here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
        name=$(basename "$0")
        { printf '%s' "$name"; for word in "$@"; do printf ' [%s]' "$word"; done; echo; } >>"$here/calls"
        [[ -z "${BROKEN:-}" || "$name $*" != "$BROKEN"* ]] || exit 3
        case "$name $*" in
          "dotnet test"*) printf 'Test run summary\n  total: 9\n  failed: %s\n  succeeded: 7\n' "${FAILED:-0}" ;;
          dotnet*.dll*) echo "said by the program"; exit "${ENDS:-0}" ;;
        esac
        """;

    private readonly ProgramFolder programs = new("bash", "env", "dirname", "basename", "sed", "mktemp", "rm", "tee", "cat");
    private readonly string root = Directory.CreateTempSubdirectory("scripts-test-").FullName;

    public ScriptFolder(params string[] names)
    {
        foreach (var name in names) programs.Add(name, Program);
        Directory.CreateDirectory(Path.Combine(root, "scripts", "azurite"));
        foreach (var script in Directory.EnumerateFiles(Original("scripts"))) File.Copy(script, Path.Combine(root, "scripts", Path.GetFileName(script)));
        File.Copy(Original("scripts/azurite/package-lock.json"), Path.Combine(root, "scripts", "azurite", "package-lock.json"));
        var told = Directory.CreateDirectory(Path.Combine(root, "artifacts", "bin", "EndToEnd.Tests", "debug"));
        File.WriteAllText(Path.Combine(told.FullName, "storage-calls.txt"), "Storage calls: 13\n");
    }

    /// <summary>What the programs see beside their arguments.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Runs a script as people on Linux do.</summary>
    public Task<ScriptRun> RunShellAsync(string script, params string[] arguments) => RunAsync("bash", [Path.Combine(root, "scripts", $"{script}.sh"), .. arguments]);

    /// <summary>Runs its twin in PowerShell.</summary>
    public Task<ScriptRun> RunPowerShellAsync(string script, params string[] arguments) =>
        RunAsync("dotnet", [PowerShell, "-NoProfile", "-NonInteractive", "-File", Path.Combine(root, "scripts", $"{script}.ps1"), .. arguments]);

    public void Dispose()
    {
        programs.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private static string PowerShell => Path.Combine(
        typeof(ScriptFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PowerShellFolder").Value!, OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");

    private static string Original(string path) => Path.Combine(global::Deploy.Clone.Root, path);

    private async Task<ScriptRun> RunAsync(string program, string[] arguments)
    {
        programs.TakeCalls();
        // PowerShell would otherwise tell its makers of each run.
        var variables = new Dictionary<string, string>(Variables) { ["PATH"] = programs.Folder, ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off" };
        var (code, said, complained) = await Programs.RunAsync(Programs.Find(program)!, arguments, variables);
        return new ScriptRun(code, Lines(said), Lines(complained), programs.TakeCalls());
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
