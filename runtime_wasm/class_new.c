/* class_new.c: making classes: type.__new__, and the end of a class. */
#include "inline.h"

#define DEFAULT_INLINE_SLOTS 4

/* ------------------------------------------------------------------- slots */
static bool is_identifier(const Str *s) {
  for (uint32_t i = 0; i < s->size; i++) {
    char c = s->data[i];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (uint8_t)c >= 0x80;
    if (!letter && (i == 0 || c < '0' || c > '9')) return false;
  }
  return s->size != 0;
}

static bool check_slot_name(Value name, const Class *base, bool *dict_wanted) {
  Str *s = as_str(name);
  if (!s) return raise_error(&TypeError_class, "__slots__ items must be strings, not '%T'", name) != RAISED;
  if (!is_identifier(s)) return raise_error(&TypeError_class, "__slots__ must be identifiers") != RAISED;
  if (str_equal(s, S(__dict__))) {
    if (*dict_wanted || !class_lacks_dict(base))
      return raise_error(&TypeError_class, "__dict__ slot disallowed: we already got one") != RAISED;
    *dict_wanted = true;
  }
  return true;
}

/* A private name as the compiler would mangle it in the class's body. */
static Value mangled(const Class *c, Value name) {
  Str *s = as_str(name), *cls = as_str(c->name_value);
  bool private = s->size > 2 && s->data[0] == '_' && s->data[1] == '_' && !(s->data[s->size - 1] == '_' && s->data[s->size - 2] == '_');
  uint32_t skip = 0;
  while (skip < cls->size && cls->data[skip] == '_') skip++;
  if (!private || skip == cls->size) return incref(name);
  StrBuf b;
  buf_init(&b);
  buf_char(&b, '_');
  buf_write(&b, cls->data + skip, cls->size - skip);
  buf_str(&b, s);
  return buf_finish(&b);
}

static bool has_variable_size(const Class *payload) {
  return payload && (payload == &int_class || payload->tag == T_TUPLE || payload->tag == T_BYTES);
}

/* One member descriptor a name; *hidden grows. A value in the class body under the same name is an error. */
static bool add_members(Class *c, Value slots, uint32_t *hidden, bool *dict_wanted) {
  Value names = as_str(slots) ? tuple_from_array(&slots, 1) : tuple_from_iterable(slots);
  if (names == RAISED) return false;
  bool ok = true;
  Tuple *t = as_tuple(names);
  if (t->n && has_variable_size(c->payload)) {
    raise_error(&TypeError_class, "nonempty __slots__ not supported for subtype of '%C'", c->base);
    ok = false;
  }
  for (uint32_t i = 0; ok && i < t->n; i++) {
    ok = check_slot_name(t->items[i], c->base, dict_wanted);
    if (!ok || str_equal(as_str(t->items[i]), S(__dict__)) || str_equal(as_str(t->items[i]), S(__weakref__))) continue;
    Value name = mangled(c, t->items[i]);
    if (name == RAISED) {
      ok = false;
    } else if (dict_get_str(c->dict, as_str(name)) != UNSET) {
      raise_error(&ValueError_class, "%R in __slots__ conflicts with class variable", name);
      ok = false;
    } else {
      Value member = member_new(c, as_str(name), (*hidden)++);
      ok = member != RAISED && dict_set(c->dict, name, member);
      if (member != RAISED) decref(member);
    }
    if (name != RAISED) decref(name);
  }
  decref(names);
  return ok;
}

static bool set_layout(Class *c) {
  Class *base = c->base;
  uint32_t hidden = class_hidden(base);
  Value slots = dict_get_str(c->dict, S(__slots__));
  bool dict_wanted = false;
  if (slots != UNSET) {
    incref(slots);
    bool ok = add_members(c, slots, &hidden, &dict_wanted);
    decref(slots);
    if (!ok) return false;
  }
  bool no_dict = slots != UNSET && !dict_wanted;
  for (uint32_t i = 0; i < c->n_bases; i++) no_dict = no_dict && class_lacks_dict(c->bases[i]);
  if (no_dict) c->flags |= CLASS_NO_DICT;
  c->inline_slots = no_dict ? 0 : base->inline_slots;
  if (!no_dict && base->flags & (CLASS_BUILTIN | CLASS_GUESSED)) {
    c->flags |= CLASS_GUESSED;
    if (c->inline_slots < DEFAULT_INLINE_SLOTS) c->inline_slots = DEFAULT_INLINE_SLOTS;
  }
  c->shape = shape_root_new(c, hidden, c->inline_slots);
  return c->shape || raise_memory_error() != RAISED;
}

