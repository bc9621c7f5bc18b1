# Runs one task of build/build.cake: Setup, Native, Build, Test, Pack, Demo, Bench or Clean.
#   ./build/build.ps1 Demo
param([string] $Target = 'Demo', [Parameter(ValueFromRemainingArguments)] [string[]] $Rest)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
$env:DOTNET_NOLOGO = 1
dotnet tool restore
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet tool run dotnet-cake build/build.cake "--target=$Target" @Rest
exit $LASTEXITCODE
