//! The shape of the house: a module uses only modules above it; nothing below the surfaces touches the outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. What stands later may use what stands earlier, and not the other way round.
const ORDER: &[&str] = &[
    "digits",
    "value",
    "money",
    "read",
    "data", // the parameters of campaigns
    "campaign",
    "scale",
    "directory",
    "dossier",
    "prefill",
    "funding",
    "check",
    "messages",
    "rules",
    "catalogue",
    "simulation",
    "report",
    "scenarios",
    "live",
    "batch",
    "document",
    "browser",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}

fn library() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    files(&src)
        .into_iter()
        .filter(|path| !path.starts_with(src.join("bin")) && !path.ends_with("lib.rs"))
        .map(|path| {
            let inner = path.strip_prefix(&src).unwrap().to_str().unwrap().to_owned();
            let module = inner.split(['/', '.']).next().unwrap().to_owned();
            let code: Vec<String> = fs::read_to_string(&path)
                .unwrap()
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(str::to_owned)
                .collect();
            (module, path, code.join("\n"))
        })
        .collect()
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let place = |module: &str| ORDER.iter().position(|one| *one == module);
    let mut faults = Vec::new();
    for (module, path, code) in library() {
        let file = path.display();
        assert!(
            !code.contains("crate::{"),
            "{file}: this test reads one `use crate::module` for each module"
        );
        let own = place(&module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        for (at, _) in code.match_indices("crate::") {
            let used: String =
                code[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if place(&used).is_some_and(|place| place > own) {
                faults.push(format!("{file}: {module} uses {used}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Invariant: below the surfaces no file, no clock, no environment, no thread.
#[test]
fn nothing_below_the_surfaces_touches_the_outside() {
    const OUTSIDE: &[&str] = &[
        "std::fs",
        "std::env",
        "std::net",
        "std::thread",
        "std::process",
        "std::io",
        "SystemTime",
        "Instant",
        "println!",
        "eprintln!",
    ];
    for (module, path, code) in library() {
        for word in OUTSIDE.iter().filter(|_| module != "browser") {
            assert!(!code.contains(word), "{} names {word}", path.display());
        }
    }
}

/// Money is exact: floating point appears only where a JSON number is decoded or written back.
#[test]
fn no_floating_point_besides_decoding() {
    for (module, path, code) in library() {
        let decodes = module == "value" || path.ends_with("dossier/from_bytes.rs");
        assert!(decodes || !code.contains("f64"), "{} names f64", path.display());
    }
}
