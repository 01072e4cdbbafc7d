//! `bindings`: a C header of raw canonical-ABI imports, written from the WIT of a world.
//!
//! One declaration a function, with its core parameters; no wrapper, no conversion, nothing to link. What a function
//! stores behind its `ret` pointer, and how the types of an interface lie in memory, is given as `#define`s of offsets.
//! The layout rules are those of the canonical ABI (`component-model/design/mvp/CanonicalABI.md`), as `wit-parser`
//! computes them for wasm32.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Result, bail};
use wit_parser::abi::{AbiVariant, WasmType};
use wit_parser::{
    Function, FunctionKind, InterfaceId, LiftLowerAbi, ManglingAndAbi, Resolve, ResourceIntrinsic, SizeAlign, Type,
    TypeDef, TypeDefKind, TypeId, WasmExport, WasmExportKind, WasmImport, WorldId, WorldItem, WorldKey,
};

use crate::world;

const MANGLING: ManglingAndAbi = ManglingAndAbi::Legacy(LiftLowerAbi::Sync);

const PROLOGUE: &str = "\
// Generated from the WIT by `molt-encoder bindings`; change the WIT, not this file.
//
// One raw import per function, in the canonical ABI's core signature. Handles are int32_t. Strings and lists are a
// pointer and a length. A function with a `ret` parameter stores its result there: the offsets are NAME_RET...
// (`_TAG` is one byte: result 0 ok, 1 error; option 0 none, 1 some). What the host returns by pointer it has
// allocated with the module's `cabi_realloc`; what its elements look like is NAME_RET..._ITEM.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __wasm__
#define WIT_IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define WIT_EXPORT(name) __attribute__((export_name(name)))
#else
#define WIT_IMPORT(module, name)
#define WIT_EXPORT(name)
#endif
";

/// The header for `world_name` of the WIT package in `folder`.
pub fn header(folder: &Path, world_name: &str) -> Result<String> {
    let (resolve, world) = world::load(folder, world_name)?;
    let mut sizes = SizeAlign::default();
    sizes.fill(&resolve);
    let mut generator = Generator { resolve: &resolve, sizes, out: String::from(PROLOGUE) };
    generator.world(world)?;
    Ok(generator.out)
}

struct Generator<'a> {
    resolve: &'a Resolve,
    sizes: SizeAlign,
    out: String,
}

