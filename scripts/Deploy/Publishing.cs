using System.IO.Compression;

namespace Deploy;

/// <summary>The app's code: built, packed, and handed over as one package (One Deploy).</summary>
/// <param name="clock">Whose time passes.</param>
internal sealed class Publishing(TimeProvider clock)
{
    // az looks after the app once it has handed it over, and goes on looking for as long as the app does not start.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    // What the platform starts the app with, and knows its functions from. The folder is hidden, and easily lost on the way.
    private static readonly string[] Needed = ["host.json", "worker.config.json", "functions.metadata", "extensions.json", ".azurefunctions/function.deps.json"];

    /// <summary>Where the app is published to before it is packed.</summary>
    public static string Folder => Clone.Artifacts("publish");

    private static string Package => Clone.Artifacts("app.zip");

    /// <summary>How it is built. Its intermediate files stand apart from those of the local build, which has other packages.</summary>
    public static IReadOnlyList<string> BuildCommand =>
        ["publish", Clone.Host, "--configuration", "Release", "--output", Folder, "--artifacts-path", Clone.AzureBuild, "-nodeReuse:false"];

    public static IReadOnlyList<string> Command(Outputs made) =>
        ["functionapp", "deployment", "source", "config-zip", "--resource-group", made.ResourceGroup, "--name", made.FunctionApp, "--src", Package];

    public async Task RunAsync(Az az, Outputs made, CancellationToken ct)
    {
        // What an earlier build left would be published too.
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        File.Delete(Package);
        if (await Tool.OnPath("dotnet", "Install the .NET SDK 10.").RunAsync(BuildCommand, ct) != 0)
            throw new DeployException("The app does not build; the reason stands above. NU1101 to NU1103 mean that the package feed lacks the Functions worker: build where the public feed can be reached.");
        await PackAsync(Folder, Package, ct);
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await az.AskAsync(Command(made), either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DeployException($"The app was not handed over and started within {Patience.TotalMinutes:0} minutes. Look at its log stream in the portal: a setting that is missing is named there.");
        }
    }

    /// <summary>Packs a published app.</summary>
    /// <exception cref="DeployException">It is none.</exception>
    internal static async Task PackAsync(string folder, string package, CancellationToken ct)
    {
        await ZipFile.CreateFromDirectoryAsync(folder, package, ct);
        await using var packed = await ZipFile.OpenReadAsync(package, ct);
        if (Needed.Where(name => packed.GetEntry(name) is null).ToList() is { Count: > 0 } missing)
            throw new DeployException($"The published app has no {string.Join(", ", missing)}, so the platform would not start it. Was it built with -p:FunctionsWorker=Local?");
    }
}
