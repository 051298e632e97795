"""The vocabulary cut to what the five languages need, and its tokenizer.

    python vocabulary.py BASE.bin OUT.json --rooms FOLDER … --words WORDLIST … [--text FILE …] [--size 52000]

Kept are the pieces that the rooms and texts use, every single letter of the Latin and Cyrillic scripts, digits and marks, and then,
by their scores, the pieces that the word lists use (Debian: wamerican, wngerman, wfrench, wpolish, wukrainian).
"""
import argparse
import gzip
import json
import unicodedata
from collections import Counter

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from base import load_base
from rooms import read_rooms

SPECIAL = 4  # <s>, <pad>, </s>, <unk>: the base model's first four
UNKNOWN = 3


def tokenizer_of(pieces):
    """A unigram tokenizer over (piece, score) pairs that writes the same pieces as the base model's."""
    tokenizer = Tokenizer(models.Unigram([(p, float(s)) for p, s in pieces], UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"[\s\u200b]+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def is_ours(piece):
    """Whether a piece holds nothing but Latin or Cyrillic letters, digits, marks and the sign of a word's start."""
    for sign in piece.replace("▁", ""):
        if ord(sign) < 128:
            continue
        name = unicodedata.name(sign, "")
        kind = unicodedata.category(sign)
        if kind[0] == "L" and not name.startswith(("LATIN", "CYRILLIC")):
            return False
        if kind[0] in "MC":
            return False
    return True


def main():
    options = argparse.ArgumentParser()
    options.add_argument("base")
    options.add_argument("out")
    options.add_argument("--rooms", nargs="+", default=[])
    options.add_argument("--text", nargs="*", default=[])
    options.add_argument("--words", nargs="*", default=[])
    options.add_argument("--size", type=int, default=52000)
    given = options.parse_args()
    _, pieces, _ = load_base(given.base)
    whole = tokenizer_of(pieces)

    used = Counter()
    for room in read_rooms(given.rooms).values():
        texts = [f"{title}: {text}" for title, text in room.passages] + [q.text for q in room.questions]
        for text in texts:
            used.update(whole.encode(text, add_special_tokens=False).ids)
            used.update(whole.encode(text.lower(), add_special_tokens=False).ids)
    for path in given.text:
        with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
            for line in file:
                used.update(whole.encode(line[:20000], add_special_tokens=False).ids)
    keep = {i for i, count in used.items() if count >= 1 and (is_ours(pieces[i][0]) or count > 20)}
    keep |= {i for i, (piece, _) in enumerate(pieces) if len(piece.replace("▁", "")) <= 1 and is_ours(piece)}
    keep -= set(range(SPECIAL))

    listed = Counter()
    for path in given.words:
        seen = Counter()
        for word in open(path, errors="replace"):
            word = word.split("/")[0].strip()
            if word:
                seen.update(whole.encode(word, add_special_tokens=False).ids)
        total = sum(seen.values())
        for piece, count in seen.items():
            listed[piece] = max(listed[piece], count / total)
    rest = [i for i in listed if i not in keep and i >= SPECIAL and is_ours(pieces[i][0])]
    rest.sort(key=lambda i: -pieces[i][1])
    chosen = list(range(SPECIAL)) + sorted(keep | set(rest[: max(0, given.size - SPECIAL - len(keep))]))
    print(f"{len(pieces)} pieces, {len(keep)} used by the texts, {len(listed)} by the word lists, {len(chosen)} kept")
    json.dump({"ids": chosen, "pieces": [[pieces[i][0], pieces[i][1]] for i in chosen]}, open(given.out, "w"), ensure_ascii=False)


if __name__ == "__main__":
    main()
