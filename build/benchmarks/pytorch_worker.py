"""The PyTorch side of the comparison: builds the same ResNet-18 and times what the benchmark asks for, line by line.

Arguments: the number of threads and the device.

Commands on standard input: `train nchw|nhwc N`, `infer nchw|nhwc N`, `quit`. Answer: median seconds of the N runs.
"""
import statistics
import sys
import time

import torch
import torchvision

BATCH, SIZE, CLASSES = 16, 224, 10


def build(memory_format, device):
    torch.manual_seed(1)
    net = torchvision.models.resnet18(num_classes=CLASSES)
    # TAO's template projects the first unit of every block, also where the shapes agree.
    net.layer1[0].downsample = torch.nn.Sequential(torch.nn.Conv2d(64, 64, 1, bias=False), torch.nn.BatchNorm2d(64))
    return net.to(device=device, memory_format=memory_format)


def main():
    torch.set_num_threads(int(sys.argv[1]))
    device = torch.device(sys.argv[2])
    formats = {"nchw": torch.contiguous_format, "nhwc": torch.channels_last}
    nets = {name: build(fmt, device) for name, fmt in formats.items()}
    sgd = {name: torch.optim.SGD(net.parameters(), 0.01, momentum=0.9, weight_decay=1e-4) for name, net in nets.items()}
    images = {name: torch.rand(BATCH, 3, SIZE, SIZE).to(device).contiguous(memory_format=fmt) for name, fmt in formats.items()}
    labels = (torch.arange(BATCH) % CLASSES).to(device)

    def train(name):
        sgd[name].zero_grad()
        torch.nn.functional.cross_entropy(nets[name](images[name]), labels).backward()
        sgd[name].step()

    def infer(name):
        with torch.no_grad():
            torch.softmax(nets[name](images[name]), 1)

    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        words = line.split()
        if not words or words[0] == "quit":
            return
        work, name, count = {"train": train, "infer": infer}[words[0]], words[1], int(words[2])
        nets[name].train(words[0] == "train")
        seconds = []
        for _ in range(count):
            start = time.perf_counter()
            work(name)
            if device.type == "cuda":
                torch.cuda.synchronize()
            seconds.append(time.perf_counter() - start)
        print(statistics.median(seconds), flush=True)


main()
