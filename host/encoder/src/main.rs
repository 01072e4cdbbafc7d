//! `molt-encoder`: the component encoder as a command of its own, so that the compiler (in Python) needs no Rust library.
//!
//! Every command is a function from bytes to text or bytes; failures end in one line on stderr and exit status 1.

mod bindings;
mod encode;
mod inspect;
mod world;

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
usage: molt-encoder encode CORE.wasm --wit DIR --world NAME -o OUT.wasm
       molt-encoder bindings --wit DIR --world NAME -o OUT.h
       molt-encoder inspect APP.wasm --json
       molt-encoder wit APP.wasm
       molt-encoder wat APP.wasm";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain on one line: tools that show this want no paragraphs.
            let text = format!("{error:#}").replace('\n', " ");
            eprintln!("error: {text}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<()> {
    let Some((command, rest)) = words.split_first() else {
        bail!("no command\n{USAGE}");
    };
    let arguments = Arguments::parse(rest)?;
    match command.as_str() {
        "encode" => {
            let core = read(arguments.file()?)?;
            let component = encode::encode(&core, arguments.path("--wit")?, arguments.text("--world")?)?;
            write(arguments.path("-o")?, &component)
        }
        "bindings" => {
            let header = bindings::header(arguments.path("--wit")?, arguments.text("--world")?)?;
            write(arguments.path("-o")?, header.as_bytes())
        }
        "inspect" => {
            let report = inspect::report(&read(arguments.file()?)?)?;
            print(&format!("{report:#}\n"))
        }
        "wit" => print(&inspect::wit(&read(arguments.file()?)?)?),
        "wat" => print(&inspect::wat(&read(arguments.file()?)?)?),
        "--help" | "-h" => print(&format!("{USAGE}\n")),
        other => bail!("unknown command '{other}'\n{USAGE}"),
    }
}

/// The words after the command: one input file, and options that each take a value.
struct Arguments<'a> {
    file: Option<&'a str>,
    options: HashMap<&'a str, &'a str>,
}

impl<'a> Arguments<'a> {
    fn parse(words: &'a [String]) -> Result<Self> {
        let mut file = None;
        let mut options = HashMap::new();
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "--json" => {} // the only form there is today; the word keeps room for another
                "--wit" | "--world" | "-o" => {
                    let value = words.next().with_context(|| format!("{word} needs a value"))?;
                    options.insert(word, value);
                }
                _ if word.starts_with('-') => bail!("unknown option '{word}'"),
                _ if file.is_some() => bail!("more than one input file: '{word}'"),
                _ => file = Some(word),
            }
        }
        Ok(Arguments { file, options })
    }

    fn file(&self) -> Result<&'a Path> {
        self.file.map(Path::new).context("no input file")
    }

    fn text(&self, name: &str) -> Result<&'a str> {
        self.options.get(name).copied().with_context(|| format!("{name} is missing"))
    }

    fn path(&self, name: &str) -> Result<&'a Path> {
        self.text(name).map(Path::new)
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read '{}'", path.display()))
}

/// Writes by way of a temporary file, so that an interrupted run leaves no half of an output.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let partial = path.with_extension("partial");
    fs::write(&partial, bytes)
        .and_then(|()| fs::rename(&partial, path))
        .with_context(|| format!("cannot write '{}'", path.display()))
}

fn print(text: &str) -> Result<()> {
    io::stdout().write_all(text.as_bytes()).context("cannot write to standard output")
}
