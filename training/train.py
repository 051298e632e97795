"""Trains the two upper halves on rooms, in two stages; each goes on where it was stopped.

    python train.py vectors --base BASE.bin --vocabulary V.json --rooms FOLDER … --out OUT --steps 420
    python train.py reader  --base BASE.bin --vocabulary V.json --rooms FOLDER … --out OUT --steps 2200

Rooms that rooms.py keeps for measuring are never learned from. OUT receives vectors.pt and reader.pt with all that is needed to go on.
New rooms in the folders are taken up as training goes on.
"""
import argparse
import math
import os
import random
import time
from collections import Counter

import torch
import torch.nn.functional as F

from base import load_base
from dress import dressed
from model import SPLIT, Lower, Reader, Vectors
from rooms import part_of, read_rooms
from texts import Texts, load_vocabulary, pad, stack, states_of, vectors_of

AGAIN = 600  # steps after which the folders are looked at for new rooms and the checkpoint is written


class Shelf:
    """All rooms with what is kept of them: states of passages and questions, vectors, and which passages are alike."""

    def __init__(self, given, sizes, tensors):
        tokenizer, ids = load_vocabulary(given.vocabulary)
        self.folders, self.texts, self.lower = given.rooms, Texts(tokenizer), Lower(sizes, tensors, ids).eval()
        self.rooms, self.passages, self.states, self.body, self.tokens = {}, [], [], [], []
        self.start, self.questions = {}, []

    def look(self):
        """Takes up rooms that are new; says how many."""
        found = read_rooms(self.folders)
        # What is measured with is not even a wrong passage for another room's question.
        kept = [room for room in found.values() if part_of(room) != "test" and room.questions]
        new = [room for room in kept if room.name not in self.rooms]
        rows = []
        for room in new:
            self.rooms[room.name] = room
            self.start[room.name] = len(self.passages) + len(rows)
            rows += [(room.name, *self.texts.passage(*passage)) for passage in room.passages]
            self.questions += room.questions
        self.passages += [name for name, _, _ in rows]
        self.body += [head for _, _, head in rows]
        self.tokens += [set(row) for _, row, _ in rows]
        self.states += states_of(self.lower, [row for _, row, _ in rows])
        frequency = Counter(token for row in self.tokens for token in row)
        self.rarity = {t: math.log(1 + len(self.tokens) / (1 + n)) for t, n in frequency.items()}
        return len(new)

    def gold(self, question):
        return [self.start[question.room] + at for at in question.gold]

    def asked(self, texts):
        """States of questions, made afresh: they may be in another dress each time."""
        return stack(states_of(self.lower, [self.texts.question(text) for text in texts]))

    def of(self, part):
        return [q for q in self.questions if part_of(self.rooms[q.room]) == part]

    def by_words(self, question, passages):
        """Passages in the order of the rare tokens that they share with a question."""
        asked = set(self.texts.ids(question.text))
        return sorted(passages, key=lambda at: -sum(self.rarity.get(token, 0) for token in asked & self.tokens[at]))


def rounds(questions, size):
    """Questions without end, in a new order each round."""
    while True:
        order = random.sample(questions, len(questions))
        for at in range(0, len(order) - size + 1, size):
            yield order[at : at + size]


def alike(rows, size, length):
    """Batches of rows of like length, in any order: what fills a row up is work."""
    rows = sorted(rows, key=length)
    batches = [rows[at : at + size] for at in range(0, len(rows), size)]
    random.shuffle(batches)
    return batches


class Schedule:
    """How far training has come, 0 to 1, by its steps or, where `--minutes` tells, by the clock; and the rate that belongs to it."""

    def __init__(self, given):
        self.steps, self.minutes, self.start = given.steps, given.minutes, time.time()

    def share(self, step):
        return (time.time() - self.start) / 60 / self.minutes if self.minutes else step / self.steps

    def rate(self, step):
        return min(1.0, (step + 1) / (0.05 * self.steps)) * max(0.03, 1 - self.share(step))


