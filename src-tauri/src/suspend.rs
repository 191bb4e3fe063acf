//! The machine is about to sleep: the app locks itself before.

#[cfg(target_os = "linux")]
pub(crate) use linux::watch;

/// Untested: elsewhere only waking is noticed, by the clocks, and on Windows not even that.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch(_app: tauri::AppHandle) {}

#[cfg(target_os = "linux")]
mod linux {
    use tauri::AppHandle;
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::OwnedFd;

    use crate::idle::LockReason;
    use crate::locking;

    /// Waits for logind to say so, on a thread of its own. Without a system bus nothing happens here: then the clocks
    /// tell at waking that the machine slept.
    pub(crate) fn watch(app: AppHandle) {
        std::thread::spawn(move || {
            let _ = listen(&app);
        });
    }

    fn listen(app: &AppHandle) -> zbus::Result<()> {
        let bus = Connection::system()?;
        let manager = Proxy::new(
            &bus,
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
        )?;
        let signals = manager.receive_signal("PrepareForSleep")?;
        // logind waits for it, 5 seconds at most. Starting afresh closes it.
        let mut _delay = delay(&manager);
        for signal in signals {
            if signal.body().deserialize::<bool>()? {
                locking::lock(app, LockReason::Suspend);
                _delay = None;
            } else {
                _delay = delay(&manager);
            }
        }
        Ok(())
    }

    fn delay(manager: &Proxy<'_>) -> Option<OwnedFd> {
        manager
            .call("Inhibit", &("sleep", "Sanad", "lock", "delay"))
            .ok()
    }
}
