#!/usr/bin/env bash
# Provisions, publishes, subscribes the app to uploads and sends a return through; ./scripts/deploy.sh --help tells its options.
# Can be run again at any time. --what-if prints the plan and needs no subscription. Exit: 0 done, 1 failure.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

fail() { echo "$1" >&2; exit 1; }
command -v dotnet >/dev/null || fail "The .NET SDK 10 is not on the PATH."
# Building takes a minute: who lacks az is told before.
case " $* " in
    *" --azure "*) needs_az=true ;;
    *" --what-if "* | *" --help "* | *" -h "*) needs_az=false ;;
    *) needs_az=true ;;
esac
if [ "$needs_az" = true ] && ! command -v az >/dev/null; then
    fail "az is not on the PATH. Install the Azure CLI, then run az login; or give --what-if for a plan without it."
fi
dotnet build "$root/scripts/Deploy" -v quiet -nodeReuse:false || fail "The build failed."
cd "$root"
exec dotnet "$root/artifacts/bin/Deploy/debug/Deploy.dll" "$@"
