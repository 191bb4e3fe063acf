//! Each form with good rows and bad ones.

use sanad_testing::shared_data;

use super::*;

fn import(file: &str, format: &Format) -> (Vec<Question>, Vec<(usize, Reason)>) {
    let imported = questions(file.as_bytes(), format);
    let rejected = imported.rejected.into_iter();
    (
        imported.rows,
        rejected.map(|row| (row.line, row.reason)).collect(),
    )
}

fn missing(field: &str) -> Reason {
    Reason::FieldMissing(field.to_owned())
}

/// The right option of each row.
fn right(rows: &[Question]) -> Vec<&str> {
    rows.iter()
        .map(|row| row.options[row.correct].as_str())
        .collect()
}

#[test]
fn medqa_is_read_in_both_forms() {
    let (rows, rejected) = import(
        r#"{"question": "q1", "answer": "d", "options": {"B": "b", "A": "a", "D": "d", "C": "c"}, "answer_idx": "D"}
{"id": "x", "sent1": "q2", "ending0": "a", "ending1": "b", "ending2": "c", "ending3": "d", "label": 1}

{"question": "q3", "answer": "c", "options": {"A": "a", "B": "b", "C": "c", "D": "d", "E": "e"}}
{"question": "q4", "answer": "z", "options": {"A": "a", "B": "b"}}
{"question": "q5", "answer": "a", "options": {"A": "a", "C": "c"}}
{"question": " ", "answer_idx": "A", "options": {"A": "a", "B": "b"}}
{"question": "q7", "answer_idx": "E", "options": {"A": "a", "B": "b"}}
{"question": "q8", "answer": "a", "options": {"A": "a", "B": "a"}}
not JSON
["list"]
{"id": "x", "question": "q9", "answer_idx": "A", "options": {"A": "a", "B": "b"}}"#,
        &Format::MedQa,
    );
    assert_eq!(right(&rows), ["d", "b", "c"]);
    assert_eq!(
        rejected,
        [
            (5, Reason::AnswerUnknown),
            (6, missing("options")),
            (7, Reason::FieldEmpty("question".to_owned())),
            (8, Reason::AnswerUnknown),
            (9, Reason::OptionsAlike),
            (10, Reason::NotJson),
            (11, Reason::NotJson),
            (12, Reason::IdRepeated),
        ]
    );
}

#[test]
fn medmcqa_counts_as_the_whole_file_tells() {
    let row = |id: u8, cop: i8| {
        format!(
            r#"{{"id": "{id}", "question": "q", "opa": "a", "opb": "b", "opc": "c", "opd": "d", "cop": {cop}}}"#
        )
    };
    let file = |answers: &[i8]| {
        let rows = answers.iter().zip(1..).map(|(cop, id)| row(id, *cop));
        rows.collect::<Vec<_>>().join("\n")
    };
    let (rows, rejected) = import(&file(&[1, 4, 2]), &Format::MedMcQa);
    assert_eq!((right(&rows), rejected.len()), (vec!["a", "d", "b"], 0));
    let (rows, rejected) = import(&file(&[0, 3, 2]), &Format::MedMcQa);
    assert_eq!((right(&rows), rejected.len()), (vec!["a", "d", "c"], 0));
    let (rows, rejected) = import(&file(&[0, -1]), &Format::MedMcQa);
    assert_eq!(
        (rows.len(), rejected),
        (1, vec![(2, Reason::AnswerUnknown)])
    );
    for unclear in [&[1, 2][..], &[0, 4]] {
        let (rows, rejected) = import(&file(unclear), &Format::MedMcQa);
        assert!(rows.is_empty());
        assert!(
            rejected
                .iter()
                .all(|(_, reason)| *reason == Reason::NumberingUnclear)
        );
    }
}

#[test]
fn a_broken_entry_of_a_document_spoils_no_other() {
    let (rows, rejected) = import(
        r#"{
"11": {"QUESTION": "q1", "CONTEXTS": ["one", "two"], "final_decision": "maybe", "LABELS": ["x"]},
"12": {"QUESTION": "q2", "CONTEXTS": [], "final_decision": "perhaps"},
"13": {"QUESTION": "q3" "CONTEXTS": []},
"14": {"QUESTION": "q4", "CONTEXTS": ["سياق"], "final_decision": "no"}
}"#,
        &Format::PubMedQa,
    );
    assert_eq!(right(&rows), ["maybe", "no"]);
    assert_eq!(rows[0].contexts, ["one", "two"]);
    assert_eq!(rejected, [(3, Reason::AnswerUnknown), (4, Reason::NotJson)]);
}

