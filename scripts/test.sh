#!/usr/bin/env bash
# All tests, from a clean clone. Last line: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build Pipeline.sln -nodeReuse:false

passed=0 failed=0
for project in Pipeline.Tests; do
    log=$(mktemp)
    dotnet test --no-build --project "tests/$project" | tee "$log" || true
    passed=$((passed + $(sed -n 's/^ *succeeded: *//p' "$log")))
    failed=$((failed + $(sed -n 's/^ *failed: *//p' "$log")))
    rm -f "$log"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
