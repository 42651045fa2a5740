//! The dossier of a candidate: what is known so far, typed, with what could not be read beside it.
//!
//! There is one reader. JSON, a JavaScript object and a typed text all end in [`Dossier::set`]:
//! the same text is read the same way wherever it comes from. Nothing given is refused: what
//! cannot be read is kept as typed, counts as not answered, and is told in the report.
//!
//! ```
//! use territoires_industrie::Dossier;
//!
//! let mut dossier = Dossier::default();
//! dossier.set("perimeter.epcis.0", "200 069 391");
//! dossier.set("chef_de_projet.annual_cost", "62 000,50 €");
//! assert!(dossier.chef_de_projet.annual_cost.get().is_some());
//! ```

mod edit;
mod field;
#[cfg(not(target_arch = "wasm32"))]
mod from_bytes;
pub(crate) mod node;
mod words;

use std::fmt;

use time::Date;

pub use field::{Field, List};
pub use node::Expected;
pub use words::{
    BinomeStatus, Consulted, Crte, FunderKind, HostKind, Kind, LetterStatus, LevelId, MemberSiren,
    OpinionBody, OpinionGiven, Part, Priority, RegionCode, ScaleChoice, SharedWith, SplitKey, Text,
    Theme,
};

use crate::campaign::Campaign;
use crate::money::{BasisPoints, Cents};
use crate::read::YearMonth;
use crate::value::{MAX_DEPTH, NotJson, Value};
use field::group;
use node::Node;

group! {
    /// A whole dossier.
    pub struct Dossier {
        /// The campaign; the newest known one while not answered.
        pub campaign: Field<&'static Campaign>,
        /// An application, unless said otherwise.
        pub kind: Field<Kind>,
        /// The day of filing, from 2000 to 2099.
        pub filed_on: Field<Date>,
        /// The name of the territory.
        pub territory_name: Field<Text>,
        /// Its name under the former label.
        pub former_territory_name: Field<Text>,
        /// Whether it was labelled in the former phase.
        pub labelled_2019_2022: Field<bool>,
        /// Who prepares the application.
        pub applicant: Applicant,
        /// What the selection pays attention to (FAQ 1.4).
        pub flags: Flags,
        /// The intercommunalités and why they belong together (FAQ 2).
        pub perimeter: Perimeter,
        /// Who leads, and who commits (FAQ 4).
        pub governance: Governance,
        /// What is to be done (FAQ 3).
        pub action_plan: ActionPlan,
        /// The post to be cofinanced (FAQ 5).
        pub chef_de_projet: ChefDeProjet,
    }
}

group! {
    /// Who prepares the application.
    pub struct Applicant {
        /// Their intercommunalité.
        pub epci: Field<MemberSiren>,
        /// Their name.
        pub contact_name: Field<Text>,
        /// Their role.
        pub role: Field<Text>,
        /// Their e-mail address.
        pub email: Field<Text>,
        /// Their telephone number.
        pub phone: Field<Text>,
    }
}

group! {
    /// What the selection pays attention to (FAQ 1.4).
    pub struct Flags {
        /// An industrial shock.
        pub industrial_shock: Field<bool>,
        /// Important industrial change.
        pub industrial_mutation: Field<bool>,
        /// A particularly fragile industrial territory.
        pub fragile_territory: Field<bool>,
    }
}

group! {
    /// The perimeter (FAQ 2.1 to 2.5).
    pub struct Perimeter {
        /// The members, in order.
        pub epcis: List<Field<MemberSiren>>,
        /// Why it is one bassin d'emploi.
        pub employment_area: Field<Text>,
        /// Why a single intercommunalité is enough.
        pub single_epci_reason: Field<Text>,
        /// Why a métropole.
        pub metropole_reason: Field<Text>,
        /// Why a member that is no EPCI à fiscalité propre.
        pub other_member_reason: Field<Text>,
        /// How it stands to the CRTE.
        pub crte: Field<Crte>,
        /// Existing project perimeters that it matches.
        pub project_perimeters: List<ProjectPerimeter>,
        /// Opinions on an amendment.
        pub opinions: List<Opinion>,
    }
}

