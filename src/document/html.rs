//! Documents as pages of their own.

use maud::{DOCTYPE, html};

use super::{Cell, Document, Row};
use crate::check::Lang;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.125rem}\
.mention{border-left:.25rem solid;padding-left:.75rem;font-weight:600}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}\
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}\
th,td{border-bottom:1px solid;padding:.25rem .5rem;text-align:left;vertical-align:bottom}\
td.figure,thead th.figure{text-align:right;white-space:nowrap}\
tr.total>*{font-weight:700;border-bottom-width:2px}tbody th.group{padding-top:.75rem}\
footer{margin-top:2rem;font-size:.875rem}\
@media print{body{margin:0;max-width:none;font-size:10pt}@page{size:A4;margin:15mm}tr{break-inside:avoid}}";

pub(super) fn write(document: &Document) -> String {
    let Document { lang, title, mention, facts, table, remarks, explanation, closing, .. } =
        document;
    let code = match lang {
        Lang::Fr => "fr",
        Lang::En => "en",
    };
    let first = table.groups.iter().flat_map(|group| &group.rows).next();
    let figures: Vec<bool> =
        first.map_or(Vec::new(), |row: &Row| row.cells.iter().map(|c| !c.is_words()).collect());
    let class = |figure: bool| figure.then_some("figure");
    // As a text: a number would bring a way of writing numbers of its own.
    let columns = table.head.len().to_string();
    html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (title) }
                    p.mention { (mention) }
                    dl {
                        @for (label, fact) in facts { dt { (label) } dd { (fact) } }
                    }
                    div.scroll tabindex="0" role="region" aria-label=(title) {
                        table {
                            caption { (mention) }
                            thead {
                                tr {
                                    @for (i, name) in table.head.iter().enumerate() {
                                        @let figure = i.checked_sub(1).and_then(|i| figures.get(i)).copied();
                                        th scope="col" class=[class(figure == Some(true))] { (name) }
                                    }
                                }
                            }
                            @for group in &table.groups {
                                tbody {
                                    @if !group.title.is_empty() {
                                        tr {
                                            th.group scope="rowgroup" colspan=(columns) { (group.title) }
                                        }
                                    }
                                    @for row in &group.rows {
                                        tr class=[row.total.then_some("total")] {
                                            th scope="row" { (row.name) }
                                            @for cell in &row.cells {
                                                td class=[class(!matches!(cell, Cell::Words(_)))] { (cell.shown(*lang)) }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    @for remark in remarks { p { (remark) } }
                    @if !explanation.1.is_empty() {
                        h2 { (explanation.0) }
                        ol { @for line in &explanation.1 { li { (line) } } }
                    }
                }
                footer { p { (closing) } }
            }
        }
    }
    .into_string()
}
