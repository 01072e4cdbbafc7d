/* builtins_print.c: print and input. */
#include "io.h"
#include "ops.h"
#include "text.h"

/* ---------------------------------------------------------------------- print */
typedef struct PrintOptions {
  Value sep, end, file, flush; /* borrowed; UNSET when absent */
} PrintOptions;

static bool read_options(PrintOptions *o, const Value *values, Value kwnames) {
  *o = (PrintOptions){UNSET, UNSET, UNSET, UNSET};
  Tuple *names = kwnames == NONE ? NULL : as_tuple(kwnames);
  for (uint32_t i = 0; names && i < names->n; i++) {
    const Str *name = as_str(names->items[i]);
    Value *slot = str_equal(name, S(sep))     ? &o->sep
                  : str_equal(name, S(end))   ? &o->end
                  : str_equal(name, S(file))  ? &o->file
                  : str_equal(name, S(flush)) ? &o->flush
                                              : NULL;
    if (!slot) {
      raise_error(&TypeError_class, "'%N' is an invalid keyword argument for print()", name);
      return false;
    }
    *slot = values[i];
  }
  return true;
}

/* A separator: NULL stands for the usual one. */
static bool read_separator(Value v, const char *name, Str **out) {
  *out = NULL;
  if (v == UNSET || v == NONE || (*out = as_str(v))) return true;
  raise_error(&TypeError_class, "%s must be None or a string, not %T", name, v);
  return false;
}

/* Any object with a write method. */
static bool write_to_object(Value file, Value text) {
  Value n = call_name1(file, S(write), text);
  if (n == RAISED) return false;
  decref(n);
  return true;
}

static bool write_text(Value file, const Str *s, const char *otherwise) {
  if (is_text_file(file)) {
    if (!text_check_writable(as_text_file(file))) return false;
    return s ? text_write(as_text_file(file), s) : text_write_utf8(as_text_file(file), otherwise, 1);
  }
  Value text = s ? str_ref((Str *)s) : str_new_ascii(otherwise, 1);
  if (text == RAISED) return false;
  bool ok = write_to_object(file, text);
  decref(text);
  return ok;
}

static bool write_small_int(TextFile *f, int64_t i) {
  char digits[24];
  uint32_t at = sizeof digits;
  uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
  do digits[--at] = (char)('0' + u % 10);
  while (u /= 10);
  if (i < 0) digits[--at] = '-';
  return text_write_utf8(f, digits + at, (uint32_t)sizeof digits - at);
}

static bool write_value(Value file, Value v) {
  if (has_tag(v, T_STR)) return write_text(file, (Str *)as_obj(v), NULL);
  if (is_small_int(v) && is_text_file(file))
    return text_check_writable(as_text_file(file)) && write_small_int(as_text_file(file), small_int(v));
  Value text = op_str(v);
  if (text == RAISED) return false;
  bool ok = has_tag(text, T_STR) ? write_text(file, (Str *)as_obj(text), NULL) : write_to_object(file, text);
  decref(text);
  return ok;
}

static bool print_all(Value file, Value *args, uint32_t n, Str *sep, Str *end) {
  for (uint32_t i = 0; i < n; i++) {
    if (i && !write_text(file, sep, " ")) return false;
    if (!write_value(file, args[i])) return false;
  }
  return write_text(file, end, "\n");
}

static bool flush_file(Value file) {
  Value done = call_name0(file, S(flush));
  if (done == RAISED) return false;
  decref(done);
  return true;
}

static Value builtin_print(Value self, Value *args, uint32_t n, Value kwnames) {
  (void)self;
  PrintOptions o;
  if (!read_options(&o, args + n, kwnames)) return RAISED;
  int flush = o.flush == UNSET ? 0 : op_truth_slow(o.flush);
  if (flush < 0) return RAISED;
  Value file = o.file == UNSET || o.file == NONE ? system_output(1) : o.file;
  if (file == RAISED) return RAISED;
  if (file == UNSET) return raise_error(&RuntimeError_class, "lost sys.stdout");
  if (file == NONE) return NONE;
  Str *sep, *end;
  if (!read_separator(o.sep, "sep", &sep) || !read_separator(o.end, "end", &end)) return RAISED;
  incref(file); /* a write method may assign sys.stdout */
  bool ok = print_all(file, args, n, sep, end) && (!flush || flush_file(file));
  decref(file);
  return ok ? NONE : RAISED;
}

/* ---------------------------------------------------------------------- input */
static Value lost(const char *name) { return raise_error(&RuntimeError_class, "input(): lost sys.%s", name); }

static bool is_lost(Value stream) { return stream == UNSET || stream == NONE; }

static Value line_of(Value file) {
  Value line = call_name0(file, S(readline));
  if (line == RAISED || as_str(line)) return line;
  decref(line);
  return raise_error(&TypeError_class, "object.readline() returned non-string");
}

static Value without_newline(Value line) {
  Str *s = as_str(line);
  if (s->size == 0) {
    decref(line);
    return raise_error(&EOFError_class, "EOF when reading a line");
  }
  if (s->data[s->size - 1] != '\n') return line;
  Value result = str_part(s, 0, s->size - 1);
  decref(line);
  return result;
}

static Value builtin_input(Value self, Value *args, uint32_t n) {
  (void)self;
  Value in = system_input(), out = system_output(1), err = system_output(2);
  if (in == RAISED || out == RAISED || err == RAISED) return RAISED;
  if (is_lost(in)) return lost("stdin");
  if (is_lost(out)) return lost("stdout");
  if (is_lost(err)) return lost("stderr");
  incref(in);
  incref(out);
  incref(err);
  if (!flush_file(err)) exc_clear();
  Value line = RAISED;
  bool asked = n == 0 || write_value(out, args[0]);
  if (asked) {
    if (!flush_file(out)) exc_clear();
    line = line_of(in);
  }
  decref(in);
  decref(out);
  decref(err);
  return line == RAISED ? RAISED : without_newline(line);
}

FUNCTION(builtins, print, CALL_RAW, 0, 0, 0, builtin_print)
FUNCTION(builtins, input, CALL_ANY, 0, 1, 0, builtin_input)
