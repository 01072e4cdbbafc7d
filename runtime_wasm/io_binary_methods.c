/* io_binary_methods.c: the methods of FileIO, BufferedReader, BufferedWriter and BufferedRandom. */
#include "io.h"
#include "ops.h"

static BinaryFile *file_of(Value v) { return as_binary_file(v); }

/* CPython words the refusal by method and by class; `operation` is "read of", "write to", ... */
static bool check_open(BinaryFile *f, const char *operation) {
  if (!f->closed) return true;
  if (f->unbuffered || !operation) return binary_check_open(f);
  raise_error(&ValueError_class, "%s closed file", operation);
  return false;
}

/* The methods that FileIO and the buffered classes inherit. */
static bool check_open_base(BinaryFile *f) {
  if (!f->closed) return true;
  raise_error(&ValueError_class, "I/O operation on closed file.");
  return false;
}

static bool refuse(BinaryFile *f, const char *unbuffered, const char *buffered) {
  raise_unsupported(f->unbuffered ? unbuffered : buffered);
  return false;
}

static bool check_readable(BinaryFile *f, const char *operation, const char *name) {
  if (f->unbuffered && !binary_check_open(f)) return false;
  if (!f->readable) return refuse(f, "File not open for reading", name);
  return check_open(f, operation);
}

static bool check_writable(BinaryFile *f) {
  if (f->unbuffered && !binary_check_open(f)) return false;
  if (!f->writable) return refuse(f, "File not open for writing", "write");
  return check_open(f, "write to");
}

/* ------------------------------------------------------------------- reading */
/* An optional size argument: absent, None and -1 mean everything. */
static bool read_size(Value v, uint32_t *n) {
  *n = UINT32_MAX;
  if (v == UNSET || v == NONE) return true;
  int64_t i;
  if (!op_index_clamp(v, &i)) {
    if (!exc_matches(&TypeError_class)) return false;
    exc_clear();
    raise_error(&TypeError_class, "argument should be integer or None, not '%T'", v);
    return false;
  }
  if (i >= 0) *n = i > UINT32_MAX - 1 ? UINT32_MAX - 1 : (uint32_t)i;
  if (i < -1) raise_error(&ValueError_class, "read length must be non-negative or -1");
  return i >= -1;
}

static Value file_read(Value self, Value *args, uint32_t n_args) {
  uint32_t n;
  if (!check_readable(file_of(self), "read of", "read") || !read_size(n_args ? args[0] : UNSET, &n)) return RAISED;
  return binary_read(file_of(self), n, file_of(self)->unbuffered && n != UINT32_MAX);
}

static Value file_read1(Value self, Value *args, uint32_t n_args) {
  int64_t n = -1;
  if (!check_readable(file_of(self), "read of", "read1") || (n_args && !op_index_clamp(args[0], &n))) return RAISED;
  return binary_read(file_of(self), n < 0 || n > INT32_MAX ? IO_BUFFER_SIZE : (uint32_t)n, true);
}

static Value file_readall(Value self) {
  return check_readable(file_of(self), NULL, "read") ? binary_read(file_of(self), UINT32_MAX, false) : RAISED;
}

static Value file_readline(Value self, Value *args, uint32_t n_args) {
  int64_t n = -1;
  if (n_args && args[0] != NONE && !op_index_clamp(args[0], &n)) return RAISED;
  if (!check_readable(file_of(self), "readline of", "read")) return RAISED;
  return binary_readline(file_of(self), n < 0 || n > UINT32_MAX ? UINT32_MAX : (uint32_t)n);
}

/* The next line; DONE at the end of the file. */
static Value next_line(BinaryFile *f) {
  Value line = binary_readline(f, UINT32_MAX);
  if (line == RAISED || ((Bytes *)as_obj(line))->size) return line;
  decref(line);
  return DONE;
}

static Value file_next(Value self) {
  return check_readable(file_of(self), "readline of", "read") ? next_line(file_of(self)) : RAISED;
}

static Value file_readlines(Value self, Value *args, uint32_t n_args) {
  int64_t hint = 0, total = 0;
  if (n_args && args[0] != NONE && !op_index_clamp(args[0], &hint)) return RAISED;
  if (!check_open_base(file_of(self)) || !check_readable(file_of(self), NULL, "read")) return RAISED;
  Value lines = list_new(0), line;
  if (lines == RAISED) return RAISED;
  while ((hint <= 0 || total <= hint) && (line = next_line(file_of(self))) != DONE) {
    if (line != RAISED) total += ((Bytes *)as_obj(line))->size;
    if (line == RAISED || !list_append((List *)as_obj(lines), line)) {
      decref(lines);
      return RAISED;
    }
  }
  return lines;
}