/* -------------------------------------------------------------- type.__new__ */
static Class *class_alloc(Class *meta, Class *base) {
  Class *c = obj_alloc(meta, sizeof *c);
  if (!c) {
    raise_memory_error();
    return NULL;
  }
  memset((char *)c + sizeof(Obj), 0, sizeof *c - sizeof(Obj));
  bool is_meta = base->tag == T_CLASS;
  c->name_value = c->qualname = c->module = c->doc = UNSET;
  c->tag = is_meta ? T_CLASS : T_INSTANCE;
  c->slots = is_meta ? &metaclass_slots : &instance_slots;
  c->flags = base->flags & (CLASS_EXCEPTION | CLASS_HAS_DEL | CLASS_HAS_GETATTR | CLASS_HAS_SETATTR);
  c->base = base;
  obj_incref(base);
  if (base->payload) c->payload = base->payload;
  else if (base->flags & CLASS_BUILTIN && base != &object_class && !is_meta && !(base->flags & CLASS_EXCEPTION)) c->payload = base;
  return c;
}

/* Takes `key` out of the class's dictionary: owned, or UNSET. */
static Value take_item(Dict *d, Str *key) {
  Value v = dict_get_str(d, key);
  if (v == UNSET) return v;
  incref(v);
  if (dict_delete(d, tagged(key, T_STR)) < 0) exc_clear();
  return v;
}

static bool wrap_implicit(Class *c, Str *name, Class *wrapper) {
  Value v = dict_get_str(c->dict, name);
  if (v == UNSET || !has_tag(v, T_FUNCTION)) return true;
  Value wrapped = call1(class_value(wrapper), v);
  bool ok = wrapped != RAISED && dict_set_str(c->dict, name, wrapped);
  if (wrapped != RAISED) decref(wrapped);
  return ok;
}

static bool prepare_dict(Class *c) {
  Value qualname = take_item(c->dict, S(__qualname__));
  if (qualname != UNSET && !as_str(qualname)) {
    raise_error(&TypeError_class, "type __qualname__ must be a str, not %T", qualname);
    decref(qualname);
    return false;
  }
  c->qualname = qualname != UNSET ? qualname : incref(c->name_value);
  if (dict_get_str(c->dict, S(__doc__)) == UNSET && !dict_set_str(c->dict, S(__doc__), NONE)) return false;
  if (dict_get_str(c->dict, S(__module__)) == UNSET && !dict_set_str(c->dict, S(__module__), tagged(S(__main__), T_STR))) return false;
  if (dict_get_str(c->dict, S(__eq__)) != UNSET && dict_get_str(c->dict, S(__hash__)) == UNSET &&
      !dict_set_str(c->dict, S(__hash__), NONE))
    return false;
  return wrap_implicit(c, S(__new__), &staticmethod_class) && wrap_implicit(c, S(__init_subclass__), &classmethod_class) &&
         wrap_implicit(c, S(__class_getitem__), &classmethod_class);
}

static void flags_from_dict_and_bases(Class *c) {
  for (uint32_t i = 0; i < c->n_bases; i++)
    c->flags |= c->bases[i]->flags & (CLASS_HAS_DEL | CLASS_HAS_GETATTR | CLASS_HAS_SETATTR);
  if (dict_get_str(c->dict, S(__del__)) != UNSET) c->flags |= CLASS_HAS_DEL;
  if (dict_get_str(c->dict, S(__getattr__)) != UNSET || dict_get_str(c->dict, S(__getattribute__)) != UNSET) c->flags |= CLASS_HAS_GETATTR;
  if (dict_get_str(c->dict, S(__setattr__)) != UNSET || dict_get_str(c->dict, S(__delattr__)) != UNSET) c->flags |= CLASS_HAS_SETATTR;
  Value abstract = dict_get_str(c->dict, S(__abstractmethods__));
  if (abstract != UNSET && op_truth(abstract) > 0) c->flags |= CLASS_ABSTRACT;
}

static bool add_set_name_note(Value name, Value v, const Class *c) {
  Value exc = exc_take();
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "Error calling __set_name__ on '");
  Value type_name = class_name(class_of(v));
  if (type_name != RAISED) buf_str(&b, as_str(type_name)), decref(type_name);
  buf_cstr(&b, "' instance ");
  bool ok = buf_repr(&b, name);
  buf_cstr(&b, " in '");
  buf_str(&b, as_str(c->name_value));
  buf_char(&b, '\'');
  Value note = buf_finish(&b);
  if (!ok || note == RAISED || !exc_note(exc, note)) exc_clear();
  if (note != RAISED) decref(note);
  exc_restore(exc);
  return false;
}

static bool call_set_names(Class *c) {
  Value names = dict_copy(c->dict); /* __set_name__ may change the class */
  if (names == RAISED) return false;
  uint32_t pos = 0;
  Value name, v;
  bool ok = true;
  while (ok && dict_next((Dict *)as_obj(names), &pos, &name, &v)) {
    if (has_tag(v, T_FUNCTION) || !is_ptr(v)) continue;
    if (is_instance(v, &property_class)) property_set_name(unwrap(v), name);
    Value method = lookup_special(v, S(__set_name__));
    if (method == UNSET) continue;
    Value r = method == RAISED ? RAISED : call2(method, class_value(c), name);
    if (method != RAISED) decref(method);
    ok = r != RAISED || add_set_name_note(name, v, c);
    if (r != RAISED) decref(r);
  }
  decref(names);
  return ok;
}

