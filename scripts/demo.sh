#!/usr/bin/env bash
# One run of the whole pipeline on this machine; ./scripts/demo.sh --help tells its options.
# Exit: 0 report emitted and all returns accepted, 2 something refused or missing (the report is a draft), 1 failure.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

fail() { echo "$1" >&2; exit 1; }
command -v dotnet >/dev/null || fail "The .NET SDK 10 is not on the PATH."
command -v npm >/dev/null || fail "Node.js 20 with npm is not on the PATH; Azurite runs on it."

azurite="$root/scripts/azurite"
# npm writes this file last: an interrupted installation is done again.
if [ "$azurite/package-lock.json" -nt "$azurite/node_modules/.package-lock.json" ]; then
    npm ci --prefix "$azurite" --no-audit --no-fund --loglevel=error || fail "Azurite could not be installed."
fi
dotnet build "$root/scripts/Demo" -v quiet -nodeReuse:false || fail "The build failed."
exec dotnet "$root/artifacts/bin/Demo/debug/Demo.dll" "$@"
