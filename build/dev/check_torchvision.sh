#!/bin/sh
# Compares the logits of MobileNetV2 and SqueezeNet on real photographs with torchvision's, to 1e-4.
#
#     build/dev/check_torchvision.sh DATA [IMAGES]
#
# DATA holds weights/ (the published files); IMAGES is a folder of photographs, by default DATA/cls_hymenoptera.
# A development check: it needs Debian's python3-torch, python3-torchvision, python3-pil and python3-numpy.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:?usage: check_torchvision.sh DATA [IMAGES]}" && pwd)
images=${2:-$data/cls_hymenoptera}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

/usr/bin/python3 "$here/torchvision_logits.py" mobilenet_v2 "$data/weights/mobilenet_v2_imagenet/mobilenet_v2_dequant_fp16.pth" "$images" "$out/mobilenet_v2"
/usr/bin/python3 "$here/torchvision_logits.py" squeezenet1_0 "$data/weights/squeezenet1_0_imagenet/squeezenet1_0_dc.pth" "$images" "$out/squeezenet1_0"

cd "$here/../.."
TAO_TORCHVISION_DIR=$out TAO_TEST_DATA=$data dotnet test --project tests/Tao.Engine.Tests --output Detailed -- \
    --filter-class Tao.Engine.Tests.Pretrained.TorchvisionParityTests --show-live-output on
