"""Makes the fonts that exports to PDF carry, as TrueType, from the window's fonts and three packages of Fontsource.

    npm pack @fontsource/noto-sans-hebrew@5.3.0 @fontsource/ibm-plex-mono@5.3.0 @fontsource/ibm-plex-sans@5.3.0
    (each unpacked into a folder of the package's name: noto-sans-hebrew, ibm-plex-mono, ibm-plex-sans)
    python3 build.py FOLDER

Needs fonttools 4 and brotli. All are under the SIL Open Font License 1.1, see OFL.txt.
Hinting is dropped, since a PDF is drawn from outlines; families are renamed, since "Plex" is a reserved name.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WINDOW = Path(__file__).resolve().parents[4] / "ui/src/fonts"
HERE = Path(__file__).resolve().parent


def main(packages: Path) -> None:
    sources = {
        "SanadSansArabic-Regular": WINDOW / "SanadSansArabic-Regular.woff2",
        "SanadSansArabic-SemiBold": WINDOW / "SanadSansArabic-SemiBold.woff2",
        "SanadHebrew-Regular": packages / "noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2",
        "SanadHebrew-SemiBold": packages / "noto-sans-hebrew/files/noto-sans-hebrew-hebrew-600-normal.woff2",
        "SanadGreek-Regular": packages / "ibm-plex-sans/files/ibm-plex-sans-greek-400-normal.woff2",
        "SanadMono-Regular": packages / "ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
    }
    for name, source in sources.items():
        font = TTFont(source)
        without_hints(font)
        rename(font, name)
        font.flavor = None
        font.save(HERE / f"{name}.ttf")


def without_hints(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)


def rename(font: TTFont, name: str) -> None:
    family, style = name.split("-")
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
        elif record.nameID in (3, 4):
            record.string = f"{family} {style}"
        elif record.nameID == 6:
            record.string = name


main(Path(sys.argv[1]))
