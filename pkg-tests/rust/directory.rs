//! The directory of 1 January 2023: all of it is read, and what people type finds it.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeSet;

use territoires_industrie::directory::{
    DAY, Epci, Kind, SOURCE, all, departement, departements, find, luhn_key, region, regions,
    search,
};

const LINKING_WORDS: [&str; 10] = ["", "d", "de", "des", "du", "e", "l", "la", "le", "les"];

fn labels(query: &str) -> Vec<&'static str> {
    search(query, usize::MAX).into_iter().map(Epci::label).collect()
}

fn position(query: &str, siren: u32) -> Option<usize> {
    search(query, usize::MAX).iter().position(|epci| epci.siren == siren)
}

/// A table cut short, or a line that is not understood, would show here.
#[test]
fn every_line_is_read() {
    let counts = [
        (Kind::CommunauteDeCommunes, "CC", 992),
        (Kind::CommunauteDAgglomeration, "CA", 227),
        (Kind::CommunauteUrbaine, "CU", 14),
        (Kind::Metropole, "metropole", 21),
        (Kind::MetropoleDeLyon, "metropole_de_lyon", 1),
        (Kind::EtablissementPublicTerritorial, "EPT", 11),
    ];
    for (kind, code, count) in counts {
        assert_eq!(all().iter().filter(|epci| epci.kind == kind).count(), count, "{code}");
        assert_eq!(kind.code(), code);
    }
    assert_eq!(all().len(), 1_266);
    assert_eq!(all().iter().filter(|epci| epci.kind.is_fiscalite_propre()).count(), 1_255);
    assert_eq!(all().iter().filter(|epci| epci.kind.is_metropole()).count(), 22);
    assert_eq!((departements().len(), regions().len()), (101, 18));
    assert!(SOURCE.contains("Licence Ouverte") && DAY == "2023-01-01");
}

/// Sums over the whole country: one figure misread anywhere changes them.
#[test]
fn totals_are_those_of_the_source() {
    let members = || all().iter().filter(|epci| epci.kind.is_fiscalite_propre());
    assert_eq!(
        members().map(|epci| u32::from(epci.communes)).sum::<u32>(),
        34_941,
        "34 945 communes, 4 islands in no EPCI"
    );
    assert_eq!(members().map(|epci| epci.population).sum::<u32>(), 67_412_327);
}

/// Read in the source by eye: SIREN, label, name, kind, population, communes, départements, régions.
#[test]
fn known_entries() {
    for line in [
        "200000172 | CC Faucigny-Glières | Faucigny-Glières | CC | 27218 | 7 | 74 | 84",
        "200023414 | Métropole Rouen Normandie | Métropole Rouen Normandie | metropole | 496629 | 71 | 76 | 28",
        "200046977 | Métropole de Lyon | Métropole de Lyon | metropole_de_lyon | 1416545 | 59 | 69 | 84",
        "200054781 | Métropole du Grand Paris | Métropole du Grand Paris | metropole | 7086619 | 131 | 75 91 92 93 94 95 | 11",
        "200057867 | EPT Plaine Commune | Plaine Commune | EPT | 447927 | 9 | 93 | 11",
        "242010056 | CA du Pays Ajaccien | du Pays Ajaccien | CA | 89990 | 10 | 2A | 94",
        "200071116 | CA ECLA (Espace Communautaire Lons Agglomération) | ECLA (Espace Communautaire Lons Agglomération) | CA | 34113 | 32 | 39 | 27",
        "244400610 | CA de la Presqu'île de Guérande Atlantique (CAP ATLANTIQUE) | de la Presqu'île de Guérande Atlantique (CAP ATLANTIQUE) | CA | 75716 | 15 | 44 56 | 52 53",
        "249740085 | CA du Sud | du Sud | CA | 131368 | 4 | 974 | 04",
    ] {
        let siren = line.get(..9).and_then(|siren| siren.parse().ok()).expect(line);
        let epci = find(siren).expect(line);
        let departements: Vec<_> = epci.departements().map(|d| d.code).collect();
        let regions: Vec<_> = epci.regions().map(|r| r.code).collect();
        let (label, name, kind) = (epci.label(), epci.name, epci.kind.code());
        let (population, communes) = (epci.population, epci.communes);
        let (departements, regions) = (departements.join(" "), regions.join(" "));
        let found = format!(
            "{siren} | {label} | {name} | {kind} | {population} | {communes} | {departements} | {regions}"
        );
        assert_eq!(found, line);
    }
}

