"""Writes anew which tokens the training cuts the texts of a test into (tests/reading/tokens.test.ts: the product must cut alike).

    python ids.py --vocabulary V.json --to ../tests/reading/ids.json
"""
import argparse
import json

from texts import Texts, load_vocabulary


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--vocabulary", required=True)
    options.add_argument("--to", required=True, help="a file with texts, which gets their tokens")
    given = options.parse_args()
    texts = Texts(load_vocabulary(given.vocabulary)[0])
    with open(given.to) as file:
        rows = [json.loads(line.rstrip(",\n")) for line in file if line.startswith("  {")]
    rows = [{"text": row["text"], "ids": texts.ids(row["text"])} for row in rows]
    with open(given.to, "w") as file:
        lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
        file.write(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
