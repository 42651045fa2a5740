//! `POST /api/v1/check` at saturation beside a plain axum route that parses the same body and answers as many fixed
//! bytes: throughput, delays, errors, memory. The dossiers differ in what the post costs, so that no plan is that of
//! the dossier before.
//!
//! `cargo build --release --features cli --bin ti --example load && target/release/examples/load [SECONDS]`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::post;

/// That of the program: the plain route is to want for nothing.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CONNECTIONS: usize = 32;
/// Dossiers that differ.
const VARIANTS: u32 = 1000;
/// Each server in turn, so that what else the machine does falls on both.
const ROUNDS: u32 = 4;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["plain", length] => plain(length.parse().unwrap()),
        [] => compare(Duration::from_secs(60)),
        [seconds] => compare(Duration::from_secs(seconds.parse().unwrap())),
        _ => panic!("expected at most a number of seconds"),
    }
}

/// The route to be measured against.
#[tokio::main]
async fn plain(length: usize) {
    let answer = Bytes::from(vec![b'x'; length]);
    let route = move |body: Bytes| async move {
        match serde_json::from_slice::<serde_json::Value>(&body) {
            Ok(_) => ([(header::CONTENT_TYPE, "application/json")], answer).into_response(),
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    axum::serve(listener, Router::new().route("/api/v1/check", post(route))).await.unwrap();
}

fn compare(time: Duration) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dossier = fs::read(here.join("pkg-tests/cases/bases/baie-d-armor.json")).unwrap();
    let dossier: serde_json::Value = serde_json::from_slice(&dossier).unwrap();
    let dossiers: Vec<String> = (0..VARIANTS)
        .map(|variant| {
            let mut dossier = dossier.clone();
            dossier["chef_de_projet"]["annual_cost"] = (50_000 + 17 * variant).into();
            dossier.to_string()
        })
        .collect();
    let example = env::current_exe().unwrap();
    let ti: PathBuf = example.ancestors().nth(2).unwrap().join("ti");
    let checked = Server::start(Command::new(ti).args(["serve", "--addr", "127.0.0.1:0"]));
    let length = one_answer(checked.address, &dossiers[0]);
    let plain = Server::start(Command::new(&example).args(["plain", &length.to_string()]));
    println!(
        "a dossier of {} bytes, a report of {length}; {CONNECTIONS} connections",
        dossiers[0].len()
    );

    let share = time / ROUNDS;
    let (mut on_check, mut on_plain) = (Load::default(), Load::default());
    load(checked.address, &dossiers, share / 4); // warm
    load(plain.address, &dossiers, share / 4);
    let before = [checked.worked(), plain.worked()];
    for _ in 0..ROUNDS {
        on_check.add(load(checked.address, &dossiers, share));
        println!("  memory of ti serve: {} kB", checked.memory());
        on_plain.add(load(plain.address, &dossiers, share));
    }
    on_check.tell("ti serve, /api/v1/check");
    on_plain.tell("plain axum route");
    let work = |load: &Load, server: &Server, before| {
        (server.worked() - before) / u32::try_from(load.delays.len()).unwrap()
    };
    println!(
        "processor time an answer: {:?} beside {:?}",
        work(&on_check, &checked, before[0]),
        work(&on_plain, &plain, before[1])
    );
    println!("throughput: {:.0} % of the plain route's", 100.0 * on_check.rate() / on_plain.rate());
}

struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://").parse().unwrap();
        Self { child, address }
    }

    /// Time that it worked, where the system tells: what else the machine does is not in it.
    fn worked(&self) -> Duration {
        let stat =
            fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        let ticks = |place: usize| fields.get(place).and_then(|ticks| ticks.parse::<u64>().ok());
        Duration::from_millis((ticks(11).unwrap_or(0) + ticks(12).unwrap_or(0)) * 10)
    }

    /// Resident, in kB, where the system tells.
    fn memory(&self) -> String {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.map_or("?".to_owned(), |size| size.trim().trim_end_matches(" kB").to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Default)]
struct Load {
    delays: Vec<u32>,
    busy: u64,
    errors: u64,
    time: Duration,
}

impl Load {
    fn add(&mut self, other: Self) {
        self.delays.extend(other.delays);
        self.busy += other.busy;
        self.errors += other.errors;
        self.time += other.time;
    }

    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    fn rate(&self) -> f64 {
        self.delays.len() as f64 / self.time.as_secs_f64()
    }

    fn tell(&mut self, name: &str) {
        self.delays.sort_unstable();
        let at = |per_mille: usize| self.delays[(self.delays.len() - 1) * per_mille / 1000];
        println!(
            "{name}: {:.0} a second, p50 {} µs, p99 {} µs, p99.9 {} µs; {} of 503, {} other errors",
            self.rate(),
            at(500),
            at(990),
            at(999),
            self.busy,
            self.errors
        );
    }
}

fn asked(dossier: &str) -> String {
    format!(
        "POST /api/v1/check?day=2023-09-15 HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{dossier}",
        dossier.len()
    )
}

fn one_answer(address: SocketAddr, dossier: &str) -> usize {
    let mut client = Client::new(address);
    client.ask(asked(dossier).as_bytes()).unwrap();
    client.length
}

/// Every connection asks again as soon as it is answered.
fn load(address: SocketAddr, dossiers: &[String], time: Duration) -> Load {
    let all_asked: Vec<String> = dossiers.iter().map(|dossier| asked(dossier)).collect();
    let begun = Instant::now();
    let until = begun + time;
    let ask = &|first: usize| {
        let (mut client, mut load) = (Client::new(address), Load::default());
        for asked in all_asked.iter().cycle().skip(first * 31) {
            if Instant::now() >= until {
                break;
            }
            let sent = Instant::now();
            match client.ask(asked.as_bytes()) {
                Ok(200) => load.delays.push(u32::try_from(sent.elapsed().as_micros()).unwrap()),
                Ok(503) => load.busy += 1,
                _ => {
                    load.errors += 1;
                    client = Client::new(address);
                }
            }
        }
        load
    };
    let mut all = Load::default();
    thread::scope(|scope| {
        let clients: Vec<_> =
            (0..CONNECTIONS).map(|client| scope.spawn(move || ask(client))).collect();
        clients.into_iter().for_each(|client| all.add(client.join().unwrap()));
    });
    all.time = begun.elapsed();
    all
}

struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// Of the last body.
    length: usize,
}

impl Client {
    fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, buffer: vec![0; 1 << 18], length: 0 }
    }

    /// The status of the answer, once it is whole.
    fn ask(&mut self, asked: &[u8]) -> std::io::Result<u16> {
        self.stream.write_all(asked)?;
        let mut filled = 0;
        loop {
            let read = self.stream.read(&mut self.buffer[filled..])?;
            if read == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            filled += read;
            let got = &self.buffer[..filled];
            let Some(head) = got.windows(4).position(|window| window == b"\r\n\r\n") else {
                continue;
            };
            let text = std::str::from_utf8(&got[..head]).unwrap();
            let length =
                text.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            self.length = length.parse().unwrap();
            if filled >= head + 4 + self.length {
                return Ok(text[9..12].parse().unwrap());
            }
        }
    }
}
