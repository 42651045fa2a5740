//! The functions that JavaScript sees, typed by `browser.d.ts`. Objects cross as plain JSON.

mod controls;
mod funding;
mod watcher;

use js_sys::{Array, Error, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use time::Date;
use wasm_bindgen::prelude::*;

use crate::check::Lang;
use crate::directory;
use crate::dossier::{Dossier, NotADossier};
use crate::live::{self, Settings};
use crate::read;
use crate::report::evaluate;
use crate::rules::{Context, RULES};
use crate::scale::{self, Scale};
use crate::simulation;
use crate::value::{Value, from_js, string_of};

/// Far smaller than the one of the standard library, and no slower.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../browser.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Dossier")]
    pub type JsDossier;
    #[wasm_bindgen(typescript_type = "Options | null")]
    pub type JsOptions;
    #[wasm_bindgen(typescript_type = "unknown")]
    pub type JsGiven;
    #[wasm_bindgen(typescript_type = "FieldPath")]
    pub type JsPath;
    #[wasm_bindgen(typescript_type = "string")]
    pub type JsText;
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
    #[wasm_bindgen(typescript_type = "Changes")]
    pub type JsChanges;
    #[wasm_bindgen(typescript_type = "Plan | null")]
    pub type JsPlan;
    #[wasm_bindgen(typescript_type = "Epci | null")]
    pub type JsEpci;
    #[wasm_bindgen(typescript_type = "Epci[]")]
    pub type JsEpcis;
    #[wasm_bindgen(typescript_type = "Scale[]")]
    pub type JsScales;
    #[wasm_bindgen(typescript_type = "Rule[]")]
    pub type JsRules;
}

fn error(message: &str) -> JsValue {
    Error::new(message).into()
}

/// Plain JSON objects; typed as what the caller declares.
fn to_js<T: JsCast>(value: &(impl Serialize + ?Sized)) -> Result<T, JsValue> {
    let js = value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)?;
    Ok(js.unchecked_into())
}

fn dossier_from(js: &JsValue) -> Result<Dossier, JsValue> {
    Dossier::from_value(from_js(js)?).map_err(|found: NotADossier| error(&found.to_string()))
}

/// Today in Paris.
#[cold]
fn today() -> Result<Date, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &"Europe/Paris".into())?;
    let text = js_sys::Date::new_0().to_locale_date_string("fr-FR", &options);
    read::date(&String::from(text))
        .ok_or_else(|| error("today in Paris is not known here: give the option `day`"))
}

/// The options that a caller gave. What is absent stays as it was.
fn settings_from(
    options: &JsValue,
    before: Option<&Settings>,
    besides: &[&str],
) -> Result<Settings, JsValue> {
    let mut settings = match before {
        Some(before) => before.clone(),
        None => Settings::on(Date::MIN),
    };
    let mut day = before.map(|before| before.day);
    if !options.is_null() && !options.is_undefined() {
        if !options.is_object() || Array::is_array(options) {
            return Err(error("options are an object with day, lang, scale"));
        }
        for key in Object::keys(options.unchecked_ref::<Object>()).iter() {
            let value = Reflect::get(options, &key)?;
            let key = key.as_string().unwrap_or_default();
            if besides.contains(&key.as_str()) || value.is_undefined() {
                continue;
            }
            let value = from_js(&value)?;
            match key.as_str() {
                "day" => day = if value.is_blank() { None } else { Some(day_from(&value)?) },
                "lang" => settings.lang = lang_from(&value)?,
                "scale" => settings.scale = scale_from(&value)?,
                key => return Err(unknown_option(key, besides)),
            }
        }
    }
    settings.day = day.map_or_else(today, Ok)?;
    Ok(settings)
}

#[cold]
fn unknown_option(key: &str, besides: &[&str]) -> JsValue {
    let mut message = format!("unknown option `{key}`; known: day, lang, scale");
    for key in besides {
        message.push_str(", ");
        message.push_str(key);
    }
    error(&message)
}

/// The options of a form, and the dossier among them.
fn form_settings_from(options: &JsValue, besides: &[&str]) -> Result<(Settings, Dossier), JsValue> {
    let settings = settings_from(options, None, besides)?;
    let given = if options.is_object() {
        Reflect::get(options, &"dossier".into())?
    } else {
        JsValue::UNDEFINED
    };
    let given = if given.is_null() || given.is_undefined() { Object::new().into() } else { given };
    let dossier = dossier_from(&given)?;
    Ok((settings, dossier))
}

fn path_from(given: &JsValue) -> Result<String, JsValue> {
    text_from(given, "a path")
}

/// A text, of a caller that nothing keeps from giving something else.
fn text_from(given: &JsValue, what: &str) -> Result<String, JsValue> {
    given.as_string().ok_or_else(|| {
        let found = String::from(string_of(given));
        js_sys::TypeError::new(&format!("{what} is a text; found {found}")).into()
    })
}

#[cold]
fn wrong_option(option: &str, found: &Value, expected: &str) -> JsValue {
    error(&format!("option `{option}`: found {}, expected {expected}", found.typed()))
}

fn day_from(value: &Value) -> Result<Date, JsValue> {
    let day = value.as_text().and_then(|text| read::date(&text));
    day.ok_or_else(|| wrong_option("day", value, "a day like 2023-09-15"))
}

fn lang_from(value: &Value) -> Result<Lang, JsValue> {
    if value.is_blank() {
        return Ok(Lang::default());
    }
    let lang = value.as_text().and_then(|code| Lang::find(&code));
    lang.ok_or_else(|| wrong_option("lang", value, "fr or en"))
}

