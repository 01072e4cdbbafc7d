/* test_containers.c: list, tuple, dict, set, range, slice and the iterator types, through the object API. Expected texts are
 * what CPython 3.12 prints. */
#include "../dict.h"
#include "../iterators.h"
#include "../list.h"
#include "../ops.h"
#include "../set.h"
#include "check.h"

/* ------------------------------------------------------------------ building */
static Value I(int64_t i) { return int_from_i64(i); }

static Value text(const char *s) { return str_from_cstr(s); }

/* A list of the n items, which it takes. */
static Value list_of(uint32_t n, const Value *items) {
  Value l = list_new(n);
  for (uint32_t i = 0; i < n; i++) list_append((List *)as_obj(l), items[i]);
  return l;
}
#define LIST(...) list_of(sizeof((Value[]){__VA_ARGS__}) / sizeof(Value), (Value[]){__VA_ARGS__})

static Value count_to(int64_t n) {
  Value r = range_new(I(0), I(n), I(1)), l = list_from_iterable(r);
  decref(r);
  return l;
}

/* A call of a method; takes receiver and arguments. */
static Value method(Value self, const char *name, uint32_t n, const Value *args) {
  Value copy[4], key = text(name);
  for (uint32_t i = 0; i < n; i++) copy[i] = args[i];
  Value v = call_method(self, as_str(key), copy, n, NONE);
  decref(key);
  decref(self);
  return v;
}
#define METHOD_OF(self, name, ...) \
  method(self, name, sizeof((Value[]){__VA_ARGS__}) / sizeof(Value), (Value[]){__VA_ARGS__})
#define METHOD_NONE(self, name) method(self, name, 0, NULL)

static Value make(Class *cls, uint32_t n, const Value *args) {
  Value v = cls->slots->make(cls, (Value *)args, n, NONE);
  for (uint32_t i = 0; i < n; i++) decref(args[i]);
  return v;
}
#define MAKE(cls, ...) make(cls, sizeof((Value[]){__VA_ARGS__}) / sizeof(Value), (Value[]){__VA_ARGS__})

static Value item(Value o, Value key) {
  Value v = op_getitem_slow(o, key);
  decref(o);
  decref(key);
  return v;
}

static Value binary(BinaryOp op, Value a, Value b) {
  Value v = op_binary(op, a, b);
  decref(a);
  decref(b);
  return v;
}

static Value compare(CompareOp op, Value a, Value b) {
  Value v = op_compare(op, a, b);
  decref(a);
  decref(b);
  return v;
}

static Value listed(Value it) {
  Value l = it == RAISED ? RAISED : list_from_iterable(it);
  if (it != RAISED) decref(it);
  return l;
}

/* ------------------------------------------------------------------ checking */
/* repr(v), or "Type: message" of what was raised. Takes v. */
static void expect_at(int line, Value v, const char *expected) {
  StrBuf b;
  buf_init(&b);
  if (v == RAISED) {
    Value e = exc_take(), message = op_str(e);
    buf_cstr(&b, class_of(e)->name);
    buf_cstr(&b, ": ");
    buf_str(&b, as_str(message));
    decref(message);
    decref(e);
  } else {
    buf_repr(&b, v);
    decref(v);
  }
  Value got = buf_finish(&b);
  Str *s = as_str(got);
  bool same = s->size == strlen(expected) && memcmp(s->data, expected, s->size) == 0;
  if (same) checks_passed++;
  else checks_failed++;
  if (!same) printf("line %d: expected %s, got %.*s\n", line, expected, (int)s->size, s->data);
  decref(got);
}
#define EXPECT(v, expected) expect_at(__LINE__, v, expected)

/* --------------------------------------------------------------------- tests */
static Value slice3(Value start, Value stop, Value step) {
  Value s = slice_new(start, stop, step);
  return s;
}

