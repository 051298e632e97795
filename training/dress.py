"""Questions as hurried people type them: the same question in other dress, with and without an answer alike."""
import random

KEYS = {"a": "sq", "e": "wr", "i": "uo", "o": "ip", "n": "bm", "t": "ry", "s": "ad", "r": "et", "l": "k", "d": "sf"}


def typo(text, chance):
    """One slip: two letters exchanged, one left out, doubled or its neighbour on the keyboard."""
    places = [at for at in range(1, len(text) - 1) if text[at].isalpha() and text[at - 1].isalpha()]
    if not places:
        return text
    at = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    if kind == 2:
        return text[:at] + text[at] + text[at:]
    return text[:at] + chance.choice(KEYS.get(text[at].lower(), text[at])) + text[at + 1 :]


def dressed(text, chance=random):
    """Three of four questions stay as they are."""
    kind = chance.random()
    if kind < 0.75:
        return text
    if kind < 0.85:
        return text.lower().rstrip("?.! ")
    if kind < 0.88:
        return text.lower()
    if kind < 0.91:
        return text.rstrip("?.! ")
    if kind < 0.97:
        return typo(text, chance)
    return typo(typo(text, chance), chance).lower()
