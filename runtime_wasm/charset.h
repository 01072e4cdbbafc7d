/* The text encodings, by the names that Python knows them by. */
#ifndef MOLT_CHARSET_H
#define MOLT_CHARSET_H

#include "molt.h"

typedef struct Charset {
  const char *name; /* as exceptions show it */
  uint8_t unit;     /* bytes of a code unit */
  bool big_endian;
  bool marked;      /* a byte order mark begins the text */
  uint32_t limit;   /* code points below it can be encoded, surrogates aside */
} Charset;

/* The charset of an encoding name (UTF-8 for NULL); NULL with LookupError raised for an unknown one. */
const Charset *charset_find(const Str *name);

/* The charset to decode with when `charset` expects a mark: the byte order that the mark tells, and its
   size in *skip. */
const Charset *charset_of_marked(const Charset *charset, const uint8_t *data, uint32_t size, uint32_t *skip);

#endif
