//! Numbers as people type them: any digits, decimal comma or point, grouping; never a guess.
//!
//! A text that can be read in two ways is not read: both readings go back to the person who typed it.

use sanad_text::ascii_digits;
use serde::Serialize;
use thiserror::Error;

/// A number that was read, with what had to be understood to read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The value, as written.
    pub value: f64,
    /// What the reader of the card has to be told about the reading.
    pub remark: Option<Remark>,
}

/// What was understood about a number that is not plainly written; `bedside-remark-<name>` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remark {
    /// A comma was taken for the decimal point: 2,5 is 2.5.
    DecimalComma,
    /// Commas, points or spaces between groups of three digits were left out: 1,000.5 is 1000.5.
    Grouping,
}

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum NumberError {
    /// There is nothing but blanks.
    #[error("no number was given")]
    Empty,
    /// There is something that is no digit, sign or separator, or there are two numbers.
    #[error("the text is not one number")]
    NotANumber,
    /// `1,000` is one thousand to some and one to others.
    #[error("the text can be read as {grouped} and as {decimal}")]
    Ambiguous {
        /// The value when the comma stands between thousands.
        grouped: f64,
        /// The value when the comma is the decimal point.
        decimal: f64,
    },
}

/// Digits beyond these are a slip of the hand, and a double could not hold them.
const LONGEST: usize = 14;

/// With the zeros in front, which small rates have many of.
const LONGEST_WITH_ZEROS: usize = 30;

/// Reads a number in Latin, Arabic-Indic or Persian digits.
///
/// # Errors
///
/// [`NumberError`] when there is no number, more than one, or one with two readings.
pub fn read(text: &str) -> Result<Number, NumberError> {
    // U+066B is the decimal sign of Arabic and nothing else; `ascii_digits` makes it a point, U+066C a comma.
    let arabic_grouping = text.contains('\u{066C}');
    let clean: String = text.chars().filter(|&c| !is_invisible(c)).collect();
    let ascii = ascii_digits(clean.trim()).replace('\u{060C}', ",");
    if ascii.is_empty() {
        return Err(NumberError::Empty);
    }
    let (negative, digits) = match ascii.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, ascii.strip_prefix('+').unwrap_or(&ascii)),
    };
    let signed = |mut number: Number| {
        if negative {
            number.value = -number.value;
        }
        number
    };
    magnitude(digits, arabic_grouping)
        .map(signed)
        .map_err(|error| match error {
            NumberError::Ambiguous { grouped, decimal } if negative => NumberError::Ambiguous {
                grouped: -grouped,
                decimal: -decimal,
            },
            other => other,
        })
}

fn magnitude(text: &str, arabic_grouping: bool) -> Result<Number, NumberError> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let significant = text
        .trim_start_matches(|c: char| c == '0' || is_separator(c))
        .bytes()
        .filter(u8::is_ascii_digit)
        .count();
    let known = text.chars().all(|c| c.is_ascii_digit() || is_separator(c));
    if digits == 0 || digits > LONGEST_WITH_ZEROS || significant > LONGEST || !known {
        return Err(NumberError::NotANumber);
    }
    let separators: Vec<char> = text.chars().filter(|&c| is_separator(c)).collect();
    let parts: Vec<&str> = text.split(is_separator).collect();
    match separators.as_slice() {
        [] => plain(text, None),
        ['.'] => decimal(&parts, None),
        [','] if arabic_grouping => grouped(&parts),
        [','] => comma(&parts),
        // One mark that occurs again and again stands between groups.
        [first, rest @ ..] if rest.iter().all(|mark| mark == first) => grouped(&parts),
        // Another mark at the end is the decimal one: 1,000.5 and 1.000,5.
        [first, middle @ .., last]
            if middle.iter().all(|mark| mark == first) && matches!(last, '.' | ',') =>
        {
            let (fraction, groups) = parts.split_last().ok_or(NumberError::NotANumber)?;
            let whole = grouped(groups)?;
            if fraction.is_empty() {
                return Err(NumberError::NotANumber);
            }
            plain(
                &format!("{}.{fraction}", whole.value),
                Some(Remark::Grouping),
            )
        }
        _ => Err(NumberError::NotANumber),
    }
}

/// One comma: decimal unless it could as well stand before a group of three.
fn comma(parts: &[&str]) -> Result<Number, NumberError> {
    let reading = decimal(parts, Some(Remark::DecimalComma))?;
    match grouped(parts) {
        Ok(other) => Err(NumberError::Ambiguous {
            grouped: other.value,
            decimal: reading.value,
        }),
        Err(_) => Ok(reading),
    }
}

