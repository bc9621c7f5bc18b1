"""Torchvision's side of the detection benchmark: the same SSD, trained as torchvision's reference scripts train theirs.

Arguments: the number of threads, the folder of a Pascal VOC data set, the architecture (resnet or mobilenet_v2).

Images are read by PIL in the workers of a DataLoader, distorted, zoomed out, cropped and flipped at their full size, and brought to 300 pixels by the
model's own transform, as in the reference; anchors, matching, loss and heads are torchvision's. Command on standard input: `epoch`, answered by the
seconds of one epoch, or `quit`.
"""
import os
import random
import sys
import time
import xml.etree.ElementTree as ElementTree

import torch
import torchvision
from PIL import Image
from torch import nn
from torchvision.models.detection.anchor_utils import DefaultBoxGenerator
from torchvision.models.detection.ssd import SSD
from torchvision.ops import box_iou
from torchvision.transforms import functional as F

SIZE, BATCH, WORKERS = 300, 8, 2
CLASSES = ["background", "Platelets", "RBC", "WBC"]


class VocImages(torch.utils.data.Dataset):
    def __init__(self, root):
        self.root = root
        with open(os.path.join(root, "ImageSets", "Main", "train.txt"), encoding="utf-8") as lines:
            self.names = [line.split()[0] for line in lines if line.strip()]

    def __len__(self):
        return len(self.names)

    def __getitem__(self, index):
        name = self.names[index]
        image = Image.open(os.path.join(self.root, "JPEGImages", name + ".jpg")).convert("RGB")
        boxes, labels = [], []
        for item in ElementTree.parse(os.path.join(self.root, "Annotations", name + ".xml")).getroot().iter("object"):
            corners = [float(item.find("bndbox").find(tag).text) for tag in ("xmin", "ymin", "xmax", "ymax")]
            if corners[2] > corners[0] and corners[3] > corners[1]:
                boxes.append(corners)
                labels.append(CLASSES.index(item.find("name").text))
        return augment(image, torch.tensor(boxes).reshape(-1, 4), torch.tensor(labels, dtype=torch.int64))


def augment(image, boxes, labels):
    image = distort(image)
    image, boxes = zoom_out(image, boxes)
    image, boxes, labels = crop(image, boxes, labels)
    if random.random() < 0.5:
        image = F.hflip(image)
        boxes[:, [0, 2]] = image.width - boxes[:, [2, 0]]
    return F.convert_image_dtype(F.pil_to_tensor(image)), {"boxes": boxes, "labels": labels}


def distort(image):
    steps = [lambda x: F.adjust_brightness(x, random.uniform(0.875, 1.125)), lambda x: F.adjust_contrast(x, random.uniform(0.5, 1.5)),
             lambda x: F.adjust_saturation(x, random.uniform(0.5, 1.5)), lambda x: F.adjust_hue(x, random.uniform(-0.05, 0.05))]
    for step in steps:
        if random.random() < 0.5:
            image = step(image)
    return image


def zoom_out(image, boxes):
    """Half of the images onto a canvas of at most 1.5 times their sides, as in our spec; the reference goes up to 4 times."""
    if random.random() < 0.5:
        return image, boxes
    scale = random.uniform(1, 1.5)
    width, height = int(image.width * scale), int(image.height * scale)
    left, top = int(random.random() * (width - image.width)), int(random.random() * (height - image.height))
    canvas = F.pad(image, [left, top, width - image.width - left, height - image.height - top], fill=(124, 116, 104))
    return canvas, boxes + torch.tensor([left, top, left, top], dtype=boxes.dtype)


def crop(image, boxes, labels):
    """Liu et al. 2016, section 2.2: a random part in which some box is covered by a drawn share, keeping the boxes whose centres it holds."""
    while True:
        share = random.choice([0.0, 0.1, 0.3, 0.5, 0.7, 0.9, None])
        if share is None or len(boxes) == 0:
            return image, boxes, labels
        for _ in range(40):
            width, height = int(image.width * random.uniform(0.5, 1)), int(image.height * random.uniform(0.5, 1))
            if not 0.5 <= width / height <= 2:
                continue
            left, top = random.randint(0, image.width - width), random.randint(0, image.height - height)
            centers = (boxes[:, :2] + boxes[:, 2:]) / 2
            inside = (centers[:, 0] > left) & (centers[:, 0] < left + width) & (centers[:, 1] > top) & (centers[:, 1] < top + height)
            part = torch.tensor([[left, top, left + width, top + height]], dtype=boxes.dtype)
            if not inside.any() or box_iou(boxes[inside], part).max() < share:
                continue
            kept = boxes[inside] - part[0, [0, 1, 0, 1]]
            kept[:, 0::2].clamp_(0, width)
            kept[:, 1::2].clamp_(0, height)
            return F.crop(image, top, left, height, width), kept, labels[inside]


