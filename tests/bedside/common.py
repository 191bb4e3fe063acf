"""What all formulas of the second implementation share."""

CLOSE = 1e-9


class Refused(Exception):
    """The entries do not go together."""


def close(a, b):
    return abs(a - b) <= CLOSE * max(1.0, abs(b))


def ge(a, b):
    return a > b or close(a, b)


def gt(a, b):
    return a > b and not close(a, b)


def lt(a, b):
    return not ge(a, b)


def le(a, b):
    return not gt(a, b)


def pick(value, first, *steps):
    """The name of the band: `first`, then (test, limit, name) from low to high."""
    name = first
    for test, limit, other in steps:
        if test(value, limit):
            name = other
    return name


def yes(v, *keys):
    return sum(v(key) == 'yes' for key in keys)


def last_number(option):
    """Options such as gcs-eye-4 end in what they count."""
    return int(option.rsplit('-', 1)[1])
