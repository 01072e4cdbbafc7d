/* Properties and case mappings of code points, as `str` sees them. Each function draws in the tables
   of its own property alone, so what a program does not call is not linked; ASCII is answered without
   a table. */
#ifndef MOLT_UNICODE_H
#define MOLT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

enum { UNICODE_CASE_MAX = 3 }; /* code points that one code point maps to, at most */

static inline bool ascii_is_upper(uint32_t cp) { return cp - 'A' < 26; }
static inline bool ascii_is_lower(uint32_t cp) { return cp - 'a' < 26; }
static inline bool ascii_is_alpha(uint32_t cp) { return (cp | 0x20) - 'a' < 26; }
static inline bool ascii_is_digit(uint32_t cp) { return cp - '0' < 10; }
static inline bool ascii_is_alnum(uint32_t cp) { return ascii_is_alpha(cp) || ascii_is_digit(cp); }
/* What str takes for white space; bytes leaves out 0x1C to 0x1F. */
static inline bool ascii_is_space(uint32_t cp) { return cp == ' ' || cp - 9 < 5 || cp - 0x1C < 4; }
static inline uint32_t ascii_lower(uint32_t cp) { return ascii_is_upper(cp) ? cp + 32 : cp; }
static inline uint32_t ascii_upper(uint32_t cp) { return ascii_is_lower(cp) ? cp - 32 : cp; }

bool unicode_is_alpha(uint32_t cp);
bool unicode_is_decimal(uint32_t cp);
bool unicode_is_digit(uint32_t cp);
bool unicode_is_numeric(uint32_t cp);
bool unicode_is_alnum(uint32_t cp);
bool unicode_is_space(uint32_t cp);
bool unicode_is_line_break(uint32_t cp);
bool unicode_is_upper(uint32_t cp);
bool unicode_is_lower(uint32_t cp);
bool unicode_is_title(uint32_t cp); /* general category Lt */
bool unicode_is_cased(uint32_t cp);
bool unicode_is_case_ignorable(uint32_t cp);
bool unicode_is_printable(uint32_t cp);
bool unicode_is_identifier_start(uint32_t cp);
bool unicode_is_identifier_continue(uint32_t cp);

/* Value of a decimal digit, or -1. */
int32_t unicode_decimal(uint32_t cp);

/* Full case mappings without context; return the number of code points written, 1 to
   UNICODE_CASE_MAX. A capital sigma at the end of a word is the caller's concern. */
uint32_t unicode_to_lower(uint32_t cp, uint32_t *out);
uint32_t unicode_to_upper(uint32_t cp, uint32_t *out);
uint32_t unicode_to_title(uint32_t cp, uint32_t *out);
uint32_t unicode_to_casefold(uint32_t cp, uint32_t *out);

#endif
