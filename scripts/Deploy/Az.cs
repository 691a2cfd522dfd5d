using System.Text.Json;

namespace Deploy;

/// <summary>The Azure command line, in one subscription.</summary>
internal sealed class Az
{
    private readonly Tool tool;
    private readonly string subscription;

    private Az(Tool tool, string subscription) => (this.tool, this.subscription) = (tool, subscription);

    /// <summary>Id of the subscription.</summary>
    public string Subscription => subscription;

    /// <summary>Finds the command line and who is logged in.</summary>
    /// <param name="wanted">Name or id of a subscription; null takes the chosen one.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DeployException">There is no command line, nobody is logged in, or they cannot see the subscription.</exception>
    public static async Task<Az> LogInAsync(string? wanted, CancellationToken ct)
    {
        var tool = Tool.OnPath("az", "Install the Azure CLI 2.60 or newer, then run az login.");
        string[] chosen = wanted is null ? [] : ["--subscription", wanted];
        var answer = await tool.AskAsync(["account", "show", "--output", "json", .. chosen], ct);
        if (!answer.Succeeded)
            throw new DeployException(wanted is null
                ? "Nobody is logged in to Azure. Run az login (in CI: the azure/login action), then this script again."
                : $"The subscription {wanted} cannot be seen. Run az login with an account that has it, or az account list to see what there is.");
        return new Az(tool, JsonDocument.Parse(answer.Output).RootElement.GetProperty("id").GetString()!);
    }

    /// <summary>Asks and reads the answer.</summary>
    /// <exception cref="DeployException">az said no; the message is its reason.</exception>
    public async Task<JsonElement> AskAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var answer = await TryAsync(arguments, ct);
        if (!answer.Succeeded) throw new DeployException($"az {Verb(arguments)} failed:{Environment.NewLine}{answer.Error}");
        return string.IsNullOrWhiteSpace(answer.Output) ? default : JsonDocument.Parse(answer.Output).RootElement;
    }

    /// <summary>Asks where a no is an answer too.</summary>
    public Task<ToolAnswer> TryAsync(IReadOnlyList<string> arguments, CancellationToken ct) =>
        tool.AskAsync([.. arguments, .. Scope(arguments), "--only-show-errors", "--output", "json"], ct);

    /// <summary>Runs a command that speaks to people.</summary>
    /// <exception cref="DeployException">It failed.</exception>
    public async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (await tool.RunAsync([.. arguments, .. Scope(arguments)], ct) != 0) throw new DeployException($"az {Verb(arguments)} failed; its reason stands above.");
    }

    // The directory is above all subscriptions, and its commands take none.
    private string[] Scope(IReadOnlyList<string> arguments) => arguments[0] == "ad" ? [] : ["--subscription", subscription];

    private static string Verb(IReadOnlyList<string> arguments) => string.Join(' ', arguments.TakeWhile(a => !a.StartsWith('-')));
}
