/* str: immutable text, except that a str nobody else holds may grow in place (str_append).
   Invariant: `length` is the number of code points in `data[0..size)`, so a str is ASCII iff they are
   equal; `index`, where present, describes exactly the present data. */
#include "bytesearch.h"
#include "mem.h"
#include "sequence.h"
#include "siphash.h"
#include "text.h"

static uint32_t block_size(const Str *s) { return (uint32_t)sizeof(Str) + s->capacity; }

static inline __attribute__((always_inline)) Str *alloc(uint64_t size, uint32_t length) {
  Str *s = size > TEXT_SIZE_MAX ? NULL : plain_alloc(&str_class, (uint32_t)(sizeof(Str) + size));
  if (s == NULL) {
    raise_memory_error();
    return NULL;
  }
  s->hash = -1;
  s->size = s->capacity = (uint32_t)size;
  s->length = length;
  s->index = NULL;
  return s;
}

Str *str_alloc(uint64_t size, uint32_t length) { return alloc(size, length); }

static void drop_index(Str *s) {
  if (s->index != NULL) mem_free(s->index, utf8_table_size(s->length) * sizeof(uint32_t));
  s->index = NULL;
}

void str_dealloc(Obj *o) {
  Str *s = (Str *)o;
  drop_index(s);
  plain_release(o, block_size(s));
}

/* The texts of one ASCII character, and the empty one, made when first asked for. The reference that the
   table holds keeps them from being freed or grown in place; they are not static in the sense of
   IS_STATIC, since the program may have a constant of the same content. */
static union {
  Str s;
  char room[sizeof(Str) + 8];
} small_texts[0x80 + 1];

static inline Value small_text(uint32_t index, uint32_t size) {
  Str *s = &small_texts[index].s;
  if (s->h.cls == NULL) {
    s->h = (Obj){1, &str_class};
    s->hash = -1;
    s->size = s->length = s->capacity = size;
    s->data[0] = (char)index;
  }
  return str_ref(s);
}

Value str_from_part(const uint8_t *data, uint32_t size, uint32_t length) {
  if (size == 0) return small_text(0x80, 0);
  if (size == 1) return small_text(data[0], 1);
  Str *s = alloc(size, length);
  if (s == NULL) return RAISED;
  bytes_copy(s->data, data, size);
  return str_value(s);
}

Value str_new(const char *utf8, uint32_t size) {
  return str_from_part((const uint8_t *)utf8, size, utf8_count((const uint8_t *)utf8, size));
}

Value str_new_ascii(const char *s, uint32_t size) { return str_from_part((const uint8_t *)s, size, size); }

Value str_from_cstr(const char *s) { return str_new_ascii(s, (uint32_t)strlen(s)); }

Value str_from_char(uint32_t code_point) {
  uint8_t data[UTF8_MAX_SIZE];
  return str_from_part(data, utf8_put(data, code_point), 1);
}

/* ------------------------------------------------------------- positions */

/* Makes the offset table. Without memory for it every access scans, which is only slower. */
static void build_index(Str *s) {
  if (s->length <= UTF8_STRIDE) return;
  s->index = mem_alloc(utf8_table_size(s->length) * sizeof(uint32_t));
  if (s->index != NULL) utf8_build_table(str_data(s), s->size, s->index);
}

uint32_t str_offset(Str *s, uint32_t index) {
  if (str_is_ascii(s)) return index;
  if (s->index == NULL) build_index(s);
  return utf8_offset_of(str_data(s), s->size, s->index, s->length, index);
}

uint32_t str_index_of(Str *s, uint32_t offset) {
  if (str_is_ascii(s)) return offset;
  if (s->index == NULL) build_index(s);
  return utf8_index_of(str_data(s), s->index, s->length, offset);
}

uint32_t str_char_at(Str *s, uint32_t index) {
  const uint8_t *at = str_data(s) + str_offset(s, index);
  return utf8_next(&at);
}

