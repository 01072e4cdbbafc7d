/* str.__format__ and str.format: replacement fields "{" [name] ["!" conversion] [":" spec] "}". */
#include "str_format.h"

#include "text.h"
#include "unicode.h"

/* ------------------------------------------------------------ str.__format__ */

Value pad_text(Str *s, uint32_t before, uint32_t after, uint32_t fill) {
  if (before + after == 0) return str_ref(s);
  uint8_t unit[UTF8_MAX_SIZE];
  uint32_t unit_size = utf8_put(unit, fill);
  uint64_t padding = (uint64_t)before + after;
  if (padding > TEXT_SIZE_MAX) return raise_memory_error();
  Str *result = str_alloc(s->size + padding * unit_size, s->length + (uint32_t)padding);
  if (result == NULL) return RAISED;
  char *at = result->data;
  for (uint32_t i = 0; i < before; i++, at += unit_size) memcpy(at, unit, unit_size);
  memcpy(at, s->data, s->size);
  at += s->size;
  for (uint32_t i = 0; i < after; i++, at += unit_size) memcpy(at, unit, unit_size);
  return str_value(result);
}

/* What numbers admit and text does not; NULL when the spec is fine. */
static const char *misfit(const FormatSpec *spec) {
  if (spec->sign == ' ') return "Space not allowed in string format specifier";
  if (spec->sign != 0) return "Sign not allowed in string format specifier";
  if (spec->no_neg_zero) return "Negative zero coercion (z) not allowed in string format specifier";
  if (spec->alternate) return "Alternate form (#) not allowed in string format specifier";
  if (spec->align == '=') return "'=' alignment not allowed in string format specifier";
  return NULL;
}

Value str_dunder_format(Value self, Value spec_text) {
  Str *s = (Str *)as_obj(self), *text = as_str(spec_text);
  if (text->size == 0) return incref(self);
  FormatSpec spec;
  if (!parse_format_spec(&spec, text->data, text->size, "str", 's', '<')) return RAISED;
  if (spec.type != 's') {
    raise_unknown_format_code(spec.type, "str");
    return RAISED;
  }
  const char *problem = misfit(&spec);
  if (problem != NULL) return raise_error(&ValueError_class, "%s", problem);
  bool cut = spec.precision != FORMAT_UNSET && (uint32_t)spec.precision < s->length;
  Value shown = cut ? str_slice(s, 0, (uint32_t)spec.precision) : incref(self);
  if (shown == RAISED) return RAISED;
  uint32_t length = ((Str *)as_obj(shown))->length, before, after;
  uint32_t width = spec.width == FORMAT_UNSET ? 0 : (uint32_t)spec.width;
  format_padding(&spec, width > length ? width - length : 0, &before, &after);
  Value result = pad_text((Str *)as_obj(shown), before, after, spec.fill);
  decref(shown);
  return result;
}

/* ---------------------------------------------------------------- str.format */

enum { MAX_NESTING = 2 };
typedef enum Numbering { NUMBERING_OPEN, NUMBERING_AUTO, NUMBERING_MANUAL } Numbering;

typedef struct Formatter {
  StrBuf *out;
  const Value *args; /* positional arguments; NULL for format_map */
  uint32_t n_args;
  Value keywords; /* mapping for names, or UNSET */
  Numbering numbering;
  uint32_t next_number;
} Formatter;

typedef struct Span {
  const uint8_t *at, *end;
} Span;

typedef struct Field {
  Span name, spec;
  uint32_t conversion; /* code point, or 0 */
  bool nested;         /* the spec holds fields itself */
} Field;

static bool format_span(Formatter *f, Span text, int depth);

static bool raise_format(const char *message) {
  raise_error(&ValueError_class, "%s", message);
  return false;
}

static Value span_value(Span s) { return str_new((const char *)s.at, (uint32_t)(s.end - s.at)); }

static Value raise_missing_keyword(Span name) {
  Value key = span_value(name);
  if (key == RAISED) return RAISED;
  raise_key_error(key);
  decref(key);
  return RAISED;
}

/* A span of decimal digits as a number: 1; 0 when it is something else; -1 raised. */
static int span_number(Span s, int64_t *out) {
  if (s.at == s.end) return 0;
  *out = 0;
  while (s.at < s.end) {
    int32_t digit = unicode_decimal(utf8_next(&s.at));
    if (digit < 0) return 0;
    if (*out > (INT64_MAX - digit) / 10) {
      raise_format("Too many decimal digits in format string");
      return -1;
    }
    *out = *out * 10 + digit;
  }
  return 1;
}

