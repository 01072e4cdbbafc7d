/* The constructors of bytes and bytearray. */
#include "bytes.h"
#include "sequence.h"
#include "text.h"

bool bytearray_collect(Bytearray *a, Value iterable, const char *what) {
  Value it = op_iter(iterable);
  if (it == RAISED) return false;
  for (;;) {
    Value item = op_next_slow(it);
    if (item == DONE || item == RAISED) {
      decref(it);
      return item == DONE;
    }
    uint8_t byte;
    bool ok = byte_argument(item, what, &byte) && bytearray_resize(a, a->size + 1);
    decref(item);
    if (!ok) {
      decref(it);
      return false;
    }
    a->data[a->size - 1] = byte;
  }
}

/* bytes(n): n zeros. */
static Value zeros(Value count_value) {
  Value number = op_index_value(count_value);
  if (number == RAISED) return RAISED;
  int64_t count;
  bool fits = int_to_i64(number, &count);
  decref(number);
  if (!fits)
    return raise_error(&OverflowError_class, "cannot fit '%T' into an index-sized integer", count_value);
  if (count < 0) return raise_error(&ValueError_class, "negative count");
  if (count > TEXT_SIZE_MAX) return raise_memory_error();
  Value result = bytearray_new(NULL, (uint32_t)count);
  if (result != RAISED && count > 0) memset(writable_data(result), 0, (uint32_t)count);
  return result;
}

static Value from_iterable(const char *type, Value source) {
  Value it = op_iter(source);
  if (it == RAISED) {
    if (!exc_matches(&TypeError_class)) return RAISED;
    exc_clear();
    return raise_error(&TypeError_class, "cannot convert '%T' object to %s", source, type);
  }
  Value result = bytearray_new(NULL, 0);
  const char *what = strcmp(type, "bytes") == 0 ? "bytes" : "byte";
  if (result != RAISED && !bytearray_collect((Bytearray *)as_obj(result), it, what)) {
    decref(result);
    result = RAISED;
  }
  decref(it);
  return result;
}

/* What __bytes__ of an instance gives; UNSET where it has none. */
static Value from_dunder(Value source) {
  Value method = has_tag(source, T_INSTANCE) ? lookup_special(source, S(__bytes__)) : UNSET;
  if (method == UNSET || method == RAISED) return method;
  Value result = call0(method);
  decref(method);
  if (result == RAISED || as_bytes(result) != NULL) {
    Value payload = result == RAISED ? RAISED : incref(unwrap(result));
    decref(result);
    return payload;
  }
  raise_error(&TypeError_class, "__bytes__ returned non-bytes (type %T)", result);
  decref(result);
  return RAISED;
}

static Value from_object(const char *type, Value source) {
  View view;
  Value result = strcmp(type, "bytes") == 0 ? from_dunder(source) : UNSET;
  if (result != UNSET) return result;
  if (as_str(source) != NULL) return raise_error(&TypeError_class, "string argument without an encoding");
  if (has_index(source)) return zeros(source);
  if (buffer_view(source, &view.data, &view.size)) return bytearray_new(view.data, view.size);
  return from_iterable(type, source);
}

Value bytes_content(const char *type, Value *args, uint32_t n, Value kwnames) {
  static const char *const names[] = {"source", "encoding", "errors", NULL};
  Value slots[3];
  Str *coding[2];
  if (!bind_constructor(type, names, args, n, kwnames, slots)) return RAISED;
  if (!coding_arguments(type, slots + 1, coding)) return RAISED;
  Value source = slots[0];
  Str *text = source == UNSET ? NULL : as_str(source);
  if (coding[0] != NULL && text != NULL) return codec_encode(text, coding[0], coding[1]);
  if (coding[0] != NULL) return raise_error(&TypeError_class, "encoding without a string argument");
  if (coding[1] != NULL)
    return raise_error(&TypeError_class, text != NULL ? "string argument without an encoding"
                                                      : "errors without a string argument");
  return source == UNSET ? bytearray_new(NULL, 0) : from_object(type, source);
}
