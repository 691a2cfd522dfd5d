using Deploy;

namespace EndToEnd.Tests.Deploy;

/// <summary>Runs <c>scripts/deploy.sh</c> with programs of our own where it looks for az, azd and dotnet; az writes down how it was called.</summary>
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
          "ad "*--subscription*) echo "ERROR: unrecognized arguments: --subscription" >&2; exit 2 ;;
          "ad app owner list"*) if [ -z "${NOT_MINE:-}" ]; then echo '[{"id": "11111111-1111-1111-1111-111111111111"}]'; else echo '[]'; fi ;;
          "provider register --namespace Microsoft.App --wait"*) ;;
          "ad app list"*) if [ -e "$here/registration.json" ] && [ -z "${LISTS_LATE:-}" ]; then echo "[$(cat "$here/registration.json")]"; else echo '[]'; fi ;;
          "ad app create"*) [ -z "${NO_RIGHT:-}" ] || { echo 'ERROR: Insufficient privileges to complete the operation.' >&2; exit 1; }
            echo '{"id": "object", "appId": "22222222-2222-2222-2222-222222222222"}' | tee "$here/registration.json" ;;
          "ad app show"*) cat "$here/registration.json" ;;
          "ad sp show"*) [ -e "$here/principal" ] || { echo "ERROR: Resource '22222222' does not exist or one of its queried reference-property objects are not present." >&2; exit 3; }; echo '{"id": "principal"}' ;;
          "ad sp create"*)
            echo look >>"$here/principals"
            [ "$(wc -l <"$here/principals")" -gt "${LOOKS_WITHOUT_PRINCIPAL:-0}" ] || { echo "ERROR: The appId does not reference a valid application object." >&2; exit 1; }
            touch "$here/principal"; echo '{"id": "principal"}' ;;
          "rest --method patch"*graph*) body=$(value --body "$@"); cat "${body#@}" >>"$here/patches"; echo >>"$here/patches" ;;
          "rest --method post"*appRoleAssignedTo*)
            body=$(value --body "$@"); if grep -qsF "$(cat "${body#@}")" "$here/assigned"; then echo 'ERROR: Bad Request({"error":{"code":"Request_BadRequest","message":"Permission being assigned already exists on the object"}})' >&2; exit 1; fi
            cat "${body#@}" >>"$here/assigned"; echo >>"$here/assigned" ;;
          "account get-access-token --scope"*) echo '{"accessToken": "token"}' ;;
          "account get-access-token"*) echo '{"accessToken": "e30.'"$(printf '{"oid":"11111111-1111-1111-1111-111111111111","idtyp":"app"}' | base64 -w0 | tr '+/' '-_' | tr -d =)"'.x"}' ;;
          "deployment sub show"*) [ -e "$here/provisioned" ] || { echo "ERROR: DeploymentNotFound" >&2; exit 3; }; echo "{\"properties\": {$outputs}}" ;;
          "deployment sub create"*) touch "$here/provisioned"; echo "{\"properties\": {$outputs}}" ;;
          "deployment group create"*)
            echo look >>"$here/handshakes"
            [ "$(wc -l <"$here/handshakes")" -gt "${LOOKS_WITHOUT_HANDSHAKE:-0}" ] || { echo 'ERROR: {"code": "Url validation", "message": "Webhook validation handshake failed for https://app/runtime/webhooks/blobs?code=secret"}' >&2; exit 1; } ;;
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

    private const string Azd = """
        #!/usr/bin/env bash
        echo "azd $*" >>"$(dirname "$0")/calls"
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
            mkdir -p "$2/.azurefunctions"
            for file in host.json worker.config.json functions.metadata extensions.json .azurefunctions/function.deps.json; do [ "$file" = "${LOST:-}" ] || echo '{}' >"$2/$file"; done ;;
          *) exec "$GENUINE_DOTNET" "$@" ;;
        esac
        """;

    private readonly ProgramFolder programs = new("bash", "env", "dirname", "base64", "tr", "wc", "touch", "mkdir", "curl", "cat", "grep", "tee");

    public StandIns(bool withAz = true)
    {
        programs.Add("dotnet", Dotnet);
        programs.Add("azd", Azd);
        if (withAz) programs.Add("az", Az);
    }

    /// <summary>What the stand-ins see beside their arguments.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What the directory was told, in the order of the calls: changes of the registration, then roles given.</summary>
    public IReadOnlyList<string> Told => [.. Lines("patches"), .. Lines("assigned")];

    /// <summary>What the registration holds before the script looks.</summary>
    public string Registration
    {
        set => File.WriteAllText(Path.Combine(programs.Folder, "registration.json"), value);
    }

    /// <summary>The calls of az and of dotnet publish since the last look.</summary>
    public IReadOnlyList<string> TakeCalls() => programs.TakeCalls();

    public Task<(int Code, string Said, string Complained)> RunAsync(params string[] arguments) => Programs.RunAsync(
        Programs.Find("bash")!, [Path.Combine(Clone.Root, "scripts", "deploy.sh"), .. arguments],
        new Dictionary<string, string>(Variables) { ["PATH"] = programs.Folder, ["GENUINE_DOTNET"] = Programs.Find("dotnet")! });

    private string[] Lines(string name) => Path.Combine(programs.Folder, name) is var file && File.Exists(file) ? File.ReadAllLines(file) : [];

    public void Dispose() => programs.Dispose();
}