static void test_list(void) {
  EXPECT(LIST(I(1), text("a"), NONE, LIST(I(2))), "[1, 'a', None, [2]]");
  EXPECT(item(count_to(5), I(-1)), "4");
  EXPECT(item(count_to(5), I(5)), "IndexError: list index out of range");
  EXPECT(item(count_to(5), text("x")), "TypeError: list indices must be integers or slices, not str");
  EXPECT(item(count_to(10), slice3(I(8), I(1), I(-3))), "[8, 5, 2]");
  EXPECT(item(count_to(10), slice3(NONE, NONE, I(0))), "ValueError: slice step cannot be zero");
  EXPECT(METHOD_NONE(count_to(0), "pop"), "IndexError: pop from empty list");
  EXPECT(METHOD_OF(count_to(3), "pop", I(7)), "IndexError: pop index out of range");
  EXPECT(METHOD_OF(count_to(3), "remove", I(7)), "ValueError: list.remove(x): x not in list");
  EXPECT(METHOD_OF(count_to(3), "index", text("q")), "ValueError: 'q' is not in list");
  EXPECT(METHOD_OF(count_to(3), "index", I(2), I(-1)), "2");
  EXPECT(binary(BIN_ADD, count_to(2), count_to(3)), "[0, 1, 0, 1, 2]");
  EXPECT(binary(BIN_ADD, count_to(2), I(3)), "TypeError: can only concatenate list (not \"int\") to list");
  EXPECT(binary(BIN_MUL, count_to(2), I(3)), "[0, 1, 0, 1, 0, 1]");
  EXPECT(compare(CMP_LT, LIST(I(1), I(2)), LIST(I(1), I(3))), "True");
  EXPECT(compare(CMP_EQ, count_to(3), count_to(3)), "True");
  Value l = count_to(6);
  Value s = slice3(I(1), I(5), I(2)), two = LIST(text("a"), text("b"));
  CHECK(op_setitem_slow(l, s, two));
  EXPECT(incref(l), "[0, 'a', 2, 'b', 4, 5]");
  CHECK(!op_setitem_slow(l, s, l));
  EXPECT(RAISED, "ValueError: attempt to assign sequence of size 6 to extended slice of size 2");
  CHECK(op_setitem_slow(l, s, UNSET));
  EXPECT(incref(l), "[0, 2, 4, 5]");
  decref(s);
  decref(two);
  list_append((List *)as_obj(l), incref(l));
  EXPECT(incref(l), "[0, 2, 4, 5, [...]]");
  EXPECT(METHOD_NONE(l, "clear"), "None");
}

static void test_sort(void) {
  Value l = LIST(I(5), I(1), I(4), I(1));
  CHECK(list_sort((List *)as_obj(l), NONE, true));
  EXPECT(l, "[5, 4, 1, 1]");
  l = LIST(text("bb"), text("a"), text("ccc"));
  CHECK(list_sort((List *)as_obj(l), class_value(&str_class), false));
  EXPECT(incref(l), "['a', 'bb', 'ccc']");
  list_append((List *)as_obj(l), I(1));
  CHECK(!list_sort((List *)as_obj(l), NONE, false));
  EXPECT(RAISED, "TypeError: '<' not supported between instances of 'int' and 'str'");
  decref(l);
  l = list_new(0);
  for (int64_t i = 0; i < 5000; i++) list_append((List *)as_obj(l), I(i * 7919 % 5003));
  CHECK(list_sort((List *)as_obj(l), NONE, false));
  bool ordered = true;
  List *sorted = (List *)as_obj(l);
  for (uint32_t i = 1; i < sorted->n; i++) ordered = ordered && small_int(sorted->items[i - 1]) < small_int(sorted->items[i]);
  CHECK(ordered);
  decref(l);
}