/* The span's first part, up to but not including one of two stop characters; the span keeps the rest. */
static Span split_at(Span *s, char stop, char other_stop) {
  Span part = {s->at, s->at};
  while (part.end < s->end && *part.end != stop && *part.end != other_stop) part.end++;
  s->at = part.end;
  return part;
}

/* The number that "{}" takes, or checks that "{0}" may be used. */
static bool take_number(Formatter *f, bool automatic, int64_t *index) {
  Numbering wanted = automatic ? NUMBERING_AUTO : NUMBERING_MANUAL;
  if (f->numbering == NUMBERING_OPEN) f->numbering = wanted;
  if (f->numbering != wanted)
    return raise_format(automatic
                            ? "cannot switch from manual field specification to automatic field numbering"
                            : "cannot switch from automatic field numbering to manual field specification");
  if (automatic) *index = f->next_number++;
  return true;
}

/* The argument that the first part of a field name denotes. */
static Value field_argument(Formatter *f, Span first) {
  int64_t index = 0;
  int is_number = span_number(first, &index);
  bool automatic = first.at == first.end;
  if (is_number < 0) return RAISED;
  if (!is_number && !automatic) {
    if (f->keywords == UNSET) return raise_missing_keyword(first);
    Value key = span_value(first);
    if (key == RAISED) return RAISED;
    Value found = op_getitem_slow(f->keywords, key);
    decref(key);
    return found;
  }
  if (!take_number(f, automatic, &index)) return RAISED;
  if (f->args == NULL) return raise_error(&ValueError_class, "Format string contains positional fields");
  if (index < f->n_args) return incref(f->args[index]);
  return raise_error(&IndexError_class, "Replacement index %D out of range for positional args tuple", index);
}

static Value get_attribute(Value object, Span name) {
  if (name.at == name.end) return raise_error(&ValueError_class, "Empty attribute in format string");
  Value key = span_value(name);
  if (key == RAISED) return RAISED;
  Value found = op_getattr(object, as_str(key));
  decref(key);
  return found;
}

static Value get_item(Value object, Span name) {
  if (name.at == name.end) return raise_error(&ValueError_class, "Empty attribute in format string");
  int64_t index = 0;
  int is_number = span_number(name, &index);
  if (is_number < 0) return RAISED;
  Value key = is_number ? int_from_i64(index) : span_value(name);
  if (key == RAISED) return RAISED;
  Value found = op_getitem_slow(object, key);
  decref(key);
  return found;
}

/* ".name" or "[key]" at the start of *rest, applied to `object`. */
static Value apply_accessor(Value object, Span *rest) {
  if (*rest->at == '.') {
    rest->at++;
    return get_attribute(object, split_at(rest, '.', '['));
  }
  if (*rest->at != '[')
    return raise_error(&ValueError_class, "Only '.' or '[' may follow ']' in format field specifier");
  rest->at++;
  Span key = split_at(rest, ']', ']');
  if (rest->at == rest->end) return raise_error(&ValueError_class, "Missing ']' in format string");
  rest->at++;
  return get_item(object, key);
}

static Value field_value(Formatter *f, Span name) {
  Span first = split_at(&name, '.', '[');
  Value v = field_argument(f, first);
  while (v != RAISED && name.at < name.end) {
    Value next = apply_accessor(v, &name);
    decref(v);
    v = next;
  }
  return v;
}

static Value convert(Value v, uint32_t conversion) {
  switch (conversion) {
    case 0: return incref(v);
    case 's': return op_str(v);
    case 'r': return op_repr(v);
    case 'a': return op_ascii(v);
  }
  if (conversion > 32 && conversion < 127)
    return raise_error(&ValueError_class, "Unknown conversion specifier %c", conversion);
  char hex[HEX_ESCAPE_SIZE];
  return raise_error(&ValueError_class, "Unknown conversion specifier %s", hex_escape(conversion, hex));
}

/* The spec with its own fields replaced. */
static Value expand_spec(Formatter *f, const Field *field, int depth) {
  if (!field->nested) return span_value(field->spec);
  StrBuf expanded, *out = f->out;
  buf_init(&expanded);
  f->out = &expanded;
  bool ok = format_span(f, field->spec, depth - 1);
  f->out = out;
  if (ok) return buf_finish(&expanded);
  buf_discard(&expanded);
  return RAISED;
}

static bool write_field(Formatter *f, const Field *field, int depth) {
  Value v = field_value(f, field->name);
  if (v == RAISED) return false;
  Value converted = convert(v, field->conversion);
  decref(v);
  if (converted == RAISED) return false;
  Value spec = expand_spec(f, field, depth);
  Value text = spec == RAISED ? RAISED : op_format(converted, spec);
  decref(spec);
  decref(converted);
  if (text == RAISED) return false;
  buf_str(f->out, as_str(text));
  decref(text);
  return true;
}

