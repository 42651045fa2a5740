//! The controls of a form: which field each is for, and what it gives.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlCollection, HtmlFormElement};

use super::error;
use crate::dossier::node::{Node as _, Remark};
use crate::dossier::{Dossier, Expected};
use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    /// Whatever a form holds that has a name: an input, a select, a custom control.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub(super) type Control;
    #[wasm_bindgen(method, getter, structural)]
    fn name(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = type)]
    fn kind(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn checked(this: &Control) -> bool;
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn form(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = selectedOptions)]
    fn selected_options(this: &Control) -> JsValue;
}

impl Control {
    fn kind_is(&self, kinds: &[&str]) -> bool {
        self.kind().as_string().is_some_and(|kind| kinds.contains(&kind.as_str()))
    }

    fn is_box(&self) -> bool {
        self.kind_is(&["checkbox", "radio"])
    }

    /// Whether each `input` of it is followed by a `change`.
    pub(super) fn is_choice(&self) -> bool {
        self.kind_is(&["checkbox", "radio", "select-one", "select-multiple"])
    }

    fn is_disabled(&self) -> bool {
        self.matches(":disabled").unwrap_or(false)
    }

    fn text(&self) -> Value {
        self.value().as_string().map_or(Value::Null, Value::Text)
    }
}

/// How the controls of a form name fields: by `data-field`, by a mapping of their names, or by their names.
pub(super) struct Naming {
    /// Knows the fields.
    blank: Dossier,
    /// Names of controls with the paths that they are for. In a name `*` stands for a number; in a path for that
    /// number, or for the place of the control among those of its name.
    mapping: Vec<(String, String)>,
}

impl Naming {
    /// The option `mapping`.
    pub(super) fn from_options(options: &JsValue) -> Result<Self, JsValue> {
        let blank = Dossier::default();
        let mut mapping = Vec::new();
        let given = if options.is_object() {
            Reflect::get(options, &"mapping".into())?
        } else {
            JsValue::UNDEFINED
        };
        if given.is_null() || given.is_undefined() {
            return Ok(Self { blank, mapping });
        }
        if !given.is_object() || Array::is_array(&given) {
            return Err(error(
                "option `mapping`: expected an object of names of controls and paths of the dossier, \
                 such as { \"bassin\": \"perimeter.employment_area\" }",
            ));
        }
        for key in Object::keys(given.unchecked_ref::<Object>()).iter() {
            let path = Reflect::get(&given, &key)?.as_string().unwrap_or_default();
            let key = key.as_string().unwrap_or_default();
            if let Some(fault) = fault_of(&path.replace('*', "0")) {
                return Err(error(&format!("option `mapping`, control `{key}`: {fault}")));
            }
            mapping.push((key, path));
        }
        Ok(Self { blank, mapping })
    }

    /// The path of the field that a control is for, when it is for one. A wrong `data-field` is told.
    fn path_of(
        &self,
        form: &HtmlFormElement,
        control: &Control,
        tell: &mut dyn FnMut(String),
    ) -> Option<String> {
        if let Some(path) = control.get_attribute("data-field") {
            if path.is_empty() {
                return None;
            }
            return match fault_of(&path) {
                None => Some(path),
                Some(fault) => {
                    tell(format!("attribute data-field: {fault}"));
                    None
                }
            };
        }
        let name = control.name().as_string().filter(|name| !name.is_empty())?;
        for (pattern, path) in &self.mapping {
            if let Some(numbers) = numbers_in(pattern, &name) {
                return Some(filled(path, &numbers, || place_of(form, control, &name)));
            }
        }
        // A form that has a mapping has names of its own, such as `kind` or `applicant`.
        if !self.mapping.is_empty() && !name.contains('.') {
            return None;
        }
        let group = name.split('.').next()?;
        self.blank.branch().child(group).map(|_| name)
    }

    /// The controls that are for a field, with its path.
    pub(super) fn named(
        &self,
        form: &HtmlFormElement,
        tell: &mut dyn FnMut(String),
    ) -> Vec<(String, Control)> {
        let mut named = Vec::new();
        for control in all_of(form).iter() {
            let control: Control = control.unchecked_into();
            if let Some(path) = self.path_of(form, &control, tell) {
                named.push((path, control));
            }
        }
        named
    }

