//! The description of a procedure, as the platform gives it at `/preremplir/:path/schema`.

use serde_json::Value;
use territoires_industrie::prefill::{Champ, Procedure};

/// The description of a procedure.
pub struct Schema {
    pub procedure: Procedure,
    /// Whether people can still begin it.
    pub open: bool,
    /// In the order of the form; those of a block follow it.
    pub champs: Vec<Described>,
}

pub struct Described {
    pub champ: Champ,
    /// The headings above it, or the label of its block.
    pub section: String,
}

impl Schema {
    /// Reads a description; in words what is not as expected.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let whole: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        // As the platform's GraphQL interface answers, or as the address of the schema does.
        let inner = ["/data/demarcheDescriptor", "/data/demarche", "/demarche"];
        let it = inner.iter().find_map(|path| whole.pointer(path)).unwrap_or(&whole);
        let text = |key: &str| it.get(key).and_then(Value::as_str);
        let champs = it.pointer("/revision/champDescriptors").and_then(Value::as_array);
        let champs = champs.ok_or("no list at revision.champDescriptors")?;
        let url = text("demarcheURL").or_else(|| text("demarcheUrl"));
        let mut schema = Self {
            procedure: Procedure {
                number: it
                    .get("number")
                    .and_then(Value::as_u64)
                    .and_then(|number| u32::try_from(number).ok())
                    .ok_or("no whole number at number")?,
                title: text("title").unwrap_or_default().to_owned(),
                url: url.ok_or("no text at demarcheURL")?.to_owned(),
                revision: it.pointer("/revision/id").and_then(Value::as_str).map(str::to_owned),
            },
            open: matches!(text("state"), None | Some("publiee" | "brouillon")),
            champs: Vec::new(),
        };
        schema.take(champs, "revision.champDescriptors", None)?;
        Ok(schema)
    }

    fn take(&mut self, list: &[Value], at: &str, block: Option<&Champ>) -> Result<(), String> {
        let mut headings: Vec<(u64, String)> = Vec::new();
        for (i, one) in list.iter().enumerate() {
            let champ = champ(one, block).map_err(|what| format!("{at}.{i}: {what}"))?;
            match champ.kind.as_str() {
                "header_section" => {
                    let level = one.get("level").and_then(Value::as_u64).unwrap_or(1);
                    headings.retain(|(above, _)| *above < level);
                    headings.push((level, champ.label));
                }
                "explication" => {}
                _ => {
                    let section = match block {
                        Some(block) => block.label.clone(),
                        None => {
                            let labels: Vec<&str> =
                                headings.iter().map(|(_, l)| l.as_str()).collect();
                            labels.join(" ")
                        }
                    };
                    self.champs.push(Described { champ: champ.clone(), section });
                    let inside = one.get("champDescriptors").and_then(Value::as_array);
                    if let (None, Some(inside)) = (block, inside) {
                        self.take(inside, &format!("{at}.{i}.champDescriptors"), Some(&champ))?;
                    }
                }
            }
        }
        Ok(())
    }
}

fn champ(one: &Value, block: Option<&Champ>) -> Result<Champ, String> {
    let text = |key: &str| one.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let named = text("__typename").and_then(|name| name.strip_suffix("ChampDescriptor"));
    let kind = match (named, text("type")) {
        (Some(name), _) => of_name(name),
        (None, Some(kind)) => kind.to_owned(),
        (None, None) => return Err("no text at __typename or type".to_owned()),
    };
    let choices = one.get("options").and_then(Value::as_array).into_iter().flatten();
    let choices = choices.filter_map(Value::as_str);
    Ok(Champ {
        champ: text("id").ok_or("no text at id")?.to_owned(),
        block: block.map(|block| block.champ.clone()),
        label: text("label").unwrap_or_default().trim().to_owned(),
        kind,
        required: one.get("required").and_then(Value::as_bool).unwrap_or(false),
        // A linked list describes its headings as `--heading--`.
        choices: choices.filter(|choice| !choice.starts_with("--")).map(str::to_owned).collect(),
    })
}

/// The type that a name of the GraphQL interface stands for: `DropDownList` is `drop_down_list`.
fn of_name(name: &str) -> String {
    match name {
        "Commune" => "communes".to_owned(),
        "Departement" => "departements".to_owned(),
        "Region" => "regions".to_owned(),
        _ => {
            let mut kind = String::new();
            for (i, letter) in name.char_indices() {
                if letter.is_ascii_uppercase() && i > 0 && !name.chars().all(char::is_uppercase) {
                    kind.push('_');
                }
                kind.extend(letter.to_lowercase());
            }
            kind
        }
    }
}
