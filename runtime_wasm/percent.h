/* printf-style formatting of str and bytes. */
#ifndef MOLT_PERCENT_H
#define MOLT_PERCENT_H

#include "molt.h"

/* Writes `format % args` to the buffer; `bytes_mode` takes the rules of bytes. False: raised. */
bool write_percent(StrBuf *b, const char *format, uint32_t size, Value args, bool bytes_mode);

#endif
