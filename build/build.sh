#!/usr/bin/env bash
# Runs one task of build/build.cake: Setup, Native, Build, Test, Pack, Demo, Bench or Clean.
#   ./build/build.sh Demo
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v dotnet > /dev/null; then
  if [ -x "$HOME/.dotnet/dotnet" ]; then
    export PATH="$HOME/.dotnet:$PATH"
  else
    echo "The .NET SDK $(sed -n 's/.*"version": "\([^"]*\)".*/\1/p' global.json) or newer is needed: https://dotnet.microsoft.com/download" >&2
    exit 1
  fi
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Restored once for each manifest, so that a run with everything in place asks no feed.
manifest=.config/dotnet-tools.json
marker=build/tools/restored
wanted="$(cksum < "$manifest")"
if [ "$(cat "$marker" 2> /dev/null || true)" != "$wanted" ] || [ ! -d "${NUGET_PACKAGES:-$HOME/.nuget/packages}/cake.tool" ]; then
  dotnet tool restore
  mkdir -p "$(dirname "$marker")"
  echo "$wanted" > "$marker"
fi

target="${1:-Demo}"
[ $# -gt 0 ] && shift
exec dotnet tool run dotnet-cake build/build.cake --target="$target" "$@"
