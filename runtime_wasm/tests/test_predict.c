/* test_predict.c: predicted classes: what fills a prediction, what voids it, and that guards on it never lie. */
#include "../inline.h"
#include "check.h"

enum { SELF, X, Y, POINT, NORM, OTHER, N_TEXTS };
static Str *texts[N_TEXTS];

static Value plain_entry(Function *f, Value *args) {
  release_args(args, f->info->n_positional);
  return NONE;
}

/* class P: def __init__(self, x, y) sets x and y; def norm(self). With `is_slotted`, x is in __slots__ and so is no attribute. */
static FuncInfo init_info, norm_info;
static PredictedMethod methods[2];
static Str *names[2];

typedef struct Case {
  Prediction p;
  Function *functions[2];
  Shape *shapes[3];
  Value cls;
} Case;

static void describe(FuncInfo *info, Str *name, uint16_t n) {
  *info = (FuncInfo){.name = name, .qualname = name, .module = S(__main__), .file = name, .n_positional = n, .params = texts,
                     .entry = (void *)plain_entry};
}

static void set(Value ns, Str *name, Value v /* takes */) {
  dict_set_str((Dict *)as_obj(ns), name, v);
  decref(v);
}

static Value body(void) {
  Value ns = dict_new();
  set(ns, S(__init__), function_new(&init_info, NONE, NONE, NULL, 0));
  set(ns, texts[NORM], function_new(&norm_info, NONE, NONE, NULL, 0));
  return ns;
}

static Value create(Value ns /* takes */, Value base) {
  Value bases = base == UNSET ? tuple_new(0) : tuple_from_array(&base, 1);
  Value cls = op_class_create(tagged(texts[POINT], T_STR), bases, ns, UNSET, UNSET, 2);
  decref(ns), decref(bases);
  return cls;
}

static void predict(Case *c, Value cls /* takes */) {
  *c = (Case){.cls = cls};
  c->p = (Prediction){.n_names = 2, .n_methods = 2, .flags = PREDICT_CONSTRUCTIBLE, .names = names, .methods = methods,
                      .functions = c->functions, .shapes = c->shapes};
  class_predict(cls, &c->p);
}

static bool holds(const Case *c) {
  bool all = c->p.cls == as_class(c->cls) && c->functions[0] && c->functions[1] && c->shapes[0] && c->shapes[1] && c->shapes[2];
  return all && pred_is_class(c->cls, &c->p) && as_class(c->cls)->prediction == &c->p;
}

static bool is_void(const Case *c) {
  bool none = !c->p.cls && !c->functions[0] && !c->functions[1] && !c->shapes[0] && !c->shapes[1] && !c->shapes[2];
  return none && !pred_is_class(c->cls, &c->p) && !as_class(c->cls)->prediction;
}

static Value new_point(const Case *c, Value x, Value y) {
  Value v = pred_new(&c->p, 0, 2);
  inst_add_slot(v, 0, x, c->shapes[1]);
  inst_add_slot(v, 1, y, c->shapes[2]);
  return v;
}

static void finish(Case *c) {
  decref(c->cls);
  gc_collect();
  CHECK(!c->p.cls && !c->shapes[0]); /* the class died */
}

static void test_instances(void) {
  Case c;
  predict(&c, create(body(), UNSET));
  CHECK(holds(&c));
  CHECK(c.functions[0]->info == &init_info && c.functions[1]->info == &norm_info);
  Value list = list_new(0), v = new_point(&c, small_int_value(1), incref(list));
  CHECK(pred_has_shape(v, &c.shapes[2]) && !pred_has_shape(v, &c.shapes[1]) && !pred_has_shape(NONE, &c.shapes[0]));
  CHECK(inst_slot(v, 0) == small_int_value(1) && op_getattr(v, texts[Y]) == list);
  inst_set_slot(v, 1, small_int_value(7));
  CHECK(as_obj(list)->rc == 2 && op_getattr(v, texts[Y]) == small_int_value(7));
  decref(list), decref(list);
  /* The generic way makes the same shapes. */
  Value w = call2(c.cls, NONE, NONE);
  CHECK(pred_has_shape(w, &c.shapes[0]));
  CHECK(op_setattr(w, texts[X], NONE) && pred_has_shape(w, &c.shapes[1]) && op_setattr(w, texts[Y], NONE));
  CHECK(pred_has_shape(w, &c.shapes[2]));
  CHECK(op_setattr(w, texts[NORM], NONE) && !pred_has_shape(w, &c.shapes[2])); /* shadows the method */
  decref(w);
  CHECK(op_delattr(v, texts[X]) && !pred_has_shape(v, &c.shapes[0]) && !pred_has_shape(v, &c.shapes[1]));
  decref(v);
  v = new_point(&c, NONE, NONE);
  decref(op_getattr(v, S(__dict__)));
  CHECK(!pred_has_shape(v, &c.shapes[2]));
  decref(v);
  CHECK(holds(&c));
  finish(&c);
}

