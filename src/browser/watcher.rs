//! A form of the page, followed while a person fills it.
//!
//! The controls are the truth. One that changes is read alone; when rows come or go in the page,
//! all of them are read again. Everything is freed when the form leaves the document.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Map};
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, HtmlFormElement, MutationObserver, MutationObserverInit, MutationRecord, Node,
    NodeList, ShadowRoot,
};

use super::controls::{Control, Naming};
use super::{
    JsChanges, JsDossier, JsOptions, JsReport, error, form_settings_from, settings_from, to_js,
};
use crate::dossier::Dossier;
use crate::live::LiveForm;
use crate::value::Value;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &Function);

    #[wasm_bindgen(typescript_type = "Map<FieldPath, Element>")]
    pub type JsControls;
}

/// A form that is followed. It lives as long as the form stays in the document, or until `stop`.
#[wasm_bindgen]
pub struct FormReader(Rc<Watched>);

struct Watched {
    form: HtmlFormElement,
    naming: Naming,
    /// What the form has no controls for.
    base: Dossier,
    live: RefCell<LiveForm>,
    on_changes: Function,
    on_error: Option<Function>,
    on_end: Option<Function>,
    /// Whether the changes so far were told.
    told: Cell<bool>,
    /// Whether it was in a document.
    arrived: Cell<bool>,
    hold: RefCell<Option<Hold>>,
    /// What tells the page, while it waits to: it outlives the hold.
    telling: RefCell<Option<Callback>>,
}

/// A function that JavaScript calls with what the browser hands over.
type Callback = Closure<dyn Fn(JsValue)>;

/// What keeps a form followed; dropped, it is so no more.
struct Hold {
    roots: Vec<Node>,
    _listeners: [EventListener; 3],
    observer: MutationObserver,
    _on_mutation: Callback,
    run: Closure<dyn Fn(u32, JsValue)>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The options of a form that is followed, besides those of every report: some are the watcher's own in JavaScript.
const OPTIONS: &[&str] = &["dossier", "mapping", "messages", "validity"];

/// What is to be done with what the browser hands over.
#[derive(Clone, Copy)]
enum Task {
    Input,
    Change,
    Reset,
    Mutation,
    Refresh,
    Tell,
}

#[wasm_bindgen]
impl FormReader {
    /// Follows a form. What changed in the report is told once the task at hand is done: everything at first,
    /// nothing when only the controls are others.
    #[wasm_bindgen(constructor)]
    pub fn new(
        form: HtmlFormElement,
        #[wasm_bindgen(unchecked_param_type = "ReaderOptions | null | undefined")] options: JsValue,
        #[wasm_bindgen(js_name = onChanges, unchecked_param_type = "(changes: Changes) => void")]
        on_changes: Function,
        #[wasm_bindgen(js_name = onError, unchecked_optional_param_type = "(error: unknown) => void")]
        on_error: Option<Function>,
        #[wasm_bindgen(js_name = onEnd, unchecked_optional_param_type = "() => void")]
        on_end: Option<Function>,
    ) -> Result<Self, JsValue> {
        let (settings, base) = form_settings_from(&options, OPTIONS)?;
        let watched = Rc::new(Watched {
            naming: Naming::from_options(&options)?,
            base,
            live: RefCell::new(LiveForm::new(Dossier::default(), settings)),
            on_changes,
            on_error,
            on_end,
            told: Cell::new(true),
            arrived: Cell::new(form.is_connected()),
            hold: RefCell::new(None),
            telling: RefCell::new(None),
            form,
        });
        watched.follow()?;
        watched.refresh();
        Ok(Self(watched))
    }

    /// The whole report.
    pub fn report(&self) -> Result<JsReport, JsValue> {
        to_js(&self.0.live.borrow_mut().report())
    }

    /// What differs from what was last given, here or to `onChanges`.
    pub fn changes(&self) -> Result<JsChanges, JsValue> {
        to_js(&self.0.live.borrow_mut().changes())
    }

    /// The dossier so far, as it was given.
    pub fn dossier(&self) -> Result<JsDossier, JsValue> {
        to_js(&self.0.live.borrow().dossier().to_value())
    }

    /// The controls by the paths of their fields; of several, the first.
    pub fn controls(&self) -> JsControls {
        let found = Map::new();
        let named = self.0.naming.named(&self.0.form, &mut |_| ());
        for (path, control) in named.into_iter().rev() {
            found.set(&path.into(), &control);
        }
        found.unchecked_into()
    }

