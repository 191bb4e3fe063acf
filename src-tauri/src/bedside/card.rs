//! An outcome in words, and the forms in which it leaves: lines, HTML, a quotation for the chat.

use sanad_bedside::{DoseCheck, EnteredValue, Line, Outcome, Shown, Source};
use sanad_text::Language;

use super::{DATED, Words};

/// Everything that a card says, without direction marks.
pub(crate) struct Card {
    pub(crate) name: String,
    /// That it was calculated, and not written by a model.
    pub(crate) calculated: String,
    pub(crate) entered: Vec<Labelled>,
    pub(crate) results: Vec<ResultText>,
    /// The working: what a line gives, and the line, from left to right in every language.
    pub(crate) working: Vec<Labelled>,
    pub(crate) notes: Vec<String>,
    /// In the language of publication.
    pub(crate) sources: Vec<String>,
    /// Version and date, who reviewed it, how its doses were checked.
    pub(crate) provenance: Vec<String>,
    marker: String,
    words: &'static Words,
}

/// A name and what stands behind it.
pub(crate) struct Labelled {
    pub(crate) label: String,
    pub(crate) value: String,
    /// What has to be said of it; mostly empty.
    pub(crate) remark: String,
}

/// A result with what it means.
pub(crate) struct ResultText {
    pub(crate) label: String,
    pub(crate) value: String,
    /// Empty where there is no published interpretation.
    pub(crate) band: String,
}

/// A line of a card that leaves the window.
pub(crate) enum CardLine {
    /// What stands below belongs to it.
    Heading(String),
    /// In the reader's language.
    Text(String),
    /// From left to right, whatever the language.
    Formula(String),
    /// Parts two pieces.
    Blank,
}

impl Card {
    /// What an outcome says.
    pub(crate) fn of(outcome: &Outcome, words: &'static Words) -> Self {
        let name = words.say("tool", outcome.tool);
        let version = outcome.version.to_string();
        let mut provenance =
            vec![words.say_with("card", "version", &[("version", &version), ("date", DATED)])];
        provenance.push(match outcome.reviewed_by {
            Some(reviewer) => words.say_with("card", "reviewed-by", &[("name", reviewer)]),
            None => words.say("card", "not-reviewed"),
        });
        provenance.extend(checks(&outcome.checks, words));
        let source = outcome.sources.first().map(short).unwrap_or_default();
        let marker = words.say_with(
            "card",
            "quoted",
            &[("tool", &name), ("version", &version), ("source", &source)],
        );
        Self {
            calculated: words.say("card", "calculated"),
            entered: entered(outcome, words),
            results: outcome
                .results
                .iter()
                .map(|shown| result(shown, words))
                .collect(),
            working: outcome
                .working
                .iter()
                .map(|line| working(line, words))
                .collect(),
            notes: outcome
                .notes
                .iter()
                .map(|key| words.say("note", key))
                .collect(),
            sources: outcome.sources.iter().map(cited).collect(),
            provenance,
            name,
            marker,
            words,
        }
    }

    /// The whole card, line by line.
    pub(crate) fn lines(&self) -> Vec<CardLine> {
        let mut lines = vec![CardLine::Heading(self.name.clone()), CardLine::Blank];
        let heading = |key: &str| CardLine::Heading(self.words.say("card", key));
        let text = |texts: &[String]| -> Vec<CardLine> {
            texts.iter().cloned().map(CardLine::Text).collect()
        };
        lines.push(heading("entered"));
        lines.extend(self.entered.iter().map(|one| CardLine::Text(one.line())));
        lines.extend([CardLine::Blank, heading("result")]);
        lines.extend(self.results.iter().map(|one| CardLine::Text(one.line())));
        lines.extend(text(&self.notes));
        if !self.working.is_empty() {
            lines.extend([CardLine::Blank, heading("working")]);
            for step in &self.working {
                lines.push(CardLine::Text(format!("{}:", step.label)));
                lines.push(CardLine::Formula(step.value.clone()));
            }
        }
        lines.extend([CardLine::Blank, heading("source")]);
        lines.extend(self.sources.iter().cloned().map(CardLine::Formula));
        lines.push(CardLine::Blank);
        lines.extend(text(&self.provenance));
        lines.push(CardLine::Text(self.calculated.clone()));
        lines
    }

    /// For other programs that show plain text: with direction marks, so that every figure reads as it was calculated.
    pub(crate) fn plain(&self) -> String {
        let lines: Vec<String> = self.lines().iter().map(|line| self.marked(line)).collect();
        lines.join("\n")
    }

