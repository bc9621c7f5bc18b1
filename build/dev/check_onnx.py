#!/usr/bin/env python3
"""Checks ONNX files with the onnx package's own checker, shape inference included (Debian: python3-onnx).

A development aid: the product checks its files with Tao.Onnx.Checking and ONNX Runtime.

    python3 build/dev/check_onnx.py model.onnx ...
"""
import collections
import sys

import onnx


def main(paths):
    failed = 0
    for path in paths:
        try:
            onnx.checker.check_model(path, full_check=True)
        except Exception as error:  # the checker raises several unrelated types
            failed += 1
            print(f"{path}: {error}")
            continue
        model = onnx.load(path, load_external_data=False)
        counts = collections.Counter(node.op_type for node in model.graph.node)
        print(f"{path}: ok, IR {model.ir_version}, opset {model.opset_import[0].version}, "
              + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
