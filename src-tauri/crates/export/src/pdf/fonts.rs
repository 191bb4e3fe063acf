//! The fonts that a PDF carries, and which of them draws a character.

use krilla::text::Font;
use rustybuzz::Face;

/// A font as its number in [`Fonts`].
pub(super) type FontNumber = usize;

const REGULAR: FontNumber = 0;
const BOLD: FontNumber = 1;
const HEBREW: FontNumber = 2;
const HEBREW_BOLD: FontNumber = 3;
const GREEK: FontNumber = 4;
const MONO: FontNumber = 5;
const SIGNS: FontNumber = 6;
const SYMBOLS: FontNumber = 7;

/// In the order of their numbers; made by `fonts/build.py`.
const FILES: [&[u8]; 8] = [
    include_bytes!("../../fonts/SanadSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/SanadSansArabic-SemiBold.ttf"),
    include_bytes!("../../fonts/SanadHebrew-Regular.ttf"),
    include_bytes!("../../fonts/SanadHebrew-SemiBold.ttf"),
    include_bytes!("../../fonts/SanadGreek-Regular.ttf"),
    include_bytes!("../../fonts/SanadMono-Regular.ttf"),
    include_bytes!("../../fonts/SanadSigns-Regular.ttf"),
    include_bytes!("../../fonts/SanadSymbols-Regular.ttf"),
];

/// One font, to shape with and to write.
pub(super) struct Drawn {
    pub(super) face: Face<'static>,
    pub(super) font: Font,
}

/// All of them.
pub(super) struct Fonts(Vec<Drawn>);

impl Fonts {
    pub(super) fn bundled() -> Self {
        let drawn = FILES.iter().map(|file| Drawn {
            face: Face::from_slice(file, 0).expect("the bundled fonts are fonts"),
            font: Font::new((*file).into(), 0).expect("the bundled fonts are fonts"),
        });
        Self(drawn.collect())
    }

    pub(super) fn get(&self, number: FontNumber) -> &Drawn {
        self.0.get(number).unwrap_or(&self.0[REGULAR])
    }

    /// The first font of a style that has the character.
    pub(super) fn for_character(&self, c: char, strong: bool, code: bool) -> Option<FontNumber> {
        let order: &[FontNumber] = match (code, strong) {
            (true, _) => &[MONO, REGULAR, HEBREW, GREEK],
            (false, true) => &[BOLD, HEBREW_BOLD, GREEK],
            (false, false) => &[REGULAR, HEBREW, GREEK],
        };
        let mut order = order.iter().chain(&[SIGNS, SYMBOLS, MONO]);
        let has = |number: &&FontNumber| self.get(**number).face.glyph_index(c).is_some();
        order.find(has).copied()
    }
}