# --- vectors -----------------------------------------------------------------------------------------------------------------------


def candidates_by_vector(shelf, vectors, questions, most, passages=None):
    """For each question the passages nearest to it among all rooms that are learned from, and its vector."""
    if not questions:
        return []
    passages = vectors_of(vectors, shelf.states) if passages is None else passages
    among = torch.tensor([at for at, room in enumerate(shelf.passages) if part_of(shelf.rooms[room]) == "train"])
    found = []
    for at in range(0, len(questions), 256):
        some = questions[at : at + 256]
        states = states_of(shelf.lower, [shelf.texts.question(q.text) for q in some])
        asked = vectors_of(vectors, states)
        which = among[(asked @ passages[among].T).topk(min(most, len(among)), dim=1).indices]
        found += list(zip(which.tolist(), asked))
    return found


def measure_vectors(shelf, vectors, part="choice"):
    questions = [q for q in shelf.of(part) if q.gold]
    keep = [at for at, room in enumerate(shelf.passages) if part_of(shelf.rooms[room]) == part]
    passages = vectors_of(vectors, [shelf.states[at] for at in keep])
    found = {}
    for at in range(0, len(questions), 256):
        some = questions[at : at + 256]
        states = states_of(shelf.lower, [shelf.texts.question(q.text) for q in some])
        best = (vectors_of(vectors, states) @ passages.T).topk(8, dim=1).indices
        for q, row in zip(some, best.tolist()):
            right = [keep[i] in shelf.gold(q) for i in row]
            key = f"{q.language} on {'en' if shelf.rooms[q.room].language == 'en' else 'other'}"
            for name in (key, "all"):
                found.setdefault(name, []).append((right[0], any(right[:6]), any(right)))
    for name, rows in sorted(found.items()):
        first, six, eight = (sum(r[i] for r in rows) / len(rows) for i in range(3))
        print(f"   {name}: {len(rows)} questions, first {first:.3f}, among six {six:.3f}, among eight {eight:.3f}", flush=True)


def train_vectors(given, shelf, sizes, tensors):
    model = Vectors(sizes, tensors)
    optimizer = torch.optim.AdamW(model.parameters(), lr=given.rate or 5e-5, weight_decay=0.01)
    step = resume(given, "vectors", model, optimizer)
    print(f"{shelf.look()} rooms, {len(shelf.passages)} passages, {len(shelf.of('train'))} questions to learn from", flush=True)
    if step == 0:
        measure_vectors(shelf, model)
    start, total, batches, schedule = time.time(), 0.0, None, Schedule(given)
    while schedule.share(step) < 1:
        if batches is None or (step % AGAIN == 0 and shelf.look()):
            learn = [q for q in shelf.of("train") if q.gold]
            near = {id(q): found for q, (found, _) in zip(learn, candidates_by_vector(shelf, model, learn, 12))}
            for q in learn:
                near.setdefault(id(q), [])
            batches, waiting = rounds(learn, 192), []
        if not waiting:
            waiting = alike(next(batches), 24, lambda q: len(shelf.states[shelf.gold(q)[0]]))
        batch = waiting.pop()
        golds = [set(shelf.gold(q)) for q in batch]
        right = [random.choice(sorted(gold)) for gold in golds]
        wrong = []
        for q, gold in zip(batch, golds):
            others = [at for at in near[id(q)] if at not in gold]
            if random.random() < 0.3:
                first = shelf.start[q.room]
                room = [at for at in range(first, first + len(shelf.rooms[q.room].passages)) if at not in gold]
                others = shelf.by_words(q, room)[:4]
            wrong.append(random.choice(others[:8]))
        passages = right + wrong
        with torch.autocast("cpu", torch.bfloat16):
            p = model(*stack([shelf.states[at] for at in passages]), 0.1).float()
            q = model(*shelf.asked([dressed(each.text) for each in batch]), 0.1).float()
        scores = q @ p.T / 0.03
        for row, gold in enumerate(golds):
            for column, at in enumerate(passages):
                if column != row and at in gold:
                    scores[row, column] = -1e4
        loss = F.cross_entropy(scores, torch.arange(len(batch)))
        take(optimizer, model, loss, schedule.rate(step))
        total += loss.item()
        step += 1
        if step % 20 == 0:
            print(f"{step} ({schedule.share(step):.2f}): loss {total / 20:.3f}, {time.time() - start:.0f} s", flush=True)
            total = 0.0
        if step % AGAIN == 0 or schedule.share(step) >= 1:
            measure_vectors(shelf, model)
            save(given, "vectors", model, optimizer, step)


