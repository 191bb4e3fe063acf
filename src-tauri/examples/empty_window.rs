//! The least that a Tauri window can be: what start time and memory are compared with.

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &[u8] = b"<!doctype html><title>empty</title><p>empty</p>";

fn main() {
    // As in the app, so that both paint the same way.
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        #[expect(
            unsafe_code,
            reason = "std marks this unsafe because of other threads, and there are none yet"
        )]
        // SAFETY: first thing in `main`'s thread, before any other thread is started.
        unsafe {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_context, _request| {
            let page = Response::builder().header("content-type", "text/html");
            page.body(PAGE)
                .expect("one header and a body are a response")
        })
        .setup(|app| {
            let address = "empty://localhost/"
                .parse()
                .expect("the address is well formed");
            WebviewWindowBuilder::new(app, "main", WebviewUrl::CustomProtocol(address))
                .inner_size(1180.0, 780.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("an empty window can be opened");
}
