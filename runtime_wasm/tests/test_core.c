/* The core of the runtime, used as compiled code would use it. */
#include "../exc.h"
#include "check.h"

static Str *text(const char *s) {
  Value v = str_from_cstr(s);
  return as_str(v);
}

static bool shows(Value v, const char *expected) {
  Value r = v == RAISED ? exc_take() : v;
  Value repr = op_repr(r);
  bool same = as_str(repr)->size == strlen(expected) && memcmp(as_str(repr)->data, expected, strlen(expected)) == 0;
  if (!same) fprintf(stderr, "shows: %.*s instead of %s\n", (int)as_str(repr)->size, as_str(repr)->data, expected);
  decref(repr);
  decref(r);
  return same;
}

/* def add(a, b=10, *args, c=3, **kw): return [a, b, args, c, kw] */
static Value add_entry(Function *f, Value *args) {
  (void)f;
  Value items[5] = {args[0], args[1], args[3], args[2], args[4]};
  return op_list(items, 5);
}


static void test_functions(void) {
  Str *params[5] = {text("a"), text("b"), text("c"), text("args"), text("kw")};
  Str *name = text("add"), *file = text("t.py");
  FuncInfo info = {.name = name, .qualname = name, .module = S(__main__), .file = file, .n_positional = 2, .n_keyword_only = 1,
                   .flags = FUNC_VARARGS | FUNC_VARKW, .params = params, .entry = (void *)add_entry};
  Value ten = small_int_value(10), three = small_int_value(3), defaults = tuple_from_array(&ten, 1), kwdefaults = dict_new();
  dict_set_str((Dict *)as_obj(kwdefaults), params[2], three);
  Value f = function_new(&info, defaults, kwdefaults, NULL, 0);
  CHECK(shows(call1(f, small_int_value(1)), "[1, 10, (), 3, {}]"));
  Value args[5] = {1, 2, 3, 4, 5};
  for (int i = 0; i < 5; i++) args[i] = small_int_value(i);
  Value names[2] = {tagged(text("c"), T_STR), tagged(text("zz"), T_STR)}, kwnames = tuple_from_array(names, 2);
  CHECK(shows(call(f, args, 3, kwnames), "[0, 1, (2,), 3, {'zz': 4}]"));
  Value none;
  CHECK(shows(call(f, &none, 0, NONE), "TypeError(\"add() missing 1 required positional argument: 'a'\")"));
  info.flags = 0;
  CHECK(shows(call(f, args, 3, NONE), "TypeError('add() takes from 1 to 2 positional arguments but 3 were given')"));
  CHECK(shows(call(f, args, 1, kwnames), "TypeError(\"add() got an unexpected keyword argument 'zz'\")"));
  decref(f), decref(kwnames), decref(names[0]), decref(names[1]);
  for (int i = 0; i < 5; i++) obj_decref(params[i]);
  obj_decref(name), obj_decref(file);
}

/* def init(self, x): self.x = x;   def double(self): return self.x + self.x */
static AttrCache set_cache, get_cache, call_cache;
static Str *x_name;
static Value init_entry(Function *f, Value *args) {
  (void)f;
  bool ok = op_setattr_cached(args[0], x_name, args[1], &set_cache);
  release_args(args, 2);
  return ok ? NONE : RAISED;
}
static Value double_entry(Function *f, Value *args) {
  (void)f;
  Value x = op_getattr_cached(args[0], x_name, &get_cache);
  Value r = x == RAISED ? RAISED : op_add(x, x);
  decref(x);
  release_args(args, 1);
  return r;
}
static int n_deleted;
static Value del_entry(Function *f, Value *args) {
  (void)f;
  n_deleted++;
  release_args(args, 1);
  return NONE;
}

static Value make_method(Value ns, FuncInfo *info, Str *name, uint16_t n, Entry entry, Str *const *params) {
  *info = (FuncInfo){.name = name, .qualname = name, .module = S(__main__), .file = name, .n_positional = n, .params = params,
                     .entry = (void *)entry};
  Value f = function_new(info, NONE, NONE, NULL, 0);
  dict_set_str((Dict *)as_obj(ns), name, f);
  return f;
}

