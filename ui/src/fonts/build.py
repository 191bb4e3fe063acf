"""Makes the fonts of this folder from IBM Plex Sans Arabic 1.1.0 (SIL Open Font License 1.1).

    npm pack @ibm/plex-sans-arabic@1.1.0        # unpacked by hand: installing it would run telemetry
    tar xzf ibm-plex-sans-arabic-1.1.0.tgz
    python3 build.py package/fonts/complete/woff2

Needs fonttools 4 and brotli. Four changes, the last two of which are the reason for all this:

1. Only the characters are kept that Arabic, English and clinical signs need, in one file for each weight:
   a word, its space and its full stop then come from one font and are shaped as one run.
2. The family is renamed, since "Plex" is a reserved name.
3. Characters that are never seen, such as the zero width non-joiner, get an empty glyph.
   WebKitGTK 2.50 takes a letter and the joiner behind it for one sign, looks for a font that holds both,
   and finding none draws neither: Persian "می‌خواهد" lost its second letter.
4. Where a word ends with a mark, an empty glyph is put behind it.
   WebKitGTK 2.50 takes the height of a run's leftmost glyph for the height of the whole run:
   a run that ends with a shadda, a tanwin or a dot that is drawn as a mark stands 4 to 6 pixels too high.
   With the empty glyph the leftmost one has no height. The stored text is not touched.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.otlLib.builder import buildCoverage
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Sanad Sans Arabic"
WEIGHTS = ["Regular", "Medium", "SemiBold"]
SPACER = "endofword"
UNSEEN = "unseen"
NEVER_SEEN = [*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]

KEPT = [
    *range(0x20, 0x7F),  # ASCII
    *range(0xA0, 0x100),  # Latin-1
    0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC,
    *range(0x600, 0x700), *range(0x750, 0x780), *range(0x870, 0x900),  # Arabic
    *range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD),
    *range(0x2010, 0x2027), *range(0x2030, 0x203B), 0x2044, 0x202F,
    *range(0x2070, 0x208F), 0x20AC, 0x2113, 0x2122, *range(0x2150, 0x215F),
    *range(0x2190, 0x219A), 0x2202, 0x2206, 0x2211, 0x2212, 0x2215, 0x221A, 0x221E,
    0x2248, 0x2260, 0x2264, 0x2265, 0x25CA, 0x25CC, 0x2713,
]


def main(folder: Path, target: Path) -> None:
    for weight in WEIGHTS:
        font = TTFont(folder / f"IBMPlexSansArabic-{weight}.woff2")
        keep_needed(font)
        hold_the_unseen(font)
        end_words_level(font)
        rename(font, weight)
        font.flavor = "woff2"
        font.save(target / f"SanadSansArabic-{weight}.woff2")


def keep_needed(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.glyph_names = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)


def end_words_level(font: TTFont) -> None:
    add_spacer(font)
    glyphs = font.getReverseGlyphMap()
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    marks = [name for name, kind in classes.items() if kind == 3]
    table = font["GSUB"].table

    insert = otTables.MultipleSubst()
    insert.mapping = {mark: [mark, SPACER] for mark in marks}
    inserting = len(table.LookupList.Lookup)
    table.LookupList.Lookup.append(lookup(2, [insert]))

    # The first subtable that fits decides: within a word nothing happens, at its end the spacer is put in.
    within = [*marks, *letters(font)]
    stays = chain(glyphs, marks, within, [])
    record = otTables.SubstLookupRecord()
    record.SequenceIndex = 0
    record.LookupListIndex = inserting
    ends = chain(glyphs, marks, None, [record])
    table.LookupList.Lookup.append(lookup(6, [stays, ends]))

    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for feature in table.FeatureList.FeatureRecord:
        # Required ligatures are on for every script and cannot be switched off by a stylesheet.
        if feature.FeatureTag == "rlig":
            feature.Feature.LookupListIndex.append(inserting + 1)
            feature.Feature.LookupCount = len(feature.Feature.LookupListIndex)


def hold_the_unseen(font: TTFont) -> None:
    add_empty(font, UNSEEN)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(NEVER_SEEN, UNSEEN))


def add_spacer(font: TTFont) -> None:
    add_empty(font, SPACER)
    font["GDEF"].table.GlyphClassDef.classDefs[SPACER] = 1


def add_empty(font: TTFont, name: str) -> None:
    font["glyf"][name] = Glyph()
    font["hmtx"][name] = (0, 0)
    order = font.getGlyphOrder()
    if name not in order:
        font.setGlyphOrder([*order, name])
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def letters(font: TTFont) -> list[str]:
    """Every glyph that may stand inside an Arabic word: all but what the plain signs and Latin letters give."""
    best = font.getBestCmap()
    arabic_punctuation = {0x60C, 0x61B, 0x61F, 0x66A, 0x66B, 0x66C, 0x6D4}
    other = {
        name
        for code, name in best.items()
        if not 0x600 <= code < 0x900 and not 0xFB50 <= code < 0xFEFD or code in arabic_punctuation
    }
    arabic = {name for code, name in best.items() if name not in other}
    # Joined forms have no code of their own and are named after their letter.
    stems = {name.split(".")[0] for name in arabic}
    formed = {name for name in font.getGlyphOrder() if name.split(".")[0] in stems or name.endswith("ar")}
    return sorted((arabic | formed) - other - {SPACER, ".notdef"})


def lookup(kind: int, subtables: list[object]) -> otTables.Lookup:
    made = otTables.Lookup()
    made.LookupType = kind
    made.LookupFlag = 0
    made.SubTable = subtables
    made.SubTableCount = len(subtables)
    return made


def chain(glyphs, marks, ahead, records):
    made = otTables.ChainContextSubst()
    made.Format = 3
    made.BacktrackCoverage = []
    made.InputCoverage = [buildCoverage(marks, glyphs)]
    made.LookAheadCoverage = [buildCoverage(ahead, glyphs)] if ahead else []
    made.SubstLookupRecord = records
    made.BacktrackGlyphCount = 0
    made.InputGlyphCount = 1
    made.LookAheadGlyphCount = len(made.LookAheadCoverage)
    made.SubstCount = len(records)
    return made


def rename(font: TTFont, weight: str) -> None:
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 5, 8, 9, 11, 12, 13, 14)]
    for number, text in {
        1: FAMILY if weight == "Regular" else f"{FAMILY} {weight}",
        2: "Regular",
        3: f"{FAMILY} {weight}, made from IBM Plex Sans Arabic 1.1.0",
        4: f"{FAMILY} {weight}",
        6: f"{FAMILY.replace(' ', '')}-{weight}",
    }.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent)
