# One run of the whole pipeline on this machine; ./scripts/demo.ps1 --help tells its options.
# Exit: 0 report emitted and all returns accepted, 2 something refused or missing (the report is a draft), 1 failure.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Fail([string] $reason) { [Console]::Error.WriteLine($reason); exit 1 }
if (-not (Get-Command dotnet -ErrorAction Ignore)) { Fail 'The .NET SDK 10 is not on the PATH.' }
if (-not (Get-Command npm -ErrorAction Ignore)) { Fail 'Node.js 20 with npm is not on the PATH; Azurite runs on it.' }

$azurite = Join-Path $root 'scripts/azurite'
# npm writes this file last: an interrupted installation is done again.
$installed = Get-Item (Join-Path $azurite 'node_modules/.package-lock.json') -Force -ErrorAction Ignore
if (-not $installed -or $installed.LastWriteTime -lt (Get-Item (Join-Path $azurite 'package-lock.json')).LastWriteTime) {
    npm ci --prefix $azurite --no-audit --no-fund --loglevel=error
    if ($LASTEXITCODE -ne 0) { Fail 'Azurite could not be installed.' }
}
dotnet build (Join-Path $root 'scripts/Demo') -v quiet -nodeReuse:false
if ($LASTEXITCODE -ne 0) { Fail 'The build failed.' }
dotnet (Join-Path $root 'artifacts/bin/Demo/debug/Demo.dll') @args
exit $LASTEXITCODE
