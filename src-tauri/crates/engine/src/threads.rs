//! How many threads compute.

/// Physical cores that this process may use.
///
/// Two hyperthreads share one core's vector units: three threads on two cores lose 30 % of the speed.
pub(crate) fn default_threads() -> u32 {
    let allowed = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = num_cpus::get_physical().min(allowed).max(1);
    u32::try_from(threads).unwrap_or(1)
}
