#!/usr/bin/env python3
"""Compares the bedside tools with a second implementation, on random entries.

    reference.py --inputs 10000 --program PATH     drives the example `evaluate` of sanad-bedside
    reference.py --inputs 200                      talks to the test that started it, over stdin and stdout

For each question it holds the answer to the same results, values, units and interpretations, the shown figures to the
values, and each line of the working to its own arithmetic. Prints what differs and exits with 1 if anything does.
"""

import argparse
import json
import math
import random
import re
import subprocess
import sys

from common import Refused, close
from draw import question
from formulas import TOOLS


class Differs(Exception):
    """The two implementations, or an answer and itself, do not agree."""


def every_unit(tool):
    """A conversion gives its one number in every unit but the one it came in."""
    field = tool['fields'][0]
    quantity = field['kind']['number']['quantity']
    def convert_all(v):
        key = field['key']
        return [('converted', v(key, unit['symbol']), unit['symbol']) for unit in quantity['units']
                if unit['symbol'] != v.unit(key)]
    return convert_all


def expected(tool, values):
    try:
        return (TOOLS.get(tool['key']) or every_unit(tool))(values)
    except Refused:
        return None


def agree(ours, theirs):
    """The same but for the order of rounding."""
    return abs(ours - theirs) <= max(1e-10 * abs(theirs), 1e-12)


def compare(tool, wanted, answer):
    if 'problems' in answer:
        if wanted is None and [p['problem']['code'] for p in answer['problems']] == ['conflict']:
            return
        raise Differs(f'problems: {answer["problems"]}')
    if wanted is None:
        raise Differs('an answer where the entries do not go together')
    outcome = answer['outcome']
    results = outcome['results']
    lines = {line['key']: line['value'] for line in outcome['working'] if line['kind'] == 'formula'}
    for key, value, _ in (want for want in wanted if want[0].startswith('~')):
        if not agree(value, lines[key[1:]]):
            raise Differs(f'{key[1:]}: {lines[key[1:]]}, expected {value}')
    wanted = [want for want in wanted if not want[0].startswith('~')]
    if [(r['key'], r['unit']) for r in results] != [(w[0], w[2]) for w in wanted]:
        raise Differs(f'results {[(r["key"], r["unit"]) for r in results]}, expected {wanted}')
    for want, result in zip(wanted, results):
        value = result['shown'] if isinstance(want[1], str) else result['value']
        if isinstance(want[1], str):
            same = value == want[1]
        else:
            same = agree(want[1], value)
        if not same:
            raise Differs(f'{want[0]}: {value}, expected {want[1]}')
        band = want[3] if len(want) > 3 else None
        if result['band'] != band:
            raise Differs(f'{want[0]} = {value}: {result["band"]}, expected {band}')
        check_shown(result)
    points = [line['points'] for line in outcome['working'] if line['kind'] == 'points']
    if points and results and not any(close(sum(points), result['value']) for result in results):
        raise Differs(f'points {points} are no total')
    for line in outcome['working']:
        if line['kind'] == 'formula':
            check_line(line)


def check_shown(result):
    """The shown figure is the value, rounded as it says."""
    if result['value'] is None:
        return
    shown, rounding = result['shown'], result['rounding']
    if not re.fullmatch(r'-?(0|[1-9]\d*)(\.\d*[1-9])?', shown):
        raise Differs(f'shown as {shown}')
    if 'decimals' in rounding:
        step = 10.0 ** -rounding['decimals']
    else:
        size = math.floor(math.log10(abs(result['value']))) if abs(result['value']) > 1e-12 else 0
        step = min(1.0, 10.0 ** (size + 1 - rounding['significant']))
    if abs(float(shown) - result['value']) > step / 2 * (1 + 1e-6):
        raise Differs(f'{result["value"]} is shown as {shown}')
    if result['exact'] != (abs(float(shown) - result['value']) <= 1e-11 * max(abs(result['value']), 1e-3)):
        raise Differs(f'{result["value"]} is shown as {shown}, exact: {result["exact"]}')


# Differences shown for one tool.
MOST = 5
WORDS = {'year', 'month', 'week', 'day', 'fraction'}
MATHS = {'min': min, 'max': max, 'ln': math.log, 'root': math.sqrt, '__builtins__': {}}


def check_line(line):
    """What stands in the line is what comes out of it."""
    terms = iter(line['terms'])
    text = re.sub(r'\{[^}]*\}', lambda _: f'({next(terms)["shown"]})', line['formula'])
    for sign, python in (('×', '*'), ('−', '-'), ('²', '**2'), ('^', '**'), ('√', 'root')):
        text = text.replace(sign, python)
    value = eval(text, MATHS)  # noqa: S307, the text is made of numbers and signs of our own
    # Nine digits stand in the line; differences of large numbers lose some of them.
    size = max([abs(float(term['shown'])) for term in line['terms']] + [abs(line['value']), 1e-9])
    if abs(value - line['value']) > 1e-6 * abs(line['value']) + 1e-7 * size:
        raise Differs(f'{line["formula"]} gives {value}, not {line["value"]}')
    for term in line['terms']:
        unit = '' if term['unit'] in WORDS else term['unit']
        if f'{term["shown"]} {unit}'.strip() not in line['substituted']:
            raise Differs(f'{term} is not in {line["substituted"]}')


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--inputs', type=int, default=10_000)
    options.add_argument('--seed', type=int, default=20261120)
    options.add_argument('--program')
    options.add_argument('--tool', action='append')
    options = options.parse_args()
    if options.program:
        tools = json.loads(subprocess.run([options.program, '--catalogue'], check=True, capture_output=True).stdout)
        peer = subprocess.Popen([options.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ask, answers = peer.stdin, peer.stdout
    else:
        tools = json.loads(sys.stdin.readline())
        ask, answers = sys.stdout, sys.stdin
    missing = set(TOOLS) - {tool['key'] for tool in tools}
    failures = [f'{key} is not in the catalogue' for key in sorted(missing)]
    answered = 0
    for tool in tools:
        if options.tool and tool['key'] not in options.tool:
            continue
        rng = random.Random(f'{options.seed} {tool["key"]}')
        refused, differing = 0, 0
        for _ in range(options.inputs):
            sent, values = question(rng, tool)
            ask.write(json.dumps({'tool': tool['key'], 'entries': sent}, ensure_ascii=False) + '\n')
            ask.flush()
            answer = json.loads(answers.readline())
            wanted = expected(tool, values)
            refused += wanted is None
            answered += 1
            try:
                compare(tool, wanted, answer)
            except Differs as difference:
                failures.append(f'{tool["key"]} {json.dumps(sent, ensure_ascii=False)}: {difference}')
                differing += 1
                if differing == MOST:
                    break
        if refused > 0.9 * options.inputs:
            failures.append(f'{tool["key"]}: hardly anything but refusals')
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f'{answered} questions to {len(tools)} tools, {len(failures)} differences', file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
