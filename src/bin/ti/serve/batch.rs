//! Many dossiers over one connection: JSON Lines in, JSON Lines out, as they come.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use futures_util::stream;
use http_body_util::{BodyExt, Limited};
use territoires_industrie::Dossier;

use super::api::Server;
use super::asked::{Asked, Parameters, expect_length, expect_media};
use super::layers::Place;
use super::problem::Problem;
use super::writers;
use crate::batch::NoDossier;

const LINES: &str = "application/x-ndjson";
const ALSO_LINES: [&str; 5] = [
    "application/jsonl",
    "application/jsonlines",
    "application/json-lines",
    "application/x-jsonlines",
    "application/json",
];

pub async fn check_each(
    State(server): State<Arc<Server>>,
    mut parameters: Parameters,
    request: Request,
) -> Result<Response, Problem> {
    let asked = parameters.asked()?;
    parameters.end()?;
    expect_media(request.headers(), LINES, |media| media == LINES || ALSO_LINES.contains(&media))?;
    expect_length(request.headers(), server.max_batch)?;
    let place = request.extensions().get::<Place>().cloned();
    let given = Limited::new(request.into_body(), server.max_batch);
    let lines =
        Lines { asked, longest: server.max_body, number: 0, begun: Vec::new(), _place: place };
    // Compression asks again after the end.
    let answers = stream::unfold(Some((given, lines)), answer_some).fuse();
    Ok(([(header::CONTENT_TYPE, LINES)], Body::from_stream(answers)).into_response())
}

type Rest = Option<(Limited<Body>, Lines)>;

/// The answers to the next lines that come, and the rest; a body that breaks off breaks the answer off,
/// so that nobody takes it for whole.
async fn answer_some(rest: Rest) -> Option<(Result<Bytes, axum::Error>, Rest)> {
    let (mut given, mut lines) = rest?;
    loop {
        match given.frame().await {
            Some(Ok(frame)) => {
                let answers = lines.take(&frame.into_data().unwrap_or_default());
                if !answers.is_empty() {
                    return Some((Ok(answers.into()), Some((given, lines))));
                }
            }
            Some(Err(error)) => {
                // What was answered before leaves first.
                tokio::task::yield_now().await;
                return Some((Err(axum::Error::new(error)), None));
            }
            None => return Some((Ok(lines.end().into()), None)),
        }
    }
}

/// Lines as they come in pieces.
struct Lines {
    asked: Asked,
    longest: usize,
    number: u64,
    /// The beginning of a line whose end has not come yet, as far as it is kept.
    begun: Vec<u8>,
    /// Held to the last line.
    _place: Option<Place>,
}

impl Lines {
    /// The answers to the lines that end in these bytes.
    fn take(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut answers = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            match piece.strip_suffix(b"\n") {
                Some(piece) if self.begun.is_empty() => self.answer(piece, &mut answers),
                Some(piece) => {
                    self.keep(piece);
                    let line = std::mem::take(&mut self.begun);
                    self.answer(&line, &mut answers);
                }
                None => self.keep(piece),
            }
        }
        answers
    }

    /// The answer to a last line without an end.
    fn end(&mut self) -> Vec<u8> {
        let line = std::mem::take(&mut self.begun);
        let mut answers = Vec::new();
        if !line.is_empty() {
            self.answer(&line, &mut answers);
        }
        answers
    }

    /// Keeps at most one byte more than the longest line, so as to know that it is too long.
    fn keep(&mut self, piece: &[u8]) {
        let room = self.longest.saturating_add(1).saturating_sub(self.begun.len());
        self.begun.extend_from_slice(piece.get(..room).unwrap_or(piece));
    }

    fn answer(&mut self, line: &[u8], answers: &mut Vec<u8>) {
        self.number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        let dossier = if line.len() > self.longest {
            Err(format!("longer than {} bytes", self.longest))
        } else {
            Dossier::from_json(line).map_err(|error| error.to_string())
        };
        match dossier {
            Ok(dossier) => writers::write(&dossier, self.asked.context(), answers),
            Err(error) => {
                let error = NoDossier { line: self.number, error };
                // A vector takes all that is written.
                let _ = serde_json::to_writer(&mut *answers, &error);
            }
        }
        answers.push(b'\n');
    }
}
