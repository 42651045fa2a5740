//! What stands around every route: identifiers, the log, headers, compression, bounds of time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::request_id::{MakeRequestId, MakeRequestUuid};
use tower_http::timeout::RequestBodyTimeoutLayer;

use super::pages::Pages;
use super::problem::Problem;
use super::{Limits, api, asked, problem};

/// Nothing from elsewhere, no inline script or style, WebAssembly but no `eval`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The whole application. One layer of many parts, outermost first: a layer of its own for each would be
/// boxed, and copied with all that it holds for every request.
pub fn around(api: Router, pages: Pages, limits: &Limits, origins: Vec<HeaderValue>) -> Router {
    let around = (
        from_fn_with_state(Bounds::of(limits), answer),
        CompressionLayer::new().quality(CompressionLevel::Fastest),
        RequestBodyTimeoutLayer::new(limits.timeout),
    );
    let app = pages.beside(api).layer(around);
    if origins.is_empty() {
        return app;
    }
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE])
        .expose_headers([REQUEST_ID, header::RETRY_AFTER])
        .max_age(Duration::from_secs(3600));
    app.layer(cors)
}

/// An identifier that comes with a request is kept while it is one.
pub fn only_sound_identifier(headers: &mut HeaderMap) {
    let sound = |value: &HeaderValue| {
        let allowed = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
        (1..=64).contains(&value.len()) && value.as_bytes().iter().all(allowed)
    };
    if headers.get(REQUEST_ID).is_some_and(|id| !sound(id)) {
        headers.remove(REQUEST_ID);
    }
}

/// The identifier of a request: the one that it comes with, or a new one.
fn identifier(request: &Request) -> HeaderValue {
    let given = request.headers().get(REQUEST_ID).cloned();
    let new = || Some(MakeRequestUuid.make_request_id(request)?.into_header_value());
    given.or_else(new).unwrap_or(HeaderValue::from_static(""))
}

/// What bounds the answers together.
#[derive(Clone)]
struct Bounds {
    timeout: Duration,
    room: Arc<Semaphore>,
}

impl Bounds {
    fn of(limits: &Limits) -> Self {
        Self { timeout: limits.timeout, room: Arc::new(Semaphore::new(limits.max_requests)) }
    }
}

/// The place that a request of the API takes until its answer is made; what answers in pieces keeps its own hold of it.
pub type Place = Arc<OwnedSemaphorePermit>;

/// Gives a request of the API its place, when there is room for it.
fn admit(request: &mut Request, room: &Arc<Semaphore>) -> Result<Option<Place>, Problem> {
    let path = request.extensions().get::<MatchedPath>();
    if !path.is_some_and(|path| path.as_str().starts_with(api::PREFIX)) {
        return Ok(None);
    }
    let Ok(place) = Arc::clone(room).try_acquire_owned() else {
        let detail = "too many requests are under way: come back later";
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail));
    };
    let place = Arc::new(place);
    request.extensions_mut().insert::<Place>(Arc::clone(&place));
    Ok(Some(place))
}

/// The answer within its time, with the headers of every answer, and its line in the log: it names a
/// request by its route, never by its address, which may hold what people typed.
async fn answer(State(bounds): State<Bounds>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = identifier(&request);
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let mut response = match admit(&mut request, &bounds.room) {
        Ok(_place) => match tokio::time::timeout(bounds.timeout, next.run(request)).await {
            Ok(response) => response,
            Err(_) => asked::slow().into_response(),
        },
        Err(problem) => problem.into_response(),
    };
    let id_text = id.to_str().unwrap_or_default();
    problem::write(&mut response, id_text);
    tracing::info!(
        id = id_text,
        method = method.as_str(),
        route = route.as_ref().map_or("pages", MatchedPath::as_str),
        status = response.status().as_u16(),
        microseconds = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
        "answered"
    );
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(REQUEST_ID, id);
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