Value str_part(Str *s, uint32_t from, uint32_t to) {
  if (from == 0 && to == s->size) return str_ref(s);
  uint32_t size = to - from;
  uint32_t length = str_is_ascii(s) ? size : utf8_count(str_data(s) + from, size);
  return str_from_part(str_data(s) + from, size, length);
}

Value str_slice(Str *s, uint32_t start, uint32_t end) {
  if (start == 0 && end == s->length) return str_ref(s);
  uint32_t from = str_offset(s, start), to = str_offset(s, end);
  return str_from_part(str_data(s) + from, to - from, end - start);
}

/* ------------------------------------------------------- joining, repeating */

/* A copy of `a` followed by `b`, with room for more. */
static Str *joined(const Str *a, const Str *b, uint32_t slack) {
  Str *s = str_alloc((uint64_t)a->size + b->size + slack, a->length + b->length);
  if (s == NULL) return NULL;
  s->size = a->size + b->size;
  bytes_copy(s->data, a->data, a->size);
  bytes_copy(s->data + a->size, b->data, b->size);
  return s;
}

static Value concat_strs(Str *a, Str *b) {
  if (a->size == 0) return str_ref(b);
  if (b->size == 0) return str_ref(a);
  Str *s = joined(a, b, 0);
  return s == NULL ? RAISED : str_value(s);
}

Value str_concat(Value a, Value b) {
  Str *right = as_str(b);
  if (right == NULL) return raise_error(&TypeError_class, "can only concatenate str (not \"%T\") to str", b);
  return concat_strs(as_str(a), right);
}

Value str_append(Value a, Value b) {
  Str *left = (Str *)as_obj(a), *right = as_str(b);
  if (!has_tag(a, T_STR) || left->h.rc != 1 || right == NULL || left == right || right->size == 0) {
    Value result = str_concat(a, b);
    if (result != RAISED) decref(a);
    return result;
  }
  if (left->capacity - left->size < right->size) {
    Str *grown = joined(left, right, (left->size + right->size) / 2);
    if (grown == NULL) return RAISED;
    decref(a);
    return str_value(grown);
  }
  drop_index(left);
  bytes_copy(left->data + left->size, right->data, right->size);
  left->size += right->size;
  left->length += right->length;
  left->hash = -1;
  return a;
}

/* Fills `size` bytes with repetitions of the unit already standing at their start. */
static void fill_repeated(char *data, uint32_t unit, uint32_t size) {
  for (uint32_t done = unit; done < size;) {
    uint32_t piece = done < size - done ? done : size - done;
    memcpy(data + done, data, piece);
    done += piece;
  }
}

static Value str_repeat(Value a, int64_t n) {
  Str *s = (Str *)as_obj(a);
  if (n == 1) return incref(a);
  if (n <= 0 || s->size == 0) return str_new_ascii("", 0);
  if (n > TEXT_SIZE_MAX / s->size) return raise_memory_error();
  Str *result = str_alloc((uint64_t)s->size * (uint64_t)n, s->length * (uint32_t)n);
  if (result == NULL) return RAISED;
  memcpy(result->data, s->data, s->size);
  fill_repeated(result->data, s->size, result->size);
  return str_value(result);
}

/* Joins exact strs whose total has been found. Many texts are joined from single characters. */
static Value join_exact(const Str *sep, Value *items, uint32_t n, uint64_t size, uint32_t length) {
  Str *result = str_alloc(size, length);
  if (result == NULL) return RAISED;
  char *at = result->data;
  uint32_t sep_size = sep != NULL ? sep->size : 0;
  for (uint32_t i = 0; i < n; i++) {
    if (i > 0 && sep_size > 0) {
      bytes_copy(at, sep->data, sep_size);
      at += sep_size;
    }
    const Str *item = (Str *)as_obj(items[i]);
    if (item->size == 1) *at = item->data[0];
    else bytes_copy(at, item->data, item->size);
    at += item->size;
  }
  return str_value(result);
}

