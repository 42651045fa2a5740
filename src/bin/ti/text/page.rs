//! Lines for people.

use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use territoires_industrie::Lang;
use territoires_industrie::check::{Level, Outcome};
use territoires_industrie::report::Check;
use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter};

use super::cited;

pub const GREEN: Style = AnsiColor::Green.on_default();
pub const YELLOW: Style = AnsiColor::Yellow.on_default();
pub const RED: Style = AnsiColor::Red.on_default();
pub const DIM: Style = Style::new().dimmed();

/// Where sentences begin, after the mark and the id of a rule.
const INDENT: &str = "        ";

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// Lines as they come.
pub struct Page {
    text: String,
    /// Nothing: each line as long as it is, for programs to search.
    width: Option<usize>,
    coloured: bool,
}

impl Page {
    /// A page for standard output: coloured and wrapped when that is a terminal. `NO_COLOR`,
    /// `CLICOLOR`, `CLICOLOR_FORCE` and `COLUMNS` are obeyed.
    pub fn of_stdout() -> Self {
        let stdout = io::stdout();
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = told.or_else(|| {
            let (width, _) = terminal_size::terminal_size_of(&stdout)?;
            stdout.is_terminal().then_some(usize::from(width.0))
        });
        Self {
            text: String::new(),
            width: width.map(|width| width.clamp(2 * INDENT.len(), WIDEST)),
            coloured: AutoStream::choice(&stdout) != ColorChoice::Never,
        }
    }

    pub fn plain() -> Self {
        Self { text: String::new(), width: None, coloured: false }
    }

    pub fn into_text(self) -> String {
        self.text
    }

    fn painted(&self, style: Style, text: &str) -> String {
        match self.coloured {
            true => format!("{style}{text}{style:#}"),
            false => text.to_owned(),
        }
    }

    /// A line in colour.
    pub fn paint(&mut self, style: Style, text: &str) {
        let text = self.painted(style, text);
        self.hang("", &text);
    }

    /// A title, after a blank line.
    pub fn title(&mut self, title: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.paint(Style::new().bold(), title);
    }

    /// A text after what stands in its margin.
    pub fn hang(&mut self, margin: &str, text: &str) {
        let Some(width) = self.width else {
            self.text.push_str(margin);
            self.text.push_str(text);
            self.text.push('\n');
            return;
        };
        let below = " ".repeat(display_width(margin));
        let options = Options::new(width)
            .initial_indent(margin)
            .subsequent_indent(&below)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        self.text.push_str(&textwrap::fill(&unbroken(text), options));
        self.text.push('\n');
    }

    /// Something to tell, with a mark before it.
    pub fn item(&mut self, style: Style, mark: &str, text: &str) {
        let margin = format!("  {} ", self.painted(style, mark));
        self.hang(&margin, text);
    }

    /// Something below an item.
    pub fn aside(&mut self, text: &str) {
        let text = self.painted(DIM, text);
        self.hang(INDENT, &text);
    }

    /// What a rule found.
    pub fn check(&mut self, check: &Check, lang: Lang) {
        let (style, mark) = match check.outcome {
            // What is only told is neither right nor wrong.
            _ if check.level == Level::Informative => (DIM, "i"),
            Outcome::Met => (GREEN, "✓"),
            Outcome::Unmet => (RED, "✗"),
            Outcome::Unknown => (YELLOW, "…"),
            Outcome::NotApplicable => (DIM, "–"),
        };
        let margin = format!("  {} {:<4}", self.painted(style, mark), check.rule);
        self.hang(&margin, &format!("{} [{}]", check.message, cited(check.source, lang)));
    }
}

/// No line begins or ends with what French sets off by a space.
fn unbroken(text: &str) -> String {
    const KEPT: [(&str, &str); 6] = [
        (" ;", "\u{a0};"),
        (" :", "\u{a0}:"),
        (" ?", "\u{a0}?"),
        (" %", "\u{a0}%"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ];
    KEPT.iter().fold(text.to_owned(), |text, (broken, kept)| text.replace(broken, kept))
}
