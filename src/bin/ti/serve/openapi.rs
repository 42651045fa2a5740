//! The description of the API (OpenAPI 3.1), from the types that it reads and writes.

use axum::http::StatusCode;
use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};
use territoires_industrie::Dossier;
use territoires_industrie::report::ENGINE;
use territoires_industrie::scale;

use super::api::MOST_FOUND;
use super::problem::Problem;

/// A parameter of an address.
pub struct Parameter {
    name: &'static str,
    about: &'static str,
    required: bool,
    schema: fn() -> Value,
}

fn text() -> Value {
    json!({"type": "string"})
}

impl Parameter {
    const DAY: Self = Self {
        name: "day",
        about: "The day of reference; today in Europe/Paris by default.",
        required: false,
        schema: || json!({"type": "string", "format": "date", "examples": ["2023-09-15"]}),
    };
    pub const LANG: Self = Self {
        name: "lang",
        about: "The language of the sentences.",
        required: false,
        schema: || json!({"enum": ["fr", "en"], "default": "fr"}),
    };
    const SCALE: Self = Self {
        name: "scale",
        about: "The id of the funding scale; it wins over the dossier's.",
        required: false,
        schema: || json!({"enum": scale::shipped().iter().map(|scale| &scale.id).collect::<Vec<_>>()}),
    };
    const ANNUAL_COST: Self = Self {
        name: "annual_cost",
        about: "The budget of the members, in euros: the largest annual cost within it is looked for.",
        required: false,
        schema: text,
    };
    const MONTHS: Self = Self {
        name: "months",
        about: "The budget of the members, in euros: the most months within it are looked for.",
        required: false,
        schema: text,
    };
    const QUERY: Self = Self {
        name: "q",
        about: "Words of a name, the beginning of a SIREN, a département.",
        required: true,
        schema: text,
    };
    const LIMIT: Self = Self {
        name: "limit",
        about: "How many at most.",
        required: false,
        schema: || json!({"type": "integer", "minimum": 1, "maximum": MOST_FOUND, "default": 10}),
    };
    pub const EVALUATION: &[Self] = &[Self::DAY, Self::LANG, Self::SCALE];
    pub const SOLVE: &[Self] =
        &[Self::DAY, Self::LANG, Self::SCALE, Self::ANNUAL_COST, Self::MONTHS];
    pub const SEARCH: &[Self] = &[Self::QUERY, Self::LIMIT];
}

/// What a request carries.
pub enum Body {
    Nothing,
    Dossier,
    Dossiers,
}

/// What comes back.
pub enum Answer {
    /// One JSON value.
    Json(Value),
    /// JSON Lines, each of one of these schemas.
    Lines(Vec<Value>),
}

/// A route in words.
pub struct About {
    pub path: &'static str,
    pub summary: &'static str,
    pub description: &'static str,
    pub query: &'static [Parameter],
    pub body: Body,
    pub answer: Answer,
    /// Refusals besides those of every route.
    pub may_refuse: &'static [StatusCode],
}

/// The description as far as it is written.
pub struct Document {
    written: SchemaGenerator,
    read: SchemaGenerator,
    paths: Map<String, Value>,
}

impl Document {
    pub fn new() -> Self {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = "/components/schemas".into();
                settings.meta_schema = None;
            })
        };
        Self {
            written: settings().for_serialize().into_generator(),
            read: settings().for_deserialize().into_generator(),
            paths: Map::new(),
        }
    }

    /// The schema of an answer.
    pub fn answer<T: JsonSchema>(&mut self) -> Value {
        self.written.subschema_for::<T>().to_value()
    }

    pub fn describe(&mut self, path: &str, about: About) {
        let id = about.path.trim_start_matches('/').replace('/', "_");
        let mut operation = Map::new();
        let mut tell = |key: &str, value: Value| operation.insert(key.to_owned(), value);
        tell("summary", about.summary.into());
        tell("description", about.description.into());
        tell("operationId", id.into());
        let parameter = |parameter: &Parameter| {
            json!({
                "name": parameter.name,
                "in": "query",
                "description": parameter.about,
                "required": parameter.required,
                "schema": (parameter.schema)(),
            })
        };
        if !about.query.is_empty() {
            tell("parameters", about.query.iter().map(parameter).collect());
        }
        let mut statuses = vec![
            StatusCode::BAD_REQUEST,
            StatusCode::REQUEST_TIMEOUT,
            StatusCode::SERVICE_UNAVAILABLE,
        ];
        let media = match about.body {
            Body::Nothing => None,
            Body::Dossier => Some("application/json"),
            Body::Dossiers => Some("application/x-ndjson"),
        };
        let method = if media.is_some() { "post" } else { "get" };
        if let Some(media) = media {
            let dossier = self.read.subschema_for::<Dossier>();
            tell("requestBody", json!({"required": true, "content": {media: {"schema": dossier}}}));
            statuses.extend([StatusCode::PAYLOAD_TOO_LARGE, StatusCode::UNSUPPORTED_MEDIA_TYPE]);
        }
        statuses.extend(about.may_refuse);
        let (media, schema) = match about.answer {
            Answer::Json(schema) => ("application/json", schema),
            Answer::Lines(any_of) => ("application/x-ndjson", json!({"anyOf": any_of})),
        };
        let mut responses = Map::new();
        let done = json!({"description": "The answer.", "content": {media: {"schema": schema}}});
        responses.insert("200".to_owned(), done);
        let problem = self.answer::<Problem>();
        for status in statuses {
            let refusal = json!({
                "description": status.canonical_reason(),
                "content": {"application/problem+json": {"schema": problem}},
            });
            responses.insert(status.as_u16().to_string(), refusal);
        }
        tell("responses", responses.into());
        self.paths.insert(path.to_owned(), json!({method: operation}));
    }

    pub fn finish(mut self) -> Value {
        let mut schemas = self.read.take_definitions(true);
        // Inside a dossier, nothing and `null` are one.
        for (name, schema) in &mut schemas {
            if name != "Dossier" && schema["type"] == "object" {
                schema["type"] = json!(["object", "null"]);
            }
        }
        schemas.extend(self.written.take_definitions(true));
        json!({
            "openapi": "3.1.0",
            "info": {
                "title": "Territoires d'industrie",
                "version": ENGINE,
                "description": "The rules of the programme: eligibility explained, and the \
                    cofinancing of a chef de projet. Indicative, not official; figures by level of \
                    fragility are hypotheses.",
                "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
            },
            "paths": self.paths,
            "components": {"schemas": schemas},
        })
    }
}
