//! The EPCI of 1 January 2023: lookup by SIREN, search as one types.
//!
//! It holds the 1 255 EPCI à fiscalité propre (the métropole de Lyon counted with them) and the
//! 11 EPT of the métropole du Grand Paris, with their kind, municipal population, number of
//! communes, départements and régions.
//!
//! ```
//! use territoires_industrie::directory;
//!
//! let brieuc = directory::find(200_069_409).unwrap();
//! assert_eq!(brieuc.label(), "CA Saint-Brieuc Armor Agglomération");
//! assert_eq!(brieuc.regions().next().map(|region| region.name), Some("Bretagne"));
//!
//! let found = directory::search("quatre rivieres 70", 10);
//! assert_eq!(found.first().map(|epci| epci.siren), Some(247_000_623));
//! ```
//!
//! # Design
//!
//! The tables are text in `src/data`, that of the EPCI by columns, read once at first use. A table that could
//! not be read would leave the directory empty, never panic; a test proves that all is read.

mod search;

use std::sync::OnceLock;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

pub use search::search;

/// The day of the directory, as `YYYY-MM-DD`.
pub const DAY: &str = "2023-01-01";

/// Where the directory comes from, with its licence.
pub const SOURCE: &str = "INSEE et DGCL (Banatic), 1er janvier 2023, populations municipales 2020 \
     (2017 pour Mayotte), Licence Ouverte 2.0 ; paquet npm @etalab/decoupage-administratif 3.1.1";

const EPCIS: &str = include_str!("../data/epcis-2023.tsv");
const DEPARTEMENTS: &str = include_str!("../data/departements-2023.tsv");

/// What an intercommunalité is by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Communauté de communes.
    CommunauteDeCommunes,
    /// Communauté d'agglomération.
    CommunauteDAgglomeration,
    /// Communauté urbaine.
    CommunauteUrbaine,
    /// Métropole, those of Paris and Aix-Marseille included, Lyon apart.
    Metropole,
    /// The métropole de Lyon, a collectivité à statut particulier that stands for an EPCI.
    MetropoleDeLyon,
    /// Établissement public territorial, a part of the métropole du Grand Paris without taxes of its own.
    EtablissementPublicTerritorial,
}

impl Kind {
    /// A short code that does not change: `CC`, `CA`, `CU`, `metropole`, `metropole_de_lyon` or `EPT`.
    ///
    /// ```
    /// assert_eq!(territoires_industrie::directory::Kind::CommunauteUrbaine.code(), "CU");
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Kind::CommunauteDeCommunes => "CC",
            Kind::CommunauteDAgglomeration => "CA",
            Kind::CommunauteUrbaine => "CU",
            Kind::Metropole => "metropole",
            Kind::MetropoleDeLyon => "metropole_de_lyon",
            Kind::EtablissementPublicTerritorial => "EPT",
        }
    }

    /// Whether it levies taxes of its own as an EPCI à fiscalité propre does: all but the EPT,
    /// the métropole de Lyon included although it is no EPCI by law.
    #[must_use]
    pub fn is_fiscalite_propre(self) -> bool {
        self != Kind::EtablissementPublicTerritorial
    }

    /// Whether it is a métropole, Lyon included.
    #[must_use]
    pub fn is_metropole(self) -> bool {
        matches!(self, Kind::Metropole | Kind::MetropoleDeLyon)
    }
}

/// A région.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Region {
    /// Its INSEE code, two digits: `53`.
    pub code: &'static str,
    /// Its name: `Bretagne`.
    pub name: &'static str,
}

/// A département.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Departement {
    /// Its INSEE code, two or three characters: `22`, `2A`, `974`.
    pub code: &'static str,
    /// Its name: `Côtes-d'Armor`.
    pub name: &'static str,
    /// The région it belongs to.
    #[serde(skip)]
    pub region: &'static Region,
    #[serde(skip)]
    region_bit: u32,
}

/// An intercommunalité of the directory. Two with the same SIREN are one.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Epci {
    /// Its SIREN, nine digits.
    pub siren: u32,
    /// Its name without its kind, as in `des Quatre Rivières`. Not unique.
    pub name: &'static str,
    /// What it is by law.
    pub kind: Kind,
    /// Municipal population of its communes, in inhabitants (2020; 2017 for Mayotte); never zero.
    pub population: u32,
    /// Number of its communes; never zero.
    pub communes: u16,
    label: &'static str,
    /// Codes of its départements, by a space.
    codes: &'static str,
}

impl PartialEq for Epci {
    fn eq(&self, other: &Self) -> bool {
        self.siren == other.siren
    }
}

