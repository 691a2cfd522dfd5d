namespace Deploy;

/// <summary>What a subscription and a directory need once, before the templates.</summary>
internal sealed class Preparation(Az az, Registration registration, DeployOptions options, Action<string> say)
{
    // The subnet of the app is handed to it; the templates make no resource of its own, so that Azure does not see to it by itself.
    private const string Provider = "Microsoft.App";

    public static IReadOnlyList<string> ProviderCommand => ["provider", "register", "--namespace", Provider, "--wait"];

    /// <param name="clientId">Of the registration that is given; null when it is this program's to make.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RunAsync(string? clientId, CancellationToken ct)
    {
        await az.AskAsync(ProviderCommand, ct);
        // Who deploys every day need not be who may write to the directory.
        if (clientId is not null && !options.Named)
        {
            say($"registration {clientId}, as given");
            return;
        }

        var made = await registration.RunAsync(options.Reviewers, ct);
        say($"registration {made}");
        if (clientId is not null) return;
        if (options.Azd) await KeepAsync(made, ct);
        else say($"put it into infra/{options.Environment}.bicepparam (param authClientId = '{made}'): then others can deploy who cannot read the directory");
    }

    /// <summary>azd reads its variables again after each hook, so that its provisioning knows the registration.</summary>
    private static async Task KeepAsync(string clientId, CancellationToken ct)
    {
        var azd = Tool.OnPath("azd", "It called this script; is it still there?");
        var answer = await azd.AskAsync(["env", "set", "PIPELINE_AUTH_CLIENT_ID", clientId], ct);
        if (!answer.Succeeded) throw new DeployException($"azd env set PIPELINE_AUTH_CLIENT_ID {clientId} failed:{Environment.NewLine}{answer.Error}");
    }
}
