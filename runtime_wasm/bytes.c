/* bytes: immutable sequences of bytes; and the slots it shares with bytearray. */
#include "bytes.h"

#include "bytesearch.h"
#include "percent.h"
#include "sequence.h"
#include "siphash.h"
#include "text.h"

static Bytes *bytes_alloc(uint64_t size) {
  Bytes *b = size > TEXT_SIZE_MAX ? NULL : obj_alloc(&bytes_class, (uint32_t)(sizeof(Bytes) + size));
  if (b == NULL) {
    raise_memory_error();
    return NULL;
  }
  b->hash = -1;
  b->size = (uint32_t)size;
  return b;
}

Value bytes_new(const uint8_t *data, uint32_t size) {
  Bytes *b = bytes_alloc(size);
  if (b == NULL) return RAISED;
  if (data != NULL) memcpy(b->data, data, size);
  return tagged(b, T_BYTES);
}

static void bytes_dealloc(Obj *o) { obj_release(o, (uint32_t)sizeof(Bytes) + ((Bytes *)o)->size); }

View view_of(Value self) {
  if (has_tag(self, T_BYTES)) {
    const Bytes *b = (Bytes *)as_obj(self);
    return (View){b->data, b->size};
  }
  static const uint8_t nothing[1];
  const Bytearray *a = (Bytearray *)as_obj(self);
  return (View){a->data == NULL ? nothing : a->data, a->size};
}

bool buffer_view(Value v, const uint8_t **data, uint32_t *size) {
  if (has_tag(v, T_INSTANCE)) v = unwrap(v);
  if (!has_tag(v, T_BYTES) && !has_tag(v, T_BYTEARRAY)) return false;
  View view = view_of(v);
  *data = view.data;
  *size = view.size;
  return true;
}

bool bytes_argument(Value v, View *out) {
  if (buffer_view(v, &out->data, &out->size)) return true;
  raise_error(&TypeError_class, "a bytes-like object is required, not '%T'", v);
  return false;
}

bool byte_argument(Value v, const char *what, uint8_t *out) {
  Value number = op_index_value(v);
  if (number == RAISED) return false;
  int64_t i;
  bool fits = int_to_i64(number, &i) && i >= 0 && i < 256;
  decref(number);
  if (!fits) raise_error(&ValueError_class, "%s must be in range(0, 256)", what);
  *out = (uint8_t)i;
  return fits;
}

Value bytes_like(Value self, const uint8_t *data, uint32_t size) {
  return has_tag(self, T_BYTES) ? bytes_new(data, size) : bytearray_new(data, size);
}

uint8_t *writable_data(Value v) {
  return has_tag(v, T_BYTES) ? ((Bytes *)as_obj(v))->data : ((Bytearray *)as_obj(v))->data;
}

Value bytes_part(Value self, uint32_t from, uint32_t to) {
  View v = view_of(self);
  if (has_tag(self, T_BYTES) && from == 0 && to == v.size) return incref(self);
  return bytes_like(self, v.data + from, to - from);
}

/* --------------------------------------------------------------- literals */

static void write_byte_repr(StrBuf *b, uint8_t c, char escaped_quote) {
  switch (c) {
    case '\n': buf_write(b, "\\n", 2); return;
    case '\r': buf_write(b, "\\r", 2); return;
    case '\t': buf_write(b, "\\t", 2); return;
  }
  if (c < 0x20 || c >= 0x7F) {
    write_escape(b, c);
    return;
  }
  if (c == (uint8_t)escaped_quote || c == '\\') buf_write(b, "\\", 1);
  buf_write(b, (const char *)&c, 1);
}

void write_bytes_repr(StrBuf *b, View v, bool escape_single) {
  bool single = memchr(v.data, '\'', v.size) != NULL, twofold = memchr(v.data, '"', v.size) != NULL;
  char quote = single && !twofold ? '"' : '\'';
  buf_write(b, "b", 1);
  buf_write(b, &quote, 1);
  for (uint32_t i = 0; i < v.size; i++) write_byte_repr(b, v.data[i], escape_single ? '\'' : quote);
  buf_write(b, &quote, 1);
}

static Value bytes_repr(Value self) {
  StrBuf b;
  buf_init(&b);
  write_bytes_repr(&b, view_of(self), false);
  return buf_finish(&b);
}

/* ----------------------------------------------------------- shared slots */

int64_t bytes_len(Value self) { return view_of(self).size; }

int bytes_contains(Value self, Value item) {
  View v = view_of(self), part;
  uint8_t byte;
  if (has_index(item)) {
    if (!byte_argument(item, "byte", &byte)) return -1;
    return memchr(v.data, byte, v.size) != NULL;
  }
  if (!bytes_argument(item, &part)) return -1;
  return bytes_find(v.data, v.size, part.data, part.size) != BYTES_NOT_FOUND;
}

static int compare_views(View a, View b) {
  int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
  if (order != 0) return order;
  return a.size < b.size ? -1 : a.size > b.size;
}

Value bytes_compare(CompareOp op, Value a, Value b) {
  View left, right;
  if (!buffer_view(a, &left.data, &left.size) || !buffer_view(b, &right.data, &right.size)) return NOT_IMPLEMENTED;
  if (left.size != right.size && (op == CMP_EQ || op == CMP_NE)) return bool_value(op == CMP_NE);
  int order = compare_views(left, right);
  switch (op) {
    case CMP_LT: return bool_value(order < 0);
    case CMP_LE: return bool_value(order <= 0);
    case CMP_EQ: return bool_value(order == 0);
    case CMP_NE: return bool_value(order != 0);
    case CMP_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
  }
}

