//! What JavaScript sees of the funding of a post beside the plan of a report.

use wasm_bindgen::prelude::*;

use super::{JsDossier, JsText, answer, error, to_js};
use crate::digits::joined;
use crate::document::{self, Format};
use crate::dossier::Dossier;
use crate::funding::{Range, Unknown};
use crate::money::Cents;
use crate::read;
use crate::rules::Context;
use crate::scenarios::{self, Scenario};
use crate::simulation;
use crate::value::{Value, from_js, string_of};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Comparison")]
    pub type JsComparison;
    #[wasm_bindgen(typescript_type = "Unknown")]
    pub type JsUnknown;
    #[wasm_bindgen(typescript_type = "AmountIn")]
    pub type JsAmount;
    #[wasm_bindgen(typescript_type = "Solved | null")]
    pub type JsSolved;
    #[wasm_bindgen(typescript_type = "Range")]
    pub type JsRange;
    #[wasm_bindgen(typescript_type = "Sensitivity | null")]
    pub type JsSensitivity;
    #[wasm_bindgen(typescript_type = "DocumentFormat")]
    pub type JsFormat;
    #[wasm_bindgen(typescript_type = "string | null")]
    pub type JsOptionalText;
}

/// The post of a dossier at every level of its scale; or beside scenarios, when some are given.
#[wasm_bindgen]
pub fn compare(
    dossier: JsDossier,
    #[wasm_bindgen(unchecked_optional_param_type = "Scenario[] | null")] scenarios: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsComparison, JsValue> {
    let scenarios = from_js(&scenarios)?;
    answer(&dossier, &options, &mut |dossier, context| {
        to_js(&compared(dossier, &scenarios, context)?)
    })
}

/// What [`compare`] gives, as a document.
#[wasm_bindgen(js_name = comparisonDocument)]
pub fn comparison_document(
    dossier: JsDossier,
    format: JsFormat,
    #[wasm_bindgen(unchecked_optional_param_type = "Scenario[] | null")] scenarios: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsText, JsValue> {
    let (format, scenarios) = (format_from(&format)?, from_js(&scenarios)?);
    answer(&dossier, &options, &mut |dossier, context| {
        let found = compared(dossier, &scenarios, context)?;
        Ok(document::comparison(&found, context).write(format).into())
    })
}

fn compared(
    dossier: &Dossier,
    given: &Value,
    context: &Context<'_>,
) -> Result<scenarios::Comparison, JsValue> {
    if given.is_blank() {
        return Ok(scenarios::compare(dossier, context));
    }
    let given = Scenario::read_all(given).map_err(|found| error(&found.to_string()))?;
    Ok(scenarios::compare_scenarios(dossier, &given, context))
}

/// The largest post that leaves the members at most a budget to pay; `null` when there is none.
#[wasm_bindgen]
pub fn solve(
    dossier: JsDossier,
    unknown: JsUnknown,
    budget: JsAmount,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsSolved, JsValue> {
    let unknown = unknown_from(&from_js(&unknown)?)?;
    let budget = amount_from(&from_js(&budget)?, "budget")?;
    answer(&dossier, &options, &mut |dossier, context| {
        to_js(&simulation::solve(dossier, context, unknown, budget))
    })
}

/// What the State and the members pay while the annual cost or the months vary, for a plot; `null`
/// while the rest of the post is not given.
#[wasm_bindgen]
pub fn sensitivity(
    dossier: JsDossier,
    range: JsRange,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsSensitivity, JsValue> {
    let range = range_from(&from_js(&range)?)?;
    answer(&dossier, &options, &mut |dossier, context| {
        to_js(&simulation::sensitivity(dossier, context, range))
    })
}

/// The financing plan of a dossier as a document; `null` while the post cannot be simulated.
#[wasm_bindgen(js_name = financingPlan)]
pub fn financing_plan(
    dossier: JsDossier,
    format: JsFormat,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsOptionalText, JsValue> {
    let format = format_from(&format)?;
    answer(&dossier, &options, &mut |dossier, context| {
        let plan = document::financing_plan(dossier, context);
        Ok(plan.map_or(JsValue::NULL, |plan| plan.write(format).into()))
    })
}

fn format_from(given: &JsValue) -> Result<Format, JsValue> {
    let expected = || {
        let (found, known) =
            (String::from(string_of(given)), joined(&mut Format::WORDS.into_iter(), ", "));
        error(&format!("a format is one of {known}; found {found}"))
    };
    given.as_string().and_then(|word| Format::find(&word)).ok_or_else(expected)
}

fn unknown_from(given: &Value) -> Result<Unknown, JsValue> {
    match given.as_text().as_deref() {
        Some("annual_cost") => Ok(Unknown::AnnualCost),
        Some("months") => Ok(Unknown::Months),
        _ => Err(error(&format!("found {}, expected annual_cost or months", given.typed()))),
    }
}

fn amount_from(given: &Value, what: &str) -> Result<Cents, JsValue> {
    given.as_text().and_then(|text| read::amount(&text)).ok_or_else(|| {
        error(&format!("{what}: found {}, expected an amount in euros", given.typed()))
    })
}

/// `{ of: "annual_cost", from, to, step }` in euros, or `{ of: "months", from, to }`.
fn range_from(given: &Value) -> Result<Range, JsValue> {
    let at = |key: &str| given.get(key).unwrap_or(&Value::Null);
    let months = |key: &str| {
        at(key).as_text().and_then(|text| read::whole(&text)).ok_or_else(|| {
            error(&format!("{key}: found {}, expected whole months", at(key).typed()))
        })
    };
    Ok(match unknown_from(at("of"))? {
        Unknown::AnnualCost => Range::AnnualCost {
            from: amount_from(at("from"), "from")?,
            to: amount_from(at("to"), "to")?,
            step: amount_from(at("step"), "step")?,
        },
        Unknown::Months => Range::Months { from: months("from")?, to: months("to")? },
    })
}
