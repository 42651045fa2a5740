//! The routes of the API, each registered together with its description.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get, post};
use serde::Serialize;
use territoires_industrie::directory::{self, Epci};
use territoires_industrie::funding::Unknown;
use territoires_industrie::read;
use territoires_industrie::report::{ENGINE, Report};
use territoires_industrie::rules::scale_in_force;
use territoires_industrie::scale::{self, Scale};
use territoires_industrie::scenarios::{Comparison, compare};
use territoires_industrie::simulation::{Funding, Solved, simulate, solve};

use super::asked::{Given, Parameters, in_place};
use super::openapi::{About, Answer, Body as Asks, Document, Parameter};
use super::problem::Problem;
use super::{Limits, batch, prefill, writers};
use crate::batch::NoDossier;
use crate::catalogue::{Described, described};
use crate::ds::Platform;

/// What every request can use.
pub struct Server {
    pub max_body: usize,
    pub max_batch: usize,
    pub platform: Option<Arc<Platform>>,
    document: Bytes,
}

pub const PREFIX: &str = "/api/v1";

pub fn router(limits: &Limits, platform: Option<Arc<Platform>>) -> Router {
    let mut document = Document::new();
    let mut routes = Router::new();
    let mut add = |document: &mut Document, route: MethodRouter<Arc<Server>>, about: About| {
        let path = format!("{PREFIX}{}", about.path);
        document.describe(&path, about);
        routes = std::mem::take(&mut routes).route(&path, route);
    };
    let report = document.answer::<Report>();
    add(
        &mut document,
        post(check),
        About {
            path: "/check",
            summary: "Check a dossier",
            description: "What holds, what is missing, why. An inadmissible dossier is an answer like any other.",
            query: Parameter::EVALUATION,
            body: Asks::Dossier,
            answer: Answer::Json(report.clone()),
            may_refuse: &[],
        },
    );
    let plan = document.answer::<Option<Funding>>();
    add(
        &mut document,
        post(simulated),
        About {
            path: "/simulate",
            summary: "Compute who pays what for the post of a dossier",
            description: "`null` while the post cannot be simulated: rules F4 to F6 of the report say why.",
            query: Parameter::EVALUATION,
            body: Asks::Dossier,
            answer: Answer::Json(plan),
            may_refuse: &[],
        },
    );
    let comparison = document.answer::<Comparison>();
    add(
        &mut document,
        post(compared),
        About {
            path: "/compare",
            summary: "The same post at every level of the scale",
            description: "No plan while the post cannot be simulated.",
            query: Parameter::EVALUATION,
            body: Asks::Dossier,
            answer: Answer::Json(comparison),
            may_refuse: &[],
        },
    );
    let solved = document.answer::<Option<Solved>>();
    add(
        &mut document,
        post(solve_for),
        About {
            path: "/solve",
            summary: "The largest post within a budget of the members",
            description: "Either `annual_cost` or `months` is given, with the budget. `null` when there is \
            no such post, or while the rest of it is not given.",
            query: Parameter::SOLVE,
            body: Asks::Dossier,
            answer: Answer::Json(solved),
            may_refuse: &[],
        },
    );
    let no_dossier = document.answer::<NoDossier>();
    add(
        &mut document,
        post(batch::check_each),
        About {
            path: "/batch",
            summary: "Check many dossiers",
            description: "One dossier a line, one report a line, in the same order, as they come. A line \
            that is no dossier gets an answer of its own and stops nothing.",
            query: Parameter::EVALUATION,
            body: Asks::Dossiers,
            answer: Answer::Lines(vec![report, no_dossier]),
            may_refuse: &[],
        },
    );
    let rules = document.answer::<Vec<Described>>();
    add(
        &mut document,
        get(rules_in_words),
        About {
            path: "/rules",
            summary: "The catalogue of rules",
            description: "What each asks, how binding it is, where it comes from.",
            query: &[Parameter::LANG],
            body: Asks::Nothing,
            answer: Answer::Json(rules),
            may_refuse: &[],
        },
    );
    let scales = document.answer::<Vec<Scale>>();
    add(
        &mut document,
        get(scales_with_sources),
        About {
            path: "/scales",
            summary: "The funding scales",
            description: "With their status and source. Figures by level of fragility are hypotheses.",
            query: &[],
            body: Asks::Nothing,
            answer: Answer::Json(scales),
            may_refuse: &[],
        },
    );
    let epcis = document.answer::<Vec<Epci>>();
    add(
        &mut document,
        get(epcis_found),
        About {
            path: "/epcis",
            summary: "Search the intercommunalités of 1 January 2023",
            description: "By name, SIREN or département; the best first.",
            query: Parameter::SEARCH,
            body: Asks::Nothing,
            answer: Answer::Json(epcis),
            may_refuse: &[],
        },
    );
    if platform.is_some() {
        let draft = document.answer::<crate::ds::Draft>();
        add(
            &mut document,
            post(prefill::create),
            About {
                path: "/ds/prefill",
                summary: "Create a prefilled draft on the form platform",
                description: "The person then opens it at `dossier_url`, and finishes it there. The \
                platform deletes a draft that nobody opens within five days.",
                query: &[],
                body: Asks::Dossier,
                answer: Answer::Json(draft),
                may_refuse: &[StatusCode::BAD_GATEWAY, StatusCode::GATEWAY_TIMEOUT],
            },
        );
    }
    let server = Arc::new(Server {
        max_body: limits.max_body,
        max_batch: limits.max_batch,
        platform,
        document: document.finish().to_string().into(),
    });
    routes
        .route("/api/v1/openapi.json", get(openapi))
        .route("/health", get(health))
        .route("/api", any(no_route))
        .route("/api/{*rest}", any(no_route))
        .method_not_allowed_fallback(no_method)
        .with_state(server)
}

