/* Case conversions and character tests of str. ASCII text is handled by bytes, without tables; the rest
   by code points, whose conversions may change their number. */
#include "ascii_case.h"
#include "text.h"
#include "unicode.h"

/* ----------------------------------------------------------- conversions */

/* A position in the text being converted. */
typedef struct Place {
  const uint8_t *start, *at, *next, *end; /* the text, and the present code point */
  uint32_t cp;
  bool previous_cased;
} Place;

typedef uint32_t (*Conversion)(const Place *p, uint32_t *out);

/* Unicode's Final_Sigma: after a cased letter and not before one, case-ignorable ones aside. */
static bool is_final_sigma(const Place *p) {
  const uint8_t *at = p->at;
  uint32_t cp = 0;
  do {
    if (at == p->start) return false;
    cp = utf8_previous(&at);
  } while (unicode_is_case_ignorable(cp));
  if (!unicode_is_cased(cp)) return false;
  at = p->next;
  do {
    if (at == p->end) return true;
    cp = utf8_next(&at);
  } while (unicode_is_case_ignorable(cp));
  return !unicode_is_cased(cp);
}

static uint32_t to_lower(const Place *p, uint32_t *out) {
  if (p->cp != 0x3A3) return unicode_to_lower(p->cp, out);
  out[0] = is_final_sigma(p) ? 0x3C2 : 0x3C3;
  return 1;
}

static uint32_t to_upper(const Place *p, uint32_t *out) { return unicode_to_upper(p->cp, out); }

static uint32_t to_casefold(const Place *p, uint32_t *out) { return unicode_to_casefold(p->cp, out); }

static uint32_t to_swapped(const Place *p, uint32_t *out) {
  if (unicode_is_upper(p->cp)) return to_lower(p, out);
  if (unicode_is_lower(p->cp)) return to_upper(p, out);
  out[0] = p->cp;
  return 1;
}

static uint32_t to_title(const Place *p, uint32_t *out) {
  return p->previous_cased ? to_lower(p, out) : unicode_to_title(p->cp, out);
}

static uint32_t to_capitalized(const Place *p, uint32_t *out) {
  return p->at == p->start ? unicode_to_title(p->cp, out) : to_lower(p, out);
}

static Value convert_ascii(const Str *s, AsciiConversion convert) {
  Str *result = str_alloc(s->size, s->length);
  if (result == NULL) return RAISED;
  convert((uint8_t *)result->data, str_data(s), s->size);
  return str_value(result);
}

static Value convert_unicode(const Str *s, Conversion convert, bool needs_cased) {
  StrBuf b;
  buf_init(&b);
  Place p = {.start = str_data(s), .next = str_data(s), .end = str_data(s) + s->size};
  while (p.next < p.end) {
    uint32_t out[UNICODE_CASE_MAX];
    p.at = p.next;
    p.cp = utf8_next(&p.next);
    uint32_t count = convert(&p, out);
    for (uint32_t i = 0; i < count; i++) buf_char(&b, out[i]);
    if (needs_cased) p.previous_cased = unicode_is_cased(p.cp);
  }
  return buf_finish(&b);
}

static Value convert_case(Value self, AsciiConversion ascii, Conversion unicode, bool needs_cased) {
  const Str *s = (Str *)as_obj(self);
  return str_is_ascii(s) ? convert_ascii(s, ascii) : convert_unicode(s, unicode, needs_cased);
}

static Value str_lower(Value self) { return convert_case(self, ascii_to_lower, to_lower, false); }
static Value str_upper(Value self) { return convert_case(self, ascii_to_upper, to_upper, false); }
static Value str_casefold(Value self) { return convert_case(self, ascii_to_lower, to_casefold, false); }
static Value str_swapcase(Value self) { return convert_case(self, ascii_to_swapped, to_swapped, false); }
static Value str_title(Value self) { return convert_case(self, ascii_to_title, to_title, true); }
static Value str_capitalize(Value self) {
  return convert_case(self, ascii_to_capitalized, to_capitalized, false);
}

/* ----------------------------------------------------------------- tests */

typedef bool (*CharTest)(uint32_t cp);

