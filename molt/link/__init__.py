"""From objects to a core module: the runtime's build, the link plan, wasm-ld."""