/* ------------------------------------------------------------------- writing */
static Value file_write(Value self, Value arg) {
  BinaryFile *f = file_of(self);
  const uint8_t *data;
  uint32_t n;
  bool reader = !f->unbuffered && !f->writable;
  if (reader) return raise_unsupported("write");
  if (!buffer_view(arg, &data, &n)) return raise_error(&TypeError_class, "a bytes-like object is required, not '%T'", arg);
  if (!check_writable(f)) return RAISED;
  return binary_write_all(f, data, n) ? small_int_value((int64_t)n) : RAISED;
}

static Value file_writelines(Value self, Value arg) {
  if (!check_open_base(file_of(self))) return RAISED;
  Value it = op_iter(arg), item;
  if (it == RAISED) return RAISED;
  while ((item = op_next_slow(it)) != DONE) {
    Value n = item == RAISED ? RAISED : file_write(self, item);
    if (item != RAISED) decref(item);
    if (n == RAISED) {
      decref(it);
      return RAISED;
    }
    decref(n);
  }
  decref(it);
  return NONE;
}

static Value file_flush(Value self) {
  BinaryFile *f = file_of(self);
  bool inherited = f->unbuffered || !f->writable;
  if (inherited ? !check_open_base(f) : !check_open(f, "flush of")) return RAISED;
  return binary_flush(f) ? NONE : RAISED;
}

static Value file_close(Value self) { return binary_close(file_of(self)) ? NONE : RAISED; }

static Value file_truncate(Value self, Value *args, uint32_t n_args) {
  BinaryFile *f = file_of(self);
  if (!check_open(f, "truncate of")) return RAISED;
  if (!f->writable) return refuse(f, "File not open for writing", "truncate"), RAISED;
  int64_t size = binary_tell(f);
  if (n_args && args[0] != NONE && !op_index(args[0], &size)) return RAISED;
  if (size < 0) return raise_os_error(22, UNSET);
  return binary_truncate(f, (uint64_t)size) ? int_from_i64(size) : RAISED;
}

/* ------------------------------------------------------------------ position */
static Value file_tell(Value self) {
  if (!binary_check_open(file_of(self))) return RAISED;
  if (!binary_seekable(file_of(self))) return raise_os_error(29, UNSET);
  return int_from_i64(binary_tell(file_of(self)));
}

static Value file_seek(Value self, Value *args, uint32_t n_args) {
  int64_t offset, whence = 0, result;
  if (n_args > 1 && !op_index(args[1], &whence)) return RAISED;
  if (whence < 0 || whence > 2) return raise_error(&ValueError_class, "whence value %D unsupported", whence);
  if (!check_open(file_of(self), "seek of") || !op_index(args[0], &offset)) return RAISED;
  return binary_seek(file_of(self), offset, (int)whence, &result) ? int_from_i64(result) : RAISED;
}

/* ------------------------------------------------------------------ properties */
static Value file_readable(Value self) {
  BinaryFile *f = file_of(self);
  if (!f->unbuffered && !f->readable) return FALSE_;
  return binary_check_open(f) ? bool_value(f->readable) : RAISED;
}
static Value file_writable(Value self) {
  BinaryFile *f = file_of(self);
  if (!f->unbuffered && !f->writable) return FALSE_;
  return binary_check_open(f) ? bool_value(f->writable) : RAISED;
}
static Value file_seekable(Value self) { return binary_check_open(file_of(self)) ? bool_value(binary_seekable(file_of(self))) : RAISED; }
static Value file_isatty(Value self) { return binary_check_open(file_of(self)) ? bool_value(binary_isatty(file_of(self))) : RAISED; }
static Value file_fileno(Value self) {
  return binary_check_open(file_of(self)) ? small_int_value(binary_fileno(file_of(self))) : RAISED;
}
static Value file_closed(Value self) { return bool_value(file_of(self)->closed); }
static Value file_name(Value self) { return incref(file_of(self)->name); }
static Value file_mode(Value self) { return str_from_cstr(file_of(self)->mode); }
static Value file_raw(Value self) { return incref(self); }
static Value file_enter(Value self) { return check_open_base(file_of(self)) ? incref(self) : RAISED; }
static Value file_iter(Value self) { return check_open_base(file_of(self)) ? incref(self) : RAISED; }
static Value file_exit(Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  return file_close(self);
}

