#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads networks that Morphospace exported, with PyTorch and the standard library only.

    network = load_network("net.safetensors")   # or net.pt
    scores = network(pixels)                    # N x C x S x S, pixels scaled to 0..1

On the command line it runs a network on images (IDX, plain or .gz, or CIFAR's .bin) and prints the
accuracy where labels are known, else what the network says of each image:

    load_checkpoint.py net.pt --images t10k-images-idx3-ubyte --labels t10k-labels-idx1-ubyte
    load_checkpoint.py net.safetensors --images test_batch.bin

Exit status: 0 done, 1 a file is wrong (the message says what), 2 wrong usage or a format that
PyTorch does not load.
"""
import argparse
import gzip
import json
import math
import os
import struct
import sys

import torch
from torch import nn
from torch.nn import functional as F

HEADER_LIMIT = 100 << 20
BATCH = 250

ONNX_HELP = """{name}: PyTorch writes ONNX but does not run it. Use ONNX Runtime,

    import onnxruntime
    network = onnxruntime.InferenceSession({name!r})
    scores = network.run(["scores"], {{"pixels": pixels}})[0]   # numpy float32, scaled to 0..1

or OpenCV,

    import cv2
    network = cv2.dnn.readNetFromONNX({name!r})
    network.setInput(pixels)
    scores = network.forward()

or export the same network as .safetensors or .pt."""


class BadFile(Exception):
    """A file that is not what it should be; the message names it."""


class LeNet(nn.Module):
    def __init__(self, width, image_channels, classes, device):
        super().__init__()
        self.conv1 = nn.Conv2d(image_channels, width, 3, padding=1, device=device)
        self.conv2 = nn.Conv2d(width, 2 * width, 5, device=device)
        self.conv3 = nn.Conv2d(2 * width, 4 * width, 5, device=device)
        self.fc = nn.Linear(4 * width, classes, device=device)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc(F.relu(self.conv3(x)).flatten(1))


class Block(nn.Module):
    def __init__(self, before, width, stride, projected, device):
        super().__init__()
        self.conv1 = nn.Conv2d(before, width, 3, stride=stride, padding=1, device=device)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, device=device)
        # Where channels and size stay, the shortcut is the identity and has no weights.
        self.shortcut = nn.Sequential()
        if projected:
            self.shortcut.append(nn.Conv2d(before, width, 1, stride=stride, device=device))

    def forward(self, x):
        return F.relu(self.conv2(F.relu(self.conv1(x))) + self.shortcut(x))


class ResNet(nn.Module):
    """Batch normalisation is folded into the convolutions, so they have biases."""

    def __init__(self, widths, depths, image_channels, classes, stem_stride, device):
        super().__init__()
        self.conv1 = nn.Conv2d(image_channels, widths[0], 3, stride=stem_stride, padding=1,
                               device=device)
        before = widths[0]
        for stage, (width, depth) in enumerate(zip(widths, depths)):
            blocks = []
            for block in range(depth):
                projected = stage > 0 and block == 0
                blocks.append(Block(before, width, 2 if projected else 1, projected, device))
                before = width
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.fc = nn.Linear(before, classes, device=device)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.fc(x.mean((2, 3)))


class Scaled(nn.Module):
    """A network behind the scaling that it was trained with: takes pixels scaled to 0..1."""

    def __init__(self, network, mean, deviation):
        super().__init__()
        self.network = network
        self.register_buffer("mean", torch.tensor(mean).view(1, -1, 1, 1))
        self.register_buffer("deviation", torch.tensor(deviation).view(1, -1, 1, 1))

    def forward(self, pixels):
        return self.network((pixels - self.mean) / self.deviation)


def _without_repeats(pairs):
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("a name stands twice")
    return names


def read_safetensors(path):
    """Tensors by name, and the header's metadata. Every length is checked before it is used."""
    path = os.fspath(path)

    def wrong(what):
        return BadFile(f"{os.path.basename(path)}: {what}")

    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < 8:
                raise wrong(f"{size} bytes are too few for a safetensors file")
            (length,) = struct.unpack("<Q", file.read(8))
            if length > min(HEADER_LIMIT, size - 8):
                raise wrong(f"a header of {length} bytes does not fit into the file")
            text = file.read(length)
            data = bytearray(file.read(size - 8 - length))
    except OSError as error:
        raise wrong(error.strerror) from error
    try:
        header = json.loads(text.decode("utf-8"), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise wrong(f"the header is not JSON ({error})") from error
    if not isinstance(header, dict):
        raise wrong("the header is not a JSON object")
    facts = header.pop("__metadata__", {})
    if not isinstance(facts, dict) or not all(isinstance(v, str) for v in facts.values()):
        raise wrong("the metadata are not texts")

    def entry_of(name, entry):
        try:
            kind, shape, (begin, end) = entry["dtype"], entry["shape"], entry["data_offsets"]
            fits = all(type(n) is int and n >= 0 for n in [*shape, begin, end]) and end <= len(data)
        except (KeyError, TypeError, ValueError):
            fits = False
        if not fits:
            raise wrong(f"tensor {name}: the header's entry is wrong")
        if kind != "F32":
            raise wrong(f"tensor {name} holds {kind}; expected F32")
        if end - begin != 4 * math.prod(shape):
            raise wrong(f"tensor {name}: {end - begin} bytes do not fill its shape {shape}")
        return begin, end, name, shape

    entries = sorted(entry_of(name, entry) for name, entry in header.items())
    tensors = {}
    at = 0
    for begin, end, name, shape in entries:
        if begin != at:
            raise wrong(f"tensor {name}: the data have a gap or overlap")
        at = end
        # frombuffer refuses an empty part.
        tensors[name] = torch.frombuffer(data, dtype=torch.float32, count=(end - begin) // 4,
                                         offset=begin).reshape(shape) \
            if end > begin else torch.zeros(shape)
    if at != len(data):
        raise wrong("bytes follow the last tensor")
    return tensors, facts


def build_network(facts, device=None):
    """The network that a checkpoint's metadata tell of, with fresh weights; on the device "meta"
    it has names and shapes only."""
    widths, depths = json.loads(facts["widths"]), json.loads(facts["depths"])
    channels, classes = int(facts["image_channels"]), int(facts["classes"])
    sizes = [*widths, *depths, channels, classes, int(facts["stem_stride"])]
    if not all(type(n) is int and 1 <= n <= 65536 for n in sizes) or sum(depths) > 1000:
        raise ValueError("a size is not from 1 to 65536, or there are over 1000 blocks")
    if facts["family"] == "LeNet" and len(widths) == 1 and not depths:
        return LeNet(widths[0], channels, classes, device)
    if facts["family"] == "ResNet" and len(widths) == 3 and len(depths) == 3:
        return ResNet(widths, depths, channels, classes, int(facts["stem_stride"]), device)
    raise ValueError(f"no {facts['family']} has the widths {widths} and the depths {depths}")


def load_network(path):
    """The network of a .safetensors or .pt file, ready to run on pixels scaled to 0..1.

    A .pt file is TorchScript, a program: load those that you trust.
    """
    path = os.fspath(path)
    name = os.path.basename(path)
    kind = os.path.splitext(path)[1]
    if kind == ".pt":
        try:
            return torch.jit.load(path).eval()
        except (OSError, RuntimeError, ValueError) as error:
            raise BadFile(f"{name}: not TorchScript ({str(error).splitlines()[0]})") from error
    if kind != ".safetensors":
        raise BadFile(f"{name}: expected a name that ends in .safetensors or .pt")
    tensors, facts = read_safetensors(path)
    try:
        # What the metadata say takes memory only once the file is seen to hold that much.
        wanted = {n: p.shape for n, p in build_network(facts, "meta").named_parameters()}
        held = {n: t.shape for n, t in tensors.items()}
        for tensor in sorted(wanted.keys() | held.keys()):
            if wanted.get(tensor) != held.get(tensor):
                raise ValueError(f"{tensor} is {held.get(tensor)}; expected {wanted.get(tensor)}")
        network = build_network(facts)
        network.load_state_dict(tensors, strict=True)
        mean, deviation = json.loads(facts["input_mean"]), json.loads(facts["input_deviation"])
        return Scaled(network, mean, deviation).eval()
    except KeyError as error:
        raise BadFile(f"{name}: its metadata do not say {error}") from error
    except (RuntimeError, TypeError, ValueError) as error:
        raise BadFile(f"{name}: its tensors do not fit its metadata ({error})") from error


def facts_of(path):
    """What a checkpoint says of itself: structure, scaling, where it comes from."""
    if os.path.splitext(path)[1] != ".pt":
        return read_safetensors(path)[1]
    extra = {"morphospace.json": ""}
    torch.jit.load(path, _extra_files=extra)
    try:
        return json.loads(extra["morphospace.json"])
    except ValueError as error:
        raise BadFile(f"{os.path.basename(path)}: TorchScript, but not from Morphospace") from error


def in_words(name, facts, parameters):
    try:
        sizes = [json.loads(facts[part]) for part in ("widths", "depths")]
        size = " x ".join("-".join(str(n) for n in size) for size in sizes if size)
        return (f"{facts['family']} {size}, {parameters} parameters, {facts['classes']} classes,"
                f" from {facts.get('manifold_title', 'an unnamed manifold')}")
    except (KeyError, TypeError, ValueError) as error:
        raise BadFile(f"{name}: its metadata are not a checkpoint's ({error})") from error


def read_bytes(path):
    name = os.path.basename(path)
    try:
        with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
            content = file.read((1 << 30) + 1)
    except (OSError, EOFError) as error:
        raise BadFile(f"{name}: {error}") from error
    if len(content) > 1 << 30:
        raise BadFile(f"{name}: more than 1 GB of images")
    return bytearray(content)


def read_idx(path):
    """The bytes of an IDX file as a tensor of its shape."""
    content = read_bytes(path)
    name = os.path.basename(path)
    if len(content) < 4 or content[:3] != b"\0\0\x08" or not 1 <= content[3] <= 4:
        raise BadFile(f"{name}: not an IDX file of bytes")
    start = 4 + 4 * content[3]
    if len(content) < start:
        raise BadFile(f"{name}: the header ends early")
    shape = struct.unpack(f">{content[3]}I", content[4:start])
    if math.prod(shape) != len(content) - start:
        raise BadFile(f"{name}: {len(content) - start} bytes do not fill the shape {shape}")
    return torch.frombuffer(content, dtype=torch.uint8, offset=start).reshape(shape)


def read_images(images, labels, facts):
    """Pixels (N x C x S x S, scaled to 0..1), and labels or None."""
    channels, side = int(facts["image_channels"]), int(facts["image_size"])
    known = None
    if images.endswith((".bin", ".bin.gz")):
        content = read_bytes(images)
        pixel_bytes = channels * side * side
        # CIFAR-100 has a coarse label before the fine one.
        label_bytes = 2 if int(facts["classes"]) == 100 else 1
        if not content or len(content) % (label_bytes + pixel_bytes):
            raise BadFile(f"{os.path.basename(images)}: not records of {label_bytes} label and "
                          f"{pixel_bytes} pixel bytes")
        records = torch.frombuffer(content, dtype=torch.uint8)
        records = records.reshape(-1, label_bytes + pixel_bytes)
        known = records[:, label_bytes - 1].long()
        pixels = records[:, label_bytes:].reshape(-1, channels, side, side)
    else:
        pixels = read_idx(images)
        if channels == 1 and pixels.dim() == 3:
            pixels = pixels.unsqueeze(1)
        if pixels.shape[1:] != (channels, side, side):
            raise BadFile(f"{os.path.basename(images)}: images of {list(pixels.shape[1:])}; the "
                          f"network takes {[channels, side, side]}")
    if not len(pixels):
        raise BadFile(f"{os.path.basename(images)}: holds no images")
    if labels:
        known = read_idx(labels).long()
        if known.shape != pixels.shape[:1]:
            raise BadFile(f"{os.path.basename(labels)}: {list(known.shape)} labels for "
                          f"{len(pixels)} images")
    return pixels.float() / 255, known


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", help="NET.safetensors or NET.pt")
    parser.add_argument("--images", help="IDX file (plain or .gz), or CIFAR's .bin with labels")
    parser.add_argument("--labels", help="IDX file of labels, where --images has none")
    parser.add_argument("--first", type=int, default=0, help="only the first N images (0: all)")
    options = parser.parse_args()
    if options.checkpoint.endswith(".onnx"):
        print(ONNX_HELP.format(name=options.checkpoint), file=sys.stderr)
        return 2
    if options.first < 0:
        parser.error("--first is a number of images")
    try:
        network = load_network(options.checkpoint)
        facts = facts_of(options.checkpoint)
        print(in_words(os.path.basename(options.checkpoint), facts,
                       sum(p.numel() for p in network.parameters())))
        if not options.images:
            return 0
        pixels, labels = read_images(options.images, options.labels, facts)
    except BadFile as error:
        print(error, file=sys.stderr)
        return 1
    if options.first:
        pixels = pixels[:options.first]
    with torch.no_grad():
        scores = torch.cat([network(part) for part in pixels.split(BATCH)])
    if labels is None:
        for index, row in enumerate(scores):
            print(index, int(row.argmax()), " ".join(f"{value:.6g}" for value in row.tolist()))
    else:
        right = int((scores.argmax(1) == labels[:len(scores)]).sum())
        print(f"{right} of {len(scores)} right: {100 * right / len(scores):.2f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
