/* Runs the cases that text_cases.py wrote: operations on str, bytes and bytearray, compared with CPython.

       test_text CASES.txt

   A value is n, T, F, i:INT, f:FLOAT, s:HEX, b:HEX, y:HEX, or a sequence in ( ), [ ], { }, < > (a slice). */
#include "../molt.h"

#include <stdio.h>
#include <stdlib.h>

#include "../bytes.h"
#include "check.h"

enum { MAX_VALUES = 16, LINE_SIZE = 1 << 16 };

static char *cursor; /* the rest of the line being read */

static char *next_word(void) {
  char *word = strtok(cursor, " \n");
  cursor = NULL;
  return word;
}

static uint32_t from_hex(const char *hex, char *out) {
  uint32_t size = (uint32_t)strlen(hex) / 2;
  for (uint32_t i = 0; i < size; i++) {
    char pair[3] = {hex[2 * i], hex[2 * i + 1], 0};
    out[i] = (char)strtol(pair, NULL, 16);
  }
  return size;
}

static Value parse_value(const char *word);

/* Values up to the closing word. */
static uint32_t parse_values(const char *closing, Value *out) {
  uint32_t n = 0;
  for (char *word = next_word(); strcmp(word, closing) != 0; word = next_word()) out[n++] = parse_value(word);
  return n;
}

static void release(Value *values, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) decref(values[i]);
}

static Value parse_collection(char opening) {
  Value items[MAX_VALUES], result;
  if (opening == '(') {
    uint32_t n = parse_values(")", items);
    result = tuple_from_array(items, n);
    release(items, n);
  } else if (opening == '[') {
    uint32_t n = parse_values("]", items);
    result = list_new(n);
    for (uint32_t i = 0; i < n; i++) list_append((List *)as_obj(result), items[i]);
  } else if (opening == '{') {
    uint32_t n = parse_values("}", items);
    result = dict_new();
    for (uint32_t i = 0; i < n; i += 2) dict_set((Dict *)as_obj(result), items[i], items[i + 1]);
    release(items, n);
  } else {
    parse_values(">", items);
    result = slice_new(items[0], items[1], items[2]);
    release(items, 3);
  }
  return result;
}

static Value parse_value(const char *word) {
  static char text[LINE_SIZE];
  const char *rest = word + 2;
  switch (*word) {
    case 'n': return NONE;
    case 'T': return TRUE_;
    case 'F': return FALSE_;
    case 'i': return int_parse(rest, (uint32_t)strlen(rest), 10, NONE);
    case 'f': return float_value(atof(rest));
    case 's': return str_new(text, from_hex(rest, text));
    case 'b': return bytes_new((uint8_t *)text, from_hex(rest, text));
    case 'y': return bytearray_new((uint8_t *)text, from_hex(rest, text));
    default: return parse_collection(*word);
  }
}

static Value apply_operator(const char *name, Value *args) {
  static const struct { const char *name; int op; } binary[] = {{"%", BIN_MOD}, {"+", BIN_ADD}, {"*", BIN_MUL}};
  static const struct { const char *name; int op; } compare[] = {
      {"<", CMP_LT}, {">=", CMP_GE}, {"==", CMP_EQ}, {"!=", CMP_NE}};
  for (uint32_t i = 0; i < sizeof binary / sizeof binary[0]; i++)
    if (strcmp(name, binary[i].name) == 0) return op_binary((BinaryOp)binary[i].op, args[0], args[1]);
  for (uint32_t i = 0; i < sizeof compare / sizeof compare[0]; i++)
    if (strcmp(name, compare[i].name) == 0) return op_compare((CompareOp)compare[i].op, args[0], args[1]);
  if (strcmp(name, "[]") == 0) return op_getitem_slow(args[0], args[1]);
  if (strcmp(name, "repr") == 0) return op_repr(args[0]);
  if (strcmp(name, "str") == 0) return op_str(args[0]);
  if (strcmp(name, "ascii") == 0) return op_ascii(args[0]);
  if (strcmp(name, "iter") == 0) return list_from_iterable(args[0]);
  if (strcmp(name, "format") == 0) return op_format(args[0], args[1]);
  if (strcmp(name, "in") == 0) {
    int found = op_contains(args[0], args[1]);
    return found < 0 ? RAISED : bool_value(found);
  }
  int64_t number;
  if (strcmp(name, "hash") == 0) return op_hash(args[0], &number) ? int_from_i64(number) : RAISED;
  if (strcmp(name, "len") == 0) return (number = op_len(args[0])) < 0 ? RAISED : int_from_i64(number);
  return UNSET;
}

