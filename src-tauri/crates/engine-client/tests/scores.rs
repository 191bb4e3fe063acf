//! How likely continuations are: the same to the last bit whatever was asked before, and the same as asked one by one.

mod common;

use common::{HEART, LONG_ENGLISH, hear, question, read_again, supervisor};
use sanad_engine_client::{
    ChatRole, EngineFault, EngineSupervisor, FailureCode, ModelFile, PromptText, ReadyEngine,
    ScorePrompt, Scored,
};
use sanad_testing::{fixture_model, models_of_each_architecture};

/// Rounding differs between batches of different shape; a wrong token or mask costs whole nats.
const ROUNDING: f64 = 0.02;

fn plain(text: &str, continuations: &[&str]) -> ScorePrompt {
    ScorePrompt {
        text: PromptText::Plain(text.to_owned()),
        continuations: continuations.iter().map(|c| (*c).to_owned()).collect(),
    }
}

fn exam() -> Vec<ScorePrompt> {
    vec![
        plain(
            "How many chambers does the heart have?\nAnswer:",
            &[" A", " B", " four chambers", " two"],
        ),
        plain(
            "How many chambers has a fish's heart?\nAnswer:",
            &[" A", " B", " four chambers", " two"],
        ),
        plain(
            "كم حجرة في القلب؟\nالإجابة:",
            &[" أ", " ب", " ج", " أربع حجرات من فضلك"],
        ),
    ]
}

/// The engine ends with its owner.
async fn engine(context: u32) -> (EngineSupervisor, ReadyEngine) {
    let model = ModelFile {
        context_tokens: Some(context),
        ..ModelFile::new(fixture_model())
    };
    let owner = supervisor();
    let engine = owner.ensure_ready(model).await.expect("the fixture loads");
    (owner, engine)
}

async fn score(engine: &ReadyEngine, shared: &str, prompts: Vec<ScorePrompt>) -> Scored {
    engine
        .score(None, shared.to_owned(), prompts)
        .await
        .expect("it fits")
}

fn likelihoods(scored: &Scored) -> Vec<f64> {
    let all = scored
        .scores
        .iter()
        .flat_map(|prompt| &prompt.continuations);
    all.map(|continuation| continuation.log_likelihood)
        .collect()
}

fn alike(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| (a - b).abs() < ROUNDING)
}

#[tokio::test]
async fn prompts_compared_together_score_as_each_alone() {
    let (_owner, engine) = engine(1024).await;
    let together = score(&engine, "", exam()).await;
    let mut alone = Vec::new();
    for prompt in exam() {
        for continuation in &prompt.continuations {
            let one = ScorePrompt {
                continuations: vec![continuation.clone()],
                ..prompt.clone()
            };
            alone.extend(likelihoods(&score(&engine, "", vec![one]).await));
        }
    }
    assert!(
        alike(&likelihoods(&together), &alone),
        "{together:?}\n{alone:?}"
    );
    let spread = alone.iter().copied().fold(0.0, f64::min);
    assert!(spread < -1.0, "the model has a preference: {alone:?}");
}

#[tokio::test]
async fn a_continuation_is_as_likely_as_its_tokens_one_after_the_other() {
    let (_owner, engine) = engine(1024).await;
    let whole = score(
        &engine,
        "",
        vec![plain("Answer:", &[" four chambers in all"])],
    )
    .await;
    let tokens = whole.scores[0].continuations[0].tokens.clone();
    assert!(tokens.len() > 3, "{tokens:?}");
    let pieces = ["Answer:", " four", " chambers", " in", " all"];
    let mut sum = 0.0;
    let mut counted = 0;
    for end in 1..pieces.len() {
        let before = pieces[..end].concat();
        let next = score(&engine, "", vec![plain(&before, &[pieces[end]])]).await;
        counted += next.scores[0].continuations[0].tokens.len();
        sum += likelihoods(&next)[0];
    }
    assert_eq!(
        counted,
        tokens.len(),
        "the pieces are split as the whole is"
    );
    assert!(alike(&likelihoods(&whole), &[sum]), "{whole:?} {sum}");
}

#[tokio::test]
async fn the_same_request_gives_the_same_bits_after_anything() {
    let (_owner, engine) = engine(1024).await;
    let examples = "Question: 1 + 1?\nAnswer: 2\n\nQuestion: 2 + 2?\nAnswer: 4\n\n";
    let first = score(&engine, examples, exam()).await;
    let again = score(&engine, examples, exam()).await;
    assert_eq!(first.scores, again.scores);
    assert!(
        again.read_tokens + 20 < first.read_tokens,
        "the examples are read once: {} {}",
        first.read_tokens,
        again.read_tokens
    );
    let answer = hear(&mut engine.generate(question(HEART, 40)).expect("it lives")).await;
    score(&engine, "", exam()).await;
    let after_others = score(&engine, examples, exam()).await;
    assert_eq!(first.scores, after_others.scores);
    let answer_again = hear(&mut engine.generate(question(HEART, 40)).expect("it lives")).await;
    assert_eq!(
        answer.text, answer_again.text,
        "a conversation finds a clean memory"
    );
}

#[tokio::test]
async fn a_conversation_goes_on_behind_a_comparison_without_being_read_again() {
    let (_owner, engine) = engine(1024).await;
    let before = hear(
        &mut engine
            .generate(question(LONG_ENGLISH, 60))
            .expect("it lives"),
    )
    .await;
    score(&engine, "", exam()).await;
    let again = hear(
        &mut engine
            .generate(question(LONG_ENGLISH, 60))
            .expect("it lives"),
    )
    .await;
    assert_eq!(read_again(&again), 1);
    assert_eq!(again.text, before.text);
}

