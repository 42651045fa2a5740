//! What of a dossier goes to the form platform, as a link or as a body. Pure: no clock, no network.
//!
//! The platform drops a value that it cannot read without a word: what is not sure to be read is
//! left out here, and told.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};
use territoires_industrie::Lang;
use territoires_industrie::directory;
use territoires_industrie::read;
use territoires_industrie::value::Value;

use super::fields::{FIELDS, Kind};
use super::mapping::{Mapping, Match};
use super::schema::is_prefillable;
use crate::text::either;

/// The longest link that every browser opens: the platform warns above it.
pub const LONGEST: usize = 2_000;

/// A value on its way to a field of the procedure.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Sent {
    /// The path in the dossier.
    pub field: String,
    /// The label of the procedure's field.
    pub label: String,
    #[serde(skip)]
    champ: String,
    /// The repeatable block, and the row in it.
    #[serde(skip)]
    row: Option<(String, usize)>,
    #[serde(skip)]
    given: Given,
}

#[derive(Clone, Debug, PartialEq)]
enum Given {
    One(String),
    Several(Vec<String>),
}

/// A value that stays behind.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// The path in the dossier.
    pub field: String,
    /// Why.
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// No field of the procedure for it.
    Unmatched,
    /// Nobody confirmed the match.
    Unconfirmed,
    /// The platform takes no value for a field of this type.
    NotPrefillable,
    /// The dossier holds something that cannot be read.
    Unreadable,
    /// None of the choices of the procedure.
    NoChoice,
    /// The platform knows no such intercommunalité.
    NoEpci,
    /// A SIRET is asked where a SIREN is known.
    NoSiret,
    /// The type of the procedure's field cannot hold it.
    DoesNotFit,
    /// The link would be too long.
    TooLong,
}

impl Why {
    pub fn sentence(self, lang: Lang) -> &'static str {
        let [fr, en] = match self {
            Self::Unmatched => [
                "aucun champ de la démarche ne lui correspond",
                "no field of the procedure matches it",
            ],
            Self::Unconfirmed => {
                ["la correspondance n'est pas confirmée", "the match is not confirmed"]
            }
            Self::NotPrefillable => [
                "la plateforme ne préremplit pas ce type de champ",
                "the platform prefills no field of this type",
            ],
            Self::Unreadable => ["la saisie n'est pas lisible", "what was typed cannot be read"],
            Self::NoChoice => [
                "aucun choix de la démarche ne lui correspond",
                "no choice of the procedure matches it",
            ],
            Self::NoEpci => [
                "intercommunalité inconnue de l'annuaire, ou sans fiscalité propre",
                "intercommunalité that the directory does not have, or without taxes of its own",
            ],
            Self::NoSiret => [
                "la démarche demande un SIRET, le dossier a un SIREN",
                "the procedure asks a SIRET, the dossier has a SIREN",
            ],
            Self::DoesNotFit => [
                "le type du champ de la démarche ne peut pas le contenir",
                "the type of the procedure's field cannot hold it",
            ],
            Self::TooLong => ["le lien serait trop long", "the link would be too long"],
        };
        either(lang, fr, en)
    }
}

/// What of a dossier is sent, and what stays behind.
#[derive(Debug, Default)]
pub struct Prefill {
    pub sent: Vec<Sent>,
    pub left_out: Vec<LeftOut>,
}

impl Prefill {
    /// Sorts what a dossier holds, in the order of the mapping.
    pub fn of(mapping: &Mapping, dossier: &Value) -> Self {
        let mut prefill = Self::default();
        for one in &mapping.matches {
            prefill.take(one, dossier);
        }
        for field in FIELDS {
            let is_matched =
                |one: &Match| one.known().is_some_and(|known| known.path == field.path);
            if !mapping.matches.iter().any(is_matched) {
                let answered = at(dossier, field.path).into_iter();
                let left = answered.map(|(field, _)| LeftOut { field, why: Why::Unmatched });
                prefill.left_out.extend(left);
            }
        }
        prefill
    }

    fn take(&mut self, one: &Match, dossier: &Value) {
        let mut rows = 0;
        for (field, value) in at(dossier, &one.field) {
            let given = if !one.confirmed {
                Err(Why::Unconfirmed)
            } else if !is_prefillable(&one.to.kind) {
                Err(Why::NotPrefillable)
            } else {
                given(one, value)
            };
            match given {
                Ok(given) => {
                    let index = row_of(&field, &one.field).unwrap_or(rows);
                    rows += 1;
                    let row = one.to.block.clone().map(|block| (block, index));
                    let (champ, label) = (one.to.champ.clone(), one.to.label.clone());
                    self.sent.push(Sent { field, label, champ, row, given });
                }
                Err(why) => self.left_out.push(LeftOut { field, why }),
            }
        }
    }

