#!/usr/bin/python3
"""Writes a torchvision network's exact inputs and logits, so that the engine's can be compared with them.

    /usr/bin/python3 build/dev/torchvision_logits.py NETWORK WEIGHTS IMAGES OUT [--limit N] [--size 224]

NETWORK  mobilenet_v2, squeezenet1_0, or any resnet of torchvision (resnet18 ...)
WEIGHTS  a state dict of torchvision's layout (.pth); fp16 is converted to float32
IMAGES   a folder; its images (.jpg .jpeg .png, searched recursively) are taken in order of their relative path
OUT      a folder, made when missing

Needs Debian's python3-torch, python3-torchvision, python3-pil and python3-numpy; it is a development tool and nothing builds on it.

Another program cannot repeat PIL's decoding and bilinear resizing bit for bit, so the inputs are written too and the comparison starts from
them: feed `inputs.f32`, expect `logits.f32`. The files hold little-endian float32, row-major, without a header:

    inputs.f32   count x 3 x size x size   RGB / 255, minus the ImageNet mean, divided by its standard deviation (NCHW)
    logits.f32   count x classes           before softmax
    logits.json  {"network", "count", "size", "classes", "inputs", "logits", "images": [{"file", "top5", "top5_logits"}, ...]}

The network runs image by image in evaluation mode on one thread, so the numbers do not depend on a batch's size or on the machine's cores.
"""
import argparse
import json
import os
import sys

import numpy
import torch
import torchvision
from PIL import Image

MEAN = numpy.array([0.485, 0.456, 0.406], dtype=numpy.float32)
DEVIATION = numpy.array([0.229, 0.224, 0.225], dtype=numpy.float32)
WRAPPERS = ("state_dict", "model_state_dict", "model")
PREFIX = "module."


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network")
    parser.add_argument("weights")
    parser.add_argument("images")
    parser.add_argument("out")
    parser.add_argument("--limit", type=int, default=16, help="how many images (default 16, 0 for all)")
    parser.add_argument("--size", type=int, default=224, help="side of the square input (default 224)")
    return parser.parse_args()


def load_state(path):
    state = torch.load(path, map_location="cpu")
    for _ in range(len(WRAPPERS)):
        inner = next((state[key] for key in WRAPPERS if isinstance(state.get(key), dict)), None)
        if inner is None:
            break
        state = inner
    if all(name.startswith(PREFIX) for name in state):
        state = {name[len(PREFIX):]: tensor for name, tensor in state.items()}
    return {name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in state.items()}


def load_network(name, path):
    factory = getattr(torchvision.models, name, None)
    if factory is None:
        sys.exit(f"torchvision has no network '{name}'.")
    state = load_state(path)
    classes = list(state.values())[-1].shape[0]
    network = factory(num_classes=classes)
    network.load_state_dict(state, strict=True)
    return network.eval(), classes


def find_images(folder, limit):
    names = []
    for parent, _, files in os.walk(folder):
        names += [os.path.relpath(os.path.join(parent, file), folder) for file in files if file.lower().endswith((".jpg", ".jpeg", ".png"))]
    names.sort()
    if not names:
        sys.exit(f"There are no images in '{folder}'.")
    return names[:limit] if limit else names


def read_image(path, size):
    with Image.open(path) as image:
        pixels = numpy.asarray(image.convert("RGB").resize((size, size), Image.BILINEAR), dtype=numpy.float32)
    return ((pixels / 255 - MEAN) / DEVIATION).transpose(2, 0, 1).astype("<f4")


def main():
    arguments = parse_arguments()
    torch.set_num_threads(1)
    network, classes = load_network(arguments.network, arguments.weights)
    os.makedirs(arguments.out, exist_ok=True)
    inputs_path = os.path.join(arguments.out, "inputs.f32")
    logits_path = os.path.join(arguments.out, "logits.f32")
    images = []
    with open(inputs_path, "wb") as inputs, open(logits_path, "wb") as logits, torch.no_grad():
        for name in find_images(arguments.images, arguments.limit):
            pixels = numpy.ascontiguousarray(read_image(os.path.join(arguments.images, name), arguments.size))
            scores = network(torch.from_numpy(pixels)[None])[0]
            inputs.write(pixels.tobytes())
            logits.write(scores.numpy().astype("<f4").tobytes())
            top = torch.topk(scores, min(5, classes))
            images.append({"file": name.replace(os.sep, "/"), "top5": top.indices.tolist(), "top5_logits": top.values.tolist()})
    summary = {
        "network": arguments.network, "count": len(images), "size": arguments.size, "classes": classes,
        "inputs": "inputs.f32", "logits": "logits.f32", "images": images,
    }
    with open(os.path.join(arguments.out, "logits.json"), "w", encoding="utf-8") as file:
        json.dump(summary, file, indent=1, ensure_ascii=False)
    print(f"{len(images)} images, {classes} classes -> {arguments.out}")


if __name__ == "__main__":
    main()