# --- reader ------------------------------------------------------------------------------------------------------------------------


class Reading:
    """Scores (question, passage) pairs with the reader."""

    def __init__(self, shelf, reader):
        self.shelf, self.reader = shelf, reader

    def scores(self, asked, pairs, cosines, drop=None, reader=None):
        """`asked`: states and mask of the questions; `pairs`: (row of a question, passage)."""
        states, mask = asked
        rows = torch.tensor([row for row, _ in pairs])
        passages, passage_mask = stack([self.shelf.states[at] for _, at in pairs])
        body = passage_mask.clone()
        for row, (_, at) in enumerate(pairs):
            body[row, : self.shelf.body[at]] = 0
        reader = reader or self.reader
        with torch.autocast("cpu", torch.bfloat16):
            kept = reader.keep(passages)
            score, _ = reader(states[rows], mask[rows], kept, passage_mask, body, torch.tensor(cosines), drop)
        return score.float()


def order_candidates(shelf, vectors, passages, questions):
    """For each question what might be taken for an answer: nearest by vector among all rooms, nearest by words in its own, nearest in
    other rooms, where nothing answers it."""
    found = {}
    for q, (order, vector) in zip(questions, candidates_by_vector(shelf, vectors, questions, 64, passages)):
        first = shelf.start[q.room]
        room = range(first, first + len(shelf.rooms[q.room].passages))
        near = order[:8]
        words = [at for at in shelf.by_words(q, room)[:3] if at not in near]
        far = [at for at in order if at not in room][:8]
        found[id(q)] = (vector, near, words, far)
    return found


@torch.no_grad()
def measure_reader(shelf, reading, vectors, reader, most=400):
    """On the rooms kept for choosing, all in one collection: six candidates by vector, the reader's order."""
    part = [q for q in shelf.of("choice")]
    keep = [at for at, room in enumerate(shelf.passages) if part_of(shelf.rooms[room]) == "choice"]
    passages = vectors_of(vectors, [shelf.states[at] for at in keep])
    chance = random.Random(7)
    part = chance.sample(part, min(most, len(part)))
    rows = {}
    for at in range(0, len(part), 16):
        some = part[at : at + 16]
        asked = shelf.asked([q.text for q in some])
        cosines = vectors_of(vectors, [s[: m.sum()] for s, m in zip(*asked)]) @ passages.T
        best, which = cosines.topk(6, dim=1)
        pairs = [(row, keep[i]) for row, line in enumerate(which.tolist()) for i in line]
        scores = reading.scores(asked, pairs, best.flatten().tolist(), reader=reader).view(len(some), -1)
        for q, line, found in zip(some, scores, which.tolist()):
            top = int(line.argmax())
            right = keep[found[top]] in shelf.gold(q)
            key = "en" if q.language == "en" and shelf.rooms[q.room].language == "en" else "other"
            rows.setdefault(key, []).append((bool(q.gold), float(line[top]), right))
    for key, found in sorted(rows.items()):
        silent = sorted(score for gold, score, _ in found if not gold)
        threshold = silent[int(0.88 * len(silent))] if silent else 0
        answered = [(score, right) for gold, score, right in found if gold]
        first = sum(right for _, right in answered) / len(answered)
        said = sum(right and score > threshold for score, right in answered) / len(answered)
        auc = sum((s > u) + 0.5 * (s == u) for s, _ in answered for u in silent) / len(answered) / max(1, len(silent))
        print(f"   {key}: {len(answered)}+{len(silent)}: first {first:.3f}, right where .88 are silent {said:.3f} (at {threshold:.2f}), AUROC {auc:.3f}", flush=True)


