#!/usr/bin/env python3
"""Writes the licences of everything that is shipped, for the window and for packages.

    licences.py            writes ui/licences/licences.json
    licences.py --check    ends with 1 if that file is not what would be written

A text that several components share stands there once.
"""

import json
import sys

import components

FILE = components.PROJECT / "ui/licences/licences.json"


def document():
    """The file's contents."""
    texts, listed = {}, []
    for component in components.everything():
        names = []
        for text in component["texts"]:
            name = components.digest(text)
            texts[name] = text
            if name not in names:
                names.append(name)
        about = {key: component[key] for key in ("name", "version", "licence")}
        listed.append(about | {"texts": names})
    contents = {"components": listed, "texts": dict(sorted(texts.items()))}
    return json.dumps(contents, ensure_ascii=False, indent=1) + "\n"


def main():
    wanted = document()
    if sys.argv[1:] == ["--check"]:
        if not FILE.exists() or FILE.read_text("utf-8") != wanted:
            sys.exit("ui/licences/licences.json is not current: run `make licences`")
        return
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(wanted, "utf-8")
    print(f"{FILE.relative_to(components.PROJECT)}: {wanted.count(chr(10) + '   ' + chr(34) + 'name')} components")


main()
