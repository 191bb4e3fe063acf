//! Where the engine's executable lies, and the one supervisor that starts it.

use std::path::PathBuf;
use std::sync::Arc;

use sanad_engine_client::EngineSupervisor;

/// The supervisor of the engine that lies beside this executable.
pub(crate) fn supervisor() -> Arc<EngineSupervisor> {
    Arc::new(EngineSupervisor::new(executable()))
}

/// `sanad-engine` in the folder of this executable.
pub(crate) fn executable() -> PathBuf {
    let name = format!("sanad-engine{}", std::env::consts::EXE_SUFFIX);
    let here = std::env::current_exe().ok();
    here.as_deref().and_then(|path| path.parent()).map_or_else(|| name.clone().into(), |folder| folder.join(&name))
}