#[test]
fn mirage_keeps_its_sets_apart_and_says_where_it_breaks_off() {
    let (rows, rejected) = import(
        r#"{"medqa": {"0": {"question": "q", "options": {"A": "a", "B": "b"}, "answer": "B"}},
"bioasq": {"0": {"question": "q", "options": {"A": "yes", "B": "no"}, "answer": "A"},
"1": {"question": "q", "options": {"A": "yes", "B": "no"}, "answer": "C"}"#,
        &Format::Mirage,
    );
    assert_eq!(right(&rows), ["b", "yes"]);
    assert_eq!(rows[1].id, "bioasq/0");
    assert_eq!(rows[1].subject.as_deref(), Some("bioasq"));
    assert_eq!(
        rejected,
        [(3, Reason::AnswerUnknown), (3, Reason::OtherForm)]
    );
}

#[test]
fn headqa_names_the_right_answer_by_its_own_number() {
    let (rows, rejected) = import(
        r#"{"version": "1.1", "language": "en", "exams": {"E1": {"name": "E", "data": [
{"qid": "1", "qtext": "q1", "ra": "2", "answers": [{"aid": 1, "atext": "a"}, {"aid": 2, "atext": "b"}]},
{"qid": "2", "qtext": "q2", "ra": 7, "answers": [{"aid": 1, "atext": "a"}, {"aid": 2, "atext": "b"}]},
{"qid": "3", "qtext": "q3", "ra": 1}
]}}}"#,
        &Format::HeadQa,
    );
    assert_eq!(right(&rows), ["b"]);
    assert_eq!(rows[0].id, "E1/1");
    assert_eq!(
        rejected,
        [(3, Reason::AnswerUnknown), (4, missing("answers"))]
    );
    let (_, rejected) = import("{}", &Format::HeadQa);
    assert_eq!(rejected, [(1, missing("exams"))]);
}

#[test]
fn mmlu_rows_may_go_over_lines_and_hold_quotes() {
    let (rows, rejected) = import(
        "\u{feff}\"Which, \"\"one\"\"\nis it?\",a,b,c,d,C\nq2,a,b,c,B\nq3,a,b,c,d,F\nq4,a,b,,d,A\nسؤال,أ,ب,ج,د,A\n",
        &Format::MmluCsv,
    );
    assert_eq!(right(&rows), ["c", "أ"]);
    assert_eq!(rows[0].question, "Which, \"one\"\nis it?");
    assert_eq!(
        rejected,
        [
            (3, Reason::NotCsv),
            (4, Reason::AnswerUnknown),
            (5, Reason::FieldEmpty("options".to_owned())),
        ]
    );
}

#[test]
fn medarabiq_options_stand_within_the_question() {
    let (rows, rejected) = import(
        "Category,Question,Answer\nفسيولوجيا,\"ما هو؟\nأ. واحد\nب. اثنان\nج. ثلاثة\",ب. اثنان\n\
         x,\"ما هو؟\nأ. واحد\nب. اثنان\",هـ\nx,ما هو؟,أ\nx,\"كم؟ أ. 1 ب. 2 ج. 3 د. 4 هـ. 5\",ه\n",
        &Format::MedArabiQ,
    );
    assert_eq!(right(&rows), ["اثنان", "5"]);
    assert_eq!(rows[0].subject.as_deref(), Some("فسيولوجيا"));
    assert_eq!(
        rejected,
        [(6, Reason::AnswerUnknown), (9, Reason::TooFewOptions)]
    );
}