def train_reader(given, shelf, sizes, tensors):
    vectors = Vectors(sizes, tensors).eval()
    vectors.load_state_dict(torch.load(os.path.join(given.out, "vectors.pt"))["model"])
    print(f"{shelf.look()} rooms, {len(shelf.passages)} passages, {len(shelf.of('train'))} questions to learn from", flush=True)
    model = Reader(sizes, tensors)
    sample = torch.cat([s.float() for s in random.sample(shelf.states, min(400, len(shelf.states)))])
    model.start(sample[torch.randperm(len(sample))[:12000]])
    scalars = [model.weight, model.offset]
    head = [*model.mix.parameters(), *model.out.parameters(), *model.token.parameters()]
    other = {id(p) for p in [*scalars, *head]}
    base_rate = given.rate or 1e-4
    groups = [
        {"params": [p for p in model.parameters() if id(p) not in other], "lr": base_rate},
        {"params": head, "lr": 6 * base_rate},
        {"params": scalars, "lr": 40 * base_rate, "weight_decay": 0},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    reading = Reading(shelf, model)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    if (step := resume(given, "reader", model, optimizer, average)) == 0 and given.begin:
        begin(given.begin, model)
        average.module.load_state_dict(model.state_dict())
        measure_reader(shelf, reading, vectors, model)
    elif step == 0:
        # Cosines of this model lie high; the sum begins near 0 for a passage that is near.
        with torch.no_grad():
            model.offset.fill_(-20 * 0.87 - 5 * 0.85 - 5 * 0.85 - 20 * 0.55)
        measure_reader(shelf, reading, vectors, model)
    start, total, batches, found, passages = time.time(), 0.0, None, {}, torch.zeros(0, sizes["hidden"])
    schedule = Schedule(given)
    while schedule.share(step) < 1:
        if batches is None or (step % AGAIN == 0 and shelf.look()):
            learn = shelf.of("train")
            passages = torch.cat([passages, vectors_of(vectors, shelf.states[len(passages) :])])
            found |= order_candidates(shelf, vectors, passages, [q for q in learn if id(q) not in found])
            batches = rounds(learn, 128)
            print(f"   {len(shelf.rooms)} rooms, {len(learn)} questions", flush=True)
            waiting = []
        if not waiting:
            chosen = [(q, choose(shelf, q, *found[id(q)][1:])) for q in next(batches)]
            waiting = alike(chosen, 16, lambda each: max(len(shelf.states[at]) for at in each[1]))
        batch = waiting.pop()
        asked = shelf.asked([dressed(q.text) for q, _ in batch])
        pairs = [(row, at) for row, (_, some) in enumerate(batch) for at in some]
        cosines = [float(found[id(q)][0] @ passages[at]) for q, some in batch for at in some]
        scores = reading.scores(asked, pairs, cosines)
        loss, at = 0.0, 0
        for q, some in batch:
            gold = set(shelf.gold(q))
            answer = 0 if some[0] in gold else len(some)
            own = scores[at : at + len(some)]
            loss = loss + F.cross_entropy(torch.cat([own, torch.zeros(1)])[None], torch.tensor([answer]))
            # Each passage apart, too: beside a right one a softmax hardly minds how sure a wrong one is.
            loss = loss + 0.5 * F.binary_cross_entropy_with_logits(own, torch.tensor([float(at in gold) for at in some]))
            at += len(some)
        loss = loss / len(batch)
        take(optimizer, model, loss, schedule.rate(step))
        average.update_parameters(model)
        total += loss.item()
        step += 1
        if step % 20 == 0:
            print(f"{step} ({schedule.share(step):.2f}): loss {total / 20:.3f}, {time.time() - start:.0f} s", flush=True)
            total = 0.0
        if step % AGAIN == 0 or schedule.share(step) >= 1:
            model.eval()
            measure_reader(shelf, reading, vectors, average.module)
            model.train()
            save(given, "reader", model, optimizer, step, average)


def choose(shelf, question, near, words, far):
    """Three passages: a right one first, where there is one, and wrong ones that look right. Now and then a question of another
    subject: all from other rooms."""
    gold = set(shelf.gold(question))
    if len(far) >= 3 and random.random() < 0.1:
        return random.sample(far[:5], 3)
    wrong = [at for at in near if at not in gold]
    if words and random.random() < 0.25:
        wrong.insert(1, random.choice(words))
    wrong = [at for at in dict.fromkeys(wrong) if at not in gold]
    picked = [wrong[0] if random.random() < 0.6 else random.choice(wrong[:3])]
    rest = far[:4] if far and random.random() < 0.15 else wrong
    picked.append(random.choice([at for at in rest if at not in picked]))
    if gold:
        return [random.choice(sorted(gold)), *picked]
    picked.append(random.choice([at for at in wrong if at not in picked] or picked))
    return picked


# --- both --------------------------------------------------------------------------------------------------------------------------


def take(optimizer, model, loss, share):
    for group in optimizer.param_groups:
        group.setdefault("first", group["lr"])
        group["lr"] = group["first"] * share
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()


def save(given, name, model, optimizer, step, average=None):
    path = os.path.join(given.out, name + ".pt")
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "split": SPLIT}
    if average is not None:
        state["average"] = average.state_dict()
    torch.save(state, path + ".new")
    os.replace(path + ".new", path)


