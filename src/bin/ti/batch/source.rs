//! The lines of a file, in blocks: JSON Lines, or the rows of a table.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};
use memchr::memchr;

/// The longest line or row that is read, in bytes.
pub const LONGEST: usize = 16 << 20;

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Where a block is full: bytes, and dossiers.
const FULL: (usize, usize) = (64 << 10, 256);

/// Some dossiers, as bytes, each with its line.
#[derive(Default)]
pub struct Block {
    bytes: Vec<u8>,
    /// Of the rows of a table: where each cell ends within its row.
    ends: Vec<usize>,
    entries: Vec<(u64, Entry)>,
    /// Bytes of the file that were read up to its end.
    pub read: u64,
}

enum Entry {
    Given { bytes: Range<usize>, ends: Range<usize> },
    Refused(String),
}

/// A line, or the cells of a row one after the other.
pub struct Given<'a> {
    pub bytes: &'a [u8],
    pub ends: &'a [usize],
}

impl Given<'_> {
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let begins = std::iter::once(&0).chain(self.ends);
        begins.zip(self.ends).map(|(begin, end)| self.bytes.get(*begin..*end).unwrap_or_default())
    }
}

impl Block {
    /// What stands at each line, or why it cannot be a dossier.
    pub fn entries(&self) -> impl Iterator<Item = (u64, Result<Given<'_>, &str>)> {
        self.entries.iter().map(|(line, entry)| {
            let given = match entry {
                Entry::Refused(why) => Err(why.as_str()),
                Entry::Given { bytes, ends } => Ok(Given {
                    bytes: self.bytes.get(bytes.clone()).unwrap_or_default(),
                    ends: self.ends.get(ends.clone()).unwrap_or_default(),
                }),
            };
            (*line, given)
        })
    }

    /// The same room, with nothing in it.
    pub fn cleared(mut self) -> Self {
        self.bytes.clear();
        self.ends.clear();
        self.entries.clear();
        self
    }

    fn is_full(&self) -> bool {
        self.bytes.len() >= FULL.0 || self.entries.len() >= FULL.1
    }
}

/// The physical lines of a file, numbered from 1; some can be given back.
pub struct Lines {
    file: BufReader<Box<dyn Read + Send>>,
    given_back: Vec<u8>,
    /// How much of what was given back was read again.
    again: usize,
    /// Whether a byte order mark says so.
    pub is_utf8: bool,
    number: u64,
    read: u64,
}

/// A file in another encoding, as UTF-8.
struct Decoded {
    file: BufReader<Box<dyn Read + Send>>,
    decoder: Decoder,
    ended: bool,
}

impl Read for Decoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while !self.ended {
            let given = self.file.fill_buf()?;
            let last = given.is_empty();
            let (result, used, written, _) = self.decoder.decode_to_utf8(given, out, last);
            self.file.consume(used);
            self.ended = last && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

/// What a call of [`Lines::next`] found.
#[derive(PartialEq)]
pub enum Found {
    Line,
    /// More than [`LONGEST`] bytes, which were passed over.
    TooLong,
    End,
}

impl Lines {
    /// The lines of a file, after a byte order mark if there is one. That of UTF-16, in which
    /// spreadsheets write « Unicode text », has the file decoded.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn new(file: Box<dyn Read + Send>) -> io::Result<Self> {
        const ROOM: usize = 1 << 18;
        let mut file = BufReader::with_capacity(ROOM, file);
        let marked = Encoding::for_bom(file.fill_buf()?).map(|(encoding, _)| encoding);
        if let Some(encoding) = marked.filter(|encoding| *encoding != UTF_8) {
            let decoded = Decoded { file, decoder: encoding.new_decoder(), ended: false };
            file = BufReader::with_capacity(ROOM, Box::new(decoded));
        }
        let is_utf8 = marked.is_some();
        Ok(Self { file, given_back: Vec::new(), again: 0, is_utf8, number: 0, read: 0 })
    }

