#!/usr/bin/env bash
# All tests, from a clean clone. Last line: "N passed, N failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if [ scripts/azurite/package-lock.json -nt scripts/azurite/node_modules/.package-lock.json ]; then
    npm ci --prefix scripts/azurite --no-audit --no-fund --loglevel=error
fi
dotnet build Pipeline.sln -nodeReuse:false

passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for project in Pipeline.Tests Infra.Tests EndToEnd.Tests; do
    dotnet test --no-build --project "tests/$project" | tee "$log" || true
    succeeded=$(sed -n 's/^ *succeeded: *//p' "$log")
    broken=$(sed -n 's/^ *failed: *//p' "$log")
    if [ -z "$succeeded" ] || [ -z "$broken" ]; then
        echo "tests/$project ended without a summary"
        broken=1 succeeded=0
    fi
    passed=$((passed + succeeded)) failed=$((failed + broken))
done
cat artifacts/bin/EndToEnd.Tests/debug/storage-calls.txt || true

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
