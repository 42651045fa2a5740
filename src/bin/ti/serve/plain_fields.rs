//! The fields of a line in the log, as a file or another program takes them: written without the colours and the
//! indirections that cost more than the rest of the line.

use std::fmt;

use tracing::field::{Field, Visit};
use tracing_subscriber::field::RecordFields;
use tracing_subscriber::fmt::FormatFields;
use tracing_subscriber::fmt::format::Writer;

/// The message, and the others as `name=value`.
pub struct PlainFields;

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