#[tokio::test]
async fn shared_text_scores_as_if_it_stood_in_the_prompt() {
    let (_owner, engine) = engine(1024).await;
    let examples = "Question: 1 + 1?\nAnswer: 2\n\n";
    let shared = score(&engine, examples, exam()).await;
    let whole = exam().into_iter().map(|prompt| {
        let PromptText::Plain(text) = &prompt.text else {
            unreachable!("the exam is plain")
        };
        ScorePrompt {
            text: PromptText::Plain(format!("{examples}{text}")),
            ..prompt
        }
    });
    let whole = score(&engine, "", whole.collect()).await;
    assert!(alike(&likelihoods(&shared), &likelihoods(&whole)));
    let lengths = |scored: &Scored| -> Vec<u32> {
        scored
            .scores
            .iter()
            .map(|score| score.prompt_tokens)
            .collect()
    };
    assert_eq!(lengths(&shared), lengths(&whole));
}

#[tokio::test]
async fn the_trained_answer_is_the_likeliest_through_the_chat_template() {
    let (_owner, engine) = engine(1024).await;
    let trained = common::trained_answer(HEART);
    let prompt = ScorePrompt {
        text: PromptText::Chat(vec![common::message(ChatRole::User, HEART)]),
        continuations: vec!["Seven.".to_owned(), trained, "لا أعرف".to_owned()],
    };
    let found = score(&engine, "", vec![prompt]).await;
    let all = likelihoods(&found);
    assert!(all[1] > all[0] && all[1] > all[2], "{all:?}");
    let greedy: Vec<bool> = found.scores[0]
        .continuations
        .iter()
        .map(|c| c.greedy)
        .collect();
    assert_eq!(greedy, [false, true, false]);
}

#[tokio::test]
async fn more_options_than_sequences_are_all_scored() {
    let (_owner, engine) = engine(1024).await;
    let options: Vec<String> = (0..30)
        .map(|n| format!(" option number {n} of many"))
        .collect();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let found = score(&engine, "", vec![plain("Choose:", &options)]).await;
    let one = score(&engine, "", vec![plain("Choose:", &options[29..])]).await;
    let all = likelihoods(&found);
    assert!(all.iter().all(|likelihood| *likelihood < 0.0), "{all:?}");
    assert!(alike(&all[29..], &likelihoods(&one)));
}

#[tokio::test]
async fn what_does_not_fit_or_has_nothing_to_compare_is_refused_and_the_engine_goes_on() {
    let (_owner, engine) = engine(256).await;
    let long = "word ".repeat(2000);
    for (prompt, code) in [
        (plain(&long, &[" A"]), FailureCode::PromptTooLong),
        (plain("Answer:", &[]), FailureCode::BadRequest),
        (plain("Answer:", &[""]), FailureCode::BadRequest),
    ] {
        let refused = engine.score(None, String::new(), vec![prompt]).await;
        let Err(EngineFault::RequestFailed { code: found, .. }) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(found, code);
    }
    let empty = engine.score(None, String::new(), Vec::new()).await;
    assert!(matches!(empty, Err(EngineFault::RequestFailed { .. })));
    assert_eq!(score(&engine, "", exam()).await.scores.len(), 3);
}

#[tokio::test]
async fn a_comparison_that_nobody_waits_for_any_more_is_stopped() {
    let (_owner, engine) = engine(4096).await;
    let long = format!("{}\nAnswer:", "one two three ".repeat(700));
    let prompts: Vec<_> = (0..4)
        .map(|n| plain(&format!("{n} {long}"), &[" A"]))
        .collect();
    let whole = score(&engine, "", prompts[..1].to_vec()).await;
    let waiting = engine.score(None, String::new(), vec![prompts.clone(); 50].concat());
    let cut = tokio::time::timeout(std::time::Duration::from_millis(300), waiting).await;
    assert!(cut.is_err(), "200 of them take longer than that");
    let answer = hear(
        &mut engine
            .generate(question(LONG_ENGLISH, 4))
            .expect("it lives"),
    )
    .await;
    assert_eq!(answer.fault, None);
    assert_eq!(
        score(&engine, "", prompts[..1].to_vec()).await.scores,
        whole.scores
    );
}

#[tokio::test]
async fn texts_are_split_as_they_are() {
    let (_owner, engine) = engine(256).await;
    let texts = ["5-10 mg", "الجرعة 5-10 mg", ""]
        .map(str::to_owned)
        .to_vec();
    let tokens = engine.tokenize(texts).await.expect("it lives");
    assert_eq!(tokens.len(), 3);
    assert!(
        !tokens[0].is_empty() && tokens[1].ends_with(&tokens[0][1..]),
        "{tokens:?}"
    );
    assert!(tokens[2].is_empty(), "nothing is put around");
}

#[tokio::test]
async fn every_architecture_compares_continuations() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for model in models_of_each_architecture(folder.path()) {
        let name = model
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name == "bert" {
            continue;
        }
        let owner = supervisor();
        let engine = owner.ensure_ready(&model).await;
        let engine = engine.unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let options = [" A", " B", " four chambers"];
        let prompts = vec![plain("5-10 mg:", &options), plain("5-11 mg:", &options)];
        let together = score(&engine, "", prompts.clone()).await;
        let alone = score(&engine, "", prompts[1..].to_vec()).await;
        assert!(
            alike(&likelihoods(&together)[3..], &likelihoods(&alone)),
            "{name}: {together:?} {alone:?}"
        );
    }
}
