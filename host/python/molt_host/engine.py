"""The settings components are compiled and run with.

`host/rust/src/lib.rs` loads what is compiled here, and Wasmtime refuses a component whose settings differ from its
engine's. What matters to both is set in `_common`: none of what the Rust host is built without, which is the collector
and exceptions (they need it), threads, and component-model concurrency.
"""

from wasmtime import Config, Engine
from wasmtime import _bindings as c_api

# Sync calls run on the thread of the caller, so the runner gives its thread this much and a margin for host functions.
GUEST_STACK_BYTES = 63 << 20

# The instructions of x86-64-v2, which every x86-64 processor since 2009 has: without them Cranelift calls functions
# for rounding and counting bits.
_X86_64_V2 = ("has_sse3", "has_ssse3", "has_sse41", "has_sse42", "has_popcnt", "has_cmpxchg16b")


def engine_for_this_process() -> Engine:
    """Compiles for the very processor it runs on."""
    config = _common()
    # The C API checks this against the stacks of asynchronous calls too, which nothing here makes.
    c_api.wasmtime_config_async_stack_size_set(config.ptr(), GUEST_STACK_BYTES)
    config.max_wasm_stack = GUEST_STACK_BYTES
    return Engine(config)


def engine_for_target(triple: str) -> Engine:
    """Compiles for any machine of this architecture and system; runs nothing."""
    config = _common()
    config.target = triple
    config.native_unwind_info = False  # for debuggers of the host; a tenth of the size
    if triple.startswith("x86_64-"):
        for flag in _X86_64_V2:
            config.cranelift_flag_enable(flag)
    return Engine(config)


def _common() -> Config:
    config = Config()
    config.gc_support = False
    config.wasm_gc = False
    config.wasm_exceptions = False
    config.wasm_threads = False
    c_api.wasmtime_config_concurrency_support_set(config.ptr(), False)
    return config
