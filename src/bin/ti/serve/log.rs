//! The log: a line a request, for people or for programs.

use std::cell::RefCell;
use std::fmt::{self, Write as _};
use std::io::{self, BufWriter, IsTerminal, Stderr, Write};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use clap::ValueEnum;
use jiff::Timestamp;
use tracing::field::{Field, Visit};
use tracing_subscriber::field::RecordFields;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::FormatFields;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum Log {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
    /// None.
    Off,
}

/// Lines on their way to standard error: those of many requests leave in one system call.
static LINES: LazyLock<Mutex<BufWriter<Stderr>>> =
    LazyLock::new(|| Mutex::new(BufWriter::with_capacity(64 << 10, io::stderr())));

/// How long a line may be on its way.
const ON_THE_WAY: Duration = Duration::from_millis(100);

fn lines() -> MutexGuard<'static, BufWriter<Stderr>> {
    LINES.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Lines;

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        lines().write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        lines().flush()
    }
}

/// Sees lines off, until the end.
pub async fn keep_lines_moving() {
    loop {
        tokio::time::sleep(ON_THE_WAY).await;
        flush();
    }
}

pub fn flush() {
    // Nobody is left to be told that they cannot be.
    let _ = lines().flush();
}

pub fn start(log: Log) {
    let lines = tracing_subscriber::fmt()
        .with_writer(|| Lines)
        .with_target(false)
        .with_timer(Clock)
        .with_max_level(LevelFilter::INFO);
    match log {
        Log::Text if io::stderr().is_terminal() => lines.init(),
        Log::Text => lines.with_ansi(false).fmt_fields(PlainFields).init(),
        Log::Json => {
            lines.json().flatten_event(true).with_current_span(false).with_span_list(false).init()
        }
        Log::Off => {}
    }
}

/// The time of a line, in UTC to the microsecond: many lines are of one second, which is written anew for none of them.
struct Clock;

impl FormatTime for Clock {
    fn format_time(&self, out: &mut Writer<'_>) -> fmt::Result {
        thread_local! {
            static SECOND: RefCell<(i64, String)> = const { RefCell::new((0, String::new())) };
        }
        let now = Timestamp::now();
        SECOND.with_borrow_mut(|(second, text)| {
            if *second != now.as_second() || text.is_empty() {
                *second = now.as_second();
                text.clear();
                write!(text, "{now:.0}")?;
            }
            write!(out, "{}.{:06}Z", text.trim_end_matches('Z'), now.subsec_nanosecond() / 1000)
        })
    }
}

/// The fields of a line as a file or another program takes them: without the colours and the indirections that cost
/// more than the rest of the line. The message, and the others as `name=value`.
struct PlainFields;

impl<'w> FormatFields<'w> for PlainFields {
    fn format_fields<R: RecordFields>(&self, out: Writer<'w>, fields: R) -> fmt::Result {
        let mut line = Line { out, begun: false, written: Ok(()) };
        fields.record(&mut line);
        line.written
    }
}

struct Line<'w> {
    out: Writer<'w>,
    begun: bool,
    written: fmt::Result,
}

impl Line<'_> {
    fn begin(&mut self, field: &Field) -> fmt::Result {
        if self.begun {
            self.out.write_char(' ')?;
        }
        self.begun = true;
        match field.name() {
            "message" => Ok(()),
            name => self.out.write_str(name).and_then(|()| self.out.write_char('=')),
        }
    }

    fn put(&mut self, field: &Field, value: impl FnOnce(&mut Writer<'_>) -> fmt::Result) {
        if self.written.is_ok() {
            self.written = self.begin(field).and_then(|()| value(&mut self.out));
        }
    }
}

impl Visit for Line<'_> {
    fn record_u64(&mut self, field: &Field, number: u64) {
        self.put(field, |out| write!(out, "{number}"));
    }

    fn record_str(&mut self, field: &Field, text: &str) {
        let is_graphic = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
        self.put(field, |out| {
            if text.bytes().all(is_graphic) {
                out.write_char('"')?;
                out.write_str(text)?;
                out.write_char('"')
            } else {
                write!(out, "{text:?}")
            }
        });
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.put(field, |out| write!(out, "{value:?}"));
    }
}
