/* io_streams.c: sys.stdin, sys.stdout and sys.stderr: the streams of the host, and what the program made of them. */
#include "io.h"
#include "ops.h"

static Value streams[3] = {UNSET, UNSET, UNSET};
static bool ending; /* the program is over: its assignments to sys.stdout no longer count */

static int64_t stream_read(BinaryFile *f, uint8_t *out, uint32_t n) { return platform_stream_read(f->handle, out, n); }
static int64_t stream_write(BinaryFile *f, const uint8_t *data, uint32_t n) {
  int error = platform_stream_write(f->handle, data, n);
  return error < 0 ? error : (int64_t)n;
}
static void stream_close(BinaryFile *f) { (void)f; /* the host's */ }

static const BinaryHost input_host = {.read = stream_read, .close = stream_close};
static const BinaryHost output_host = {.write = stream_write, .close = stream_close};

static Value make_stream(int fd, const BinaryHost *host) {
  static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
  Value name = str_from_cstr(names[fd]), encoding = str_from_cstr("utf-8"), newline = str_from_cstr("\n");
  Value errors = str_from_cstr(fd == 2 ? "backslashreplace" : "strict"), mode = str_from_cstr(fd ? "w" : "r");
  Value buffer = RAISED, file = RAISED;
  if (name != RAISED && encoding != RAISED && newline != RAISED && errors != RAISED && mode != RAISED)
    buffer = binary_file_new(fd ? &buffered_writer_class : &buffered_reader_class, host, fd, fd ? PLATFORM_WRITE : PLATFORM_READ, name,
                             fd ? "wb" : "rb");
  if (buffer != RAISED) file = text_file_new(buffer, encoding, errors, newline, mode);
  if (file != RAISED) as_text_file(file)->line_buffering = fd == 2 || platform_isatty(fd);
  decref(name);
  decref(encoding);
  decref(newline);
  decref(errors);
  decref(mode);
  return file;
}

Value standard_input(void) {
  if (streams[0] == UNSET) {
    Value file = make_stream(0, &input_host);
    if (file == RAISED) return RAISED;
    streams[0] = file;
  }
  return streams[0];
}

Value standard_output(int fd) {
  if (streams[fd] == UNSET) {
    Value file = make_stream(fd, &output_host);
    if (file == RAISED) return RAISED;
    streams[fd] = file;
  }
  return streams[fd];
}

/* The variable of the sys module, once that is imported; NULL: the program has no sys. */
static Value *system_variable(int fd) {
  static Value *variables[3];
  static Module *sys;
  if (variables[fd]) return variables[fd];
  if (!sys && !(sys = module_find(S(sys)))) return NULL;
  if (sys->state != 2) return NULL;
  Str *const names[] = {S(stdin), S(stdout), S(stderr)};
  int32_t slot = module_slot(sys, names[fd]);
  return slot < 0 ? NULL : (variables[fd] = &sys->globals[slot]);
}

Value system_input(void) {
  Value *v = ending ? NULL : system_variable(0);
  return v ? *v : standard_input();
}

Value system_output(int fd) {
  Value *v = ending ? NULL : system_variable(fd);
  return v ? *v : standard_output(fd);
}

/* ----------------------------------------------------------------- at the end */
static bool flush_stream(Value stream) {
  if (stream == UNSET || stream == NONE) return true;
  if (is_text_file(stream)) return as_binary_file(as_text_file(stream)->buffer)->closed || text_flush(as_text_file(stream));
  Value done = call_name0(stream, S(flush));
  if (done == RAISED) return false;
  decref(done);
  return true;
}

static bool was_used(int fd) { return !ending && system_variable(fd) ? true : streams[fd] != UNSET; }

bool flush_standard_streams(void) {
  bool ok = true;
  if (was_used(1)) {
    Value out = incref(system_output(1));
    ok = out != RAISED && flush_stream(out);
    if (!ok) exc_unraisable(out == RAISED ? UNSET : out);
    if (out != RAISED) decref(out);
  }
  if (was_used(2)) {
    Value err = incref(system_output(2));
    if (err == RAISED || !flush_stream(err)) exc_clear();
    decref(err);
  }
  return ok;
}

void restore_standard_streams(void) { ending = true; }

void release_standard_streams(void) {
  for (int fd = 0; fd < 3; fd++) {
    Value stream = streams[fd];
    streams[fd] = UNSET;
    decref(stream);
  }
}
