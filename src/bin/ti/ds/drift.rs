//! What changed in a procedure since its mapping was made.

use serde::Serialize;
use territoires_industrie::Lang;

use territoires_industrie::prefill::{Champ, Mapping};

use super::schema::Schema;
use crate::text::either;

/// A change.
#[derive(Debug, Serialize)]
pub struct Change {
    /// What changed: `procedure`, `closed`, `gone`, `retyped`, `relabelled`, `moved`, `choices`,
    /// `required` or `new`.
    pub change: &'static str,
    /// The field of the procedure.
    pub champ: Option<String>,
    pub label: Option<String>,
    /// The field of the dossier that is sent to it.
    pub field: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Whether the mapping has to be looked at again.
    pub is_drift: bool,
}

/// The changes, in the order of the form.
pub fn changes(mapping: &Mapping, schema: &Schema) -> Vec<Change> {
    let mut found = Vec::new();
    let (before, after) = (&mapping.procedure, &schema.procedure);
    if before.number != after.number || before.url != after.url {
        found.push(Change::of_all("procedure", Some(&before.url), Some(&after.url)));
    }
    if !schema.open {
        found.push(Change::of_all("closed", None, None));
    }
    for champ in mapping.champs() {
        let same = |one: &&super::schema::Described| one.champ.champ == champ.champ;
        let field = mapping.matches.iter().find(|one| one.to.champ == champ.champ);
        let field = field.map(|one| one.field.as_str());
        match schema.champs.iter().find(same) {
            None => found.push(Change::new("gone", champ, field, None, None)),
            Some(now) => compare(champ, &now.champ, field, &mut found),
        }
    }
    for now in &schema.champs {
        if mapping.champs().all(|champ| champ.champ != now.champ.champ) {
            let mut change = Change::new("new", &now.champ, None, None, Some(&now.champ.kind));
            change.is_drift = now.champ.required;
            found.push(change);
        }
    }
    found
}

fn compare(then: &Champ, now: &Champ, field: Option<&str>, found: &mut Vec<Change>) {
    let mut tell = |change, before: Option<&str>, after: Option<&str>, is_drift| {
        let told = Change::new(change, now, field, before, after);
        found.push(Change { is_drift, ..told });
    };
    let is_sent = field.is_some();
    if then.kind != now.kind {
        tell("retyped", Some(&then.kind), Some(&now.kind), is_sent);
    }
    if then.block != now.block {
        tell("moved", then.block.as_deref(), now.block.as_deref(), is_sent);
    }
    if then.label != now.label {
        tell("relabelled", Some(&then.label), Some(&now.label), is_sent);
    }
    if then.choices != now.choices {
        let (before, after) = (then.choices.join(" | "), now.choices.join(" | "));
        tell("choices", Some(&before), Some(&after), is_sent);
    }
    if !then.required && now.required {
        tell("required", None, None, !is_sent);
    }
}

impl Change {
    fn new(
        change: &'static str,
        champ: &Champ,
        field: Option<&str>,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Self {
        let all = Self::of_all(change, before, after);
        Self {
            champ: Some(champ.champ.clone()),
            label: Some(champ.label.clone()),
            field: field.map(str::to_owned),
            is_drift: field.is_some(),
            ..all
        }
    }

    fn of_all(change: &'static str, before: Option<&str>, after: Option<&str>) -> Self {
        let (before, after) = (before.map(str::to_owned), after.map(str::to_owned));
        Self { change, champ: None, label: None, field: None, before, after, is_drift: true }
    }

    /// The change in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let (fr, en) = match self.change {
            "procedure" => ("ce n'est pas la même démarche", "this is another procedure"),
            "closed" => ("la démarche est close", "the procedure is closed"),
            "gone" => ("n'existe plus", "is gone"),
            "retyped" => ("a changé de type", "has another type"),
            "moved" => ("a changé de bloc répétable", "is in another repeatable block"),
            "relabelled" => ("a changé de libellé", "has another label"),
            "choices" => ("n'a plus les mêmes choix", "has other choices"),
            "required" => ("est devenu obligatoire", "has become mandatory"),
            _ if self.is_drift => ("est nouveau et obligatoire", "is new and mandatory"),
            _ => ("est nouveau", "is new"),
        };
        let mut sentence = either(lang, fr, en).to_owned();
        if let Some(label) = &self.label {
            sentence = format!("« {label} » {sentence}");
        }
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => sentence += &format!(" : {before} → {after}"),
            (None, Some(one)) | (Some(one), None) => sentence += &format!(" : {one}"),
            (None, None) => {}
        }
        if let Some(field) = &self.field {
            sentence += &format!(" ({field})");
        }
        sentence
    }
}
