"""Streams: the io module. Files come from the runtime; StringIO and BytesIO are here."""

from _io import BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOWrapper, UnsupportedOperation, open

__all__ = ["BytesIO", "StringIO", "BufferedIOBase", "TextIOBase", "RawIOBase", "IOBase", "FileIO", "BufferedReader", "BufferedWriter",
           "BufferedRandom", "TextIOWrapper", "UnsupportedOperation", "open", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "BlockingIOError", "text_encoding"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


class IOBase:
    """The base of all streams written in Python."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    @property
    def closed(self):
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check_closed()

    def seek(self, offset, whence=0, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check_closed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None, /):
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total > hint:
                break
        return lines

    def writelines(self, lines, /):
        self._check_closed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """The base of unbuffered binary streams."""

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        n = self.readinto(room)
        return None if n is None else bytes(room[:n])

    def readall(self):
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        return b"".join(parts)


class BufferedIOBase(IOBase):
    """The base of buffered binary streams."""

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, b, /):
        self._unsupported("write")


class TextIOBase(IOBase):
    """The base of text streams."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, s, /):
        self._unsupported("write")


def _size(size):
    if size is None:
        return -1
    try:
        return range(size).stop
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


class BytesIO(BufferedIOBase):
    """Bytes in memory as a file."""

    __module__ = "_io"

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(b"" if initial_bytes is None else initial_bytes)
        self._at = 0

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self._closed = True

    def readable(self):
        self._check_closed()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check_closed()
        return bytes(self._data)

    def getbuffer(self):
        self._check_closed()
        return memoryview(self._data)

    def read(self, size=-1, /):
        size = _size(size)
        self._check_closed()
        end = len(self._data) if size < 0 else self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        size = _size(size)
        self._check_closed()
        end = self._data.find(b"\n", self._at) + 1
        if end == 0:
            end = len(self._data)
        if 0 <= size < end - self._at:
            end = self._at + size
        line = bytes(self._data[self._at:end])
        self._at += len(line)
        return line

    def write(self, b, /):
        self._check_closed()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        n = len(b)
        if not n:
            return 0
        if self._at > len(self._data):
            self._data += bytes(self._at - len(self._data))
        self._data[self._at:self._at + n] = b
        self._at += n
        return n

    def seek(self, offset, whence=0, /):
        self._check_closed()
        offset = range(offset).stop
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
        elif whence == 1:
            offset = max(0, self._at + offset)
        elif whence == 2:
            offset = max(0, len(self._data) + offset)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._at = offset
        return offset

    def tell(self):
        self._check_closed()
        return self._at

    def truncate(self, size=None, /):
        self._check_closed()
        size = self._at if size is None else range(size).stop
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size


class StringIO(TextIOBase):
    """Text in memory as a file. While everything is written at the end, `_parts` collects what `_text` lacks."""

    __module__ = "_io"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._text = ""
        self._parts = []
        self._at = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self._closed = True

    def _joined(self):
        """The whole text, with nothing left in `_parts`."""
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def readable(self):
        self._check_closed()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check_closed()
        return self._joined()

    def _translated(self, s):
        if self._newline is None:
            return s.replace("\r\n", "\n").replace("\r", "\n") if "\r" in s else s
        if self._newline in ("\r", "\r\n"):
            return s.replace("\n", self._newline)
        return s

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._check_closed()
        text = self._translated(s)
        if self._at < 0:
            self._parts.append(text)
        elif text:
            whole = self._joined()
            if self._at == len(whole):
                self._at = -1  # at the end
                self._parts.append(text)
            else:
                self._text = whole[:self._at] + "\0" * (self._at - len(whole)) + text + whole[self._at + len(text):]
                self._at += len(text)
        return len(s)

    def _position(self):
        if self._at < 0:
            self._at = len(self._joined())
        return self._at

    def read(self, size=-1, /):
        size = _size(size)
        self._check_closed()
        at = self._position()
        whole = self._joined()
        data = whole[at:] if size < 0 else whole[at:at + size]
        self._at = at + len(data)
        return data

    def _line_end(self, whole, at):
        newline = self._newline
        if newline == "":
            ends = [whole.find("\n", at), whole.find("\r", at)]
            found = [end for end in ends if end >= 0]
            if not found:
                return len(whole)
            end = min(found)
            return end + (2 if whole[end:end + 2] == "\r\n" else 1)
        newline = newline or "\n"
        end = whole.find(newline, at)
        return len(whole) if end < 0 else end + len(newline)

    def readline(self, size=-1, /):
        size = _size(size)
        self._check_closed()
        at = self._position()
        whole = self._joined()
        end = self._line_end(whole, at)
        if 0 <= size < end - at:
            end = at + size
        self._at = max(at, end)
        return whole[at:end]

    def seek(self, offset, whence=0, /):
        self._check_closed()
        offset = range(offset).stop
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._at = offset
            return offset
        if offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = self._position() if whence == 1 else len(self._joined())
        return self._at

    def tell(self):
        self._check_closed()
        return self._position()

    def truncate(self, size=None, /):
        self._check_closed()
        size = self._position() if size is None else range(size).stop
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._position()
        self._text = self._joined()[:size]
        return size
