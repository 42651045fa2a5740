//! What `ti batch` is compared with: the same pipeline reads each line of FILE with serde_json, and
//! writes BYTES bytes for it. Usage: baseline FILE BYTES [JOBS].
#![allow(clippy::unwrap_used)]

#[path = "../../src/bin/ti/batch/pipeline.rs"]
mod pipeline;
#[path = "../../src/bin/ti/batch/source.rs"]
#[allow(dead_code)]
mod source;

use std::fs::File;
use std::hint::black_box;
use std::io::{self, Write};
use std::thread::available_parallelism;

use source::{Blocks, Cut, Lines};

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, bytes, jobs @ ..] = arguments.as_slice() else {
        eprintln!("usage: baseline FILE BYTES [JOBS]");
        std::process::exit(64);
    };
    let mut answer = vec![b'x'; bytes.parse().unwrap()];
    answer.push(b'\n');
    let jobs =
        jobs.first().map_or_else(|| available_parallelism().unwrap(), |n| n.parse().unwrap());
    let lines = Lines::new(Box::new(File::open(file).unwrap())).unwrap();
    let mut blocks = Blocks { lines, cut: Cut::Lines };
    let spare = std::sync::Mutex::new(Vec::<Vec<u8>>::new());
    let spare_blocks = std::sync::Mutex::new(Vec::<source::Block>::new());
    let work = |block: source::Block| {
        let mut lines = spare.lock().unwrap().pop().unwrap_or_default();
        for (_, given) in block.entries() {
            black_box(serde_json::from_slice::<serde_json::Value>(given.unwrap().bytes).unwrap());
            lines.extend_from_slice(&answer);
        }
        spare_blocks.lock().unwrap().push(block.cleared());
        lines
    };
    pipeline::in_order(
        jobs,
        || blocks.next(spare_blocks.lock().unwrap().pop().unwrap_or_default()),
        work,
        |mut lines| {
            io::stdout().write_all(&lines).unwrap();
            lines.clear();
            spare.lock().unwrap().push(lines);
        },
    )
    .unwrap();
}
