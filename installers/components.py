"""What is inside the programs that are shipped: crates, packages of the window, C libraries and fonts.

Everything is read from what cargo and npm have on the disk; nothing is looked up anywhere.
"""

import hashlib
import json
import pathlib
import re
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parent.parent

# The desktops that packages are made for.
TARGETS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"]

# Compiled into a crate that does not say so: the crate whose source holds it, the folder in that, the licence.
VENDORED = [
    ("llama.cpp", "llama-cpp-sys-2", "llama.cpp", "MIT", ["LICENSE"]),
    ("nlohmann-json", "llama-cpp-sys-2", "llama.cpp/vendor/nlohmann", "MIT", ["json.hpp"]),
    ("OpenSSL", "openssl-src", "openssl", "Apache-2.0", ["LICENSE.txt"]),
    ("SQLCipher", "sqlcipher-src", "sqlcipher", "BSD-3-Clause AND blessing", ["LICENSE-sqlcipher"]),
    ("LibTomCrypt", "sqlcipher-src", "sqlcipher", "Unlicense OR WTFPL", ["LICENSE-libtomcrypt"]),
]

# Its compiler leaves a runtime in the window's script, although npm calls it a tool.
WINDOW_RUNTIME = ["svelte"]

# Fonts that were made from others, with the licences of those.
FONTS = [
    ("Sanad fonts of the window", "ui/src/fonts/OFL.txt"),
    ("Sanad fonts of PDF documents", "src-tauri/crates/export/fonts/OFL.txt"),
]

LICENCE_FILE = re.compile(r"^(licen[cs]e|copying|copyright|notice|unlicense|ofl)", re.IGNORECASE)


def run(*command):
    """Standard output of a command in the project's folder."""
    return subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout


def shipped_crates():
    """(name, version) of every crate that is linked into a shipped program on one of the desktops."""
    found = set()
    for target in TARGETS:
        tree = run(
            "cargo", "tree", "--locked", "-e", "normal,no-proc-macro", "--target", target,
            "--prefix", "none", "-f", "{p}", "-p", "sanad", "-p", "sanad-engine",
        )  # fmt: skip
        for line in tree.splitlines():
            words = line.split()
            if len(words) >= 2:
                found.add((words[0], words[1].removeprefix("v")))
    return found


def crates():
    """Every shipped crate that is not ours, as a component."""
    metadata = json.loads(run("cargo", "metadata", "--locked", "--format-version", "1"))
    shipped = shipped_crates()
    components = []
    sources = {}
    for package in metadata["packages"]:
        folder = pathlib.Path(package["manifest_path"]).parent
        sources[package["name"]] = (folder, package["version"])
        if package["source"] is None or (package["name"], package["version"]) not in shipped:
            continue
        components.append(
            {
                "name": package["name"],
                "version": package["version"],
                "licence": spdx(package["license"]),
                "purl": f"pkg:cargo/{package['name']}@{package['version']}",
                "texts": texts_in(folder, package.get("license_file")),
            }
        )
    return components, sources


def spdx(expression):
    """The licence expression in the present notation: crates used to write `MIT/Apache-2.0`."""
    return re.sub(r"\s*/\s*", " OR ", expression or "")


def texts_in(folder, named=None):
    """The licence texts that lie in a folder, by the names that such files have."""
    names = [path for path in sorted(folder.iterdir()) if LICENCE_FILE.match(path.name)]
    if named and folder / named not in names:
        names.append(folder / named)
    for path in [path for path in names if path.is_dir()]:
        names.extend(sorted(path.iterdir()))
    return [clean(path.read_text("utf-8", "replace")) for path in names if path.is_file()]


