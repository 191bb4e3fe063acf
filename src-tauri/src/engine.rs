//! The engine's executables, which lie beside this one.

use sanad_engine_client::{EngineSupervisor, EngineVariant};

use crate::error::ShellError;

/// A supervisor of the engine that suits this processor best, without a process yet.
pub(crate) fn supervisor() -> Result<EngineSupervisor, ShellError> {
    let variants = EngineVariant::beside(&std::env::current_exe()?);
    Ok(EngineSupervisor::of_variants(variants).expect("the usual engine is always among them"))
}
