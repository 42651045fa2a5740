//! Reports written with what each thread remembers of those before.

use std::cell::RefCell;

use territoires_industrie::report::Writer;
use territoires_industrie::{Context, Dossier};

thread_local! {
    /// The writer of a thread: it speaks of one day, in one language, with one scale asked for.
    static WRITER: RefCell<Option<Writer<'static>>> = const { RefCell::new(None) };
}

/// Writes the report on a dossier at the end of `out`.
pub fn write(dossier: &Dossier, context: Context<'static>, out: &mut Vec<u8>) {
    WRITER.with_borrow_mut(|writer| {
        let fits = writer.take().filter(|writer| *writer.context() == context);
        writer.insert(fits.unwrap_or_else(|| Writer::new(context))).write(dossier, out);
    });
}
