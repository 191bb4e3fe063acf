//! Figures without digits: numbers in words, and things that carry their number themselves (قرصين, `an hour`).

use crate::figures::{Amount, Figure, behind_joint, half_more, number, range, unit_behind};
use crate::tokens::Token;
use crate::units::{self, Atom, Unit};
use crate::{frequency, words};

/// A figure without digits, if what begins here is one.
pub(crate) fn at(tokens: &[Token], at: usize) -> Option<Figure> {
    in_words(tokens, at).or_else(|| counted_thing(tokens, at))
}

/// A number in words counts only before a unit.
fn in_words(tokens: &[Token], at: usize) -> Option<Figure> {
    if let Some(figure) = multiple_of_dose(tokens, at).or_else(|| double_dose(tokens, at)) {
        return Some(figure);
    }
    let (value, next) = words::at(tokens, at)?;
    if let Some(figure) = range(tokens, at, value, next, false)
        && !figure.unit.key.is_empty()
    {
        return Some(figure);
    }
    let mut from = next;
    if words::is_fraction(value) {
        while let Some("of" | "a" | "an" | "the" | "من") = tokens.get(from).and_then(Token::word)
        {
            from += 1;
        }
    }
    let (unit, end) = unit_behind(tokens, from, false)?;
    Some(half_more(tokens, at, value, unit, end))
}

/// `double the dose`, مضاعفة الجرعة.
fn multiple_of_dose(tokens: &[Token], at: usize) -> Option<Figure> {
    let times = match tokens.get(at)?.word()? {
        "double" | "doubled" | "doubling" | "twice" | "مضاعفه" | "ضاعف" | "يضاعف" | "تضاعف"
        | "ضعف" => 2.0,
        "triple" | "tripled" | "ثلاثه اضعاف" => 3.0,
        _ => return None,
    };
    let article = usize::from(tokens.get(at + 1).and_then(Token::word) == Some("the"));
    let dose = tokens.get(at + 1 + article)?.sense.unit?;
    (dose.key == "form-dose").then(|| {
        let unit = Unit::of("multiple", 1.0);
        Figure::new(at..at + 2 + article, Amount::One(times), unit)
    })
}

/// جرعة مضاعفة.
fn double_dose(tokens: &[Token], at: usize) -> Option<Figure> {
    let dose = tokens.get(at)?.sense.unit?;
    let is_double = matches!(tokens.get(at + 1)?.word()?, "مضاعفه" | "مزدوجه");
    (dose.key == "form-dose" && is_double).then(|| {
        let unit = Unit::of("multiple", 1.0);
        Figure::new(at..at + 2, Amount::One(2.0), unit)
    })
}

/// A thing that carries its number itself: قرصين, قرص واحد, قرص ونصف.
fn counted_thing(tokens: &[Token], at: usize) -> Option<Figure> {
    let word = tokens.get(at)?.word()?;
    if let Some(dual) = tokens[at].sense.dual {
        let unit = Unit::of(dual.key, dual.factor);
        let two = || half_more(tokens, at, 2.0, with_denominators(tokens, at, unit), at + 1);
        return Some(range_from_dual(tokens, at, dual).unwrap_or_else(two));
    }
    let atom = tokens[at].sense.unit.filter(|_| word.chars().count() > 1)?;
    let behind = tokens.get(at + 1).and_then(Token::word);
    let (unit, next) = units::at(tokens, at, false)?;
    if behind.is_some_and(words::is_one) && next == at + 1 {
        return Some(Figure::new(at..at + 2, Amount::One(1.0), unit));
    }
    let unit = Unit::of(atom.key, atom.factor);
    if behind.is_some_and(words::adds_half) {
        return Some(half_more(tokens, at, 1.0, unit, at + 1));
    }
    numbered_behind(tokens, at, &unit).or_else(|| implied_one(tokens, at, unit))
}

/// يومين إلى ثلاثة أيام.
fn range_from_dual(tokens: &[Token], at: usize, dual: Atom) -> Option<Figure> {
    let joint = behind_joint(tokens, at, at + 1)?;
    let (high, next) = number(tokens, joint).or_else(|| words::at(tokens, joint))?;
    let (unit, end) = units::at(tokens, next, true).filter(|(unit, _)| unit.key == dual.key)?;
    let low = 2.0 * dual.factor / unit.factor;
    (low < high).then(|| Figure::new(at..end, Amount::Range(low, high), unit))
}

/// الساعات الست: the thing first, then how many, both with the article.
fn numbered_behind(tokens: &[Token], at: usize, unit: &Unit) -> Option<Figure> {
    let is_definite = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        word.is_some_and(|word| {
            ["ال", "لل", "بال", "وال"]
                .iter()
                .any(|article| word.starts_with(article))
        })
    };
    let (value, next) = words::at(tokens, at + 1)?;
    let fits = is_definite(at) && is_definite(at + 1) && value > 2.0;
    fits.then(|| Figure::new(at..next, Amount::One(value), unit.clone()))
}

/// `an hour`, بعد أسبوع: no number stands there, and still it is a source for one.
fn implied_one(tokens: &[Token], at: usize, unit: Unit) -> Option<Figure> {
    let before = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before)?.word())?;
    let is_one = matches!(
        before,
        "a" | "an"
            | "single"
            | "next"
            | "last"
            | "بعد"
            | "قبل"
            | "خلال"
            | "منذ"
            | "لمده"
            | "مده"
            | "في"
            | "باقل"
    );
    let is_time = matches!(unit.key.as_str(), "time" | "month");
    (is_one && is_time).then(|| {
        let mut figure = Figure::new(at..at + 1, Amount::One(1.0), unit);
        figure.is_stated = false;
        figure
    })
}

/// Behind a dual the day or the weight may stand as behind any unit.
fn with_denominators(tokens: &[Token], at: usize, unit: Unit) -> Unit {
    let per_day = frequency::is_for_a_day(tokens, at + 1);
    Unit {
        is_per_day: per_day,
        ..unit
    }
}
