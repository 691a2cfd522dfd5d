using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deploy;

namespace EndToEnd.Tests.Published;

/// <summary>The app as it is deployed: <c>dotnet publish functions/Host</c> with the genuine worker packages, where this machine's package feed has them.</summary>
public sealed partial class PublishedApp : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("published-app-").FullName;
    private string? lacking;

    public async ValueTask InitializeAsync()
    {
        // As scripts/Deploy publishes, but to a folder of its own: that step is tested too.
        var (code, said, _) = await Programs.RunAsync("dotnet", Publishing.BuildCommand.Select(word => word == Publishing.Folder ? folder : word));
        if (code == 0) return;
        lacking = Missing().Match(said) is { Success: true } package
            ? $"The package feed of this machine lacks {package.Groups["name"].Value}, so the app that is deployed cannot be built here."
            : throw new InvalidOperationException($"functions/Host does not publish:{Environment.NewLine}{said}");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A file of what is deployed.</summary>
    public string File(string name)
    {
        Assert.SkipWhen(lacking is not null, lacking ?? "");
        return Path.Combine(folder, name);
    }

    /// <summary>What the build tells the host of each function.</summary>
    public IReadOnlyList<JsonObject> Metadata() =>
        [.. JsonSerializer.Deserialize<JsonArray>(System.IO.File.ReadAllText(File("functions.metadata")))!.Select(function => function!.AsObject())];

    /// <summary>Runs the app until it ends by itself or is told to.</summary>
    /// <param name="settings">What it is told beside this machine's environment.</param>
    public Task<(int Code, string Said, string Complained)> RunAsync(IReadOnlyDictionary<string, string> settings, string[] arguments, CancellationToken stop) =>
        Programs.RunAsync("dotnet", [File("Host.dll"), .. arguments], settings, stop);

    [GeneratedRegex(@"NU110[123]: Unable to find (?:a stable )?package (?<name>[A-Za-z0-9.]+)")]
    private static partial Regex Missing();
}
