using System.IO.Compression;

namespace Deploy;

/// <summary>The app's code: built, packed, and handed over as one package (One Deploy).</summary>
internal static class Publishing
{
    /// <summary>Where the app is published to before it is packed.</summary>
    public static string Folder => Clone.Artifacts("publish");

    private static string Package => Clone.Artifacts("app.zip");

    /// <summary>How it is built. Its intermediate files stand apart from those of the local build, which has other packages.</summary>
    public static IReadOnlyList<string> BuildCommand =>
        ["publish", Clone.Host, "--configuration", "Release", "--output", Folder, "--artifacts-path", Clone.AzureBuild, "-nodeReuse:false"];

    public static IReadOnlyList<string> Command(Outputs made) =>
        ["functionapp", "deployment", "source", "config-zip", "--resource-group", made.ResourceGroup, "--name", made.FunctionApp, "--src", Package];

    public static async Task RunAsync(Az az, Outputs made, CancellationToken ct)
    {
        // What an earlier build left would be published too.
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        File.Delete(Package);
        if (await Tool.OnPath("dotnet", "Install the .NET SDK 10.").RunAsync(BuildCommand, ct) != 0)
            throw new DeployException("The app does not build; the reason stands above. NU1101 to NU1103 mean that the package feed lacks the Functions worker: build where the public feed can be reached.");
        foreach (var needed in new[] { "host.json", "worker.config.json" })
        {
            if (!File.Exists(Path.Combine(Folder, needed))) throw new DeployException($"The published app has no {needed}, so the platform would not start it. Was it built with -p:FunctionsWorker=Local?");
        }

        await ZipFile.CreateFromDirectoryAsync(Folder, Package, ct);
        await az.AskAsync(Command(made), ct);
    }
}