impl Epci {
    /// Its name with its kind, as people say it. A métropole's name speaks for itself.
    ///
    /// ```
    /// use territoires_industrie::directory::find;
    ///
    /// assert_eq!(find(247_000_623).unwrap().label(), "CC des Quatre Rivières");
    /// assert_eq!(find(200_030_195).unwrap().label(), "Métropole Nice Côte d'Azur");
    /// ```
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.label
    }

    /// The départements of its communes, by code; at least one.
    ///
    /// ```
    /// let aix_marseille = territoires_industrie::directory::find(200_054_807).unwrap();
    /// let codes: Vec<_> = aix_marseille.departements().map(|d| d.code).collect();
    /// assert_eq!(codes, ["13", "83", "84"]);
    /// ```
    pub fn departements(&self) -> impl Iterator<Item = &'static Departement> + use<> {
        self.codes.split(' ').filter_map(departement)
    }

    /// The régions of its communes, by code, each once; at least one.
    pub fn regions(&self) -> impl Iterator<Item = &'static Region> + use<> {
        let mask = self.departements().fold(0, |mask, departement| mask | departement.region_bit);
        let all = regions().iter().enumerate();
        all.filter_map(move |(index, region)| (mask >> index & 1 == 1).then_some(region))
    }
}

#[cfg(feature = "openapi")]
impl schemars::JsonSchema for Epci {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Epci".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": "An intercommunalité of the directory.",
            "properties": {
                "siren": {"type": "string", "pattern": "^[0-9]{9}$"},
                "name": {"type": "string", "description": "Its name without its kind."},
                "kind": {"enum": ["CC", "CA", "CU", "metropole", "metropole_de_lyon", "EPT"]},
                "label": {"type": "string", "description": "Its name with its kind."},
                "population": {"type": "integer", "description": "Municipal population."},
                "communes": {"type": "integer", "description": "How many communes."},
                "departements": generator.subschema_for::<Vec<Departement>>(),
                "regions": generator.subschema_for::<Vec<Region>>(),
            },
            "required": [
                "siren", "name", "kind", "label", "population", "communes", "departements", "regions",
            ],
        })
    }
}

/// As JSON, with its label and the codes and names of its départements and régions.
impl Serialize for Epci {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entry = serializer.serialize_struct("Epci", 8)?;
        entry.serialize_field("siren", &format!("{:09}", self.siren))?;
        entry.serialize_field("name", self.name)?;
        entry.serialize_field("kind", self.kind.code())?;
        entry.serialize_field("label", self.label)?;
        entry.serialize_field("population", &self.population)?;
        entry.serialize_field("communes", &self.communes)?;
        entry.serialize_field("departements", &self.departements().collect::<Vec<_>>())?;
        entry.serialize_field("regions", &self.regions().collect::<Vec<_>>())?;
        entry.end()
    }
}

/// The whole directory, by SIREN.
///
/// ```
/// assert_eq!(territoires_industrie::directory::all().len(), 1_266);
/// ```
#[must_use]
pub fn all() -> &'static [Epci] {
    static TABLE: OnceLock<Vec<Epci>> = OnceLock::new();
    TABLE.get_or_init(|| read_epcis(EPCIS).unwrap_or_default())
}

/// The 101 départements, by code.
#[must_use]
pub fn departements() -> &'static [Departement] {
    static TABLE: OnceLock<Vec<Departement>> = OnceLock::new();
    TABLE.get_or_init(|| read_departements(DEPARTEMENTS).unwrap_or_default())
}

/// The 18 régions, by code.
#[must_use]
pub fn regions() -> &'static [Region] {
    static TABLE: OnceLock<Vec<Region>> = OnceLock::new();
    TABLE.get_or_init(|| read_regions(DEPARTEMENTS).unwrap_or_default())
}

/// The intercommunalité that has this SIREN.
///
/// ```
/// use territoires_industrie::directory::{Kind, find};
///
/// assert!(find(200_046_977).is_some_and(|lyon| lyon.kind == Kind::MetropoleDeLyon));
/// assert_eq!(find(217_500_016), None, "Paris is a commune");
/// ```
#[must_use]
pub fn find(siren: u32) -> Option<&'static Epci> {
    let index = all().binary_search_by_key(&siren, |epci| epci.siren).ok()?;
    all().get(index)
}

/// The département that has this code: `22`, `2A`, `974`.
#[must_use]
pub fn departement(code: &str) -> Option<&'static Departement> {
    departements().get(departement_index(code)?)
}