group! {
    /// An existing project perimeter or governance.
    pub struct ProjectPerimeter {
        /// What it is: a PETR, a pôle métropolitain, a SCoT…
        pub kind: Field<Text>,
        /// Its name.
        pub name: Field<Text>,
    }
}

group! {
    /// An opinion on an amendment (FAQ 2.3).
    pub struct Opinion {
        /// The région that it is of.
        pub region: Field<RegionCode>,
        /// Who gives it.
        pub body: Field<OpinionBody>,
        /// What it says.
        pub opinion: Field<OpinionGiven>,
    }
}

group! {
    /// The governance (FAQ 4.1 to 4.5).
    pub struct Governance {
        /// The élus.
        pub elus: List<Elu>,
        /// The industriels.
        pub industriels: List<Industriel>,
        /// A binôme for each member, for want of a common one.
        pub binomes_by_epci: List<BinomeOfEpci>,
        /// Where the search for a binôme stands.
        pub binome_status: Field<BinomeStatus>,
        /// Why more than two lead, and how it works.
        pub enlarged_reason: Field<Text>,
        /// Whether the binôme leads a regular steering committee.
        pub steering_committee: Field<bool>,
        /// The letters of intent.
        pub letters: List<Letter>,
        /// Whether the parties commit to reporting, follow-up and evaluation.
        pub reporting_commitment: Field<bool>,
        /// Whether they wish to contribute to the national network.
        pub network_commitment: Field<bool>,
        /// With whom consensus was sought.
        pub consulted: List<Field<Consulted>>,
        /// Partners at work with them.
        pub partners: List<Partner>,
    }
}

group! {
    /// An élu of the governance.
    pub struct Elu {
        /// Their name.
        pub name: Field<Text>,
        /// Their mandate.
        pub role: Field<Text>,
        /// The intercommunalité of the mandate.
        pub epci: Field<MemberSiren>,
        /// Their part; binôme unless said otherwise.
        pub part: Field<Part>,
    }
}

group! {
    /// An industriel of the governance.
    pub struct Industriel {
        /// Their name.
        pub name: Field<Text>,
        /// Their role.
        pub role: Field<Text>,
        /// Their company.
        pub company: Field<Text>,
        /// Their part; binôme unless said otherwise.
        pub part: Field<Part>,
    }
}

group! {
    /// The binôme of one member.
    pub struct BinomeOfEpci {
        /// The member.
        pub epci: Field<MemberSiren>,
        /// The name of the élu.
        pub elu: Field<Text>,
        /// The name of the industriel.
        pub industriel: Field<Text>,
    }
}

group! {
    /// A letter of intent or commitment (FAQ 4.5).
    pub struct Letter {
        /// Who signs.
        pub signatory: Field<Text>,
        /// As what.
        pub capacity: Field<Text>,
        /// For which organisation.
        pub organisation: Field<Text>,
        /// Where it stands.
        pub status: Field<LetterStatus>,
    }
}

group! {
    /// A partner.
    pub struct Partner {
        /// Their name.
        pub name: Field<Text>,
        /// What they are.
        pub kind: Field<Text>,
    }
}

group! {
    /// The synthetic action plan (FAQ 3.1).
    pub struct ActionPlan {
        /// The industrial strategy of the territory.
        pub strategy: Field<Text>,
        /// The local stakes that it answers.
        pub local_stakes: Field<Text>,
        /// The orientation of the regional scheme that it serves.
        pub srdeii: Field<Text>,
        /// The actions.
        pub actions: List<Action>,
    }
}

