/* io_text_methods.c: the methods of _io.TextIOWrapper. */
#include "instance.h"
#include "io.h"
#include "ops.h"
#include "text.h"

static TextFile *file_of(Value v) { return as_text_file(v); }
static BinaryFile *buffer_of(Value v) { return as_binary_file(as_text_file(v)->buffer); }

static bool check_open(Value self) {
  if (!buffer_of(self)->closed) return true;
  raise_error(&ValueError_class, "I/O operation on closed file.");
  return false;
}

static bool check_readable(Value self) {
  if (!check_open(self)) return false;
  if (buffer_of(self)->readable) return true;
  raise_unsupported("not readable");
  return false;
}

static bool check_seekable(Value self) {
  if (!check_open(self)) return false;
  if (binary_seekable(buffer_of(self))) return true;
  raise_unsupported("underlying stream is not seekable");
  return false;
}

/* ------------------------------------------------------------------- reading */
static Value text_file_read(Value self, Value *args, uint32_t n_args) {
  int64_t n = -1;
  if (n_args && args[0] != NONE) {
    Value i = op_index_value(args[0]);
    if (i == RAISED && exc_matches(&TypeError_class)) {
      exc_clear();
      return raise_error(&TypeError_class, "argument should be integer or None, not '%T'", args[0]);
    }
    if (i == RAISED) return RAISED;
    decref(i);
    if (!op_index(args[0], &n)) return RAISED;
  }
  return check_readable(self) ? text_read(file_of(self), n) : RAISED;
}

static Value text_file_readline(Value self, Value *args, uint32_t n_args) {
  int64_t limit = -1;
  if (n_args && !op_index(args[0], &limit)) return RAISED;
  return check_readable(self) ? text_readline(file_of(self), limit) : RAISED;
}

/* The next line; DONE at the end of the file. */
static Value next_line(Value self) {
  Value line = text_readline(file_of(self), -1);
  if (line == RAISED || ((Str *)as_obj(line))->size) return line;
  decref(line);
  return DONE;
}

static Value text_file_next(Value self) {
  if (!check_readable(self)) return RAISED;
  file_of(self)->no_tell = true;
  Value line = next_line(self);
  if (line == DONE) file_of(self)->no_tell = false;
  return line;
}

static Value text_file_readlines(Value self, Value *args, uint32_t n_args) {
  int64_t hint = 0, total = 0;
  if (n_args && args[0] != NONE && !op_index(args[0], &hint)) return RAISED;
  if (!check_readable(self)) return RAISED;
  Value lines = list_new(0), line;
  if (lines == RAISED) return RAISED;
  while ((hint <= 0 || total <= hint) && (line = next_line(self)) != DONE) {
    if (line != RAISED) total += ((Str *)as_obj(line))->length;
    if (line == RAISED || !list_append((List *)as_obj(lines), line)) {
      decref(lines);
      return RAISED;
    }
  }
  return lines;
}

/* ------------------------------------------------------------------- writing */
bool text_check_writable(TextFile *f) {
  if (!check_open(tagged(f, T_OTHER))) return false;
  if (as_binary_file(f->buffer)->writable) return true;
  raise_unsupported("not writable");
  return false;
}

static Value text_file_write(Value self, Value arg) {
  Str *s = as_str(arg);
  if (!s) return raise_error(&TypeError_class, "write() argument must be str, not %T", arg);
  if (!text_check_writable(file_of(self))) return RAISED;
  return text_write(file_of(self), s) ? small_int_value(s->length) : RAISED;
}

static Value text_file_writelines(Value self, Value arg) {
  if (!check_open(self)) return RAISED;
  Value it = op_iter(arg), item;
  if (it == RAISED) return RAISED;
  while ((item = op_next_slow(it)) != DONE) {
    Value written = item == RAISED ? RAISED : text_file_write(self, item);
    if (item != RAISED) decref(item);
    if (written == RAISED) {
      decref(it);
      return RAISED;
    }
  }
  decref(it);
  return NONE;
}

static Value text_file_flush(Value self) { return check_open(self) && text_flush(file_of(self)) ? NONE : RAISED; }

static Value text_file_close(Value self) { return text_close(file_of(self)) ? NONE : RAISED; }

static Value text_file_truncate(Value self, Value *args, uint32_t n_args) {
  if (!check_open(self)) return RAISED;
  BinaryFile *b = buffer_of(self);
  if (!text_flush(file_of(self))) return RAISED;
  if (!b->writable) return raise_unsupported("truncate");
  int64_t size = binary_tell(b);
  if (n_args && args[0] != NONE && !op_index(args[0], &size)) return RAISED;
  if (size < 0) return raise_os_error(22, UNSET);
  return binary_truncate(b, (uint64_t)size) ? int_from_i64(size) : RAISED;
}

/* ------------------------------------------------------------------ position */
static Value text_file_tell(Value self) {
  if (!check_seekable(self)) return RAISED;
  if (file_of(self)->no_tell) return raise_error(&OSError_class, "telling position disabled by next() call");
  int64_t at = text_tell(file_of(self));
  return at < 0 ? RAISED : int_from_i64(at);
}

