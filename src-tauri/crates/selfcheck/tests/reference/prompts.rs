//! Prompts, continuations and readings against lm-evaluation-harness 0.4.13.

use sanad_selfcheck::Question;
use sanad_selfcheck::protocols::{Examples, Message, Protocol, Subject, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Prompts {
    questions: Vec<Exam>,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Exam {
    question: String,
    options: Vec<String>,
    contexts: Vec<String>,
    correct: usize,
}

#[derive(Deserialize)]
struct Row {
    task: String,
    question: usize,
    shots: Vec<usize>,
    context: String,
    continuations: Vec<String>,
    chat_continuations: Vec<String>,
    turns: Vec<Message>,
    one_turn: Vec<Message>,
    readings: Vec<Vec<f64>>,
}

fn prompts() -> Prompts {
    serde_json::from_str(include_str!("prompts.json")).expect("the script writes these fields")
}

fn protocol(task: &str) -> Protocol {
    let subject = |name: &str| {
        let named = Subject::ALL
            .into_iter()
            .find(|subject| subject.name().replace(' ', "_") == name);
        named.expect("the script has the six medical subjects")
    };
    if let Some(name) = task.strip_prefix("arabic_leaderboard_arabic_mmlu_") {
        return Protocol::ArabicMmlu(subject(name));
    }
    if let Some(name) = task.strip_prefix("mmlu_") {
        return Protocol::Mmlu(subject(name));
    }
    match task {
        "medqa_4options" => Protocol::MedQa,
        "medmcqa" => Protocol::MedMcQa,
        "pubmedqa" => Protocol::PubMedQa,
        "headqa_en" => Protocol::HeadQa,
        other => panic!("{other} has no protocol"),
    }
}

/// The script folds the fourth answer of a question into PubMedQA's three.
fn question(exam: &Exam, protocol: Protocol) -> Question {
    let correct = if protocol == Protocol::PubMedQa {
        exam.correct % 3
    } else {
        exam.correct
    };
    Question {
        question: exam.question.clone(),
        contexts: exam.contexts.clone(),
        options: exam.options.clone(),
        correct,
        ..Question::default()
    }
}

#[test]
fn prompts_are_equal_to_the_byte() {
    let prompts = prompts();
    assert!(prompts.rows.len() > 60, "the vectors were read");
    for row in &prompts.rows {
        let protocol = protocol(&row.task);
        let asked = question(&prompts.questions[row.question], protocol);
        let examples: Vec<Question> = row
            .shots
            .iter()
            .map(|&shot| question(&prompts.questions[shot], protocol))
            .collect();
        let what = format!("{} {} {:?}", row.task, row.question, row.shots);

        let prompt = protocol.prompt(&asked, &examples);
        assert_eq!(prompt.context(), row.context, "{what}");
        assert_eq!(prompt.continuations, row.continuations, "{what}");
        let other = protocol.prompt(&question(&prompts.questions[0], protocol), &examples);
        assert_eq!(prompt.shared, other.shared, "{what}");

        for (stand, messages) in [
            (Examples::Turns, &row.turns),
            (Examples::OneMessage, &row.one_turn),
        ] {
            let chat = protocol.chat(&asked, &examples, stand);
            assert_eq!(&chat.messages, messages, "{what} {stand:?}");
            assert_eq!(chat.continuations, row.chat_continuations, "{what}");
        }
    }
}

#[test]
fn readings_count_the_same_answers_as_right() {
    let prompts = prompts();
    let mut counted = [0.0; 3];
    for row in &prompts.rows {
        let protocol = protocol(&row.task);
        let asked = question(&prompts.questions[row.question], protocol);
        let choices = protocol.choices(&asked);
        for reading in &row.readings {
            let (values, scored) = reading.split_at(choices.len());
            let ours = read(&choices, values).expect("a value for each choice");
            let right = |choice: usize| f64::from(u8::from(choice == asked.correct));
            let found = [ours.plain, ours.by_characters, ours.by_bytes].map(right);
            assert_eq!(found, scored, "{} {values:?}", row.task);
            for (sum, one) in counted.iter_mut().zip(found) {
                *sum += one;
            }
        }
    }
    assert!(counted.iter().all(|sum| *sum > 0.0), "some were right");
    assert_ne!(counted[0], counted[1], "normalising changed some");
}