Value str_join_array(Str *sep, Value *items, uint32_t n) {
  if (n == 1) return incref(items[0]);
  uint64_t size = sep != NULL && n > 0 ? (uint64_t)sep->size * (n - 1) : 0;
  uint32_t length = sep != NULL && n > 0 ? sep->length * (n - 1) : 0;
  for (uint32_t i = 0; i < n; i++) {
    size += ((Str *)as_obj(items[i]))->size;
    length += ((Str *)as_obj(items[i]))->length;
  }
  return join_exact(sep, items, n, size, length);
}

/* Joins what may be instances of subclasses: collects the payloads first. */
static Value join_mixed(Str *sep, Value *items, uint32_t n) {
  Value *exact = mem_alloc(n * sizeof(Value));
  if (exact == NULL) return raise_memory_error();
  for (uint32_t i = 0; i < n; i++) {
    Str *item = as_str(items[i]);
    if (item == NULL) {
      mem_free(exact, n * sizeof(Value));
      return raise_error(&TypeError_class, "sequence item %u: expected str instance, %T found", i, items[i]);
    }
    exact[i] = str_value(item);
  }
  Value result = str_join_array(sep, exact, n);
  mem_free(exact, n * sizeof(Value));
  return result;
}

static bool all_exact_strs(const Value *items, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (!has_tag(items[i], T_STR)) return false;
  return true;
}

Value str_join(Str *sep, Value iterable) {
  Value sequence = sequence_fast(iterable, "can only join an iterable");
  if (sequence == RAISED) return RAISED;
  uint32_t n;
  Value *items = fast_items(sequence, &n);
  Value result = all_exact_strs(items, n) ? str_join_array(sep, items, n) : join_mixed(sep, items, n);
  decref(sequence);
  return result;
}

/* ------------------------------------------------------ comparing, hashing */

bool str_equal(const Str *a, const Str *b) {
  if (a == b) return true;
  if (a->size != b->size || (IS_STATIC(a) && IS_STATIC(b))) return false;
  if (a->hash != b->hash && a->hash != -1 && b->hash != -1) return false;
  return bytes_equal(a->data, b->data, a->size);
}

int str_compare(const Str *a, const Str *b) {
  uint32_t common = a->size < b->size ? a->size : b->size;
  int order = bytes_order(a->data, b->data, common);
  if (order != 0) return order;
  return a->size < b->size ? -1 : a->size > b->size;
}

static Value str_richcompare(CompareOp op, Value a, Value b) {
  Str *left = as_str(a), *right = as_str(b);
  if (left == NULL || right == NULL) return NOT_IMPLEMENTED;
  if (op == CMP_EQ || op == CMP_NE) return bool_value(str_equal(left, right) == (op == CMP_EQ));
  return order_value(op, str_compare(left, right));
}

/* Bytes a code point takes in CPython's representation of a text with this greatest code point. */
static uint32_t unit_size(const Str *s) {
  uint32_t unit = 1;
  for (uint32_t at = 0; at < s->size; at++) {
    uint8_t first = str_data(s)[at];
    if (first >= 0xF0) return 4;
    if (first >= 0xC4) unit = 2;
  }
  return unit;
}

/* CPython hashes its own representation: fixed-width units of 1, 2 or 4 bytes. */
static int64_t hash_transcoded(const Str *s) {
  enum { PIECE = 256 };
  uint8_t piece[PIECE];
  uint32_t unit = unit_size(s), filled = 0;
  const uint8_t *at = str_data(s), *end = at + s->size;
  SipHash h;
  siphash_init(&h);
  while (at < end) {
    uint32_t cp = utf8_next(&at);
    memcpy(piece + filled, &cp, unit); /* little-endian: the low bytes come first */
    filled += unit;
    if (filled == PIECE && at < end) {
      siphash_update(&h, piece, PIECE);
      filled = 0;
    }
  }
  return hash_from_siphash(siphash_finish(&h, piece, filled));
}