    /// The link that begins the procedure with these values. Values that would make it longer than
    /// `longest` are left out, from the first that does not fit.
    pub fn link(&mut self, mapping: &Mapping, longest: usize) -> String {
        let base = mapping.procedure.url.as_str();
        let mut link = String::new();
        let mut kept = Vec::new();
        let rows = self.rows();
        for sent in std::mem::take(&mut self.sent) {
            let mut query = form_urlencoded::Serializer::new(link.clone());
            for (name, value) in sent.parameters(&rows) {
                query.append_pair(&name, value);
            }
            let longer = query.finish();
            if base.len() + 1 + longer.len() <= longest {
                link = longer;
                kept.push(sent);
            } else {
                self.left_out.push(LeftOut { field: sent.field, why: Why::TooLong });
            }
        }
        self.sent = kept;
        if link.is_empty() { base.to_owned() } else { format!("{base}?{link}") }
    }

    /// The body that creates a draft with these values.
    pub fn body(&self) -> Map<String, Json> {
        let mut body = Map::new();
        let rows = self.rows();
        for sent in &self.sent {
            let value = match &sent.given {
                Given::One(text) => Json::from(text.as_str()),
                Given::Several(texts) => texts.iter().map(String::as_str).collect(),
            };
            let Some((block, row)) = &sent.row else {
                body.insert(named(&sent.champ), value);
                continue;
            };
            let Some(place) = place_of(&rows, block, *row) else { continue };
            let list = body.entry(named(block)).or_insert_with(|| Json::Array(Vec::new()));
            if let Some(list) = list.as_array_mut() {
                list.resize_with(list.len().max(place + 1), || Json::Object(Map::new()));
                if let Some(Json::Object(fields)) = list.get_mut(place) {
                    fields.insert(named(&sent.champ), value);
                }
            }
        }
        body
    }