/// The région that has this code: `53`.
#[must_use]
pub fn region(code: &str) -> Option<&'static Region> {
    regions().get(region_index(regions(), code)?)
}

/// The ninth digit of a SIREN, from its first eight, by the Luhn formula.
///
/// ```
/// assert_eq!(territoires_industrie::directory::luhn_key(20_006_940), 9);
/// ```
#[must_use]
pub fn luhn_key(first_eight: u32) -> u32 {
    let (mut left, mut weight, mut sum) = (first_eight, 2, 0);
    while left > 0 {
        let product = left % 10 * weight;
        sum += product / 10 + product % 10;
        left /= 10;
        weight = 3 - weight;
    }
    (10 - sum % 10) % 10
}

fn departement_index(code: &str) -> Option<usize> {
    departements().binary_search_by(|departement| departement.code.cmp(code)).ok()
}

fn region_index(regions: &[Region], code: &str) -> Option<usize> {
    regions.binary_search_by(|region| region.code.cmp(code)).ok()
}

fn read_regions(table: &'static str) -> Option<Vec<Region>> {
    let mut regions: Vec<Region> = Vec::new();
    for line in table.lines().skip(1) {
        let mut cells = line.split('\t').skip(2);
        let (code, name) = (cells.next()?, cells.next()?);
        if let Err(place) = regions.binary_search_by(|region| region.code.cmp(code)) {
            regions.insert(place, Region { code, name });
        }
    }
    Some(regions)
}

fn read_departements(table: &'static str) -> Option<Vec<Departement>> {
    let read = |line: &'static str| {
        let mut cells = line.split('\t');
        let (code, name) = (cells.next()?, cells.next()?);
        let index = region_index(regions(), cells.next()?)?;
        let region_bit = 1_u32.checked_shl(u32::try_from(index).ok()?)?;
        Some(Departement { code, name, region: regions().get(index)?, region_bit })
    };
    table.lines().skip(1).map(read).collect()
}

fn read_epcis(table: &'static str) -> Option<Vec<Epci>> {
    let mut columns = table.lines().filter_map(|column| Some(column.split_once('\t')?.1));
    let (labels, mut codes) = (Cells(columns.next()), Cells(columns.next()));
    let mut numbers = || columns.next().map(|column| Numbers(column.as_bytes().iter()));
    let (mut populations, mut communes, mut siren_steps) = (numbers()?, numbers()?, numbers()?);
    let mut epcis = Vec::with_capacity(table.len() / 32); // an EPCI is 36 bytes in a page
    let (mut first_eight, mut last_codes) = (0_u32, "");
    for label in labels {
        let (kind, name) = read_label(label);
        let codes = codes.next().filter(|codes| !codes.is_empty()).unwrap_or(last_codes);
        last_codes = codes;
        let population = populations.next()?;
        let communes = communes.next()?.try_into().ok()?;
        first_eight = first_eight.checked_add(siren_steps.next()?)?;
        let siren = first_eight.checked_mul(10)?.checked_add(luhn_key(first_eight))?;
        epcis.push(Epci { siren, name, kind, population, communes, label, codes });
    }
    Some(epcis)
}

/// The cells of a line. The first report waits for the directory to be read: a plain walk over the
/// bytes takes a third of the time of a general search.
struct Cells(Option<&'static str>);

impl Iterator for Cells {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let line = self.0?;
        let tab = line.as_bytes().iter().position(|byte| *byte == b'\t');
        let length = tab.unwrap_or(line.len());
        self.0 = line.get(length + 1..);
        line.get(..length)
    }
}

/// The same, of whole numbers.
struct Numbers(std::slice::Iter<'static, u8>);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let digits = self.0.by_ref().take_while(|byte| **byte != b'\t');
        let digits = digits.map(|byte| u32::from(byte.wrapping_sub(b'0')));
        digits.reduce(|number, digit| number.wrapping_mul(10).wrapping_add(digit))
    }
}

fn read_label(label: &'static str) -> (Kind, &'static str) {
    let kinds = [
        ("CC ", Kind::CommunauteDeCommunes),
        ("CA ", Kind::CommunauteDAgglomeration),
        ("CU ", Kind::CommunauteUrbaine),
        ("EPT ", Kind::EtablissementPublicTerritorial),
    ];
    for (prefix, kind) in kinds {
        if let Some(name) = label.strip_prefix(prefix) {
            return (kind, name);
        }
    }
    let is_lyon = label == "Métropole de Lyon";
    (if is_lyon { Kind::MetropoleDeLyon } else { Kind::Metropole }, label)
}