/* super(c, c).__init_subclass__(**kwargs); object's, which may not be linked, takes no arguments. */
static bool call_init_subclass(Class *c, Value kwargs) {
  Value attr = UNSET;
  for (uint32_t i = 1; attr == UNSET && i < c->n_mro; i++) attr = class_own(c->mro[i], S(__init_subclass__));
  bool plain = attr == UNSET || has_tag(attr, T_BUILTIN);
  if (plain && (kwargs == UNSET || dict_size((Dict *)as_obj(kwargs)) == 0)) return true;
  if (plain) return raise_error(&TypeError_class, "%C.__init_subclass__() takes no keyword arguments", c) != RAISED;
  Value method = bind(incref(attr), UNSET, c), none = method == RAISED ? RAISED : tuple_new(0);
  Value r = none == RAISED ? RAISED : call_ex(method, none, kwargs == UNSET ? NONE : kwargs);
  if (none != RAISED) decref(none);
  if (method != RAISED) decref(method);
  if (r == RAISED) return false;
  decref(r);
  return true;
}

static bool fill_cell(Class *c) {
  Value cell = take_item(c->dict, S(__classcell__));
  if (cell == UNSET) return true;
  if (has_tag(cell, T_CELL)) set_value(&((Cell *)as_obj(cell))->v, incref(class_value(c)));
  else raise_error(&TypeError_class, "type.__new__(): __classcell__ must be a nonlocal cell, not '%T'", cell);
  decref(cell);
  return !exc_pending();
}

/* Sets __name__: the str, and a copy with NUL for messages made from C strings. */
bool class_set_name(Class *c, Value name) {
  Str *s = as_str(name);
  char *copy = mem_alloc(s->size + 1);
  if (!copy) return raise_memory_error() != RAISED;
  memcpy(copy, s->data, s->size);
  copy[s->size] = 0;
  if (c->name) mem_free((char *)c->name, as_str(c->name_value)->size + 1);
  c->name = copy;
  set_value(&c->name_value, incref(name));
  return true;
}

static bool class_build(Class *c, Value name, Value bases, Value ns, Value kwargs) {
  if (!class_set_name(c, name)) return false;
  Value dict = dict_copy(as_dict(ns));
  if (dict == RAISED) return false;
  c->dict = (Dict *)as_obj(dict);
  if (!prepare_dict(c) || !class_set_bases(c, bases) || !class_make_mro(c) || !set_layout(c)) return false;
  flags_from_dict_and_bases(c);
  for (uint32_t i = 0; i < c->n_bases; i++)
    if (!subclasses_add(c->bases[i], c)) return false;
  return fill_cell(c) && call_set_names(c) && call_init_subclass(c, kwargs);
}

Value type_new(Class *meta, Value name, Value bases, Value ns, Value kwargs) {
  Class *winner = class_metaclass(meta, bases);
  Class *base = winner ? class_best_base(bases) : NULL;
  Class *c = base ? class_alloc(winner, base) : NULL;
  if (!c) return RAISED;
  if (class_build(c, name, bases, ns, kwargs)) return tagged(c, T_CLASS);
  obj_decref(c);
  return RAISED;
}

Value class_create(Str *name, Value bases, Dict *ns, Dict *kwargs) {
  return type_new(&type_class, tagged(name, T_STR), bases, tagged(ns, T_DICT), kwargs ? tagged(kwargs, T_DICT) : UNSET);
}

/* ---------------------------------------------------------------- lifetime */
void class_clear(Obj *o) {
  Class *c = (Class *)o;
  if (c->flags & CLASS_BUILTIN) return;
  prediction_end(c);
  class_forget();
  type_version_step();
  if (c->dict) dict_clear(c->dict);
  class_forget();
  type_version_step();
}

void class_traverse(Obj *o, Visit visit, void *arg) {
  Class *c = (Class *)o;
  if (c->flags & CLASS_BUILTIN) return;
  if (c->dict) visit(tagged(c->dict, T_DICT), arg);
  if (c->base) visit(class_value(c->base), arg);
  for (uint32_t i = 0; i < c->n_bases; i++) visit(class_value(c->bases[i]), arg);
}

void class_dealloc(Obj *o) {
  Class *c = (Class *)o;
  if (mem_dealloc_deferred(o)) return;
  for (uint32_t i = 0; i < c->n_bases; i++) subclasses_remove(c->bases[i], c);
  class_forget();
  type_version_step();
  prediction_end(c);
  if (c->dict) obj_decref(c->dict);
  shape_free_tree(c->shape);
  subclasses_free(c);
  for (uint32_t i = 0; i < c->n_bases; i++) obj_decref(c->bases[i]);
  mem_free(c->bases, c->n_bases * sizeof *c->bases);
  mem_free(c->mro, c->n_mro * sizeof *c->mro);
  if (c->base) obj_decref(c->base);
  if (c->name) mem_free((char *)c->name, as_str(c->name_value)->size + 1);
  decref(c->name_value);
  decref(c->qualname);
  decref(c->module);
  decref(c->doc);
  obj_release(o, sizeof *c);
}
