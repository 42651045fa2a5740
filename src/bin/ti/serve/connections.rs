//! Connections: how many, how slow they may be, and how they end.

use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
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
    let (stop, stopping) = watch::channel(());
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
        let http = http.clone();
        let mut stopping = stopping.clone();
        tokio::spawn(async move {
            let mut stream = pin!(stream);
            {
                let io = TokioIo::new(stream.as_mut());
                let mut connection = pin!(http.serve_connection(io, service));
                // What goes wrong with a connection is the client's to see.
                tokio::select! {
                    _ = connection.as_mut() => {}
                    _ = stopping.changed() => {
                        connection.as_mut().graceful_shutdown();
                        let _ = connection.await;
                    }
                }
            }
            drop(stopping);
            let _ = tokio::time::timeout(LINGERING, take_leave(stream)).await;
            drop(place);
        });
    }
    drop((listener, stopping));
    tracing::info!(connections = stop.receiver_count(), "stopping");
    stop.send_replace(());
    if tokio::time::timeout(limits.grace, stop.closed()).await.is_err() {
        tracing::warn!("stopped before everything was answered");
    }
}

/// How long what a client still sends after its last answer is taken in.
const LINGERING: Duration = Duration::from_secs(2);

/// Says that nothing more comes, and waits for the client to end too: a connection that is closed while the client
/// still sends is reset, and the client may lose the answer.
async fn take_leave(mut stream: Pin<&mut TimeoutStream<TcpStream>>) -> io::Result<()> {
    stream.shutdown().await?;
    tokio::io::copy(&mut stream, &mut tokio::io::sink()).await?;
    Ok(())
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