class Maps(nn.Module):
    """TAO's six feature maps: those of the backbone and the stages behind its last one."""

    def __init__(self, backbone, channels, stages, keeps_last):
        super().__init__()
        self.backbone = backbone
        self.stages = nn.ModuleList()
        self.keeps_last = keeps_last
        self.out_channels = list(channels) if keeps_last else [channels[0]]
        width = channels[1]
        for inner, outer, stride in stages:
            self.stages.append(nn.Sequential(
                nn.Conv2d(width, inner, 1), nn.ReLU(inplace=True),
                nn.Conv2d(inner, outer, 3, stride, 1, bias=False), nn.BatchNorm2d(outer), nn.ReLU(inplace=True)))
            self.out_channels.append(outer)
            width = outer

    def forward(self, images):
        first, x = self.backbone(images)
        maps = [first, x] if self.keeps_last else [first]
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        return {str(i): value for i, value in enumerate(maps)}


class ResNet18(nn.Module):
    """TAO's: strides in place of pooling, a projection in every unit, the last block at stride 16."""

    def __init__(self):
        super().__init__()
        net = torchvision.models.resnet18(weights=None)
        for layer, stride in ((net.layer1, 2), (net.layer4, 1)):
            layer[0].conv1.stride = (stride, stride)
        for layer, width, stride in ((net.layer1, 64, 2), (net.layer2, 128, 2), (net.layer3, 256, 2), (net.layer4, 512, 1)):
            inputs = layer[0].conv1.in_channels
            layer[0].downsample = nn.Sequential(nn.Conv2d(inputs, width, 1, stride, bias=False), nn.BatchNorm2d(width))
            layer[1].downsample = nn.Sequential(nn.Conv2d(width, width, 1, bias=False), nn.BatchNorm2d(width))
        self.start = nn.Sequential(net.conv1, net.bn1, nn.ReLU(inplace=True), net.layer1, net.layer2)
        self.end = nn.Sequential(net.layer3, net.layer4)

    def forward(self, images):
        first = self.start(images)
        return first, self.end(first)


class MobileNetV2(nn.Module):
    """TAO's: ReLU, without the last stage, a projection in every shortcut, and the wide map of the step to stride 8 as the first."""

    def __init__(self):
        super().__init__()
        features = torchvision.models.mobilenet_v2(weights=None).features[:14]
        for module in features.modules():
            for name, child in module.named_children():
                if isinstance(child, nn.ReLU6):
                    setattr(module, name, nn.ReLU(inplace=True))
        self.features = features
        self.shortcuts = nn.ModuleDict({
            str(i): nn.Conv2d(block.out_channels, block.out_channels, 1, bias=False)
            for i, block in enumerate(features) if getattr(block, "use_res_connect", False)})

    def forward(self, x):
        first = None
        for i, block in enumerate(self.features):
            if i == 4:
                first = block.conv[:2](x)
                x = block.conv[2:](first)
            elif str(i) in self.shortcuts:
                x = self.shortcuts[str(i)](x) + block.conv(x)
            else:
                x = block(x)
        return first, x


def build(arch):
    if arch == "resnet":
        maps = Maps(ResNet18(), (128, 512), [(256, 256, 1), (128, 256, 2), (64, 128, 2), (64, 128, 2), (64, 128, 2)], keeps_last=False)
    else:
        maps = Maps(MobileNetV2(), (144, 96), [(64, 128, 2)] * 4, keeps_last=True)
    anchors = DefaultBoxGenerator([[2, 3]] * 6, scales=[0.08, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9])
    return SSD(maps, anchors, (SIZE, SIZE), len(CLASSES))


def main():
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(1)
    random.seed(1)
    net = build(sys.argv[3]).to(memory_format=torch.channels_last)
    net.train()
    data = torch.utils.data.DataLoader(
        VocImages(sys.argv[2]), BATCH, shuffle=True, num_workers=WORKERS, collate_fn=lambda batch: tuple(zip(*batch)))
    sgd = torch.optim.SGD(net.parameters(), 1e-3, momentum=0.9, weight_decay=3e-5)

    print("ready", torch.__version__, len(data.dataset), sum(p.numel() for p in net.parameters()), flush=True)
    for line in sys.stdin:
        if line.split() != ["epoch"]:
            return
        start = time.perf_counter()
        for images, targets in data:
            loss = sum(net(list(images), list(targets)).values())
            if not torch.isfinite(loss):
                sys.exit("The loss is not finite.")
            sgd.zero_grad()
            loss.backward()
            sgd.step()
        print(time.perf_counter() - start, flush=True)


main()