group! {
    /// An action.
    pub struct Action {
        /// Its title.
        pub title: Field<Text>,
        /// What it aims at, in a few lines.
        pub summary: Field<Text>,
        /// The priorities that it serves.
        pub priorities: List<Field<Priority>>,
        /// What else it is about.
        pub themes: List<Field<Theme>>,
        /// Who leads it.
        pub lead: Field<Text>,
        /// With whom.
        pub partners: List<Field<Text>>,
        /// Where.
        pub scope: Field<Text>,
        /// Its first month.
        pub start: Field<YearMonth>,
        /// Its last month, counted in.
        pub end: Field<YearMonth>,
        /// In how many phases, from 0.
        pub phases: Field<u32>,
        /// What it costs, from 0 to 1 000 000 000 euros.
        pub cost: Field<Cents>,
        /// What of it is still to be financed, in the same range.
        pub financing_need: Field<Cents>,
        /// How it is followed.
        pub indicators: List<Field<Text>>,
        /// Whether it is already under way.
        pub under_way: Field<bool>,
        /// Direct industrial jobs expected, in whole posts.
        pub jobs: Field<u32>,
    }
}

group! {
    /// The post of chef de projet (FAQ 5.1 to 5.4).
    pub struct ChefDeProjet {
        /// The funding scale.
        pub scale: Field<ScaleChoice>,
        /// The level of fragility, one of the scale's.
        pub fragility_level: Field<LevelId>,
        /// Who carries the post.
        pub host: Host,
        /// Whether it works for the whole territory.
        pub serves_whole_territory: Field<bool>,
        /// The employer's loaded yearly cost of a full-time post, from 0 to 1 000 000 000 euros.
        pub annual_cost: Field<Cents>,
        /// The part of a full-time post given to this programme, above 0 and up to the whole (10 000
        /// basis points); what is read beyond that, rule F5 tells.
        pub working_time: Field<BasisPoints>,
        /// The first day.
        pub start: Field<Date>,
        /// How many months, from 1.
        pub months: Field<u32>,
        /// The other programme with which it is shared.
        pub shared_with: Field<SharedWith>,
        /// What others add.
        pub other_funding: List<OtherFunding>,
        /// How the members split the rest.
        pub split: Split,
    }
}

group! {
    /// Who carries the post (FAQ 5.3).
    pub struct Host {
        /// What it is.
        pub kind: Field<HostKind>,
        /// The intercommunalités.
        pub epcis: List<Field<MemberSiren>>,
        /// The name of another structure.
        pub name: Field<Text>,
        /// Its SIREN.
        pub siren: Field<MemberSiren>,
        /// Whether the intercommunalités wish it.
        pub wished_by_epcis: Field<bool>,
        /// Whether their opinion on host and profile is sought.
        pub opinions_sought: Field<bool>,
    }
}

group! {
    /// What another funder adds over the whole post.
    pub struct OtherFunding {
        /// Who.
        pub funder: Field<Text>,
        /// What they are.
        pub kind: Field<FunderKind>,
        /// How much over the whole post, from 0 to 1 000 000 000 euros.
        pub amount: Field<Cents>,
    }
}

group! {
    /// How the members split the local share.
    pub struct Split {
        /// By what; population unless said otherwise.
        pub key: Field<SplitKey>,
        /// Weights of their own, whole numbers in the order of the members.
        pub weights: List<Field<u32>>,
    }
}

/// The bytes or the value are no dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotADossier {
    /// They are no JSON.
    NotJson(NotJson),
    /// They are JSON, but no object; what was found instead.
    NotAnObject(String),
}

impl fmt::Display for NotADossier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(error) => {
                write!(f, "a dossier is a JSON object; this is no JSON: {error}")
            }
            Self::NotAnObject(found) => write!(f, "a dossier is a JSON object; found {found}"),
        }
    }
}

impl std::error::Error for NotADossier {}

