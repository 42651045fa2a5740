//! A draft on the form platform, created from here: the platform answers no other site's page.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::api::{Server, json, no_route};
use super::asked::{Given, Parameters};
use super::problem::Problem;
use crate::ds::Refusal;

pub async fn create(
    State(server): State<Arc<Server>>,
    parameters: Parameters,
    given: Given,
) -> Result<Response, Problem> {
    parameters.end()?;
    let Some(platform) = server.platform.clone() else {
        return Err(no_route().await);
    };
    let created = tokio::task::spawn_blocking(move || platform.create(&given.dossier)).await;
    match created {
        Ok(Ok(draft)) => json(&draft),
        Ok(Err(refusal)) => Err(refused(&refusal)),
        Err(error) => Err(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())),
    }
}

fn refused(refusal: &Refusal) -> Problem {
    let status = match refusal {
        Refusal::NothingToSend => StatusCode::BAD_REQUEST,
        Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::NoAnswer => StatusCode::GATEWAY_TIMEOUT,
        Refusal::NotReached | Refusal::Refused(_) | Refusal::Unreadable => StatusCode::BAD_GATEWAY,
    };
    Problem::new(status, refusal.to_string())
}
