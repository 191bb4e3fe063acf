#!/usr/bin/env python3
"""Writes the worked examples that the Rust tests are frozen to: make_vectors.py PROGRAM > vectors.jsonl

For each tool six random patients, and for each interpretation of each result the patients with the least and the
greatest value, so that both sides of every limit are there. The figures come from formulas.py; PROGRAM (the example
`evaluate`) is asked for the catalogue alone.
"""

import json
import random
import subprocess
import sys

from draw import question
from reference import expected

DRAWS = 4000
PLAIN = 6


def frozen(results):
    return [[key, value, unit, *(rest or [None])] for key, value, unit, *rest in results if not key.startswith('~')]


def main():
    tools = json.loads(subprocess.run([sys.argv[1], '--catalogue'], check=True, capture_output=True).stdout)
    for tool in tools:
        rng = random.Random(f'vectors {tool["key"]}')
        chosen, ends = [], {}
        for _ in range(DRAWS):
            sent, values = question(rng, tool)
            results = expected(tool, values)
            if not results:
                continue
            line = json.dumps({'tool': tool['key'], 'entries': sent, 'results': frozen(results)}, ensure_ascii=False)
            if len(chosen) < PLAIN:
                chosen.append(line)
            for key, value, _, *band in results:
                if band:
                    least = ends.setdefault((key, band[0], 'least'), (value, line))
                    if value < least[0]:
                        ends[key, band[0], 'least'] = (value, line)
                    most = ends.setdefault((key, band[0], 'most'), (value, line))
                    if value > most[0]:
                        ends[key, band[0], 'most'] = (value, line)
        for line in dict.fromkeys(chosen + [line for _, line in ends.values()]):
            print(line)


if __name__ == '__main__':
    main()
