using System.Text;
using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns.Receipts;

namespace Deploy;

/// <summary>A return goes through as a clerk would send it: by a link, to its receipt; then the report's link is asked for.</summary>
/// <param name="environment">In <c>dev</c> the sample is put in force; anywhere else it goes to a unit that reports nothing, so that no figure can come from it.</param>
/// <param name="http">Carries no credentials of its own.</param>
/// <param name="clock">Whose time passes.</param>
/// <param name="say">Where progress goes.</param>
internal sealed class SmokeTest(string environment, HttpClient http, TimeProvider clock, Action<string> say)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    // A right that was just given takes minutes to be known everywhere. An upload whose event was lost is found by the next sweep but one: twelve minutes. A scan that
    // takes long is asked after by message.
    private readonly Waiting waiting = new(clock, TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(2));

    private bool MayCount => environment == "dev";

    /// <exception cref="DeployException">Something on the way does not work.</exception>
    public async Task RunAsync(Az az, Outputs made, CancellationToken ct)
    {
        var app = new App(made, http, waiting);
        // Before anything is waited for: the login of a workflow gives tokens only in its first minutes.
        var caller = await Caller.FindAsync(az, ct);
        await app.SignInAsync(az, ct);
        await az.AskAsync(["account", "get-access-token", "--resource", "https://storage.azure.com/"], ct);
        await waiting.ForAsync(
            $"{made.Address}api/health/live", "Look at the app's log stream in the portal; a setting that is missing is named there.", () => app.LiveAsync(ct), ct);
        say("the app answers");

        var sent = MayCount ? SmokeReturn.Sample(await app.VersionAsync(SmokeReturn.Year, SmokeReturn.SampleUnit, ct) + 1) : SmokeReturn.Harmless(clock.GetUtcNow());
        var lent = new List<LentRole>();
        try
        {
            foreach (var role in LentRole.Of(az.Subscription, made))
            {
                if (await role.GiveAsync(az, caller, ct)) lent.Add(role);
            }

            await UploadAsync(az, made, sent, ct);
            say($"uploaded returns/{sent.Path}");
            Judge(sent, await FindReceiptAsync(az, made, sent, ct));
            say($"receipt receipts/{sent.Receipt}");
        }
        finally
        {
            foreach (var role in lent)
            {
                if (await role.TakeBackAsync(az, caller, CancellationToken.None) is { } reason)
                    say($"The role {role.Name} on {role.Scope} could not be taken back from {caller.Id}; do so in the portal. {reason}");
            }
        }

        say(await new ReportCheck(app, waiting, MayCount).RunAsync(az, made, SmokeReturn.Year, ct));
    }

    private async Task UploadAsync(Az az, Outputs made, SmokeReturn sent, CancellationToken ct)
    {
        var expiry = (clock.GetUtcNow() + LinkLife).ToString("yyyy-MM-dd'T'HH:mm'Z'", null);
        await waiting.ForAsync(
            "a link that may write to the container returns",
            $"If the account {made.UploadsAccount} refuses this machine's address, add it to allowedAddresses in infra/{environment}.bicepparam and provision again, or run this phase inside the network.",
            async () =>
            {
                var link = await az.TryAsync(
                    ["storage", "blob", "generate-sas", "--account-name", made.UploadsAccount, "--container-name", "returns", "--name", sent.Path,
                        "--permissions", "cw", "--expiry", expiry, "--https-only", "--as-user", "--auth-mode", "login", "--full-uri"], ct);
                if (!link.Succeeded) return Look<bool>.NotYet(link.Error);
                var upload = new HttpRequestMessage(HttpMethod.Put, link.Output.Trim().Trim('"')) { Content = new ByteArrayContent(sent.Content) };
                upload.Headers.Add("x-ms-blob-type", "BlockBlob");
                return await http.ReadAsync(upload, "The storage", _ => Task.FromResult(true), ct);
            },
            ct);
    }

    private Task<Receipt> FindReceiptAsync(Az az, Outputs made, SmokeReturn sent, CancellationToken ct) => waiting.ForAsync(
        $"the receipt receipts/{sent.Receipt}",
        $"Look at the poison queue webjobs-blobtrigger-poison of {made.UploadsAccount} and at the deliveries of the system topic {made.SystemTopic}; then run --phase smoke again.",
        async () =>
        {
            var file = Clone.Artifacts("receipt.json");
            File.Delete(file);
            var answer = await az.TryAsync(
                ["storage", "blob", "download", "--account-name", made.LedgerAccount, "--container-name", "receipts", "--name", sent.Receipt, "--auth-mode", "login", "--file", file, "--no-progress"], ct);
            return answer.Succeeded && File.Exists(file) ? Look<Receipt>.At(ReceiptJson.Read(await File.ReadAllBytesAsync(file, ct))) : Look<Receipt>.NotYet(answer.Error);
        },
        ct);

    /// <summary>The verdict is the one that was meant: the app reads what it is sent, and refuses what it must.</summary>
    private static void Judge(SmokeReturn sent, Receipt receipt)
    {
        if (sent.Counts ? receipt.Verdict is Verdict.Accepted or Verdict.Pending : receipt.Verdict == Verdict.Refused) return;
        var reasons = new StringBuilder();
        foreach (var finding in receipt.Findings.Where(f => f.Severity == Severity.Error).Take(3)) reasons.AppendLine().Append($"  {finding.Rule} {finding.Message}");
        throw new DeployException(sent.Counts
            ? $"The sample return was answered {receipt.Verdict}, not accepted.{reasons}{Environment.NewLine}If {SmokeReturn.SampleUnit} is under review or locked in this environment, that is right, and the rest of the deployment stands."
            : $"A return of the unit {SmokeReturn.SilentUnit}, which reports nothing, was answered {receipt.Verdict}. Stop the app: it takes what it must refuse.");
    }
}
