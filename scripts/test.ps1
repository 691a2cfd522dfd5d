# All tests, from a clean clone. Last line: "N passed, N failed".
$ErrorActionPreference = 'Stop'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

Push-Location (Split-Path -Parent $PSScriptRoot)
try {
    $installed = Get-Item 'scripts/azurite/node_modules/.package-lock.json' -Force -ErrorAction Ignore
    if (-not $installed -or $installed.LastWriteTime -lt (Get-Item 'scripts/azurite/package-lock.json').LastWriteTime) {
        npm ci --prefix scripts/azurite --no-audit --no-fund --loglevel=error
        if ($LASTEXITCODE -ne 0) { exit 1 }
    }
    dotnet build Pipeline.sln -nodeReuse:false
    if ($LASTEXITCODE -ne 0) { exit 1 }

    $passed = 0
    $failed = 0
    foreach ($project in 'Pipeline.Tests', 'Infra.Tests', 'EndToEnd.Tests') {
        # A project that says nothing would otherwise be taken for the one before it.
        $said = $null
        dotnet test --no-build --project "tests/$project" | Tee-Object -Variable said | Out-Host
        $log = $said | Out-String
        $succeeded = if ($log -match '(?m)^\s*succeeded:\s*(\d+)') { [int] $Matches[1] }
        $broken = if ($log -match '(?m)^\s*failed:\s*(\d+)') { [int] $Matches[1] }
        if ($null -eq $succeeded -or $null -eq $broken) {
            "tests/$project ended without a summary"
            $broken = 1
            $succeeded = 0
        }
        $passed += $succeeded
        $failed += $broken
    }
    Get-Content artifacts/bin/EndToEnd.Tests/debug/storage-calls.txt -ErrorAction Continue

    "$passed passed, $failed failed"
    if ($failed -gt 0 -or $passed -eq 0) { exit 1 }
}
finally { Pop-Location }
