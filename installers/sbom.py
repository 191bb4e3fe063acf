#!/usr/bin/env python3
"""Writes what the shipped programs are made of as a CycloneDX document.

    sbom.py FILE

It lists the same components as the licences in the window. It holds no time and no serial number, so that the same
sources give the same document.
"""

import json
import pathlib
import sys

import components


def described(component):
    """One component in CycloneDX's words."""
    reference = component["purl"] or f"sanad:{component['name'].replace(' ', '-')}@{component['version']}"
    about = {
        "type": "library",
        "bom-ref": reference,
        "name": component["name"],
        "version": component["version"],
        "licenses": [{"expression": component["licence"]}],
    }
    if component["purl"]:
        about["purl"] = component["purl"]
    return about


def main():
    parts = [described(component) for component in components.everything()]
    version = components.version()
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": f"sanad@{version}",
                "name": "sanad",
                "version": version,
                "licenses": [{"expression": "Apache-2.0"}],
            }
        },
        "components": parts,
        "dependencies": [{"ref": f"sanad@{version}", "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    target = pathlib.Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=2)
        file.write("\n")
    print(f"{sys.argv[1]}: {len(parts)} components")


main()