/* x and y are floats, as the shapes promise: what stores something else leaves these shapes, and cached sites notice. */
static void test_floats(void) {
  Case c = {.cls = create(body(), UNSET)};
  c.p = (Prediction){.n_names = 2, .n_methods = 2, .flags = PREDICT_CONSTRUCTIBLE, .floats = {3}, .names = names, .methods = methods,
                     .functions = c.functions, .shapes = c.shapes};
  class_predict(c.cls, &c.p);
  CHECK(holds(&c) && c.shapes[2]->n_held == 0);
  Value half = float_value(0.5), list = list_new(0);
  AttrCache sites[3] = {0};
  for (int i = 0; i < 3; i++) {
    Value v = call2(c.cls, NONE, NONE);
    CHECK(op_setattr_cached(v, texts[X], half, &sites[0]) && op_setattr_cached(v, texts[Y], half, &sites[1]));
    CHECK(pred_has_shape(v, &c.shapes[2]) && op_setattr_cached(v, texts[X], float_value(1.5), &sites[2]));
    CHECK(pred_has_shape(v, &c.shapes[2]) && op_setattr_cached(v, texts[X], list, &sites[2]));
    CHECK(!pred_has_shape(v, &c.shapes[2]) && !pred_has_shape(v, &c.shapes[1]) && as_obj(list)->rc == 2);
    CHECK(op_setattr_cached(v, texts[X], half, &sites[2]) && as_obj(list)->rc == 1 && op_getattr(v, texts[Y]) == half);
    decref(v);
    v = call2(c.cls, NONE, NONE);
    CHECK(op_setattr_cached(v, texts[X], half, &sites[0]) && op_setattr_cached(v, texts[Y], list, &sites[1]));
    CHECK(!pred_has_shape(v, &c.shapes[2]) && op_setattr(v, texts[OTHER], half) && op_getattr(v, texts[X]) == half);
    decref(v);
    CHECK(as_obj(list)->rc == 1); /* the shape without promises releases it */
    v = call2(c.cls, NONE, NONE);
    CHECK(op_setattr_cached(v, texts[X], list, &sites[0]) && op_setattr_cached(v, texts[Y], half, &sites[1]));
    CHECK(!pred_has_shape(v, &c.shapes[1]) && !pred_has_shape(v, &c.shapes[2]));
    CHECK(op_delattr(v, texts[Y]) && op_getattr(v, texts[X]) == list);
    decref(list), decref(v);
  }
  decref(list);
  finish(&c);
}

/* The same of x in __slots__: a promise that new instances do not keep yet, and that others may keep again. */
static void test_float_members(void) {
  Value ns = body();
  set(ns, S(__slots__), tuple_from_array((Value[]){tagged(texts[X], T_STR)}, 1));
  Case c = {.cls = create(ns, UNSET)};
  static const uint32_t members[] = {0};
  c.p = (Prediction){.n_slots = 1, .n_methods = 2, .flags = PREDICT_CONSTRUCTIBLE, .n_members = 1, .floats = {1}, .members = members,
                     .names = names, .methods = methods, .functions = c.functions, .shapes = c.shapes};
  class_predict(c.cls, &c.p);
  CHECK(c.p.cls == as_class(c.cls) && c.shapes[0] && c.shapes[1] && c.shapes[1]->n_held == 0);
  AttrCache sites[2] = {0};
  Value list = list_new(0), half = float_value(0.5);
  for (int i = 0; i < 3; i++) {
    Value v = call2(c.cls, NONE, NONE);
    CHECK(pred_has_shape(v, &c.shapes[0]) && op_setattr_cached(v, texts[X], half, &sites[0]) && pred_has_shape(v, &c.shapes[1]));
    CHECK(op_setattr_cached(v, texts[X], list, &sites[1]) && pred_has_shape(v, &c.shapes[0]) && as_obj(list)->rc == 2);
    CHECK(op_setattr_cached(v, texts[X], half, &sites[0]) && pred_has_shape(v, &c.shapes[1]) && as_obj(list)->rc == 1);
    CHECK(op_delattr(v, texts[X]) && pred_has_shape(v, &c.shapes[0]) && op_setattr(v, texts[X], list));
    CHECK(pred_has_shape(v, &c.shapes[0]));
    decref(v);
    CHECK(as_obj(list)->rc == 1);
  }
  decref(list);
  finish(&c);
}

