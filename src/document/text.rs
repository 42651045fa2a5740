//! Documents in columns.

use super::{Cell, Document, Row};

pub(super) fn write(document: &Document) -> String {
    let Document { lang, title, mention, facts, table, remarks, explanation, closing, .. } =
        document;
    let mut out = format!("{title}\n{mention}\n\n");
    let colon = document.colon();
    for (label, fact) in facts {
        out += &format!("  {label}{colon}{fact}\n");
    }
    out.push('\n');

    let row_of = |row: &Row| -> Vec<String> {
        let cells = row.cells.iter().map(|cell: &Cell| cell.shown(*lang));
        std::iter::once(row.name.clone()).chain(cells).collect()
    };
    let mut rows = vec![table.head.clone()];
    for group in &table.groups {
        if !group.title.is_empty() {
            rows.push(vec![group.title.clone()]);
        }
        rows.extend(group.rows.iter().map(row_of));
    }
    out += &columns(&rows);
    for remark in remarks {
        out += &format!("\n{remark}\n");
    }
    let (title, lines) = explanation;
    if !lines.is_empty() {
        out += &format!("\n{title}\n");
    }
    for line in lines {
        out += &format!("  {line}\n");
    }
    if !closing.is_empty() {
        out += &format!("\n{closing}\n");
    }
    out
}

/// Rows in columns as wide as their widest cell: the first one to the left, figures to the right.
#[must_use]
pub fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |i: usize| {
        // A heading alone in its row takes the room that there is.
        let cells = rows.iter().filter(|row| row.len() > 1).filter_map(|row| row.get(i));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::from("  ");
        for (i, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let room = " ".repeat(width.saturating_sub(cell.chars().count()));
            match i {
                0 => line.extend([cell.as_str(), &room]),
                _ => line.extend(["  ", &room, cell]),
            }
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}