static Value seek_to(TextFile *f, int64_t offset, int whence) {
  int64_t at;
  if (!text_flush(f) || !binary_seek(as_binary_file(f->buffer), offset, whence, &at)) return RAISED;
  text_forget_input(f);
  f->no_tell = false;
  f->bom_done = at != 0;
  return int_from_i64(at);
}

static Value text_file_seek(Value self, Value *args, uint32_t n_args) {
  TextFile *f = file_of(self);
  int64_t offset, whence = 0;
  if (n_args > 1 && !op_index(args[1], &whence)) return RAISED;
  if (!check_seekable(self)) return RAISED;
  if (whence == 0 && as_int(args[0]) == UNSET) { /* CPython compares before it converts */
    Value negative = op_compare(CMP_LT, args[0], small_int_value(0));
    if (negative == RAISED) return RAISED;
    decref(negative);
  }
  if (!op_index(args[0], &offset)) return RAISED;
  switch (whence) {
    case 0:
      if (offset < 0) return raise_error(&ValueError_class, "negative seek position %R", args[0]);
      return seek_to(f, offset, 0);
    case 1:
      if (offset) return raise_unsupported("can't do nonzero cur-relative seeks");
      offset = text_tell(f);
      return offset < 0 ? RAISED : seek_to(f, offset, 0);
    case 2:
      return offset ? raise_unsupported("can't do nonzero end-relative seeks") : seek_to(f, 0, 2);
    default:
      return raise_error(&ValueError_class, "invalid whence (%D, should be 0, 1 or 2)", whence);
  }
}

/* -------------------------------------------------------------- configuration */
static Value string_option(Value v, const char *name, bool *ok) {
  *ok = v == UNSET || v == NONE || as_str(v);
  if (!*ok) raise_error(&TypeError_class, "reconfigure() argument '%s' must be str or None, not %T", name, v);
  return v == UNSET ? NONE : v;
}

static bool reconfigure_coding(TextFile *f, Value encoding, Value errors) {
  Value strict = str_from_cstr("strict");
  if (strict == RAISED) return false;
  if (errors == NONE) errors = encoding == NONE ? f->errors : strict;
  if (encoding == NONE) encoding = f->encoding;
  incref(encoding);
  incref(errors);
  bool ok = text_set_encoding(f, encoding, errors);
  decref(encoding);
  decref(errors);
  decref(strict);
  return ok;
}

/* slots: encoding, errors, newline, line_buffering, write_through */
static Value text_file_reconfigure(Value self, Value *slots) {
  TextFile *f = file_of(self);
  bool ok[3];
  Value encoding = string_option(slots[0], "encoding", &ok[0]);
  Value errors = ok[0] ? string_option(slots[1], "errors", &ok[1]) : RAISED;
  if (!ok[0] || !ok[1]) return RAISED;
  bool recode = encoding != NONE || errors != NONE || slots[2] != UNSET;
  if (recode && f->chunk.size)
    return raise_unsupported("It is not possible to set the encoding or newline of stream after the first read");
  string_option(slots[2], "newline", &ok[2]);
  if (!ok[2] || !text_flush(f)) return RAISED;
  if ((encoding != NONE || errors != NONE) && !reconfigure_coding(f, encoding, errors)) return RAISED;
  if (slots[2] != UNSET && !text_set_newline(f, slots[2])) return RAISED;
  bool *const flags[] = {&f->line_buffering, &f->write_through};
  for (int i = 0; i < 2; i++) {
    Value v = slots[3 + i];
    if (v == UNSET || v == NONE) continue;
    int truth = op_truth_slow(v);
    if (truth < 0) return RAISED;
    *flags[i] = truth;
  }
  return NONE;
}

/* ------------------------------------------------------------------ properties */
static bool check_buffer_open(Value self) { return binary_check_open(buffer_of(self)); }
static Value text_file_readable(Value self) {
  BinaryFile *b = buffer_of(self);
  return !b->readable ? FALSE_ : check_buffer_open(self) ? TRUE_ : RAISED;
}
static Value text_file_writable(Value self) {
  BinaryFile *b = buffer_of(self);
  return !b->writable ? FALSE_ : check_buffer_open(self) ? TRUE_ : RAISED;
}
static Value text_file_seekable(Value self) { return check_buffer_open(self) ? bool_value(binary_seekable(buffer_of(self))) : RAISED; }
static Value text_file_isatty(Value self) {
  return check_buffer_open(self) ? bool_value(binary_isatty(buffer_of(self))) : RAISED;
}
static Value text_file_fileno(Value self) {
  return check_buffer_open(self) ? small_int_value(binary_fileno(buffer_of(self))) : RAISED;
}
static Value text_file_closed(Value self) { return bool_value(buffer_of(self)->closed); }
static Value text_file_name(Value self) { return incref(buffer_of(self)->name); }
static Value text_file_mode(Value self) { return incref(file_of(self)->mode); }
static Value text_file_encoding(Value self) { return incref(file_of(self)->encoding); }
static Value text_file_errors(Value self) { return incref(file_of(self)->errors); }
static Value text_file_buffer(Value self) { return incref(file_of(self)->buffer); }
static Value text_file_line_buffering(Value self) { return bool_value(file_of(self)->line_buffering); }
static Value text_file_write_through(Value self) { return bool_value(file_of(self)->write_through); }
static Value text_file_enter(Value self) { return check_open(self) ? incref(self) : RAISED; }
static Value text_file_exit(Value self, Value *args, uint32_t n) {
  (void)args, (void)n;
  return text_file_close(self);
}
static Value text_file_iter(Value self) { return check_open(self) ? incref(self) : RAISED; }

