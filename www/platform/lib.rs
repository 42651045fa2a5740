//! What JavaScript sees of the form platform.
#![cfg(target_arch = "wasm32")]

use js_sys::{Error, JSON};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use territoires_industrie::Lang;
use territoires_industrie::messages;
use territoires_industrie::prefill::{LONGEST, LeftOut, Mapping, Prefill, Sent, ToFill, Why};
use territoires_industrie::value::Value;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Dossier")]
    pub type JsDossier;
    #[wasm_bindgen(typescript_type = "PrefillMapping")]
    pub type JsMapping;
    #[wasm_bindgen(typescript_type = "PrefillLink")]
    pub type JsLink;
}

#[derive(Serialize)]
struct Link {
    url: String,
    /// In characters.
    length: usize,
    /// The most that it may have.
    limit: usize,
    sent: Vec<Sent>,
    left_out: Vec<Left>,
    to_fill: Vec<ToFill>,
}

#[derive(Serialize)]
struct Left {
    field: String,
    why: Why,
    message: &'static str,
}

#[derive(Serialize)]
struct NoLink {
    url: (),
    problems: Vec<String>,
}

/// The link that begins a procedure of the form platform with what a dossier holds; its messages in French, or in
/// English for `en`.
#[wasm_bindgen(js_name = prefillLink)]
pub fn prefill_link(dossier: JsDossier, mapping: JsMapping, lang: &str) -> Result<JsLink, JsValue> {
    let lang = Lang::find(lang).unwrap_or_default();
    let (dossier, mapping) = (json_of(&dossier)?, json_of(&mapping)?);
    let mapping = match Mapping::read(&mapping) {
        Ok(mapping) => mapping,
        Err(faults) => {
            let problems = faults.iter().map(|fault| messages::mapping_error(fault, lang));
            return to_js(&NoLink { url: (), problems: problems.collect() });
        }
    };
    let mut prefill = Prefill::of(&mapping, &dossier);
    let url = prefill.link(&mapping, LONGEST);
    let to_fill = prefill.to_fill(&mapping);
    let Prefill { sent, left_out } = prefill;
    let left_out = left_out.into_iter().map(|left| told(left, lang)).collect();
    to_js(&Link { length: url.len(), limit: LONGEST, url, sent, left_out, to_fill })
}

fn told(LeftOut { field, why }: LeftOut, lang: Lang) -> Left {
    Left { field, why, message: messages::left_out(why, lang) }
}

fn json_of(js: &JsValue) -> Result<Value, JsValue> {
    let text = String::from(JSON::stringify(js)?);
    Value::from_json(text).map_err(|error| Error::new(&error.to_string()).into())
}

fn to_js(value: &impl Serialize) -> Result<JsLink, JsValue> {
    let js = value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)?;
    Ok(js.unchecked_into())
}
