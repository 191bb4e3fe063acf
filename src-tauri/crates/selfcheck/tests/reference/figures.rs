//! Metrics and statistics against sacrebleu, scikit-learn, rouge_score, scipy and statsmodels.

use sanad_selfcheck::metrics::{
    BLEU_SIGNATURE, CHRF_SIGNATURE, Rouge, RougeTokenizer, accuracy, bleu, chrf, detection,
    macro_f1, matthews, rouge_1, rouge_l, sentence_bleu, sentence_chrf,
};
use sanad_selfcheck::statistics::{Paired, holm, mcnemar_exact, paired_difference, wilson};
use serde::Deserialize;

const TOLERANCE: f64 = 1e-9;

#[derive(Deserialize)]
struct Figures {
    sentences: Vec<Sentence>,
    corpora: Vec<Corpus>,
    labels: Vec<Labels>,
    shares: Vec<(usize, usize, f64, f64)>,
    discordant: Vec<(usize, usize, f64)>,
    families: Vec<Family>,
    bootstraps: Vec<Bootstrap>,
}

#[derive(Deserialize)]
struct Sentence {
    answer: String,
    references: Vec<String>,
    bleu: f64,
    chrf: f64,
    rouge_default: Rouges,
    rouge_any_script: Rouges,
}

#[derive(Deserialize)]
struct Rouges {
    rouge1: [f64; 3],
    #[serde(rename = "rougeL")]
    rouge_l: [f64; 3],
}

#[derive(Deserialize)]
struct Corpus {
    from: usize,
    to: usize,
    bleu: f64,
    chrf: f64,
    bleu_signature: String,
    chrf_signature: String,
}

#[derive(Deserialize)]
struct Labels {
    gold: Vec<String>,
    given: Vec<String>,
    accuracy: f64,
    macro_f1: f64,
    matthews: f64,
    sensitivity: Option<f64>,
    specificity: Option<f64>,
}

#[derive(Deserialize)]
struct Family {
    p: Vec<f64>,
    holm: Vec<f64>,
}

#[derive(Deserialize)]
struct Bootstrap {
    first: Vec<f64>,
    second: Vec<f64>,
    resamples: usize,
    seed: String,
    difference: f64,
    low: f64,
    high: f64,
}

fn figures() -> Figures {
    serde_json::from_str(include_str!("figures.json")).expect("the script writes these fields")
}

fn assert_near(ours: f64, theirs: f64, what: &str) {
    assert!(
        (ours - theirs).abs() <= TOLERANCE,
        "{what}: {ours} is not {theirs}"
    );
}

#[test]
fn sentences_score_as_in_sacrebleu_and_rouge_score() {
    let sentences = figures().sentences;
    assert!(sentences.len() >= 15, "the vectors were read");
    for (at, sentence) in sentences.iter().enumerate() {
        let references: Vec<&str> = sentence.references.iter().map(String::as_str).collect();
        let ours = sentence_bleu(&sentence.answer, &references).expect("a reference");
        assert_near(ours, sentence.bleu, &format!("BLEU of sentence {at}"));
        let ours = sentence_chrf(&sentence.answer, &references).expect("a reference");
        assert_near(ours, sentence.chrf, &format!("chrF++ of sentence {at}"));
        for (tokenizer, theirs) in [
            (RougeTokenizer::Default, &sentence.rouge_default),
            (RougeTokenizer::AnyScript, &sentence.rouge_any_script),
        ] {
            let name = format!("{tokenizer:?} of sentence {at}");
            let ours = rouge_1(references[0], &sentence.answer, tokenizer);
            assert_rouge(ours, theirs.rouge1, &name);
            let ours = rouge_l(references[0], &sentence.answer, tokenizer);
            assert_rouge(ours, theirs.rouge_l, &name);
        }
    }
}

fn assert_rouge(ours: Rouge, [precision, recall, f1]: [f64; 3], what: &str) {
    assert_near(ours.precision, precision, what);
    assert_near(ours.recall, recall, what);
    assert_near(ours.f1, f1, what);
}

#[test]
fn corpora_score_and_are_signed_as_in_sacrebleu() {
    let figures = figures();
    for corpus in &figures.corpora {
        let part = &figures.sentences[corpus.from..corpus.to];
        let answers: Vec<&str> = part.iter().map(|s| s.answer.as_str()).collect();
        let references: Vec<Vec<&str>> = part
            .iter()
            .map(|s| s.references.iter().map(String::as_str).collect())
            .collect();
        let what = format!("sentences {} to {}", corpus.from, corpus.to);
        assert_near(
            bleu(&answers, &references).expect("references"),
            corpus.bleu,
            &what,
        );
        assert_near(
            chrf(&answers, &references).expect("references"),
            corpus.chrf,
            &what,
        );
        // The number of references stands first and is the caller's to say.
        assert!(
            corpus
                .bleu_signature
                .ends_with(&format!("|{BLEU_SIGNATURE}"))
        );
        assert!(
            corpus
                .chrf_signature
                .ends_with(&format!("|{CHRF_SIGNATURE}"))
        );
    }
}

#[test]
fn labels_score_as_in_scikit_learn() {
    for (at, row) in figures().labels.iter().enumerate() {
        let answers: Vec<Option<String>> = row
            .given
            .iter()
            .map(|label| (!label.is_empty()).then(|| label.clone()))
            .collect();
        let what = format!("labels {at}");
        assert_near(
            accuracy(&row.gold, &answers).expect("pairs"),
            row.accuracy,
            &what,
        );
        assert_near(
            macro_f1(&row.gold, &answers).expect("pairs"),
            row.macro_f1,
            &what,
        );
        assert_near(
            matthews(&row.gold, &answers).expect("pairs"),
            row.matthews,
            &what,
        );
        let (Some(sensitivity), Some(specificity)) = (row.sensitivity, row.specificity) else {
            continue;
        };
        let gold: Vec<bool> = row.gold.iter().map(|label| label == "true").collect();
        let answers: Vec<Option<bool>> = answers
            .iter()
            .map(|label| label.as_ref().map(|label| label == "true"))
            .collect();
        let ours = detection(&gold, &answers).expect("pairs");
        assert_near(ours.sensitivity.expect("some are true"), sensitivity, &what);
        assert_near(
            ours.specificity.expect("some are false"),
            specificity,
            &what,
        );
    }
}

#[test]
fn intervals_and_tests_are_those_of_statsmodels_and_scipy() {
    let figures = figures();
    for (right, items, low, high) in figures.shares {
        let ours = wilson(right, items).expect("a share");
        assert_near(ours.low, low, &format!("lower limit of {right} of {items}"));
        assert_near(
            ours.high,
            high,
            &format!("upper limit of {right} of {items}"),
        );
    }
    for (only_first, only_second, p) in figures.discordant {
        let paired = Paired {
            items: 5_000,
            only_first,
            only_second,
        };
        assert_near(
            mcnemar_exact(paired),
            p,
            &format!("{only_first} against {only_second}"),
        );
    }
    for family in figures.families {
        for (ours, theirs) in holm(&family.p).into_iter().zip(family.holm) {
            assert_near(ours, theirs, "Holm");
        }
    }
}

#[test]
fn the_bootstrap_is_that_of_numpy_with_the_same_random_numbers() {
    for row in figures().bootstraps {
        let seed = row.seed.parse().expect("the script writes a number");
        let ours = paired_difference(&row.first, &row.second, row.resamples, seed)
            .expect("lists belong together");
        assert_near(ours.difference, row.difference, "difference");
        assert_near(ours.low, row.low, "low");
        assert_near(ours.high, row.high, "high");
    }
}
