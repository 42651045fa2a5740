//! What stands around every route: identifiers, the log, headers, compression, bounds of time.

use std::time::Duration;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::request_id::{
    MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer,
};
use tower_http::timeout::RequestBodyTimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

use super::pages::Pages;
use super::{Limits, asked, problem};

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
        SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid),
        TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(answered),
        PropagateRequestIdLayer::new(REQUEST_ID),
        from_fn_with_state(limits.timeout, answer),
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

/// A request by its route, never by its address, which may hold what people typed.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("pages", MatchedPath::as_str);
    let id = request.extensions().get::<RequestId>();
    let id = id.and_then(|id| id.header_value().to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), route)
}

fn answered(response: &Response, took: Duration, _: &Span) {
    let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    tracing::info!(status = response.status().as_u16(), microseconds, "answered");
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

/// The answer within its time, with the headers of every answer.
async fn answer(State(timeout): State<Duration>, request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let mut response = match tokio::time::timeout(timeout, next.run(request)).await {
        Ok(response) => response,
        Err(_) => asked::slow().into_response(),
    };
    problem::write(&mut response, id.as_ref());
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
