/* The parser of the format specification mini-language. */
#include "molt.h"
#include "str_format.h"
#include "text.h"
#include "unicode.h"

typedef struct Cursor {
  const uint8_t *at, *end;
} Cursor;

/* The next code point without moving, or 0 at the end (which no test below takes for a flag). */
static uint32_t peek(const Cursor *c) {
  const uint8_t *at = c->at;
  return at < c->end ? utf8_next(&at) : 0;
}

static void advance(Cursor *c) { c->at += utf8_sequence_size(*c->at); }

static bool accept(Cursor *c, uint32_t cp) {
  if (c->at >= c->end || *c->at != cp) return false;
  c->at++;
  return true;
}

static bool is_alignment(uint32_t cp) { return cp == '<' || cp == '>' || cp == '=' || cp == '^'; }

/* Decimal digits of any script: 1 and *out, 0 where none stands, -1 raised. `out` saturates. */
static int parse_digits(Cursor *c, int32_t *out) {
  int64_t number = 0;
  const uint8_t *start = c->at;
  while (c->at < c->end) {
    int32_t digit = *c->at < 0x80 ? (ascii_is_digit(*c->at) ? *c->at - '0' : -1) : unicode_decimal(peek(c));
    if (digit < 0) break;
    if (number > (INT64_MAX - digit) / 10) {
      raise_error(&ValueError_class, "Too many decimal digits in format string");
      return -1;
    }
    number = number * 10 + digit;
    advance(c);
  }
  if (c->at == start) return 0;
  *out = number > INT32_MAX ? INT32_MAX : (int32_t)number;
  return 1;
}

static void parse_flags(FormatSpec *spec, Cursor *c, char default_align) {
  Cursor second = *c;
  if (c->at < c->end) advance(&second);
  if (second.at > c->at && is_alignment(peek(&second))) {
    spec->fill = peek(c);
    spec->align = (char)peek(&second);
    spec->fill_given = spec->align_given = true;
    *c = second;
    advance(c);
  } else if (is_alignment(peek(c))) {
    spec->align = (char)peek(c);
    spec->align_given = true;
    advance(c);
  }
  uint32_t sign = peek(c);
  if (sign == '+' || sign == '-' || sign == ' ') {
    spec->sign = (char)sign;
    advance(c);
  }
  spec->no_neg_zero = accept(c, 'z');
  spec->alternate = accept(c, '#');
  if (!spec->fill_given && accept(c, '0')) {
    spec->fill = '0';
    if (!spec->align_given && default_align == '>') spec->align = '=';
  }
}

static bool raise_both_separators(void) {
  raise_error(&ValueError_class, "Cannot specify both ',' and '_'.");
  return false;
}

static bool parse_grouping(FormatSpec *spec, Cursor *c) {
  if (accept(c, ',')) spec->grouping = GROUPING_COMMA;
  if (accept(c, '_')) {
    if (spec->grouping != GROUPING_NONE) return raise_both_separators();
    spec->grouping = GROUPING_UNDERSCORE;
  }
  if (c->at < c->end && *c->at == ',' && spec->grouping == GROUPING_UNDERSCORE) return raise_both_separators();
  return true;
}

const char *hex_escape(uint32_t cp, char out[HEX_ESCAPE_SIZE]) {
  char *at = out + HEX_ESCAPE_SIZE - 1;
  *at = 0;
  do *--at = "0123456789abcdef"[cp & 15];
  while ((cp >>= 4) > 0);
  *--at = 'x';
  *--at = '\\';
  return at;
}

/* Groups are of three decimal digits or, with '_', of four binary, octal or hexadecimal ones. */
static bool check_grouping(FormatSpec *spec) {
  uint32_t type = spec->type;
  char separator = spec->grouping == GROUPING_COMMA ? ',' : '_';
  if (spec->grouping == GROUPING_NONE || type == 0) return true;
  if (type < 0x80 && memchr("defgEG%F", (int)type, 8) != NULL) return true;
  if (type < 0x80 && memchr("boxX", (int)type, 4) != NULL && separator == '_') {
    spec->grouping = GROUPING_UNDERSCORE4;
    return true;
  }
  char hex[HEX_ESCAPE_SIZE];
  if (type > 32 && type < 128)
    raise_error(&ValueError_class, "Cannot specify '%c' with '%c'.", separator, type);
  else
    raise_error(&ValueError_class, "Cannot specify '%c' with '%s'.", separator, hex_escape(type, hex));
  return false;
}

static bool parse_width(FormatSpec *spec, Cursor *c) {
  if (parse_digits(c, &spec->width) < 0) return false;
  if (spec->width == INT32_MAX) {
    raise_memory_error();
    return false;
  }
  return true;
}

static bool parse_precision(FormatSpec *spec, Cursor *c) {
  if (!accept(c, '.')) return true;
  int found = parse_digits(c, &spec->precision);
  if (found == 0) raise_error(&ValueError_class, "Format specifier missing precision");
  return found > 0;
}

bool parse_format_spec(FormatSpec *spec, const char *text, uint32_t size, const char *type_name,
                       char default_type, char default_align) {
  Cursor c = {(const uint8_t *)text, (const uint8_t *)text + size};
  *spec = (FormatSpec){.fill = ' ',
                       .align = default_align,
                       .width = FORMAT_UNSET,
                       .precision = FORMAT_UNSET,
                       .type = (uint8_t)default_type};
  parse_flags(spec, &c, default_align);
  if (!parse_width(spec, &c) || !parse_grouping(spec, &c) || !parse_precision(spec, &c)) return false;
  if (c.at < c.end) {
    spec->type = peek(&c);
    advance(&c);
  }
  if (c.at < c.end) {
    Value whole = str_new(text, size);
    if (whole == RAISED) return false;
    raise_error(&ValueError_class, "Invalid format specifier '%S' for object of type '%s'", whole, type_name);
    decref(whole);
    return false;
  }
  return check_grouping(spec);
}

void raise_unknown_format_code(uint32_t type, const char *type_name) {
  char hex[HEX_ESCAPE_SIZE];
  if (type > 32 && type < 128)
    raise_error(&ValueError_class, "Unknown format code '%c' for object of type '%s'", type, type_name);
  else
    raise_error(&ValueError_class, "Unknown format code '%s' for object of type '%s'", hex_escape(type, hex), type_name);
}

void format_padding(const FormatSpec *spec, uint32_t total, uint32_t *before, uint32_t *after) {
  *before = spec->align == '<' ? 0 : spec->align == '^' ? total / 2 : total;
  *after = total - *before;
}