#[test]
fn any_table_is_read_through_a_mapping() {
    let mapping = |options, answer_form| ColumnMapping {
        question: "text".to_owned(),
        options,
        answer: "gold".to_owned(),
        answer_form,
        id: Some("key".to_owned()),
        context: Some("passage".to_owned()),
        subject: None,
    };
    let columns = Options::Columns(["o1", "o2", "o3"].map(str::to_owned).to_vec());
    let csv = Format::Csv(mapping(columns, AnswerForm::FromOne));
    let (rows, rejected) = import(
        "key,text,o1,o2,o3,gold,passage\nk1,q1,a,b,c,3,p\nk2,q2,a,b,,2,\nk3,q3,a,b,,3,\nk4,q4,a,b,c,0,\nk5,q5\n",
        &csv,
    );
    assert_eq!(right(&rows), ["c", "b"]);
    assert_eq!((rows[0].contexts.len(), rows[1].contexts.len()), (1, 0));
    assert_eq!(
        rejected,
        [
            (4, Reason::AnswerUnknown),
            (5, Reason::AnswerUnknown),
            (6, missing("gold"))
        ]
    );

    let jsonl = Format::Jsonl(mapping(
        Options::List("choices".to_owned()),
        AnswerForm::Text,
    ));
    let (rows, rejected) = import(
        "{\"text\": \"q\", \"choices\": [\"x\", \"y\"], \"gold\": \"y\"}\n{\"text\": \"q\", \"gold\": \"y\"}\n",
        &jsonl,
    );
    assert_eq!((right(&rows), rows[0].id.as_str()), (vec!["y"], "1"));
    assert_eq!(rejected, [(2, missing("choices"))]);

    let fixed = Options::Fixed(["نعم", "لا"].map(str::to_owned).to_vec());
    let (rows, _) = import(
        "key,text,gold\n1,q,لا\n",
        &Format::Csv(mapping(fixed, AnswerForm::Text)),
    );
    assert_eq!(right(&rows), ["لا"]);
}

#[test]
fn bytes_that_are_no_text_are_reported_where_they_stand() {
    let mut file = b"{\"question\": \"q\", \"answer_idx\": \"A\", \"options\": {\"A\": \"a\", \"B\": \"b\"}}\n".to_vec();
    file.extend_from_slice(b"{\"question\": \"\xff\"}\n");
    let imported = questions(&file, &Format::MedQa);
    let reason = Reason::NotUtf8;
    assert_eq!(imported.rows.len(), 1);
    assert_eq!(imported.rejected, [Rejected { line: 2, reason }]);
    let reason = Reason::NotUtf8;
    let whole = questions(b"{\n\"a\": \"\xff\"}", &Format::Mirage);
    assert_eq!(whole.rejected, [Rejected { line: 2, reason }]);
    let reason = Reason::NotUtf8;
    let csv = questions(b"q,a,b,c,d,A\nq\xff,a,b,c,d,A\n", &Format::MmluCsv);
    assert_eq!(csv.rejected, [Rejected { line: 2, reason }]);
    assert_eq!(csv.rows.len(), 1);
}

#[test]
fn a_file_cut_off_anywhere_gives_no_wrong_row() {
    let whole = r#"{"exams": {"E": {"data": [{"qid": "1", "qtext": "سؤال \"ق\"", "ra": "2",
"answers": [{"aid": 1, "atext": "أ"}, {"aid": 2, "atext": "ب"}]}]}}}"#;
    for format in [
        Format::HeadQa,
        Format::Mirage,
        Format::PubMedQa,
        Format::MedQa,
        Format::MedMcQa,
        Format::MmluCsv,
        Format::MedArabiQ,
    ] {
        for end in 0..=whole.len() {
            let (kept, _) = whole.as_bytes().split_at(end);
            let imported = questions(kept, &format);
            assert!(
                imported.rows.iter().all(|row| row.correct == 1),
                "{format:?} {end}"
            );
            assert!(
                imported.rows.len() <= usize::from(format == Format::HeadQa),
                "{format:?} {end}"
            );
        }
    }
}

#[test]
fn every_row_of_the_shared_sets_is_kept() {
    let Some(mirage) = shared("mirage/benchmark.json") else {
        return;
    };
    let imported = questions(&mirage, &Format::Mirage);
    assert_eq!(imported.rejected, []);
    for (set, items) in [
        ("medqa", 1_273),
        ("medmcqa", 4_183),
        ("mmlu", 1_089),
        ("pubmedqa", 500),
        ("bioasq", 618),
    ] {
        let found = imported
            .rows
            .iter()
            .filter(|row| row.subject.as_deref() == Some(set));
        assert_eq!(found.count(), items, "{set}");
    }

    let Some(paired) = shared("mmlu_medical_paired/mmlu_medical_en_ar.jsonl") else {
        return;
    };
    for language in ["en", "ar"] {
        let mapping = ColumnMapping {
            question: format!("question_{language}"),
            options: Options::List(format!("options_{language}")),
            answer: "answer".to_owned(),
            answer_form: AnswerForm::Letter,
            id: Some("id".to_owned()),
            context: None,
            subject: Some("subject".to_owned()),
        };
        let imported = questions(&paired, &Format::Jsonl(mapping));
        assert_eq!(imported.rejected, [], "{language}");
        assert_eq!(imported.rows.len(), 1_089, "{language}");
    }
}

fn shared(name: &str) -> Option<Vec<u8>> {
    shared_data(name).map(|path| std::fs::read(path).expect("the file is there"))
}
