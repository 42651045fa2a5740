//! What shows across the dossiers of a batch, in a file.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use territoires_industrie::batch::Summary;
use territoires_industrie::document::{Format, national_view};
use territoires_industrie::scale::{Scale, Status, default_scale};
use territoires_industrie::{Context, read};

use crate::input::{self, Fault};

/// Where the summary goes. What stands there is kept until there is one.
pub struct SummaryFile {
    file: File,
    /// As a document; in JSON without.
    format: Option<Format>,
    pub across: Summary,
}

impl SummaryFile {
    pub fn open(path: &Path, dossiers: Option<&Path>, across: Summary) -> Result<Self, Fault> {
        let real = |path: &Path| fs::canonicalize(path).ok();
        if dossiers.and_then(real).is_some_and(|dossiers| Some(dossiers) == real(path)) {
            let path = path.display();
            return Err(Fault::Usage(format!("{path}: the summary would replace the dossiers")));
        }
        let file = File::options().create(true).truncate(false).write(true).open(path);
        let file = file.map_err(|error| Fault::NoFile(format!("{}: {error}", path.display())))?;
        let format = match path.extension().and_then(|end| end.to_str()) {
            Some("html") => Some(Format::Html),
            Some("md") => Some(Format::Markdown),
            Some("csv") => Some(Format::Csv),
            Some("txt") => Some(Format::Text),
            _ => None,
        };
        Ok(Self { file, format, across })
    }

    pub fn write(mut self) -> io::Result<()> {
        let findings = self.across.findings();
        let mut bytes = Vec::new();
        match self.format {
            Some(format) => bytes.extend(national_view(&findings).write(format).into_bytes()),
            None => super::write(&mut bytes, &findings),
        }
        if self.file.metadata()?.is_file() {
            self.file.set_len(0)?;
        }
        self.file.write_all(&bytes)
    }
}

/// Another scale: a file, the id of a shipped one, or changes of the one in force.
pub fn other_scale(given: &str, context: &Context<'_>) -> Result<Scale, Fault> {
    if !given.contains('=') {
        return input::scale(given);
    }
    let mut scale = context.scale.unwrap_or_else(|| default_scale()).clone();
    for change in given.split(';').filter(|change| !change.trim().is_empty()) {
        let expected = || {
            let levels: Vec<&str> = scale.levels.iter().map(|level| level.id.as_str()).collect();
            Fault::Usage(format!(
                "--against: found `{}`, expected LEVEL.rate = 70 % or LEVEL.ceiling = 32000 (or nothing \
                 for no ceiling), LEVEL one of {} or *",
                change.trim(),
                levels.join(", ")
            ))
        };
        let (place, value) = change.split_once('=').ok_or_else(expected)?;
        let (level, key) = place.trim().rsplit_once('.').ok_or_else(expected)?;
        if level != "*" && scale.level(level).is_none() {
            return Err(expected());
        }
        let value = value.trim();
        let rate = (key == "rate").then(|| read::share(value)).flatten();
        let ceiling =
            (key == "ceiling" && !value.is_empty()).then(|| read::amount(value)).flatten();
        let no_ceiling = key == "ceiling" && value.is_empty();
        if rate.is_none() && ceiling.is_none() && !no_ceiling {
            return Err(expected());
        }
        for of in scale.levels.iter_mut().filter(|of| level == "*" || of.id == level) {
            match rate {
                Some(rate) => of.rate = Some(rate),
                None => of.ceiling = ceiling,
            }
        }
    }
    scale.id = format!("{} ({})", scale.id, given.trim());
    scale.status = Status::Custom;
    Ok(scale)
}
