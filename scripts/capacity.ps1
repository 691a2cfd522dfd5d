# What a year takes and costs with 15, 150 and 3,000 units; ./scripts/capacity.ps1 --help tells its options.
# Without options it simulates from the recorded measurements; --measure takes them anew, with Azurite, in about a quarter of an hour.
# Exit: 0 printed, written or in agreement, 2 --check found that README.md says otherwise, 1 failure.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Fail([string] $reason) { [Console]::Error.WriteLine($reason); exit 1 }
if (-not (Get-Command dotnet -ErrorAction Ignore)) { Fail 'The .NET SDK 10 is not on the PATH.' }
if ($args -contains '--measure') {
    if (-not (Get-Command npm -ErrorAction Ignore)) { Fail 'Node.js 20 with npm is not on the PATH; Azurite runs on it.' }
    $azurite = Join-Path $root 'scripts/azurite'
    # npm writes this file last: an interrupted installation is done again.
    $installed = Get-Item (Join-Path $azurite 'node_modules/.package-lock.json') -Force -ErrorAction Ignore
    if (-not $installed -or $installed.LastWriteTime -lt (Get-Item (Join-Path $azurite 'package-lock.json')).LastWriteTime) {
        npm ci --prefix $azurite --no-audit --no-fund --loglevel=error
        if ($LASTEXITCODE -ne 0) { Fail 'Azurite could not be installed.' }
    }
}
# Measured as it is deployed: optimised.
dotnet build (Join-Path $root 'scripts/Capacity') -c Release -p:FunctionsWorker=Local -v quiet -nodeReuse:false
if ($LASTEXITCODE -ne 0) { Fail 'The build failed.' }
dotnet (Join-Path $root 'artifacts/bin/Capacity/release/Capacity.dll') @args
exit $LASTEXITCODE
