//! What a request brings: the parameters of its address, and its body.

use std::sync::{Arc, LazyLock};

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::value::Value;
use territoires_industrie::{Context, Dossier, Lang, read};
use time::Date;

use super::api::Server;
use super::problem::Problem;
use crate::input;

/// The parameters of an address, each to be taken once.
pub struct Parameters(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(parameters)) => Ok(Self(parameters)),
            Err(error) => Err(Problem::bad_request(error.body_text())),
        }
    }
}

impl Parameters {
    /// The value of a parameter, read; nothing when it is absent or empty.
    pub fn take<T>(
        &mut self,
        name: &str,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        let Some(place) = self.0.iter().position(|(given, _)| given == name) else {
            return Ok(None);
        };
        let (_, value) = self.0.swap_remove(place);
        if self.0.iter().any(|(given, _)| given == name) {
            return Err(Problem::bad_request(format!("parameter {name} is given twice")));
        }
        if value.is_empty() {
            return Ok(None);
        }
        let found = read(&value).ok_or_else(|| {
            let found = Value::from(value).typed();
            Problem::bad_request(format!("parameter {name}: found “{found}”, expected {expected}"))
        })?;
        Ok(Some(found))
    }

    pub fn lang(&mut self) -> Result<Lang, Problem> {
        Ok(self.take("lang", "fr or en", Lang::find)?.unwrap_or_default())
    }

    /// The day, the language and the scale of an evaluation.
    pub fn asked(&mut self) -> Result<Asked, Problem> {
        static SCALES: LazyLock<String> = LazyLock::new(|| {
            let ids: Vec<&str> = scale::shipped().iter().map(|scale| scale.id.as_str()).collect();
            format!("one of {}", ids.join(", "))
        });
        let ours = |_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "no day here: give `day`");
        Ok(Asked {
            day: match self.take("day", "a day such as 2023-09-15", read::date)? {
                Some(day) => day,
                None => input::today().map_err(ours)?,
            },
            lang: self.lang()?,
            scale: self.take("scale", &SCALES, scale::find)?,
        })
    }

    /// Nothing else was given.
    pub fn end(self) -> Result<(), Problem> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => {
                let name = Value::from(name.as_str()).typed();
                Err(Problem::bad_request(format!("unknown parameter “{name}”")))
            }
        }
    }
}

/// What a dossier is evaluated with.
#[derive(Clone, Copy)]
pub struct Asked {
    day: Date,
    lang: Lang,
    scale: Option<&'static Scale>,
}

impl Asked {
    pub fn context(&self) -> Context<'static> {
        Context { day: self.day, lang: self.lang, scale: self.scale }
    }
}

/// The dossier in a body, and how many bytes it came in. Boxed: it is large, and what handles a request is moved about.
pub struct Given {
    pub dossier: Box<Dossier>,
    pub length: usize,
}

impl FromRequest<Arc<Server>> for Given {
    type Rejection = Problem;

    async fn from_request(request: Request, server: &Arc<Server>) -> Result<Self, Problem> {
        let json = |essence: &str| {
            essence == "application/json"
                || essence.strip_prefix("application/").is_some_and(|sub| sub.ends_with("+json"))
        };
        expect_media(request.headers(), "application/json", json)?;
        let bytes = bytes(request, server.max_body).await?;
        let length = bytes.len();
        let dossier = in_place(length, || Dossier::from_json(&bytes).map(Box::new));
        let dossier = dossier.map_err(|error| Problem::bad_request(error.to_string()))?;
        Ok(Self { dossier, length })
    }
}

/// A body of this many bytes is soon read and judged; a larger one leaves its thread to others.
const SHORT: usize = 64 << 10;

/// Works on a body of a length without keeping other requests from being answered.
pub fn in_place<T>(length: usize, work: impl FnOnce() -> T) -> T {
    if length <= SHORT { work() } else { tokio::task::block_in_place(work) }
}

/// Refuses a body of another type than expected, or an encoded one.
pub fn expect_media(
    headers: &HeaderMap,
    expected: &str,
    fits: impl FnOnce(&str) -> bool,
) -> Result<(), Problem> {
    let refuse = |detail| Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
    let given = headers.get(header::CONTENT_TYPE).map(|value| value.to_str().unwrap_or_default());
    let Some(given) = given else {
        return refuse(format!("no content-type, expected {expected}"));
    };
    let mut parts = given.split(';').map(|part| part.trim().to_ascii_lowercase());
    if !parts.next().is_some_and(|essence| fits(&essence)) {
        let found = Value::from(given).typed();
        return refuse(format!("content-type: found “{found}”, expected {expected}"));
    }
    let charset = parts.find_map(|part| Some(part.strip_prefix("charset=")?.to_owned()));
    if charset.is_some_and(|charset| charset.trim_matches('"') != "utf-8") {
        return refuse("content-type: expected charset=utf-8".to_owned());
    }
    match headers.get(header::CONTENT_ENCODING) {
        Some(encoding) if !encoding.as_bytes().eq_ignore_ascii_case(b"identity") => {
            refuse("content-encoding: expected a body that is not compressed".to_owned())
        }
        _ => Ok(()),
    }
}

/// The length that a request announces is within the bound.
pub fn expect_length(headers: &HeaderMap, at_most: usize) -> Result<(), Problem> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    match announced.and_then(|length| length.parse::<u64>().ok()) {
        Some(length) if length > at_most as u64 => Err(too_large(at_most)),
        _ => Ok(()),
    }
}

pub fn too_large(at_most: usize) -> Problem {
    let detail = format!("the body is larger than the {at_most} bytes that are read");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}

async fn bytes(request: Request, at_most: usize) -> Result<Bytes, Problem> {
    expect_length(request.headers(), at_most)?;
    match Limited::new(request.into_body(), at_most).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_large(at_most)),
        Err(error) if is_slow(&*error) => Err(slow()),
        Err(_) => Err(Problem::bad_request("the body was cut before its end")),
    }
}

/// Whether an error of a body says that nothing came of it for too long.
pub fn is_slow(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source())
        .any(|error| error.is::<tower_http::timeout::TimeoutError>())
}

pub fn slow() -> Problem {
    Problem::new(StatusCode::REQUEST_TIMEOUT, "the request took too long to come")
}
