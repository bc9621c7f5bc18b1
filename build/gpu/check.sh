#!/usr/bin/env bash
# Checks a machine that has a GPU: compiles native/torch against the libtorch of its PyTorch, runs the tests of Tao.Torch and Tao.Runtime on it,
# and times the training step on the GPU beside PyTorch's.
#
#     dotnet build Tao.Sdk.sln -c Release && build/gpu/check.sh [PYTHON]
#
# Needs cmake, a C++ compiler, .NET, and a Python (default: python3) that has PyTorch with CUDA. Uses no network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
python="${1:-python3}"

torch="$("$python" -c 'import torch; print(torch.utils.cmake_prefix_path + "/Torch")')"
native="build/native/gpu"
cmake -S src/native -B "$native/cmake" -DCMAKE_BUILD_TYPE=Release -DTAO_PARTS=torch -DTorch_DIR="$torch" -DTAO_NATIVE_OUTPUT="$PWD/$native/lib"
cmake --build "$native/cmake" --parallel "$(nproc)" -- --keep-going

status=0
for program in tests/Tao.Torch.Tests/bin/Release/net10.0/Tao.Torch.Tests.dll tests/Tao.Runtime.Tests/bin/Release/net10.0/Tao.Runtime.Tests.dll; do
  cp "$native/lib/libtao_torch.so" "$(dirname "$program")/"
  dotnet exec "$program" -noColor || status=1
done

benchmark=build/benchmarks/Tao.Benchmarks/bin/Release/net10.0
cp "$native/lib/libtao_torch.so" "$benchmark/"
PATH="$(dirname "$(command -v "$python")"):$PATH" dotnet exec "$benchmark/Tao.Benchmarks.dll" cuda || status=1
exit "$status"