Value bytes_concat(Value a, Value b) {
  View left = view_of(a), right;
  if (!buffer_view(b, &right.data, &right.size))
    return raise_error(&TypeError_class, "can't concat %T to %T", b, a);
  if (has_tag(a, T_BYTES) && has_tag(b, T_BYTES) && (left.size == 0 || right.size == 0))
    return incref(left.size == 0 ? b : a);
  if (right.size > TEXT_SIZE_MAX - left.size) return raise_memory_error();
  Value result = bytes_like(a, NULL, left.size + right.size);
  if (result == RAISED || left.size + right.size == 0) return result;
  memcpy(writable_data(result), left.data, left.size);
  memcpy(writable_data(result) + left.size, right.data, right.size);
  return result;
}

Value bytes_repeat(Value a, int64_t n) {
  View v = view_of(a);
  if (n == 1) return bytes_part(a, 0, v.size);
  if (n <= 0 || v.size == 0) return bytes_like(a, v.data, 0);
  if (n > TEXT_SIZE_MAX / v.size) return raise_memory_error();
  Value result = bytes_like(a, NULL, v.size * (uint32_t)n);
  if (result == RAISED) return RAISED;
  for (uint8_t *at = writable_data(result); n > 0; n--, at += v.size) memcpy(at, v.data, v.size);
  return result;
}

GATE(bytes_percent, "op:mod op:imod __mod__ __rmod__", write_percent)

Value bytes_binary(BinaryOp op, Value a, Value b) {
  View format;
  if (op != BIN_MOD || !buffer_view(a, &format.data, &format.size)) return NOT_IMPLEMENTED;
  StrBuf out;
  buf_init(&out);
  Value result = RAISED;
  if (gate__bytes_percent(&out, (const char *)format.data, format.size, b, true))
    result = out.failed ? raise_memory_error() : bytes_like(unwrap(a), (const uint8_t *)out.data, out.size);
  buf_discard(&out);
  return result;
}

static Value stepped_part(Value self, int64_t start, int64_t step, int64_t count) {
  View v = view_of(self);
  Value result = bytes_like(self, NULL, (uint32_t)count);
  if (result == RAISED) return RAISED;
  uint8_t *out = writable_data(result);
  for (int64_t i = 0; i < count; i++) out[i] = v.data[start + i * step];
  return result;
}

Value bytes_getitem(Value self, Value key) {
  bool is_bytes = has_tag(self, T_BYTES);
  int64_t index, step, size;
  Slice *slice;
  if (!sequence_key(key, is_bytes ? "byte" : "bytearray", &index, &slice)) return RAISED;
  if (slice != NULL) {
    int64_t count = slice_resolve(slice, bytes_len(self), &index, &step);
    if (count < 0) return RAISED;
    if (step != 1) return stepped_part(self, index, step, count);
    return bytes_part(self, (uint32_t)index, (uint32_t)(index + count));
  }
  size = bytes_len(self);
  if (index < 0) index += size;
  if (index < 0 || index >= size)
    return raise_error(&IndexError_class, is_bytes ? "index out of range" : "bytearray index out of range");
  return small_int_value(view_of(self).data[index]);
}

/* --------------------------------------------------------------- iterators */

typedef struct BytesIter {
  Obj h;
  Value owner; /* UNSET once exhausted */
  uint32_t index;
} BytesIter;

static void bytes_iter_dealloc(Obj *o) {
  Value owner = ((BytesIter *)o)->owner;
  obj_release(o, sizeof(BytesIter));
  decref(owner);
}

static Value bytes_iter_iter(Value self) { return incref(self); }

static Value bytes_iter_next(Value self) {
  BytesIter *it = (BytesIter *)as_obj(self);
  if (it->owner == UNSET) return DONE;
  View v = view_of(it->owner);
  if (it->index < v.size) return small_int_value(v.data[it->index++]);
  set_value(&it->owner, UNSET);
  return DONE;
}

static const Slots bytes_iter_slots = {.dealloc = bytes_iter_dealloc, .iter = bytes_iter_iter, .next = bytes_iter_next};
#define bytearray_iter_slots bytes_iter_slots
CLASS_DEFINE(bytes_iter, "bytes_iterator", T_OTHER, 0, &object_class)
CLASS_DEFINE(bytearray_iter, "bytearray_iterator", T_OTHER, 0, &object_class)

Value bytes_iter_new(Value self) {
  BytesIter *it = obj_alloc(has_tag(self, T_BYTES) ? &bytes_iter_class : &bytearray_iter_class, sizeof(BytesIter));
  if (it == NULL) return raise_memory_error();
  it->owner = incref(self);
  it->index = 0;
  return tagged(it, T_OTHER);
}

/* --------------------------------------------------------------- the class */

static bool bytes_hash(Value self, int64_t *out) {
  Bytes *b = (Bytes *)as_obj(self);
  if (b->hash == -1) b->hash = hash_bytes(b->data, b->size);
  *out = b->hash;
  return true;
}

static Value bytes_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  if (n == 1 && kwnames == NONE && has_tag(args[0], T_BYTES)) return incref(args[0]);
  Value content = bytes_content("bytes", args, n, kwnames);
  if (content == RAISED || has_tag(content, T_BYTES)) return content;
  View v = view_of(content);
  Value result = bytes_new(v.data, v.size);
  decref(content);
  return result;
}

static const Slots bytes_slots = {
    .dealloc = bytes_dealloc,
    .repr = bytes_repr,
    .hash = bytes_hash,
    .compare = bytes_compare,
    .len = bytes_len,
    .getitem = bytes_getitem,
    .contains = bytes_contains,
    .iter = bytes_iter_new,
    .binary = bytes_binary,
    .concat = bytes_concat,
    .repeat = bytes_repeat,
    .make = bytes_make,
};
CLASS_DEFINE(bytes, "bytes", T_BYTES, CLASS_BASE_OK, &object_class)
