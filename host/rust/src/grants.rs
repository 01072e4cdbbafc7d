//! Capabilities: what a program may touch besides its arguments, streams, clocks and randomness.
//!
//! The JSON form is shared with `molt_host/grants.py`, which documents the words and writes it.

use std::env;
use std::path::Path;

use serde::Deserialize;
use wasmtime_wasi::{FsPerms, WasiCtxBuilder};

use crate::Failure;

#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grants {
    /// Directories whose files may be read.
    #[serde(default)]
    pub read: Vec<String>,
    /// Directories whose files may be read and changed.
    #[serde(default)]
    pub write: Vec<String>,
    /// Names of environment variables; `*` is all of them.
    #[serde(default)]
    pub env: Vec<String>,
}

impl Grants {
    /// Takes back what the comma-separated `denials` name: `read`, `write`, `env` or `all`. Grants can only shrink here.
    pub fn narrow(&mut self, denials: &str) -> Result<(), Failure> {
        for word in denials.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            match word {
                // To write is to read too, so who may not read may not write.
                "read" => {
                    self.read.clear();
                    self.write.clear();
                }
                "write" => self.read.append(&mut self.write),
                "env" => self.env.clear(),
                "all" => *self = Grants::default(),
                _ => {
                    let message = format!("MOLT_DENY: '{word}' is not one of read, write, env, all");
                    return Err(Failure::not_started(message));
                }
            }
        }
        Ok(())
    }

    pub(crate) fn apply(&self, wasi: &mut WasiCtxBuilder) -> Result<(), Failure> {
        for directory in &self.write {
            preopen(wasi, directory, FsPerms::ReadWrite)?;
        }
        for directory in self.read.iter().filter(|directory| !self.write.contains(directory)) {
            preopen(wasi, directory, FsPerms::ReadOnly)?;
        }
        for (name, value) in env::vars_os() {
            // WASI has text only: what is not UTF-8 cannot be said to the guest.
            if let (Some(name), Some(value)) = (name.to_str(), value.to_str())
                && self.allows_variable(name)
            {
                wasi.env(name, value);
            }
        }
        Ok(())
    }

    fn allows_variable(&self, name: &str) -> bool {
        self.env.iter().any(|granted| granted == "*" || granted == name)
    }
}

fn preopen(wasi: &mut WasiCtxBuilder, directory: &str, permissions: FsPerms) -> Result<(), Failure> {
    let refused = |why: String| Failure::not_started(format!("cannot grant '{directory}': {why}"));
    if !Path::new(directory).is_dir() {
        return Err(refused("it is not a directory".into()));
    }
    match wasi.preopened_dir(directory, directory, permissions) {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(format!("{error:#}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::Grants;

    fn all() -> Grants {
        Grants { read: vec!["a".into()], write: vec!["b".into()], env: vec!["*".into()] }
    }

    #[test]
    fn denying_write_leaves_reading() {
        let mut grants = all();
        grants.narrow("write, env").unwrap();
        assert_eq!(grants, Grants { read: vec!["a".into(), "b".into()], ..Grants::default() });
    }

    #[test]
    fn denying_read_denies_write() {
        let mut grants = all();
        grants.narrow("read").unwrap();
        assert_eq!(grants, Grants { env: vec!["*".into()], ..Grants::default() });
    }

    #[test]
    fn an_unknown_denial_is_refused() {
        assert!(all().narrow("network").is_err());
    }
}
