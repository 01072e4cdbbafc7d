/* io_open.c: open(). */
#include "instance.h"
#include "io.h"
#include "ops.h"
#include "text.h"

/* ---------------------------------------------------------------------- paths */
static bool has_nul(Value path) {
  if (has_tag(path, T_STR)) return memchr(((Str *)as_obj(path))->data, 0, ((Str *)as_obj(path))->size);
  return memchr(((Bytes *)as_obj(path))->data, 0, ((Bytes *)as_obj(path))->size);
}

/* A str or bytes without its subclass; UNSET for anything else. Borrowed. */
static Value plain_path(Value v) {
  Value u = has_tag(v, T_INSTANCE) ? unwrap(v) : v;
  return has_tag(u, T_STR) || has_tag(u, T_BYTES) ? u : UNSET;
}

static Value path_protocol(Value v) {
  Value method = lookup_special(v, S(__fspath__));
  if (method == RAISED) return RAISED;
  if (method == UNSET) return raise_error(&TypeError_class, "expected str, bytes or os.PathLike object, not %T", v);
  Value path = call0(method);
  decref(method);
  if (path == RAISED || plain_path(path) != UNSET) return path;
  raise_error(&TypeError_class, "expected %T.__fspath__() to return str or bytes, not %T", v, path);
  decref(path);
  return RAISED;
}

Value path_value(Value v) {
  Value path = plain_path(v) == UNSET ? path_protocol(v) : incref(v);
  if (path == RAISED) return RAISED;
  Value plain = incref(plain_path(path));
  decref(path);
  if (!has_nul(plain)) return plain;
  decref(plain);
  return raise_error(&ValueError_class, "embedded null byte");
}

/* ----------------------------------------------------------------------- mode */
typedef struct Mode {
  bool create, read, write, append, plus, text, binary;
  uint32_t flags; /* PLATFORM_* */
} Mode;

static bool parse_mode(const Str *text, Mode *m) {
  static const char letters[] = "xrwa+tb";
  *m = (Mode){0};
  bool *const fields[] = {&m->create, &m->read, &m->write, &m->append, &m->plus, &m->text, &m->binary};
  for (uint32_t i = 0; i < text->size; i++) {
    const char *at = text->data[i] ? strchr(letters, text->data[i]) : NULL;
    if (!at || *fields[at - letters]) {
      raise_error(&ValueError_class, "invalid mode: '%N'", text);
      return false;
    }
    *fields[at - letters] = true;
  }
  if (m->text && m->binary) {
    raise_error(&ValueError_class, "can't have text and binary mode at once");
    return false;
  }
  if (m->create + m->read + m->write + m->append > 1) {
    raise_error(&ValueError_class, "must have exactly one of create/read/write/append mode");
    return false;
  }
  m->flags = (m->read || m->plus ? PLATFORM_READ : 0) | (!m->read || m->plus ? PLATFORM_WRITE : 0) |
             (m->create || m->write || m->append ? PLATFORM_CREATE : 0) | (m->create ? PLATFORM_EXCLUSIVE : 0) |
             (m->write ? PLATFORM_TRUNCATE : 0);
  return true;
}

static const char *binary_mode_name(const Mode *m) {
  if (m->create) return m->plus ? "xb+" : "xb";
  if (m->append) return m->plus ? "ab+" : "ab";
  return m->plus ? "rb+" : m->read ? "rb" : "wb";
}

static bool check_binary_options(const Mode *m, const Value *slots) {
  static const char *const names[] = {"an encoding", "an errors", "a newline"};
  for (int i = 0; m->binary && i < 3; i++) {
    if (slots[3 + i] == UNSET || slots[3 + i] == NONE) continue;
    raise_error(&ValueError_class, "binary mode doesn't take %s argument", names[i]);
    return false;
  }
  return true;
}

