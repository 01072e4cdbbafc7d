/* StrBuf: text under construction. The buffer is the data part of a Str, so that finishing copies nothing
   unless much room was left over. */
#include "bytesearch.h"
#include "mem.h"
#include "text.h"

void buf_init(StrBuf *b) {
  b->data = NULL;
  b->size = b->capacity = 0;
  b->failed = false;
}

static Str *block_of(const StrBuf *b) { return (Str *)(b->data - offsetof(Str, data)); }

static void release(StrBuf *b) {
  if (b->data != NULL) obj_decref(block_of(b));
  b->data = NULL;
}

/* Makes room for `more` bytes; false (and `failed`) without memory. */
static bool reserve(StrBuf *b, uint32_t more) {
  if (b->failed) return false;
  if (b->capacity - b->size >= more) return true;
  uint64_t wanted = (uint64_t)b->size + more;
  uint64_t capacity = wanted + wanted / 2 + 32;
  if (wanted > TEXT_SIZE_MAX) {
    b->failed = true;
    return false;
  }
  if (capacity > TEXT_SIZE_MAX) capacity = TEXT_SIZE_MAX;
  Str *s = plain_alloc(&str_class, (uint32_t)(sizeof(Str) + capacity));
  if (s == NULL) {
    b->failed = true;
    return false;
  }
  s->size = s->length = 0;
  s->index = NULL;
  s->capacity = (uint32_t)capacity;
  if (b->size > 0) memcpy(s->data, b->data, b->size);
  release(b);
  b->data = s->data;
  b->capacity = (uint32_t)capacity;
  return true;
}

void buf_write(StrBuf *b, const char *utf8, uint32_t size) {
  if (size == 0 || !reserve(b, size)) return;
  bytes_copy(b->data + b->size, utf8, size);
  b->size += size;
}

void buf_cstr(StrBuf *b, const char *s) { buf_write(b, s, (uint32_t)strlen(s)); }

void buf_char(StrBuf *b, uint32_t code_point) {
  if (!reserve(b, UTF8_MAX_SIZE)) return;
  b->size += utf8_put((uint8_t *)b->data + b->size, code_point);
}

void buf_str(StrBuf *b, const Str *s) { buf_write(b, s->data, s->size); }

bool buf_repr(StrBuf *b, Value v) {
  Value text = op_repr(v);
  if (text == RAISED) return false;
  buf_str(b, as_str(text));
  decref(text);
  return true;
}

void buf_discard(StrBuf *b) {
  release(b);
  buf_init(b);
}

Value buf_finish(StrBuf *b) {
  if (b->failed) {
    buf_discard(b);
    return raise_memory_error();
  }
  if (b->size == 0 || b->capacity - b->size > b->size / 4 + 16) {
    Value copy = str_new(b->size > 0 ? b->data : "", b->size);
    buf_discard(b);
    return copy;
  }
  Str *s = block_of(b);
  s->hash = -1;
  s->size = b->size;
  s->length = utf8_count(str_data(s), s->size);
  buf_init(b);
  return str_value(s);
}