/// `2.5`, `.5` and `2.`; the missing part is nothing, and neither side may be a second number.
fn decimal(parts: &[&str], remark: Option<Remark>) -> Result<Number, NumberError> {
    let [whole, fraction] = parts else {
        return Err(NumberError::NotANumber);
    };
    let zero = |part: &str| {
        if part.is_empty() {
            "0".to_owned()
        } else {
            part.to_owned()
        }
    };
    plain(&format!("{}.{}", zero(whole), zero(fraction)), remark)
}

/// One to three digits that do not begin with a zero, then groups of three.
fn grouped(parts: &[&str]) -> Result<Number, NumberError> {
    let Some((first, rest)) = parts.split_first() else {
        return Err(NumberError::NotANumber);
    };
    let fits = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3);
    if !fits {
        return Err(NumberError::NotANumber);
    }
    plain(&parts.concat(), Some(Remark::Grouping))
}

fn plain(digits: &str, remark: Option<Remark>) -> Result<Number, NumberError> {
    let value = digits.parse().map_err(|_| NumberError::NotANumber)?;
    Ok(Number { value, remark })
}

/// Narrow and non-breaking spaces stand only between groups; an ordinary space stands between two numbers.
fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{00A0}' | '\u{202F}' | '\u{2009}' | '\'')
}

/// Marks that come along when a number is copied out of right-to-left text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, value: f64, remark: Option<Remark>) {
        assert_eq!(read(text), Ok(Number { value, remark }), "{text:?}");
    }

    #[test]
    fn plain_numbers_are_read_in_every_digits() {
        for text in [
            "70.5",
            "٧٠٫٥",
            "۷۰٫۵",
            "٧٠.٥",
            " 70.5 ",
            "+70.5",
            "\u{200F}70.5\u{200E}",
            "070.5",
        ] {
            check(text, 70.5, None);
        }
        check("0.125", 0.125, None);
        check(".5", 0.5, None);
        check("5.", 5.0, None);
        check("1.000", 1.0, None);
        check("-3", -3.0, None);
        check("0.00000000421816", 4.218_16e-9, None);
        check("\u{2212}3", -3.0, None);
    }

    #[test]
    fn a_decimal_comma_is_read_and_said() {
        for text in ["2,5", "٢،٥", "٢,٥", "۲،۵"] {
            check(text, 2.5, Some(Remark::DecimalComma));
        }
        check("0,125", 0.125, Some(Remark::DecimalComma));
        check("12,50", 12.5, Some(Remark::DecimalComma));
        check("1234,567", 1234.567, Some(Remark::DecimalComma));
        check("1,0000", 1.0, Some(Remark::DecimalComma));
    }

    #[test]
    fn groups_of_three_are_read_and_said() {
        for text in ["1,000.5", "1.000,5", "1\u{202F}000,5", "1'000.5", "١٬٠٠٠٫٥"] {
            check(text, 1000.5, Some(Remark::Grouping));
        }
        check("1,000,000", 1_000_000.0, Some(Remark::Grouping));
        check("1.000.000", 1_000_000.0, Some(Remark::Grouping));
        check("١٬٠٠٠", 1000.0, Some(Remark::Grouping));
        check("12\u{00A0}000", 12_000.0, Some(Remark::Grouping));
    }

    #[test]
    fn one_thousand_or_one_is_asked() {
        for (text, grouped, decimal) in [
            ("1,000", 1000.0, 1.0),
            ("١،٠٠٠", 1000.0, 1.0),
            ("12,500", 12_500.0, 12.5),
            ("-1,500", -1500.0, -1.5),
        ] {
            assert_eq!(
                read(text),
                Err(NumberError::Ambiguous { grouped, decimal }),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_one_number_is_refused() {
        for text in [
            "70 kg",
            "120/80",
            "1 000",
            "1e3",
            "--3",
            "5-10",
            "1,00,000",
            "1.2.3",
            "1,000.5.5",
            "½",
            "NaN",
            "inf",
            ".",
            ",",
            "-",
            "1,000.",
            "10٬00",
            "1,2,3",
            "0,000,001",
            "123456789012345",
            "٣أ",
            "1.000,",
        ] {
            assert_eq!(read(text), Err(NumberError::NotANumber), "{text:?}");
        }
        assert_eq!(read("  "), Err(NumberError::Empty));
        assert_eq!(read("\u{200F}"), Err(NumberError::Empty));
    }
}
