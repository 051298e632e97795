"""Writes the trained model as ONNX files with int8 weights, the tokenizer, and a description with hashes.

    python export.py --base BASE.bin --vocabulary V.json --trained OUT --to ../models

Three files that the product runs (src/reading/): lower.onnx (tokens → states, and what is kept of a passage), vectors.onnx
(states → the vector of a text) and reader.onnx (a question's states beside what is kept of passages → scores).
"""
import argparse
import hashlib
import json
import os
import tempfile

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from base import load_base
from model import KEPT, SPLIT, STEPS, TITLE, Lower, Reader, Vectors
from texts import load_vocabulary


WINDOW = 128  # tokens of a passage that the product reads at once: a longer one is read in several windows
QUESTION = 176  # tokens of a question that are read: its first 600 characters (src/search/question/normalise.ts), in whatever language


class LowerFile(nn.Module):
    def __init__(self, lower, reader):
        super().__init__()
        self.lower, self.down = lower, reader

    def forward(self, ids, mask):
        states = self.lower(ids, mask)
        kept = (self.down.down(states) * STEPS).round().clamp(-8, 7).to(torch.int8)
        return states, kept


class ReaderFile(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, question, question_mask, kept, kept_mask, body_mask, cosine):
        rows = kept.shape[0]
        question = question.expand(rows, -1, -1)
        question_mask = question_mask.expand(rows, -1)
        return self.reader(question, question_mask, kept.to(torch.float32), kept_mask, body_mask, cosine)


def write(module, example, names, outputs, dynamic, path, reduce_range):
    module.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, "whole.onnx")
        torch.onnx.export(
            module, example, whole, input_names=names, output_names=outputs, dynamic_axes=dynamic, opset_version=17, dynamo=False
        )
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduce_range,
            extra_options={"MatMulConstBOnly": True},
        )
    onnx.checker.check_model(path)


def fit(model, path, average=False):
    state = torch.load(path, map_location="cpu")
    weights = state["model"]
    if average and "average" in state:
        weights = {name.removeprefix("module."): value for name, value in state["average"].items() if name.startswith("module.")}
    model.load_state_dict(weights)
    return model, state["step"]


def sha256(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--base", required=True)
    options.add_argument("--vocabulary", required=True)
    options.add_argument("--trained", required=True)
    options.add_argument("--to", required=True)
    options.add_argument("--reduce-range", action="store_true", help="weights of 7 bits, for processors without VNNI")
    given = options.parse_args()
    os.makedirs(given.to, exist_ok=True)
    sizes, _, tensors = load_base(given.base)
    tokenizer, ids = load_vocabulary(given.vocabulary)
    hidden = sizes["hidden"]
    lower = Lower(sizes, tensors, ids)
    vectors, vector_steps = fit(Vectors(sizes, tensors), os.path.join(given.trained, "vectors.pt"))
    reader, reader_steps = fit(Reader(sizes, tensors), os.path.join(given.trained, "reader.pt"), average=True)

    def to(name):
        return os.path.join(given.to, name)

    text = {0: "texts", 1: "tokens"}
    ids_in, mask_in = torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long)
    states_in = torch.randn(2, 9, hidden)
    write(LowerFile(lower, reader), (ids_in, mask_in), ["ids", "mask"], ["states", "kept"],
          {name: text for name in ("ids", "mask", "states", "kept")}, to("lower.onnx"), given.reduce_range)
    write(vectors, (states_in, mask_in), ["states", "mask"], ["vector"],
          {"states": text, "mask": text, "vector": {0: "texts"}}, to("vectors.onnx"), given.reduce_range)
    question, asked = {1: "asked"}, torch.ones(1, 5, dtype=torch.long)
    write(ReaderFile(reader),
          (torch.randn(1, 5, hidden), asked, torch.ones(2, 9, KEPT, dtype=torch.int8), mask_in, mask_in, torch.rand(2)),
          ["question", "question_mask", "kept", "kept_mask", "body_mask", "cosine"], ["score", "token"],
          {"question": question, "question_mask": question, "kept": text, "kept_mask": text, "body_mask": text,
           "cosine": {0: "texts"}, "score": {0: "texts"}, "token": text}, to("reader.onnx"), given.reduce_range)

    made = json.loads(tokenizer.to_str())
    json.dump(made, open(to("tokenizer.json"), "w"), ensure_ascii=False, separators=(",", ":"))
    files = ("lower.onnx", "vectors.onnx", "reader.onnx", "tokenizer.json")
    description = {
        "base": "intfloat/multilingual-e5-small (MIT)",
        "hidden": hidden,
        "kept": KEPT,
        "longestPassage": WINDOW,
        "longestQuestion": QUESTION,
        "title": TITLE,
        "calibration": {"scale": 1, "offset": 0},  # npm run fit writes it
        "split": SPLIT,
        "steps": {"vectors": vector_steps, "reader": reader_steps},
        "sha256": {name: sha256(to(name)) for name in files},
    }
    json.dump(description, open(to("model.json"), "w"), indent=2)
    open(to("model.json"), "a").write("\n")
    for name in files:
        print(f"{name}: {os.path.getsize(to(name)) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
