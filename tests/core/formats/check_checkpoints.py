# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs checkpoints in PyTorch as its users would, and compares with the scores written beside them.

usage: check_checkpoints.py FOLDER     exit status 77: PyTorch is not installed
"""
import json
import pathlib
import struct
import sys

try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError as error:
    print(f"skipped: PyTorch for {sys.executable} is not installed ({error})")
    sys.exit(77)

TOLERANCE = 1e-5  # of the scores' scale: two orders of summation in float32 differ by about 1e-6


class LeNet(nn.Module):
    def __init__(self, h, image_channels, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(image_channels, h, 3, padding=1)
        self.conv2 = nn.Conv2d(h, 2 * h, 5)
        self.conv3 = nn.Conv2d(2 * h, 4 * h, 5)
        self.fc = nn.Linear(4 * h, classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc(F.relu(self.conv3(x)).flatten(1))


class Block(nn.Module):
    def __init__(self, before, width, stride, projected):
        super().__init__()
        self.conv1 = nn.Conv2d(before, width, 3, stride=stride, padding=1)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)
        # Where channels and size stay, the shortcut is the identity and has no weights.
        self.shortcut = nn.Sequential(*([nn.Conv2d(before, width, 1, stride=stride)] * projected))

    def forward(self, x):
        return F.relu(self.conv2(F.relu(self.conv1(x))) + self.shortcut(x))


class ResNet(nn.Module):
    def __init__(self, widths, depths, image_channels, classes, stem_stride):
        super().__init__()
        self.conv1 = nn.Conv2d(image_channels, widths[0], 3, stride=stem_stride, padding=1)
        before = widths[0]
        for stage, (width, depth) in enumerate(zip(widths, depths)):
            blocks = []
            for block in range(depth):
                projected = stage > 0 and block == 0
                blocks.append(Block(before, width, 2 if projected else 1, projected))
                before = width
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.fc = nn.Linear(before, classes)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.fc(x.mean((2, 3)))


def read_safetensors(path):
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    facts = header.pop("__metadata__", {})
    data = bytearray(content[8 + length:])
    tensors = {}
    for name, entry in header.items():
        assert entry["dtype"] == "F32", (path.name, name)
        begin, end = entry["data_offsets"]
        tensors[name] = torch.frombuffer(data, dtype=torch.float32, count=(end - begin) // 4,
                                         offset=begin).reshape(entry["shape"])
    return tensors, facts


def plain_network(facts):
    widths, depths = json.loads(facts["widths"]), json.loads(facts["depths"])
    channels, classes = int(facts["image_channels"]), int(facts["classes"])
    if facts["family"] == "LeNet":
        return LeNet(widths[0], channels, classes)
    return ResNet(widths, depths, channels, classes, int(facts["stem_stride"]))


def difference(scores, expected):
    assert scores.shape == expected.shape, (scores.shape, expected.shape)
    return float((scores - expected).abs().max() / expected.abs().max())


def main():
    folder = pathlib.Path(sys.argv[1])
    failed = 0
    names = sorted(path.stem for path in folder.glob("*.pt"))
    assert names, f"no checkpoints in {folder}"
    for name in names:
        expected, _ = read_safetensors(folder / f"{name}.expected.safetensors")
        tensors, facts = read_safetensors(folder / f"{name}.safetensors")
        network = plain_network(facts)
        network.load_state_dict(tensors, strict=True)
        mean = torch.tensor(json.loads(facts["input_mean"])).view(1, -1, 1, 1)
        deviation = torch.tensor(json.loads(facts["input_deviation"])).view(1, -1, 1, 1)
        extra = {"morphospace.json": ""}
        script = torch.jit.load(str(folder / f"{name}.pt"), _extra_files=extra)
        with torch.no_grad():
            by_names = difference(network((expected["pixels"] - mean) / deviation),
                                  expected["scores"])
            by_script = difference(script(expected["pixels"]), expected["scores"])
        same_facts = json.loads(extra["morphospace.json"]) == facts
        same_names = set(tensors) == {n for n, _ in script.named_parameters()}
        good = max(by_names, by_script) <= TOLERANCE and same_facts and same_names
        failed += not good
        print(f"{'ok' if good else 'FAILED'}: {name}: safetensors {by_names:.1e},"
              f" TorchScript {by_script:.1e}, same facts {same_facts}, same names {same_names}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
