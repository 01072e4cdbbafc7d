"""The operating system as a component sees it: files below the granted directories, and the environment."""

import _molt_os
import sys
from _collections_abc import Mapping, MutableMapping

import posixpath as path
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = "posix"
linesep = "\n"
error = OSError

F_OK = 0
X_OK = 1
W_OK = 2
R_OK = 4
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

fspath = _molt_os.fspath
getcwd = _molt_os.getcwd
urandom = _molt_os.urandom
rmdir = _molt_os.rmdir


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def getcwdb():
    return fsencode(getcwd())


# ------------------------------------------------------------------ files

class stat_result(tuple):
    """What stat() gives: a tuple of ten numbers with names."""

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self.st_atime_ns * 1e-9)
    st_mtime = property(lambda self: self.st_mtime_ns * 1e-9)
    st_ctime = property(lambda self: self.st_ctime_ns * 1e-9)

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
        return f"os.stat_result({', '.join([f'{n}={v}' for n, v in zip(names, self)])})"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    mode, links, size, atime, mtime, ctime = _molt_os.stat(path, bool(follow_symlinks))
    second = 1000000000
    result = stat_result((mode, 0, 0, links, 0, 0, size, atime // second, mtime // second, ctime // second))
    result.st_atime_ns = atime
    result.st_mtime_ns = mtime
    result.st_ctime_ns = ctime
    return result


def lstat(path, *, dir_fd=None):
    return stat(path, follow_symlinks=False)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        stat(path, follow_symlinks=follow_symlinks)
    except OSError:
        return False
    return True


def listdir(path=None):
    path = "." if path is None else fspath(path)
    names = _molt_os.listdir(path)
    return [fsencode(n) for n in names] if isinstance(path, bytes) else names


def remove(path, *, dir_fd=None):
    _molt_os.unlink(path)


unlink = remove


def mkdir(path, mode=0o777, *, dir_fd=None):
    _molt_os.mkdir(path)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _molt_os.rename(src, dst)


replace = rename


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        current = bytes(curdir, "ASCII") if isinstance(tail, bytes) else curdir
        if tail == current:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


class DirEntry:
    """An entry of a directory, as scandir() gives it."""

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not self.is_symlink())

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not self.is_symlink())

    def is_symlink(self):
        return path.islink(self.path)


class _ScandirIterator:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, n) for n in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def scandir(path=None):
    return _ScandirIterator("." if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, its subfolders, its other entries) of a directory tree."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as failure:
        if onerror is not None:
            onerror(failure)
        return
    folders = []
    others = []
    for entry in names:
        (folders if path.isdir(path.join(top, entry)) else others).append(entry)
    if topdown:
        yield top, folders, others
    for folder in folders:
        below = path.join(top, folder)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, others


# ------------------------------------------------------------ environment

class _Environ(MutableMapping):
    """The environment as a mapping of str to str."""

    def __init__(self, items):
        self._data = dict(items)

    def __getitem__(self, key):
        try:
            return self._data[_checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[_checked(key)] = _checked(value)

    def __delitem__(self, key):
        try:
            del self._data[_checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join([f'{k!r}: {v!r}' for k, v in self._data.items()])}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**other, **self}


def _checked(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


environ = _Environ(_molt_os.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    _checked(name)
    _checked(value)


def unsetenv(name, /):
    _checked(name)


# ------------------------------------------------------------------- other

class _PathLikeType(type):
    def __instancecheck__(cls, instance):
        return hasattr(type(instance), "__fspath__")

    def __subclasscheck__(cls, subclass):
        return hasattr(subclass, "__fspath__")


class PathLike(metaclass=_PathLikeType):
    """What has an __fspath__ method."""


def getpid():
    return 1


def cpu_count():
    return 1


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def isatty(fd, /):
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return 0 <= fd < 3 and streams[fd].isatty()
