//! `encode`: a core module and the world it is built for become a component.

use std::borrow::Cow;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_encoder::{Component, CustomSection, Module, RawSection};
use wasmparser::{Encoding, Parser, Payload};
use wit_component::{ComponentEncoder, StringEncoding};

use crate::world;

/// Wraps `core` into a component that imports, of what `world_name` offers, only what `core` imports.
///
/// The component holds the sections of `core` unchanged: nothing of this encoder's version goes into the module, so a
/// module may be replaced by another with the same imports and exports by replacing its bytes.
pub fn encode(core: &[u8], wit_folder: &Path, world_name: &str) -> Result<Vec<u8>> {
    let (resolve, world) = world::load(wit_folder, world_name)?;
    let metadata = wit_component::metadata::encode(&resolve, world, StringEncoding::UTF8, None)
        .context("cannot encode the world")?;
    let metadata = without_producers(&metadata)?;

    let mut module = sections_of(core)?;
    module.section(&CustomSection { name: "component-type".into(), data: Cow::Borrowed(&metadata) });
    ComponentEncoder::default()
        .module(&module.finish())
        .context("cannot read the core module")?
        .validate(true)
        .encode()
        .with_context(|| format!("the core module does not fit the world '{world_name}'"))
}

/// The sections of a core module, ready to take one more.
fn sections_of(core: &[u8]) -> Result<Module> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(core) {
        let payload = payload.context("cannot read the core module")?;
        if let Payload::Version { encoding: Encoding::Component, .. } = payload {
            bail!("the input is a component already, not a core module");
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &core[range.start as usize..range.end as usize] });
        }
    }
    Ok(module)
}

/// The encoded world without its `producers` section, which the encoder would otherwise copy into the core module.
fn without_producers(metadata: &[u8]) -> Result<Vec<u8>> {
    let mut component = Component::new();
    let mut depth = 0;
    for payload in Parser::new(0).parse_all(metadata) {
        let payload = payload?;
        match &payload {
            Payload::CustomSection(section) if depth == 0 && section.name() == "producers" => continue,
            Payload::End(_) => depth -= i32::from(depth > 0),
            _ => {}
        }
        if depth == 0
            && let Some((id, range)) = payload.as_section()
        {
            component.section(&RawSection { id, data: &metadata[range.start as usize..range.end as usize] });
        }
        if matches!(payload, Payload::ComponentSection { .. } | Payload::ModuleSection { .. }) {
            depth += 1;
        }
    }
    Ok(component.finish())
}
