//! What JavaScript sees of the form platform.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{JsDossier, JsOptions, dossier_from, settings_from, to_js};
use crate::check::Lang;
use crate::messages;
use crate::prefill::{LONGEST, LeftOut, Mapping, Prefill, Sent, ToFill, Why};
use crate::value::from_js;

#[wasm_bindgen]
extern "C" {
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

/// The link that begins a procedure of the form platform with what a dossier holds.
#[wasm_bindgen(js_name = prefillLink)]
pub fn prefill_link(
    dossier: JsDossier,
    mapping: JsMapping,
    options: Option<JsOptions>,
) -> Result<JsLink, JsValue> {
    let lang = settings_from(&options.into(), None, &[])?.lang;
    let dossier = dossier_from(&dossier)?.to_value();
    let mapping = match Mapping::read(&from_js(&mapping)?) {
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
    to_js(&Link { length: url.len(), url, sent, left_out, to_fill })
}

fn told(LeftOut { field, why }: LeftOut, lang: Lang) -> Left {
    Left { field, why, message: messages::left_out(why, lang) }
}