static Value file_repr(Value self) {
  BinaryFile *f = file_of(self);
  if (f->unbuffered && f->closed) return str_from_cstr("<_io.FileIO [closed]>");
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<");
  buf_cstr(&b, f->h.cls->name);
  buf_cstr(&b, " name=");
  bool ok = buf_repr(&b, f->name);
  if (f->unbuffered) {
    buf_cstr(&b, " mode='");
    buf_cstr(&b, f->mode);
    buf_cstr(&b, binary_seekable(f) ? "' closefd=True" : "' closefd=False");
  }
  buf_cstr(&b, ">");
  if (ok) return buf_finish(&b);
  buf_discard(&b);
  return RAISED;
}

/* -------------------------------------------------------------------- classes */
static void file_dealloc(Obj *o) {
  BinaryFile *f = (BinaryFile *)o;
  Value failure = exc_pending() ? exc_take() : UNSET;
  if (!binary_close(f)) exc_unraisable(UNSET);
  if (failure != UNSET) exc_restore(failure);
  decref(f->name);
  obj_release(o, sizeof *f);
}

#define FILE_SLOTS {.dealloc = file_dealloc, .repr = file_repr, .iter = file_iter, .next = file_next}
static const Slots fileio_slots = FILE_SLOTS;
static const Slots buffered_reader_slots = FILE_SLOTS;
static const Slots buffered_writer_slots = FILE_SLOTS;
static const Slots buffered_random_slots = FILE_SLOTS;
static const Slots binary_base_slots = FILE_SLOTS;
CLASS_DEFINE(binary_base, "_io._BufferedIOBase", T_OTHER, 0, &object_class)
CLASS_DEFINE(fileio, "_io.FileIO", T_OTHER, 0, &binary_base_class)
CLASS_DEFINE(buffered_reader, "_io.BufferedReader", T_OTHER, 0, &binary_base_class)
CLASS_DEFINE(buffered_writer, "_io.BufferedWriter", T_OTHER, 0, &binary_base_class)
CLASS_DEFINE(buffered_random, "_io.BufferedRandom", T_OTHER, 0, &binary_base_class)

METHOD(binary_base, read, CALL_ANY, 0, 1, 0, file_read)
METHOD(binary_base, read1, CALL_ANY, 0, 1, 0, file_read1)
METHOD(binary_base, readline, CALL_ANY, 0, 1, 0, file_readline)
METHOD(binary_base, readlines, CALL_ANY, 0, 1, 0, file_readlines)
METHOD(binary_base, write, CALL_ONE, 1, 1, 0, file_write)
METHOD(binary_base, writelines, CALL_ONE, 1, 1, 0, file_writelines)
METHOD(binary_base, flush, CALL_NONE, 0, 0, 0, file_flush)
METHOD(binary_base, close, CALL_NONE, 0, 0, 0, file_close)
METHOD(binary_base, tell, CALL_NONE, 0, 0, 0, file_tell)
METHOD(binary_base, seek, CALL_ANY, 1, 2, 0, file_seek)
METHOD(binary_base, truncate, CALL_ANY, 0, 1, 0, file_truncate)
METHOD(binary_base, readable, CALL_NONE, 0, 0, 0, file_readable)
METHOD(binary_base, writable, CALL_NONE, 0, 0, 0, file_writable)
METHOD(binary_base, seekable, CALL_NONE, 0, 0, 0, file_seekable)
METHOD(binary_base, isatty, CALL_NONE, 0, 0, 0, file_isatty)
METHOD(binary_base, fileno, CALL_NONE, 0, 0, 0, file_fileno)
METHOD(binary_base, __enter__, CALL_NONE, 0, 0, 0, file_enter)
METHOD(binary_base, __exit__, CALL_ANY, 0, 255, 0, file_exit)
METHOD(fileio, readall, CALL_NONE, 0, 0, 0, file_readall)
GETTER(binary_base, closed, file_closed)
GETTER(binary_base, name, file_name)
GETTER(binary_base, mode, file_mode)
GETTER(binary_base, raw, file_raw)
