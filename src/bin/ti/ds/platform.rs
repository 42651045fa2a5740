//! The form platform over HTTP: creates a draft.

use std::fmt;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use clap::Args;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use territoires_industrie::Dossier;
use territoires_industrie::prefill::{Given, LeftOut, Mapping, Prefill, Sent, named};
use territoires_industrie::value::Value;
use ureq::http::StatusCode;
use ureq::{Agent, Timeout};

use crate::input::Fault;
use crate::serve::seconds;

/// Which platform and which procedure: never taken from a request.
#[derive(Args)]
#[command(next_help_heading = "Form platform")]
pub struct PlatformArguments {
    /// The mapping file of the procedure: turns on POST /api/v1/ds/prefill.
    #[arg(long, value_name = "FILE", env = "TI_DS_MAPPING", requires = "ds_url")]
    ds_mapping: Option<PathBuf>,
    /// The address of the platform, such as https://demarche.numerique.gouv.fr.
    #[arg(long, value_name = "URL", env = "TI_DS_URL", value_parser = base)]
    ds_url: Option<String>,
    /// How long the platform may take to answer.
    #[arg(long, value_name = "SECONDS", env = "TI_DS_TIMEOUT", default_value = "10", value_parser = seconds)]
    ds_timeout: Duration,
}

/// An address without a path; without TLS only on this machine.
fn base(text: &str) -> Result<String, String> {
    let expected = || "expected https://host, nothing after it".to_owned();
    let uri: ureq::http::Uri = text.parse().map_err(|_| expected())?;
    let host = uri.host().ok_or_else(expected)?;
    let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    let is_safe =
        uri.scheme_str() == Some("https") || (uri.scheme_str() == Some("http") && is_here);
    let is_bare = uri.path() == "/" && uri.query().is_none() && !text.contains('@');
    if is_safe && is_bare { Ok(text.trim_end_matches('/').to_owned()) } else { Err(expected()) }
}

/// The platform and the procedure that drafts are created in.
pub struct Platform {
    agent: Agent,
    address: String,
    mapping: Mapping,
}

/// A draft on the platform.
#[derive(Serialize, JsonSchema)]
pub struct Draft {
    /// Where the person opens it, and makes it theirs.
    dossier_url: String,
    /// Its number on the platform.
    dossier_number: u64,
    /// The fields of the dossier that were sent.
    sent: Vec<Sent>,
    /// Those that stayed behind, and why.
    left_out: Vec<LeftOut>,
}

/// Why there is no draft.
#[derive(Debug)]
pub enum Refusal {
    /// Nothing of the dossier goes to the procedure.
    NothingToSend,
    /// The platform was not reached: nothing was created.
    NotReached,
    /// It is too busy: nothing was created.
    Busy,
    /// It did not answer in time: a draft may have been created.
    NoAnswer,
    /// It refused, in its words.
    Refused(String),
    /// Its answer is not what it says that it answers: a draft may have been created.
    Unreadable,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NothingToSend => {
                "nothing in the dossier goes to a confirmed field of the procedure"
            }
            Self::NotReached => "the form platform was not reached: nothing was created",
            Self::Busy => "the form platform is too busy: nothing was created, come back later",
            Self::NoAnswer => {
                "the form platform did not answer in time: a draft may have been created, which it \
                 deletes if nobody opens it"
            }
            Self::Refused(words) => return write!(f, "the form platform refused: {words}"),
            Self::Unreadable => {
                "the form platform gave an answer that cannot be read: a draft may have been \
                 created, which it deletes if nobody opens it"
            }
        })
    }
}

/// What the platform answers.
#[derive(Deserialize)]
struct Created {
    dossier_url: String,
    dossier_number: u64,
}

/// Waits before another try, when nothing can have been created.
const WAITS: [Duration; 2] = [Duration::from_millis(200), Duration::from_millis(800)];