static void test_tuple(void) {
  EXPECT(MAKE(&tuple_class, count_to(1)), "(0,)");
  EXPECT(make(&tuple_class, 0, NULL), "()");
  EXPECT(item(MAKE(&tuple_class, count_to(3)), I(3)), "IndexError: tuple index out of range");
  EXPECT(MAKE(&tuple_class, I(3)), "TypeError: 'int' object is not iterable");
  EXPECT(METHOD_OF(MAKE(&tuple_class, count_to(3)), "index", I(9)), "ValueError: tuple.index(x): x not in tuple");
  Value t = MAKE(&tuple_class, count_to(3));
  int64_t hash;
  CHECK(op_hash(t, &hash) && hash == 2187946392326065592); /* hash((0, 1, 2)) */
  decref(t);
}

static void test_dict(void) {
  Value d = dict_new();
  for (int64_t i = 0; i < 40; i++) dict_set(as_dict(d), small_int_value(i * 16), small_int_value(i));
  for (int64_t i = 3; i < 40; i++) CHECK(dict_delete(as_dict(d), small_int_value(i * 16)) == 1);
  EXPECT(incref(d), "{0: 0, 16: 1, 32: 2}");
  EXPECT(item(incref(d), text("k")), "KeyError: 'k'");
  EXPECT(item(incref(d), list_new(0)), "TypeError: unhashable type: 'list'");
  EXPECT(METHOD_OF(incref(d), "setdefault", text("k"), list_new(0)), "[]");
  EXPECT(METHOD_NONE(incref(d), "popitem"), "('k', [])");
  EXPECT(METHOD_NONE(incref(d), "keys"), "dict_keys([0, 16, 32])");
  EXPECT(METHOD_NONE(incref(d), "items"), "dict_items([(0, 0), (16, 1), (32, 2)])");
  EXPECT(listed(MAKE(&reversed_class, incref(d))), "[32, 16, 0]");
  Value other = MAKE(&dict_class, LIST(LIST(I(16), text("x")), LIST(text("n"), NONE)));
  EXPECT(binary(BIN_OR, incref(d), other), "{0: 0, 16: 'x', 32: 2, 'n': None}");
  EXPECT(MAKE(&dict_class, LIST(I(1))), "TypeError: cannot convert dictionary update sequence element #0 to a sequence");
  EXPECT(MAKE(&dict_class, LIST(list_new(0))), "ValueError: dictionary update sequence element #0 has length 0; 2 is required");
  EXPECT(binary(BIN_AND, METHOD_NONE(incref(d), "keys"), LIST(I(16), I(5))), "{16}");
  Value it = op_iter(d);
  decref(op_next_slow(it));
  dict_set(as_dict(d), NONE, NONE);
  EXPECT(op_next_slow(it), "RuntimeError: dictionary changed size during iteration");
  decref(it);
  EXPECT(METHOD_OF(d, "pop", I(99), text("absent")), "'absent'");
  EXPECT(METHOD_NONE(dict_new(), "popitem"), "KeyError: 'popitem(): dictionary is empty'");
}

static void test_set(void) {
  Value s = MAKE(&set_class, LIST(I(16), I(1), I(2), I(3), I(4)));
  EXPECT(incref(s), "{1, 2, 3, 4, 16}");
  EXPECT(METHOD_NONE(incref(s), "copy"), "{16, 1, 2, 3, 4}");
  EXPECT(METHOD_OF(incref(s), "remove", I(7)), "KeyError: 7");
  EXPECT(binary(BIN_XOR, incref(s), MAKE(&set_class, LIST(I(1), I(9)))), "{2, 3, 4, 9, 16}");
  EXPECT(binary(BIN_OR, incref(s), list_new(0)), "TypeError: unsupported operand type(s) for |: 'set' and 'list'");
  EXPECT(METHOD_OF(incref(s), "isdisjoint", LIST(list_new(0))), "TypeError: unhashable type: 'list'");
  EXPECT(compare(CMP_LE, MAKE(&frozenset_class, LIST(I(1))), incref(s)), "True");
  EXPECT(make(&frozenset_class, 0, NULL), "frozenset()");
  EXPECT(METHOD_NONE(make(&set_class, 0, NULL), "pop"), "KeyError: 'pop from an empty set'");
  Value f = MAKE(&frozenset_class, LIST(I(1), I(2)));
  int64_t hash;
  CHECK(op_hash(f, &hash) && hash == -1826646154956904602);
  decref(f);
  Value it = op_iter(s);
  EXPECT(METHOD_OF(s, "add", I(100)), "None");
  EXPECT(op_next_slow(it), "RuntimeError: Set changed size during iteration");
  decref(it);
}

