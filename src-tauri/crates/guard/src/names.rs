//! Numbers that are no figures: parts of names (`B12`, `COVID-19`, `type 2 diabetes`), list numbers, years, dates,
//! citations and telephone numbers.

use crate::tokens::{Kind, Token, forms};
use crate::units;

/// Words that take a number as a name behind them.
const NUMBERED: &[&str] = &[
    "type",
    "stage",
    "grade",
    "class",
    "phase",
    "step",
    "table",
    "figure",
    "fig",
    "category",
    "vitamin",
    "covid",
    "chapter",
    "section",
    "part",
    "option",
    "question",
    "item",
    "number",
    "no",
    "group",
    "version",
    "line",
    "room",
    "bed",
    "ward",
    "appendix",
    "page",
    "vol",
    "volume",
    "ref",
    "reference",
    "nyha",
    "protocol",
    "algorithm",
    "box",
    "factor",
    "interleukin",
    "omega",
    "chromosome",
    "trisomy",
    "lead",
    "killip",
    "level",
    "tier",
    "example",
    "case",
    "point",
    "نوع",
    "نمط",
    "صبغي",
    "صبغيين",
    "كروموسوم",
    "مرحله",
    "فءه",
    "خطوه",
    "جدول",
    "شكل",
    "صف",
    "فيتامين",
    "كوفيد",
    "رقم",
    "سوال",
    "سءال",
    "قسم",
    "غرفه",
    "سرير",
    "نقطه",
    "بند",
    "صفحه",
    "فصل",
    "مثال",
    "خيار",
    "مستوي",
    "عام",
    "سنه",
    "سال",
];

/// Things that a text counts of itself.
const OF_THE_TEXT: &[&str] = &[
    "step",
    "steps",
    "option",
    "options",
    "question",
    "questions",
    "way",
    "ways",
    "point",
    "things",
    "reasons",
    "reason",
    "causes",
    "types",
    "groups",
    "stages",
    "phases",
    "categories",
    "parts",
    "rules",
    "items",
    "factors",
    "features",
    "criteria",
    "main",
    "key",
    "common",
    "lead",
    "different",
    "sections",
    "goals",
    "drugs",
    "medicines",
    "medications",
    "tests",
    "signs",
    "symptoms",
    "خطوات",
    "خيارات",
    "اسءله",
    "طرق",
    "نقاط",
    "اسباب",
    "انواع",
    "مجموعات",
    "مراحل",
    "فءات",
    "اجزاء",
    "قواعد",
    "بنود",
    "عوامل",
    "معايير",
    "رءيسيه",
    "امور",
    "اشياء",
    "ادويه",
    "فحوص",
    "علامات",
    "اعراض",
];

const MONTHS: &[&str] = &[
    "january",
    "jan",
    "february",
    "feb",
    "march",
    "april",
    "apr",
    "may",
    "june",
    "jun",
    "july",
    "jul",
    "august",
    "aug",
    "september",
    "sept",
    "sep",
    "october",
    "oct",
    "november",
    "nov",
    "december",
    "dec",
    "يناير",
    "فبراير",
    "مارس",
    "ابريل",
    "مايو",
    "يونيو",
    "يوليو",
    "اغسطس",
    "سبتمبر",
    "اكتوبر",
    "نوفمبر",
    "ديسمبر",
    "كانون",
    "شباط",
    "اذار",
    "نيسان",
    "ايار",
    "حزيران",
    "تموز",
    "اب",
    "ايلول",
    "تشرين",
];

/// Parts of a citation of several works on either side of a number: `[1, 2, 5-7]`.
const LONGEST_CITATION: usize = 16;

/// Behind so many digits stands a telephone number or an identity, unless a unit follows.
const LONGEST_FIGURE: usize = 7;