/* None, the one kind of line end seen so far, or a tuple of them. */
static Value text_file_newlines(Value self) {
  static const char *const text[] = {"\r", "\n", "\r\n"};
  static const uint8_t bit[] = {SEEN_CR, SEEN_LF, SEEN_CRLF};
  Value seen[3];
  uint32_t n = 0;
  for (int i = 0; i < 3; i++) {
    if (!(file_of(self)->seen_newlines & bit[i])) continue;
    if ((seen[n] = str_from_cstr(text[i])) == RAISED) {
      release_args(seen, n);
      return RAISED;
    }
    n++;
  }
  if (n <= 1) return n ? seen[0] : NONE;
  return op_tuple(seen, n);
}

static Value text_file_repr(Value self) {
  TextFile *f = file_of(self);
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<_io.TextIOWrapper name=");
  bool ok = buf_repr(&b, buffer_of(self)->name);
  buf_cstr(&b, " mode=");
  ok = ok && buf_repr(&b, f->mode);
  buf_cstr(&b, " encoding=");
  ok = ok && buf_repr(&b, f->encoding);
  buf_cstr(&b, ">");
  if (ok) return buf_finish(&b);
  buf_discard(&b);
  return RAISED;
}

/* ---------------------------------------------------------------------- class */
static void text_file_dealloc(Obj *o) {
  TextFile *f = (TextFile *)o;
  Value failure = exc_pending() ? exc_take() : UNSET;
  if (!text_close(f)) exc_unraisable(UNSET);
  if (failure != UNSET) exc_restore(failure);
  decref(f->buffer);
  decref(f->encoding);
  decref(f->errors);
  decref(f->mode);
  if (f->codec_name) obj_decref(f->codec_name);
  buf_discard(&f->chunk);
  if (f->pending) mem_free(f->pending, IO_BUFFER_SIZE);
  obj_release(o, sizeof *f);
}

static const Slots text_file_slots = {
    .dealloc = text_file_dealloc,
    .repr = text_file_repr,
    .iter = text_file_iter,
    .next = text_file_next,
};
CLASS_DEFINE(text_file, "_io.TextIOWrapper", T_OTHER, 0, &object_class)

METHOD(text_file, read, CALL_ANY, 0, 1, 0, text_file_read)
METHOD(text_file, readline, CALL_ANY, 0, 1, 0, text_file_readline)
METHOD(text_file, readlines, CALL_ANY, 0, 1, 0, text_file_readlines)
METHOD(text_file, write, CALL_ONE, 1, 1, 0, text_file_write)
METHOD(text_file, writelines, CALL_ONE, 1, 1, 0, text_file_writelines)
METHOD(text_file, flush, CALL_NONE, 0, 0, 0, text_file_flush)
METHOD(text_file, close, CALL_NONE, 0, 0, 0, text_file_close)
METHOD(text_file, tell, CALL_NONE, 0, 0, 0, text_file_tell)
METHOD(text_file, seek, CALL_ANY, 1, 2, 0, text_file_seek)
METHOD(text_file, truncate, CALL_ANY, 0, 1, 0, text_file_truncate)
METHOD(text_file, reconfigure, CALL_KW, 0, 0, "encoding,errors,newline,line_buffering,write_through", text_file_reconfigure)
METHOD(text_file, readable, CALL_NONE, 0, 0, 0, text_file_readable)
METHOD(text_file, writable, CALL_NONE, 0, 0, 0, text_file_writable)
METHOD(text_file, seekable, CALL_NONE, 0, 0, 0, text_file_seekable)
METHOD(text_file, isatty, CALL_NONE, 0, 0, 0, text_file_isatty)
METHOD(text_file, fileno, CALL_NONE, 0, 0, 0, text_file_fileno)
METHOD(text_file, __enter__, CALL_NONE, 0, 0, 0, text_file_enter)
METHOD(text_file, __exit__, CALL_ANY, 0, 255, 0, text_file_exit)
GETTER(text_file, closed, text_file_closed)
GETTER(text_file, name, text_file_name)
GETTER(text_file, mode, text_file_mode)
GETTER(text_file, encoding, text_file_encoding)
GETTER(text_file, errors, text_file_errors)
GETTER(text_file, newlines, text_file_newlines)
GETTER(text_file, buffer, text_file_buffer)
GETTER(text_file, line_buffering, text_file_line_buffering)
GETTER(text_file, write_through, text_file_write_through)
