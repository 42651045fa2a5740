//! The values that a field of the dossier can take, as typed data.

use std::borrow::Cow;
use std::sync::Arc;

use time::Date;

use super::field::{Field, Scalar};
use super::node::Expected;
use crate::campaign::{self, Campaign};
use crate::directory::{self, Epci};
use crate::money::{BasisPoints, Cents};
use crate::read::{self, Siren, YearMonth};
use crate::scale::{self, Scale};
use crate::value::{Value, is_blank};

/// Declares a list of values: each variant beside the word that stands for it in JSON.
macro_rules! words {
    ($(
        $(#[$about:meta])*
        pub enum $Name:ident { $( $(#[$said:meta])* $Variant:ident = $word:literal, )* }
    )*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $Name { $( $(#[$said])* $Variant, )* }

        impl $Name {
            /// Every value, in the order of the form.
            pub const ALL: &[Self] = &[$( Self::$Variant, )*];
            /// The words that stand for the values.
            pub const WORDS: &[&str] = &[$( $word, )*];
        }

        impl Scalar for $Name {
            const EXPECTED: Expected = Expected::Word(Self::WORDS);

            fn read(text: &str) -> Option<Self> {
                Self::ALL.get(place_of(text, Self::WORDS)?).copied()
            }
        }
    )* };
}

fn place_of(text: &str, words: &[&str]) -> Option<usize> {
    let text = text.trim();
    words.iter().position(|word| word.eq_ignore_ascii_case(text))
}

words! {
    /// What is filed.
    pub enum Kind {
        /// An application for the label (FAQ 1.2).
        Application = "application",
        /// An amendment of a labelled perimeter or governance (FAQ 2.3).
        Amendment = "amendment",
    }

    /// How the perimeter stands to the CRTE (FAQ 2.1).
    pub enum Crte {
        /// It matches one.
        Aligned = "aligned",
        /// It holds several.
        Several = "several",
        /// It is articulated with none.
        No = "no",
    }

    /// Who gives an opinion on an amendment (FAQ 2.3).
    pub enum OpinionBody {
        /// The conseil régional, or what stands for it.
        ConseilRegional = "conseil_regional",
        /// The services of the State in the région.
        State = "state",
    }

    /// An opinion on an amendment (FAQ 2.3).
    pub enum OpinionGiven {
        /// In favour.
        Favourable = "favourable",
        /// Against.
        Unfavourable = "unfavourable",
        /// Asked for, not given yet.
        Pending = "pending",
    }

    /// The part of an élu or an industriel in the governance (FAQ 4.1, 4.4).
    pub enum Part {
        /// One of the binôme; the default.
        Binome = "binome",
        /// Another member of the governance.
        Member = "member",
        /// Replaces one of the binôme.
        Substitute = "substitute",
    }

    /// Where the search for a binôme stands (FAQ 4.1).
    pub enum BinomeStatus {
        /// Both are known.
        Identified = "identified",
        /// Being looked for.
        BeingIdentified = "being_identified",
    }

    /// Where a letter of intent stands (FAQ 4.5).
    pub enum LetterStatus {
        /// Signed.
        Signed = "signed",
        /// Expected.
        ToSign = "to_sign",
        /// The signatory declined.
        Declined = "declined",
    }

    /// Whose consensus is sought (FAQ 3.1).
    pub enum Consulted {
        /// Local élus.
        LocalElus = "local_elus",
        /// Regional élus.
        RegionalElus = "regional_elus",
        /// Services of the State.
        StateServices = "state_services",
        /// Industriels.
        Industriels = "industriels",
    }

    /// The four priorities (FAQ 1.5).
    pub enum Priority {
        /// Ecological and energy transition.
        EcologicalTransition = "ecological_transition",
        /// Innovation.
        Innovation = "innovation",
        /// Skills and recruitment.
        Skills = "skills",
        /// Industrial land.
        Land = "land",
    }

    /// What an action is also about; steers suggestions only.
    pub enum Theme {
        /// Export.
        Export = "export",
        /// Attractiveness.
        Attractiveness = "attractiveness",
        /// Structuring investment.
        Investment = "investment",
    }

    /// Who carries the post of chef de projet (FAQ 5.3).
    pub enum HostKind {
        /// One intercommunalité, the default of the FAQ.
        Epci = "epci",
        /// Several intercommunalités together.
        Shared = "shared",
        /// Another structure.
        Other = "other",
    }

    /// The other programme with which the post is shared (FAQ 5.2).
    pub enum SharedWith {
        /// Action Cœur de Ville.
        Acv = "acv",
        /// Contrat de relance et de transition écologique.
        Crte = "crte",
        /// Another one.
        Other = "other",
    }

    /// What kind of funder adds to the post.
    pub enum FunderKind {
        /// A collectivité.
        Collectivite = "collectivite",
        /// The State, besides this programme.
        State = "state",
        /// European funds.
        European = "european",
        /// A public operator.
        Operator = "operator",
        /// A private funder.
        Private = "private",
    }

    /// By what the members split the local share.
    pub enum SplitKey {
        /// By municipal population; the default.
        Population = "population",
        /// In equal parts.
        Equal = "equal",
        /// By weights of their own.
        Custom = "custom",
    }
}

macro_rules! scalars {
    ($( $Type:ty: $expected:ident = $read:expr; )*) => { $(
        impl Scalar for $Type {
            const EXPECTED: Expected = Expected::$expected;

            fn read(text: &str) -> Option<Self> {
                $read(text)
            }
        }
    )* };
}

scalars! {
    Cents: Amount = read::amount;
    BasisPoints: Share = read::share;
    u32: Whole = read::whole;
    Date: Date = read::date;
    YearMonth: Month = read::month;
    Text: Text = Text::of;
    MemberSiren: Siren = MemberSiren::of;
    &'static Campaign: Campaign = campaign_of;
    RegionCode: Region = RegionCode::of;
    LevelId: LevelOfScale = LevelId::of;
}

impl Scalar for bool {
    const EXPECTED: Expected = Expected::YesNo;

    fn read(text: &str) -> Option<Self> {
        read::yes_no(text)
    }

    fn read_other(given: &Value) -> Option<Self> {
        match given {
            Value::Bool(yes) => Some(*yes),
            _ => None,
        }
    }
}

fn campaign_of(id: &str) -> Option<&'static Campaign> {
    campaign::find(id.trim())
}

/// That a free text was given, with at least one character that is no blank: [`Field::text`] is that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text;

impl Text {
    fn of(text: &str) -> Option<Self> {
        (!is_blank(text)).then_some(Self)
    }
}

impl Field<Text> {
    /// The text as given; nothing when the field is not answered.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        self.get().and_then(|Text| self.given().as_text())
    }
}

/// A SIREN with what the directory knows of it: looked up once, when it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberSiren {
    /// The number, as far as it is typed.
    pub siren: Siren,
    /// Its entry in the directory, when it is one of an EPCI or an EPT.
    pub epci: Option<&'static Epci>,
}

impl MemberSiren {
    fn of(text: &str) -> Option<Self> {
        let siren = read::siren(text)?;
        Some(Self { siren, epci: siren.number().and_then(directory::find) })
    }
}

/// The code of a région of the directory, such as `53`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionCode(pub &'static str);

impl RegionCode {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        // A spreadsheet or a JSON number loses the zero of `01`.
        let padded = format!("{text:0>2}");
        directory::region(&padded).map(|region| Self(region.code))
    }
}

/// The id of a level of fragility; whether the scale in force has it is seen when it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelId(pub Box<str>);

impl LevelId {
    fn of(text: &str) -> Option<Self> {
        (!is_blank(text)).then(|| Self(text.trim().into()))
    }
}

/// The scale that a dossier asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum ScaleChoice {
    /// One that is shipped, by its id.
    Shipped(&'static Scale),
    /// A whole scale in the dossier.
    Own(Arc<Scale>),
}

impl ScaleChoice {
    /// The scale itself.
    #[must_use]
    pub fn scale(&self) -> &Scale {
        match self {
            Self::Shipped(scale) => scale,
            Self::Own(scale) => scale,
        }
    }
}

impl Scalar for ScaleChoice {
    const EXPECTED: Expected = Expected::Scale;

    fn read(id: &str) -> Option<Self> {
        scale::find(id.trim()).map(Self::Shipped)
    }

    fn read_other(given: &Value) -> Option<Self> {
        let Value::Object(_) = given else { return None };
        Scale::read(given).ok().map(|scale| Self::Own(Arc::new(scale)))
    }
}