/// The place behind a number that is no figure, if one begins here.
pub(crate) fn skipped(tokens: &[Token], at: usize, line: &str) -> Option<usize> {
    tokens.get(at)?.number()?;
    let next = at + 1;
    if let Some(end) = date_or_telephone(tokens, at, line) {
        return Some(end);
    }
    if let Some(end) = compound(tokens, at) {
        return Some(end);
    }
    let is_name = is_glued_to_a_name(tokens, at)
        || is_list_number(tokens, at, line)
        || is_citation(tokens, at)
        || follows_numbered(tokens, at)
        || (is_bare(tokens, next)
            && (is_year(tokens, at, line)
                || stands_by_month(tokens, at)
                || counts_text(tokens, next)))
        || (digits(tokens, at, line) >= LONGEST_FIGURE
            && is_bare(tokens, next)
            && !is_grouped(tokens, at, line));
    is_name.then_some(next)
}

fn is_bare(tokens: &[Token], next: usize) -> bool {
    units::at(tokens, next, true).is_none()
}

fn word(tokens: &[Token], at: usize) -> Option<&str> {
    tokens.get(at)?.word()
}

fn digits(tokens: &[Token], at: usize, line: &str) -> usize {
    let range = tokens.get(at).map(|token| token.range.clone());
    let text = range.and_then(|range| line.get(range)).unwrap_or_default();
    text.chars().filter(|c| c.is_numeric()).count()
}

fn is_grouped(tokens: &[Token], at: usize, line: &str) -> bool {
    let range = tokens.get(at).map(|token| token.range.clone());
    let text = range.and_then(|range| line.get(range)).unwrap_or_default();
    text.contains([',', '\u{66C}', ' '])
}