def clean(text):
    """The text with one kind of line ending, so that equal ones are kept once."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"


def vendored(sources):
    """C and C++ libraries that crates compile from their own source."""
    components = []
    for name, crate, inside, licence, files in VENDORED:
        folder, version = sources[crate]
        place = folder / inside
        texts = [clean((place / file).read_text("utf-8")) for file in files if (place / file).exists()]
        if not texts:
            raise SystemExit(f"no licence of {name} was found in {place}")
        if name == "nlohmann-json":
            # Its header names holder and licence; the licence's own text is added to that.
            texts = [texts[0].split("/***")[0], clean((folder / "llama.cpp/LICENSE").read_text("utf-8"))]
        components.append(
            {
                "name": name,
                "version": version_of(name, folder, version),
                "licence": licence,
                "purl": None,
                "texts": texts,
            }
        )
    return components


def version_of(name, folder, crate_version):
    """The library's own version where its source says it, else that of the crate that holds it."""
    if name == "OpenSSL":
        said = dict(
            line.split("=", 1)
            for line in (folder / "openssl/VERSION.dat").read_text().splitlines()
            if "=" in line
        )
        return ".".join(said[part] for part in ("MAJOR", "MINOR", "PATCH"))
    if name in ("SQLCipher", "LibTomCrypt"):
        # As in 419.0.6+sqlcipher-4.19.0-sqlite-3.53.4-libtomcrypt-1.18.2.
        return re.search(rf"{name.lower()}-([0-9.]+)", crate_version).group(1)
    if name == "nlohmann-json":
        header = (folder / "llama.cpp/vendor/nlohmann/json.hpp").read_text("utf-8")
        return re.search(r"version (\d+\.\d+\.\d+)", header).group(1)
    return f"in llama-cpp-sys-2 {crate_version}"


def window_packages():
    """npm packages whose code or fonts are in the window."""
    lock = json.loads((PROJECT / "ui/package-lock.json").read_text("utf-8"))["packages"]
    waiting = sorted(lock[""]["dependencies"]) + WINDOW_RUNTIME
    seen, components = set(), []
    while waiting:
        name = waiting.pop()
        package = lock.get(f"node_modules/{name}")
        if name in seen or package is None:
            continue
        seen.add(name)
        waiting.extend(package.get("dependencies", {}))
        components.append(
            {
                "name": name,
                "version": package["version"],
                "licence": spdx(package.get("license")),
                "purl": f"pkg:npm/{name.replace('@', '%40')}@{package['version']}",
                "texts": texts_in(PROJECT / "ui/node_modules" / name),
            }
        )
    return components


def fonts():
    """Fonts in the project's own folders."""
    return [
        {
            "name": name,
            "version": version(),
            "licence": "OFL-1.1",
            "purl": None,
            "texts": [clean((PROJECT / path).read_text("utf-8"))],
        }
        for name, path in FONTS
    ]


def version():
    """The version that packages bear."""
    return run("installers/version.sh").strip()


def everything():
    """All components, by name; those without a text of their own get that of their licence."""
    found, sources = crates()
    found += vendored(sources) + window_packages() + fonts()
    common = common_texts(found)
    for component in found:
        # Some carry a file that only names the licence.
        if not any(len(text) > 100 for text in component["texts"]):
            component["texts"] += [common[id] for id in choices(component["licence"]) if id in common]
        if not any(len(text) > 100 for text in component["texts"]):
            raise SystemExit(f"no licence text for {component['name']}: {component['licence']}")
    return sorted(found, key=lambda one: (one["name"].lower(), one["version"]))


def choices(expression):
    """The licences that an expression names."""
    return [word for word in re.split(r"[\s()]+", expression) if word not in ("", "OR", "AND", "WITH")]


def common_texts(components):
    """For each licence the text that most components with that licence alone carry."""
    counted = {}
    for component in components:
        if len(component["texts"]) == 1 and len(choices(component["licence"])) == 1:
            texts = counted.setdefault(component["licence"], {})
            texts[component["texts"][0]] = texts.get(component["texts"][0], 0) + 1
    common = {licence: max(texts, key=texts.get) for licence, texts in counted.items()}
    common["Apache-2.0"] = clean((PROJECT / "LICENSE").read_text("utf-8"))
    return common


def digest(text):
    """A short name for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
