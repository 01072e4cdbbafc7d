"""TIR to WebAssembly objects, through LLVM. The only layer that imports llvmlite."""
