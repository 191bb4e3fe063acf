//! `sanad history list|show|search`: what was said, read in the terminal or by a script.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use sanad_domain::{Answer, AnswerState, Conversation, ConversationId, FolderId, Timestamp, Turn};
use sanad_guard::Sources;
use sanad_history::{ListRequest, SearchHit, SearchRequest, Shelf, Store};
use sanad_text::Language;
use serde_json::{Value, json};

use crate::cli::arguments::in_any_digits;
use crate::cli::speech::Speech;
use crate::error::ShellError;
use crate::guarding::{unsupported_figures, unsupported_in};
use crate::wire::{Excerpt, shown_part, turn_language};

/// Turns that are read at once.
const PAGE: u32 = 50;

/// Hits that are asked for at once.
const HITS: u32 = 50;

#[derive(Debug, Args)]
pub(in crate::cli) struct ListArguments {
    /// Which list
    #[arg(long, value_enum, default_value_t = ShelfArgument::Daily)]
    shelf: ShelfArgument,
    /// Only what lies in the folder with this id
    #[arg(long, value_name = "ID")]
    folder: Option<String>,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "COUNT", value_parser = in_any_digits::<u32>)]
    limit: u32,
    /// Print one JSON array
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ShelfArgument {
    Daily,
    Archive,
    Bin,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ShowArguments {
    /// The conversation's id, as `list` and `search` print it
    id: String,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SearchArguments {
    /// The words, in any spelling and any script
    #[arg(required = true)]
    words: Vec<String>,
    /// Only what was said at or after this, in milliseconds since 1970
    #[arg(long, value_name = "TIME", value_parser = in_any_digits::<i64>)]
    from: Option<i64>,
    /// Only what was said before this
    #[arg(long, value_name = "TIME", value_parser = in_any_digits::<i64>)]
    before: Option<i64>,
    /// Only inside the archive (`true`) or outside it (`false`)
    #[arg(long)]
    archived: Option<bool>,
    /// At most so many
    #[arg(long, default_value_t = 20, value_name = "COUNT", value_parser = in_any_digits::<u32>)]
    limit: u32,
    /// Print one JSON array
    #[arg(long)]
    pub(super) json: bool,
}

/// The conversations of a shelf, pinned ones first, then the one with the newest turn.
pub(super) fn list(arguments: &ListArguments, store: &Store) -> Result<ExitCode, ShellError> {
    let folder = match &arguments.folder {
        Some(id) => Some(
            id.parse::<FolderId>()
                .map_err(|_| ShellError::BadId(id.clone()))?,
        ),
        None => None,
    };
    let rows = store.list(&ListRequest {
        shelf: match arguments.shelf {
            ShelfArgument::Daily => Shelf::Daily,
            ShelfArgument::Archive => Shelf::Archive,
            ShelfArgument::Bin => Shelf::Bin,
        },
        folder,
        after: None,
        limit: arguments.limit,
    })?;
    let mut out = io::stdout().lock();
    if arguments.json {
        let rows: Vec<Value> = rows.iter().map(conversation_json).collect();
        writeln!(out, "{}", Value::Array(rows))?;
    } else {
        for row in rows {
            writeln!(out, "{}  {}", row.id, marked(&row.title))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The turns of a conversation that are shown, oldest first.
pub(super) fn show(
    arguments: &ShowArguments,
    store: &Store,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let id: ConversationId = arguments
        .id
        .parse()
        .map_err(|_| ShellError::BadId(arguments.id.clone()))?;
    let conversation = store.conversation(id)?;
    let mut out = io::stdout().lock();
    if arguments.json {
        let head = conversation_json(&conversation);
        write!(out, "{{\"conversation\":{head},\"turns\":[")?;
    } else {
        writeln!(out, "{}\n", marked(&conversation.title))?;
    }
    // By pages: a conversation may be longer than memory is worth.
    let count = store.turn_count(id)?;
    let mut is_first = true;
    let mut said = Sources::default();
    for start in (0..count).step_by(PAGE as usize) {
        for turn in store.turns_in(id, start..start.saturating_add(PAGE))? {
            if arguments.json {
                let comma = if is_first { "" } else { "," };
                write!(out, "{comma}{}", turn_json(&turn))?;
                is_first = false;
            } else {
                said.take_in(&turn);
                print(&turn, &said, &mut out, speech)?;
            }
        }
    }
    if arguments.json {
        writeln!(out, "]}}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Texts that hold every word, the newest first.
pub(super) fn search(arguments: &SearchArguments, store: &Store) -> Result<ExitCode, ShellError> {
    let mut request = SearchRequest {
        text: arguments.words.join(" "),
        from: arguments.from.map(Timestamp),
        before: arguments.before.map(Timestamp),
        archived: arguments.archived,
        limit: arguments.limit.min(HITS),
        ..SearchRequest::default()
    };
    let mut hits = Vec::new();
    loop {
        let page = store.search(&request)?;
        hits.extend(page.hits);
        let missing = (arguments.limit as usize).saturating_sub(hits.len());
        let Some(next) = page.next.filter(|_| missing > 0) else {
            break;
        };
        request.after = Some(next);
        request.limit = u32::try_from(missing).unwrap_or(HITS).min(HITS);
    }
    let mut out = io::stdout().lock();
    if arguments.json {
        let hits: Vec<Value> = hits.iter().map(hit_json).collect();
        writeln!(out, "{}", Value::Array(hits))?;
    } else {
        for hit in hits {
            writeln!(
                out,
                "{}  {}\n    {}",
                hit.conversation,
                marked(&hit.title),
                marked(&Excerpt::of(&hit).text.replace('\n', " "))
            )?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn print(
    turn: &Turn,
    said: &Sources,
    out: &mut impl Write,
    speech: &Speech,
) -> Result<(), ShellError> {
    let language = turn_language(turn);
    let question = sanad_text::with_marks(&turn.question, language);
    writeln!(out, "> {}\n", question.replace('\n', "\n> "))?;
    if let Some(answer) = turn.shown_answer() {
        let text = sanad_text::with_marks(shown_part(answer), language);
        writeln!(out, "{text}")?;
        if answer.state != AnswerState::Complete {
            writeln!(out, "{}", speech.text("answer-incomplete", &[]))?;
        }
        let unsupported = unsupported_in(turn, said);
        if let Some(figures) = unsupported_figures(speech.messages(), unsupported) {
            writeln!(out, "{figures}")?;
        }
        writeln!(out, "— {}\n", speech.label(&answer.model.name, &[]))?;
    }
    Ok(())
}

/// With direction marks, so that a dose in it reads as stored wherever the terminal's output goes.
fn marked(text: &str) -> String {
    let language = sanad_text::detect(text).language;
    sanad_text::with_marks(text, language.unwrap_or(Language::English))
}

fn conversation_json(conversation: &Conversation) -> Value {
    json!({
        "id": conversation.id.to_string(),
        "title": conversation.title,
        "created_at": conversation.created_at.0,
        "updated_at": conversation.updated_at.0,
        "folder": conversation.folder.map(|folder| folder.to_string()),
        "pinned": conversation.pinned,
        "archived": conversation.archived,
        "language": conversation.language.map(sanad_domain::Language::code),
        "model": conversation.model,
        "persona": conversation.persona,
    })
}

fn turn_json(turn: &Turn) -> Value {
    json!({
        "id": turn.id.to_string(),
        "position": turn.position,
        "question": turn.question,
        "language": turn.language.map(sanad_domain::Language::code),
        "asked_at": turn.asked_at.0,
        "declined": turn.declined,
        "wordings": turn.siblings.len(),
        "answers": turn.answers.iter().map(|answer| answer_json(turn, answer)).collect::<Vec<_>>(),
    })
}

fn answer_json(turn: &Turn, answer: &Answer) -> Value {
    json!({
        "id": answer.id.to_string(),
        "text": shown_part(answer),
        "shown": turn.chosen_answer == Some(answer.id),
        "state": answer.state,
        "model": {"name": answer.model.name, "sha256": answer.model.sha256},
        "created_at": answer.created_at.0,
    })
}

fn hit_json(hit: &SearchHit) -> Value {
    json!({
        "conversation": hit.conversation.to_string(),
        "title": hit.title,
        "turn": hit.turn.map(|id| id.to_string()),
        "answer": hit.answer.map(|id| id.to_string()),
        "said_at": hit.said_at.0,
        "archived": hit.archived,
        "excerpt": hit.excerpt,
        "ranges": hit.ranges.iter().map(|range| {
            let range = range.utf16();
            json!({"start": range.start, "end": range.end})
        }).collect::<Vec<_>>(),
    })
}
