/* bytearray: a mutable sequence of bytes. */
#include "bytes.h"
#include "sequence.h"
#include "text.h"

static Bytearray *self_of(Value v) { return (Bytearray *)as_obj(v); }

Value bytearray_new(const uint8_t *data, uint32_t size) {
  Bytearray *a = obj_alloc(&bytearray_class, sizeof(Bytearray));
  if (a == NULL) return raise_memory_error();
  a->size = a->capacity = 0;
  a->data = NULL;
  Value result = tagged(a, T_BYTEARRAY);
  if (!bytearray_resize(a, size)) {
    decref(result);
    return RAISED;
  }
  if (data != NULL && size > 0) memcpy(a->data, data, size);
  return result;
}

static void bytearray_dealloc(Obj *o) {
  Bytearray *a = (Bytearray *)o;
  if (a->data != NULL) mem_free(a->data, a->capacity);
  obj_release(o, sizeof(Bytearray));
}

bool bytearray_resize(Bytearray *a, uint32_t size) {
  bool roomy = a->capacity >= size && (size >= a->capacity / 4 || a->capacity <= 64);
  if (!roomy) {
    uint64_t capacity = size <= a->size || a->size == 0 ? size : (uint64_t)size + size / 2 + 8;
    if (capacity > TEXT_SIZE_MAX) capacity = size;
    uint8_t *data = NULL;
    if (capacity > 0 && size <= TEXT_SIZE_MAX) data = mem_alloc((uint32_t)capacity);
    if (data == NULL && capacity > 0) {
      raise_memory_error();
      return false;
    }
    uint32_t kept = a->size < size ? a->size : size;
    if (kept > 0) memcpy(data, a->data, kept);
    if (a->data != NULL) mem_free(a->data, a->capacity);
    a->data = data;
    a->capacity = (uint32_t)capacity;
  }
  a->size = size;
  return true;
}

/* Replaces the bytes between two offsets. `with` may lie in the array itself. */
static bool splice(Bytearray *a, uint32_t from, uint32_t to, View with) {
  uint32_t tail = a->size - to, gap = to - from;
  if (with.size > TEXT_SIZE_MAX - (a->size - gap)) {
    raise_memory_error();
    return false;
  }
  Value copy = UNSET; /* moving or reallocating would pull the source away */
  if (with.data >= a->data && with.data < a->data + a->size) {
    copy = bytes_new(with.data, with.size);
    if (copy == RAISED) return false;
    with = view_of(copy);
  }
  if (with.size < gap) memmove(a->data + from + with.size, a->data + to, tail);
  bool ok = bytearray_resize(a, a->size - gap + with.size);
  if (ok && with.size > gap) memmove(a->data + from + with.size, a->data + to, tail);
  if (ok && with.size > 0) memcpy(a->data + from, with.data, with.size);
  decref(copy);
  return ok;
}

/* ------------------------------------------------------------ assignment */