fn scale_from(value: &Value) -> Result<Option<Scale>, JsValue> {
    if value.is_blank() {
        return Ok(None);
    }
    Scale::choose(value).map(Some).map_err(|found| error(&format!("option `scale`: {found}")))
}

/// What is made of a dossier and of what it is looked at with.
type Answer<'a> = &'a mut dyn FnMut(&Dossier, &Context<'_>) -> Result<JsValue, JsValue>;

/// Reads what most functions are given, and answers.
fn answer<T: JsCast>(
    dossier: &JsValue,
    options: &JsValue,
    answer: Answer<'_>,
) -> Result<T, JsValue> {
    fn untyped(
        dossier: &JsValue,
        options: &JsValue,
        answer: Answer<'_>,
    ) -> Result<JsValue, JsValue> {
        let settings = settings_from(options, None, &[])?;
        answer(&dossier_from(dossier)?, &settings.context())
    }
    untyped(dossier, options, answer).map(JsCast::unchecked_into)
}

/// The report on a dossier.
#[wasm_bindgen(js_name = evaluate)]
pub fn evaluate_js(
    dossier: JsDossier,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsReport, JsValue> {
    answer(&dossier, &options, &mut |dossier, context| to_js(&evaluate(dossier, context)))
}

/// The funding plan of a dossier; `null` while the post cannot be simulated.
#[wasm_bindgen(js_name = simulate)]
pub fn simulate_js(
    dossier: JsDossier,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: JsValue,
) -> Result<JsPlan, JsValue> {
    answer(&dossier, &options, &mut |dossier, context| {
        to_js(&simulation::simulate(dossier, context))
    })
}

/// A dossier being filled.
#[wasm_bindgen]
pub struct LiveForm(live::LiveForm);

#[wasm_bindgen]
impl LiveForm {
    /// A form with its options, and the dossier to start with.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "FormOptions | null")] options: JsValue,
    ) -> Result<LiveForm, JsValue> {
        let (settings, dossier) = form_settings_from(&options, &["dossier"])?;
        Ok(Self(live::LiveForm::new(dossier, settings)))
    }

    /// Puts what was typed at a path; true when the report changed.
    pub fn set(&mut self, path: JsPath, value: JsGiven) -> Result<bool, JsValue> {
        Ok(self.0.set(&path_from(&path)?, from_js(&value)?))
    }

    /// Puts a blank row before the row at a path; true when the report changed.
    pub fn insert(&mut self, path: JsPath) -> Result<bool, JsValue> {
        Ok(self.0.insert(&path_from(&path)?))
    }

    /// Removes the row at a path; true when the report changed.
    pub fn remove(&mut self, path: JsPath) -> Result<bool, JsValue> {
        Ok(self.0.remove(&path_from(&path)?))
    }

    /// Moves the row at a path to another index of its list; true when the report changed.
    #[wasm_bindgen(js_name = move)]
    pub fn move_row(
        &mut self,
        path: JsPath,
        #[wasm_bindgen(unchecked_param_type = "number")] to: JsValue,
    ) -> Result<bool, JsValue> {
        let to = String::from(string_of(&to));
        let index = to
            .parse()
            .map_err(|_| error(&format!("to: found {to}, expected the index of a row")))?;
        Ok(self.0.move_row(&path_from(&path)?, index))
    }

    /// Replaces the whole dossier; true when the report changed.
    pub fn load(&mut self, dossier: JsDossier) -> Result<bool, JsValue> {
        Ok(self.0.load(dossier_from(&dossier)?))
    }

    /// Changes some of the options; true when the report changed.
    pub fn configure(&mut self, options: JsOptions) -> Result<bool, JsValue> {
        let settings = settings_from(&options, Some(self.0.settings()), &[])?;
        Ok(self.0.configure(settings))
    }

    /// The whole report.
    pub fn report(&mut self) -> Result<JsReport, JsValue> {
        to_js(&self.0.report())
    }

    /// What differs from what `report` or this last gave.
    pub fn changes(&mut self) -> Result<JsChanges, JsValue> {
        to_js(&self.0.changes())
    }

    /// The dossier so far, as it was given.
    pub fn dossier(&self) -> Result<JsDossier, JsValue> {
        to_js(&self.0.dossier().to_value())
    }
}

/// The EPCI of 1 January 2023 that a text may mean, best first; 10 unless said otherwise.
#[wasm_bindgen(js_name = searchEpcis)]
pub fn search_epcis(query: JsText, limit: Option<usize>) -> Result<JsEpcis, JsValue> {
    to_js(&directory::search(&text_from(&query, "a query")?, limit.unwrap_or(10)))
}

/// The EPCI of a SIREN.
#[wasm_bindgen(js_name = findEpci)]
pub fn find_epci(siren: JsText) -> Result<JsEpci, JsValue> {
    let number = read::siren(&text_from(&siren, "a SIREN")?).and_then(read::Siren::number);
    to_js(&number.and_then(directory::find))
}

/// The scales that are shipped.
#[wasm_bindgen]
pub fn scales() -> Result<JsScales, JsValue> {
    to_js(scale::shipped())
}

/// The catalogue of rules.
#[wasm_bindgen]
pub fn rules() -> Result<JsRules, JsValue> {
    to_js(RULES)
}

/// After a trap: the next call runs in a new instance. Whatever was made before is of no use any more.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
