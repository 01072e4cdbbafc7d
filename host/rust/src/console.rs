//! Standard output and error as unbuffered files: the guest buffers, and a flush by the guest is a write here.

use std::fs::File;
use std::io;
use std::mem::ManuallyDrop;
use std::os::fd::{FromRawFd, RawFd};

use tokio::io::AsyncWrite;
use wasmtime_wasi::cli::{IsTerminal, OutputFile, StdoutStream};
use wasmtime_wasi_io::async_trait;
use wasmtime_wasi_io::bytes::Bytes;
use wasmtime_wasi_io::poll::Pollable;
use wasmtime_wasi_io::streams::{OutputStream, StreamError, StreamResult};

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
        Box::new(Pipe(self.file.p2_stream()))
    }

    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        self.file.async_stream()
    }
}

/// A stream that says of a pipe nobody reads any more that it is closed, which the guest knows as EPIPE.
struct Pipe(Box<dyn OutputStream>);

fn closed_if_broken(error: StreamError) -> StreamError {
    match error {
        StreamError::LastOperationFailed(cause)
            if cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) =>
        {
            StreamError::Closed
        }
        other => other,
    }
}

#[async_trait]
impl Pollable for Pipe {
    async fn ready(&mut self) {
        self.0.ready().await;
    }
}

#[async_trait]
impl OutputStream for Pipe {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        self.0.write(bytes).map_err(closed_if_broken)
    }

    fn flush(&mut self) -> StreamResult<()> {
        self.0.flush().map_err(closed_if_broken)
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        self.0.check_write().map_err(closed_if_broken)
    }
}
