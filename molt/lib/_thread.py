"""Locks for a program of one thread: the _thread module."""

error = RuntimeError
TIMEOUT_MAX = 9223372036.0


def get_ident():
    return 1


def get_native_id():
    return 1


def start_new_thread(function, args, kwargs=None, /):
    raise RuntimeError("can't start new thread")


class lock:
    """A lock that nobody else can release while we wait for it: waiting for it forever is an error."""

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._held:
            self._held = True
            return True
        if blocking and timeout < 0:
            raise RuntimeError("deadlock: the only thread waits for a lock that it holds")
        return False

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


LockType = lock
allocate_lock = lock


class RLock:
    """A lock that its holder may acquire again."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._count > 0