    /// The number of the line that was read last.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Puts the next line, without its end, at the end of `line`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn next(&mut self, line: &mut Vec<u8>) -> io::Result<Found> {
        let begin = line.len();
        let (mut length, mut ended) = (0, false);
        while !ended {
            let from_file = self.again == self.given_back.len();
            let rest = match from_file {
                true => self.file.fill_buf()?,
                false => self.given_back.get(self.again..).unwrap_or_default(),
            };
            if rest.is_empty() {
                break;
            }
            let found = memchr(b'\n', rest);
            ended = found.is_some();
            let part = rest.get(..found.unwrap_or(rest.len())).unwrap_or_default();
            length += part.len();
            if length <= LONGEST {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(ended);
            if from_file {
                self.file.consume(used);
                self.read += used as u64;
            } else {
                self.again += used;
            }
        }
        if length == 0 && !ended {
            return Ok(Found::End);
        }
        self.number += 1;
        if length > LONGEST {
            line.truncate(begin);
            return Ok(Found::TooLong);
        }
        if line.len() > begin && line.last() == Some(&b'\r') {
            line.pop();
        }
        if self.number == 1 && line.get(begin..).is_some_and(|line| line.starts_with(MARK)) {
            line.drain(begin..begin + MARK.len());
        }
        Ok(Found::Line)
    }

    /// The first line that is not blank, which is read again; nothing when it is too long.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn peek(&mut self) -> io::Result<Vec<u8>> {
        let (mut all, mut begin) = (Vec::new(), 0);
        loop {
            match self.next(&mut all)? {
                Found::End => break,
                Found::Line => {}
                // When it is read again, it is too long again.
                Found::TooLong => all.resize(all.len() + LONGEST + 1, b'x'),
            }
            let is_blank = all.get(begin..).unwrap_or_default().trim_ascii().is_empty();
            if !is_blank {
                break;
            }
            all.push(b'\n');
            begin = all.len();
        }
        self.give_back(0, &[&all, b"\n".as_slice()].concat());
        all.drain(..begin);
        Ok(all)
    }

    /// Gives back the bytes that were read last, to be read again as the lines after `number`.
    pub fn give_back(&mut self, number: u64, bytes: &[u8]) {
        self.given_back.splice(..self.again, bytes.iter().copied());
        self.again = 0;
        self.number = number;
    }
}

/// How a file is cut into what may be dossiers.
pub enum Cut {
    /// Each line is one.
    Lines,
    /// Each row of so many cells is one.
    Rows { reader: Box<csv_core::Reader>, cells: usize },
}

/// The blocks of a file.
pub struct Blocks {
    pub lines: Lines,
    pub cut: Cut,
}

impl Blocks {
    /// The next block, in the room of a cleared one; nothing at the end of the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next(&mut self, mut block: Block) -> io::Result<Option<Block>> {
        while !block.is_full() {
            let begin = (block.bytes.len(), block.ends.len());
            let entry = match &mut self.cut {
                Cut::Lines => next_line(&mut self.lines, &mut block)?,
                Cut::Rows { reader, cells } => next_row(
                    &mut self.lines,
                    reader,
                    Some(*cells),
                    &mut block.bytes,
                    &mut block.ends,
                )?,
            };
            let Some((line, entry)) = entry else { break };
            let bytes = begin.0..block.bytes.len();
            let given = block.bytes.get(bytes.clone()).unwrap_or_default();
            match entry {
                Err(why) => block.entries.push((line, Entry::Refused(why))),
                Ok(()) if given.iter().all(u8::is_ascii_whitespace) => {
                    block.bytes.truncate(begin.0);
                    block.ends.truncate(begin.1);
                }
                Ok(()) => {
                    let ends = begin.1..block.ends.len();
                    block.entries.push((line, Entry::Given { bytes, ends }));
                }
            }
        }
        block.read = self.lines.read;
        Ok((!block.entries.is_empty()).then_some(block))
    }
}

type Numbered = (u64, Result<(), String>);

