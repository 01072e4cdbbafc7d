/* Evaluates one call a line with the runtime's own objects and prints its repr or its exception: the native half of
 * tests/runtime/test_numbers.py, which compares with CPython.
 *
 *     binary OP a b | compare OP a b | unary OP a | repr - a | hash - a | format - a spec | int - a [base] | float - a
 *     pow3 - a b m | base N a | int. NAME self args... | float. NAME self args... | math NAME args...
 *
 * A value is i123, f0x1.8p+3, s<hex of UTF-8>, y<hex of bytes>, T, F, N or a list l<item>,<item>; k<name> makes the value after it a keyword argument.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../instance.h"
#include "../int.h"
#include "../molt.h"

#define MATH_FUNCTIONS(X)                                                                                               \
  X(acos) X(acosh) X(asin) X(asinh) X(atan) X(atan2) X(atanh) X(cbrt) X(ceil) X(comb) X(copysign) X(cos) X(cosh) X(degrees) \
  X(dist) X(erf) X(erfc) X(exp) X(exp2) X(expm1) X(fabs) X(factorial) X(floor) X(fmod) X(frexp) X(fsum) X(gamma) X(gcd)  \
  X(hypot) X(isclose) X(isfinite) X(isinf) X(isnan) X(isqrt) X(lcm) X(ldexp) X(lgamma) X(log) X(log10) X(log1p) X(log2)  \
  X(modf) X(nextafter) X(perm) X(pow) X(prod) X(radians) X(remainder) X(sin) X(sinh) X(sqrt) X(sumprod) X(tan) X(tanh)   \
  X(trunc) X(ulp)
#define DECLARE(name) extern const MethodDef function__math__##name;
MATH_FUNCTIONS(DECLARE)
#define ENTRY(name) &function__math__##name,
static const MethodDef *const math_functions[] = {MATH_FUNCTIONS(ENTRY) NULL};

enum { ARGS_MAX = 512, LINE_MAX_BYTES = 1 << 20 };

static uint32_t decode_hex(const char *hex, char *out) {
  uint32_t count = 0;
  for (; hex[0] != '\0'; hex += 2) {
    char pair[3] = {hex[0], hex[1], '\0'};
    out[count++] = (char)strtoul(pair, NULL, 16);
  }
  return count;
}

static Value read_value(char *word);

static Value read_list(char *items) {
  Value list = list_new(0);
  while (*items != '\0') {
    size_t length = strcspn(items, ",");
    bool last = items[length] == '\0';
    items[length] = '\0';
    list_append((List *)as_obj(list), read_value(items));
    items += length + !last;
  }
  return list;
}

static Value read_value(char *word) {
  static char data[LINE_MAX_BYTES];
  switch (word[0]) {
    case 'i': return int_parse(word + 1, (uint32_t)strlen(word + 1), 10, NONE);
    case 'f': return float_value(strtod(word + 1, NULL));
    case 's': return str_new(data, decode_hex(word + 1, data));
    case 'y': {
      uint32_t size = decode_hex(word + 1, data);
      return bytes_new((const uint8_t *)data, size);
    }
    case 'l': return read_list(word + 1);
    case 'T': return TRUE_;
    case 'F': return FALSE_;
    default: return NONE;
  }
}

static const MethodDef *find(const MethodDef *const *table, const char *name) {
  for (; *table != NULL; table++) {
    if (strcmp((*table)->name, name) == 0) return *table;
  }
  fprintf(stderr, "no method %s\n", name);
  exit(2);
}

static Value call_method_def(Class *cls, const char *name, Value *args, uint32_t n, Value kwnames) {
  const MethodDef *def = find(cls->methods, name);
  if ((def->flags & METHOD_CLASS) != 0) return call_builtin(def, cls, class_value(cls), args, n, kwnames);
  return call_builtin(def, cls, args[0], args + 1, n - 1, kwnames);
}

static Value hash_of(Value v) {
  int64_t hash;
  return op_hash(v, &hash) ? int_from_i64(hash) : RAISED;
}

/* n counts the positional arguments; those of kwnames follow them. */
static Value evaluate(const char *op, const char *name, Value *args, uint32_t n, Value kwnames) {
  if (strcmp(op, "binary") == 0) return op_binary((BinaryOp)atoi(name), args[0], args[1]);
  if (strcmp(op, "compare") == 0) return op_compare((CompareOp)atoi(name), args[0], args[1]);
  if (strcmp(op, "unary") == 0) return op_unary((UnaryOp)atoi(name), args[0]);
  if (strcmp(op, "repr") == 0) return incref(args[0]);
  if (strcmp(op, "hash") == 0) return hash_of(args[0]);
  if (strcmp(op, "format") == 0) return op_format(args[0], args[1]);
  if (strcmp(op, "int") == 0) return int_class.slots->make(&int_class, args, n, kwnames);
  if (strcmp(op, "float") == 0) return float_class.slots->make(&float_class, args, n, kwnames);
  if (strcmp(op, "pow3") == 0) return op_pow3(args[0], args[1], args[2]);
  if (strcmp(op, "base") == 0) return int_to_base(as_int(args[0]), (uint32_t)atoi(name));
  if (strcmp(op, "int.") == 0) return call_method_def(&int_class, name, args, n, kwnames);
  if (strcmp(op, "float.") == 0) return call_method_def(&float_class, name, args, n, kwnames);
  return call_builtin(find(math_functions, name), NULL, NONE, args, n, kwnames);
}

static void print_text(Value text) {
  printf("%.*s\n", (int)as_str(text)->size, as_str(text)->data);
  decref(text);
}

static void print_exception(void) {
  Value exception = exc_take();
  printf("!%s ", class_of(exception)->name);
  print_text(op_str(exception));
  decref(exception);
}

static void print_result(Value result) {
  Value text = result == RAISED ? RAISED : op_repr(result);
  if (text == RAISED) print_exception();
  else print_text(text);
  decref(result);
}

static void run(char *line) {
  Value args[ARGS_MAX], names[ARGS_MAX];
  uint32_t n = 0, n_names = 0;
  const char *op = strtok(line, " \n"), *name = strtok(NULL, " \n");
  for (char *word; n < ARGS_MAX && (word = strtok(NULL, " \n")) != NULL;) {
    if (word[0] == 'k') names[n_names++] = str_from_cstr(word + 1);
    else args[n++] = read_value(word);
  }
  Value kwnames = n_names == 0 ? NONE : tuple_from_array(names, n_names);
  print_result(evaluate(op, name, args, n - n_names, kwnames));
  decref(kwnames);
  while (n_names > 0) decref(names[--n_names]);
  while (n > 0) decref(args[--n]);
}

int main(void) {
  static char line[LINE_MAX_BYTES];
  while (fgets(line, sizeof line, stdin) != NULL) run(line);
  return 0;
}
