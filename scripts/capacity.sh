#!/usr/bin/env bash
# What a year takes and costs with 15, 150 and 3,000 units; ./scripts/capacity.sh --help tells its options.
# Without options it simulates from the recorded measurements; --measure takes them anew, with Azurite, in about a quarter of an hour.
# Exit: 0 printed, written or in agreement, 2 --check found that README.md says otherwise, 1 failure.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

fail() { echo "$1" >&2; exit 1; }
command -v dotnet >/dev/null || fail "The .NET SDK 10 is not on the PATH."
if [[ " $* " == *" --measure "* ]]; then
    command -v npm >/dev/null || fail "Node.js 20 with npm is not on the PATH; Azurite runs on it."
    azurite="$root/scripts/azurite"
    # npm writes this file last: an interrupted installation is done again.
    if [ "$azurite/package-lock.json" -nt "$azurite/node_modules/.package-lock.json" ]; then
        npm ci --prefix "$azurite" --no-audit --no-fund --loglevel=error || fail "Azurite could not be installed."
    fi
fi
# Measured as it is deployed: optimised.
dotnet build "$root/scripts/Capacity" -c Release -p:FunctionsWorker=Local -v quiet -nodeReuse:false || fail "The build failed."
exec dotnet "$root/artifacts/bin/Capacity/release/Capacity.dll" "$@"