const JSON: [(HeaderName, &str); 1] = [(header::CONTENT_TYPE, "application/json")];

pub fn json(value: &(impl Serialize + ?Sized)) -> Result<Response, Problem> {
    match serde_json::to_string(value) {
        Ok(text) => Ok((JSON, text).into_response()),
        Err(error) => Err(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())),
    }
}

async fn check(mut parameters: Parameters, given: Given) -> Result<Response, Problem> {
    let asked = parameters.asked()?;
    parameters.end()?;
    let report = || writers::report(&given.dossier, asked.context());
    Ok((JSON, in_place(given.length, report)).into_response())
}

async fn simulated(mut parameters: Parameters, given: Given) -> Result<Response, Problem> {
    let asked = parameters.asked()?;
    parameters.end()?;
    in_place(given.length, || json(&simulate(&given.dossier, &asked.context())))
}

/// The most levels times payers of a comparison, whose answer grows with both.
const MOST_COMPARED: usize = 20_000;

async fn compared(mut parameters: Parameters, given: Given) -> Result<Response, Problem> {
    let asked = parameters.asked()?;
    parameters.end()?;
    let (dossier, context) = (&given.dossier, asked.context());
    let levels = scale_in_force(dossier, &context).levels.len();
    let members = dossier.perimeter.epcis.rows().len();
    let payers = members + dossier.chef_de_projet.other_funding.rows().len();
    if levels * payers > MOST_COMPARED {
        let detail = format!(
            "{levels} levels for {payers} members and other funders; their product is at most {MOST_COMPARED}"
        );
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail));
    }
    in_place(given.length, || json(&compare(dossier, &context)))
}

async fn solve_for(mut parameters: Parameters, given: Given) -> Result<Response, Problem> {
    let budget = "a budget in euros, such as 80000";
    let annual_cost = parameters.take("annual_cost", budget, read::amount)?;
    let months = parameters.take("months", budget, read::amount)?;
    let asked = parameters.asked()?;
    parameters.end()?;
    let (unknown, budget) = match (annual_cost, months) {
        (Some(budget), None) => (Unknown::AnnualCost, budget),
        (None, Some(budget)) => (Unknown::Months, budget),
        _ => {
            let expected = "expected one of the parameters annual_cost and months, with a budget";
            return Err(Problem::bad_request(expected));
        }
    };
    in_place(given.length, || json(&solve(&given.dossier, &asked.context(), unknown, budget)))
}

async fn rules_in_words(mut parameters: Parameters) -> Result<Response, Problem> {
    let lang = parameters.lang()?;
    parameters.end()?;
    json(&described(lang))
}

// Their texts are in both languages: either is well asked.
async fn scales_with_sources(mut parameters: Parameters) -> Result<Response, Problem> {
    parameters.lang()?;
    parameters.end()?;
    json(scale::shipped())
}

/// How many intercommunalités are found at most.
pub const MOST_FOUND: usize = 100;

async fn epcis_found(mut parameters: Parameters) -> Result<Response, Problem> {
    let query = parameters.take("q", "words of a name", |text| Some(text.to_owned()))?;
    let in_range = |text: &str| text.parse().ok().filter(|limit| (1..=MOST_FOUND).contains(limit));
    let limit = parameters.take("limit", "a whole number from 1 to 100", in_range)?.unwrap_or(10);
    parameters.lang()?;
    parameters.end()?;
    let query = query.ok_or_else(|| {
        Problem::bad_request("expected the parameter q: a name, a SIREN or a département")
    })?;
    json(&directory::search(&query, limit))
}

async fn openapi(State(server): State<Arc<Server>>) -> Response {
    (JSON, server.document.clone()).into_response()
}

async fn health() -> Response {
    (JSON, format!(r#"{{"status":"ok","engine":"{ENGINE}"}}"#)).into_response()
}

pub async fn no_route() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "nothing stands at this address")
}

async fn no_method() -> Problem {
    let detail = "nothing is done at this address by this method: see the header `allow`";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail)
}
