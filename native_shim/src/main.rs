//! A native build is this executable with a precompiled component appended.
//!
//! It starts like a program in C: no argument is its own, SIGINT kills it, a reader that left is an error of the
//! stream. `MOLT_DENY=read,write,env,all` in the environment takes back grants that the build gave.

mod payload;

use std::env;
use std::fs::File;
use std::process::ExitCode;

use memmap2::Mmap;
use molt_host::Failure;

use payload::Payload;

fn main() -> ExitCode {
    match run() {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            eprintln!("molt: {failure}");
            ExitCode::from(failure.status)
        }
    }
}

fn run() -> Result<u8, Failure> {
    let unreadable = |error| Failure::not_started(format!("cannot read the executable: {error}"));
    let executable = env::current_exe()
        .and_then(File::open)
        .map_err(unreadable)?;
    // SAFETY: a running executable is not written to; the operating system refuses it.
    let bytes = unsafe { Mmap::map(&executable) }.map_err(unreadable)?;
    let Payload {
        compiled,
        mut grants,
    } = Payload::find(&bytes)?;
    if let Some(denials) = env::var_os("MOLT_DENY") {
        grants.narrow(&denials.to_string_lossy())?;
    }
    let arguments: Vec<String> = env::args_os()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let engine = molt_host::engine()?;
    // SAFETY: `molt build` appended what Wasmtime serialised, and the checksum says that it is unchanged.
    unsafe { molt_host::run(&engine, compiled, &arguments, &grants) }
}
