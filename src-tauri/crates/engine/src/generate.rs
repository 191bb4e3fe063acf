//! From a request to its answer: render, reuse, read, write.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use llama_cpp_2::llama_backend::LlamaBackend;
use sanad_protocol::{
    ChatMessage, EngineEvent, FailureCode, GenerateRequest, LoadedModel, StopReason, WeightLayout,
};

use crate::answer::{Answer, as_count};
use crate::conversations::{Conversations, Limits, WRITING};
use crate::failure::{EngineError, RequestFailure};
use crate::fitting::Room;
use crate::native::{Adapters, Context, ContextSettings, DecodeError, Model, Rows, Token};
use crate::progress::{Progress, PromptMeter};
use crate::prompt::{Fitted, Fitting};
use crate::sampler::Sampler;
use crate::scoring::Base;
use crate::speculation::{Costs, Speculation, SpeculationRecord};
use crate::template::{ChatTemplate, TemplateError};
use crate::threads::default_threads;

/// What to load and how.
#[derive(Clone, Debug)]
pub struct EngineSettings {
    /// The GGUF file; of a model in several, the first.
    pub model: PathBuf,
    /// The files behind the first, in order.
    pub further_parts: Vec<PathBuf>,
    /// LoRA adapters that requests may name, by their place here.
    pub adapters: Vec<PathBuf>,
    /// Tokens the context holds; `None` takes the model's training context, at most 4096.
    pub context_tokens: Option<u32>,
    /// Compute threads; `None` takes the physical cores.
    pub threads: Option<u32>,
    /// How the weights lie in memory.
    pub layout: WeightLayout,
    /// Whether tokens are guessed and several checked at once.
    pub speculation: Speculation,
}

/// Enough for some pages of conversation, and little memory on a laptop of 8 GB.
const DEFAULT_CONTEXT: u32 = 4096;

/// llama.cpp's own micro-batch. With another size other sums are rounded, and greedy answers may differ from its tools.
pub(crate) const BATCH: u32 = 512;

/// The shared beginning and the prompts that are compared at once; conversations take one.
const SEQUENCES: u32 = 8;

/// What conversations that are not being written may cost: as much memory as the context, and no more than this.
const PARKED_BYTES: usize = 256 << 20;

/// Tokens that are read in about the time in which a conversation of some pages is copied.
const TOKENS_NOT_WORTH_PARKING: usize = 16;

/// One model with the context of some conversations; answers one request at a time.
pub struct Generator {
    pub(crate) model: Arc<Model>,
    pub(crate) context: Context,
    template: Result<ChatTemplate, TemplateError>,
    /// What is in the context and beside it, token for token.
    pub(crate) conversations: Conversations,
    pub(crate) speculation: Speculation,
    pub(crate) speculated: SpeculationRecord,
    /// Of batches that check a draft.
    pub(crate) costs: Costs,
    /// What lies in the first sequence while continuations are compared; conversations have no place then.
    pub(crate) scoring: Option<Base>,
    pub(crate) nodes_of_a_batch: u64,
    threads: u32,
    load_seconds: f64,
}

impl Generator {
    /// Opens the model, takes the memory and computes once, so that the first question does not pay for it.
    ///
    /// # Errors
    /// The file is missing, broken or of an unknown kind; or there is too little memory.
    pub fn load(settings: &EngineSettings, progress: impl FnMut(u8)) -> Result<Self, EngineError> {
        let started = Instant::now();
        let model = Arc::new(open(settings, progress)?);
        let adapters = Adapters::load(&model, &settings.adapters)
            .map_err(|error| EngineError::AdapterUnfit(error.to_string()))?;
        let trained = model.training_context().unwrap_or(DEFAULT_CONTEXT);
        let tokens = settings.context_tokens.filter(|tokens| *tokens > 0);
        let threads = settings
            .threads
            .filter(|threads| *threads > 0)
            .unwrap_or_else(default_threads);
        let speculation = settings.speculation;
        let settings = ContextSettings {
            tokens: tokens.unwrap_or_else(|| trained.min(DEFAULT_CONTEXT)),
            sequences: SEQUENCES,
            batch: BATCH,
            threads,
        };
        let context = Context::new(Arc::clone(&model), adapters, settings)
            .map_err(EngineError::from_native)?;
        let template = chat_template(&model);
        let mut generator = Self {
            model,
            context,
            template,
            conversations: Conversations::new(Limits {
                bytes: 0,
                tokens_not_worth_it: TOKENS_NOT_WORTH_PARKING,
            }),
            speculation: Speculation::Never,
            speculated: SpeculationRecord::default(),
            costs: Costs::new(),
            scoring: None,
            nodes_of_a_batch: 0,
            threads,
            load_seconds: 0.0,
        };
        generator.set_speculation(speculation);
        generator.warm_up()?;
        generator.load_seconds = started.elapsed().as_secs_f64();
        Ok(generator)
    }

