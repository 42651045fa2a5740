//! Work shared among threads, its results in the order in which it came, in bounded memory.

use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Hands each block of `next` to one of `jobs` threads, and what `work` makes of it to `done`, in
/// the order of the blocks. At most three blocks a thread are on their way at any time.
///
/// # Errors
/// That of `next`, once what came before it is done.
pub fn in_order<Block: Send, Done: Send>(
    jobs: NonZeroUsize,
    mut next: impl FnMut() -> io::Result<Option<Block>> + Send,
    work: impl Fn(Block) -> Done + Sync,
    mut done: impl FnMut(Done),
) -> io::Result<()> {
    let jobs = jobs.get();
    let (to_work, queue) = sync_channel::<(Block, SyncSender<Done>)>(jobs);
    let (to_come, coming) = sync_channel::<Receiver<Done>>(2 * jobs);
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        let reader = scope.spawn(move || -> io::Result<()> {
            while let Some(block) = next()? {
                let (sender, receiver) = sync_channel(1);
                if to_come.send(receiver).is_err() || to_work.send((block, sender)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        for _ in 0..jobs {
            scope.spawn(|| {
                let take = || queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                while let Ok((block, sender)) = take() {
                    // Nobody waits for it any more: the rest need not be done either.
                    if sender.send(work(block)).is_err() {
                        break;
                    }
                }
            });
        }
        for result in coming {
            match result.recv() {
                Ok(result) => done(result),
                Err(_) => break,
            }
        }
        match reader.join() {
            Ok(read) => read,
            Err(_) => Err(io::Error::other("the reader stopped")),
        }
    })
}
