//! What comes from outside: files, standard input, the day. All that can go wrong there.

use std::cell::Cell;
use std::fmt;
use std::fs;
use std::io::{self, IsTerminal, Read, Write as _};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use territoires_industrie::Dossier;
use territoires_industrie::scale::{NotAScale, Scale};
use territoires_industrie::value::Value;
use time::Date;

/// Why a command could not be done.
pub enum Fault {
    /// A value of an option that nothing goes by.
    Usage(String),
    /// Bytes that are not what they should be.
    Data(String),
    /// A file that cannot be read.
    NoFile(String),
    /// An error of the program or of its surroundings.
    Ours(String),
    /// The reader of the output went away: nothing to tell.
    ClosedPipe,
}

impl Fault {
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 64,
            Self::Data(_) => 65,
            Self::NoFile(_) => 66,
            Self::Ours(_) => 70,
            Self::ClosedPipe => 0,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) | Self::Data(what) | Self::NoFile(what) | Self::Ours(what) => {
                f.write_str(what)
            }
            Self::ClosedPipe => Ok(()),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Ours(error.to_string()),
        }
    }
}

/// Tells people something beside the output.
pub fn tell(what: &str) {
    // Where it cannot be told, nothing can.
    let _ = writeln!(io::stderr(), "ti: {what}");
}

/// A name for messages.
pub fn name(file: Option<&Path>) -> String {
    match file {
        Some(path) if path != Path::new("-") => path.display().to_string(),
        _ => "standard input".to_owned(),
    }
}

/// Opens a file, or standard input for nothing or `-`.
pub fn open(file: Option<&Path>) -> Result<Box<dyn Read + Send>, Fault> {
    match file {
        Some(path) if path != Path::new("-") => {
            let opened = fs::File::open(path).and_then(|file| {
                if file.metadata()?.is_dir() {
                    return Err(io::Error::other("it is a folder"));
                }
                Ok(file)
            });
            let opened =
                opened.map_err(|error| Fault::NoFile(format!("{}: {error}", name(file))))?;
            Ok(Box::new(opened))
        }
        _ => {
            if io::stdin().is_terminal() {
                tell("reading what is typed here; Ctrl-D on a line of its own ends it");
            }
            Ok(Box::new(io::stdin()))
        }
    }
}

/// The dossier of a file or of standard input.
pub fn dossier(file: Option<&Path>) -> Result<Dossier, Fault> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes)?;
    Dossier::from_json(bytes).map_err(|error| Fault::Data(format!("{}: {error}", name(file))))
}

/// The JSON value of a file.
pub fn value(file: &Path) -> Result<Value, Fault> {
    let mut bytes = Vec::new();
    open(Some(file))?.read_to_end(&mut bytes)?;
    Value::from_json(bytes).map_err(|error| Fault::Data(format!("{}: {error}", file.display())))
}

/// A scale by the id of a shipped one, or from a file.
pub fn scale(chosen: &str) -> Result<Scale, Fault> {
    let path = Path::new(chosen);
    let is_file = path.exists() || path.extension().is_some_and(|end| end == "json");
    let value = if is_file { value(path)? } else { Value::from(chosen) };
    Scale::choose(&value).map_err(|error| match error {
        NotAScale::UnknownId(_) if is_file => {
            Fault::Data(format!("{chosen}: a scale is a JSON object"))
        }
        NotAScale::UnknownId(_) => Fault::Usage(error.to_string()),
        NotAScale::Mistakes(_) => Fault::Data(format!("{chosen}: {error}")),
    })
}

/// Today in Paris. A server asks for each dossier: it is looked up once an hour, for there a day begins with an hour of
/// UTC.
pub fn today() -> Result<Date, Fault> {
    thread_local! {
        static LAST: Cell<Option<(i64, Date)>> = const { Cell::new(None) };
    }
    let now = Timestamp::now();
    let hour = now.as_second().div_euclid(3600);
    if let Some((_, date)) = LAST.get().filter(|(last, _)| *last == hour) {
        return Ok(date);
    }
    let date = date_in_paris(now);
    LAST.set(date.map(|date| (hour, date)));
    date.ok_or_else(|| Fault::Ours("today in Paris is not known here: give --day".to_owned()))
}

fn date_in_paris(time: Timestamp) -> Option<Date> {
    let time = time.to_zoned(TimeZone::get("Europe/Paris").ok()?);
    let month = u8::try_from(time.month()).ok()?.try_into().ok()?;
    Date::from_calendar_date(time.year().into(), month, time.day().try_into().ok()?).ok()
}
