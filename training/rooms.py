"""Rooms of passages with their questions: where they are read from, and which of them are kept from training.

A room is a few documents on one set of events, 20 to 30 passages, with questions on them. `gold` lists the passages that answer;
an empty list is a question on the same subject that no passage answers.
"""
import gzip
import hashlib
import json
import os
from dataclasses import dataclass, field

LANGUAGES = ("en", "de", "fr", "pl", "uk")
# Rooms below the first number are measured with, rooms between the two are for choosing (mixture, threshold), the rest is
# learned from. Rooms that are not in English are few, so more of them are kept.
HELD_OUT = {"en": (0.12, 0.2), "other": (0.34, 0.44)}


@dataclass
class Question:
    room: str
    language: str
    text: str
    gold: list


@dataclass
class Room:
    name: str
    language: str
    passages: list  # of (title, text)
    questions: list = field(default_factory=list)


def place_of(name):
    """A number in 0..1 that the room's name alone decides: the first 32 bits of its SHA-256."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32


def part_of(room):
    """`test`, `choice` or `train`."""
    test, choice = HELD_OUT["en" if room.language == "en" else "other"]
    place = place_of(room.name)
    return "test" if place < test else "choice" if place < choice else "train"


def lines(path):
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as file:
        return [json.loads(line) for line in file if line.strip()]


def read_rooms(folders):
    """Reads folders that hold rooms.jsonl and questions.jsonl (with .gz or without) or one JSON file a room."""
    rooms = {}
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if name.startswith("rooms.jsonl"):
                for row in lines(path):
                    add_room(rooms, row)
            elif name.endswith(".json"):
                try:
                    row = json.load(open(path))
                except ValueError as error:
                    print(f"{path}: left out, no JSON ({error})")
                    continue
                room = add_room(rooms, row)
                room.questions = [Question(room.name, q["lang"], q["q"], q["gold"]) for q in row["questions"]]
        for name in sorted(os.listdir(folder)):
            if name.startswith("questions.jsonl"):
                for row in lines(os.path.join(folder, name)):
                    # `translated/` has questions on rooms of other folders, which not everybody has.
                    if row["room"] in rooms:
                        rooms[row["room"]].questions.append(
                            Question(row["room"], row["lang"], row["question"], row["gold"])
                        )
    return rooms


def add_room(rooms, row):
    passages = [(p["title"], p["text"]) for p in row["passages"]]
    rooms[row["room"]] = Room(row["room"], row.get("lang", "en"), passages)
    return rooms[row["room"]]
