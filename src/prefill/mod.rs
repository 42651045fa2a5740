//! What of a dossier goes to a procedure of the form platform « Démarches simplifiées », as a mapping
//! file says: a link that begins the procedure, and what stays behind.
//!
//! ```
//! use territoires_industrie::prefill::{LONGEST, Mapping, Prefill};
//! use territoires_industrie::value::Value;
//!
//! let mapping = Value::from_json(r#"{
//!     "format": 1,
//!     "procedure": { "number": 1, "title": "Candidature", "url": "https://example.org/commencer/ti" },
//!     "matches": [{
//!         "field": "territory_name",
//!         "to": { "champ": "Q2hhbXAtMg==", "label": "Nom du territoire", "type": "text" },
//!         "confirmed": true
//!     }],
//!     "blocks": [], "unmatched_champs": [], "unmatched_fields": []
//! }"#)?;
//! let mapping = Mapping::read(&mapping).map_err(|faults| format!("{faults:?}"))?;
//! let dossier = Value::from_json(r#"{"territory_name": "Baie d'Armor", "filed_on": "2023-09-15"}"#)?;
//! let mut prefill = Prefill::of(&mapping, &dossier);
//! let link = prefill.link(&mapping, LONGEST);
//! assert_eq!(link, "https://example.org/commencer/ti?champ_Q2hhbXAtMg=Baie+d%27Armor");
//! assert_eq!(prefill.left_out[0].field, "filed_on");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fields;
mod given;
mod link;
mod mapping;

pub use fields::{FIELDS, Field, Kind, field};
pub use link::{Given, LONGEST, LeftOut, Prefill, Row, Sent, ToFill, Why, named};
pub use mapping::{
    Champ, Choice, Expected, FORMAT, Fault, Mapping, MappingError, Match, Procedure, is_address,
    is_prefillable,
};
