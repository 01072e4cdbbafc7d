/* suggest.c: "Did you mean" in tracebacks: the closest of the names that were there, by the edit distance and the limits
 * CPython uses (Python/suggestions.c names them; the algorithm is Wagner and Fischer's, 1974). */
#include "exc.h"

#define MOVE_COST 2u
#define CASE_COST 1u
#define MAX_NAME_SIZE 40u
#define MAX_CANDIDATES 750u

static uint8_t lower(uint8_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

static uint32_t substitution_cost(uint8_t a, uint8_t b) {
  if ((a & 31) != (b & 31)) return MOVE_COST;
  if (a == b) return 0;
  return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

/* The distance, or limit + 1 when it is more than limit. */
static uint32_t edit_distance(const Str *x, const Str *y, uint32_t limit) {
  const uint8_t *a = (const uint8_t *)x->data, *b = (const uint8_t *)y->data;
  uint32_t na = x->size, nb = y->size;
  while (na && nb && *a == *b) a++, b++, na--, nb--;
  while (na && nb && a[na - 1] == b[nb - 1]) na--, nb--;
  if (!na || !nb) return (na + nb) * MOVE_COST;
  if (na > MAX_NAME_SIZE || nb > MAX_NAME_SIZE) return limit + 1;
  if (nb < na) {
    const uint8_t *swap = a;
    uint32_t n = na;
    a = b, na = nb, b = swap, nb = n;
  }
  if ((nb - na) * MOVE_COST > limit) return limit + 1;
  uint32_t row[MAX_NAME_SIZE], result = 0;
  for (uint32_t i = 0; i < na; i++) row[i] = (i + 1) * MOVE_COST;
  for (uint32_t j = 0; j < nb; j++) {
    uint32_t distance = result = j * MOVE_COST, minimum = UINT32_MAX;
    for (uint32_t i = 0; i < na; i++) {
      uint32_t substitute = distance + substitution_cost(b[j], a[i]);
      distance = row[i];
      uint32_t move = (result < distance ? result : distance) + MOVE_COST;
      result = move < substitute ? move : substitute;
      row[i] = result;
      if (result < minimum) minimum = result;
    }
    if (minimum > limit) return limit + 1;
  }
  return result;
}

typedef struct Search {
  const Str *wanted;
  Str *best; /* borrowed from what was searched */
  uint32_t distance, n_candidates;
} Search;

static void consider(Search *s, Str *candidate) {
  if (s->n_candidates++ > MAX_CANDIDATES || str_equal(candidate, s->wanted)) return;
  uint32_t limit = (s->wanted->size + candidate->size + 3) * MOVE_COST / 6;
  if (limit > s->distance) limit = s->distance;
  uint32_t distance = edit_distance(s->wanted, candidate, limit);
  if (distance > limit || (distance == s->distance && str_compare(candidate, s->best) > 0)) return;
  s->best = candidate;
  s->distance = distance;
}

/* dir() lists in sorted order and the first of equals wins: the smaller name, since `consider` sees them unsorted. */
static void consider_dict(Search *s, const Dict *d) {
  uint32_t pos = 0;
  Value key, v;
  while (d && dict_next(d, &pos, &key, &v))
    if (as_str(key)) consider(s, as_str(key));
}

static void consider_object(Search *s, Value o) {
  if (has_tag(o, T_MODULE)) {
    Module *m = (Module *)as_obj(o);
    for (uint32_t i = 0; i < m->n_names; i++)
      if (m->globals[i] != UNSET) consider(s, m->names[i]);
    consider_dict(s, m->extra);
    return;
  }
  if (has_tag(o, T_INSTANCE) && !(class_of(o)->flags & CLASS_NO_DICT)) {
    Dict *d = instance_dict(as_instance(o));
    if (!d) exc_clear();
    consider_dict(s, d);
  }
  Class *c = has_tag(o, T_CLASS) ? as_class(o) : class_of(o), *at;
  for (uint32_t i = 0; (at = class_mro_at(c, i)); i++) consider_dict(s, class_dict(at));
}

/* The module whose code raised a NameError: that of the innermost frame. */
static Module *raising_module(Value exc) {
  Value tb = *exc_field(exc, EXC_TRACEBACK);
  const Site *site = NULL;
  for (; has_tag(tb, T_TRACEBACK); tb = ((Traceback *)as_obj(tb))->next) site = ((Traceback *)as_obj(tb))->site;
  return site ? module_find(site->func->module) : NULL;
}

void suggestion_write(StrBuf *b, Value exc) {
  Class *c = class_of(exc);
  if (!(c->flags & CLASS_BUILTIN)) return; /* only these very classes: */
  if (strcmp(c->name, "AttributeError") != 0 && strcmp(c->name, "NameError") != 0 && strcmp(c->name, "ImportError") != 0) return;
  ExcKind kind = exc_kind(c);
  Value wanted = *exc_field(exc, kind == EXC_IMPORT ? IMPORT_NAME_FROM : NAME_NAME);
  if (wanted == UNSET || !as_str(wanted)) return;
  Search s = {as_str(wanted), NULL, UINT32_MAX, 0};
  if (kind == EXC_ATTRIBUTE) {
    Value o = *exc_field(exc, NAME_OBJ);
    if (o != UNSET) consider_object(&s, o);
  } else {
    Value name = *exc_field(exc, IMPORT_NAME);
    Module *m = kind == EXC_NAME ? raising_module(exc) : name != UNSET && as_str(name) ? module_find(as_str(name)) : NULL;
    if (m) consider_object(&s, obj_value(m));
  }
  if (!s.best) return;
  buf_cstr(b, ". Did you mean: '");
  buf_str(b, s.best);
  buf_cstr(b, "'?");
}
