//! Many dossiers: a line in, a line out, in the same order.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use territoires_industrie::batch::Summary;
use territoires_industrie::{Context, Dossier, evaluate};

use crate::input::{self, Fault};

/// The longest line that is read, in bytes.
const LONGEST: u64 = 64 << 20;

/// A line that is no dossier.
#[derive(Serialize)]
struct NoDossier {
    line: u64,
    error: String,
}

/// Checks the dossiers of a file; what shows across them goes to `summary`.
pub fn run(
    file: Option<&Path>,
    summary: Option<&Path>,
    context: &Context<'_>,
) -> Result<ExitCode, Fault> {
    let create = |path: &Path| {
        File::create(path).map_err(|error| Fault::NoFile(format!("{}: {error}", path.display())))
    };
    let summary = summary.map(create).transpose()?;
    let mut across = summary.is_some().then(|| Summary::new(context));
    let mut lines = BufReader::with_capacity(1 << 16, input::open(file)?);
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let tells = io::stderr().is_terminal() && !io::stdout().is_terminal();
    let (mut line, mut faulty) = (Vec::new(), 0u64);
    let mut number = 0u64;
    while read_line(&mut lines, &mut line)? {
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = if line.len() as u64 > LONGEST {
            Err(format!("longer than {LONGEST} bytes"))
        } else {
            Dossier::from_json(&line).map_err(|error| error.to_string())
        };
        match answer {
            Ok(dossier) => {
                let report = evaluate(&dossier, context);
                if let Some(across) = &mut across {
                    across.add(number, &dossier, &report);
                }
                out.write_all(report.to_json().as_bytes())?;
            }
            Err(error) => {
                faulty += 1;
                serde_json::to_writer(&mut out, &NoDossier { line: number, error })
                    .map_err(io::Error::from)?;
            }
        }
        out.write_all(b"\n")?;
        if tells && number.is_multiple_of(1000) {
            eprint!("\r{number}");
        }
    }
    out.flush()?;
    if let (Some(mut file), Some(across)) = (summary, across) {
        let findings = across.findings();
        serde_json::to_writer(&mut file, &findings).map_err(io::Error::from)?;
        file.write_all(b"\n")?;
    }
    if tells && number >= 1000 {
        eprintln!("\r{number}");
    }
    Ok(if faulty > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The next line without its end; the rest of one that is too long is passed over. False at the end.
fn read_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = Read::take(&mut *lines, LONGEST + 1).read_until(b'\n', line)?;
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > LONGEST {
        lines.skip_until(b'\n')?;
    }
    Ok(read > 0)
}
