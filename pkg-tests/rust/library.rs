//! The crate as a library: its examples run, and it brings along nothing of the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// What an example prints.
fn printed(example: &str) -> String {
    // Tests and examples of one run lie side by side.
    let program = std::env::current_exe().unwrap();
    let folder = program.ancestors().nth(2).unwrap().join("examples");
    let run = Command::new(folder.join(example)).output();
    let run = run.expect("`cargo test` without `--test` builds the examples");
    assert!(run.status.success(), "{example}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn one_dossier() {
    let printed = printed("one_dossier");
    assert!(printed.starts_with("Incomplete\n"), "{printed}");
    // 80 % of 62 000.50 € over three years, and of the ceiling of 30 000 € a year.
    assert!(printed.contains("the State pays 72000.00 € of 148801.20 €"), "{printed}");
    assert!(printed.contains("Saint-Brieuc Armor Agglomération"), "{printed}");
}

#[test]
fn many_dossiers() {
    let printed = printed("many_dossiers");
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines[0].starts_with("1: Incomplete") && lines[1].starts_with("2: Incomplete"));
    assert!(lines[2].starts_with("3: a dossier is a JSON object"), "{printed}");
    assert!(lines[3].contains("P5") && lines[4].starts_with("3 dossiers; "), "{printed}");
}

#[test]
fn own_scale() {
    // 70 % of 62 000 is above the ceiling of 40 000; 50 % is above the one of 30 000.
    let expected = "rural: 80000.00 € of 124000.00 €\nurban: 60000.00 € of 124000.00 €\n";
    assert_eq!(printed("own_scale"), expected);
}

/// By the lock file alone: no server, no command line, and no wasm outside wasm.
#[test]
fn the_default_features_bring_along_four_crates_and_what_they_need() {
    let tree = |more: &[&str]| -> BTreeSet<String> {
        let output = Command::new(env!("CARGO"))
            .args([
                "tree",
                "--offline",
                "--locked",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--format",
                "{lib}",
            ])
            .args(more)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let names = String::from_utf8(output.stdout).unwrap();
        names
            .lines()
            .map(|line| line.trim_end_matches(" (*)").to_owned())
            .filter(|name| !name.is_empty())
            .collect()
    };
    let direct = tree(&["--depth", "1"]);
    let expected = ["maud", "serde", "serde_json", "territoires_industrie", "time"];
    assert_eq!(direct, expected.map(str::to_owned).into());
    let all = tree(&[]);
    assert!(all.is_superset(&direct));
    let foreign = [
        "tokio",
        "axum",
        "hyper",
        "clap",
        "anstream",
        "indicatif",
        "wasm_bindgen",
        "js_sys",
        "web_sys",
    ];
    for name in foreign {
        assert!(!all.contains(name), "{name} comes along");
        let of_program = tree(&["--features", "cli"]).contains(name);
        assert_eq!(
            of_program,
            !name.contains("wasm") && !name.ends_with("_sys"),
            "the names are those of the tree: {name}"
        );
    }
}