/* ----------------------------------------------------------------- host files */
static int64_t disk_read(BinaryFile *f, uint8_t *out, uint32_t n) { return platform_read_at(f->handle, out, n, f->offset); }
static int64_t disk_write(BinaryFile *f, const uint8_t *data, uint32_t n) {
  return platform_write_at(f->handle, data, n, f->offset);
}
static int64_t disk_size(BinaryFile *f) {
  PlatformStat s;
  int error = platform_fstat(f->handle, &s);
  return error < 0 ? error : (int64_t)s.size;
}
static int disk_truncate(BinaryFile *f, uint64_t size) { return platform_truncate(f->handle, size); }
static void disk_close(BinaryFile *f) { platform_close(f->handle); }
static const BinaryHost disk_host = {disk_read, disk_write, disk_size, disk_truncate, disk_close};

static int open_path(Value path, uint32_t flags) {
  const char *text = has_tag(path, T_STR) ? ((Str *)as_obj(path))->data : (char *)((Bytes *)as_obj(path))->data;
  uint32_t n = has_tag(path, T_STR) ? ((Str *)as_obj(path))->size : ((Bytes *)as_obj(path))->size;
  if (!n) return -2;
  int handle = platform_open(text, n, flags);
  if (handle < 0) return handle;
  PlatformStat s;
  if (platform_fstat(handle, &s) == 0 && (s.mode & 0170000) == 0040000) {
    platform_close(handle);
    return -21;
  }
  return handle;
}

static Value open_file(Class *cls, Value file, const Mode *m) {
  Value path = path_value(file);
  if (path == RAISED) return RAISED;
  int handle = open_path(path, m->flags);
  decref(path);
  if (handle < 0) return raise_platform_error(handle, file);
  Value v = binary_file_new(cls, &disk_host, handle, m->flags, file, binary_mode_name(m));
  if (v == RAISED) {
    platform_close(handle);
    return RAISED;
  }
  BinaryFile *f = as_binary_file(v);
  f->append = m->append;
  int64_t size = m->append ? disk_size(f) : 0;
  if (size > 0) f->offset = (uint64_t)size;
  return v;
}

/* open(0), open(1), open(2): the standard streams. */
static Value open_descriptor(int64_t fd, Value file, const Mode *m) {
  if (fd < 0) return raise_error(&ValueError_class, "negative file descriptor");
  Value stream = fd == 0 ? standard_input() : fd <= 2 ? standard_output((int)fd) : raise_os_error(9, UNSET);
  if (stream == RAISED) return RAISED;
  const BinaryHost *host = as_binary_file(as_text_file(stream)->buffer)->host;
  bool fits = m->flags & PLATFORM_WRITE ? host->write != NULL : host->read != NULL;
  if (!fits || m->plus) return raise_os_error(m->plus ? 29 : 9, UNSET);
  Class *cls = host->write ? &buffered_writer_class : &buffered_reader_class;
  return binary_file_new(cls, host, (int32_t)fd, m->flags, file, binary_mode_name(m));
}

/* ----------------------------------------------------------------------- open */
enum { FILE_, MODE, BUFFERING, ENCODING, ERRORS, NEWLINE, CLOSEFD, OPENER };

static bool check_str(Value v, const char *name, bool optional) {
  if (v == UNSET || as_str(v) || (optional && v == NONE)) return true;
  raise_error(&TypeError_class, optional ? "open() argument '%s' must be str or None, not %T" : "open() argument '%s' must be str, not %T",
              name, v);
  return false;
}

