using Deploy;

namespace EndToEnd.Tests.Deploy;

/// <summary>Runs <c>scripts/deploy.sh</c> with programs of our own where it looks for az and dotnet; az writes down how it was called.</summary>
internal sealed class StandIns : IDisposable
{
    // Answers like the genuine one, as far as the script asks. Storage and app are whatever the test points it at.
    private const string Az = """
        #!/usr/bin/env bash
        set -euo pipefail
        here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
        echo "az $*" >>"$here/calls"
        value() { local wanted=$1; shift; while [ $# -gt 1 ]; do if [ "$1" = "$wanted" ]; then echo "$2"; return; fi; shift; done; }
        outputs='"outputs": {"resourceGroup": {"value": "rg"}, "FUNCTIONAPP": {"value": "app"}, "address": {"value": "'"${APP_ADDRESS:-http://127.0.0.1:1}"'"},
          "uploadsAccount": {"value": "uploads"}, "ledgerAccount": {"value": "ledger"}, "stateAccount": {"value": "state"}, "systemTopic": {"value": "topic"}}'
        case "$*" in
          "account show"*) [ -z "${NOBODY:-}" ] || { echo "ERROR: Please run 'az login'." >&2; exit 1; }; echo '{"id": "00000000-0000-0000-0000-00000000000a"}' ;;
          "account get-access-token --scope"*) echo '{"accessToken": "token"}' ;;
          "account get-access-token"*) echo '{"accessToken": "e30.'"$(printf '{"oid":"11111111-1111-1111-1111-111111111111","idtyp":"app"}' | base64 -w0 | tr '+/' '-_' | tr -d =)"'.x"}' ;;
          "deployment sub show"*) [ -e "$here/provisioned" ] || { echo "ERROR: DeploymentNotFound" >&2; exit 3; }; echo "{\"properties\": {$outputs}}" ;;
          "deployment sub create"*) touch "$here/provisioned"; echo "{\"properties\": {$outputs}}" ;;
          "deployment sub what-if"*) echo "Resource changes: 1 to modify." ;;
          "functionapp show"*) echo '{"state": "Running"}' ;;
          "functionapp keys list"*)
            echo look >>"$here/looks"
            if [ "$(wc -l <"$here/looks")" -gt "${LOOKS_WITHOUT_KEY:-0}" ]; then echo '{"systemKeys": {"blobs_extension": "secret"}}'; else echo '{"systemKeys": null}'; fi ;;
          "rest --method get"*authsettingsV2*) echo '{"properties": {"identityProviders": {"azureActiveDirectory": {"registration": {"clientId": "client"}}}}}' ;;
          "rest --method put"*roleAssignments*) [ -z "${ROLES_HELD:-}" ] || { echo 'ERROR: Conflict({"error":{"code":"RoleAssignmentExists"}})' >&2; exit 1; } ;;
          "rest --method post"*CloseYear*) curl -sf -X POST -H 'Content-Type: application/json' -d '{}' "$APP_ADDRESS/admin/functions/CloseYear" >/dev/null ;;
          "storage blob generate-sas"*) echo "\"${CONTAINERS%%|*}/$(value --name "$@")?$UPLOAD_SIGNATURE\"" ;;
          "storage blob download"*) curl -sf "${CONTAINERS##*|}/$(value --name "$@")?$RECEIPT_SIGNATURE" -o "$(value --file "$@")" || { echo "ERROR: BlobNotFound" >&2; exit 3; } ;;
        esac
        """;

    // Builds nothing: the tests have built the program, and the app's packages are not everywhere.
    private const string Dotnet = """
        #!/usr/bin/env bash
        set -euo pipefail
        here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
        case "$1" in
          build) ;;
          publish)
            echo "dotnet $*" >>"$here/calls"
            while [ "$1" != --output ]; do shift; done
            mkdir -p "$2" && echo '{}' >"$2/host.json" && echo '{}' >"$2/worker.config.json" ;;
          *) exec "$GENUINE_DOTNET" "$@" ;;
        esac
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("deploy-test-").FullName;

    public StandIns(bool withAz = true)
    {
        Programs.Write(Path.Combine(folder, "dotnet"), Dotnet);
        if (withAz) Programs.Write(Path.Combine(folder, "az"), Az);
        foreach (var tool in new[] { "bash", "env", "dirname", "base64", "tr", "wc", "touch", "mkdir", "curl" })
        {
            if (Programs.Find(tool) is { } path) File.CreateSymbolicLink(Path.Combine(folder, tool), path);
        }
    }

    /// <summary>What the stand-ins see beside their arguments.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The calls of az and of dotnet publish since the last look.</summary>
    public IReadOnlyList<string> TakeCalls()
    {
        var file = Path.Combine(folder, "calls");
        var calls = File.Exists(file) ? File.ReadAllLines(file) : [];
        File.Delete(file);
        return calls;
    }

    public Task<(int Code, string Said, string Complained)> RunAsync(params string[] arguments) => Programs.RunAsync(
        Programs.Find("bash")!, [Path.Combine(Clone.Root, "scripts", "deploy.sh"), .. arguments],
        new Dictionary<string, string>(Variables) { ["PATH"] = folder, ["GENUINE_DOTNET"] = Programs.Find("dotnet")! });

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