int64_t str_hash(Str *s) {
  if (s->hash == -1) s->hash = str_is_ascii(s) ? hash_bytes(str_data(s), s->size) : hash_transcoded(s);
  return s->hash;
}

static bool str_hash_slot(Value self, int64_t *out) {
  *out = str_hash((Str *)as_obj(self));
  return true;
}

/* ------------------------------------------------------ indexing, iterating */

/* Every step-th code point; `count` of them. */
static Value stepped_slice(Str *s, int64_t start, int64_t step, int64_t count) {
  StrBuf b;
  buf_init(&b);
  for (int64_t i = 0; i < count; i++, start += step) {
    if (str_is_ascii(s)) buf_write(&b, s->data + start, 1);
    else buf_char(&b, str_char_at(s, (uint32_t)start));
  }
  return buf_finish(&b);
}

Value str_getitem(Value self, Value key) {
  Str *s = (Str *)as_obj(self);
  if (is_small_int(key) && str_is_ascii(s)) {
    int64_t at = small_int(key);
    if (at < 0) at += s->size;
    if ((uint64_t)at < s->size) return small_text(str_data(s)[at], 1);
  }
  if (has_tag(key, T_SLICE)) {
    int64_t start, step;
    int64_t count = slice_resolve((Slice *)as_obj(key), s->length, &start, &step);
    if (count < 0) return RAISED;
    if (step != 1) return stepped_slice(s, start, step, count);
    return str_slice(s, (uint32_t)start, (uint32_t)(start + count));
  }
  int64_t index;
  if (!has_index(key)) return raise_error(&TypeError_class, "string indices must be integers, not '%T'", key);
  if (!op_index(key, &index)) return RAISED;
  if (index < 0) index += s->length;
  if (index < 0 || index >= s->length) return raise_error(&IndexError_class, "string index out of range");
  const uint8_t *at = str_data(s) + str_offset(s, (uint32_t)index);
  return str_from_part(at, utf8_sequence_size(*at), 1);
}

bool str_has(const Str *s, const Str *part) {
  if (part->size == 1) return bytes_find_byte(str_data(s), s->size, str_data(part)[0]) != BYTES_NOT_FOUND;
  return bytes_find(str_data(s), s->size, str_data(part), part->size) != BYTES_NOT_FOUND;
}

static int str_contains(Value self, Value item) {
  Str *part = as_str(item);
  if (part == NULL) {
    raise_error(&TypeError_class, "'in <string>' requires string as left operand, not %T", item);
    return -1;
  }
  return str_has((Str *)as_obj(self), part);
}

typedef struct StrIter {
  Obj h;
  Str *s; /* NULL once exhausted */
  uint32_t offset;
} StrIter;

static void str_iter_dealloc(Obj *o) {
  Str *s = ((StrIter *)o)->s;
  obj_release(o, sizeof(StrIter));
  if (s != NULL) obj_decref(s);
}

static Value str_iter_iter(Value self) { return incref(self); }

Value str_iter_next(Value self) {
  StrIter *it = (StrIter *)as_obj(self);
  if (it->s == NULL) return DONE;
  if (it->offset == it->s->size) {
    obj_decref(it->s);
    it->s = NULL;
    return DONE;
  }
  const uint8_t *at = str_data(it->s) + it->offset;
  if (*at < 0x80) {
    it->offset++;
    return small_text(*at, 1);
  }
  uint32_t size = utf8_sequence_size(*at);
  it->offset += size;
  return str_from_part(at, size, 1);
}

static const Slots str_iter_slots = {.dealloc = str_iter_dealloc, .iter = str_iter_iter, .next = str_iter_next};
#define str_ascii_iter_slots str_iter_slots
CLASS_DEFINE(str_iter, "str_iterator", T_STR_ITER, 0, &object_class)
CLASS_DEFINE(str_ascii_iter, "str_ascii_iterator", T_STR_ITER, 0, &object_class)