    /// A line with its direction marks.
    pub(crate) fn marked(&self, line: &CardLine) -> String {
        match line {
            CardLine::Heading(text) | CardLine::Text(text) => {
                sanad_text::with_marks(text, self.words.spoken)
            }
            CardLine::Formula(text) => sanad_text::with_marks(text, Language::English),
            CardLine::Blank => String::new(),
        }
    }

    /// For programs that show HTML.
    pub(crate) fn html(&self) -> String {
        let of = |line: &CardLine| match line {
            CardLine::Heading(text) | CardLine::Text(text) => {
                sanad_text::to_html(&sanad_text::plain(text, self.words.spoken))
            }
            CardLine::Formula(text) => {
                sanad_text::to_html(&sanad_text::plain(text, Language::English))
            }
            CardLine::Blank => String::new(),
        };
        self.lines().iter().map(of).collect()
    }

    /// For a question: a quotation whose first line says what it is, without direction marks.
    pub(crate) fn quote(&self) -> String {
        let entered = self.entered.iter().map(Labelled::line);
        let results = self.results.iter().map(ResultText::line);
        std::iter::once(self.marker.clone())
            .chain(entered)
            .chain(results)
            .chain(self.notes.iter().cloned())
            .map(|line| format!("> {line}\n"))
            .collect()
    }
}

impl Labelled {
    fn line(&self) -> String {
        let line = format!("{}: {}", self.label, self.value);
        if self.remark.is_empty() {
            line
        } else {
            format!("{line} ({})", self.remark)
        }
    }
}

impl ResultText {
    fn line(&self) -> String {
        let line = format!("{}: {}", self.label, self.value);
        if self.band.is_empty() {
            line
        } else {
            format!("{line} — {}", self.band)
        }
    }
}

fn entered(outcome: &Outcome, words: &Words) -> Vec<Labelled> {
    let one = |entry: &sanad_bedside::Entered| {
        let value = match &entry.value {
            EnteredValue::Number { shown, unit, .. } => words.value(shown, unit.symbol),
            EnteredValue::Choice { option } => words.say("option", option),
            EnteredValue::Day { day } => day.to_string(),
        };
        let remark = if entry.confirmed {
            words.say("card", "confirmed")
        } else {
            String::new()
        };
        Labelled {
            label: words.say("value", entry.field),
            value,
            remark,
        }
    };
    outcome.entered.iter().map(one).collect()
}

fn result(shown: &Shown, words: &Words) -> ResultText {
    ResultText {
        label: words.say("value", shown.key),
        value: words.value(&shown.shown, shown.unit),
        band: shown
            .band
            .map(|band| words.say("band", band))
            .unwrap_or_default(),
    }
}

fn working(line: &Line, words: &Words) -> Labelled {
    let (key, value) = match line {
        Line::Formula {
            key,
            substituted,
            shown,
            unit,
            exact,
            ..
        } => {
            let sign = if *exact { "=" } else { "≈" };
            // A unit that is a word would turn the line round where it is an Arabic one.
            let is_word = words.unit(unit) != **unit;
            let value = if is_word {
                shown.clone()
            } else {
                words.value(shown, unit)
            };
            (*key, format!("{substituted} {sign} {value}"))
        }
        Line::Points { field, points } => (*field, points.to_string()),
    };
    Labelled {
        label: words.say("value", key),
        value,
        remark: String::new(),
    }
}

fn checks(checks: &[&DoseCheck], words: &Words) -> Vec<String> {
    let mut said: Vec<String> = checks
        .iter()
        .map(|check| match (&check.checked_by, &check.checked_on) {
            (Some(_), Some(date)) if check.is_by_a_reader() => {
                words.say_with("card", "checked-by-reader", &[("date", date)])
            }
            (Some(name), Some(date)) => {
                words.say_with("card", "checked-by", &[("name", name), ("date", date)])
            }
            _ => words.say("card", "not-checked"),
        })
        .collect();
    said.dedup();
    said
}

fn cited(source: &Source) -> String {
    let Source { citation, year, at } = source;
    let at = if at.is_empty() {
        String::new()
    } else {
        format!(" {at}")
    };
    format!("{citation} ({year}).{at}")
}

/// The first author or body, and the year.
fn short(source: &Source) -> String {
    let first = source.citation.split([',', '.']).next().unwrap_or_default();
    format!("{first} {}", source.year)
}