    /// Changes some of the options; true when the report changed.
    pub fn configure(&self, options: JsOptions) -> Result<bool, JsValue> {
        let changed = {
            let mut live = self.0.live.borrow_mut();
            let settings = settings_from(&options, Some(live.settings()), OPTIONS)?;
            live.configure(settings)
        };
        if changed {
            self.0.tell_later();
        }
        Ok(changed)
    }

    /// Reads every control again, for values that were set by a script.
    pub fn refresh(&self) {
        self.0.refresh();
    }

    /// Follows the form no more.
    pub fn stop(&self) {
        self.0.hold.take();
    }
}

impl Watched {
    fn follow(self: &Rc<Self>) -> Result<(), JsValue> {
        let this = Rc::clone(self);
        let run = Closure::<dyn Fn(u32, JsValue)>::new(move |task, given| this.run(task, &given));

        let roots = roots_of(&self.form);
        // On the root: a control may belong to the form from outside it.
        let root = roots.first().map_or_else(|| self.form.get_root_node(), Clone::clone);
        let listener = |name: &'static str, task: Task| {
            let this = Rc::clone(self);
            EventListener::new(&root, name, move |event: &Event| this.attempt(task, event))
        };
        let listeners = [
            listener("input", Task::Input),
            listener("change", Task::Change),
            listener("reset", Task::Reset),
        ];

        let on_mutation = self.callback(Task::Mutation);
        let observer = MutationObserver::new(on_mutation.as_ref().unchecked_ref())?;
        let within = MutationObserverInit::new();
        within.set_child_list(true);
        within.set_subtree(true);
        let names = ["name", "data-field", "disabled", "form", "type"].map(JsValue::from);
        within.set_attribute_filter(&names.iter().collect::<Array>());
        for root in &roots {
            observer.observe_with_options(root, &within)?;
        }

        *self.hold.borrow_mut() =
            Some(Hold { roots, _listeners: listeners, observer, _on_mutation: on_mutation, run });
        Ok(())
    }

    fn callback(self: &Rc<Self>, task: Task) -> Callback {
        let this = Rc::clone(self);
        Closure::new(move |given: JsValue| this.attempt(task, &given))
    }

    /// Runs a task so that whatever it throws, even a trap, ends here and is told to the page.
    ///
    /// The task goes through JavaScript, whose `catch` nothing passes.
    fn attempt(&self, task: Task, given: &JsValue) {
        if let Task::Tell = task {
            self.telling.take();
        }
        let run: Option<Function> = {
            let hold = self.hold.try_borrow();
            hold.ok().and_then(|hold| {
                Some(hold.as_ref()?.run.as_ref().unchecked_ref::<Function>().clone())
            })
        };
        let Some(run) = run else { return };
        if let Err(thrown) = run.call2(&JsValue::NULL, &(task as u32).into(), given) {
            self.fail(&thrown);
        }
    }

    fn fail(&self, thrown: &JsValue) {
        if let Some(on_error) = &self.on_error {
            // A page that throws while it is told so is not told again.
            let _ = on_error.call1(&JsValue::NULL, thrown);
        }
    }

    fn run(self: &Rc<Self>, task: u32, given: &JsValue) {
        const INPUT: u32 = Task::Input as u32;
        const CHANGE: u32 = Task::Change as u32;
        const RESET: u32 = Task::Reset as u32;
        const MUTATION: u32 = Task::Mutation as u32;
        const REFRESH: u32 = Task::Refresh as u32;
        match task {
            INPUT | CHANGE => self.read_one(given.unchecked_ref(), task == CHANGE),
            RESET => self.reset(given.unchecked_ref()),
            MUTATION => self.mutated(given.unchecked_ref()),
            REFRESH => self.refresh(),
            _ => self.tell(),
        }
    }

    fn reset(self: &Rc<Self>, event: &Event) {
        if event.target().map(JsValue::from).as_ref() == Some(&self.form) {
            let this = Rc::clone(self);
            // The controls have their first values again after this event.
            Timeout::new(0, move || this.attempt(Task::Refresh, &JsValue::NULL)).forget();
        }
    }

    /// Reads the control that an event is about.
    fn read_one(self: &Rc<Self>, event: &Event, changed: bool) {
        let Some(target) = event.target() else { return };
        let control: Control = target.unchecked_into();
        // Told between the two events, a page that has not heard of the choice yet would draw the old one again.
        if !changed && control.is_choice() {
            return;
        }
        if control.form() != *AsRef::<JsValue>::as_ref(&self.form) {
            return;
        }
        let read =
            self.naming.read_one(&self.form, &control, &mut |fault| self.fail(&error(&fault)));
        let Some((path, given)) = read else { return };
        let changed = self.live.borrow_mut().set(&path, given);
        if changed {
            self.tell_later();
        }
    }