/* What is assigned to a slice: bytes-like, or what bytearray() makes of it. Owned. */
static Value assigned_bytes(Value v) {
  View view;
  if (buffer_view(v, &view.data, &view.size)) return incref(v);
  bool is_number = has_index(v) || class_is_subclass(class_of(v), &float_class);
  if (!is_number && as_str(v) == NULL) return bytes_content("bytearray", &v, 1, NONE);
  return raise_error(&TypeError_class, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
}

/* del a[start:stop:step], step not 1: closes the gaps between the bytes taken out. */
static bool delete_stepped(Bytearray *a, int64_t start, int64_t step, int64_t count) {
  if (count == 0) return true;
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  uint32_t out = (uint32_t)start;
  for (uint32_t i = out; i < a->size; i++) {
    int64_t steps = ((int64_t)i - start) / step;
    bool taken = ((int64_t)i - start) % step == 0 && steps < count;
    if (!taken) a->data[out++] = a->data[i];
  }
  return bytearray_resize(a, out);
}

static bool assign_stepped(Bytearray *a, int64_t start, int64_t step, int64_t count, View with) {
  if (with.size != count) {
    raise_error(&ValueError_class, "attempt to assign bytes of size %u to extended slice of size %D", with.size, count);
    return false;
  }
  for (int64_t i = 0; i < count; i++) a->data[start + i * step] = with.data[i];
  return true;
}

static bool assign_slice(Bytearray *a, Slice *slice, Value v) {
  int64_t start, step;
  if (slice_resolve(slice, a->size, &start, &step) < 0) return false;
  Value source = v == UNSET ? UNSET : assigned_bytes(v);
  if (source == RAISED) return false;
  int64_t count = slice_resolve(slice, a->size, &start, &step); /* iterating the source may change the size */
  View with = {NULL, 0};
  bool ok = count >= 0;
  if (source != UNSET) buffer_view(source, &with.data, &with.size);
  if (ok && step == 1) ok = splice(a, (uint32_t)start, (uint32_t)(start + count), with);
  else if (ok && with.size == 0) ok = delete_stepped(a, start, step, count);
  else if (ok) ok = assign_stepped(a, start, step, count, with);
  decref(source);
  return ok;
}

static bool bytearray_setitem(Value self, Value key, Value v) {
  Bytearray *a = self_of(self);
  int64_t index;
  Slice *slice;
  if (!sequence_key(key, "bytearray", &index, &slice)) return false;
  if (slice != NULL) return assign_slice(a, slice, v);
  uint8_t byte = 0;
  if (v != UNSET && !byte_argument(v, "byte", &byte)) return false;
  if (index < 0) index += a->size;
  if (index < 0 || index >= a->size) {
    raise_error(&IndexError_class, "bytearray index out of range");
    return false;
  }
  if (v == UNSET) return splice(a, (uint32_t)index, (uint32_t)index + 1, (View){NULL, 0});
  a->data[index] = byte;
  return true;
}

/* --------------------------------------------------------------- methods */

static Value none_if(bool ok) { return ok ? NONE : RAISED; }

static Value bytearray_append(Value self, Value item) {
  Bytearray *a = self_of(self);
  uint8_t byte;
  if (!byte_argument(item, "byte", &byte) || !bytearray_resize(a, a->size + 1)) return RAISED;
  a->data[a->size - 1] = byte;
  return NONE;
}

static Value bytearray_extend(Value self, Value iterable) {
  Bytearray *a = self_of(self);
  View with;
  if (buffer_view(iterable, &with.data, &with.size)) return none_if(splice(a, a->size, a->size, with));
  Value it = op_iter(iterable);
  if (it == RAISED) {
    if (!exc_matches(&TypeError_class)) return RAISED;
    exc_clear();
    return raise_error(&TypeError_class, "can't extend bytearray with %T", iterable);
  }
  Value items = bytearray_new(NULL, 0);
  bool ok = items != RAISED && bytearray_collect(self_of(items), it, "byte");
  decref(it);
  if (ok) ok = splice(a, a->size, a->size, view_of(items));
  decref(items);
  return none_if(ok);
}

static Value bytearray_insert(Value self, Value *args, uint32_t n) {
  (void)n;
  Bytearray *a = self_of(self);
  int64_t index;
  uint8_t byte;
  if (!ssize_arg(args[0], &index) || !byte_argument(args[1], "byte", &byte)) return RAISED;
  if (index < 0 && (index += a->size) < 0) index = 0;
  if (index > a->size) index = a->size;
  return none_if(splice(a, (uint32_t)index, (uint32_t)index, (View){&byte, 1}));
}

static Value bytearray_pop(Value self, Value *args, uint32_t n) {
  Bytearray *a = self_of(self);
  int64_t index = -1;
  if (n > 0 && !ssize_arg(args[0], &index)) return RAISED;
  if (a->size == 0) return raise_error(&IndexError_class, "pop from empty bytearray");
  if (index < 0) index += a->size;
  if (index < 0 || index >= a->size) return raise_error(&IndexError_class, "pop index out of range");
  Value byte = small_int_value(a->data[index]);
  return splice(a, (uint32_t)index, (uint32_t)index + 1, (View){NULL, 0}) ? byte : RAISED;
}

static Value bytearray_remove(Value self, Value item) {
  Bytearray *a = self_of(self);
  uint8_t byte;
  if (!byte_argument(item, "byte", &byte)) return RAISED;
  const uint8_t *found = memchr(view_of(self).data, byte, a->size);
  if (found == NULL) return raise_error(&ValueError_class, "value not found in bytearray");
  uint32_t at = (uint32_t)(found - a->data);
  return none_if(splice(a, at, at + 1, (View){NULL, 0}));
}

static Value bytearray_reverse(Value self) {
  Bytearray *a = self_of(self);
  for (uint32_t i = 0, j = a->size; i + 1 < j; i++) {
    uint8_t byte = a->data[i];
    a->data[i] = a->data[--j];
    a->data[j] = byte;
  }
  return NONE;
}

static Value bytearray_clear(Value self) { return none_if(bytearray_resize(self_of(self), 0)); }

static Value bytearray_copy(Value self) { return bytearray_new(self_of(self)->data, self_of(self)->size); }

/* ------------------------------------------------------------------ slots */

/* "bytearray(b'...')"; of an instance of a subclass, with that class's name. */
static Value bytearray_repr(Value self) {
  Value name = class_name(class_of(self));
  if (name == RAISED) return RAISED;
  StrBuf b;
  buf_init(&b);
  buf_str(&b, as_str(name));
  decref(name);
  buf_cstr(&b, "(");
  write_bytes_repr(&b, view_of(unwrap(self)), true);
  buf_cstr(&b, ")");
  return buf_finish(&b);
}

static Value repeat_in_place(Value a, int64_t count) {
  Bytearray *self = self_of(unwrap(a));
  uint32_t unit = self->size;
  if (count <= 0) return bytearray_resize(self, 0) ? a : RAISED;
  if (unit == 0 || count == 1) return a;
  if (count > TEXT_SIZE_MAX / unit) return raise_memory_error();
  if (!bytearray_resize(self, unit * (uint32_t)count)) return RAISED;
  for (uint32_t at = unit; at < self->size; at += unit) memcpy(self->data + at, self->data, unit);
  return a;
}

static Value bytearray_inplace(BinaryOp op, Value a, Value b) {
  Bytearray *self = self_of(unwrap(a));
  if (op == BIN_ADD) {
    View with;
    if (buffer_view(b, &with.data, &with.size)) return splice(self, self->size, self->size, with) ? a : RAISED;
    return raise_error(&TypeError_class, "can't concat %T to bytearray", b);
  }
  if (op != BIN_MUL || !has_index(b)) return NOT_IMPLEMENTED;
  int64_t count;
  return op_index(b, &count) ? repeat_in_place(a, count) : RAISED;
}

static Value bytearray_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  (void)cls;
  Value content = bytes_content("bytearray", args, n, kwnames);
  if (content == RAISED || has_tag(content, T_BYTEARRAY)) return content;
  View v = view_of(content);
  Value result = bytearray_new(v.data, v.size);
  decref(content);
  return result;
}

