//! What the app's own process is kept from: every socket that is not a local one.
//!
//! The filter is set before GTK starts, so the web view's processes inherit it.
//! D-Bus, portals and accessibility work over AF_UNIX and stay usable.

#[cfg(target_os = "linux")]
#[path = "containment/linux.rs"]
mod platform;

#[cfg(not(target_os = "linux"))]
#[path = "containment/other.rs"]
mod platform;

pub(crate) use platform::{close_window_process, planned};