static Value str_iter_length_hint(Value self) {
  StrIter *it = (StrIter *)as_obj(self);
  return small_int_value(it->s == NULL ? 0 : utf8_count(str_data(it->s) + it->offset, it->s->size - it->offset));
}

static Value str_iter_new(Value self) {
  Str *s = (Str *)as_obj(self);
  StrIter *it = obj_alloc(str_is_ascii(s) ? &str_ascii_iter_class : &str_iter_class, sizeof(StrIter));
  if (it == NULL) return raise_memory_error();
  obj_incref(s);
  it->s = s;
  it->offset = 0;
  return tagged(it, T_STR_ITER);
}

/* ------------------------------------------------------------- the class */

static Value str_repr_slot(Value self) {
  StrBuf b;
  buf_init(&b);
  write_str_repr(&b, (Str *)as_obj(self), false);
  return buf_finish(&b);
}

static Value str_str(Value self) { return incref(self); }

static int str_truth(Value self) { return ((Str *)as_obj(self))->size != 0; }

static int64_t str_len(Value self) { return ((Str *)as_obj(self))->length; }

GATE(str_percent, "op:mod op:imod __mod__ __rmod__", str_percent)

static Value str_binary(BinaryOp op, Value a, Value b) {
  if (op != BIN_MOD) return NOT_IMPLEMENTED;
  Str *format = as_str(a);
  return format == NULL ? NOT_IMPLEMENTED : gate__str_percent(format, b);
}

static Value str_inplace(BinaryOp op, Value a, Value b) {
  return op == BIN_ADD && as_str(b) != NULL ? str_append(a, b) : NOT_IMPLEMENTED;
}

static Value decode_argument(Value object, Str *encoding, Str *errors) {
  const uint8_t *data;
  uint32_t size;
  if (as_str(object) != NULL) return raise_error(&TypeError_class, "decoding str is not supported");
  if (!buffer_view(object, &data, &size))
    return raise_error(&TypeError_class, "decoding to str: need a bytes-like object, %T found", object);
  return codec_decode(data, size, encoding, errors);
}

static Value str_make(Class *cls, Value *args, uint32_t n, Value kwnames) {
  static const char *const names[] = {"object", "encoding", "errors", NULL};
  Value slots[3];
  Str *texts[2];
  if (n == 1 && kwnames == NONE && cls == &str_class) return op_str(args[0]);
  if (!bind_constructor("str", names, args, n, kwnames, slots)) return RAISED;
  if (!coding_arguments("str", slots + 1, texts)) return RAISED;
  if (slots[0] == UNSET) return str_new_ascii("", 0);
  if (texts[0] != NULL || texts[1] != NULL) return decode_argument(slots[0], texts[0], texts[1]);
  Value result = op_str(slots[0]);
  if (cls == &str_class || !has_tag(result, T_INSTANCE)) return result;
  Value payload = incref(unwrap(result));
  decref(result);
  return payload;
}

static const Slots str_slots = {
    .dealloc = str_dealloc,
    .repr = str_repr_slot,
    .str = str_str,
    .format = str_dunder_format,
    .hash = str_hash_slot,
    .compare = str_richcompare,
    .truth = str_truth,
    .len = str_len,
    .getitem = str_getitem,
    .contains = str_contains,
    .iter = str_iter_new,
    .binary = str_binary,
    .inplace = str_inplace,
    .concat = str_concat,
    .repeat = str_repeat,
    .make = str_make,
};
CLASS_DEFINE(str, "str", T_STR, CLASS_BASE_OK, &object_class)

METHOD(str_iter, __length_hint__, CALL_NONE, 0, 0, 0, str_iter_length_hint)
METHOD(str_ascii_iter, __length_hint__, CALL_NONE, 0, 0, 0, str_iter_length_hint)
