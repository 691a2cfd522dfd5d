# Provisions, publishes, subscribes the app to uploads and sends a return through; ./scripts/deploy.ps1 --help tells its options.
# Can be run again at any time. --what-if prints the plan and needs no subscription. Exit: 0 done, 1 failure.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Fail([string] $reason) { [Console]::Error.WriteLine($reason); exit 1 }
if (-not (Get-Command dotnet -ErrorAction Ignore)) { Fail 'The .NET SDK 10 is not on the PATH.' }
# Building takes a minute: who lacks az is told before.
$needsAz = $args -contains '--azure' -or -not ($args -contains '--what-if' -or $args -contains '--help' -or $args -contains '-h')
if ($needsAz -and -not (Get-Command az -ErrorAction Ignore)) {
    Fail 'az is not on the PATH. Install the Azure CLI, then run az login; or give --what-if for a plan without it.'
}
dotnet build (Join-Path $root 'scripts/Deploy') -v quiet -nodeReuse:false
if ($LASTEXITCODE -ne 0) { Fail 'The build failed.' }
Push-Location $root
try { dotnet (Join-Path $root 'artifacts/bin/Deploy/debug/Deploy.dll') @args } finally { Pop-Location }
exit $LASTEXITCODE