    /// Reads every control into a new dossier. Told even when the report stays as it is: the controls may be others.
    fn refresh(self: &Rc<Self>) {
        let mut dossier = self.base.again();
        let mut all = self.naming.read_all(&self.form, &mut |fault| self.fail(&error(&fault)));
        // Blank ones first: of several controls for a field, one that says something is heard.
        all.retain(|(path, given)| {
            let says = !given.is_blank();
            if !says {
                dossier.set(path, Value::Null);
            }
            says
        });
        for (path, given) in all {
            dossier.set(&path, given);
        }
        self.live.borrow_mut().load(dossier);
        self.tell_later();
    }

    fn mutated(self: &Rc<Self>, records: &Array) {
        if !self.stays() {
            if !self.form.is_connected() {
                if self.arrived.get() {
                    self.end();
                }
                return;
            }
            self.arrived.set(true);
            if self.hold.borrow().as_ref().is_some_and(|hold| hold.roots != roots_of(&self.form)) {
                self.hold.take();
                if self.follow().is_err() {
                    return self.end();
                }
                return self.refresh();
            }
        }
        let records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
        if records.into_iter().any(|record| self.concerns_controls(&record)) {
            self.refresh();
        }
    }

    /// Whether the form stands in the document as it did. Asked of its roots: with any property of a form that is
    /// looked up once the page has changed, the browser indexes all its controls by name anew.
    fn stays(&self) -> bool {
        let hold = self.hold.borrow();
        let Some(Hold { roots, .. }) = hold.as_ref() else { return false };
        let mut inner: Node = self.form.clone().into();
        for root in roots {
            if !root.contains(Some(&inner)) {
                return false;
            }
            let Some(shadow) = root.dyn_ref::<ShadowRoot>() else { return root.is_connected() };
            inner = shadow.host().into();
        }
        false
    }

    fn end(&self) {
        self.hold.take();
        if let Some(on_end) = &self.on_end {
            let _ = on_end.call0(&JsValue::NULL);
        }
    }

    fn concerns_controls(&self, record: &MutationRecord) -> bool {
        const NAMED: &str = "[name], [data-field]";
        const OUTSIDE: &str = "[name], [data-field], fieldset";
        // Options may come later than the control that they belong to.
        const LISTS: &str = "select, optgroup";
        let has_control = |nodes: NodeList| {
            (0..nodes.length()).filter_map(|i| nodes.item(i)).any(|node: Node| {
                node.dyn_ref::<Element>().is_some_and(|element| {
                    element.matches(NAMED).unwrap_or(false)
                        || element.query_selector(NAMED).is_ok_and(|found| found.is_some())
                })
            })
        };
        let attributes = record.type_() == "attributes";
        // From outside the form, a control may name it, and a fieldset hold it.
        let concerns = |target: Node| {
            attributes && self.form.contains(Some(&target))
                || target.dyn_ref::<Element>().is_some_and(|element| {
                    element.matches(if attributes { OUTSIDE } else { LISTS }).unwrap_or(false)
                })
        };
        record.target().is_some_and(concerns)
            || has_control(record.added_nodes())
            || has_control(record.removed_nodes())
    }

    /// Tells the page once the present task is done: several changes are told together, and no
    /// code of the page runs inside ours.
    fn tell_later(self: &Rc<Self>) {
        if self.hold.borrow().is_some() && self.told.replace(false) {
            let tell = self.callback(Task::Tell);
            queue_microtask(tell.as_ref().unchecked_ref());
            *self.telling.borrow_mut() = Some(tell);
        }
    }

    fn tell(&self) {
        self.told.set(true);
        let changes = self.live.borrow_mut().changes();
        let told = to_js::<JsValue>(&changes)
            .and_then(|changes| self.on_changes.call1(&JsValue::NULL, &changes));
        if let Err(thrown) = told {
            self.fail(&thrown);
        }
    }
}

/// The root that a node stands in, and those around it when it stands in shadow trees.
fn roots_of(node: &Node) -> Vec<Node> {
    let mut roots = vec![node.get_root_node()];
    while let Some(shadow) = roots.last().and_then(|root| root.dyn_ref::<ShadowRoot>()) {
        let around = shadow.host().get_root_node();
        roots.push(around);
    }
    roots
}
