//! A form of the page, followed while a person fills it: its controls are named by paths.
//!
//! The controls are the truth. One that changes is read alone; when rows come or go in the page,
//! all of them are read again. Everything is freed when the form leaves the document.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, CustomEventInit, Event, HtmlFormElement, MutationObserver, MutationObserverInit,
    MutationRecord, Node,
};

use super::{
    JsChanges, JsDossier, JsFormOptions, JsOptions, JsReport, form_settings_from, settings_from,
    to_js,
};
use crate::dossier::Dossier;
use crate::dossier::node::Node as _;
use crate::live::LiveForm;
use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    /// Whatever a form holds that has a name: an input, a select, a custom control.
    #[wasm_bindgen(extends = web_sys::Element)]
    type Control;
    #[wasm_bindgen(method, getter, structural)]
    fn name(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = type)]
    fn kind(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn checked(this: &Control) -> bool;
    #[wasm_bindgen(method, getter, structural)]
    fn form(this: &Control) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = selectedOptions)]
    fn selected_options(this: &Control) -> JsValue;

    /// The controls of a form: an array-like, also by name.
    type Controls;
    #[wasm_bindgen(method, structural, js_name = namedItem)]
    fn named_item(this: &Controls, name: &str) -> JsValue;

    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &Function);
}

/// A form that is followed. It lives as long as the form stays in the document, or until `stop`.
#[wasm_bindgen]
pub struct Watcher(Rc<Watched>);

struct Watched {
    form: HtmlFormElement,
    /// What the form has no controls for.
    base: Value,
    live: RefCell<LiveForm>,
    on_report: Option<Function>,
    told: Cell<bool>,
    hold: RefCell<Option<Hold>>,
}

/// What keeps a form followed; dropped, it is so no more.
struct Hold {
    _listeners: [EventListener; 3],
    observer: MutationObserver,
    _on_mutation: Closure<dyn Fn(Array)>,
    tell: Closure<dyn Fn()>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Follows a form whose controls are named by paths of the dossier, such as `perimeter.epcis.0`.
///
/// `onReport` is called, and `ti-report` dispatched on the form, with what changed in the report:
/// everything at first. Controls with other names are left alone.
#[wasm_bindgen]
pub fn watch(
    form: HtmlFormElement,
    options: Option<JsFormOptions>,
    #[wasm_bindgen(js_name = onReport, unchecked_optional_param_type = "((changes: Changes) => void) | null")]
    on_report: Option<Function>,
) -> Result<Watcher, JsValue> {
    let (settings, base) = form_settings_from(&options.into())?;
    let watched = Rc::new(Watched {
        base: base.to_value(),
        live: RefCell::new(LiveForm::new(Dossier::default(), settings)),
        on_report,
        told: Cell::new(true),
        hold: RefCell::new(None),
        form,
    });
    watched.follow()?;
    watched.read_all();
    watched.tell_later();
    Ok(Watcher(watched))
}

#[wasm_bindgen]
impl Watcher {
    /// The whole report.
    pub fn report(&self) -> Result<JsReport, JsValue> {
        to_js(&self.0.live.borrow_mut().report())
    }

    /// What differs from what was last given, here or to `onReport`.
    pub fn changes(&self) -> Result<JsChanges, JsValue> {
        to_js(&self.0.live.borrow_mut().changes())
    }

    /// The dossier so far, as it was given.
    pub fn dossier(&self) -> Result<JsDossier, JsValue> {
        to_js(&self.0.live.borrow().dossier().to_value())
    }

    /// Changes some of the options; true when the report changed.
    pub fn configure(&self, options: JsOptions) -> Result<bool, JsValue> {
        let changed = {
            let mut live = self.0.live.borrow_mut();
            let settings = settings_from(&options, Some(live.settings()), &[])?;
            live.configure(settings)
        };
        if changed {
            self.0.tell_later();
        }
        Ok(changed)
    }

    /// Reads every control again, for values that were set by a script.
    pub fn refresh(&self) {
        if self.0.read_all() {
            self.0.tell_later();
        }
    }

    /// Follows the form no more.
    pub fn stop(&self) {
        self.0.hold.take();
    }
}

impl Watched {
    fn follow(self: &Rc<Self>) -> Result<(), JsValue> {
        // On the root: a control may belong to the form from outside it.
        let root = self.form.get_root_node();
        let on_input = |this: &Rc<Self>| {
            let this = Rc::clone(this);
            move |event: &Event| this.read_one(event)
        };
        let on_reset = {
            let this = Rc::clone(self);
            move |event: &Event| {
                if event.target().map(JsValue::from).as_ref() == Some(&this.form) {
                    let this = Rc::clone(&this);
                    // The controls have their first values again after this event.
                    Timeout::new(0, move || {
                        if this.read_all() {
                            this.tell_later();
                        }
                    })
                    .forget();
                }
            }
        };
        let listeners = [
            EventListener::new(&root, "input", on_input(self)),
            EventListener::new(&root, "change", on_input(self)),
            EventListener::new(&root, "reset", on_reset),
        ];

        let this = Rc::clone(self);
        let on_mutation =
            Closure::<dyn Fn(Array)>::new(move |records: Array| this.mutated(&records));
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref())?;
        let within = MutationObserverInit::new();
        within.set_child_list(true);
        within.set_subtree(true);
        observer.observe_with_options(&root, &within)?;
        within.set_attribute_filter(&Array::of3(
            &"name".into(),
            &"disabled".into(),
            &"form".into(),
        ));
        observer.observe_with_options(&self.form, &within)?;

