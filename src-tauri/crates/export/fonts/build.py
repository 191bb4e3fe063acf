"""Makes the fonts that exports to PDF carry, as TrueType, from the window's fonts and packages of Fontsource.

    npm pack @fontsource/NAME@5.3.0     # for each NAME below, unpacked into FOLDER/NAME
    python3 build.py FOLDER

Needs fonttools 4 and brotli. All are under the SIL Open Font License 1.1, see OFL.txt.
Hinting is dropped, since a PDF is drawn from outlines; families are renamed, since "Plex" is a reserved name.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WINDOW = Path(__file__).resolve().parents[4] / "ui/src/fonts"
HERE = Path(__file__).resolve().parent

# What clinical text has beside letters: ⇒, ≪, ☐, ⚠.
SIGNS = [*range(0x2190, 0x2300), *range(0x25A0, 0x2600)]
SYMBOLS = [*range(0x2600, 0x2720)]
KEPT = {"SanadSigns-Regular": SIGNS, "SanadSymbols-Regular": SYMBOLS}

# Signs that none of the packages has, and what they are put together from: (character, size, sideways, upward).
# "10⁻³" without its minus would be another dose.
RAISED, LOWERED = (0.62, 0, 330), (0.62, 0, -120)
COMPOSED = {
    0x207A: [("+", *RAISED)],
    0x207B: [("\u2212", *RAISED)],
    0x207D: [("(", *RAISED)],
    0x207E: [(")", *RAISED)],
    0x207F: [("n", *RAISED)],
    0x208A: [("+", *LOWERED)],
    0x208B: [("\u2212", *LOWERED)],
    0x2011: [("-", 1, 0, 0)],
    0x2103: [("°", 1, 0, 0), ("C", 1, 0, 0)],
    0x2109: [("°", 1, 0, 0), ("F", 1, 0, 0)],
    0x2116: [("N", 1, 0, 0), ("o", 1, 0, 0)],
}


def main(packages: Path) -> None:
    sources = {
        "SanadSansArabic-Regular": WINDOW / "SanadSansArabic-Regular.woff2",
        "SanadSansArabic-SemiBold": WINDOW / "SanadSansArabic-SemiBold.woff2",
        "SanadHebrew-Regular": packages / "noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2",
        "SanadHebrew-SemiBold": packages / "noto-sans-hebrew/files/noto-sans-hebrew-hebrew-600-normal.woff2",
        "SanadGreek-Regular": packages / "ibm-plex-sans/files/ibm-plex-sans-greek-400-normal.woff2",
        "SanadSigns-Regular": packages / "noto-sans-math/files/noto-sans-math-latin-400-normal.woff2",
        "SanadSymbols-Regular": packages / "noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2",
        "SanadMono-Regular": packages / "ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
    }
    for name, source in sources.items():
        font = TTFont(source)
        keep(font, KEPT.get(name, font.getBestCmap().keys()))
        if "Sans" in name:
            compose(font)
        rename(font, name)
        font.flavor = None
        font.save(HERE / f"{name}.ttf")


def keep(font: TTFont, characters) -> None:
    options = subset.Options()
    options.layout_features = ["*"]
    # Layout of formulas, which no text here has.
    options.drop_tables += ["MATH"]
    options.hinting = False
    options.glyph_names = False
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def compose(font: TTFont) -> None:
    names = font.getBestCmap()
    for code, parts in COMPOSED.items():
        if code in names:
            continue
        pen = TTGlyphPen(None)
        width = 0
        for character, size, sideways, upward in parts:
            part = names[ord(character)]
            recording = DecomposingRecordingPen(font.getGlyphSet())
            font.getGlyphSet()[part].draw(recording)
            recording.replay(TransformPen(pen, (size, 0, 0, size, width + sideways, upward)))
            width += round(font["hmtx"][part][0] * size)
        name = f"uni{code:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (width, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


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