impl Platform {
    /// The platform of the options, when they turn it on.
    pub fn new(arguments: PlatformArguments) -> Result<Option<Self>, Fault> {
        let PlatformArguments { ds_mapping, ds_url, ds_timeout } = arguments;
        let (Some(file), Some(base)) = (ds_mapping, ds_url) else { return Ok(None) };
        let mapping = super::read_mapping(&file)?;
        let number = mapping.procedure.number;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(ds_timeout.min(Duration::from_secs(3))))
            .timeout_global(Some(ds_timeout))
            .user_agent(concat!("territoires-industrie/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Some(Self {
            agent: config.new_agent(),
            address: format!("{base}/api/public/v1/demarches/{number}/dossiers"),
            mapping,
        }))
    }

    /// Creates a draft with what the dossier holds.
    pub fn create(&self, dossier: &Dossier) -> Result<Draft, Refusal> {
        let value = dossier.to_value();
        let prefill = Prefill::of(&self.mapping, &value);
        if prefill.sent.is_empty() {
            return Err(Refusal::NothingToSend);
        }
        // Texts in a tree: nothing that cannot be written.
        let body = serde_json::to_vec(&body(&prefill)).unwrap_or_default();
        let mut answer = self.post(&body);
        for wait in WAITS {
            if !matches!(answer, Err(Refusal::NotReached | Refusal::Busy)) {
                break;
            }
            sleep(wait);
            answer = self.post(&body);
        }
        let Created { dossier_url, dossier_number } = answer?;
        let Prefill { sent, left_out } = prefill;
        Ok(Draft { dossier_url, dossier_number, sent, left_out })
    }

    fn post(&self, body: &[u8]) -> Result<Created, Refusal> {
        let request = self.agent.post(&self.address).content_type("application/json");
        let mut response = request.send(body).map_err(|error| refusal(&error))?;
        let status = response.status();
        let text = response.body_mut().with_config().limit(64 << 10).read_to_string();
        match status {
            StatusCode::CREATED | StatusCode::OK => {
                let text = text.map_err(|_| Refusal::Unreadable)?;
                let created: Created =
                    serde_json::from_str(&text).map_err(|_| Refusal::Unreadable)?;
                let is_address =
                    ["https://", "http://"].iter().any(|s| created.dossier_url.starts_with(s));
                if is_address { Ok(created) } else { Err(Refusal::Unreadable) }
            }
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => Err(Refusal::Busy),
            _ => Err(Refusal::Refused(words(status, &text.unwrap_or_default()))),
        }
    }
}

/// The body that creates a draft with these values.
fn body(prefill: &Prefill) -> Map<String, Json> {
    let mut body = Map::new();
    let rows = prefill.rows();
    for sent in &prefill.sent {
        let value = match &sent.given {
            Given::One(text) => Json::from(text.as_str()),
            Given::Several(texts) => texts.iter().map(String::as_str).collect(),
        };
        let Some(row) = &sent.row else {
            body.insert(named(&sent.champ), value);
            continue;
        };
        let place = row.place(&rows);
        let list = body.entry(named(&row.block)).or_insert_with(|| Json::Array(Vec::new()));
        if let Some(list) = list.as_array_mut() {
            list.resize_with(list.len().max(place + 1), || Json::Object(Map::new()));
            if let Some(Json::Object(fields)) = list.get_mut(place) {
                fields.insert(named(&sent.champ), value);
            }
        }
    }
    body
}

/// What the platform says in words, with its status.
fn words(status: StatusCode, text: &str) -> String {
    let said = serde_json::from_str::<serde_json::Value>(text).ok();
    let said = said.as_ref().and_then(|said| said.get("error")?.as_str());
    match said {
        Some(said) => format!("{} ({})", Value::from(said).typed(), status.as_u16()),
        None => status.to_string(),
    }
}

/// Whether anything can have been created.
fn refusal(error: &ureq::Error) -> Refusal {
    use std::io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable};
    match error {
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::Tls(_)
        | ureq::Error::Rustls(_)
        | ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => Refusal::NotReached,
        ureq::Error::Io(error)
            if matches!(error.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable) =>
        {
            Refusal::NotReached
        }
        _ => Refusal::NoAnswer,
    }
}
