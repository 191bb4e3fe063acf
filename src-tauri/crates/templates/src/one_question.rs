//! An answer that ends behind its first question, while it streams.
//!
//! A small model that is told to ask one thing at a time asks five; so the app ends the answer.
//! What is no question: a mark in a quotation or in code, in an address, alone in brackets, and one before a word
//! (`?PE`), which clinicians write for a suspicion.

/// Takes an answer piece by piece and gives it back up to the end of its first question.
#[derive(Clone, Debug, Default)]
pub struct OneQuestion {
    phase: Phase,
    place: Place,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Reading,
    /// Whether this mark ends a question is told by what follows it.
    Held(char),
    /// A question has ended; what closes it (quotes, brackets, emphasis) still belongs to it.
    Closing,
    /// The rest is not wanted.
    Over,
}

/// What stands before the next character.
#[derive(Clone, Debug, Default)]
struct Place {
    /// Of the same line.
    before: Option<char>,
    /// Since the last white space; an address is told by it.
    word: String,
    /// Nothing but list marks, emphasis and white space stands on this line so far.
    line_has_words: bool,
    quotation: Quotation,
    in_code: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotation {
    #[default]
    None,
    /// In these marks, whose end is this character.
    Until(char),
    /// The whole line is quoted: it is what the model says.
    OfLine(char),
}

impl OneQuestion {
    /// The part of a piece that belongs to the answer.
    pub fn push(&mut self, piece: &str) -> String {
        let mut kept = String::with_capacity(piece.len());
        for character in piece.chars() {
            self.take(character, &mut kept);
        }
        kept
    }

    /// What was held back when nothing more came.
    pub fn finish(&mut self) -> String {
        match self.phase {
            Phase::Held(mark) => {
                self.phase = Phase::Closing;
                mark.to_string()
            }
            _ => String::new(),
        }
    }

    /// Whether everything further is left out.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.phase == Phase::Over
    }

    /// Whether a question has been asked.
    #[must_use]
    pub fn has_asked(&self) -> bool {
        matches!(self.phase, Phase::Closing | Phase::Over)
    }

    fn take(&mut self, character: char, kept: &mut String) {
        match self.phase {
            Phase::Over => return,
            Phase::Closing if closes(character) => {}
            Phase::Closing => {
                self.phase = Phase::Over;
                return;
            }
            Phase::Held(mark) => {
                kept.push(mark);
                self.phase = match goes_on(character) {
                    true => Phase::Reading,
                    false => Phase::Closing,
                };
                return self.take(character, kept);
            }
            Phase::Reading => {
                let next = self.place.phase_at(character);
                self.place.pass(character);
                self.phase = next;
                if matches!(next, Phase::Held(_)) {
                    return;
                }
            }
        }
        kept.push(character);
    }
}

/// Whether a text asks something.
#[must_use]
pub fn asks(text: &str) -> bool {
    let mut question = OneQuestion::default();
    question.push(text);
    question.finish();
    question.has_asked()
}

impl Place {
    /// What the next character makes of the answer.
    fn phase_at(&self, character: char) -> Phase {
        let is_said = self.in_code || matches!(self.quotation, Quotation::Until(_));
        if !is_mark(character) || is_said {
            return Phase::Reading;
        }
        match self.before {
            Some(before) if opens(before) => Phase::Reading,
            Some(before) if !before.is_whitespace() => match looks_like_address(&self.word) {
                true => Phase::Held(character),
                false => Phase::Closing,
            },
            _ => Phase::Held(character),
        }
    }

    fn pass(&mut self, character: char) {
        if character == '\n' {
            *self = Self::default();
            return;
        }
        self.quote(character);
        if character == '`' {
            self.in_code = !self.in_code;
        }
        if character.is_whitespace() {
            self.word.clear();
        } else if self.word.len() < LONGEST_ADDRESS {
            self.word.push(character);
        }
        self.line_has_words |= character.is_alphabetic();
        self.before = Some(character);
    }

    fn quote(&mut self, character: char) {
        match self.quotation {
            Quotation::Until(end) | Quotation::OfLine(end) => {
                if character == end {
                    self.quotation = Quotation::None;
                }
            }
            Quotation::None => {
                // Behind a figure it means inches or seconds.
                let is_measure = self.before.is_some_and(|before| before.is_ascii_digit());
                let end = match character {
                    '«' => '»',
                    '“' | '„' => '”',
                    '"' if !is_measure => '"',
                    _ => return,
                };
                self.quotation = match self.line_has_words {
                    true => Quotation::Until(end),
                    false => Quotation::OfLine(end),
                };
            }
        }
    }
}

/// Longer addresses are known by their beginning.
const LONGEST_ADDRESS: usize = 64;

fn is_mark(character: char) -> bool {
    matches!(character, '?' | '؟' | '？')
}

fn opens(character: char) -> bool {
    matches!(character, '(' | '[' | '{')
}

fn closes(character: char) -> bool {
    is_mark(character)
        || matches!(
            character,
            '!' | '"' | '”' | '»' | '\'' | '’' | ')' | ']' | '*' | '_'
        )
}

/// Behind a mark that stands before a word or within an address.
fn goes_on(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '=' | '&' | '%')
}

