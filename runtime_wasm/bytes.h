/* What bytes and bytearray share. A "view" is the content of either; methods read their receiver as a view
   and make results of the receiver's own type. */
#ifndef MOLT_BYTES_H
#define MOLT_BYTES_H

#include "molt.h"

/* Invariant: `data` has room for `capacity` bytes, of which `size` are in use; NULL iff capacity is 0. */
typedef struct Bytearray {
  Obj h;
  uint32_t size, capacity;
  uint8_t *data;
} Bytearray;

typedef struct View {
  const uint8_t *data;
  uint32_t size;
} View;

/* The content of a receiver: an exact bytes or bytearray. */
View view_of(Value self);

/* A bytes or bytearray, as `self` is, with this content (uninitialised where data is NULL). */
Value bytes_like(Value self, const uint8_t *data, uint32_t size);
uint8_t *writable_data(Value v);

/* The receiver's part between two offsets; an exact bytes itself when that is all of it. */
Value bytes_part(Value self, uint32_t from, uint32_t to);

/* A bytes-like argument; false: TypeError "a bytes-like object is required, not 'str'". */
bool bytes_argument(Value v, View *out);

/* An integer in range(0, 256). `what` begins the ValueError: "byte" or "bytes". */
bool byte_argument(Value v, const char *what, uint8_t *out);

Value bytearray_new(const uint8_t *data, uint32_t size);

/* Sets size; new bytes are not cleared. */
bool bytearray_resize(Bytearray *a, uint32_t size);

/* Appends what an iterable of integers yields; `what` as in byte_argument. */
bool bytearray_collect(Bytearray *a, Value iterable, const char *what);

/* bytes(...) and bytearray(...) of anything but text with an encoding: a bytearray. `type` names the class in messages. */
Value bytes_content(const char *type, Value *args, uint32_t n, Value kwnames);

/* bytearray escapes a single quote even between double ones. */
void write_bytes_repr(StrBuf *b, View v, bool escape_single);

/* Slots that both types use. */
int64_t bytes_len(Value self);
int bytes_contains(Value self, Value item);
Value bytes_compare(CompareOp op, Value a, Value b);
Value bytes_concat(Value a, Value b);
Value bytes_repeat(Value a, int64_t n);
Value bytes_binary(BinaryOp op, Value a, Value b);
Value bytes_getitem(Value self, Value key);
Value bytes_iter_new(Value self);

#endif
