//! Tells Tauri what the window may call.

fn main() {
    tauri_build::build();
}
