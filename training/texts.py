"""Texts → tokens → states that are kept while a model is trained."""
import json

import torch
import torch.nn.functional as F

from model import END, LONGEST_PASSAGE, LONGEST_QUESTION, PAD, START, TITLE
from vocabulary import tokenizer_of


def load_vocabulary(path):
    cut = json.load(open(path))
    return tokenizer_of(cut["pieces"]), cut["ids"]


class Texts:
    """Cuts texts into tokens as the product does (src/reading/tokens.ts)."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer

    def ids(self, text):
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def question(self, text):
        return [START, *self.ids("query: " + text)[: LONGEST_QUESTION - 2], END]

    def passage(self, title, text):
        """Tokens, and the place where the title ends."""
        head = self.ids(f"passage: {title[:TITLE]}:")
        return [START, *[*head, *self.ids(text)][: LONGEST_PASSAGE - 2], END], len(head) + 1


def pad(rows):
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), PAD, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
        mask[at, : len(row)] = 1
    return ids, mask


def stack(rows):
    longest = max(map(len, rows))
    states = torch.zeros(len(rows), longest, rows[0].shape[1])
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for at, row in enumerate(rows):
        states[at, : len(row)] = row.float()
        mask[at, : len(row)] = 1
    return states, mask


@torch.no_grad()
def states_of(lower, rows, batch=64):
    """For each row of tokens its states after the lower layers, in half precision."""
    found = [None] * len(rows)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    for start in range(0, len(order), batch):
        some = order[start : start + batch]
        ids, mask = pad([rows[at] for at in some])
        with torch.autocast("cpu", torch.bfloat16):
            states = lower(ids, mask)
        for k, at in enumerate(some):
            found[at] = states[k, : len(rows[at])].half().clone()
    return found


@torch.no_grad()
def vectors_of(vectors, states, batch=128):
    found = torch.zeros(len(states), states[0].shape[1])
    order = sorted(range(len(states)), key=lambda at: len(states[at]))
    for start in range(0, len(order), batch):
        some = order[start : start + batch]
        x, mask = stack([states[at] for at in some])
        with torch.autocast("cpu", torch.bfloat16):
            found[some] = F.normalize(vectors(x, mask).float(), dim=1)
    return found