/* "new:TYPE": the constructor, called as the class is. */
static Value construct(const char *type, Value *args, uint32_t n, Value kwnames) {
  Class *cls = strcmp(type, "str") == 0 ? &str_class : strcmp(type, "bytes") == 0 ? &bytes_class : &bytearray_class;
  return cls->slots->make(cls, args, n, kwnames);
}

/* "!METHOD", "!set" (assignment to an item), "!del" and "!+", "!*" (in place): the outcome is the changed receiver. */
static Value mutate(const char *name, Value *args, uint32_t n) {
  Value result;
  if (strcmp(name, "+") == 0 || strcmp(name, "*") == 0) {
    result = op_inplace(*name == '+' ? BIN_ADD : BIN_MUL, incref(args[0]), args[1]);
    if (result == RAISED) decref(args[0]);
    return result;
  }
  if (strcmp(name, "=") == 0) {
    result = op_setitem_slow(args[0], args[1], args[2]) ? NONE : RAISED;
  } else if (strcmp(name, "del") == 0) {
    result = op_setitem_slow(args[0], args[1], UNSET) ? NONE : RAISED;
  } else {
    Value name_value = str_from_cstr(name);
    for (uint32_t i = 1; i < n; i++) incref(args[i]);
    result = call_method(args[0], (Str *)as_obj(name_value), args + 1, n - 1, NONE);
    decref(name_value);
  }
  if (result == RAISED) return RAISED;
  Value pair[2] = {result, args[0]};
  Value both = tuple_from_array(pair, 2);
  decref(result);
  return both;
}

/* Calls the method; takes args[1..]. */
static Value call_named(const char *name, Value *args, uint32_t n, Value kwnames) {
  Value name_value = str_from_cstr(strcmp(name, "call_format") == 0 ? "format" : name);
  Value result = call_method(args[0], (Str *)as_obj(name_value), args + 1, n - 1, kwnames);
  decref(name_value);
  return result;
}

static void append_text(StrBuf *b, Value text) {
  if (text == RAISED) {
    exc_clear();
    buf_cstr(b, "(raised while being shown)");
    return;
  }
  buf_str(b, as_str(text));
  decref(text);
}

/* The repr of the result, or the exception as text; takes result. */
static Value outcome(Value result) {
  StrBuf b;
  buf_init(&b);
  if (result != RAISED) {
    append_text(&b, op_repr(result));
    decref(result);
    return buf_finish(&b);
  }
  Value error = exc_take();
  append_text(&b, class_name(class_of(error)));
  buf_cstr(&b, ": ");
  append_text(&b, op_str(error));
  decref(error);
  return buf_finish(&b);
}

static Value run_case(void) {
  Value args[MAX_VALUES], names[MAX_VALUES];
  uint32_t n = 0, n_names = 0;
  char *name = next_word();
  for (char *word = next_word(); strcmp(word, "=>") != 0; word = next_word()) {
    if (word[0] == 'k' && word[1] == ':') names[n_names++] = str_from_cstr(word + 2);
    else args[n++] = parse_value(word);
  }
  Value kwnames = n_names == 0 ? NONE : tuple_from_array(names, n_names);
  release(names, n_names);
  Value result = n_names > 0 ? UNSET : apply_operator(name, args);
  if (strncmp(name, "new:", 4) == 0) {
    result = construct(name + 4, args, n - n_names, kwnames);
    release(args, n);
  } else if (*name == '!' && strcmp(name, "!=") != 0) {
    result = mutate(strcmp(name, "!set") == 0 ? "=" : name + 1, args, n);
    release(args, n);
  } else if (result == UNSET) {
    result = call_named(name, args, n - n_names, kwnames);
    decref(args[0]);
  } else {
    release(args, n);
  }
  decref(kwnames);
  return outcome(result);
}

static void run_cases(FILE *file) {
  static char line[LINE_SIZE], copy[LINE_SIZE], expected[LINE_SIZE];
  rewind(file);
  while (fgets(line, sizeof line, file) != NULL) {
    strcpy(copy, line);
    cursor = line;
    Value shown = run_case();
    uint32_t size = from_hex(next_word(), expected);
    const Str *got = as_str(shown);
    bool same = got->size == size && memcmp(got->data, expected, size) == 0;
    if (!same) printf("%s  expected %.*s\n  got      %.*s\n", copy, (int)size, expected, (int)got->size, got->data);
    CHECK(same);
    decref(shown);
  }
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
  if (file == NULL) return fprintf(stderr, "usage: test_text CASES.txt\n"), 2;
  run_cases(file);
#ifdef MOLT_DEBUG
  uint32_t live = mem_live_objects(); /* classes keep their method objects, once made */
  run_cases(file);
  CHECK(mem_live_objects() == live);
#endif
  fclose(file);
  return check_report();
}