impl Generator<'_> {
    fn world(&mut self, world: WorldId) -> Result<()> {
        let resolve = self.resolve;
        for (key, item) in &resolve.worlds[world].imports {
            match item {
                WorldItem::Interface { id, .. } => self.import_interface(key, *id)?,
                WorldItem::Function(function) => self.import(None, "", function)?,
                WorldItem::Type { .. } => {} // a `use` in the world: its interface is imported and has it
            }
        }
        let _ = writeln!(self.out, "\n// Exports: the names that the core module gives its functions.");
        for (key, item) in &resolve.worlds[world].exports {
            match item {
                WorldItem::Interface { id, .. } => {
                    for function in resolve.interfaces[*id].functions.values() {
                        self.export(Some(key), &self.prefix(*id), function);
                    }
                }
                WorldItem::Function(function) => self.export(None, "", function),
                WorldItem::Type { .. } => {}
            }
        }
        Ok(())
    }

    /// `wasi:filesystem/types@0.2.0` is `wasi_filesystem_types_`: the version is the world's business, not the caller's.
    fn prefix(&self, id: InterfaceId) -> String {
        let interface = &self.resolve.interfaces[id];
        let name = interface.name.as_deref().unwrap_or("world");
        match interface.package {
            Some(package) => {
                let package = &self.resolve.packages[package].name;
                identifier(&format!("{}_{}_{name}_", package.namespace, package.name))
            }
            None => identifier(&format!("{name}_")),
        }
    }

    fn import_interface(&mut self, key: &WorldKey, id: InterfaceId) -> Result<()> {
        let resolve = self.resolve;
        let prefix = self.prefix(id);
        let _ = writeln!(self.out, "\n// {}", resolve.name_world_key(key));
        for (name, id) in &resolve.interfaces[id].types {
            self.type_constants(&format!("{prefix}{name}"), *id);
        }
        for function in resolve.interfaces[id].functions.values() {
            self.import(Some(key), &prefix, function)?;
        }
        for (name, id) in &resolve.interfaces[id].types {
            if matches!(resolve.types[*id].kind, TypeDefKind::Resource) {
                self.resource_drop(key, &format!("{prefix}{name}"), *id);
            }
        }
        Ok(())
    }

    fn resource_drop(&mut self, interface: &WorldKey, name: &str, resource: TypeId) {
        let intrinsic = ResourceIntrinsic::ImportedDrop;
        let import = WasmImport::ResourceIntrinsic { interface: Some(interface), resource, intrinsic };
        let (module, field) = self.resolve.wasm_import_name(MANGLING, import);
        let name = identifier(&format!("{name}_drop"));
        let _ = writeln!(self.out, "WIT_IMPORT(\"{module}\", \"{field}\")\nextern void {name}(int32_t self);");
    }

    fn import(&mut self, interface: Option<&WorldKey>, prefix: &str, function: &Function) -> Result<()> {
        let resolve = self.resolve;
        let (module, field) = resolve.wasm_import_name(MANGLING, WasmImport::Func { interface, func: function });
        let signature = resolve.wasm_signature(AbiVariant::GuestImport, function);
        let name = identifier(&format!("{prefix}{}", function_name(function)));

        let mut flat = signature.params.clone();
        if signature.retptr {
            flat.pop();
        }
        let names = if signature.indirect_params { vec!["params".to_string()] } else { self.parameter_names(function) };
        if names.len() != flat.len() {
            bail!("{module} {field}: the parameters flatten to {} values, not {}", flat.len(), names.len());
        }
        let mut parameters: Vec<String> =
            flat.iter().zip(&names).map(|(ty, name)| declaration(*ty, &identifier(name))).collect();
        if signature.retptr {
            parameters.push("void *ret".to_string());
        }
        let result = signature.results.first().map_or("void", |ty| c_type(*ty));
        let parameters = if parameters.is_empty() { "void".to_string() } else { parameters.join(", ") };

        let _ = writeln!(self.out, "\n// {}", self.wit_signature(function));
        let _ = writeln!(self.out, "WIT_IMPORT(\"{module}\", \"{field}\")\nextern {result} {name}({parameters});");
        if let (true, Some(result)) = (signature.retptr, &function.result) {
            let name = format!("{}_RET", name.to_uppercase());
            self.size_constants(&name, result);
            self.layout(&name, result, 0);
        }
        Ok(())
    }

    fn export(&mut self, interface: Option<&WorldKey>, prefix: &str, function: &Function) {
        let export = WasmExport::Func { interface, func: function, kind: WasmExportKind::Normal };
        let field = self.resolve.wasm_export_name(MANGLING, export);
        let signature = self.resolve.wasm_signature(AbiVariant::GuestExport, function);
        let result = signature.results.first().map_or("void", |ty| c_type(*ty));
        let parameters: Vec<&str> = signature.params.iter().map(|ty| c_type(*ty)).collect();
        let parameters = if parameters.is_empty() { "void".to_string() } else { parameters.join(", ") };
        let name = identifier(&format!("{prefix}{}", function_name(function))).to_uppercase();
        let _ = writeln!(self.out, "// {}: {result} ({parameters})", self.wit_signature(function));
        let _ = writeln!(self.out, "#define {name}_EXPORT \"{field}\"");
    }

    /// A name for each core value that the parameters of `function` flatten to.
    fn parameter_names(&self, function: &Function) -> Vec<String> {
        let mut names = Vec::new();
        for parameter in &function.params {
            self.flat_names(&parameter.name, &parameter.ty, &mut names);
        }
        names
    }

    fn flat_names(&self, name: &str, ty: &Type, names: &mut Vec<String>) {
        let Type::Id(id) = ty else {
            match ty {
                Type::String => names.extend([format!("{name}_ptr"), format!("{name}_len")]),
                _ => names.push(name.to_string()),
            }
            return;
        };
        match &self.resolve.types[*id].kind {
            TypeDefKind::Type(ty) => self.flat_names(name, ty, names),
            TypeDefKind::List(_) => names.extend([format!("{name}_ptr"), format!("{name}_len")]),
            TypeDefKind::Record(record) => {
                for field in &record.fields {
                    self.flat_names(&format!("{name}_{}", field.name), &field.ty, names);
                }
            }
            TypeDefKind::Tuple(tuple) => {
                for (i, ty) in tuple.types.iter().enumerate() {
                    self.flat_names(&format!("{name}_{i}"), ty, names);
                }
            }
            TypeDefKind::Variant(_) | TypeDefKind::Option(_) | TypeDefKind::Result(_) => {
                // The cases share their slots, so the payload has no better name than its position.
                names.push(format!("{name}_tag"));
                let payload = self.flat_count(ty) - 1;
                names.extend((0..payload).map(|i| format!("{name}_{i}")));
            }
            _ => names.extend(
                (0..self.flat_count(ty)).map(|i| if i == 0 { name.to_string() } else { format!("{name}_{i}") }),
            ),
        }
    }

    fn flat_count(&self, ty: &Type) -> usize {
        let mut storage = [WasmType::I32; Resolve::MAX_FLAT_PARAMS];
        let mut flat = wit_parser::abi::FlatTypes::new(&mut storage);
        self.resolve.push_flat(ty, &mut flat);
        flat.to_vec().len()
    }

    /// Constants for a named type: the numbers of its cases, and its size and offsets where it lies in memory.
    fn type_constants(&mut self, name: &str, id: TypeId) {
        let resolve = self.resolve;
        let name = identifier(name).to_uppercase();
        let cases: Vec<(&str, u64)> = match &resolve.types[id].kind {
            TypeDefKind::Enum(ty) => ty.cases.iter().zip(0..).map(|(case, n)| (&*case.name, n)).collect(),
            TypeDefKind::Variant(ty) => ty.cases.iter().zip(0..).map(|(case, n)| (&*case.name, n)).collect(),
            TypeDefKind::Flags(ty) => ty.flags.iter().zip(0..).map(|(flag, n)| (&*flag.name, 1 << n)).collect(),
            _ => Vec::new(),
        };
        for (case, number) in cases {
            let _ = writeln!(self.out, "#define {name}_{} {number}", identifier(case).to_uppercase());
        }
        if matches!(resolve.types[id].kind, TypeDefKind::Record(_) | TypeDefKind::Variant(_)) {
            self.size_constants(&name, &Type::Id(id));
            self.layout(&name, &Type::Id(id), 0);
        }
    }

    fn size_constants(&mut self, name: &str, ty: &Type) {
        let size = self.sizes.size(ty).size_wasm32();
        let align = self.sizes.align(ty).align_wasm32();
        let _ = writeln!(self.out, "#define {name}_SIZE {size}\n#define {name}_ALIGN {align}");
    }

    fn offset(&mut self, name: &str, offset: usize) {
        let _ = writeln!(self.out, "#define {name} {offset}");
    }

    /// The offset of every part of a value of type `ty` that starts at `base`, each under the path that leads to it.
    fn layout(&mut self, name: &str, ty: &Type, base: usize) {
        let Type::Id(id) = ty else {
            return self.leaf(name, ty, base);
        };
        let resolve = self.resolve;
        match &resolve.types[*id].kind {
            TypeDefKind::Type(ty) => self.layout(name, ty, base),
            TypeDefKind::Record(record) => {
                let types: Vec<Type> = record.fields.iter().map(|field| field.ty).collect();
                let names: Vec<String> = record.fields.iter().map(|field| field.name.clone()).collect();
                self.fields(name, &names, &types, base);
            }
            TypeDefKind::Tuple(tuple) => {
                let names: Vec<String> = (0..tuple.types.len()).map(|i| i.to_string()).collect();
                self.fields(name, &names, &tuple.types, base);
            }
            TypeDefKind::Option(ty) => self.cases(name, &[("some", Some(*ty))], base),
            TypeDefKind::Result(ty) => self.cases(name, &[("ok", ty.ok), ("err", ty.err)], base),
            TypeDefKind::Variant(ty) => {
                let cases: Vec<(&str, Option<Type>)> = ty.cases.iter().map(|case| (&*case.name, case.ty)).collect();
                self.cases(name, &cases, base);
            }
            _ => self.leaf(name, ty, base),
        }
    }

    fn leaf(&mut self, name: &str, ty: &Type, base: usize) {
        let element = self.list_element(ty);
        if element.is_none() && *ty != Type::String {
            return self.offset(&format!("{name}_AT"), base);
        }
        self.offset(&format!("{name}_PTR"), base);
        self.offset(&format!("{name}_LEN"), base + 4);
        // Elements of one part need no offsets.
        if let Some(element @ (Type::Id(_) | Type::String)) = element {
            let name = format!("{name}_ITEM");
            self.size_constants(&name, &element);
            self.layout(&name, &element, 0);
        }
    }

    fn list_element(&self, ty: &Type) -> Option<Type> {
        match ty {
            Type::Id(id) => match self.resolve.types[*id].kind {
                TypeDefKind::List(element) => Some(element),
                _ => None,
            },
            _ => None,
        }
    }

    fn fields(&mut self, name: &str, names: &[String], types: &[Type], base: usize) {
        let offsets: Vec<usize> =
            self.sizes.field_offsets(types).iter().map(|(offset, _)| offset.size_wasm32()).collect();
        for ((field, ty), offset) in names.iter().zip(types).zip(offsets) {
            self.layout(&format!("{name}_{}", identifier(field).to_uppercase()), ty, base + offset);
        }
    }

    fn cases(&mut self, name: &str, cases: &[(&str, Option<Type>)], base: usize) {
        let tag = match cases.len() {
            0..=256 => wit_parser::Int::U8,
            _ => wit_parser::Int::U16,
        };
        let payload = self.sizes.payload_offset(tag, cases.iter().map(|(_, ty)| ty.as_ref())).size_wasm32();
        self.offset(&format!("{name}_TAG"), base);
        for (case, ty) in cases {
            if let Some(ty) = ty {
                self.layout(&format!("{name}_{}", identifier(case).to_uppercase()), ty, base + payload);
            }
        }
    }

    fn wit_signature(&self, function: &Function) -> String {
        let parameters: Vec<String> = function
            .params
            .iter()
            .map(|parameter| format!("{}: {}", parameter.name, self.wit_type(&parameter.ty)))
            .collect();
        let result = function.result.as_ref().map_or(String::new(), |ty| format!(" -> {}", self.wit_type(ty)));
        format!("{}: func({}){result}", function.name, parameters.join(", "))
    }

    fn wit_type(&self, ty: &Type) -> String {
        match ty {
            Type::Id(id) => self.wit_type_of(&self.resolve.types[*id]),
            Type::Bool => "bool".into(),
            Type::Char => "char".into(),
            Type::String => "string".into(),
            Type::ErrorContext => "error-context".into(),
            number => format!("{number:?}").to_lowercase(),
        }
    }

    fn wit_type_of(&self, ty: &TypeDef) -> String {
        if let Some(name) = &ty.name {
            return name.clone();
        }
        let optional = |ty: &Option<Type>| ty.as_ref().map_or("_".to_string(), |ty| self.wit_type(ty));
        match &ty.kind {
            TypeDefKind::Handle(wit_parser::Handle::Own(id)) => self.wit_type_of(&self.resolve.types[*id]),
            TypeDefKind::Handle(wit_parser::Handle::Borrow(id)) => {
                format!("borrow<{}>", self.wit_type_of(&self.resolve.types[*id]))
            }
            TypeDefKind::List(ty) => format!("list<{}>", self.wit_type(ty)),
            TypeDefKind::Option(ty) => format!("option<{}>", self.wit_type(ty)),
            TypeDefKind::Result(ty) => format!("result<{}, {}>", optional(&ty.ok), optional(&ty.err)),
            TypeDefKind::Tuple(tuple) => {
                let types: Vec<String> = tuple.types.iter().map(|ty| self.wit_type(ty)).collect();
                format!("tuple<{}>", types.join(", "))
            }
            TypeDefKind::Type(ty) => self.wit_type(ty),
            other => other.as_str().to_string(),
        }
    }
}

/// `[method]descriptor.open-at` is `descriptor-open-at`, `[constructor]fields` is `fields-new`.
fn function_name(function: &Function) -> String {
    let plain = function.name.rsplit(']').next().unwrap_or(&function.name);
    match function.kind {
        FunctionKind::Constructor(_) => format!("{plain}-new"),
        _ => plain.replace('.', "-"),
    }
}

fn identifier(kebab: &str) -> String {
    kebab.replace('-', "_")
}

fn c_type(ty: WasmType) -> &'static str {
    match ty {
        WasmType::I32 => "int32_t",
        WasmType::I64 | WasmType::PointerOrI64 => "int64_t",
        WasmType::F32 => "float",
        WasmType::F64 => "double",
        WasmType::Pointer => "const void *",
        WasmType::Length => "size_t",
    }
}

fn declaration(ty: WasmType, name: &str) -> String {
    match ty {
        WasmType::Pointer => format!("const void *{name}"),
        _ => format!("{} {name}", c_type(ty)),
    }
}