static void test_range_slice(void) {
  EXPECT(MAKE(&range_class, I(1), I(10), I(0)), "ValueError: range() arg 3 must not be zero");
  EXPECT(item(MAKE(&range_class, I(10)), slice3(NONE, NONE, I(-3))), "range(9, -1, -3)");
  EXPECT(item(MAKE(&range_class, I(10)), I(10)), "IndexError: range object index out of range");
  EXPECT(METHOD_OF(MAKE(&range_class, I(10)), "index", I(11)), "ValueError: 11 is not in range");
  EXPECT(compare(CMP_EQ, MAKE(&range_class, I(0), I(3), I(2)), MAKE(&range_class, I(0), I(4), I(2))), "True");
  Value huge = binary(BIN_LSHIFT, I(1), I(80));
  EXPECT(item(MAKE(&range_class, incref(huge)), I(-1)), "1208925819614629174706175");
  EXPECT(METHOD_OF(slice3(I(-3), NONE, NONE), "indices", huge), "(1208925819614629174706173, 1208925819614629174706176, 1)");
  EXPECT(slice3(NONE, I(2), text("x")), "slice(None, 2, 'x')");
  EXPECT(compare(CMP_LT, slice3(I(1), I(2), NONE), slice3(I(1), I(3), NONE)), "True");
}

static void test_iterators(void) {
  EXPECT(listed(MAKE(&enumerate_class, LIST(text("a"), text("b")), I(5))), "[(5, 'a'), (6, 'b')]");
  EXPECT(listed(MAKE(&zip_class, count_to(3), LIST(text("a"), text("b")))), "[(0, 'a'), (1, 'b')]");
  EXPECT(listed(MAKE(&map_class, class_value(&str_class), count_to(3))), "['0', '1', '2']");
  EXPECT(listed(MAKE(&filter_class, NONE, count_to(3))), "[1, 2]");
  EXPECT(listed(MAKE(&reversed_class, count_to(3))), "[2, 1, 0]");
  EXPECT(listed(MAKE(&reversed_class, text("abc"))), "['c', 'b', 'a']");
  EXPECT(MAKE(&reversed_class, set_new()), "TypeError: 'set' object is not reversible");
  EXPECT(MAKE(&map_class, NONE), "TypeError: map() must have at least two arguments.");
  EXPECT(MAKE(&filter_class, NONE), "TypeError: filter expected 2 arguments, got 1");
  EXPECT(make(&enumerate_class, 0, NULL), "TypeError: enumerate() missing required argument 'iterable'");
  Value names = op_tuple((Value[]){text("strict")}, 1), none = list_new(0);
  EXPECT(listed(zip_class.slots->make(&zip_class, (Value[]){none, TRUE_}, 1, names)), "[]");
  EXPECT(zip_class.slots->make(&zip_class, (Value[]){none, TRUE_, TRUE_}, 2, names), "TypeError: 'bool' object is not iterable");
  decref(names);
  decref(none);
}

int main(void) {
  test_list();
  test_sort();
  test_tuple();
  test_dict();
  test_set();
  test_range_slice();
  test_iterators();
  uint32_t leaked = runtime_finish();
  if (leaked) mem_dump_live();
  CHECK(leaked == 0);
  return check_report();
}
