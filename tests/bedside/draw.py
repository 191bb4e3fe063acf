"""Random entries for a tool, and what an entry means."""

import math
from datetime import date, timedelta
from decimal import Decimal

from units import convert

ARABIC = str.maketrans('0123456789.', '٠١٢٣٤٥٦٧٨٩٫')
PERSIAN = str.maketrans('0123456789.', '۰۱۲۳۴۵۶۷۸۹٫')


class Values:
    """The entries of one question, by key."""

    def __init__(self, fields, entries):
        self._quantity = {field['key']: field['kind'].get('number', {}).get('quantity', {}).get('key') for field in fields
                          if isinstance(field['kind'], dict)}
        self._entries = entries

    def __call__(self, key, unit=None):
        entry = self._entries.get(key)
        if entry is None:
            return None
        if unit is None:
            return entry['value']
        return convert(self._quantity[key], entry['value'], entry['unit'], unit)

    def unit(self, key):
        return self._entries[key]['unit']

    def day(self, key):
        return self._entries[key]['value']


def digits(value):
    """All digits of a number, without an exponent."""
    text = f'{Decimal(repr(value)):f}'
    return text.rstrip('0').rstrip('.') if '.' in text else text


def written(rng, value):
    """A number as somebody may type it."""
    text = digits(value)
    style = rng.randrange(6)
    if style == 0:
        return text.translate(ARABIC)
    if style == 1:
        return text.translate(PERSIAN)
    if style == 2 and '.' in text and (len(text.split('.')[1]) != 3 or text.startswith('0') or text.startswith('-0')):
        return text.replace('.', ',')
    return text


def number(rng, measure):
    """A value in one of the units; mostly usual, sometimes anything that can be."""
    quantity = measure['quantity']
    base = quantity['units'][0]['symbol']
    unit = rng.choice(quantity['units'])['symbol']
    span = measure['plausible'] if rng.random() < 0.7 else measure['possible']
    ends = [span['least'], span['most']]
    if quantity['key'] == 'strength' or unit != base:
        ends = sorted(convert(quantity['key'], end, base, unit) for end in ends)
    low, high = ends
    if low > 0 and high / low > 200:
        value = math.exp(rng.uniform(math.log(low), math.log(high)))
    else:
        value = rng.uniform(low, high)
    if measure['whole']:
        return round(value), unit
    # Few digits, so that limits are met often.
    size = math.floor(math.log10(abs(value))) if value else 0
    digits = rng.choice([1, 2, 2, 3, 3, 4, 6])
    value = round(value, max(0, digits - 1 - size)) if size < digits - 1 or size < 0 else round(value)
    value = min(max(value, low), high)
    return float(f'{value:.12g}'), unit


def entry(rng, field):
    """What is sent, and what it means; None for a field that is left out."""
    if field['optional'] and rng.random() < 0.4:
        return None
    kind = field['kind']
    if kind == 'day':
        day = date(2026, 1, 1) + timedelta(days=rng.randrange(0, 330))
        return {'field': field['key'], 'text': day.isoformat()}, {'value': day, 'unit': None}
    if 'choice' in kind:
        option = rng.choice(kind['choice'])['key']
        return {'field': field['key'], 'text': option}, {'value': option, 'unit': None}
    value, unit = number(rng, kind['number'])
    text = written(rng, value)
    sent = {'field': field['key'], 'text': text, 'unit': unit, 'confirmed': True}
    return sent, {'value': value, 'unit': unit}


def question(rng, tool):
    """Entries to send, and the values behind them."""
    sent, values = [], {}
    for field in tool['fields']:
        drawn = entry(rng, field)
        if drawn is not None:
            sent.append(drawn[0])
            values[field['key']] = drawn[1]
    return sent, Values(tool['fields'], values)
