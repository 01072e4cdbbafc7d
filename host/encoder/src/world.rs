//! Reading a folder of WIT and naming the world that a core module is built for.

use std::path::Path;

use anyhow::{Context, Result};
use wit_parser::{Resolve, WorldId};

/// Parses the package in `folder` (its dependencies are in `folder/deps`) and finds `name` in it.
pub fn load(folder: &Path, name: &str) -> Result<(Resolve, WorldId)> {
    let mut resolve = Resolve::default();
    let (package, _) =
        resolve.push_dir(folder).with_context(|| format!("cannot read the WIT package in '{}'", folder.display()))?;
    let world = resolve.select_world(&[package], Some(name))?;
    Ok((resolve, world))
}
