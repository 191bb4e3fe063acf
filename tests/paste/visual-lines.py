"""Prints what is seen in a PDF, line by line from the top, characters from left to right, as a JSON list of strings.

Blanks are left out. Characters of one baseline make one line, since PDF writers cut a line wherever the direction changes.
"""

import json
import sys

import pymupdf

SAME_BASELINE = 3  # points


def lines_of(page):
    characters = [
        (character["origin"][1], middle(character["bbox"]), character["c"])
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", [])
        for span in line["spans"]
        for character in span["chars"]
        if not character["c"].isspace()
    ]
    lines = []
    for baseline, at, character in sorted(characters):
        if not lines or baseline - lines[-1][0] > SAME_BASELINE:
            lines.append((baseline, []))
        lines[-1][1].append((at, character))
    return ["".join(character for _, character in sorted(line)) for _, line in lines]


def middle(box):
    """The last letter of a ligature is given no width, at the left edge of what follows."""
    return (box[0] + box[2]) / 2


def main():
    with pymupdf.open(sys.argv[1]) as document:
        json.dump([line for page in document for line in lines_of(page)], sys.stdout)


main()
