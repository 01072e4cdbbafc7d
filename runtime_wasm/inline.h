/* inline.h: the fast paths of the operations compiled code does most.
 *
 * inline.c instantiates them as external functions, in the object file and in the bitcode that LLVM inlines into compiled
 * code. A runtime file that includes this gets static inline ones. A fast path never runs Python code and never raises:
 * whatever is not plain goes to the function of the same meaning in ops.c, attr_cache.c or a type's file.
 */
#ifndef MOLT_INLINE_H
#define MOLT_INLINE_H

#include "instance.h"
#include "iterators.h"
#include "list.h"
#include "mem.h"
#include "ops.h"
#include "set.h"

#ifndef MOLT_INLINE
#define MOLT_INLINE static inline __attribute__((unused))
#endif
#define ALWAYS_INLINE inline __attribute__((always_inline))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COLD __attribute__((cold, minsize, noinline)) /* runs rarely: small rather than fast */

MOLT_INLINE Value rc_incref(Value v) { return incref(v); }
MOLT_INLINE void rc_decref(Value v) { decref(v); }
/* Counts of a parameter that the caller gave or, if `given` is 0, lent. */
MOLT_INLINE void rc_incref_lent(Value v, uint32_t given) {
  if (!given) incref(v);
}
MOLT_INLINE void rc_decref_given(Value v, uint32_t given) {
  if (given) decref(v);
}