impl Dossier {
    /// Reads a dossier from JSON.
    ///
    /// # Errors
    /// [`NotADossier`] when the bytes are no JSON object. Whatever the object holds is no error.
    pub fn from_json(bytes: impl AsRef<[u8]>) -> Result<Self, NotADossier> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(dossier) = from_bytes::dossier(bytes.as_ref()) {
            return Ok(dossier);
        }
        Self::from_value(Value::from_json(bytes).map_err(NotADossier::NotJson)?)
    }

    /// Reads a dossier from a value.
    ///
    /// # Errors
    /// [`NotADossier::NotAnObject`] when the value is no object.
    pub fn from_value(value: Value) -> Result<Self, NotADossier> {
        if !matches!(value, Value::Object(_)) {
            return Err(NotADossier::NotAnObject(value.typed()));
        }
        Ok(Self::of(value))
    }

    fn of(value: Value) -> Self {
        let mut dossier = Self::default();
        // The whole of a dossier has a place for any value.
        let _ = dossier.branch_mut().put(&[], value);
        dossier
    }

    /// The dossier as it was given, without what is blank: reading it again gives the same report.
    #[must_use]
    pub fn to_value(&self) -> Value {
        match self.branch().given() {
            Value::Null => Value::Object(Vec::new()),
            given => given,
        }
    }

    /// A copy, through the one reader: the code of a deep copy would weigh more than it gains.
    pub(crate) fn again(&self) -> Self {
        Self::of(self.to_value())
    }

    /// Puts what was given at a path, such as `perimeter.epcis.0` or `action_plan.actions.2.title`.
    ///
    /// A path that no field has is kept among the unknown keys; one of more than [`MAX_DEPTH`] steps
    /// as one key.
    pub fn set(&mut self, path: &str, given: impl Into<Value>) {
        self.put(path, given.into());
    }

    fn put(&mut self, path: &str, given: Value) {
        let placed = with_steps(path, |steps| {
            // Each step is a call deeper.
            if steps.len() > MAX_DEPTH { Err(given) } else { self.branch_mut().put(steps, given) }
        });
        if let Err(given) = placed {
            self.rest.unknown.retain(|(key, _)| key != path);
            self.rest.unknown.push((path.to_owned(), given));
        }
    }

    /// Puts a blank row at a path that ends in an index; the rows from there on move down.
    ///
    /// Answers whether anything moved: past the last row a blank row is nothing yet.
    pub fn insert(&mut self, path: &str) -> bool {
        self.row_at(path).is_some_and(|(rows, index)| edit::insert_row(rows, index))
    }

    /// Removes the row at a path that ends in an index. Answers whether there was one.
    pub fn remove(&mut self, path: &str) -> bool {
        self.row_at(path).is_some_and(|(rows, index)| edit::remove_row(rows, index))
    }

    /// Moves the row at a path that ends in an index to another index of its list.
    pub fn move_row(&mut self, path: &str, to: usize) -> bool {
        self.row_at(path).is_some_and(|(rows, from)| edit::move_row(rows, from, to))
    }

    /// The list of a path that ends in an index, and the index.
    fn row_at(&mut self, path: &str) -> Option<(&mut dyn node::Rows, usize)> {
        let (list, index) = path.rsplit_once('.')?;
        let index = index.parse().ok()?;
        Some((with_steps(list, |steps| self.branch_mut().rows(steps))?, index))
    }

    /// The post of chef de projet, once something of it is answered.
    #[must_use]
    pub fn post(&self) -> Option<&ChefDeProjet> {
        self.chef_de_projet.is_answered().then_some(&self.chef_de_projet)
    }

    /// Everything remarkable about what was given, in the order of the form.
    pub(crate) fn tell_remarks(&self, tell: node::Tell<'_>) {
        self.branch().remarks(&mut String::new(), tell);
    }
}

/// The steps of a path, without an allocation for those that a dossier can have.
fn with_steps<R>(path: &str, act: impl FnOnce(&[&str]) -> R) -> R {
    let mut steps = [""; 8];
    let mut count = 0;
    for step in path.split('.') {
        let Some(place) = steps.get_mut(count) else {
            return act(&path.split('.').collect::<Vec<_>>());
        };
        *place = step;
        count += 1;
    }
    act(steps.get(..count).unwrap_or(&steps))
}
