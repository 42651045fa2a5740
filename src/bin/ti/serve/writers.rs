//! Reports written with what each thread remembers of those before, in room that is used again.

use std::cell::RefCell;

use axum::body::Bytes;
use territoires_industrie::report::Writer;
use territoires_industrie::{Context, Dossier};

/// A report in French with a plan for two members is 21 kB of JSON.
const USUAL_REPORT: usize = 24 << 10;

/// The largest report whose room is kept, and for how many reports a thread keeps room.
const KEPT: (usize, usize) = (64 << 10, 16);

thread_local! {
    /// The writer of a thread: it speaks of one day, in one language, with one scale asked for.
    static WRITER: RefCell<Option<Writer<'static>>> = const { RefCell::new(None) };
    static ROOM: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// Writes the report on a dossier at the end of `out`.
pub fn write(dossier: &Dossier, context: Context<'static>, out: &mut Vec<u8>) {
    WRITER.with_borrow_mut(|writer| {
        let fits = writer.take().filter(|writer| *writer.context() == context);
        writer.insert(fits.unwrap_or_else(|| Writer::new(context))).write(dossier, out);
    });
}

/// The report on a dossier.
pub fn report(dossier: &Dossier, context: Context<'static>) -> Bytes {
    let room = ROOM.with_borrow_mut(Vec::pop);
    let mut report = Sent(room.unwrap_or_else(|| Vec::with_capacity(USUAL_REPORT)));
    write(dossier, context, &mut report.0);
    Bytes::from_owner(report)
}

/// A report whose room goes back to a thread once it is sent.
struct Sent(Vec<u8>);

impl AsRef<[u8]> for Sent {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        let mut room = std::mem::take(&mut self.0);
        room.clear();
        // At the end of a thread there is nothing to go back to.
        let _ = ROOM.try_with(|kept| {
            let mut kept = kept.borrow_mut();
            if room.capacity() <= KEPT.0 && kept.len() < KEPT.1 {
                kept.push(room);
            }
        });
    }
}
