//! Runs a precompiled Molt component on Wasmtime.
//!
//! The host gives a program arguments, standard streams, clocks and randomness always, files and environment
//! variables as far as its [`Grants`] go, and nothing else: no sockets are linked in at all.
//!
//! Everything happens on the calling thread: the guest runs on a fiber with a large, lazily committed stack, and
//! blocking calls of the guest block. So a program costs no thread to start.

mod console;
mod failure;
mod grants;
mod linker;

use wasmtime::component::{Component, Instance, Linker};
use wasmtime::{Config, Engine, Store};
use wasmtime_wasi::WasiCtxBuilder;

pub use failure::Failure;
pub use grants::Grants;

use console::Console;
use linker::State;

/// The stack of the guest. Deep recursion in a program has to fit; pages are committed as they are touched.
const GUEST_STACK_BYTES: usize = 64 << 20;
/// What remains of it for the host functions that the guest calls.
const HOST_STACK_BYTES: usize = 1 << 20;

const RUN: (&str, &str) = ("wasi:cli/run@0.2.0", "run");
const STATUS: (&str, &str) = ("molt:runtime/status@0.1.0", "exit-code");

/// The engine that a precompiled component is loaded into.
///
/// `molt_host/engine.py` compiles with the same settings; a difference is refused when a component is loaded.
pub fn engine() -> Result<Engine, Failure> {
    let mut config = Config::new();
    config.async_stack_size(GUEST_STACK_BYTES).max_wasm_stack(GUEST_STACK_BYTES - HOST_STACK_BYTES);
    Engine::new(&config).map_err(Failure::host)
}

/// Runs the program that `compiled` holds and returns its exit status.
///
/// # Safety
/// `compiled` is machine code. It must come from Wasmtime's own `serialize`, untouched.
pub unsafe fn run(engine: &Engine, compiled: &[u8], arguments: &[String], grants: &Grants) -> Result<u8, Failure> {
    // SAFETY: the caller's promise is exactly what `deserialize` asks for.
    let component = unsafe { Component::deserialize(engine, compiled) }.map_err(Failure::load)?;
    let mut linker = Linker::new(engine);
    linker::add_wasi(&mut linker).map_err(Failure::host)?;

    let mut wasi = WasiCtxBuilder::new();
    wasi.args(arguments)
        .inherit_stdin()
        .stdout(Console::stdout())
        .stderr(Console::stderr())
        .allow_blocking_current_thread(true);
    grants.apply(&mut wasi)?;
    let mut store = Store::new(engine, State::new(wasi.build()));

    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().map_err(Failure::host)?;
    let status = runtime.block_on(async {
        let instance = linker.instantiate_async(&mut store, &component).await.map_err(Failure::trap_or_link)?;
        exit_status(&mut store, &instance).await
    });
    // A thread that waits for standard input must not keep the process.
    runtime.shutdown_background();
    status
}

async fn exit_status(store: &mut Store<State>, instance: &Instance) -> Result<u8, Failure> {
    let run = export(store, instance, RUN).ok_or_else(|| Failure::missing(RUN.0))?;
    let run = instance.get_typed_func::<(), (Result<(), ()>,)>(&mut *store, run).map_err(Failure::host)?;
    let (outcome,) = run.call_async(&mut *store, ()).await.map_err(Failure::trap)?;
    if outcome.is_ok() {
        return Ok(0);
    }
    // `run` says no more than that it failed; a component that is not Molt's has no more to say.
    let Some(status) = export(store, instance, STATUS) else {
        return Ok(1);
    };
    let status = instance.get_typed_func::<(), (u8,)>(&mut *store, status).map_err(Failure::host)?;
    let (code,) = status.call_async(&mut *store, ()).await.map_err(Failure::trap)?;
    Ok(code)
}

fn export(
    store: &mut Store<State>,
    instance: &Instance,
    (interface, function): (&str, &str),
) -> Option<wasmtime::component::ComponentExportIndex> {
    let interface = instance.get_export_index(&mut *store, None, interface)?;
    instance.get_export_index(&mut *store, Some(&interface), function)
}
