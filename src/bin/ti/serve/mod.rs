//! `ti serve`: the API and the pages over HTTP.

mod api;
mod asked;
mod batch;
mod connections;
mod layers;
mod log;
mod openapi;
mod pages;
mod prefill;
mod problem;
mod writers;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderValue;
use clap::Args;
use tokio::net::TcpListener;

use crate::ds::Platform;
use crate::input::Fault;
use log::Log;

const EXAMPLES: &str = "\
Examples:
  ti serve
  ti serve --addr 0.0.0.0:80 --log json --cors-origin https://example.org
  curl -H 'content-type: application/json' --data @dossier.json \\
       'http://127.0.0.1:8080/api/v1/check?day=2023-09-15&lang=en'

The API describes itself at /api/v1/openapi.json. Nothing of a dossier is kept or logged.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Where to listen. Other machines reach it only when this is not loopback.
    #[arg(long, default_value = "127.0.0.1:8080")]
    addr: SocketAddr,
    /// The folder of the pages, instead of those inside the program.
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,
    /// One line a request on standard error, without any content of a dossier.
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
    /// An origin whose pages may call the API, such as https://example.org; none by default. Can be
    /// repeated.
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    cors_origin: Vec<HeaderValue>,
    #[command(flatten)]
    limits: Limits,
    #[command(flatten)]
    platform: crate::ds::PlatformArguments,
}

/// What one server takes on.
#[derive(Args, Clone)]
#[command(next_help_heading = "Limits")]
pub struct Limits {
    /// The largest dossier, and the longest line of a batch, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = 2 << 20)]
    max_body: usize,
    /// The largest batch, in bytes: it is streamed, never held.
    #[arg(long, value_name = "BYTES", default_value_t = 1 << 30)]
    max_batch: usize,
    /// Requests of the API under way at a time; more are told to come back (503).
    #[arg(long, value_name = "COUNT", default_value_t = 256, value_parser = at_least_one)]
    max_requests: usize,
    /// Connections at a time; more wait to be taken.
    #[arg(long, value_name = "COUNT", default_value_t = 1024, value_parser = at_least_one)]
    max_connections: usize,
    /// How long a head of request may take, and a connection stay idle.
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    header_timeout: Duration,
    /// How long a request may take to come, or a batch or a slow reader stay still.
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    timeout: Duration,
    /// How long what has begun may take once the server is asked to stop.
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    grace: Duration,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    let count = text.parse().ok().filter(|count| (1..=1 << 20).contains(count));
    count.ok_or_else(|| "expected a whole number, from 1 to 1048576".to_owned())
}

pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|s| (0.001..=86_400.0).contains(s));
    let seconds = seconds.ok_or_else(|| "expected seconds, from 0.001 to 86400".to_owned())?;
    Ok(Duration::from_secs_f64(seconds))
}

fn origin(text: &str) -> Result<HeaderValue, String> {
    let expected = || "expected scheme://host or scheme://host:port, nothing after it".to_owned();
    let (scheme, host) = text.split_once("://").ok_or_else(expected)?;
    let sound = matches!(scheme, "http" | "https")
        && !host.is_empty()
        && host.chars().all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c));
    if !sound {
        return Err(expected());
    }
    HeaderValue::from_str(&text.to_ascii_lowercase()).map_err(|_| expected())
}

pub fn run(arguments: Arguments) -> Result<ExitCode, Fault> {
    let Arguments { addr, pages, log, cors_origin, limits, platform } = arguments;
    let pages = pages::Pages::find(pages)?;
    let platform = Platform::new(platform)?.map(Arc::new);
    log::start(log);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(addr)
            .await
            .map_err(|error| Fault::Usage(format!("cannot listen on {addr}: {error}")))?;
        let asked_to_stop = asked_to_stop()?;
        let mut out = io::stdout().lock();
        writeln!(out, "http://{}", listener.local_addr()?)?;
        out.flush()?;
        drop(out);
        let app = layers::around(api::router(&limits, platform), pages, &limits, cors_origin);
        tokio::spawn(log::keep_lines_moving());
        connections::serve(listener, app, &limits, asked_to_stop).await;
        log::flush();
        Ok(ExitCode::SUCCESS)
    })
}

/// Whoever has the address can ask already.
#[cfg(unix)]
fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    // Without signals, nobody can ask.
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}