/// The lookup is by bisection, the SIREN are rebuilt from steps and the Luhn key.
#[test]
fn each_siren_is_sound_and_finds_its_entry() {
    assert!(all().is_sorted_by(|a, b| a.siren < b.siren));
    for epci in all() {
        assert!((200_000_000..250_000_000).contains(&epci.siren), "{epci:?}");
        assert_eq!(epci.siren % 10, luhn_key(epci.siren / 10), "{epci:?}");
        assert_eq!(find(epci.siren), Some(epci));
        assert_eq!(find(epci.siren + 1), None, "a wrong key");
    }
    for absent in [0, 1, 123_456_782, 217_500_016, 999_999_999, u32::MAX] {
        assert_eq!(find(absent), None, "{absent}");
    }
}

#[test]
fn each_entry_is_whole_and_its_regions_are_those_of_its_departements() {
    for epci in all() {
        assert!(epci.population > 0 && epci.communes > 0, "{epci:?}");
        assert!(epci.label().ends_with(epci.name) && epci.name.trim() == epci.name, "{epci:?}");
        assert!(!epci.name.is_empty() && !epci.name.contains("  "), "{epci:?}");
        let regions: Vec<_> = epci.regions().map(|r| r.code).collect();
        let expected: BTreeSet<_> = epci.departements().map(|d| d.region.code).collect();
        assert!(!regions.is_empty() && regions.iter().eq(&expected), "{epci:?}");
        assert!(epci.departements().is_sorted_by(|a, b| a.code < b.code), "{epci:?}");
    }
}

#[test]
fn departements_and_regions_by_code() {
    for (code, name, its_region) in [
        ("01", "Ain", "Auvergne-Rhône-Alpes"),
        ("22", "Côtes-d'Armor", "Bretagne"),
        ("2A", "Corse-du-Sud", "Corse"),
        ("974", "La Réunion", "La Réunion"),
    ] {
        let found = departement(code).expect(code);
        assert_eq!((found.name, found.region.name), (name, its_region));
        assert_eq!(region(found.region.code), Some(found.region));
    }
    for absent in ["", "1", "20", "2a", "975", "53 "] {
        assert_eq!(departement(absent), None, "{absent}");
    }
    assert_eq!((region("53").map(|r| r.name), region("54")), (Some("Bretagne"), None));
    let used: BTreeSet<_> = all().iter().flat_map(Epci::departements).map(|d| d.code).collect();
    assert_eq!(used.len(), 101, "every département has an EPCI");
}

/// What people type, and what must come first.
#[test]
fn search_answers_first() {
    for (query, first) in [
        // accents, case, hyphens, apostrophes, ligatures, composed or not
        ("SAINT BRIEUC", "CA Saint-Brieuc Armor Agglomération"),
        ("saint-etienne", "Saint-Etienne Métropole"),
        ("Saint-E\u{301}tienne", "Saint-Etienne Métropole"),
        ("cœur de tarentaise", "CC Coeur de Tarentaise"),
        ("pays d’orange", "CC Pays d'Orange en Provence"),
        ("presqu ile guerande", "CA de la Presqu'île de Guérande Atlantique (CAP ATLANTIQUE)"),
        // Saint shortened, in the query or in the name
        ("st brieuc", "CA Saint-Brieuc Armor Agglomération"),
        ("st-omer", "CA du Pays de Saint-Omer"),
        ("ste baume", "CA Sud Sainte Baume"),
        ("pontchateau saint gildas", "CC du Pays de Pontchâteau St-Gildas-des-Bois"),
        // half-typed
        ("sai bri", "CA Saint-Brieuc Armor Agglomération"),
        ("stras", "Eurométropole de Strasbourg"),
        ("dunk", "CU de Dunkerque"),
        // linking words do not count, whether there or not
        ("la roche sur yon", "CA La Roche sur Yon - Agglomération"),
        ("pays saint omer", "CA du Pays de Saint-Omer"),
        ("pays de saint-omer de", "CA du Pays de Saint-Omer"),
        // the kind, right or wrong, before or after
        ("CC Faucigny", "CC Faucigny-Glières"),
        ("communauté d'agglomération du pays de st-omer", "CA du Pays de Saint-Omer"),
        ("Agglo de Lens", "CA de Lens - Liévin"),
        ("CC Mulhouse", "CA Mulhouse Alsace Agglomération"),
        ("métropole d'Amiens", "CA Amiens Métropole"),
        ("métropole de dijon", "Dijon Métropole"),
        ("brieuc ca", "CA Saint-Brieuc Armor Agglomération"),
        ("cc sud", "CC du Sud"),
        ("ca sud", "CA du Sud"),
        // the exact name before larger namesakes, the start before the rest, then the population
        ("lyon", "Métropole de Lyon"),
        ("grand paris", "Métropole du Grand Paris"),
        ("est ensemble", "EPT Est Ensemble"),
        ("rhône", "CC Rhône Crussol"),
        ("metropole", "Bordeaux Métropole"),
        ("ept", "EPT Grand-Orly Seine Bièvre"),
        // département
        ("22", "CA Saint-Brieuc Armor Agglomération"),
        ("Côtes-d'Armor", "CA Saint-Brieuc Armor Agglomération"),
        ("2a", "CA du Pays Ajaccien"),
        ("lannion (22)", "CA Lannion-Trégor Communauté"),
        ("CC 44", "CC du Pays d'Ancenis"),
        // SIREN and SIRET
        ("200069409", "CA Saint-Brieuc Armor Agglomération"),
        ("200 069 409", "CA Saint-Brieuc Armor Agglomération"),
        ("200\u{a0}069\u{202f}409 00016", "CA Saint-Brieuc Armor Agglomération"),
        ("20006940", "CA Saint-Brieuc Armor Agglomération"),
    ] {
        assert_eq!(labels(query).first(), Some(&first), "{query}");
    }
}

