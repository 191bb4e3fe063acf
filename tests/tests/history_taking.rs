//! The bundled persona that takes a history, through the real service and the real store, with an engine that writes
//! what small models write.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use sanad_chat::{AnswerLimits, Chat, Question};
use sanad_domain::{AnswerState, ChosenPersona, ConversationId, Language, SystemClock, Turn};
use sanad_engine_client::EngineSupervisor;
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};
use sanad_models::ModelPlaces;
use sanad_templates::{Entry, bundled, persona};
use sanad_tests::{PASSPHRASE, fixture_model};
use serde_json::Value;

struct Scripted {
    folder: tempfile::TempDir,
    chat: Chat,
}

impl Scripted {
    /// A service whose engine gives these answers in order.
    fn with(answers: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let engine = folder.path().join("sanad-engine");
        fs::copy(env!("CARGO_BIN_EXE_scripted-engine"), &engine).expect("room");
        let script = serde_json::to_string(answers).expect("texts");
        fs::write(folder.path().join("script.json"), script).expect("room");
        let data = folder.path().join("data");
        fs::create_dir(&data).expect("room");
        let chat = Chat::new(
            store(&data),
            EngineSupervisor::new(engine),
            ModelPlaces {
                data: data.clone(),
                cache: data,
                share: None,
            },
            Some(fixture_model()),
            Arc::new(SystemClock),
        );
        Self { folder, chat }
    }

    async fn ask(
        &self,
        place: Option<ConversationId>,
        text: &str,
        persona: Option<&ChosenPersona>,
    ) -> Turn {
        let question = Question {
            text,
            language: None,
            persona,
        };
        self.chat
            .ask(place, question, AnswerLimits::default(), &|_| true)
            .await
            .expect("the script answers")
    }

    /// What the engine was asked, oldest first: the contents of each prompt's messages.
    fn heard(&self) -> Vec<Vec<String>> {
        let heard =
            fs::read_to_string(self.folder.path().join("heard.jsonl")).expect("it was asked");
        let prompts = heard.lines().map(|line| {
            let messages: Vec<Value> = serde_json::from_str(line).expect("JSON");
            let content =
                |message: &Value| message["content"].as_str().unwrap_or_default().to_owned();
            messages.iter().map(content).collect()
        });
        prompts.collect()
    }
}

fn store(data: &Path) -> Store {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is long enough");
    let derivation = KeyDerivation::for_this_machine().expect("this machine has memory for it");
    Store::create(&StoreFolder::at(data), &passphrase, derivation).expect("it is new")
}

fn history_taking(questions: &str) -> ChosenPersona {
    let template = bundled()
        .iter()
        .find(|one| one.id == "sanad.history-taking");
    let entry = |field: &str, text: &str| Entry {
        field: field.to_owned(),
        text: text.to_owned(),
        unit: String::new(),
    };
    let entries = [
        entry("complaint", "chest pain"),
        entry("questions", questions),
    ];
    let made = persona(template.expect("it is bundled"), &entries);
    made.expect("nothing else is needed")
        .expect("it is a persona")
}

fn shown(turn: &Turn) -> (&str, AnswerState) {
    let answer = turn.shown_answer().expect("it was answered");
    (&answer.text, answer.state)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_question_a_turn_in_the_users_language_and_then_a_conclusion() {
    let scripted = Scripted::with(&[
        "Thank you. When did the pain begin? Does it radiate to the arm? Any fever or sweating today?",
        "هل ينتشر الألم إلى الذراع أو الفك؟ وهل معه ضيق في التنفس؟ ومنذ متى؟",
        "1. Does he smoke?\n2. Which medicines does he take?\n3. Any allergies at all?",
        "الألم بدأ قبل ساعتين وينتشر إلى الذراع. هل من حساسية؟ غير مذكور.",
        "هل تريد شيئًا آخر؟ أو أي سؤال بعد ذلك؟",
    ]);
    let persona = history_taking("3");
    let first = scripted
        .ask(
            None,
            "The patient has had chest pain since this morning",
            Some(&persona),
        )
        .await;
    let place = Some(first.conversation);
    let second = scripted
        .ask(place, "بدأ الألم قبل ساعتين تقريبًا وهو جالس", None)
        .await;
    let third = scripted
        .ask(
            place,
            "Yes, it goes into the left arm and he is short of breath",
            None,
        )
        .await;
    let fourth = scripted
        .ask(place, "نعم هو مدخن ولا يتناول أي دواء", None)
        .await;
    let fifth = scripted
        .ask(place, "شكرًا جزيلًا، هذا كل شيء لدي الآن", None)
        .await;

    let complete = AnswerState::Complete;
    assert_eq!(
        shown(&first),
        ("Thank you. When did the pain begin?", complete)
    );
    assert_eq!(
        shown(&second),
        ("هل ينتشر الألم إلى الذراع أو الفك؟", complete)
    );
    assert_eq!(shown(&third), ("1. Does he smoke?", complete));
    assert_eq!(
        shown(&fourth),
        (
            "**ملخص القصة المرضية**\n\nالألم بدأ قبل ساعتين وينتشر إلى الذراع. هل من حساسية؟ غير مذكور.",
            complete
        )
    );
    assert_eq!(shown(&fifth), ("هل تريد شيئًا آخر؟", complete));

    let heard = scripted.heard();
    for (prompt, (language, line)) in heard.iter().zip([
        (Language::English, "Answer in English."),
        (Language::Arabic, "أجب باللغة العربية."),
        (Language::English, "Answer in English."),
    ]) {
        assert_eq!(
            prompt.first().map(String::as_str),
            Some(persona.words.of(language))
        );
        assert!(
            prompt
                .last()
                .is_some_and(|question| question.ends_with(line))
        );
    }
    let interview = persona.rules.interview.as_ref().expect("it asks");
    let last = heard[3].len() - 1;
    assert_eq!(
        heard[3][last], "**ملخص القصة المرضية**\n\n",
        "it goes on behind its heading"
    );
    assert!(heard[3][last - 1].contains(&interview.conclusion.ar));
    assert!(
        !heard[4]
            .iter()
            .any(|said| said.contains(&interview.conclusion.ar))
    );

    let kept = scripted.chat.read(|store| store.turns(first.conversation));
    let questions: Vec<String> = kept
        .expect("open")
        .into_iter()
        .map(|turn| turn.question)
        .collect();
    assert!(
        questions
            .iter()
            .all(|question| !question.contains("Answer in") && !question.contains("أجب")),
        "what is said to the model stands in no question"
    );
    scripted.chat.close().expect("it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_temporary_conversation_has_a_persona_of_its_own_and_forgets_it() {
    let many = "Since when? And where exactly? And how bad is it?";
    let scripted = Scripted::with(&[many, many]);
    scripted
        .chat
        .set_temporary_persona(Some(history_taking("5")));
    let ask = async || {
        let limits = AnswerLimits::default();
        let asked = scripted
            .chat
            .ask_temporarily("The patient has a cough", limits, &|_| true);
        asked.await.expect("the script answers")
    };
    assert_eq!(shown(&ask().await), ("Since when?", AnswerState::Complete));
    scripted.chat.end_temporary();
    assert_eq!(shown(&ask().await), (many, AnswerState::Complete));
    scripted.chat.close().expect("it is open");
}
