//! Whether somebody is there: the idle clock, and the sleep of the machine.
//!
//! It knows no wall clock, so that setting that back or forth neither locks the app nor keeps it open.

use std::sync::Mutex;
use std::time::Duration;

use clap::ValueEnum;

use crate::state::locked;

/// A machine that was busy for a moment did not sleep.
const SLEEP_TO_NOTICE: Duration = Duration::from_secs(2);

/// Why the app locked itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LockReason {
    /// Nobody pressed a key or moved a pointer for the minutes that are set.
    Idle,
    /// The machine was about to sleep, or has slept.
    Suspend,
    /// Somebody wanted it.
    User,
}

impl LockReason {
    /// As the hidden argument says it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Suspend => "suspend",
            Self::User => "user",
        }
    }

    /// What the unlock screen says.
    pub(crate) fn notice(self) -> &'static str {
        match self {
            Self::Idle => "locked-idle",
            Self::Suspend => "locked-suspend",
            Self::User => "locked-by-user",
        }
    }
}

/// Two readings of the machine's own clock, from any beginning. Neither follows the wall clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// With the time that the machine slept.
    pub(crate) with_sleep: Duration,
    /// Without it.
    pub(crate) awake: Duration,
}

/// When somebody was last there.
pub(crate) struct Presence {
    clock: fn() -> Reading,
    times: Mutex<Times>,
}

struct Times {
    last_seen: Duration,
    last_look: Reading,
}

impl Presence {
    /// By the system's clock.
    pub(crate) fn new() -> Self {
        Self::by(system_clock)
    }

    fn by(clock: fn() -> Reading) -> Self {
        let reading = clock();
        Self {
            clock,
            times: Mutex::new(Times {
                last_seen: reading.with_sleep,
                last_look: reading,
            }),
        }
    }

    /// Somebody is there, and nothing that was before counts.
    pub(crate) fn begin(&self) {
        let reading = (self.clock)();
        *locked(&self.times) = Times {
            last_seen: reading.with_sleep,
            last_look: reading,
        };
    }

    /// Somebody pressed a key or moved a pointer.
    pub(crate) fn seen(&self) {
        locked(&self.times).last_seen = (self.clock)().with_sleep;
    }

    /// Whether it is time to lock. To be called every second.
    pub(crate) fn look(&self, limit: Duration) -> Option<LockReason> {
        let reading = (self.clock)();
        let mut times = locked(&self.times);
        let passed = reading
            .with_sleep
            .saturating_sub(times.last_look.with_sleep);
        let awake = reading.awake.saturating_sub(times.last_look.awake);
        times.last_look = reading;
        if passed.saturating_sub(awake) >= SLEEP_TO_NOTICE {
            Some(LockReason::Suspend)
        } else if reading.with_sleep.saturating_sub(times.last_seen) >= limit {
            Some(LockReason::Idle)
        } else {
            None
        }
    }
}

/// The machine's clock since some beginning, sleep included.
pub(crate) fn running_clock() -> Duration {
    system_clock().with_sleep
}

#[cfg(target_os = "linux")]
fn system_clock() -> Reading {
    use rustix::time::{ClockId, clock_gettime};
    let read = |clock| Duration::try_from(clock_gettime(clock)).unwrap_or_default();
    Reading {
        with_sleep: read(ClockId::Boottime),
        awake: read(ClockId::Monotonic),
    }
}

/// Untested: Windows counts sleep in `Instant`, so that idle time goes on while the machine sleeps; the sleep itself
/// is not noticed.
#[cfg(not(target_os = "linux"))]
fn system_clock() -> Reading {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGINNING: LazyLock<Instant> = LazyLock::new(Instant::now);
    let passed = BEGINNING.elapsed();
    Reading {
        with_sleep: passed,
        awake: passed,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static NOW: Cell<Reading> = const { Cell::new(Reading { with_sleep: Duration::ZERO, awake: Duration::ZERO }) };
    }

    const LIMIT: Duration = Duration::from_secs(300);

    fn pass(seconds: u64) {
        let Reading { with_sleep, awake } = NOW.get();
        let passed = Duration::from_secs(seconds);
        NOW.set(Reading {
            with_sleep: with_sleep + passed,
            awake: awake + passed,
        });
    }

    fn sleep(seconds: u64) {
        let Reading { with_sleep, awake } = NOW.get();
        let with_sleep = with_sleep + Duration::from_secs(seconds);
        NOW.set(Reading { with_sleep, awake });
    }

    fn somebody() -> Presence {
        Presence::by(|| NOW.get())
    }

    #[test]
    fn nobody_for_the_minutes_that_are_set_locks() {
        let presence = somebody();
        for _ in 0..299 {
            pass(1);
            assert_eq!(presence.look(LIMIT), None);
        }
        pass(1);
        assert_eq!(presence.look(LIMIT), Some(LockReason::Idle));
    }

    #[test]
    fn a_key_begins_the_minutes_anew() {
        let presence = somebody();
        for _ in 0..10 {
            pass(299);
            assert_eq!(presence.look(LIMIT), None);
            presence.seen();
        }
        pass(300);
        assert_eq!(presence.look(LIMIT), Some(LockReason::Idle));
    }

    #[test]
    fn a_machine_that_slept_is_locked_even_if_a_key_woke_it() {
        for seconds in [2, 60, 100_000] {
            let presence = somebody();
            pass(1);
            assert_eq!(presence.look(LIMIT), None);
            sleep(seconds);
            presence.seen();
            assert_eq!(presence.look(LIMIT), Some(LockReason::Suspend), "{seconds}");
        }
    }

    #[test]
    fn a_busy_machine_did_not_sleep() {
        let presence = somebody();
        pass(200);
        assert_eq!(presence.look(LIMIT), None);
    }

    #[test]
    fn the_systems_clock_goes_on() {
        let first = system_clock();
        std::thread::sleep(Duration::from_millis(20));
        let second = system_clock();
        assert!(second.with_sleep > first.with_sleep && second.awake > first.awake);
    }
}