fn looks_like_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.contains(['/', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept of an answer that comes in pieces of so many characters.
    fn kept(answer: &str, characters: usize) -> String {
        let all: Vec<char> = answer.chars().collect();
        let mut question = OneQuestion::default();
        let mut kept = String::new();
        for piece in all.chunks(characters) {
            kept.push_str(&question.push(&piece.iter().collect::<String>()));
            if question.is_over() {
                return kept;
            }
        }
        kept.push_str(&question.finish());
        kept
    }

    /// Answers as models write them, and where they end.
    const ANSWERS: &[(&str, &str)] = &[
        // One question, and nothing behind it.
        ("When did the pain begin?", "When did the pain begin?"),
        ("منذ متى بدأ الألم؟", "منذ متى بدأ الألم؟"),
        ("No question at all.", "No question at all."),
        ("لا سؤال هنا.", "لا سؤال هنا."),
        ("", ""),
        // More than one.
        (
            "When did it begin? Does it radiate? Any fever?",
            "When did it begin?",
        ),
        (
            "منذ متى بدأ الألم؟ وهل ينتشر إلى الذراع؟",
            "منذ متى بدأ الألم؟",
        ),
        (
            "Thank you. Where is the pain? Take your time.",
            "Thank you. Where is the pain?",
        ),
        ("شكرًا. أين الألم؟ خذ وقتك.", "شكرًا. أين الألم؟"),
        ("متى بدأ ذلك؟هل معه حرارة؟", "متى بدأ ذلك؟"),
        ("Since when?Is there fever?", "Since when?"),
        ("أين الألم ؟ وهل ينتشر ؟", "أين الألم ؟"),
        (
            "Is it worse at night ? And by day ?",
            "Is it worse at night ?",
        ),
        // Lists.
        (
            "1. Where is it?\n2. Since when?\n3. How bad?",
            "1. Where is it?",
        ),
        ("- منذ متى؟\n- أين؟", "- منذ متى؟"),
        (
            "I need to know:\n\n* Any allergies?\n* Any surgery?",
            "I need to know:\n\n* Any allergies?",
        ),
        // What closes it belongs to it.
        (
            "**Where is the pain?** It helps to know.",
            "**Where is the pain?**",
        ),
        ("_هل لديك حساسية؟_\n\nنعم", "_هل لديك حساسية؟_"),
        (
            "Do you smoke (or did you)? How many?",
            "Do you smoke (or did you)?",
        ),
        (
            "Where is it (does it move?) and since when?",
            "Where is it (does it move?)",
        ),
        ("Really?! And then?", "Really?!"),
        (
            "\"Where does it hurt?\" \"Since when?\"",
            "\"Where does it hurt?\"",
        ),
        ("«هل تدخن؟» «كم سنة؟»", "«هل تدخن؟»"),
        // Marks that ask nothing.
        (
            "He asked \"is it serious?\" and wept. Is he alone?",
            "He asked \"is it serious?\" and wept. Is he alone?",
        ),
        (
            "قال «هل هو خطير؟» ثم بكى. هل يعيش وحده؟ وأين؟",
            "قال «هل هو خطير؟» ثم بكى. هل يعيش وحده؟",
        ),
        (
            "She said “why me?” twice. Any fever? Any rash?",
            "She said “why me?” twice. Any fever?",
        ),
        (
            "Noted: ?PE, ?pneumonia. Any leg swelling? Any cough?",
            "Noted: ?PE, ?pneumonia. Any leg swelling?",
        ),
        (
            "Pneumonia (?) is noted. Any cough? Since when?",
            "Pneumonia (?) is noted. Any cough?",
        ),
        (
            "See https://example.org/a?id=3 for it. Any fever? Any rash?",
            "See https://example.org/a?id=3 for it. Any fever?",
        ),
        (
            "Run `grep ?` first. Any fever? No?",
            "Run `grep ?` first. Any fever?",
        ),
        // Marks that ask behind what looks like something else.
        ("Was it 38.5? And today?", "Was it 38.5?"),
        ("هل كانت 38.5؟ واليوم؟", "هل كانت 38.5؟"),
        ("Is it 120/80? And sitting?", "Is it 120/80?"),
        (
            "Any fever and/or chills? Any cough?",
            "Any fever and/or chills?",
        ),
        (
            "He is 5'6\" tall. Does he smoke? Drink?",
            "He is 5'6\" tall. Does he smoke?",
        ),
        (
            "Have you read www.example.org? Really?",
            "Have you read www.example.org?",
        ),
        ("هل تتناول amoxicillin؟ كم mg؟", "هل تتناول amoxicillin؟"),
        ("痛みはいつから？ほかには？", "痛みはいつから？"),
    ];

    #[test]
    fn an_answer_ends_behind_its_first_question_however_it_streams() {
        for (answer, expected) in ANSWERS {
            for characters in [1, 2, 3, 7, 1000] {
                assert_eq!(
                    &kept(answer, characters),
                    expected,
                    "in pieces of {characters}"
                );
            }
        }
    }

    #[test]
    fn what_asks_is_told_from_what_does_not() {
        for (text, is_asking) in [
            ("Any fever?", true),
            ("هل من حمى؟", true),
            ("Is it cold ?", true),
            ("**Any fever?**", true),
            ("Summary: ?PE, no fever.", false),
            ("الخلاصة: لا حمى.", false),
            ("He asked \"why?\" twice.", false),
        ] {
            assert_eq!(asks(text), is_asking, "{text}");
        }
    }
}
