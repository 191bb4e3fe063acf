//! The engine's executable, which lies beside this one.

use std::path::PathBuf;

use sanad_engine_client::EngineSupervisor;

use crate::error::ShellError;

/// The executable in the folder of this one.
pub(crate) fn executable() -> Result<PathBuf, ShellError> {
    let name = format!("sanad-engine{}", std::env::consts::EXE_SUFFIX);
    Ok(std::env::current_exe()?.with_file_name(name))
}

/// A supervisor of engines, without a process yet.
pub(crate) fn supervisor() -> Result<EngineSupervisor, ShellError> {
    Ok(EngineSupervisor::new(executable()?))
}
