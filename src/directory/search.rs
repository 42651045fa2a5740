//! Search in the directory, as one types.

use std::sync::OnceLock;

use super::{Epci, Kind, all, departement_index, departements};

/// How much of a query is read: what bounds the time of a search.
const MAX_CHARS: usize = 200;
const MAX_WORDS: usize = 12;

/// Words that tell nothing apart, left out of names and queries alike.
const LINKING_WORDS: [&str; 9] = ["d", "de", "des", "du", "et", "l", "la", "le", "les"];

/// What people call the kinds, folded.
const CALLED: [(Kind, &str); 12] = [
    (Kind::CommunauteDeCommunes, "cc"),
    (Kind::CommunauteDeCommunes, "communaute communes"),
    (Kind::CommunauteDAgglomeration, "ca"),
    (Kind::CommunauteDAgglomeration, "communaute agglomeration"),
    (Kind::CommunauteDAgglomeration, "agglomeration"),
    (Kind::CommunauteDAgglomeration, "agglo"),
    (Kind::CommunauteUrbaine, "cu"),
    (Kind::CommunauteUrbaine, "communaute urbaine"),
    (Kind::Metropole, "metropole"),
    (Kind::MetropoleDeLyon, "metropole"),
    (Kind::EtablissementPublicTerritorial, "ept"),
    (Kind::EtablissementPublicTerritorial, "etablissement public territorial"),
];

// How near an answer is, the smallest first.
const EXACT: u8 = 0;
const STARTS: u8 = 1;
const IN_NAME: u8 = 2;
const OTHER_KIND: u8 = 3; // added: the query says another kind than that of the answer
const ELSEWHERE: u8 = 6; // a word found in the kind or a département only
const BY_SIREN: u8 = 10;

/// The intercommunalités that a query finds, best first, at most `limit` of them.
///
/// The query is a SIREN or its beginning (spaces forgiven; a SIRET finds its SIREN), or words. Each
/// word must begin a word of the name, of the kind (`CC`, `métropole`…) or of a département (`2A`,
/// `Côtes-d'Armor`). Accents, case, hyphens, apostrophes and linking words (`de`, `la`…) do not
/// count; `St` is Saint; a kind said before the name may be wrong. Exact names come first, then
/// names that start so, names that hold all the words, the others; among equals, the most populous.
/// An empty query finds nothing; of a long one only the beginning is read.
///
/// ```
/// use territoires_industrie::directory::search;
///
/// let first = |query| search(query, 1).first().map(|epci| epci.label());
/// assert_eq!(first("st brieuc"), Some("CA Saint-Brieuc Armor Agglomération"));
/// assert_eq!(first("lyon"), Some("Métropole de Lyon"));
/// assert_eq!(first("200 069 409 00016"), Some("CA Saint-Brieuc Armor Agglomération"));
/// ```
#[must_use]
pub fn search(query: &str, limit: usize) -> Vec<&'static Epci> {
    let query = fold(query.chars().take(MAX_CHARS), true);
    if query.is_empty() {
        return Vec::new();
    }
    let index = index();
    let whole = Words::new(&query, index);
    let after_kind = CALLED.iter().find_map(|(kind, called)| {
        let name = query.strip_prefix(called)?.strip_prefix(' ')?;
        Some((*kind, Words::new(name, index)))
    });
    let sirens = siren_range(&query);
    let rank = |entry: &Entry| {
        let by_name = after_kind.as_ref().and_then(|(kind, name)| {
            let other_kind = !alike(entry.epci.kind, *kind);
            Some(name.nearness(entry)? + if other_kind { OTHER_KIND } else { 0 })
        });
        let by_siren = sirens.contains(&entry.epci.siren).then_some(BY_SIREN);
        [whole.nearness(entry), by_name, by_siren].into_iter().flatten().min()
    };
    let ranked: Vec<_> =
        index.entries.iter().filter_map(|entry| Some((rank(entry)?, entry.epci))).collect();
    // The entries are by population: taken rank after rank, they need no sort.
    (EXACT..=BY_SIREN)
        .flat_map(|wanted| {
            ranked.iter().filter(move |(rank, _)| *rank == wanted).map(|(_, epci)| *epci)
        })
        .take(limit)
        .collect()
}

/// The directory made ready for search.
struct Index {
    /// The most populous first.
    entries: Vec<Entry>,
    /// Code and name of each département, folded, in the order of the table.
    departements: Vec<String>,
}

struct Entry {
    epci: &'static Epci,
    /// Folded; without « métropole » at its head, which the kind says.
    name: String,
    /// The initials of its words: most names are passed over by this alone.
    initials: u64,
    /// Its départements, as bits in the order of the table.
    departements: u128,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut by_population: Vec<&Epci> = Vec::new();
        for epci in all() {
            let place = by_population.partition_point(|other| other.population >= epci.population);
            by_population.insert(place, epci);
        }
        let entry = |epci: &'static Epci| {
            let name = fold(epci.name.chars(), false);
            let bare = name.strip_prefix("metropole ").map(str::to_owned);
            let name = bare.unwrap_or(name);
            let initials = name.split(' ').fold(0, |all, word| all | initial(word));
            let places = epci.departements().filter_map(|found| departement_index(found.code));
            let departements = places.fold(0, |all, place| all | 1 << place);
            Entry { epci, name, initials, departements }
        };
        Index {
            entries: by_population.into_iter().map(entry).collect(),
            departements: (departements().iter())
                .map(|d| fold(d.code.chars().chain([' ']).chain(d.name.chars()), false))
                .collect(),
        }
    })
}