static void test_classes(void) {
  Str *params[2] = {text("self"), text("x")}, *double_name = text("double"), *class_name_ = text("A");
  x_name = params[1];
  FuncInfo infos[3];
  Value bases = tuple_new(0), ns = op_class_prepare(tagged(class_name_, T_STR), bases, UNSET);
  decref(make_method(ns, &infos[0], S(__init__), 2, init_entry, params));
  decref(make_method(ns, &infos[1], double_name, 1, double_entry, params));
  decref(make_method(ns, &infos[2], S(__del__), 1, del_entry, params));
  Value cls = op_class_create(tagged(class_name_, T_STR), bases, ns, UNSET, UNSET, 0);
  decref(ns);
  CHECK(cls != RAISED);
  for (int i = 0; i < 5; i++) {
    Value a = call1(cls, small_int_value(i)), args[2];
    CHECK(is_instance(a, as_class(cls)));
    CHECK(op_call_method_cached(a, double_name, args + 1, 0, NONE, &call_cache) == small_int_value(2 * i));
    decref(a);
    CHECK(n_deleted == i + 1);
  }
  CHECK((get_cache.kind & CACHE_KIND_MASK) == CACHE_INLINE && (set_cache.kind & CACHE_KIND_MASK) == CACHE_ADD &&
        (call_cache.kind & CACHE_KIND_MASK) == CACHE_SHAPE_METHOD);
  Value a = call1(cls, small_int_value(7)), b = op_add(a, a);
  CHECK(shows(b, "TypeError(\"unsupported operand type(s) for +: 'A' and 'A'\")"));
  Str *missing = text("nope"), *y = text("y");
  CHECK(shows(op_getattr(a, missing), "AttributeError(\"'A' object has no attribute 'nope'\")"));
  CHECK(op_setattr(a, y, a)); /* a cycle */
  CHECK(op_delattr(a, x_name));
  CHECK(shows(op_getattr(a, x_name), "AttributeError(\"'A' object has no attribute 'x'\")"));
  decref(a);
  n_deleted = 0;
  CHECK(gc_collect() > 0 && n_deleted == 1);
  CHECK(shows(incref(cls), "<class '__main__.A'>"));
  CHECK(shows(call0(cls), "TypeError(\"__init__() missing 1 required positional argument: 'x'\")"));

  /* class L(list): pass */
  Str *l_name = text("L");
  Value list_base = class_value(&list_class), l_bases = tuple_from_array(&list_base, 1), l_ns = dict_new();
  Value sub = class_create(l_name, l_bases, (Dict *)as_obj(l_ns), NULL);
  Value items[2] = {small_int_value(1), small_int_value(2)}, pair = tuple_from_array(items, 2);
  Value l = call1(sub, pair);
  CHECK(shows(incref(l), "[1, 2]"));
  CHECK(op_len(l) == 2 && op_truth(l) == 1);
  CHECK(shows(op_add(l, unwrap(l)), "[1, 2, 1, 2]"));
  CHECK(op_eq(l, unwrap(l)) == 1);
  CHECK(shows(op_getitem(l, small_int_value(1)), "2"));
  decref(l), decref(pair), decref(sub), decref(l_ns), decref(l_bases), obj_decref(l_name);
  decref(cls), decref(bases);
  obj_decref(params[0]), obj_decref(params[1]), obj_decref(double_name), obj_decref(class_name_), obj_decref(missing), obj_decref(y);
  gc_collect();
}

/* def gen(): x = yield 1; yield x; return 9 */
static Value gen_resume(Generator *g, Value sent) {
  switch (g->state) {
    case 0: g->state = 1; decref(sent); return small_int_value(1);
    case 1:
      if (sent == RAISED) break;
      g->state = 2;
      return sent;
    default:
      if (sent == RAISED) break;
      g->state = -1;
      decref(sent);
      return small_int_value(9);
  }
  g->state = -1;
  return RAISED;
}

static void test_generators(void) {
  Str *name = text("gen");
  FuncInfo info = {.name = name, .qualname = name, .module = S(__main__), .file = name, .flags = FUNC_GENERATOR,
                   .entry = (void *)gen_resume, .n_slots = 2};
  Value f = function_new(&info, NONE, NONE, NULL, 0), g = call0(f), it = op_iter(g);
  CHECK(generator_send(g, small_int_value(5)) == RAISED);
  CHECK(shows(RAISED, "TypeError(\"can't send non-None value to a just-started generator\")"));
  CHECK(op_next(it) == small_int_value(1));
  CHECK(generator_send(g, small_int_value(5)) == small_int_value(5));
  CHECK(op_next(it) == DONE && gen_result() == small_int_value(9) && op_next(it) == DONE);
  decref(it), decref(g);
  g = call0(f);
  op_next(g);
  CHECK(shows(call_name0(g, S(close)), "None"));
  decref(g);
  g = call0(f);
  op_next(g);
  decref(g); /* closes */
  CHECK(!exc_pending());
  decref(f), obj_decref(name);
}

static void test_exceptions(void) {
  raise_error(&ValueError_class, "bad %R and %s", NONE, "more");
  Value prev, exc = exc_catch(&prev);
  CHECK(op_exc_match(exc, class_value(&Exception_class)) == 1 && op_exc_match(exc, class_value(&KeyError_class)) == 0);
  raise_key_error(small_int_value(3));
  CHECK(shows(exc_args(exc), "('bad None and more',)"));
  exc_uncatch(prev);
  Value key = exc_take();
  CHECK(*exc_field(key, EXC_CONTEXT) == exc);
  FuncInfo info = {.name = S(__main__), .qualname = S(__main__), .file = S(__main__), .module = S(__main__)};
  Site site = {&info, 3, S(__init__), S(__del__)};
  exc_restore(key);
  tb_add(&site), tb_add(&site), tb_add(&site), tb_add(&site), tb_add(&site);
  Value shown = exc_format(exc_take());
  fwrite(as_str(shown)->data, 1, as_str(shown)->size, stdout);
  decref(shown);
  decref(key);
  decref(exc);
  CHECK(shows(raise_os_error(2, UNSET), "FileNotFoundError(2, 'No such file or directory')"));
  CHECK(shows(op_reraise_current(), "RuntimeError('No active exception to reraise')"));
  CHECK(shows(op_getitem(small_int_value(1), NONE), "TypeError(\"'int' object is not subscriptable\")"));
}

int main(void) {
  test_functions();
  test_classes();
  test_generators();
  test_exceptions();
  uint32_t leaked = runtime_finish();
  CHECK(leaked == 0);
#ifdef MOLT_DEBUG
  if (leaked) mem_dump_live();
#endif
  return check_report();
}