        let this = Rc::clone(self);
        let tell = Closure::<dyn Fn()>::new(move || this.tell());
        let hold = Hold { _listeners: listeners, observer, _on_mutation: on_mutation, tell };
        *self.hold.borrow_mut() = Some(hold);
        Ok(())
    }

    fn controls(&self) -> Controls {
        JsValue::from(self.form.elements()).unchecked_into()
    }

    /// Reads the control that an event is about.
    fn read_one(&self, event: &Event) {
        let Some(target) = event.target() else { return };
        let control: Control = target.unchecked_into();
        let Some(name) = self.path_of(&control) else { return };
        if control.form() != *AsRef::<JsValue>::as_ref(&self.form) {
            return;
        }
        let given = match control.kind().as_string().as_deref() {
            Some("checkbox" | "radio") => checked_of(self.controls().named_item(&name)),
            _ => given_by(&control),
        };
        if given.is_some_and(|given| self.live.borrow_mut().set(&name, given)) {
            self.tell_later();
        }
    }

    /// The path that a control is named by, when it is one of the dossier's.
    fn path_of(&self, control: &Control) -> Option<String> {
        let name = control.name().as_string()?;
        let group = name.split('.').next()?;
        self.live.borrow().dossier().branch().child(group).map(|_| name)
    }

    /// Reads every control into a new dossier; true when the report changed.
    fn read_all(&self) -> bool {
        // The base was read from an object.
        let mut dossier = Dossier::from_value(self.base.clone()).unwrap_or_default();
        let controls = self.controls();
        for control in Array::from(&controls).iter() {
            let control: Control = control.unchecked_into();
            let Some(name) = self.path_of(&control) else { continue };
            let given = match control.kind().as_string().as_deref() {
                Some("checkbox" | "radio") => checked_of(controls.named_item(&name)),
                _ => given_by(&control),
            };
            if let Some(given) = given {
                dossier.set(&name, given);
            }
        }
        self.live.borrow_mut().load(dossier)
    }

    fn mutated(&self, records: &Array) {
        if !self.form.is_connected() {
            self.hold.take();
            return;
        }
        let records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
        if records.into_iter().any(|record| self.concerns_controls(&record)) && self.read_all() {
            self.tell_later();
        }
    }

    fn concerns_controls(&self, record: &MutationRecord) -> bool {
        let within = record.target().is_some_and(|target| self.form.contains(Some(&target)));
        let has_control = |nodes: web_sys::NodeList| {
            (0..nodes.length()).filter_map(|i| nodes.item(i)).any(|node: Node| {
                node.dyn_ref::<web_sys::Element>().is_some_and(|element| {
                    element.has_attribute("name")
                        || element.query_selector("[name]").is_ok_and(|found| found.is_some())
                })
            })
        };
        within
            && (record.type_() == "attributes"
                || has_control(record.added_nodes())
                || has_control(record.removed_nodes()))
    }

    /// Tells the page once the present task is done: several changes are told together, and no
    /// code of the page runs inside ours.
    fn tell_later(&self) {
        if let Some(hold) = self.hold.borrow().as_ref()
            && self.told.replace(false)
        {
            queue_microtask(hold.tell.as_ref().unchecked_ref());
        }
    }

    fn tell(&self) {
        self.told.set(true);
        let changes = self.live.borrow_mut().changes();
        let Ok(changes) = to_js::<JsValue>(&changes) else { return };
        if let Some(on_report) = &self.on_report
            && let Err(thrown) = on_report.call1(&JsValue::NULL, &changes)
        {
            web_sys::console::error_1(&thrown);
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&changes);
        if let Ok(event) = CustomEvent::new_with_event_init_dict("ti-report", &init) {
            // Whether somebody cancelled it does not matter.
            let _ = self.form.dispatch_event(&event);
        }
    }
}

/// What a control gives; nothing for buttons and files.
fn given_by(control: &Control) -> Option<Value> {
    if control.matches(":disabled").unwrap_or(false) {
        return Some(Value::Null);
    }
    match control.kind().as_string().as_deref() {
        Some("button" | "submit" | "reset" | "image" | "file" | "fieldset" | "output") => None,
        Some("select-multiple") => {
            let options = Array::from(&control.selected_options());
            Some(Value::List(
                options.iter().map(|option| value_of(option.unchecked_ref())).collect(),
            ))
        }
        _ => Some(value_of(control)),
    }
}

fn value_of(control: &Control) -> Value {
    control.value().as_string().map_or(Value::Null, Value::Text)
}

/// What the boxes of one name give: one box its value when checked, several the list of those.
/// An unchecked box is not answered.
fn checked_of(named: JsValue) -> Option<Value> {
    // One control has a name of its own; several come as a list.
    let alone = named.unchecked_ref::<Control>().name().is_string();
    let boxes: Vec<Control> = if alone {
        vec![named.unchecked_into()]
    } else {
        Array::from(&named).iter().map(JsCast::unchecked_into).collect()
    };
    let is_radio = |control: &Control| control.kind().as_string().as_deref() == Some("radio");
    let one = alone || boxes.iter().any(is_radio);
    let checked = boxes
        .iter()
        .filter(|control| control.checked() && !control.matches(":disabled").unwrap_or(false));
    let mut values = checked.map(value_of);
    Some(if one { values.next().unwrap_or_default() } else { Value::List(values.collect()) })
}
