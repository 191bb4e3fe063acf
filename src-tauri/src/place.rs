//! Where the window stands, so that it comes back there when the app starts afresh.

use std::fmt;
use std::str::FromStr;

use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow};

/// Place and size in pixels of the screen, and whether it fills the screen or is put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WindowPlace {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    is_maximized: bool,
    is_minimized: bool,
}

impl WindowPlace {
    /// Where a window stands; `None` where the desktop does not tell.
    pub(crate) fn of(window: &WebviewWindow) -> Option<Self> {
        let position = window.outer_position().ok()?;
        let size = window.inner_size().ok()?;
        Some(Self {
            x: position.x,
            y: position.y,
            width: size.width,
            height: size.height,
            is_maximized: window.is_maximized().unwrap_or(false),
            is_minimized: window.is_minimized().unwrap_or(false),
        })
    }

    /// Puts a window there; a desktop that does not let it keeps its own place.
    pub(crate) fn apply_to(self, window: &WebviewWindow) {
        let _ = window.set_size(PhysicalSize::new(self.width, self.height));
        let _ = window.set_position(PhysicalPosition::new(self.x, self.y));
        if self.is_maximized {
            let _ = window.maximize();
        }
        if self.is_minimized {
            let _ = window.minimize();
        }
    }
}

impl fmt::Display for WindowPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            x,
            y,
            width,
            height,
            is_maximized,
            is_minimized,
        } = self;
        write!(
            formatter,
            "{x},{y},{width},{height},{is_maximized},{is_minimized}"
        )
    }
}

/// A text that names no place of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place of a window")]
pub(crate) struct NotAPlace;

impl FromStr for WindowPlace {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let parse = || {
            let mut fields = text.split(',');
            let place = Self {
                x: fields.next()?.parse().ok()?,
                y: fields.next()?.parse().ok()?,
                width: fields.next()?.parse().ok()?,
                height: fields.next()?.parse().ok()?,
                is_maximized: fields.next()?.parse().ok()?,
                is_minimized: fields.next()?.parse().ok()?,
            };
            fields.next().is_none().then_some(place)
        };
        parse().ok_or(NotAPlace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_from_the_command_line() {
        let place = WindowPlace {
            x: -1920,
            y: 40,
            width: 1180,
            height: 780,
            is_maximized: true,
            is_minimized: false,
        };
        assert_eq!(place.to_string().parse(), Ok(place));
        for wrong in ["", "1,2,3", "1,2,3,4,true,false,5", "1,2,-3,4,true,false"] {
            assert!(wrong.parse::<WindowPlace>().is_err(), "{wrong}");
        }
    }
}