/// `B12`, `H1N1`, `HbA1c`, and with a hyphen `COVID-19`; not Arabic's joined small words, as in و180, nor `x3`.
fn is_glued_to_a_name(tokens: &[Token], at: usize) -> bool {
    if !tokens[at].glued {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    match &before.kind {
        Kind::Word(word) => {
            let is_small = matches!(
                word.as_str(),
                "و" | "ب" | "ل" | "ف" | "ك" | "ال" | "وال" | "بال"
            );
            !is_small && word != "x" && word != "q"
        }
        Kind::Sign('-') if before.glued && at > 1 => {
            tokens[at - 2].word().is_some_and(|name| !is_counted(name))
        }
        _ => false,
    }
}

/// `day-3` is a time, and no name.
fn is_counted(name: &str) -> bool {
    units::atom(name).is_some_and(|atom| atom.key == "time")
}

/// `5-HT3`, `12-lead`, `2nd`: the number belongs to the letters behind it, unless they are a unit or `x`.
fn compound(tokens: &[Token], at: usize) -> Option<usize> {
    let hyphen = usize::from(tokens.get(at + 1)?.is('-') && tokens[at + 1].glued);
    let letters = tokens.get(at + 1 + hyphen).filter(|token| token.glued)?;
    let name = letters.word()?;
    let is_unit = units::at(tokens, at + 1 + hyphen, true).is_some();
    let is_range = matches!(name, "to" | "x" | "hourly" | "الي");
    let is_arabic = name.chars().all(|c| !c.is_ascii());
    // Only a hyphen joins an Arabic word to a number: 21-هيدروكسيلاز.
    let is_joined = !is_arabic || (hyphen > 0 && name.chars().count() > 2);
    (!is_unit && !is_range && is_joined && !is_ordinal(name)).then_some(at + 2 + hyphen)
}

/// `35th`: no figure of an answer, but a source for one.
pub(crate) fn is_ordinal(letters: &str) -> bool {
    matches!(letters, "st" | "nd" | "rd" | "th")
}

/// `1.` and `1)` at the beginning of a line, and `(1)` anywhere.
fn is_list_number(tokens: &[Token], at: usize, line: &str) -> bool {
    let closes = |sign: char| {
        tokens
            .get(at + 1)
            .is_some_and(|token| token.is(sign) && token.glued)
    };
    let small = tokens[at]
        .number()
        .is_some_and(|number| number <= 20.0 && number.fract() == 0.0);
    let before = line.get(..tokens[at].range.start).unwrap_or_default();
    let begins = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .trim()
        .is_empty();
    let space_follows = tokens.get(at + 2).is_none_or(|token| !token.glued);
    let in_brackets = at > 0 && tokens[at - 1].is('(') && tokens[at].glued && closes(')');
    small && ((begins && (closes('.') || closes(')')) && space_follows) || in_brackets)
}

/// `[1]`, `[2, 3]`.
fn is_citation(tokens: &[Token], at: usize) -> bool {
    let part = |token: &Token| token.number().is_some() || token.is(',') || token.is('-');
    let mut before = tokens[..at].iter().rev().take(LONGEST_CITATION);
    let mut behind = tokens[at..].iter().take(LONGEST_CITATION);
    let opens = before.find(|token| !part(token));
    let closes = behind.find(|token| !part(token));
    opens.is_some_and(|token| token.is('[')) && closes.is_some_and(|token| token.is(']'))
}

/// `stage 3`, `type 2 diabetes`, المرحلة 3; two of them may be joined, as in `stages 3 and 4`.
fn follows_numbered(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let Some(name) = word(tokens, before) else {
        return false;
    };
    let singular = name.strip_suffix('s').unwrap_or(name);
    let is_numbered = NUMBERED.contains(&singular)
        || NUMBERED.contains(&name)
        || forms(name).iter().any(|form| NUMBERED.contains(form));
    // «Level 5 mmol/L» and «point 5 mg» are values all the same.
    is_numbered && is_bare(tokens, at + 1)
}

/// 1900 to 2099 without a unit or a name before it.
fn is_year(tokens: &[Token], at: usize, line: &str) -> bool {
    let value = tokens[at].number().unwrap_or_default();
    digits(tokens, at, line) == 4
        && (1900.0..2100.0).contains(&value)
        && value.fract() == 0.0
        && !is_grouped(tokens, at, line)
}

fn stands_by_month(tokens: &[Token], at: usize) -> bool {
    let is_month = |at: usize| word(tokens, at).is_some_and(|name| MONTHS.contains(&name));
    // `may` is a verb more often than a month.
    let is_verb = |at: usize| word(tokens, at) == Some("may");
    let year_follows = tokens
        .get(at + 2)
        .and_then(Token::number)
        .is_some_and(|year| year > 1900.0);
    let before = at
        .checked_sub(1)
        .is_some_and(|before| is_month(before) && !is_verb(before));
    before || (is_month(at + 1) && (!is_verb(at + 1) || year_follows))
}

fn counts_text(tokens: &[Token], next: usize) -> bool {
    word(tokens, next).is_some_and(|name| OF_THE_TEXT.contains(&name))
}

/// Three or more numbers, or two long ones, that touch one another's strokes, dashes or points.
fn date_or_telephone(tokens: &[Token], at: usize, line: &str) -> Option<usize> {
    let sign = tokens.get(at + 1).filter(|token| token.glued)?;
    if !['/', '-', '.'].iter().any(|joint| sign.is(*joint)) {
        return None;
    }
    let mut count = 1;
    let mut sum = digits(tokens, at, line);
    let mut end = at + 1;
    while tokens
        .get(end)
        .is_some_and(|token| token.kind == sign.kind && token.glued)
        && tokens
            .get(end + 1)
            .is_some_and(|token| token.glued && token.number().is_some())
    {
        sum += digits(tokens, end + 1, line);
        count += 1;
        end += 2;
    }
    let are_years = count == 2 && is_year(tokens, at, line);
    let is_long =
        (count >= 3 && sum > count) || (count == 2 && (sum >= LONGEST_FIGURE || are_years));
    (is_long && is_bare(tokens, end)).then_some(end)
}
