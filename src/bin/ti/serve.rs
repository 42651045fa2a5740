//! The pages, served from a folder.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::input::Fault;

/// Nothing from elsewhere, no inline script or style, WebAssembly but no `eval`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-cache"),
];

pub fn run(addr: SocketAddr, pages: Option<PathBuf>) -> Result<ExitCode, Fault> {
    let pages = match pages {
        Some(pages) if pages.join("index.html").is_file() => pages,
        Some(pages) => {
            return Err(Fault::NoFile(format!("{}: no index.html there", pages.display())));
        }
        None => find_pages().ok_or_else(|| {
            Fault::NoFile("the pages are not there: run `make build`, or give --pages".to_owned())
        })?,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(addr, &pages))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(addr: SocketAddr, pages: &Path) -> Result<(), Fault> {
    let mut app = Router::new().fallback_service(ServeDir::new(pages));
    for (name, value) in HEADERS {
        let value = HeaderValue::from_static(value);
        app = app.layer(SetResponseHeaderLayer::overriding(name, value));
    }
    let listener = TcpListener::bind(addr)
        .await
        .map_err(|error| Fault::Ours(format!("cannot listen on {addr}: {error}")))?;
    let mut out = io::stdout().lock();
    writeln!(out, "http://{}", listener.local_addr()?)?;
    out.flush()?;
    drop(out);
    axum::serve(listener, app).with_graceful_shutdown(asked_to_stop()).await?;
    Ok(())
}

async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Without signals, nobody can ask.
    let _ = interrupted.await;
}

/// The pages as the build leaves them: `www/dist` here, or two folders above the program.
fn find_pages() -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(|program| program.ancestors().nth(3));
    [Some(Path::new(".")), beside]
        .into_iter()
        .flatten()
        .map(|root| root.join("www").join("dist"))
        .find(|pages| pages.join("index.html").is_file())
}
