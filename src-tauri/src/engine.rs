//! The engine's executable, which lies beside this one.

use sanad_engine_client::{EngineProgram, EngineSupervisor};

use crate::error::ShellError;

/// The executable in the folder of this one.
pub(crate) fn program() -> Result<EngineProgram, ShellError> {
    Ok(EngineProgram::beside_this_one()?)
}

/// A supervisor of engines, without a process yet.
pub(crate) fn supervisor() -> Result<EngineSupervisor, ShellError> {
    Ok(EngineSupervisor::new(program()?))
}