fn too_long() -> String {
    format!("longer than {} MiB", LONGEST >> 20)
}

fn next_line(lines: &mut Lines, block: &mut Block) -> io::Result<Option<Numbered>> {
    let found = lines.next(&mut block.bytes)?;
    Ok(match found {
        Found::End => None,
        Found::Line => Some((lines.number(), Ok(()))),
        Found::TooLong => Some((lines.number(), Err(too_long()))),
    })
}

/// The longest row over several lines: a cell of a spreadsheet holds 32 767 characters.
const LONGEST_QUOTED: usize = 1 << 20;

/// Puts the cells of the next row at the end of `bytes`, and where each ends within the row at the
/// end of `ends`. A row may go over several lines, in quotes; when it does not end, or ends with
/// another number of cells than it should, the fault is in its first line, and the others are read
/// again as rows of their own.
pub fn next_row(
    lines: &mut Lines,
    reader: &mut csv_core::Reader,
    cells: Option<usize>,
    bytes: &mut Vec<u8>,
    ends: &mut Vec<usize>,
) -> io::Result<Option<Numbered>> {
    let begin = (bytes.len(), ends.len());
    let mut raw = Vec::new();
    match lines.next(&mut raw)? {
        Found::End => return Ok(None),
        Found::TooLong => return Ok(Some((lines.number(), Err(too_long())))),
        Found::Line => {}
    }
    let number = lines.number();
    if raw.iter().all(u8::is_ascii_whitespace) {
        return Ok(Some((number, Ok(()))));
    }
    raw.push(b'\n');
    let first = raw.len();
    let mut fed = 0;
    let mut complete = true;
    reader.reset();
    while !feed(reader, raw.get(fed..).unwrap_or_default(), bytes, ends) {
        fed = raw.len();
        let found = match raw.len() > LONGEST_QUOTED {
            true => Found::End,
            false => lines.next(&mut raw)?,
        };
        if found == Found::TooLong {
            // When it is read again, it is too long again.
            raw.resize(raw.len() + LONGEST + 1, b'x');
        }
        if found != Found::End {
            raw.push(b'\n');
        }
        if found != Found::Line {
            complete = false;
            break;
        }
    }
    let count = ends.len() - begin.1;
    let why = match cells {
        _ if !complete => "a quotation mark is opened here and not closed".to_owned(),
        Some(expected) if expected != count && first < raw.len() => {
            "a quotation mark is opened here and not closed where a cell ends".to_owned()
        }
        Some(expected) if expected != count => {
            format!("{count} cells where the first line has {expected}")
        }
        _ => return Ok(Some((number, Ok(())))),
    };
    bytes.truncate(begin.0);
    ends.truncate(begin.1);
    lines.give_back(number, raw.get(first..).unwrap_or_default());
    Ok(Some((number, Err(why))))
}

/// Feeds a line to a row. True when the row ends with it, false when a quotation mark is open.
pub fn feed(
    reader: &mut csv_core::Reader,
    mut line: &[u8],
    bytes: &mut Vec<u8>,
    ends: &mut Vec<usize>,
) -> bool {
    use csv_core::ReadRecordResult::{InputEmpty, OutputEndsFull, Record};
    let mut room = ends.len();
    let mut at = bytes.len();
    // What comes out is no longer than what goes in.
    bytes.resize(at + line.len(), 0);
    loop {
        let full = ends.len() == room;
        if full {
            ends.resize(room + 64, 0);
        }
        let (output, cells) = (bytes.get_mut(at..), ends.get_mut(room..));
        let (result, used, written, found) =
            reader.read_record(line, output.unwrap_or_default(), cells.unwrap_or_default());
        line = line.get(used..).unwrap_or_default();
        at += written;
        room += found;
        match result {
            OutputEndsFull => {}
            InputEmpty | Record => {
                bytes.truncate(at);
                ends.truncate(room);
                return result == Record;
            }
            _ => return false,
        }
    }
}
