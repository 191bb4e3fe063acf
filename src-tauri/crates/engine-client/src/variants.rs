//! The engine as it was built for several kinds of processors: which of them to start here, and which not again.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::EngineFault;

/// One build of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineVariant {
    /// As its file is named, for instance `avx512-vnni`; `usual` is the one that lies beside the app.
    pub name: &'static str,
    /// The executable.
    pub program: PathBuf,
}

/// A build that was tried and is of no use here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedEngine {
    /// Its name.
    pub name: &'static str,
    /// Why.
    pub fault: EngineFault,
}

/// Builds beside the usual one, the fastest first, and the instruction sets that each was compiled for.
const BUILDS: [(&str, &[&str]); 2] = [
    (
        "avx512-vnni",
        &[
            "avx2",
            "bmi1",
            "bmi2",
            "f16c",
            "fma",
            "lzcnt",
            "movbe",
            "avx512f",
            "avx512bw",
            "avx512cd",
            "avx512dq",
            "avx512vl",
            "avx512vnni",
        ],
    ),
    (
        "avx2",
        &["avx2", "bmi1", "bmi2", "f16c", "fma", "lzcnt", "movbe"],
    ),
];

impl EngineVariant {
    /// The builds to try on this processor, best first: those in the folder `engines` beside the app that it has the
    /// instructions for, and behind them the usual one, which lies beside the app itself.
    #[must_use]
    pub fn beside(app: &Path) -> Vec<Self> {
        Self::among(app, has_instructions)
    }

    fn among(app: &Path, has: impl Fn(&str) -> bool) -> Vec<Self> {
        let suffix = std::env::consts::EXE_SUFFIX;
        let usual = app.with_file_name(format!("sanad-engine{suffix}"));
        let folder = app.with_file_name("engines");
        let built = BUILDS.iter().filter_map(|(name, instructions)| {
            let program = folder.join(format!("sanad-engine-{name}{suffix}"));
            let serves = instructions.iter().all(|set| has(set)) && program.is_file();
            serves.then_some(Self { name, program })
        });
        built.chain([Self::usual(usual)]).collect()
    }

    pub(crate) fn usual(program: PathBuf) -> Self {
        Self {
            name: "usual",
            program,
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn has_instructions(set: &str) -> bool {
    macro_rules! detected {
        ($($name:tt),*) => {
            match set { $($name => std::arch::is_x86_feature_detected!($name),)* _ => false }
        };
    }
    detected!(
        "avx2",
        "bmi1",
        "bmi2",
        "f16c",
        "fma",
        "lzcnt",
        "movbe",
        "avx512f",
        "avx512bw",
        "avx512cd",
        "avx512dq",
        "avx512vl",
        "avx512vnni"
    )
}

#[cfg(not(target_arch = "x86_64"))]
fn has_instructions(_: &str) -> bool {
    false
}

/// The builds there are, and how far down the list one has come.
pub(crate) struct Variants {
    all: Vec<EngineVariant>,
    skipped: Mutex<Vec<SkippedEngine>>,
}

impl Variants {
    /// At least one, the best first.
    pub(crate) fn new(
        first: EngineVariant,
        others: impl IntoIterator<Item = EngineVariant>,
    ) -> Self {
        Self {
            all: std::iter::once(first).chain(others).collect(),
            skipped: Mutex::default(),
        }
    }

    /// The one to start, with its number.
    pub(crate) fn chosen(&self) -> (usize, &EngineVariant) {
        let number = self.skipped().len();
        let variant = self.all.get(number);
        (number, variant.expect("the last of them is never skipped"))
    }

    /// The builds that are not started any more, in the order in which they were tried.
    pub(crate) fn passed_over(&self) -> Vec<SkippedEngine> {
        self.skipped().clone()
    }

    /// After a fault of the build with this number: whether another is to be started in its place.
    ///
    /// The last one is kept whatever it does, since something has to be said to whoever asks.
    pub(crate) fn skip(&self, number: usize, fault: &EngineFault) -> bool {
        let mut skipped = self.skipped();
        if !is_of_no_use(fault) || number + 1 >= self.all.len() {
            return false;
        }
        // Somebody else may have seen it first.
        if let Some(variant) = self.all.get(number)
            && number == skipped.len()
        {
            skipped.push(SkippedEngine {
                name: variant.name,
                fault: fault.clone(),
            });
        }
        true
    }

    fn skipped(&self) -> MutexGuard<'_, Vec<SkippedEngine>> {
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the build will never serve here: it cannot be started, is no engine of this version, or the processor does
/// not know an instruction of it, whatever it says of itself.
fn is_of_no_use(fault: &EngineFault) -> bool {
    match fault {
        EngineFault::CannotStart { .. }
        | EngineFault::NoHello { .. }
        | EngineFault::VersionMismatch { .. } => true,
        EngineFault::Crashed { .. } => fault.is_unknown_instruction(),
        EngineFault::LoadFailed { .. }
        | EngineFault::RequestFailed { .. }
        | EngineFault::Killed
        | EngineFault::Unresponsive { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_tried_where_it_lies_and_the_processor_has_what_it_needs() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let app = folder.path().join("sanad");
        let names = |has: &dyn Fn(&str) -> bool| -> Vec<&str> {
            let variants = EngineVariant::among(&app, has);
            variants.iter().map(|variant| variant.name).collect()
        };
        assert_eq!(names(&|_| true), ["usual"], "nothing else is installed");
        let engines = folder.path().join("engines");
        std::fs::create_dir(&engines).expect("the folder is ours");
        for (name, _) in BUILDS {
            let file = format!("sanad-engine-{name}{}", std::env::consts::EXE_SUFFIX);
            std::fs::write(engines.join(file), "").expect("the folder is ours");
        }
        assert_eq!(names(&|_| true), ["avx512-vnni", "avx2", "usual"]);
        assert_eq!(names(&|set| set != "avx512vnni"), ["avx2", "usual"]);
        assert_eq!(names(&|set| set != "fma"), ["usual"]);
    }
}
