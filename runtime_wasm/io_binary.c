/* io_binary.c: binary files: the two buffers over a host file or stream.
 *
 * Reading fills `in`; writing collects in `out`. Each side is emptied before the other is used, and before a seek, so that
 * `offset` and the buffers always agree on the position: tell is offset - (in_n - in_at) + out_n.
 */
#include "io.h"
#include "ops.h"

bool is_binary_file(Value v) {
  if (!has_tag(v, T_OTHER)) return false;
  Class *c = as_obj(v)->cls;
  return c == &fileio_class || c == &buffered_reader_class || c == &buffered_writer_class || c == &buffered_random_class;
}

Value raise_platform_error(int negative_errno, Value filename) {
  const char *flag = negative_errno == -13 ? platform_missing_grant() : NULL;
  if (!flag) return raise_os_error(-negative_errno, filename);
  /* CPython's text, and what to grant. */
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "Permission denied (grant it with ");
  buf_cstr(&b, flag);
  buf_cstr(&b, ")");
  Value text = buf_finish(&b);
  if (text == RAISED) return RAISED;
  Value args[3] = {small_int_value(13), text, filename == UNSET ? NONE : incref(filename)};
  Value exc = call(class_value(&PermissionError_class), args, filename == UNSET ? 2 : 3, NONE);
  if (exc == RAISED) return RAISED;
  raise_value(exc);
  decref(exc);
  return RAISED;
}

Value binary_file_new(Class *cls, const BinaryHost *host, int32_t handle, uint32_t flags, Value name, const char *mode) {
  BinaryFile *f = obj_alloc(cls, sizeof *f);
  if (!f) return raise_memory_error();
  memset((char *)f + sizeof f->h, 0, sizeof *f - sizeof f->h);
  f->host = host;
  f->handle = handle;
  f->readable = flags & PLATFORM_READ;
  f->writable = flags & PLATFORM_WRITE;
  f->unbuffered = cls == &fileio_class;
  f->name = incref(name);
  f->mode = mode;
  return tagged(f, T_OTHER);
}

bool binary_check_open(BinaryFile *f) {
  if (!f->closed) return true;
  raise_error(&ValueError_class, "I/O operation on closed file");
  return false;
}

/* Standard streams are the host's 0, 1 and 2; files come after them. */
bool binary_isatty(const BinaryFile *f) { return !binary_seekable(f) && platform_isatty(f->handle); }
int32_t binary_fileno(const BinaryFile *f) { return binary_seekable(f) ? f->handle + 3 : f->handle; }

/* ------------------------------------------------------------------ the host */
static int64_t host_read(BinaryFile *f, uint8_t *out, uint32_t n) {
  int64_t got = f->host->read(f, out, n);
  if (got < 0) {
    raise_platform_error((int)got, UNSET);
    return -1;
  }
  f->offset += (uint64_t)got;
  return got;
}

static bool host_write(BinaryFile *f, const uint8_t *data, uint32_t n) {
  if (f->append) {
    int64_t size = f->host->size(f);
    if (size >= 0) f->offset = (uint64_t)size;
  }
  while (n) {
    int64_t wrote = f->host->write(f, data, n);
    if (wrote < 0) {
      raise_platform_error((int)wrote, UNSET);
      return false;
    }
    f->offset += (uint64_t)wrote;
    data += wrote;
    n -= (uint32_t)wrote;
  }
  return true;
}

/* ------------------------------------------------------------------- buffers */
bool binary_flush(BinaryFile *f) {
  if (!f->out_n) return true;
  uint32_t n = f->out_n;
  f->out_n = 0; /* what cannot be written is not tried again at close */
  return host_write(f, f->out, n);
}

static void drop_input(BinaryFile *f) {
  f->offset -= f->in_n - f->in_at;
  f->in_at = f->in_n = 0;
}

static bool need_buffer(uint8_t **buffer) {
  if (*buffer || (*buffer = mem_alloc(IO_BUFFER_SIZE))) return true;
  raise_memory_error();
  return false;
}

int64_t binary_read_some(BinaryFile *f, uint8_t *out, uint32_t n) {
  if (f->in_at == f->in_n) {
    if (!binary_flush(f)) return -1;
    if (n >= IO_BUFFER_SIZE || f->unbuffered) return host_read(f, out, n);
    if (!need_buffer(&f->in)) return -1;
    f->in_at = f->in_n = 0;
    int64_t got = host_read(f, f->in, IO_BUFFER_SIZE);
    if (got <= 0) return got;
    f->in_n = (uint32_t)got;
  }
  uint32_t part = f->in_n - f->in_at < n ? f->in_n - f->in_at : n;
  memcpy(out, f->in + f->in_at, part);
  f->in_at += part;
  return part;
}

