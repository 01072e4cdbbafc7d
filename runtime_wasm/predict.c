/* predict.c: predicted classes: what compiled code may take for granted of a class, and when it no longer may.
 *
 * The compiler sees a class statement and assumes that it means what it says: these methods, these attributes, objects laid
 * out so. class_predict() compares that with the class that came of it. From then on every change to the class or to one
 * that it inherits from is held against the prediction (class_changed() calls prediction_changed()); the first that
 * contradicts it makes it void for good, and guards in compiled code fail from there on. An instance needs no watching: its shape
 * says which attributes it has, and names of methods are never among those of a predicted shape.
 */
#include "inline.h"

/* --------------------------------------------------------------- the end */
static void prediction_void(Prediction *p) {
  if (p->cls) p->cls->prediction = NULL;
  p->cls = NULL;
  p->flags |= PREDICT_VOID;
  for (uint32_t i = 0; i < p->n_methods; i++) p->functions[i] = NULL;
  for (uint32_t i = 0; i <= p->n_members + p->n_names; i++) p->shapes[i] = NULL;
}

void prediction_end(Class *c) {
  if (c->prediction) prediction_void(c->prediction);
  for (uint32_t i = 0; i < subclasses_count(c); i++) prediction_end(subclasses_at(c, i));
}

/* A value in the class that leaves attributes of the same name to the instances, whatever happens to other classes. */
static bool yields_to_instance(Value v) { return v == UNSET || has_tag(v, T_FUNCTION) || is_plain_data(v); }

/* Is the prediction in doubt when `name` stands for v in the class? */
static bool is_contradicted(const Prediction *p, const Str *name, Value v) {
  if (is_dunder(name)) return true;
  for (uint32_t i = 0; i < p->n_methods; i++)
    if (str_equal(p->methods[i].name, name)) return true;
  uint32_t n = yields_to_instance(v) ? p->n_slots : p->n_slots + p->n_names;
  for (uint32_t i = 0; i < n; i++)
    if (str_equal(p->names[i], name)) return true;
  return false;
}

void prediction_changed(Class *c, const Str *name, Value v) {
  if (c->prediction && is_contradicted(c->prediction, name, v)) prediction_void(c->prediction);
  for (uint32_t i = 0; i < subclasses_count(c); i++) prediction_changed(subclasses_at(c, i), name, v);
}

/* ------------------------------------------------------------- comparison */
static bool is_ordinary(Value cls) {
  if (!has_tag(cls, T_CLASS)) return false;
  const Class *c = as_class(cls);
  const uint32_t special = CLASS_BUILTIN | CLASS_HAS_GETATTR | CLASS_HAS_SETATTR;
  return c->h.cls == &type_class && c->tag == T_INSTANCE && !c->payload && !(c->flags & special) && !c->prediction;
}

static bool slots_agree(Class *c, const Prediction *p) {
  if (class_hidden(c) != p->n_slots || !(c->flags & CLASS_EXCEPTION) != !(p->flags & PREDICT_EXCEPTION)) return false;
  if (p->flags & PREDICT_EXCEPTION) return p->n_slots == EXC_OWN;
  for (uint32_t i = 0; i < p->n_slots; i++) {
    Value attr = class_lookup(c, p->names[i]);
    if (attr == UNSET || member_slot(attr) != (int32_t)i) return false;
  }
  return true;
}

static bool is_method(const Prediction *p, const Str *name) {
  for (uint32_t i = 0; i < p->n_methods; i++)
    if (str_equal(p->methods[i].name, name)) return true;
  return false;
}

static bool names_agree(Class *c, const Prediction *p) {
  if (p->n_names > (c->flags & CLASS_NO_DICT ? 0 : INLINE_SLOTS_MAX)) return false;
  for (uint32_t i = p->n_slots; i < p->n_slots + p->n_names; i++)
    if (!yields_to_instance(class_lookup(c, p->names[i])) || is_method(p, p->names[i])) return false;
  return true;
}

/* Finds the functions, too. */
static bool methods_agree(Class *c, const Prediction *p) {
  for (uint32_t i = 0; i < p->n_methods; i++) {
    Value attr = class_lookup(c, p->methods[i].name);
    if (!has_tag(attr, T_FUNCTION) || ((Function *)as_obj(attr))->info != p->methods[i].info) return false;
    p->functions[i] = (Function *)as_obj(attr);
  }
  return true;
}

/* Is a method of `owner` the one that a class without methods of its own has? */
static bool is_builtin_part(const Class *c, const Class *owner) {
  return c->flags & CLASS_EXCEPTION ? owner && owner->flags & CLASS_EXCEPTION : owner == &object_class;
}

static bool constructor_agrees(Class *c, const Prediction *p) {
  if (!(p->flags & PREDICT_CONSTRUCTIBLE)) return true;
  if (c->flags & CLASS_ABSTRACT || !is_builtin_part(c, wrapped_class(class_lookup(c, S(__new__))))) return false;
  return is_method(p, S(__init__)) || is_builtin_part(c, wrapped_class(class_lookup(c, S(__init__))));
}

Value pred_new_exception(const Prediction *p, Value *args, uint32_t n) {
  Value exc = pred_new_any(p);
  if (exc == RAISED || exc_set_args(exc, args, n)) return exc;
  decref(exc);
  return RAISED;
}

/* Makes the path of shapes, with room for all attributes inside the instance. */
static bool make_shapes(Class *c, const Prediction *p) {
  if (c->inline_slots < p->n_names) c->inline_slots = p->n_names;
  Shape *s = class_root_shape(c);
  if (!s || s->n_inline < p->n_names) return false;
  uint32_t n = 0;
  p->shapes[n++] = s;
  for (uint32_t i = 0; i < p->n_members && s; i++) p->shapes[n++] = s = shape_promote(s, p->members[i]);
  for (uint32_t i = p->n_slots; i < p->n_slots + p->n_names && s; i++) {
    Str *name = p->names[i];
    s = shape_find(s, name) < 0 ? shape_add_predicted(s, name, p->floats[i / 32] >> i % 32 & 1) : NULL;
    p->shapes[n++] = s;
  }
  return s != NULL;
}

Value pred_new_any(const Prediction *p) {
  if (gc_countdown <= 0) gc_safe_point();
  Instance *o = instance_alloc(p->shapes[0]);
  return LIKELY(o != NULL) ? tagged(o, T_INSTANCE) : raise_memory_error();
}

void class_predict(Value cls, Prediction *p) {
  Class *c = is_ordinary(cls) ? as_class(cls) : NULL;
  bool is_first = !p->cls && !(p->flags & PREDICT_VOID); /* a class statement may run more than once */
  if (is_first && c && slots_agree(c, p) && names_agree(c, p) && methods_agree(c, p) && constructor_agrees(c, p) && make_shapes(c, p)) {
    p->cls = c;
    c->prediction = p;
  } else {
    prediction_void(p);
  }
}
