//! Connections: how many, how slow they may be, and how they end.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

use super::Limits;
use super::layers::only_sound_identifier;

/// The largest head of a request, and the most headers in it.
const HEAD: usize = 16 << 10;
const HEADERS: usize = 64;

/// Serves until asked to stop, and then until what has begun is done or the time of grace is over.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    limits: &Limits,
    asked_to_stop: impl Future<Output = ()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_header_size(HEAD)
        .max_headers(HEADERS);
    let room = Arc::new(Semaphore::new(limits.max_connections));
    let graceful = GracefulShutdown::new();
    let mut asked_to_stop = std::pin::pin!(asked_to_stop);
    loop {
        let (stream, place) = tokio::select! {
            next = accept(&listener, &room) => next,
            () = &mut asked_to_stop => break,
        };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.timeout));
        let app = TowerToHyperService::new(app.clone());
        let service = service_fn(move |mut request| {
            only_sound_identifier(Request::headers_mut(&mut request));
            app.call(request)
        });
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // What goes wrong with a connection is the client's to see.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    tracing::info!(connections = graceful.count(), "stopping");
    if tokio::time::timeout(limits.grace, graceful.shutdown()).await.is_err() {
        tracing::warn!("stopped before everything was answered");
    }
}

/// The next connection, once there is room for it.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, OwnedSemaphorePermit) {
    loop {
        // The semaphore is never closed.
        let Ok(place) = Arc::clone(room).acquire_owned().await else {
            return std::future::pending().await;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                // Answers are small and written at once.
                let _ = stream.set_nodelay(true);
                return (stream, place);
            }
            // Out of files, or a client already gone: neither ends the server.
            Err(error) => {
                tracing::warn!(%error, "no connection taken");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}