bool binary_write_all(BinaryFile *f, const uint8_t *data, uint32_t n) {
  drop_input(f);
  if (f->unbuffered) return host_write(f, data, n);
  if (f->out_n + n > IO_BUFFER_SIZE && !binary_flush(f)) return false;
  if (n >= IO_BUFFER_SIZE) return host_write(f, data, n);
  if (!need_buffer(&f->out)) return false;
  memcpy(f->out + f->out_n, data, n);
  f->out_n += n;
  return true;
}

static void free_buffers(BinaryFile *f) {
  if (f->in) mem_free(f->in, IO_BUFFER_SIZE);
  if (f->out) mem_free(f->out, IO_BUFFER_SIZE);
  f->in = f->out = NULL;
  f->in_at = f->in_n = f->out_n = 0;
}

bool binary_close(BinaryFile *f) {
  if (f->closed) return true;
  bool ok = binary_flush(f);
  f->closed = true;
  f->host->close(f);
  free_buffers(f);
  return ok;
}

int64_t binary_tell(BinaryFile *f) { return (int64_t)(f->offset - (f->in_n - f->in_at) + f->out_n); }

bool binary_seek(BinaryFile *f, int64_t offset, int whence, int64_t *result) {
  if (!binary_seekable(f)) {
    raise_os_error(29, UNSET);
    return false;
  }
  int64_t base = whence == 1 ? binary_tell(f) : 0;
  if (!binary_flush(f)) return false;
  if (whence == 2 && (base = f->host->size(f)) < 0) {
    raise_platform_error((int)base, UNSET);
    return false;
  }
  int64_t target;
  if (__builtin_add_overflow(base, offset, &target) || target < 0) {
    raise_os_error(22, UNSET);
    return false;
  }
  drop_input(f);
  f->offset = (uint64_t)target;
  *result = target;
  return true;
}

bool binary_truncate(BinaryFile *f, uint64_t size) {
  if (!binary_flush(f)) return false;
  if (!binary_seekable(f)) {
    raise_os_error(22, UNSET);
    return false;
  }
  int error = f->host->truncate(f, size);
  if (error < 0) raise_platform_error(error, UNSET);
  return error == 0;
}

/* ------------------------------------------------------------------- reading */
typedef struct ByteBuffer {
  uint8_t *data;
  uint32_t size, capacity;
} ByteBuffer;

static bool grow(ByteBuffer *b, uint32_t limit) {
  uint32_t larger = b->capacity > limit / 2 ? limit : b->capacity * 2;
  uint8_t *moved = larger > 0x7FFFFFFF || larger == b->capacity ? NULL : mem_realloc(b->data, b->capacity, larger);
  if (!moved) {
    raise_memory_error();
    return false;
  }
  b->data = moved;
  b->capacity = larger;
  return true;
}

/* How much to have room for: of a file, what is left of it and a byte more, so that its end shows. */
static uint32_t expected_size(BinaryFile *f, uint32_t n) {
  int64_t expected = IO_BUFFER_SIZE;
  if (binary_seekable(f)) {
    int64_t left = f->host->size(f) - binary_tell(f);
    if (left >= expected && left < 0x7FFFFFFF) expected = left + 1;
  }
  return expected < n ? (uint32_t)expected : n;
}

Value binary_read(BinaryFile *f, uint32_t n, bool once) {
  uint32_t room = expected_size(f, n);
  ByteBuffer b = {mem_alloc(room ? room : 1), 0, room ? room : 1};
  if (!b.data) return raise_memory_error();
  bool ok = true;
  while (ok && b.size < n) {
    if (b.size == b.capacity && !(ok = grow(&b, n))) break;
    int64_t got = binary_read_some(f, b.data + b.size, b.capacity - b.size < n - b.size ? b.capacity - b.size : n - b.size);
    ok = got >= 0;
    if (got > 0) b.size += (uint32_t)got;
    if (got == 0 || once) break;
  }
  Value result = ok ? bytes_new(b.data, b.size) : RAISED;
  mem_free(b.data, b.capacity);
  return result;
}

Value binary_readline(BinaryFile *f, uint32_t limit) {
  StrBuf b; /* of bytes */
  buf_init(&b);
  while (b.size < limit && !b.failed) {
    uint8_t one;
    uint8_t *start = &one, *end;
    uint32_t part = f->in_n - f->in_at;
    if (part) {
      start = f->in + f->in_at;
      if (part > limit - b.size) part = limit - b.size;
      if ((end = memchr(start, '\n', part))) part = (uint32_t)(end - start) + 1;
      f->in_at += part;
    } else {
      int64_t got = binary_read_some(f, &one, 1);
      if (got < 0) {
        buf_discard(&b);
        return RAISED;
      }
      if (got == 0) break;
      part = 1;
    }
    buf_write(&b, (char *)start, part);
    if (start[part - 1] == '\n') break;
  }
  Value line = b.failed ? raise_memory_error() : bytes_new((uint8_t *)b.data, b.size);
  buf_discard(&b);
  return line;
}