    /// What a control gives, with the path of its field. The boxes of one field answer together.
    pub(super) fn read_one(
        &self,
        form: &HtmlFormElement,
        control: &Control,
        tell: &mut dyn FnMut(String),
    ) -> Option<(String, Value)> {
        let path = self.path_of(form, control, tell)?;
        if control.is_box() {
            return self.read_all(form, tell).into_iter().find(|(other, _)| *other == path);
        }
        given_by(control).map(|given| (path, given))
    }

    /// What all the controls give.
    pub(super) fn read_all(
        &self,
        form: &HtmlFormElement,
        tell: &mut dyn FnMut(String),
    ) -> Vec<(String, Value)> {
        let mut given = Vec::new();
        let mut boxes: Vec<(String, Vec<Control>)> = Vec::new();
        for (path, control) in self.named(form, tell) {
            if !control.is_box() {
                given.extend(given_by(&control).map(|value| (path, value)));
            } else if let Some((_, same)) = boxes.iter_mut().find(|(other, _)| *other == path) {
                same.push(control);
            } else {
                boxes.push((path, vec![control]));
            }
        }
        given.extend(boxes.into_iter().map(|(path, boxes)| (path, checked_of(&boxes))));
        given
    }
}

/// What is wrong with a path that is to hold what one control gives.
fn fault_of(path: &str) -> Option<String> {
    let mut scratch = Dossier::default();
    scratch.set(path, "0");
    let mut fault = path.is_empty();
    scratch.tell_remarks(&mut |_, remark| {
        fault |= matches!(
            remark,
            Remark::UnknownKey
                | Remark::Unreadable { expected: Expected::Group | Expected::List, .. }
        );
    });
    fault.then(|| {
        format!("found `{path}`, expected the path of a field of the dossier, such as `perimeter.epcis.0`")
    })
}

/// The numbers that stand in a name where its pattern has `*`.
fn numbers_in<'n>(pattern: &str, name: &'n str) -> Option<Vec<&'n str>> {
    let mut pieces = pattern.split('*');
    let mut rest = name.strip_prefix(pieces.next()?)?;
    let mut numbers = Vec::new();
    for piece in pieces {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) =
            rest.split_at_checked(digits).filter(|(number, _)| !number.is_empty())?;
        numbers.push(number);
        rest = after.strip_prefix(piece)?;
    }
    rest.is_empty().then_some(numbers)
}

/// A path with numbers in place of its `*`; where there are none left, the place of the control.
fn filled(path: &str, numbers: &[&str], place: impl Fn() -> usize) -> String {
    let mut numbers = numbers.iter();
    let mut pieces = path.split('*');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match numbers.next() {
            Some(number) => filled.push_str(number),
            None => filled.push_str(&place().to_string()),
        }
        filled.push_str(piece);
    }
    filled
}

/// What a form holds. A control that is named `elements` hides the list, and the form itself is slow to give it.
fn all_of(form: &HtmlFormElement) -> Array {
    let elements = form.elements();
    Array::from(if elements.is_instance_of::<HtmlCollection>() { &elements } else { form })
}

/// The place of a control among those of its name.
fn place_of(form: &HtmlFormElement, control: &Control, name: &str) -> usize {
    let mut place = 0;
    for one in all_of(form).iter() {
        if one == *AsRef::<JsValue>::as_ref(control) {
            break;
        }
        if one.unchecked_into::<Control>().name().as_string().as_deref() == Some(name) {
            place += 1;
        }
    }
    place
}

/// What a control gives; nothing for buttons and files.
fn given_by(control: &Control) -> Option<Value> {
    if control.kind_is(&["button", "submit", "reset", "image", "file", "fieldset", "output"]) {
        return None;
    }
    if control.is_disabled() {
        return Some(Value::Null);
    }
    if control.kind_is(&["select-multiple"]) {
        let options = Array::from(&control.selected_options());
        let texts = options.iter().map(|option| option.unchecked_into::<Control>().text());
        return Some(Value::List(texts.collect()));
    }
    Some(control.text())
}

/// What the boxes of one field give: one box its value when checked, several the list of those.
/// An unchecked box is not answered.
fn checked_of(boxes: &[Control]) -> Value {
    let one = boxes.len() == 1 || boxes.iter().any(|control| control.kind_is(&["radio"]));
    let checked = boxes.iter().filter(|control| control.checked() && !control.is_disabled());
    let mut values = checked.map(Control::text);
    if one { values.next().unwrap_or_default() } else { Value::List(values.collect()) }
}
