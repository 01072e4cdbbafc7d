//! Why a program could not be run to its end, as one line for the user and an exit status.

use std::fmt;

use wasmtime::Trap;

/// The status of a process that died of SIGABRT, which is what a trap is to a program.
const TRAPPED: u8 = 134;
/// The program was not started.
const NOT_STARTED: u8 = 125;

#[derive(Debug)]
pub struct Failure {
    pub message: String,
    pub status: u8,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl Failure {
    pub fn not_started(message: impl Into<String>) -> Self {
        Failure { message: message.into(), status: NOT_STARTED }
    }

    pub(crate) fn host(error: impl fmt::Display) -> Self {
        Failure::not_started(format!("cannot run the program: {error:#}"))
    }

    pub(crate) fn load(error: wasmtime::Error) -> Self {
        Failure::not_started(format!("the program does not fit this machine or this host: {error:#}"))
    }

    pub(crate) fn missing(interface: &str) -> Self {
        Failure::not_started(format!("not a program: the component does not export {interface}"))
    }

    pub(crate) fn trap_or_link(error: wasmtime::Error) -> Self {
        match error.downcast_ref::<Trap>() {
            Some(_) => Failure::trap(error),
            None => Failure::host(error),
        }
    }

    pub(crate) fn trap(error: wasmtime::Error) -> Self {
        let cause = match error.downcast_ref::<Trap>() {
            Some(trap) => trap.to_string(),
            None => error.root_cause().to_string(),
        };
        let cause = cause.strip_prefix("wasm trap: ").unwrap_or(&cause);
        Failure { message: format!("the program trapped: {cause}"), status: TRAPPED }
    }
}