/* Instances that outgrow their room leave the shapes of others alone. */
static void test_growth(void) {
  Case c;
  predict(&c, create(body(), UNSET));
  Value v = new_point(&c, NONE, NONE);
  char name[] = "attr_";
  for (int i = 0; i < 12; i++) {
    name[4] = (char)('a' + i);
    Value key = str_from_cstr(name);
    CHECK(op_setattr(v, as_str(key), NONE));
    decref(key);
  }
  decref(v);
  v = call2(c.cls, NONE, NONE);
  CHECK(holds(&c) && pred_has_shape(v, &c.shapes[0]));
  decref(v);
  finish(&c);
}

static void test_changes(void) {
  Value f = function_new(&norm_info, NONE, NONE, NULL, 0), property = call1(class_value(&property_class), f);
  const struct {
    Str *name;
    Value v;
    bool on_base, voids;
  } rows[] = {
      {texts[OTHER], small_int_value(1), false, false}, {texts[OTHER], f, true, false},
      {texts[X], small_int_value(1), false, false},     {texts[X], property, false, true},
      {texts[X], property, true, true},                 {texts[NORM], small_int_value(1), false, true},
      {texts[NORM], f, false, true},                    {texts[NORM], f, true, true},
      {S(__init__), f, false, true},                    {S(__getattr__), f, true, true},
      {S(__eq__), f, false, true},                      {texts[NORM], UNSET, false, true},
  };
  for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    Value base = create(dict_new(), UNSET);
    Case c;
    predict(&c, create(body(), base));
    CHECK(holds(&c));
    Value v = new_point(&c, NONE, NONE);
    CHECK(op_setattr(rows[i].on_base ? base : c.cls, rows[i].name, rows[i].v));
    CHECK(rows[i].voids ? is_void(&c) : holds(&c));
    class_predict(c.cls, &c.p);
    CHECK(is_void(&c)); /* a second statement, or a second try */
    decref(v), decref(base);
    decref(c.cls);
    gc_collect();
  }
  decref(property), decref(f);
}

static void expect_refusal(Value cls /* takes */) {
  Case c;
  predict(&c, cls);
  CHECK(is_void(&c));
  decref(cls);
  gc_collect();
}

static void test_refusals(void) {
  expect_refusal(create(dict_new(), UNSET)); /* no methods */
  expect_refusal(create(body(), class_value(&list_class)));
  expect_refusal(create(body(), class_value(&ValueError_class)));
  Value ns = body(), f = function_new(&norm_info, NONE, NONE, NULL, 0), property = call1(class_value(&property_class), f);
  set(ns, texts[X], property);
  expect_refusal(create(ns, UNSET));
  ns = body(), set(ns, S(__setattr__), incref(f));
  expect_refusal(create(ns, UNSET));
  ns = body(), set(ns, S(__new__), f);
  expect_refusal(create(ns, UNSET));
  ns = body(), set(ns, S(__slots__), incref(tagged(texts[OTHER], T_STR)));
  expect_refusal(create(ns, UNSET));
}

static void test_slots(void) {
  Value ns = body();
  set(ns, S(__slots__), incref(tagged(texts[X], T_STR)));
  Value cls = create(ns, UNSET);
  Case c = {.cls = cls};
  c.p = (Prediction){.n_slots = 1, .n_methods = 2, .flags = PREDICT_CONSTRUCTIBLE, .names = names, .methods = methods,
                     .functions = c.functions, .shapes = c.shapes};
  class_predict(cls, &c.p);
  CHECK(c.p.cls == as_class(cls));
  Value v = pred_new(&c.p, 1, 0);
  inst_put_slot(v, 0, UNSET);
  CHECK(pred_has_shape(v, &c.shapes[0]) && inst_slot(v, 0) == UNSET);
  inst_set_slot(v, 0, small_int_value(3));
  CHECK(op_getattr(v, texts[X]) == small_int_value(3) && op_delattr(v, texts[X]) && inst_slot(v, 0) == UNSET);
  decref(v);
  CHECK(op_delattr(cls, texts[X]) && !c.p.cls);
  decref(cls);
  gc_collect();
}

int main(void) {
  static const char *const words[N_TEXTS] = {"self", "x", "y", "Point", "norm", "other"};
  for (int i = 0; i < N_TEXTS; i++) texts[i] = as_str(str_from_cstr(words[i]));
  names[0] = texts[X], names[1] = texts[Y];
  describe(&init_info, S(__init__), 3);
  describe(&norm_info, texts[NORM], 1);
  methods[0] = (PredictedMethod){S(__init__), &init_info};
  methods[1] = (PredictedMethod){texts[NORM], &norm_info};
  test_instances();
  test_floats();
  test_float_members();
  test_growth();
  test_changes();
  test_refusals();
  test_slots();
  for (int i = 0; i < N_TEXTS; i++) obj_decref(texts[i]);
#ifdef MOLT_DEBUG
  CHECK(runtime_finish() == 0);
#endif
  return check_report();
}
