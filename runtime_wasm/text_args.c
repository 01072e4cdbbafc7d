/* Arguments as str and bytes take them, with CPython's messages. */
#include "sequence.h"
#include "text.h"

/* One end of a slice; `absent` where the argument is UNSET or None. */
static bool slice_index(Value v, int64_t absent, int64_t *out) {
  *out = absent;
  if (v == UNSET || v == NONE) return true;
  if (!has_index(v)) {
    raise_error(&TypeError_class, "slice indices must be integers or None or have an __index__ method");
    return false;
  }
  return op_index_clamp(v, out);
}

bool slice_bounds(Value start_arg, Value end_arg, int64_t n, int64_t *start, int64_t *end) {
  if (!slice_index(start_arg, 0, start) || !slice_index(end_arg, n, end)) return false;
  if (*end > n) *end = n;
  if (*end < 0 && (*end += n) < 0) *end = 0;
  if (*start < 0 && (*start += n) < 0) *start = 0;
  return true;
}

bool check_arg_count(const char *name, uint32_t n, uint32_t min, uint32_t max) {
  if (n >= min && n <= max) return true;
  uint32_t bound = n < min ? min : max;
  const char *how = min == max ? "exactly" : n < min ? "at least" : "at most";
  raise_error(&TypeError_class, "%s() takes %s %u argument%s (%u given)", name, how, bound,
              bound == 1 ? "" : "s", n);
  return false;
}

Value raise_bad_argument(const char *function, const char *which, const char *expected, Value v) {
  if (v == NONE) return raise_error(&TypeError_class, "%s() %s must be %s, not None", function, which, expected);
  return raise_error(&TypeError_class, "%s() %s must be %s, not %T", function, which, expected, v);
}

bool coding_arguments(const char *function, const Value *slots, Str **texts) {
  static const char *const names[] = {"argument 'encoding'", "argument 'errors'"};
  for (int i = 0; i < 2; i++) {
    texts[i] = slots[i] == UNSET ? NULL : as_str(slots[i]);
    if (slots[i] == UNSET || texts[i] != NULL) continue;
    raise_bad_argument(function, names[i], "str", slots[i]);
    return false;
  }
  return true;
}

static int find_name(const char *const *names, const Str *name) {
  for (int i = 0; names[i] != NULL; i++)
    if (str_is(name, names[i])) return i;
  return -1;
}

bool bind_constructor(const char *name, const char *const *names, Value *args, uint32_t n, Value kwnames,
                      Value *slots) {
  uint32_t count = 0;
  for (; names[count] != NULL; count++) slots[count] = UNSET;
  const Tuple *keywords = kwnames == NONE ? NULL : (Tuple *)as_obj(kwnames);
  uint32_t n_keywords = keywords == NULL ? 0 : keywords->n;
  if (n + n_keywords > count) {
    raise_error(&TypeError_class, "%s() takes at most %u %sargument%s (%u given)", name, count,
                n == 0 ? "keyword " : "", count == 1 ? "" : "s", n + n_keywords);
    return false;
  }
  for (uint32_t i = 0; i < n; i++) slots[i] = args[i];
  for (uint32_t i = 0; i < n_keywords; i++) {
    const Str *keyword = as_str(keywords->items[i]);
    int at = find_name(names, keyword);
    if (at < 0) {
      raise_error(&TypeError_class, "'%N' is an invalid keyword argument for %s()", keyword, name);
      return false;
    }
    if (slots[at] != UNSET) {
      raise_error(&TypeError_class, "argument for %s() given by name ('%N') and position (%d)", name, keyword,
                  at + 1);
      return false;
    }
    slots[at] = args[n + i];
  }
  return true;
}