/// What is typed, with what depends on it alone.
struct Words<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

struct Word<'a> {
    text: &'a str,
    initial: u64,
    /// The kinds and the départements that it finds, as bits.
    kinds: u8,
    departements: u128,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, index: &Index) -> Self {
        let mut words: Vec<Word<'a>> = Vec::new();
        for text in text.split(' ') {
            if words.len() == MAX_WORDS || words.iter().any(|word| word.text == text) {
                continue;
            }
            let mut word = Word { text, initial: initial(text), kinds: 0, departements: 0 };
            for (kind, called) in &CALLED {
                if begins_a_word(called, text) {
                    word.kinds |= bit(*kind);
                }
            }
            for departement in index.departements.iter().rev() {
                word.departements =
                    word.departements << 1 | u128::from(begins_a_word(departement, text));
            }
            words.push(word);
        }
        Words { text, words }
    }

    fn nearness(&self, entry: &Entry) -> Option<u8> {
        let mut in_name = true;
        for word in &self.words {
            if entry.initials & word.initial != 0 && begins_a_word(&entry.name, word.text) {
                continue;
            }
            in_name = false;
            if word.kinds & bit(entry.epci.kind) == 0 && word.departements & entry.departements == 0
            {
                return None;
            }
        }
        Some(match in_name {
            true if entry.name == self.text => EXACT,
            true if entry.name.starts_with(self.text) => STARTS,
            true => IN_NAME,
            false => ELSEWHERE,
        })
    }
}

/// Whether two kinds are called the same: Lyon is a métropole among others.
fn alike(a: Kind, b: Kind) -> bool {
    a == b || a.is_metropole() && b.is_metropole()
}

fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}

/// The first byte of a word as one bit; a few letters and digits share theirs.
fn initial(word: &str) -> u64 {
    word.bytes().next().map_or(0, |byte| 1 << (byte & 63))
}

/// Whether a word of a folded text begins with what is typed; `st` may be Strasbourg or Saint.
fn begins_a_word(text: &str, typed: &str) -> bool {
    let saint = matches!(typed, "st" | "ste");
    // Bytes, three times as fast to split as characters.
    text.as_bytes()
        .split(|byte| *byte == b' ')
        .any(|word| word.starts_with(typed.as_bytes()) || saint && word.starts_with(b"saint"))
}

/// The SIREN that begin with a query of 1 to 14 digits (a SIRET begins with its SIREN); else none.
fn siren_range(query: &str) -> std::ops::Range<u32> {
    let (mut digits, mut start) = (0_u32, 0_u32);
    for c in query.chars().filter(|c| *c != ' ') {
        let Some(digit) = c.to_digit(10) else {
            return 0..0;
        };
        if digits < 9 {
            start = start * 10 + digit;
        }
        digits += 1;
    }
    if digits > 14 {
        return 0..0;
    }
    let unit = 10_u32.pow(9_u32.saturating_sub(digits));
    start * unit..(start + 1) * unit
}

/// The words of a text as they are compared: without accents, case, punctuation and linking words,
/// one space between them. In what is typed, the last word may be unfinished: `st` is kept, and a
/// linking word that stands alone.
fn fold(text: impl Iterator<Item = char>, typed: bool) -> String {
    let plain = plain_letters(text);
    let mut words = plain.split(' ').filter(|word| !word.is_empty()).peekable();
    let mut folded = String::new();
    while let Some(word) = words.next() {
        let unfinished = typed && words.peek().is_none();
        let word = match word {
            _ if unfinished && folded.is_empty() => word,
            _ if LINKING_WORDS.contains(&word) => continue,
            "e" if unfinished => continue, // the linking word « et », perhaps
            "st" if !unfinished => "saint",
            "ste" if !unfinished => "sainte",
            _ => word,
        };
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn plain_letters(text: impl Iterator<Item = char>) -> String {
    let mut plain = String::new();
    for c in text {
        let letter = match c {
            '0'..='9' | 'a'..='z' | 'A'..='Z' => c.to_ascii_lowercase(),
            'À'..='Å' | 'à'..='å' => 'a',
            'Ç' | 'ç' => 'c',
            'È'..='Ë' | 'è'..='ë' => 'e',
            'Ì'..='Ï' | 'ì'..='ï' => 'i',
            'Ñ' | 'ñ' => 'n',
            'Ò'..='Ö' | 'ò'..='ö' => 'o',
            'Ù'..='Ü' | 'ù'..='ü' => 'u',
            'Ÿ' | 'ÿ' => 'y',
            'Œ' | 'œ' => {
                plain.push('o');
                'e'
            }
            'Æ' | 'æ' => {
                plain.push('a');
                'e'
            }
            '\u{300}'..='\u{36f}' => continue, // accents apart from their letter
            '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' => ' ', // punctuation, spaces
            _ => c,
        };
        plain.push(letter);
    }
    plain
}