static bool check_arguments(const Value *slots, int64_t *buffering, Mode *m) {
  *buffering = -1;
  if (!check_str(slots[MODE], "mode", false)) return false;
  if (slots[BUFFERING] != UNSET && !op_index(slots[BUFFERING], buffering)) return false;
  if (!check_str(slots[ENCODING], "encoding", true) || !check_str(slots[ERRORS], "errors", true) ||
      !check_str(slots[NEWLINE], "newline", true))
    return false;
  if (slots[MODE] == UNSET) *m = (Mode){.read = true, .flags = PLATFORM_READ};
  else if (!parse_mode(as_str(slots[MODE]), m)) return false;
  if (!check_binary_options(m, slots)) return false;
  if (m->create + m->read + m->write + m->append == 0) {
    raise_error(&ValueError_class, "Must have exactly one of create/read/write/append mode and at most one plus");
    return false;
  }
  if (slots[OPENER] != UNSET && slots[OPENER] != NONE) {
    raise_error(&NotImplementedError_class, "open() with an opener is not supported");
    return false;
  }
  return true;
}

static Value open_binary(const Value *slots, const Mode *m, bool raw) {
  Class *cls = raw       ? &fileio_class
               : m->plus ? &buffered_random_class
               : m->read ? &buffered_reader_class
                         : &buffered_writer_class;
  Value file = slots[FILE_], i = as_int(file);
  if (i != UNSET) {
    int64_t fd;
    return op_index(file, &fd) ? open_descriptor(fd, file, m) : RAISED;
  }
  int keep_open = slots[CLOSEFD] == UNSET ? 1 : op_truth_slow(slots[CLOSEFD]);
  if (keep_open < 0) return RAISED;
  if (!keep_open) return raise_error(&ValueError_class, "Cannot use closefd=False with file name");
  return open_file(cls, file, m);
}

static Value text_option(Value v, const char *otherwise) {
  return v == UNSET || v == NONE ? str_from_cstr(otherwise) : incref(v);
}

static Value open_text(const Value *slots, Value buffer, bool line_buffering) {
  Value encoding = text_option(slots[ENCODING], "UTF-8"), errors = text_option(slots[ERRORS], "strict");
  Value mode = slots[MODE] == UNSET ? str_from_cstr("r") : incref(slots[MODE]);
  Value file = RAISED;
  if (encoding == RAISED || errors == RAISED || mode == RAISED) decref(buffer);
  else file = text_file_new(buffer, encoding, errors, slots[NEWLINE] == UNSET ? NONE : slots[NEWLINE], mode);
  if (file != RAISED) as_text_file(file)->line_buffering = line_buffering;
  decref(encoding);
  decref(errors);
  decref(mode);
  return file;
}

static Value builtin_open(Value self, Value *slots) {
  (void)self;
  int64_t buffering;
  Mode m;
  if (!check_arguments(slots, &buffering, &m)) return RAISED;
  Value buffer = open_binary(slots, &m, m.binary && buffering == 0);
  if (buffer == RAISED || m.binary) return buffer;
  if (buffering == 0) {
    decref(buffer);
    return raise_error(&ValueError_class, "can't have unbuffered text I/O");
  }
  return open_text(slots, buffer, buffering == 1 || (buffering < 0 && binary_isatty(as_binary_file(buffer))));
}

static Value get_text_file_class(void) { return class_value(&text_file_class); }
static Value get_fileio_class(void) { return class_value(&fileio_class); }
static Value get_buffered_reader_class(void) { return class_value(&buffered_reader_class); }
static Value get_buffered_writer_class(void) { return class_value(&buffered_writer_class); }
static Value get_buffered_random_class(void) { return class_value(&buffered_random_class); }

FUNCTION(builtins, open, CALL_KW, 1, 8, "file,mode,buffering,encoding,errors,newline,closefd,opener", builtin_open)
FUNCTION(_io, open, CALL_KW, 1, 8, "file,mode,buffering,encoding,errors,newline,closefd,opener", builtin_open)
CONSTANT(_io, TextIOWrapper, get_text_file_class)
CONSTANT(_io, FileIO, get_fileio_class)
CONSTANT(_io, BufferedReader, get_buffered_reader_class)
CONSTANT(_io, BufferedWriter, get_buffered_writer_class)
CONSTANT(_io, BufferedRandom, get_buffered_random_class)