/* ------------------------------------------------------------- numbers */
static inline bool both_small(Value a, Value b) { return is_small_int(a) && is_small_int(b); }
/* A double or a small int, as a double: exact, since small ints have 48 bits. */
static inline bool plain_number(Value v, double *out) {
  if (is_double(v)) {
    *out = as_double(v);
    return true;
  }
  *out = (double)small_int(v);
  return is_small_int(v);
}
static inline Value small_result(int64_t i) { return LIKELY(fits_small_int(i)) ? small_int_value(i) : int_from_i64(i); }
static inline int64_t floor_div(int64_t a, int64_t b) {
  int64_t q = a / b;
  return q * b != a && (a < 0) != (b < 0) ? q - 1 : q;
}
static inline int64_t floor_mod(int64_t a, int64_t b) {
  int64_t r = a % b;
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

/* Each FAST_x tries the immediate representations and returns from the function on success. */
#define FAST_ADD_LIKE(op)                                                       \
  if (LIKELY(both_small(a, b))) return small_result(small_int(a) op small_int(b)); \
  FAST_DOUBLE(op)
#define FAST_DOUBLE(op)                                                         \
  do {                                                                          \
    double x, y;                                                                \
    if (plain_number(a, &x) && plain_number(b, &y)) return double_value(x op y); \
  } while (0)
/* wasm has no test for the overflow of a product of 64 bits; one of 32-bit numbers has none. */
#define FAST_MUL                                                                \
  if (LIKELY(both_small(a, b))) {                                               \
    int64_t x = small_int(a), y = small_int(b);                                 \
    if (LIKELY(x == (int32_t)x && y == (int32_t)y)) return small_result(x * y); \
  } else                                                                        \
    FAST_DOUBLE(*)
#define FAST_TRUEDIV                                                            \
  do {                                                                          \
    double x, y;                                                                \
    if (plain_number(a, &x) && plain_number(b, &y) && y != 0) return double_value(x / y); \
  } while (0)
#define FAST_FLOORDIV \
  if (LIKELY(both_small(a, b)) && b != small_int_value(0)) return small_result(floor_div(small_int(a), small_int(b)))
#define FAST_MOD \
  if (LIKELY(both_small(a, b)) && b != small_int_value(0)) return small_int_value(floor_mod(small_int(a), small_int(b)))
#define FAST_LSHIFT                                                             \
  if (LIKELY(both_small(a, b)) && (uint64_t)small_int(b) < 16) return small_result((int64_t)((uint64_t)small_int(a) << small_int(b)))
#define FAST_RSHIFT                                                             \
  if (LIKELY(both_small(a, b)) && small_int(b) >= 0)                            \
    return small_int_value(small_int(a) >> (small_int(b) < 63 ? small_int(b) : 63))
#define FAST_BITS(op)                                                           \
  if (LIKELY(both_small(a, b))) return small_int_value(small_int(a) op small_int(b)); \
  if (is_bool(a) && is_bool(b)) return bool_value((a & 1) op (b & 1))
#define FAST_NONE (void)0

#define DEFINE_BINARY(name, ID, FAST)                     \
  MOLT_INLINE Value op_##name(Value a, Value b) {         \
    FAST;                                                 \
    return op_binary(BIN_##ID, a, b);                     \
  }                                                       \
  MOLT_INLINE Value op_i##name(Value a, Value b) {        \
    FAST;                                                 \
    return op_inplace(BIN_##ID, a, b);                    \
  }

DEFINE_BINARY(sub, SUB, FAST_ADD_LIKE(-))
DEFINE_BINARY(mul, MUL, FAST_MUL)
DEFINE_BINARY(truediv, TRUEDIV, FAST_TRUEDIV)
DEFINE_BINARY(floordiv, FLOORDIV, FAST_FLOORDIV)
DEFINE_BINARY(mod, MOD, FAST_MOD)
DEFINE_BINARY(pow, POW, FAST_NONE)
DEFINE_BINARY(matmul, MATMUL, FAST_NONE)
DEFINE_BINARY(lshift, LSHIFT, FAST_LSHIFT)
DEFINE_BINARY(rshift, RSHIFT, FAST_RSHIFT)
DEFINE_BINARY(and, AND, FAST_BITS(&))
DEFINE_BINARY(or, OR, FAST_BITS(|))
DEFINE_BINARY(xor, XOR, FAST_BITS(^))

MOLT_INLINE Value op_add(Value a, Value b) {
  FAST_ADD_LIKE(+);
  return op_binary(BIN_ADD, a, b);
}
/* a is taken where it succeeds. */
MOLT_INLINE Value op_add_last(Value a, Value b) {
  FAST_ADD_LIKE(+);
  if (has_tag(a, T_STR) && has_tag(b, T_STR)) return str_append(a, b);
  Value r = op_binary(BIN_ADD, a, b);
  if (r != RAISED) decref(a);
  return r;
}
/* a is taken where it succeeds: a str nobody else holds grows in place. */
MOLT_INLINE Value op_iadd(Value a, Value b) {
  FAST_ADD_LIKE(+);
  if (has_tag(a, T_STR) && has_tag(b, T_STR)) return str_append(a, b);
  return op_inplace(BIN_ADD, a, b);
}

MOLT_INLINE Value op_neg(Value a) {
  if (is_small_int(a)) return small_result(-small_int(a));
  if (is_double(a)) return double_value(-as_double(a));
  return op_unary(UN_NEG, a);
}
MOLT_INLINE Value op_pos(Value a) {
  if (is_small_int(a) || is_double(a)) return a;
  return op_unary(UN_POS, a);
}
MOLT_INLINE Value op_invert(Value a) {
  if (is_small_int(a)) return small_int_value(~small_int(a));
  return op_unary(UN_INVERT, a);
}

/* --------------------------------------------------- truth and comparison */
MOLT_INLINE int op_truth(Value v) {
  if (is_bool(v)) return (int)(v & 1);
  if (v == NONE) return 0;
  if (is_small_int(v)) return small_int(v) != 0;
  if (is_double(v)) return as_double(v) != 0;
  if (has_tag(v, T_STR)) return ((Str *)as_obj(v))->size != 0;
  if (has_tag(v, T_LIST)) return ((List *)as_obj(v))->n != 0;
  return op_truth_slow(v);
}
MOLT_INLINE int op_not(Value v) {
  int t = op_truth(v);
  return t < 0 ? t : !t;
}
/* Immediates are the same object when they are the same bits, heap objects by address. */
MOLT_INLINE bool op_is(Value a, Value b) { return a == b; }
MOLT_INLINE int op_in(Value item, Value container) { return op_contains(container, item); }

#define DEFINE_COMPARE(name, ID, op)                                            \
  MOLT_INLINE Value op_##name(Value a, Value b) {                               \
    if (LIKELY(both_small(a, b))) return bool_value(small_int(a) op small_int(b)); \
    double x, y;                                                                \
    if (plain_number(a, &x) && plain_number(b, &y)) return bool_value(x op y);  \
    return op_compare(CMP_##ID, a, b);                                          \
  }
DEFINE_COMPARE(lt, LT, <)
DEFINE_COMPARE(le, LE, <=)
DEFINE_COMPARE(gt, GT, >)
DEFINE_COMPARE(ge, GE, >=)
#define DEFINE_EQUALITY(name, ID, op)                                           \
  MOLT_INLINE Value op_##name(Value a, Value b) {                               \
    if (LIKELY(both_small(a, b))) return bool_value(a op b);                    \
    double x, y;                                                                \
    if (plain_number(a, &x) && plain_number(b, &y)) return bool_value(x op y);  \
    if (has_tag(a, T_STR) && has_tag(b, T_STR)) return bool_value(str_equal((Str *)as_obj(a), (Str *)as_obj(b)) op true); \
    return op_compare(CMP_##ID, a, b);                                          \
  }
DEFINE_EQUALITY(eq_value, EQ, ==)
DEFINE_EQUALITY(ne, NE, !=)

/* ---------------------------------------------------------------- items */
MOLT_INLINE Value op_getitem(Value o, Value k) {
  if (is_small_int(k)) {
    int64_t i = small_int(k);
    if (has_tag(o, T_LIST)) {
      List *l = (List *)as_obj(o);
      if (i < 0) i += l->n;
      if (LIKELY((uint64_t)i < l->n)) return incref(l->items[i]);
    } else if (has_tag(o, T_TUPLE)) {
      Tuple *t = (Tuple *)as_obj(o);
      if (i < 0) i += t->n;
      if (LIKELY((uint64_t)i < t->n)) return incref(t->items[i]);
    }
  }
  return op_getitem_slow(o, k);
}
MOLT_INLINE bool op_setitem(Value o, Value k, Value v) {
  if (is_small_int(k) && has_tag(o, T_LIST)) {
    List *l = (List *)as_obj(o);
    int64_t i = small_int(k);
    if (i < 0) i += l->n;
    if (LIKELY((uint64_t)i < l->n)) {
      set_value(&l->items[i], incref(v));
      return true;
    }
  } else if (has_tag(o, T_DICT)) {
    Value *place = dict_recent_place((Dict *)as_obj(o), k);
    if (!place) return dict_set((Dict *)as_obj(o), k, v);
    set_value(place, incref(v));
    return true;
  }
  return op_setitem_slow(o, k, v);
}
MOLT_INLINE bool op_delitem(Value o, Value k) { return op_setitem_slow(o, k, UNSET); }
MOLT_INLINE Value op_next(Value it) {
  if (has_tag(it, T_RANGE_ITER)) return range_iter_step((RangeIter *)as_obj(it));
  if (has_tag(it, T_LIST_ITER)) return list_iter_step((ListIter *)as_obj(it));
  return op_next_slow(it);
}

/* ----------------------------------------------------------------- calls */
static inline bool simple_signature(const FuncInfo *info, uint32_t n) {
  return info->n_positional == n && (info->flags | info->n_keyword_only) == 0;
}
/* Runs a function whose parameters are all bound. Takes args. */
static inline Value enter_function(Function *f, Value *args, uint32_t n) {
  if (UNLIKELY(recursion_depth >= recursion_limit || stack_is_low(args))) {
    release_args(args, n);
    return raise_recursion();
  }
  recursion_depth++;
  Value result = ((Entry)f->info->entry)(f, args);
  recursion_depth--;
  return result;
}
/* A function in C that takes just these arguments, by position: its result. UNSET: call_builtin() must look closer.
 * `self` needs no unwrapping. Borrows args. */
static inline Value call_builtin_plain(const MethodDef *def, Value self, Value *args, uint32_t n) {
  switch (def->kind) {
    case CALL_NONE: return n == 0 ? ((Value(*)(Value))def->fn)(self) : UNSET;
    case CALL_ONE: return n == 1 ? ((Value(*)(Value, Value))def->fn)(self, args[0]) : UNSET;
    case CALL_ANY: return n >= def->min && n <= def->max ? ((Value(*)(Value, Value *, uint32_t))def->fn)(self, args, n) : UNSET;
    default: return UNSET;
  }
}
MOLT_INLINE Value call_fast(Value f, Value *args, uint32_t n) {
  if (LIKELY(has_tag(f, T_FUNCTION))) {
    Function *fn = (Function *)as_obj(f);
    if (LIKELY(simple_signature(fn->info, n))) return enter_function(fn, args, n);
  }
  return call(f, args, n, NONE);
}

/* -------------------------------------------------------------- instances */
/* A new instance, every hidden slot UNSET; NULL: out of memory. */
static inline Instance *instance_alloc(Shape *root) {
  Class *c = root->cls;
#ifdef MOLT_DEBUG
  Instance *o = obj_alloc(c, root->size);
  if (!o) return NULL;
#else
  Instance *o = LIKELY(root->size <= CELL_MAX) ? cell_alloc(KIND_CONTAINER, size_class(root->size)) : obj_alloc(c, root->size);
  if (UNLIKELY(!o)) return NULL;
  if (LIKELY(root->size <= CELL_MAX)) {
    gc_countdown--;
    o->h = (Obj){1, c};
    if (!IS_STATIC(c)) c->h.rc++;
  }
#endif
  o->shape = root;
  o->extra = NULL;
  for (uint32_t i = 0; i < root->hidden; i++) o->slots[i] = UNSET;
  return o;
}
/* Releases what is inside a dying instance, in order. Gives the last object, if nobody else holds it, for the caller to free. */
static inline Obj *release_held(Instance *o) {
  uint32_t n = o->shape->n_held;
  if (n == 0) return NULL;
  for (uint32_t i = 0; i < n - 1; i++) decref(o->slots[i]);
  Value last = o->slots[n - 1];
  return is_ptr(last) && --as_obj(last)->rc == 0 ? as_obj(last) : NULL;
}

/* ----------------------------------------------------- predicted classes */
/* `shape` is an element of Prediction.shapes. */
MOLT_INLINE bool pred_has_shape(Value v, Shape *const *shape) { return has_tag(v, T_INSTANCE) && as_instance(v)->shape == *shape; }
/* Would calling f make an instance of the predicted class? */
MOLT_INLINE bool pred_is_class(Value f, const Prediction *p) { return f == class_value(p->cls); }
/* Of an instance whose shape is known; i counts all slots. */
MOLT_INLINE Value inst_slot(Value v, uint32_t i) { return as_instance(v)->slots[i]; }
MOLT_INLINE void inst_set_slot(Value v, uint32_t i, Value new) { set_value(&as_instance(v)->slots[i], new); }
/* The first value of an attribute: nothing is there to be released. */
MOLT_INLINE void inst_add_slot(Value v, uint32_t i, Value new, Shape *to) {
  as_instance(v)->slots[i] = new;
  as_instance(v)->shape = to;
}
/* `hidden` and `n` are the numbers of slots and of attributes that the prediction has, as constants. The caller makes the
 * hidden slots UNSET: what it stores there next then replaces a value that it knows. */
MOLT_INLINE Value pred_new(const Prediction *p, uint32_t hidden, uint32_t n) {
#ifdef MOLT_DEBUG
  (void)hidden, (void)n; /* every object is counted */
#else
  const uint32_t size = (uint32_t)(sizeof(Instance) + (hidden + n) * sizeof(Value)), class = size_class(size);
  Shape *root = p->shapes[0];
  FreeCell *cell = size <= CELL_MAX ? mem_free_cells[KIND_CONTAINER][class] : NULL;
  if (LIKELY(cell && gc_countdown > 0 && root->size == size)) {
    mem_free_cells[KIND_CONTAINER][class] = cell->next;
    gc_countdown--;
    Class *c = p->cls;
    Instance *o = (Instance *)cell;
    o->h = (Obj){1, c};
    c->h.rc++;
    o->shape = root;
    o->extra = NULL;
    return tagged(o, T_INSTANCE);
  }
#endif
  return pred_new_any(p);
}

/* ------------------------------------------------------------ typed code
 * What specialised code does beyond arithmetic. Guards have shown the types; nothing here runs Python code but what releases
 * a value. */
MOLT_INLINE Value box_i64(int64_t i) { return LIKELY(fits_small_int(i)) ? small_int_value(i) : box_i64_big(i); }

/* Does a * b fit 64 bits? Numbers of m and n bits beside the sign give one of m + n - 1 or m + n, or -2**m * -2**n. */
MOLT_INLINE bool i64_mul_fits(int64_t a, int64_t b) {
  if (LIKELY(a == (int32_t)a && b == (int32_t)b)) return true;
  int bits = 128 - __builtin_clzll((uint64_t)(a ^ a >> 63) | 1) - __builtin_clzll((uint64_t)(b ^ b >> 63) | 1);
  return bits < 63 || (bits < 65 && mul_fits_i64(a, b));
}
MOLT_INLINE int64_t i64_floor_div(int64_t a, int64_t b) { return floor_div(a, b); }
MOLT_INLINE int64_t i64_floor_mod(int64_t a, int64_t b) { return floor_mod(a, b); }

/* As items_find_plain(). Small ints differ where their bits do. */
static inline int find_among(const Value *items, uint32_t n, Value v) {
  uint32_t i = 0;
  if (LIKELY(is_small_int(v)))
#pragma clang loop unroll(disable)
    for (; i < n && is_small_int(items[i]); i++)
      if (items[i] == v) return 1;
  return LIKELY(i == n) ? 0 : items_find_plain(items + i, n - i, v);
}
MOLT_INLINE int list_find_plain(Value v, Value item) { return find_among(((List *)as_obj(v))->items, ((List *)as_obj(v))->n, item); }
MOLT_INLINE int tuple_find_plain(Value v, Value item) { return find_among(((Tuple *)as_obj(v))->items, ((Tuple *)as_obj(v))->n, item); }

MOLT_INLINE int64_t list_length(Value v) { return ((List *)as_obj(v))->n; }
MOLT_INLINE Value list_at(Value v, int64_t i) { return ((List *)as_obj(v))->items[(uint32_t)i]; }
MOLT_INLINE void list_put(Value v, int64_t i, Value x) { set_value(&((List *)as_obj(v))->items[(uint32_t)i], x); }
MOLT_INLINE void list_put_plain(Value v, int64_t i, Value x) { ((List *)as_obj(v))->items[(uint32_t)i] = x; }
MOLT_INLINE bool list_push(Value v, Value x) {
  List *l = (List *)as_obj(v);
  if (UNLIKELY(l->n == l->capacity)) return false;
  l->items[l->n++] = x;
  return true;
}
/* Takes x. */
MOLT_INLINE bool op_list_append(Value v, Value x) { return LIKELY(list_push(v, x)) || list_append((List *)as_obj(v), x); }
MOLT_INLINE int64_t tuple_length(Value v) { return ((Tuple *)as_obj(v))->n; }
MOLT_INLINE Value tuple_at(Value v, int64_t i) { return ((Tuple *)as_obj(v))->items[(uint32_t)i]; }
MOLT_INLINE int64_t str_length(Value v) { return ((Str *)as_obj(v))->length; }
MOLT_INLINE bool str_all_ascii(Value v) { return ((Str *)as_obj(v))->length == ((Str *)as_obj(v))->size; }
MOLT_INLINE Value str_ascii_at(Value v, int64_t i) {
  return tagged(ascii_strs[(uint8_t)((Str *)as_obj(v))->data[(uint32_t)i]], T_STR);
}
/* A str of one byte is one of one ASCII character. */
MOLT_INLINE bool str_is_byte(Value v) { return ((Str *)as_obj(v))->size == 1; }
MOLT_INLINE int64_t str_byte(Value v) { return (uint8_t)((Str *)as_obj(v))->data[0]; }
/* (Static strs are unique, those of one ASCII character among them.) */
MOLT_INLINE bool str_same(Value a, Value b) {
  const Str *s = (Str *)as_obj(a), *t = (Str *)as_obj(b);
  if (a == b) return true;
  if (s->size != t->size || (IS_STATIC(s) && IS_STATIC(t))) return false;
  return str_equal(s, t);
}
MOLT_INLINE bool str_contains_str(Value v, Value part) { return str_has((Str *)as_obj(v), (Str *)as_obj(part)); }
MOLT_INLINE bool str_less(Value a, Value b) { return str_compare((Str *)as_obj(a), (Str *)as_obj(b)) < 0; }
MOLT_INLINE int64_t set_length(Value v) { return ((Set *)as_obj(v))->used; }
/* Gives the item its owner; i is in range. */
MOLT_INLINE Value list_take(Value v, int64_t i) {
  List *l = (List *)as_obj(v);
  if (LIKELY(i == (int64_t)l->n - 1 && l->n > l->capacity / 2)) return l->items[--l->n];
  return list_take_at(l, (uint32_t)i);
}
/* As dict_find_plain(). */
MOLT_INLINE Value dict_find_again(Value dict, Value key) {
  const Value *place = dict_recent_place((const Dict *)as_obj(dict), key);
  return place ? *place : dict_find_plain(dict, key);
}
/* What a look-up found, or KeyError. */
MOLT_INLINE Value dict_found(Value v, Value key) { return LIKELY(v != DONE) ? v : raise_key_error(key); }
MOLT_INLINE int64_t dict_length(Value v) { return ((Dict *)as_obj(v))->used; }
MOLT_INLINE int64_t set_seek_item(Value v, int64_t i) {
  const Set *s = (Set *)as_obj(v);
  if (UNLIKELY(!s->table)) return -1;
  for (uint32_t at = (uint32_t)i; at <= s->mask; at++)
    if (s->table[at].key != UNSET && s->table[at].key != SET_DUMMY) return at;
  return -1;
}
MOLT_INLINE Value set_item_at(Value v, int64_t i) { return ((Set *)as_obj(v))->table[(uint32_t)i].key; }
MOLT_INLINE int64_t dict_seek_item(Value v, int64_t i) {
  const Dict *d = (Dict *)as_obj(v);
  for (uint32_t at = (uint32_t)i; at < d->n_entries; at++)
    if (LIKELY(d->entries[at].key != UNSET)) return at;
  return -1;
}
MOLT_INLINE Value dict_key_at(Value v, int64_t i) { return ((Dict *)as_obj(v))->entries[(uint32_t)i].key; }
MOLT_INLINE Value dict_value_at(Value v, int64_t i) { return ((Dict *)as_obj(v))->entries[(uint32_t)i].value; }
MOLT_INLINE void inst_put_slot(Value v, uint32_t i, Value new) { as_instance(v)->slots[i] = new; }
MOLT_INLINE bool function_has_code(Value v, const FuncInfo *info) {
  return has_tag(v, T_FUNCTION) && ((Function *)as_obj(v))->info == info;
}
/* `slot` is an element of Prediction.functions. */
MOLT_INLINE Value pred_method(Function *const *slot) { return tagged(*slot, T_FUNCTION); }
/* How deep calls may still go is compared with one number; `stack` is an address in the caller's frame, or all ones. */
MOLT_INLINE bool recursion_is_deep(uint32_t stack) {
  return recursion_depth >= recursion_ceiling || stack_is_low((const Value *)(uintptr_t)stack);
}
MOLT_INLINE bool recursion_has_room(int32_t levels) { return recursion_depth + levels <= recursion_ceiling; }
MOLT_INLINE int32_t recursion_level(void) { return recursion_depth; }
MOLT_INLINE void recursion_set_level(int32_t depth) { recursion_depth = depth; }

/* ------------------------------------------------------------ generators */
/* May compiled code resume `it` by a direct call of the code of `info`? `sent` is what yield gives. */
MOLT_INLINE bool generator_is_ready(Value it, Value sent, const FuncInfo *info, uint32_t stack) {
  if (!has_tag(it, T_GENERATOR)) return false;
  const Generator *g = (Generator *)as_obj(it);
  return g->fn->info == info && (g->state > 0 || (g->state == 0 && sent == NONE)) && !recursion_is_deep(stack);
}
MOLT_INLINE void generator_enter(Generator *g) {
  exc_state_push(&g->level);
  recursion_depth++;
}
/* Is it suspended again? Otherwise generator_ended() says what comes of it. */
MOLT_INLINE bool generator_leave(const Generator *g) {
  recursion_depth--;
  exc_state_pop(&g->level);
  return g->state >= 0;
}

/* ------------------------------------------------------------ attributes */
static inline bool cache_hit(const AttrCache *c, const void *key, uint32_t kind) {
  return c->key == key && c->kind == (type_version | kind);
}
MOLT_INLINE Value op_getattr_cached(Value o, Str *name, AttrCache *cache) {
  if (LIKELY(has_tag(o, T_INSTANCE) && cache_hit(cache, as_instance(o)->shape, CACHE_INLINE))) {
    Value v = as_instance(o)->slots[cache->index];
    if (LIKELY(v != UNSET)) return incref(v);
  }
  return op_getattr_miss(o, name, cache);
}
MOLT_INLINE bool op_setattr_cached(Value o, Str *name, Value v, AttrCache *cache) {
  if (LIKELY(has_tag(o, T_INSTANCE) && cache_hit(cache, as_instance(o)->shape, CACHE_INLINE))) {
    set_value(&as_instance(o)->slots[cache->index], incref(v));
    return true;
  }
  return op_setattr_miss(o, name, v, cache);
}
/* args[-1] is a scratch slot of the caller's array: the receiver goes there, so that no copy is made. */
MOLT_INLINE Value op_call_method_cached(Value obj, Str *name, Value *args, uint32_t n, Value kwnames, AttrCache *cache) {
  if (LIKELY(has_tag(obj, T_INSTANCE)) && kwnames == NONE &&
      LIKELY(cache_hit(cache, as_instance(obj)->shape, CACHE_SHAPE_METHOD))) {
    Function *f = (Function *)(uintptr_t)cache->index;
    if (LIKELY(simple_signature(f->info, n + 1))) {
      args[-1] = incref(obj);
      return enter_function(f, args - 1, n + 1);
    }
  }
  return op_call_method_miss(obj, name, args, n, kwnames, cache);
}

#endif