#[test]
fn search_finds_nothing_where_nothing_is() {
    for query in [
        "",
        " ",
        "-",
        "'",
        "\u{301}",
        "zzz",
        "lens brest",
        "lens 29",
        "200069408",
        "999999999",
        "2000694090001600",
        "日本",
        "lens 日本",
        "\0",
    ] {
        assert_eq!(labels(query), [""; 0], "{query}");
    }
}

/// Two EPCI bear the same name: both are found, the département tells them apart.
#[test]
fn namesakes() {
    let sirens = |query| search(query, 10).into_iter().map(|epci| epci.siren).collect::<Vec<_>>();
    assert_eq!(sirens("CC des Quatre Rivières"), [247_400_666, 247_000_623]);
    assert_eq!(sirens("quatre rivieres 70"), [247_000_623]);
    assert_eq!(sirens("quatre rivières haute-savoie"), [247_400_666]);
}

/// Whatever the entry, its label as printed finds it before all but namesakes.
#[test]
fn each_label_finds_its_entry_first() {
    for epci in all() {
        let first = search(epci.label(), 1);
        assert!(
            first.iter().any(|other| other.label() == epci.label()),
            "{}: {first:?}",
            epci.label()
        );
    }
}

/// So do its bare name, nearly, its SIRET, and its name half typed. One in three: the rest is alike.
#[test]
fn names_half_typed_and_sirets_find_their_entry() {
    for epci in all().iter().step_by(3) {
        assert!(position(epci.name, epci.siren).is_some_and(|place| place < 3), "{}", epci.name);
        assert_eq!(position(&format!("{}00012", epci.siren), epci.siren), Some(0));
        let letters = epci.name.chars().count();
        for typed in [letters / 2, letters - 1] {
            let query: String = epci.name.chars().take(typed).collect();
            if query.split([' ', '\'']).all(|word| LINKING_WORDS.contains(&&*word.to_lowercase())) {
                continue; // « de la » finds names with « La… », not all names with a linking word
            }
            assert!(position(&query, epci.siren).is_some(), "{query:?} for {}", epci.label());
        }
    }
}

/// Any text is answered, of any length, within the limit, and a smaller limit only cuts.
#[test]
fn search_is_total() {
    let texts = [
        "a",
        "c ",
        "saint-",
        "2",
        "200 ",
        "œ’",
        "communauté ",
        "d'",
        "\u{301}",
        "日",
        "🏭",
        "\u{0}",
        "st ",
    ];
    for text in texts {
        for times in [1, 2, 13, 10_000] {
            let query = text.repeat(times);
            let whole = search(&query, usize::MAX);
            assert!(whole.len() <= all().len());
            for limit in [0, 1, 7] {
                let cut = search(&query, limit);
                assert_eq!(
                    cut.as_slice(),
                    &whole[..limit.min(whole.len())],
                    "{text:?} {times} times"
                );
            }
        }
    }
}
