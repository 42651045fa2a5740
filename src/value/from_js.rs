//! What JavaScript holds, read as JSON. Its own parser reads JSON here, so that a page loads no
//! second one.

use js_sys::{Array, Function, JSON, JsString, Reflect};
use wasm_bindgen::prelude::*;

use super::{MAX_DEPTH, MAX_ROWS, Value};

pub(super) fn json(bytes: &[u8]) -> Result<Value, String> {
    let parse = |text| JSON::parse(text).and_then(|parsed| from_js(&parsed));
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    parse(text).map_err(|error| String::from(string_of(&error)))
}

/// The shortest decimal text of a number that is not whole, or large.
pub(super) fn shortest(number: f64) -> String {
    String::from(string_of(&number.into())).replace('+', "")
}

/// What JavaScript gives, as JSON would hold it.
pub(crate) fn from_js(js: &JsValue) -> Result<Value, JsValue> {
    from_js_below(js, MAX_DEPTH)
}

fn from_js_below(js: &JsValue, below: usize) -> Result<Value, JsValue> {
    if let Some(text) = js.as_string() {
        return Ok(Value::Text(text));
    }
    if let Some(number) = js.as_f64() {
        return Ok(Value::Number(number));
    }
    if let Some(yes) = js.as_bool() {
        return Ok(Value::Bool(yes));
    }
    if js.is_null() || js.is_undefined() {
        return Ok(Value::Null);
    }
    if below == 0 {
        return Ok(Value::too_deep());
    }
    if is_array(js)? {
        let items = js.unchecked_ref::<Array>();
        // One more than is read makes the list unreadable; the others change nothing.
        let items = items.iter().take(MAX_ROWS + 1);
        return Ok(Value::List(
            items.map(|item| from_js_below(&item, below - 1)).collect::<Result<_, _>>()?,
        ));
    }
    if !js.is_object() {
        // A bigint, a symbol, a function: shown as JavaScript prints it.
        return Ok(Value::Text(string_of(js).into()));
    }
    let to_json = Reflect::get(js, &"toJSON".into())?;
    if let Some(to_json) = to_json.dyn_ref::<Function>() {
        return from_js_below(&to_json.call0(js)?, below - 1);
    }
    let keys = keys_of(js)?;
    // A map, a set, the data of a form: what they hold stands under no key.
    if keys.length() == 0 && Reflect::get(js, &"entries".into())?.is_function() {
        return Ok(Value::Text(string_of(js).into()));
    }
    let entry = |key: JsValue| {
        let value = from_js_below(&Reflect::get(js, &key)?, below - 1)?;
        Ok((key.as_string().unwrap_or_default(), value))
    };
    Ok(Value::Object(keys.iter().map(entry).collect::<Result<_, JsValue>>()?))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    pub(crate) fn string_of(value: &JsValue) -> JsString;

    // A proxy throws where it likes: uncaught, what it throws would leave a form borrowed for good.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(value: &JsValue) -> Result<Array, JsValue>;
}
