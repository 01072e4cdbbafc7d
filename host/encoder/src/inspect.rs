//! `inspect`, `wit` and `wat`: what a component imports and exports, what takes the room in its core module,
//! and its code as text.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use wasmparser::{
    DataKind, Encoding, KnownCustom, Name, NameMap, NameSectionReader, Operator, Parser, Payload, TypeRef, Validator,
};
use wit_component::{DecodedWasm, WitPrinter};
use wit_parser::{Resolve, WorldId, WorldItem, WorldKey};

/// The report on a component or core module, as JSON. Sizes are bytes of the file.
pub fn report(binary: &[u8]) -> Result<Value> {
    Validator::new().validate_all(binary).context("not a valid WebAssembly file")?;
    let mut report = json!({ "size": binary.len() });
    if !Parser::is_component(binary) {
        report["kind"] = "module".into();
        report["core"] = core_report(binary)?;
        return Ok(report);
    }
    let (resolve, world) = decode(binary)?;
    let outer = Layers::read(binary)?;
    report["kind"] = "component".into();
    report["imports"] = item_names(&resolve, &resolve.worlds[world].imports).into();
    report["exports"] = item_names(&resolve, &resolve.worlds[world].exports).into();
    report["custom_sections"] = outer.custom.into();
    if let Some(core) = outer.modules.iter().max_by_key(|module| module.len()) {
        report["wrapper_size"] = (binary.len() - core.len()).into();
        report["core"] = core_report(core)?;
    }
    Ok(report)
}

/// A module or component in the text format.
pub fn wat(binary: &[u8]) -> Result<String> {
    wasmprinter::print_bytes(binary).context("not a valid WebAssembly file")
}

/// The world of a component as WIT text.
pub fn wit(binary: &[u8]) -> Result<String> {
    let (resolve, world) = decode(binary)?;
    let package = resolve.worlds[world].package.context("the component has no world")?;
    let others: Vec<_> = resolve.packages.iter().map(|(id, _)| id).filter(|id| *id != package).collect();
    let mut printer = WitPrinter::default();
    printer.emit_docs(false);
    printer.print(&resolve, package, &others).context("cannot print the world")?;
    Ok(printer.output.to_string())
}

fn decode(binary: &[u8]) -> Result<(Resolve, WorldId)> {
    if !Parser::is_component(binary) {
        bail!("not a component");
    }
    Validator::new().validate_all(binary).context("not a valid component")?;
    match wit_component::decode(binary).context("cannot read the component")? {
        DecodedWasm::Component(resolve, world) => Ok((resolve, world)),
        DecodedWasm::WitPackage(..) => bail!("the file holds WIT, not a program"),
    }
}

fn item_names<'a>(resolve: &Resolve, items: impl IntoIterator<Item = (&'a WorldKey, &'a WorldItem)>) -> Vec<String> {
    items.into_iter().map(|(key, _)| resolve.name_world_key(key)).collect()
}

/// What lies in the outermost layer of a component.
struct Layers<'a> {
    modules: Vec<&'a [u8]>,
    custom: Vec<Value>,
}

impl<'a> Layers<'a> {
    fn read(binary: &'a [u8]) -> Result<Self> {
        let mut layers = Layers { modules: Vec::new(), custom: Vec::new() };
        let mut depth = 0;
        for payload in Parser::new(0).parse_all(binary) {
            match payload? {
                Payload::ModuleSection { unchecked_range, .. } => {
                    if depth == 0 {
                        layers.modules.push(&binary[unchecked_range.start as usize..unchecked_range.end as usize]);
                    }
                    depth += 1;
                }
                Payload::ComponentSection { .. } => depth += 1,
                Payload::End(_) => depth -= 1,
                Payload::CustomSection(section) if depth == 0 => {
                    layers.custom.push(json!({ "name": section.name(), "size": section.data().len() }));
                }
                _ => {}
            }
        }
        Ok(layers)
    }
}

#[derive(Default)]
struct Core<'a> {
    sections: Vec<Value>,
    imports: Vec<Value>,
    exports: Vec<Value>,
    data: Vec<(u64, usize)>,
    body_sizes: Vec<usize>,
    imported_functions: u32,
    function_names: HashMap<u32, &'a str>,
    data_names: HashMap<u32, &'a str>,
}

fn core_report(module: &[u8]) -> Result<Value> {
    let mut core = Core::default();
    for payload in Parser::new(0).parse_all(module) {
        core.add(payload?)?;
    }
    let mut functions: Vec<Value> = Vec::new();
    for (index, size) in (core.imported_functions..).zip(&core.body_sizes) {
        let name = core.function_names.get(&index).copied();
        functions.push(json!({ "index": index, "name": name, "size": size }));
    }
    let data: Vec<Value> = (0..)
        .zip(&core.data)
        .map(|(index, (offset, size))| {
            json!({ "index": index, "name": core.data_names.get(&index), "offset": offset, "size": size })
        })
        .collect();
    Ok(json!({
        "size": module.len(),
        "sections": core.sections,
        "imports": core.imports,
        "exports": core.exports,
        "functions": by_size(functions),
        "data": by_size(data),
    }))
}

fn by_size(mut items: Vec<Value>) -> Vec<Value> {
    items.sort_by_key(|item| std::cmp::Reverse(item["size"].as_u64()));
    items
}

impl<'a> Core<'a> {
    fn add(&mut self, payload: Payload<'a>) -> Result<()> {
        if let Some((id, range)) = payload.as_section() {
            let name = match &payload {
                Payload::CustomSection(section) => format!("custom \"{}\"", section.name()),
                _ => section_name(id).to_string(),
            };
            self.sections.push(json!({ "name": name, "size": range.end - range.start }));
        }
        match payload {
            Payload::Version { encoding: Encoding::Component, .. } => bail!("a component where a module was expected"),
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    let import = import?;
                    self.imported_functions += u32::from(matches!(import.ty, TypeRef::Func(_)));
                    self.imports.push(json!({ "module": import.module, "name": import.name }));
                }
            }
            Payload::ExportSection(reader) => {
                for export in reader {
                    self.exports.push(export?.name.into());
                }
            }
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment?;
                    self.data.push((segment_offset(&segment.kind), segment.data.len()));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                self.body_sizes.push((range.end - range.start) as usize);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    self.add_names(names);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Names are a courtesy: a damaged name section costs the names, not the report.
    fn add_names(&mut self, names: NameSectionReader<'a>) {
        for subsection in names.into_iter().flatten() {
            match subsection {
                Name::Function(map) => collect_names(map, &mut self.function_names),
                Name::Data(map) => collect_names(map, &mut self.data_names),
                _ => {}
            }
        }
    }
}

fn collect_names<'a>(map: NameMap<'a>, names: &mut HashMap<u32, &'a str>) {
    names.extend(map.into_iter().flatten().map(|naming| (naming.index, naming.name)));
}

/// Where an active segment goes in memory; 0 for one that the program places itself.
fn segment_offset(kind: &DataKind) -> u64 {
    let DataKind::Active { offset_expr, .. } = kind else {
        return 0;
    };
    match offset_expr.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => u64::from(value as u32),
        Ok(Operator::I64Const { value }) => value as u64,
        _ => 0,
    }
}

fn section_name(id: u8) -> &'static str {
    const NAMES: [&str; 14] = [
        "custom",
        "type",
        "import",
        "function",
        "table",
        "memory",
        "global",
        "export",
        "start",
        "element",
        "code",
        "data",
        "data count",
        "tag",
    ];
    NAMES.get(usize::from(id)).copied().unwrap_or("unknown")
}