    /// Facts of what was loaded.
    #[must_use]
    pub fn loaded(&self) -> LoadedModel {
        LoadedModel {
            description: self.model.description(),
            parameters: self.model.parameters(),
            context_tokens: u32::try_from(self.context.capacity()).unwrap_or(u32::MAX),
            threads: self.threads,
            load_seconds: self.load_seconds,
            state_format: Context::state_format().to_owned(),
        }
    }

    /// The prompt of a conversation, as it goes to the tokeniser.
    ///
    /// A token that the tokeniser adds by itself is taken off, so that it does not stand there twice.
    ///
    /// # Errors
    /// [`EngineError::ChatTemplate`].
    pub fn render(&self, messages: &[ChatMessage]) -> Result<String, EngineError> {
        let broken = |error: &TemplateError| EngineError::ChatTemplate(error.to_string());
        let template = self.template.as_ref().map_err(broken)?;
        let mut prompt = template.render(messages).map_err(|error| broken(&error))?;
        let (opening, opening_added) = self.model.opening();
        if opening_added && !opening.is_empty() && prompt.starts_with(&opening) {
            prompt.drain(..opening.len());
        }
        let (closing, closing_added) = self.model.closing();
        if closing_added && !closing.is_empty() && prompt.ends_with(&closing) {
            prompt.truncate(prompt.len() - closing.len());
        }
        Ok(prompt)
    }

    /// The tokens of a rendered prompt; `None` for more than 2 GB.
    #[must_use]
    pub fn tokenize(&self, prompt: &str) -> Option<Vec<i32>> {
        self.model.tokenize(prompt)
    }

    /// The prompt of as much of a conversation as fits with an answer of up to `max_tokens`.
    fn fit(&self, messages: &[ChatMessage], max_tokens: u32) -> Result<Fitted, RequestFailure> {
        let longest_answer = usize::try_from(max_tokens).unwrap_or(usize::MAX);
        let room = Room::new(self.context.capacity(), longest_answer);
        let render = |messages: &[ChatMessage]| self.render(messages);
        Fitting::new(&self.model, &render, messages, room).fit()
    }

    /// Whether the engine was told of an adapter with this number; the model as it is needs none.
    pub(crate) fn knows_adapter(&self, adapter: Option<u32>) -> bool {
        self.context.has_adapter(adapter)
    }

    /// From now on guesses like this; a model whose memory cannot be taken back never does.
    pub fn set_speculation(&mut self, speculation: Speculation) {
        self.speculation = if self.model.takes_back() {
            speculation
        } else {
            Speculation::Never
        };
    }

    /// How often guessed tokens were right since the model was loaded.
    #[must_use]
    pub fn speculated(&self) -> SpeculationRecord {
        self.speculated
    }

    /// Empties the context: the next request is read from its first token.
    pub fn forget(&mut self) {
        self.context.clear();
        self.conversations.forget();
        self.scoring = None;
    }

    /// Answers, event by event; the last is `Done` or `RequestFailed`. Gives the tokens written.
    ///
    /// `stop` is asked after every node of the graph.
    pub fn answer(
        &mut self,
        request: &GenerateRequest,
        stop: impl Fn() -> bool,
        mut emit: impl FnMut(EngineEvent),
    ) -> Vec<i32> {
        self.end_scoring();
        let mut answer = Answer::new(request.id);
        let last = match self.run(request, &mut answer, &stop, &mut emit) {
            Ok(stop) => answer.done(stop),
            Err(failure) => EngineEvent::RequestFailed {
                id: request.id,
                code: failure.code,
                detail: failure.detail,
            },
        };
        emit(last);
        answer.tokens
    }