/* Whether every code point passes; false for an empty text. */
static Value all_chars(Value self, CharTest test) {
  const Str *s = (Str *)as_obj(self);
  const uint8_t *at = str_data(s), *end = at + s->size;
  if (at == end) return FALSE_;
  while (at < end)
    if (!test(utf8_next(&at))) return FALSE_;
  return TRUE_;
}

static Value str_isalpha(Value self) { return all_chars(self, unicode_is_alpha); }
static Value str_isdecimal(Value self) { return all_chars(self, unicode_is_decimal); }
static Value str_isdigit(Value self) { return all_chars(self, unicode_is_digit); }
static Value str_isnumeric(Value self) { return all_chars(self, unicode_is_numeric); }
static Value str_isalnum(Value self) { return all_chars(self, unicode_is_alnum); }
static Value str_isspace(Value self) { return all_chars(self, unicode_is_space); }

static Value str_isprintable(Value self) {
  return ((Str *)as_obj(self))->size == 0 ? TRUE_ : all_chars(self, unicode_is_printable);
}

static Value str_isascii(Value self) { return bool_value(str_is_ascii((Str *)as_obj(self))); }

static Value str_isidentifier(Value self) {
  const Str *s = (Str *)as_obj(self);
  const uint8_t *at = str_data(s), *end = at + s->size;
  if (at == end || !unicode_is_identifier_start(utf8_next(&at))) return FALSE_;
  while (at < end)
    if (!unicode_is_identifier_continue(utf8_next(&at))) return FALSE_;
  return TRUE_;
}

/* Whether some code point has the wanted case and none the other, title case included. */
static Value only_case(Value self, CharTest wanted, CharTest other) {
  const Str *s = (Str *)as_obj(self);
  const uint8_t *at = str_data(s), *end = at + s->size;
  bool found = false;
  while (at < end) {
    uint32_t cp = utf8_next(&at);
    if (other(cp) || unicode_is_title(cp)) return FALSE_;
    found = found || wanted(cp);
  }
  return bool_value(found);
}

static Value str_islower(Value self) { return only_case(self, unicode_is_lower, unicode_is_upper); }
static Value str_isupper(Value self) { return only_case(self, unicode_is_upper, unicode_is_lower); }

static Value str_istitle(Value self) {
  const Str *s = (Str *)as_obj(self);
  const uint8_t *at = str_data(s), *end = at + s->size;
  bool found = false, previous_cased = false;
  while (at < end) {
    uint32_t cp = utf8_next(&at);
    bool capital = unicode_is_upper(cp) || unicode_is_title(cp);
    bool small = !capital && unicode_is_lower(cp);
    if ((capital && previous_cased) || (small && !previous_cased)) return FALSE_;
    previous_cased = capital || small;
    found = found || previous_cased;
  }
  return bool_value(found);
}

METHOD(str, lower, CALL_NONE, 0, 0, 0, str_lower)
METHOD(str, upper, CALL_NONE, 0, 0, 0, str_upper)
METHOD(str, casefold, CALL_NONE, 0, 0, 0, str_casefold)
METHOD(str, swapcase, CALL_NONE, 0, 0, 0, str_swapcase)
METHOD(str, title, CALL_NONE, 0, 0, 0, str_title)
METHOD(str, capitalize, CALL_NONE, 0, 0, 0, str_capitalize)
METHOD(str, isalpha, CALL_NONE, 0, 0, 0, str_isalpha)
METHOD(str, isdecimal, CALL_NONE, 0, 0, 0, str_isdecimal)
METHOD(str, isdigit, CALL_NONE, 0, 0, 0, str_isdigit)
METHOD(str, isnumeric, CALL_NONE, 0, 0, 0, str_isnumeric)
METHOD(str, isalnum, CALL_NONE, 0, 0, 0, str_isalnum)
METHOD(str, isspace, CALL_NONE, 0, 0, 0, str_isspace)
METHOD(str, isprintable, CALL_NONE, 0, 0, 0, str_isprintable)
METHOD(str, isascii, CALL_NONE, 0, 0, 0, str_isascii)
METHOD(str, isidentifier, CALL_NONE, 0, 0, 0, str_isidentifier)
METHOD(str, islower, CALL_NONE, 0, 0, 0, str_islower)
METHOD(str, isupper, CALL_NONE, 0, 0, 0, str_isupper)
METHOD(str, istitle, CALL_NONE, 0, 0, 0, str_istitle)
