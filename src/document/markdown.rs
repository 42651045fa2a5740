//! Documents in Markdown.

use super::{Cell, Document, Row};
use crate::digits::joined;

pub(super) fn write(document: &Document) -> String {
    let Document { lang, title, mention, facts, table, remarks, explanation, closing, .. } =
        document;
    let mut out = format!("# {}\n\n**{}**\n\n", plain(title), plain(mention));
    let colon = document.colon();
    for (label, fact) in facts {
        out += &format!("- {}{colon}{}\n", plain(label), plain(fact));
    }
    let row = |cells: &[String]| {
        format!("| {} |\n", joined(&mut cells.iter().map(String::as_str), " | "))
    };
    let bold = |text: String, total: bool| if total { format!("**{text}**") } else { text };

    let names: Vec<String> = table.head.iter().map(|head| plain(head)).collect();
    out.push('\n');
    out += &row(&names);
    let first = table.groups.iter().flat_map(|group| &group.rows).next();
    let cells: &[Cell] = first.map_or(&[], |row: &Row| &row.cells);
    let rules = cells.iter().map(|cell| if cell.is_words() { "---" } else { "--:" }.to_owned());
    out += &row(&std::iter::once("---".to_owned()).chain(rules).collect::<Vec<_>>());
    for group in &table.groups {
        if !group.title.is_empty() {
            let mut heading = vec![String::new(); table.head.len()];
            if let Some(first) = heading.first_mut() {
                *first = format!("*{}*", plain(&group.title));
            }
            out += &row(&heading);
        }
        for Row { name, cells, total } in &group.rows {
            let shown = cells.iter().map(|cell| plain(&cell.shown(*lang)));
            let all = std::iter::once(plain(name)).chain(shown).map(|text| bold(text, *total));
            out += &row(&all.collect::<Vec<_>>());
        }
    }
    for remark in remarks {
        out += &format!("\n{}\n", plain(remark));
    }
    let (title, lines) = explanation;
    if !lines.is_empty() {
        out += &format!("\n## {}\n\n", plain(title));
    }
    for (i, line) in lines.iter().enumerate() {
        out += &format!("{}. {}\n", i + 1, plain(line));
    }
    out + &format!("\n{}\n", plain(closing))
}

/// A text whose characters mean nothing to Markdown.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