def begin(path, model):
    """Begins with a reader of fewer layers that read together: those before them stay as the base has them, and what is kept of a
    state, which is another one, begins anew."""
    state = torch.load(path)
    found = {name.removeprefix("module."): value for name, value in state["average"].items()}
    further = state["split"] - SPLIT
    own = model.state_dict()
    for name, value in found.items():
        if name in ("n_averaged", "down.weight", "down.bias", "up.weight", "up.bias"):
            continue
        if name.startswith("layers."):
            layer, rest = name.removeprefix("layers.").split(".", 1)
            name = f"layers.{int(layer) + further}.{rest}"
        own[name] = value
    model.load_state_dict(own)


def resume(given, name, model, optimizer, average=None):
    path = os.path.join(given.out, name + ".pt")
    if not os.path.exists(path):
        return 0
    state = torch.load(path)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    if average is not None:
        average.load_state_dict(state["average"])
    if given.rate:
        # Another rate than before, with the shares that the groups have among them.
        share = given.rate / optimizer.param_groups[0].get("first", given.rate)
        for group in optimizer.param_groups:
            group["first"] = group.get("first", group["lr"]) * share
    print(f"goes on after step {state['step']}", flush=True)
    return state["step"]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("stage", choices=("vectors", "reader"))
    options.add_argument("--base", required=True)
    options.add_argument("--vocabulary", required=True)
    options.add_argument("--rooms", nargs="+", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--steps", type=int, required=True)
    options.add_argument("--minutes", type=float, help="falls to its end by the clock, not by --steps")
    options.add_argument("--rate", type=float)
    options.add_argument("--begin", help="reader.pt of a model whose halves are shorter, to begin with")
    given = options.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(os.cpu_count())
    os.makedirs(given.out, exist_ok=True)
    sizes, _, tensors = load_base(given.base)
    shelf = Shelf(given, sizes, tensors)
    (train_vectors if given.stage == "vectors" else train_reader)(given, shelf, sizes, tensors)


if __name__ == "__main__":
    main()