    /// The rows of each block that hold something: a blank row between two is not sent.
    fn rows(&self) -> Vec<(String, usize)> {
        let mut rows: Vec<_> = self.sent.iter().filter_map(|sent| sent.row.clone()).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

/// The place of a row among those of its block that hold something.
fn place_of(rows: &[(String, usize)], block: &str, row: usize) -> Option<usize> {
    rows.iter().filter(|(one, _)| one == block).position(|(_, one)| *one == row)
}

/// The name of a field in a request: the identifier without the padding of its encoding.
fn named(champ: &str) -> String {
    format!("champ_{}", champ.trim_end_matches('='))
}

impl Sent {
    pub fn goes_to(&self, champ: &str) -> bool {
        self.champ == champ
    }

    fn parameters(&self, rows: &[(String, usize)]) -> Vec<(String, &str)> {
        let own = named(&self.champ);
        let name = match &self.row {
            Some((block, row)) => {
                let place = place_of(rows, block, *row).unwrap_or(*row);
                format!("{}[{place}][{own}]", named(block))
            }
            None => own,
        };
        match &self.given {
            Given::One(text) => vec![(name, text.as_str())],
            Given::Several(texts) => {
                texts.iter().map(|text| (format!("{name}[]"), text.as_str())).collect()
            }
        }
    }
}

/// The index in a path that stands where the pattern has its first `*`.
fn row_of(path: &str, pattern: &str) -> Option<usize> {
    let place = pattern.split('.').position(|step| step == "*")?;
    path.split('.').nth(place)?.parse().ok()
}

/// What a dossier holds at a path, blanks apart; each row where the path has `*`.
fn at<'v>(dossier: &'v Value, path: &str) -> Vec<(String, &'v Value)> {
    let mut found = vec![(String::new(), dossier)];
    for step in path.split('.') {
        let mut next = Vec::new();
        for (path, value) in found {
            let below = |step: &str| {
                if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
            };
            match (value, step.parse::<usize>()) {
                (Value::List(rows), _) if step == "*" => {
                    next.extend(
                        rows.iter().enumerate().map(|(i, row)| (below(&i.to_string()), row)),
                    );
                }
                (Value::List(rows), Ok(i)) => {
                    next.extend(rows.get(i).map(|row| (below(step), row)))
                }
                // One text stands for a list of one.
                (Value::Text(_) | Value::Number(_), _) if step == "*" => {
                    next.push((below("0"), value))
                }
                _ => next.extend(value.get(step).map(|value| (below(step), value))),
            }
        }
        found = next;
    }
    found.retain(|(_, value)| !value.is_blank());
    found
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.trim().to_owned()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

/// The texts of a list, or of one text with commas.
fn texts_of(value: &Value) -> Option<Vec<String>> {
    let texts: Option<Vec<String>> = match value {
        Value::List(items) => items.iter().filter(|item| !item.is_blank()).map(text_of).collect(),
        other => Some(text_of(other)?.split(',').map(|part| part.trim().to_owned()).collect()),
    };
    texts.map(|texts| texts.into_iter().filter(|text| !text.is_empty()).collect())
}

fn given(one: &Match, value: &Value) -> Result<Given, Why> {
    let Some(field) = one.known() else { return Err(Why::Unmatched) };
    let to = one.to.kind.as_str();
    let is_text = matches!(to, "text" | "textarea" | "formatted");
    let text = || text_of(value).ok_or(Why::Unreadable);
    let when =
        |fits: bool, text: String| if fits { Ok(Given::One(text)) } else { Err(Why::DoesNotFit) };
    match field.kind {
        Kind::Text => when(is_text || matches!(to, "email" | "phone"), text()?),
        Kind::Texts => {
            let texts = texts_of(value).ok_or(Why::Unreadable)?;
            when(is_text, texts.join(", "))
        }
        Kind::Siren => siren(&text()?, to),
        Kind::Region => {
            let code = format!("{:0>2}", text()?);
            let region = directory::region(&code).ok_or(Why::Unreadable)?;
            let told = if is_text { region.name } else { region.code };
            when(is_text || to == "regions", told.to_owned())
        }
        Kind::Date => {
            let day = read::date(&text()?).ok_or(Why::Unreadable)?;
            when(is_text || to == "date", day.to_string())
        }
        Kind::Month => {
            let month = read::month(&text()?).ok_or(Why::Unreadable)?;
            when(is_text, format!("{:02}/{}", month.month, month.year))
        }
        Kind::Amount => {
            let cents = read::amount(&text()?).ok_or(Why::Unreadable)?;
            let whole = cents.0 % 100 == 0;
            match to {
                "integer_number" => when(whole, (cents.0 / 100).to_string()),
                _ => when(is_text || to == "decimal_number", cents.to_string()),
            }
        }
        Kind::Share => {
            let share = read::share(&text()?).ok_or(Why::Unreadable)?.0;
            let label = one.to.label.to_lowercase();
            if label.contains('%') || label.contains("pourcent") || is_text {
                let percent = decimal(share, 2);
                return when(
                    is_text || to == "decimal_number",
                    percent + if is_text { " %" } else { "" },
                );
            }
            // The platform reads three decimals.
            when(to == "decimal_number" && share % 10 == 0, decimal(share / 10, 3))
        }
        Kind::Whole => {
            let whole = read::whole(&text()?).ok_or(Why::Unreadable)?;
            when(is_text || matches!(to, "integer_number" | "decimal_number"), whole.to_string())
        }
        Kind::YesNo => {
            let yes = read::yes_no(&text()?).ok_or(Why::Unreadable)?.to_string();
            if matches!(to, "yes_no" | "checkbox") {
                Ok(Given::One(yes))
            } else {
                word(one, &yes, is_text).map(Given::One)
            }
        }
        Kind::Word(_) => word(one, &text()?, is_text).map(Given::One),
        Kind::Words(_) => {
            let texts = texts_of(value).ok_or(Why::Unreadable)?;
            let words =
                texts.iter().map(|text| word(one, text, is_text)).collect::<Result<Vec<_>, _>>()?;
            Ok(if is_text { Given::One(words.join(", ")) } else { Given::Several(words) })
        }
    }
}

/// The choice that a word is; in a text, what people call it.
fn word(one: &Match, text: &str, is_text: bool) -> Result<String, Why> {
    let words = one.known().map(super::fields::Field::words).unwrap_or_default();
    let known = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trim()));
    let (word, said) = known.ok_or(Why::Unreadable)?;
    if is_text {
        return Ok((*said).to_owned());
    }
    one.choice(word).map(str::to_owned).ok_or(Why::NoChoice)
}

fn siren(typed: &str, to: &str) -> Result<Given, Why> {
    let number = read::siren(typed).and_then(|siren| siren.number()).ok_or(Why::Unreadable)?;
    match to {
        "epci" => {
            let epci = directory::find(number).filter(|epci| epci.kind.is_fiscalite_propre());
            let departement =
                epci.and_then(|epci| epci.departements().next()).ok_or(Why::NoEpci)?;
            Ok(Given::Several(vec![departement.code.to_owned(), format!("{number:09}")]))
        }
        "siret" => {
            let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
            if digits.len() == 14 { Ok(Given::One(digits)) } else { Err(Why::NoSiret) }
        }
        "text" | "textarea" | "formatted" => Ok(Given::One(format!("{number:09}"))),
        _ => Err(Why::DoesNotFit),
    }
}

/// Units of so many decimals, without zeros at the end.
fn decimal(units: u32, decimals: u32) -> String {
    let one = 10_u32.pow(decimals);
    let width = usize::try_from(decimals).unwrap_or_default();
    let text = format!("{}.{:0width$}", units / one, units % one);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