    fn run(
        &mut self,
        request: &GenerateRequest,
        answer: &mut Answer,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<StopReason, RequestFailure> {
        let mut sampler = self.check(request)?;
        if !self.context.apply(request.adapter) {
            return Err(RequestFailure::bad("no such adapter"));
        }
        let Fitted {
            tokens: prompt,
            left_out,
        } = self.fit(&request.messages, request.max_tokens)?;
        answer.left_out_messages = left_out;
        if left_out > 0 {
            emit(EngineEvent::LeftOut {
                id: request.id,
                messages: as_count(left_out),
            });
        }
        answer.reused_tokens =
            self.conversations
                .go_on_with(&prompt, request.adapter, &mut self.context);
        self.conversations
            .name_current(request.conversation.clone());
        answer.prompt_tokens = prompt.len();
        match self.read(&prompt, answer, stop, emit) {
            Ok(()) => {}
            Err(DecodeError::Stopped) => return Ok(StopReason::Cancelled),
            Err(error) => return Err(self.fail(error.to_string())),
        }
        self.write(request, &prompt, &mut sampler, answer, stop, emit)
    }

    fn check(&self, request: &GenerateRequest) -> Result<Sampler, RequestFailure> {
        let sampler = Sampler::new(
            &request.sampling,
            self.model.vocabulary_size(),
            self.model.suppressed(),
        );
        sampler
            .filter(|_| request.max_tokens > 0 && !request.messages.is_empty())
            .ok_or_else(|| {
                RequestFailure::bad("no messages, no tokens to write, or sampling out of range")
            })
    }

    /// Reads tokens behind those in the context.
    pub(crate) fn decode(
        &mut self,
        tokens: &[Token],
        rows: Rows,
        go_on: impl FnMut() -> bool,
    ) -> Result<(), DecodeError> {
        self.context.decode(WRITING, tokens, rows, go_on)?;
        self.conversations.push(tokens);
        Ok(())
    }

    fn read(
        &mut self,
        prompt: &[Token],
        answer: &Answer,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<(), DecodeError> {
        let kept = answer.reused_tokens;
        let mut meter = PromptMeter::new(prompt.len(), kept, self.nodes_of_a_batch, Instant::now());
        let mut report = |progress: Progress| {
            emit(EngineEvent::PromptProgress {
                id: answer.id,
                read_tokens: as_count(progress.read),
                total_tokens: as_count(prompt.len()),
                seconds_left: progress.seconds_left,
            });
        };
        report(Progress {
            read: kept,
            seconds_left: None,
        });
        let (_, unread) = prompt.split_at(kept);
        for batch in unread.chunks(self.context.batch()) {
            meter.begin_batch(batch.len());
            self.decode(batch, Rows::Last, || {
                if let Some(progress) = meter.count_node(Instant::now()) {
                    report(progress);
                }
                !stop()
            })?;
            let (progress, nodes) = meter.end_batch(Instant::now());
            self.nodes_of_a_batch = nodes;
            report(progress);
        }
        Ok(())
    }

    /// Reads one token and forgets it: weights come into memory, and the nodes of a graph are counted.
    fn warm_up(&mut self) -> Result<(), EngineError> {
        let mut nodes = 0;
        let outcome = self.decode(&[0], Rows::Last, || {
            nodes += 1;
            true
        });
        outcome.map_err(|error| EngineError::ModelUnreadable(error.to_string()))?;
        self.nodes_of_a_batch = nodes;
        let cache = self.context.state_bytes(WRITING) * self.context.capacity();
        self.conversations.limit_parking(cache.min(PARKED_BYTES));
        self.forget();
        Ok(())
    }

    pub(crate) fn fail(&mut self, detail: String) -> RequestFailure {
        // What an unknown failure has left in the context is not worth guessing.
        self.context.wipe();
        self.conversations.forget();
        self.scoring = None;
        RequestFailure {
            code: FailureCode::Decode,
            detail,
        }
    }
}

impl EngineSettings {
    /// Every file that may be read.
    pub(crate) fn files(&self) -> Vec<&Path> {
        let mut files = self.model_files();
        files.extend(self.adapters.iter().map(PathBuf::as_path));
        files
    }

    fn model_files(&self) -> Vec<&Path> {
        let further = self.further_parts.iter().map(PathBuf::as_path);
        std::iter::once(self.model.as_path())
            .chain(further)
            .collect()
    }
}

pub(crate) fn open(
    settings: &EngineSettings,
    progress: impl FnMut(u8),
) -> Result<Model, EngineError> {
    for file in settings.model_files() {
        let is_file = std::fs::metadata(file).map(|facts| facts.is_file());
        match is_file {
            Ok(true) => {}
            Ok(false) => return Err(EngineError::ModelUnreadable("not a file".to_owned())),
            Err(error) => return Err(EngineError::ModelUnreadable(error.to_string())),
        }
    }
    Model::load(
        backend(),
        &settings.model_files(),
        settings.layout,
        progress,
    )
    .map_err(EngineError::from_native)
}

fn chat_template(model: &Model) -> Result<ChatTemplate, TemplateError> {
    let source = model.chat_template().ok_or(TemplateError::Missing)?;
    ChatTemplate::parse(&source, model.opening().0, model.closing().0)
}

/// llama.cpp is set up once for the life of the process.
pub(crate) fn backend() -> &'static LlamaBackend {
    static BACKEND: OnceLock<LlamaBackend> = OnceLock::new();
    BACKEND.get_or_init(|| {
        LlamaBackend::init().expect("nothing else in this process sets llama.cpp up")
    })
}