/* The field's name: up to '}', ':' or '!' outside brackets, which *terminator receives (0 at the end). */
static bool parse_name(Span *text, Span *name, uint8_t *terminator) {
  name->at = name->end = text->at;
  *terminator = 0;
  while (text->at < text->end) {
    uint8_t c = *text->at++;
    if (c == '{') return raise_format("unexpected '{' in field name");
    if (c == '[') {
      split_at(text, ']', ']');
    } else if (c == '}' || c == ':' || c == '!') {
      name->end = text->at - 1;
      *terminator = c;
      return true;
    }
  }
  return true;
}

/* The spec after its ':', with braces balanced, and the brace that ends the field. */
static bool parse_spec(Span *text, Field *field) {
  field->spec.at = text->at;
  for (uint32_t depth = 1; text->at < text->end;) {
    uint8_t c = *text->at++;
    if (c == '{') {
      field->nested = true;
      depth++;
    } else if (c == '}' && --depth == 0) {
      field->spec.end = text->at - 1;
      return true;
    }
  }
  return raise_format("unmatched '{' in format spec");
}

/* A field, after its '{'. */
static bool parse_field(Span *text, Field *field) {
  uint8_t c;
  *field = (Field){.spec = {text->at, text->at}};
  if (!parse_name(text, &field->name, &c)) return false;
  if (c == '}') return true;
  if (c == 0) return raise_format("expected '}' before end of string");
  if (c == '!') {
    if (text->at == text->end) return raise_format("end of string while looking for conversion specifier");
    field->conversion = utf8_next(&text->at);
    if (text->at < text->end) {
      c = *text->at++;
      if (c == '}') return true;
      if (c != ':') return raise_format("expected ':' after conversion specifier");
    }
  }
  return parse_spec(text, field);
}

/* One piece: literal text up to a brace, then an escaped brace or a field. */
static bool format_piece(Formatter *f, Span *text, int depth) {
  const uint8_t *start = text->at;
  Span literal = split_at(text, '{', '}');
  if (text->at == text->end) {
    buf_write(f->out, (const char *)start, (uint32_t)(literal.end - start));
    return true;
  }
  uint8_t brace = *text->at++;
  bool doubled = text->at < text->end && *text->at == brace;
  if (brace == '}' && !doubled) return raise_format("Single '}' encountered in format string");
  if (text->at == text->end) return raise_format("Single '{' encountered in format string");
  buf_write(f->out, (const char *)start, (uint32_t)(literal.end - start) + doubled);
  if (doubled) {
    text->at++;
    return true;
  }
  Field field;
  return parse_field(text, &field) && write_field(f, &field, depth);
}

static bool format_span(Formatter *f, Span text, int depth) {
  if (depth <= 0) return raise_format("Max string recursion exceeded");
  while (text.at < text.end)
    if (!format_piece(f, &text, depth)) return false;
  return true;
}

static Value format_text(Str *s, Formatter *f) {
  StrBuf b;
  buf_init(&b);
  f->out = &b;
  if (format_span(f, (Span){str_data(s), str_data(s) + s->size}, MAX_NESTING)) return buf_finish(&b);
  buf_discard(&b);
  return RAISED;
}

static Value keyword_dict(Value *values, Value kwnames) {
  Value dict = dict_new();
  if (dict == RAISED) return RAISED;
  const Tuple *names = (Tuple *)as_obj(kwnames);
  for (uint32_t i = 0; i < names->n; i++) {
    if (dict_set((Dict *)as_obj(dict), names->items[i], values[i])) continue;
    decref(dict);
    return RAISED;
  }
  return dict;
}

static Value str_format_method(Value self, Value *args, uint32_t n, Value kwnames) {
  Value keywords = kwnames == NONE ? UNSET : keyword_dict(args + n, kwnames);
  if (keywords == RAISED) return RAISED;
  Value none = NONE; /* an empty argument list is not "no argument list" */
  Formatter f = {.args = n > 0 ? args : &none, .n_args = n, .keywords = keywords};
  Value result = format_text((Str *)as_obj(self), &f);
  decref(keywords);
  return result;
}

static Value str_format_map(Value self, Value mapping) {
  Formatter f = {.keywords = mapping};
  return format_text((Str *)as_obj(self), &f);
}

METHOD(str, format, CALL_RAW, 0, 0, 0, str_format_method)
METHOD(str, format_map, CALL_ONE, 0, 0, 0, str_format_map)
