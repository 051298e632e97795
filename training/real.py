"""Rooms of real paragraphs, whose texts are not in the repository: puts them together from the texts where somebody has these.

    python real.py real OUT TEXTS.jsonl[.gz] …      TEXTS: lines {"title","text"}, paragraphs parted by blank lines or line ends

`real/` names each paragraph by the SHA-256 of its text and has the questions on it; OUT receives rooms.jsonl.gz and questions.jsonl.gz.
"""
import gzip
import hashlib
import json
import os
import re
import sys

from rooms import lines


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def paragraphs(path):
    for document in lines(path):
        for text in re.split(r"\n\s*\n|\n", document["text"]):
            if text.strip():
                yield text.strip()


def main(folder, out, *paths):
    rooms = lines(os.path.join(folder, "rooms.jsonl.gz"))
    wanted = {p["sha256"] for room in rooms for p in room["passages"]}
    found = {}
    for path in paths:
        for text in paragraphs(path):
            if (name := hash_of(text)) in wanted:
                found[name] = text
    whole = [room for room in rooms if all(p["sha256"] in found for p in room["passages"])]
    names = {room["room"] for room in whole}
    os.makedirs(out, exist_ok=True)
    with gzip.open(os.path.join(out, "rooms.jsonl.gz"), "wt") as file:
        for room in whole:
            passages = [{"title": p["title"], "text": found[p["sha256"]]} for p in room["passages"]]
            file.write(json.dumps({**room, "passages": passages}, ensure_ascii=False) + "\n")
    with gzip.open(os.path.join(out, "questions.jsonl.gz"), "wt") as file:
        for question in lines(os.path.join(folder, "questions.jsonl.gz")):
            if question["room"] in names:
                file.write(json.dumps(question, ensure_ascii=False) + "\n")
    print(f"{len(whole)} of {len(rooms)} rooms, {len(found)} of {len(wanted)} paragraphs")


if __name__ == "__main__":
    main(*sys.argv[1:])
