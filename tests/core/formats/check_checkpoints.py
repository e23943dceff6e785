# SPDX-FileCopyrightText: The Morphospace authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs checkpoints in PyTorch through docs/load_checkpoint.py, as its readers would, and compares
with the scores written beside them.

usage: check_checkpoints.py LOAD_CHECKPOINT FOLDER   exit status 77: PyTorch is not installed
"""
import importlib.util
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

try:
    import torch
except ImportError as error:
    print(f"skipped: PyTorch for {sys.executable} is not installed ({error})")
    sys.exit(77)

TOLERANCE = 1e-5  # of the scores' scale: two orders of summation in float32 differ by about 1e-6

script_file = pathlib.Path(sys.argv[1])
spec = importlib.util.spec_from_file_location("load_checkpoint", script_file)
loader = importlib.util.module_from_spec(spec)
spec.loader.exec_module(loader)
failed = 0


def expect(good, words):
    global failed
    failed += not good
    print(f"{'ok' if good else 'FAILED'}: {words}")


def difference(scores, expected):
    assert scores.shape == expected.shape, (scores.shape, expected.shape)
    return float((scores - expected).abs().max() / expected.abs().max())


def run(*arguments):
    return subprocess.run([sys.executable, "-B", script_file, *arguments], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


def check_outputs(folder, name, expected):
    tensors, facts = loader.read_safetensors(folder / f"{name}.safetensors")
    by_names = loader.load_network(folder / f"{name}.safetensors")
    by_script = loader.load_network(folder / f"{name}.pt")
    with torch.no_grad():
        apart = [difference(network(expected["pixels"]), expected["scores"])
                 for network in (by_names, by_script)]
    same_names = set(tensors) == {n for n, _ in by_script.named_parameters()}
    same_facts = loader.facts_of(folder / f"{name}.pt") == facts
    expect(max(apart) <= TOLERANCE and same_names and same_facts,
           f"{name}: safetensors {apart[0]:.1e}, TorchScript {apart[1]:.1e}, same names {same_names},"
           f" same facts {same_facts}")
    return facts


def check_command_line(folder, name, expected, facts, scratch):
    """The script on image files: outputs, and an accuracy that is known."""
    pixels = (expected["pixels"] * 255).round().to(torch.uint8)
    answers = expected["scores"].argmax(1).to(torch.uint8)
    answers[1] = (answers[1] + 1) % int(facts["classes"])  # 3 of 4 right
    if int(facts["image_channels"]) == 1:
        images, labels = scratch / "images-idx3-ubyte", scratch / "labels-idx1-ubyte"
        count, _, side, _ = pixels.shape
        images.write_bytes(struct.pack(">4I", 0x803, count, side, side) + bytes(pixels.flatten()))
        labels.write_bytes(struct.pack(">2I", 0x801, count) + bytes(answers))
        given, known = ["--images", images], ["--labels", labels]
    else:
        images = scratch / "images.bin"
        images.write_bytes(b"".join(bytes([int(label)]) + bytes(image.flatten())
                                    for label, image in zip(answers, pixels)))
        given, known = ["--images", images], []
    for kind in ("safetensors", "pt"):
        told = run(folder / f"{name}.{kind}", *given, *known)
        expect(told.returncode == 0 and told.stdout.endswith("3 of 4 right: 75.00 %\n"),
               f"{name}.{kind}: accuracy on files: {told.stdout.splitlines()[-1:]} {told.stderr}")
    if known:
        told = run(folder / f"{name}.safetensors", *given, "--first", "3")
        rows = [[float(value) for value in line.split()[2:]] for line in told.stdout.splitlines()[1:]]
        apart = difference(torch.tensor(rows), expected["scores"][:3])
        expect(apart <= TOLERANCE, f"{name}: printed outputs {apart:.1e}")


def damaged(content, name):
    """A checkpoint's bytes after one thing that can go wrong."""
    (length,) = struct.unpack("<Q", content[:8])
    header, data = json.loads(content[8:8 + length]), content[8 + length:]
    tensor = header["conv1.weight"]
    if name == "empty":
        return b""
    if name == "cut":
        return content[:-5]
    if name == "longer":
        return content + b"1234"
    if name == "header longer than the file":
        return struct.pack("<Q", 1 << 40) + content[8:]
    if name == "header of brackets":
        return struct.pack("<Q", 100000) + b"[" * 100000
    if name == "header not an object":
        return struct.pack("<Q", 2) + b"[]"
    if name == "twice":
        text = json.dumps(header)
        text = text.replace("{", '{"conv1.bias": 1, ', 1)
        return struct.pack("<Q", len(text)) + text.encode() + data
    if name == "past the end":
        tensor["data_offsets"][1] += 1 << 40
    elif name == "negative":
        tensor["data_offsets"][0] = -4
    elif name == "overlap":
        begin = tensor["data_offsets"][0]
        header["conv1.bias"]["data_offsets"] = [begin, begin + 4 * header["conv1.bias"]["shape"][0]]
    elif name == "shape":
        tensor["shape"][0] += 1
    elif name == "type":
        tensor["dtype"] = "F64"
    elif name == "entry":
        header["conv1.weight"] = 3
    elif name == "missing tensor":
        header["conv9.weight"] = header.pop("conv1.weight")
    elif name == "no family":
        del header["__metadata__"]["family"]
    elif name == "other sizes":
        header["__metadata__"]["widths"] = "[60000]"
    elif name == "sizes not numbers":
        header["__metadata__"]["widths"] = '["a"]'
    elif name == "scaling":
        header["__metadata__"]["input_mean"] = "[[1], 2]"
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def check_bad_files(folder, scratch):
    content = (folder / "lenet.safetensors").read_bytes()
    file = scratch / "bad.safetensors"
    file.write_bytes(damaged(content, "nothing"))
    loader.load_network(file)  # the damage is what it fails for
    for name in ("empty", "cut", "longer", "header longer than the file", "header of brackets",
                 "header not an object", "twice", "past the end", "negative", "overlap", "shape",
                 "type", "entry", "missing tensor", "no family", "other sizes",
                 "sizes not numbers", "scaling"):
        file.write_bytes(damaged(content, name))
        try:
            loader.load_network(file)
            expect(False, f"{name}: was loaded")
        except loader.BadFile as error:
            expect(str(error).startswith("bad.safetensors: "), f"{name}: {error}")
    told = run(file)
    expect(told.returncode == 1 and "bad.safetensors" in told.stderr
           and "Traceback" not in told.stderr, f"told on the command line: {told.stderr.strip()}")
    (scratch / "bad.pt").write_bytes(b"PK not TorchScript")
    told = run(scratch / "bad.pt")
    expect(told.returncode == 1 and "Traceback" not in told.stderr, f"bad.pt: {told.stderr.strip()}")
    told = run(scratch / "net.onnx")
    expect(told.returncode == 2 and "onnxruntime" in told.stderr and "cv2.dnn" in told.stderr,
           "ONNX: says what to use")
    (scratch / "short").write_bytes(struct.pack(">4I", 0x803, 1 << 30, 28, 28))
    told = run(folder / "lenet.pt", "--images", scratch / "short")
    expect(told.returncode == 1 and told.stderr.startswith("short: "),
           f"images cut short: {told.stderr.strip()}")


def main():
    folder = pathlib.Path(sys.argv[2])
    names = sorted(path.stem for path in folder.glob("*.pt"))
    assert names, f"no checkpoints in {folder}"
    with tempfile.TemporaryDirectory() as temporary:
        scratch = pathlib.Path(temporary)
        for name in names:
            expected, _ = loader.read_safetensors(folder / f"{name}.expected.safetensors")
            facts = check_outputs(folder, name, expected)
            if name in ("lenet", "resnet-odd"):
                check_command_line(folder, name, expected, facts, scratch)
        check_bad_files(folder, scratch)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
