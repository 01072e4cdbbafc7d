//! Standard output and error as unbuffered files: the guest buffers, and a flush by the guest is a write here.

use std::fs::File;
use std::io;
use std::mem::ManuallyDrop;
use std::os::fd::{FromRawFd, RawFd};

use tokio::io::AsyncWrite;
use wasmtime_wasi::cli::{IsTerminal, OutputFile, StdoutStream};
use wasmtime_wasi_io::streams::OutputStream;

pub struct Console {
    file: OutputFile,
    is_terminal: bool,
}

impl Console {
    pub fn stdout() -> Self {
        Console::new(1, io::IsTerminal::is_terminal(&io::stdout()))
    }

    pub fn stderr() -> Self {
        Console::new(2, io::IsTerminal::is_terminal(&io::stderr()))
    }

    fn new(number: RawFd, is_terminal: bool) -> Self {
        Console { file: descriptor(number), is_terminal }
    }
}

/// A copy of the process's own descriptor. The standard library sees to it that 0, 1 and 2 are open.
fn descriptor(number: RawFd) -> OutputFile {
    // SAFETY: the descriptor stays open, as the `File` that borrows it is not dropped.
    let original = ManuallyDrop::new(unsafe { File::from_raw_fd(number) });
    OutputFile::new(original.try_clone().expect("a process that just started has descriptors to spare"))
}

impl IsTerminal for Console {
    fn is_terminal(&self) -> bool {
        self.is_terminal
    }
}

impl StdoutStream for Console {
    fn p2_stream(&self) -> Box<dyn OutputStream> {
        self.file.p2_stream()
    }

    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        self.file.async_stream()
    }
}
