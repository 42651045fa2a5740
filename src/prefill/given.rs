//! What a value of a dossier is for the platform, by the type of the procedure's field.

use super::fields::{Field, Kind};
use super::link::{Given, Why};
use super::mapping::Match;
use crate::directory;
use crate::read;
use crate::value::Value;

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

/// What is sent for a value; or why nothing is.
pub(super) fn given(one: &Match, value: &Value) -> Result<Given, Why> {
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
            if is_text || in_percent(&one.to.label) {
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
    let words = one.known().map(Field::words).unwrap_or_default();
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

/// Whether a label asks for a share in percent.
fn in_percent(label: &str) -> bool {
    let word = b"pourcent";
    let said = |part: &[u8]| part.eq_ignore_ascii_case(word);
    label.bytes().any(|byte| byte == b'%') || label.as_bytes().windows(word.len()).any(said)
}

/// Units of so many decimals, without zeros at the end.
fn decimal(units: u32, decimals: u32) -> String {
    let one = 10_u32.pow(decimals);
    let width = usize::try_from(decimals).unwrap_or_default();
    let text = format!("{}.{:0width$}", units / one, units % one);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
