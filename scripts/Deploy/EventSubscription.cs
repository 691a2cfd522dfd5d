using System.Text.Json;

namespace Deploy;

/// <summary>Tells the app of uploads. The app's blob extension makes the key that the subscription needs when it first starts with the code.</summary>
internal sealed class EventSubscription(Bicep bicep, TimeProvider clock)
{
    private const string Key = "blobs_extension";

    private readonly Waiting waiting = new(clock, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5));

    /// <summary>The template of this step.</summary>
    public static string Source => Clone.Infra("events.bicep");

    private static string TemplateFile => Clone.Artifacts("events.json");

    public static IReadOnlyList<string> Command(Outputs made) =>
    [
        "deployment", "group", "create", "--resource-group", made.ResourceGroup, "--name", "events", "--template-file", TemplateFile, "--parameters",
        $"functionApp={made.FunctionApp}", $"uploadsAccount={made.UploadsAccount}", $"systemTopic={made.SystemTopic}",
    ];

    public async Task RunAsync(Az az, Outputs made, CancellationToken ct)
    {
        await File.WriteAllTextAsync(TemplateFile, (await bicep.BuildAsync(Source, ct)).ToJsonString(), ct);
        await waiting.ForAsync(
            $"the key {Key} of the app {made.FunctionApp}",
            "Look at the app's log stream in the portal: it makes the key when it starts with the code. Then run the script again with --phase events --phase smoke.",
            async () =>
            {
                var keys = await az.TryAsync(["functionapp", "keys", "list", "--resource-group", made.ResourceGroup, "--name", made.FunctionApp], ct);
                return !keys.Succeeded ? Look<bool>.NotYet(keys.Error) : HasKey(keys.Output) ? Look<bool>.At(true) : Look<bool>.NotYet();
            },
            ct);
        await waiting.ForAsync(
            $"the app {made.FunctionApp} to answer the handshake of the subscription",
            "Look at the app's log stream in the portal, then run the script again with --phase events --phase smoke.",
            async () =>
            {
                var answer = await az.TryAsync(Command(made), ct);
                return answer.Succeeded ? Look<bool>.At(true)
                    : ShookNoHands(answer.Error) ? Look<bool>.NotYet(answer.Error)
                    : throw new DeployException($"The subscription could not be made:{Environment.NewLine}{answer.Error}");
            },
            ct);
    }

    // An app that was just published is started anew, and answers nobody meanwhile. Any other no is final.
    private static bool ShookNoHands(string error) =>
        error.Contains("handshake", StringComparison.OrdinalIgnoreCase) || error.Contains("url validation", StringComparison.OrdinalIgnoreCase);

    private static bool HasKey(string keys) =>
        JsonDocument.Parse(keys).RootElement.TryGetProperty("systemKeys", out var system) && system.ValueKind == JsonValueKind.Object && system.TryGetProperty(Key, out _);
}