static const Slots bytearray_slots = {
    .dealloc = bytearray_dealloc,
    .repr = bytearray_repr,
    .hash = hash_unhashable,
    .compare = bytes_compare,
    .len = bytes_len,
    .getitem = bytes_getitem,
    .setitem = bytearray_setitem,
    .contains = bytes_contains,
    .iter = bytes_iter_new,
    .binary = bytes_binary,
    .inplace = bytearray_inplace,
    .concat = bytes_concat,
    .repeat = bytes_repeat,
    .make = bytearray_make,
};
CLASS_DEFINE(bytearray, "bytearray", T_BYTEARRAY, CLASS_BASE_OK | CLASS_UNHASHABLE, &object_class)

METHOD(bytearray, append, CALL_ONE, 0, 0, 0, bytearray_append)
METHOD(bytearray, extend, CALL_ONE, 0, 0, 0, bytearray_extend)
METHOD(bytearray, insert, CALL_ANY, 2, 2, 0, bytearray_insert)
METHOD(bytearray, pop, CALL_ANY, 0, 1, 0, bytearray_pop)
METHOD(bytearray, remove, CALL_ONE, 0, 0, 0, bytearray_remove)
METHOD(bytearray, reverse, CALL_NONE, 0, 0, 0, bytearray_reverse)
METHOD(bytearray, clear, CALL_NONE, 0, 0, 0, bytearray_clear)
METHOD(bytearray, copy, CALL_NONE, 0, 0, 0, bytearray_copy)
