/* instance.h: instances of user classes and of built-in exceptions, their shapes, and the other core layouts
 * that more than one core file reads.
 *
 * An instance's attributes live in slots; its shape says which attribute is in which slot. Shapes form a tree below the
 * class's root shape, one transition an added attribute (Chambers, Ungar, Lee: "An efficient implementation of SELF",
 * OOPSLA 1989), so two instances that got the same attributes in the same order share a shape, and the path from the root
 * is the insertion order that __dict__ shows. Slots [0, hidden) are not attributes: the payload of a built-in base, the
 * fields of an exception, the members of __slots__. Then n_inline attribute slots, and further ones in `extra`.
 * A shape may promise that slots hold floats, as the compiled program predicts (predict.c; field representations in
 * V8's maps are the model): what stores something else moves the instance to the shape that has no promises. Members of
 * __slots__ start unset, so for these there are further, nameless shapes between the root and those of attributes.
 * After a deletion or a look at __dict__ the instance is in dictionary mode: its shape is the root's dict_shape and
 * `extra` is a Dict, exact and live.
 */
#ifndef MOLT_INSTANCE_H
#define MOLT_INSTANCE_H

#include "molt.h"

typedef struct Instance {
  Obj h;
  Shape *shape;
  Value *extra; /* attribute slots beyond n_inline; dictionary mode: the Dict */
  Value slots[];
} Instance;

struct Shape {
  Class *cls;      /* not counted: a class outlives its instances */
  Shape *parent;   /* NULL: root or dict_shape */
  Str *name;       /* the attribute this shape added; NULL in a root */
  uint32_t count;  /* attributes in all; this one has index count - 1 */
  uint16_t hidden;
  uint16_t n_inline;
  uint16_t is_dict;
  uint16_t n_builtin; /* hidden slots that belong to a built-in base: released last */
  uint32_t size;      /* bytes of an instance */
  uint32_t n_held;    /* slots inside it, hidden ones included, up to the last one in use that does not promise a float */
  uint64_t floats;    /* promises: bit i, slot i inside holds a float in every instance of this shape */
  Shape *plain;       /* of an attribute's shape that promises: its twin that does not; NULL until it is needed */
  Shape *promoted;    /* of an instance that has a float in the hidden slot `promoted_slot` besides; NULL */
  uint32_t promoted_slot;
  uint32_t is_flat;   /* an instance is one block, and nothing in it is to be released */
  Shape *first_child, *next_sibling;
  Shape *dict_shape; /* root only: made on first use */
  Shape *older_root; /* root only: roots of the class with other room for attributes */
  struct ShapeTable *table; /* name to index, once count is past a linear search; NULL */
};

/* Fields of an exception, in its hidden slots; those from EXC_OWN depend on the class (exc_fields.c). */
/* EXC_ARGS: a tuple, or what exc_args() makes one of: UNSET for none, the only argument if that is no tuple, or a LateText. */
enum { EXC_ARGS, EXC_TRACEBACK, EXC_CAUSE, EXC_CONTEXT, EXC_SUPPRESS, EXC_OWN };

/* [layout] T_BUILTIN: a function of a module or a method of a built-in class. */
typedef struct Builtin {
  Obj h;
  const MethodDef *def;
  Class *owner; /* method: the class it was found in; NULL for a module's function */
  Value self;   /* bound receiver, or UNSET: a method descriptor, or NONE: a plain function */
} Builtin;

/* T_METHOD. */
typedef struct Method {
  Obj h;
  Value fn, self;
} Method;

/* A slot wrapper's calling convention, beyond CallKind: Value f(Class *owner, Value self, Value *args, uint32_t n). */
#define CALL_SLOT 5
#define CLASS_ABSTRACT 256u /* __abstractmethods__ is not empty */
#define CLASS_TOUCHED 512u  /* a built-in class that owns memory */
#define CLASS_GUESSED 1024u /* inline_slots is a guess: nothing is known of its instances' attributes */
typedef Value (*SlotCall)(Class *owner, Value self, Value *args, uint32_t n);

/* class_of() where a call of it would be felt. */
static inline Class *class_of_quick(Value v) { return is_ptr(v) ? as_obj(v)->cls : class_of(v); }
/* May a slot inside hold v while the promises of the shape hold? */
static inline bool shape_takes(const Shape *s, uint32_t slot, Value v) {
  return !s->floats || !(s->floats >> slot & 1) || is_double(v);
}
static inline Instance *as_instance(Value v) { return (Instance *)as_obj(v); }
static inline Class *as_class(Value v) { return (Class *)as_obj(v); }
static inline bool is_slot_wrapper(Value v) {
  return has_tag(v, T_BUILTIN) && ((Builtin *)as_obj(v))->def->kind == CALL_SLOT;
}
/* Values of built-in types that are no descriptors. */
static inline bool is_plain_data(Value v) {
  return v != UNSET && (!is_ptr(v) || ((v >> 32 & 0xFFFF) >= T_INT && (v >> 32 & 0xFFFF) <= T_SLICE));
}
/* Where a user class's dunder came from C: the class whose slot it wraps, else NULL. */
static inline Class *wrapped_class(Value v) { return is_slot_wrapper(v) ? ((Builtin *)as_obj(v))->owner : NULL; }

/* shape.c */
Shape *shape_root_new(Class *cls, uint32_t hidden, uint32_t n_inline);
Shape *shape_add(Shape *s, Str *name);                /* the transition; NULL: out of memory */
Shape *shape_add_predicted(Shape *s, Str *name, bool is_float); /* the same, promising what s does, and a float */
Shape *shape_promote(Shape *s, uint32_t slot);        /* s, promising a float in a hidden slot besides; NULL: out of memory */
Shape *shape_plain(Shape *s);                         /* its twin that promises nothing; NULL: out of memory */
int32_t shape_find(Shape *s, const Str *name);        /* attribute index, or -1 */
void shape_names(Shape *s, Str **names);              /* the s->count names in insertion order, borrowed */
void shape_free_tree(Shape *root);
Shape *shape_dict_mode(Shape *s);                     /* the class's dictionary-mode shape */

/* instance_slots.c */
extern const Slots instance_slots, metaclass_slots;
Value object_compare(CompareOp op, Value a, Value b); /* object.__eq__ and its kin */
Value slot_getitem(Class *owner, Value self, Value key); /* the built-in owner's __getitem__; dict: with __missing__ */
Value slot_format(Class *owner, Value self, Value spec);
/* ops.c */
int op_contains_by_iteration(Value container, Value item);
bool is_iterator(Value v);
bool raise_no_item_change(Value o, Value key, bool deletion);
/* union_type.c */
extern Class union_class;
Value union_new(Value a, Value b);                    /* a | b; NOT_IMPLEMENTED unless both are types */
Value union_args(Value u);                            /* borrowed tuple */
/* generic_alias.c */
extern Class generic_alias_class;
bool write_type_text(StrBuf *b, Value v);             /* a class or type expression as annotations show it */
Value generic_alias_new(Value origin, Value args);    /* list[int]; TypeError when the class takes no parameters */
/* instance.c */
#define INLINE_SLOTS_MAX 64u                          /* attribute slots inside an instance */
#define SHAPE_ATTRIBUTES_MAX 0xFFF0u
uint32_t class_hidden(const Class *c);                /* hidden slots that a subclass of c starts with */
Shape *class_root_shape(Class *c);                    /* of instances to come; NULL: out of memory, nothing raised */
Value instance_new(Class *cls);                       /* every slot UNSET */
Value *instance_slot(Instance *o, uint32_t index);    /* of attribute `index` */
Value instance_get(Instance *o, Str *name);           /* borrowed; UNSET: absent. Attributes only, no descriptors */
bool instance_set(Instance *o, Str *name, Value v);   /* borrows v */
bool instance_add(Instance *o, Shape *to, Value v);   /* appends the attribute that `to` adds to o's shape */
bool instance_put(Instance *o, uint32_t slot, Value v); /* replaces what a slot inside holds; borrows v */
int instance_del(Instance *o, Str *name);             /* 1, 0 absent, -1 raised */
Dict *instance_dict(Instance *o);                     /* borrowed; switches to dictionary mode */
bool instance_set_dict(Instance *o, Value dict);
bool instance_set_class(Value o, Class *cls);
/* Ends an instance whose count is zero, but leaves to the caller an object that only its last slot held, or gives NULL: so
 * a chain of objects is freed in a loop. */
Obj *instance_free(Obj *o);
void instance_dealloc(Obj *o);
void instance_traverse(Obj *o, Visit visit, void *arg);
void instance_clear(Obj *o);
void instance_finalize(Obj *o);                       /* calls __del__ */

/* class.c */
extern uint32_t type_version;                         /* the bits of CACHE_KIND_MASK are free for AttrCache.kind */
void type_version_step(void);                         /* all inline caches are void */
Value *class_own_cell(Class *c, Str *name);           /* where the user class c keeps `name`; NULL */
Value *class_cell(Class *c, Str *name);               /* where the MRO's first `name` is kept, in a user class; NULL */
/* Writes to class_own_cell(c, name), not of a dunder, if the old and the new value are plain data; false: not done. */
bool class_rebind(Class *c, Str *name, Value *cell, Value v);
bool class_makes_descriptors(Class *c);               /* its instances may be descriptors */
bool is_unbound_data(Value v);                        /* a class attribute that is itself, through class and instance */
Value class_own(Class *c, Str *name);                 /* borrowed: in c's own dictionary; UNSET */
Class *class_mro_at(const Class *c, uint32_t i);      /* NULL at the end */
bool class_setattr(Value self, Str *name, Value v);
bool is_dunder(const Str *name);
Class *class_solid(const Class *c);
Dict *class_dict(Class *c);                           /* made for a built-in class on first use; NULL: raised */
Value class_qualname(const Class *c);
bool class_touch(Class *c);                           /* a built-in class is about to own memory */
void class_release_builtin(void);
void class_changed(Class *c, Str *name, Value old, Value v);
void class_bases_changed(Class *c);
void class_forget(void);                              /* a class died: its address may come back */
/* class_bases.c */
uint32_t subclasses_count(const Class *c);
Class *subclasses_at(const Class *c, uint32_t i);
bool subclasses_add(Class *c, Class *sub);
void subclasses_remove(Class *c, const Class *sub);
void subclasses_free(Class *c);
bool class_make_mro(Class *c);                        /* from c->bases */
bool class_set_bases(Class *c, Value bases);          /* c->bases alone */
Class *class_best_base(Value bases);                  /* whose layout a class extends: the one with the most derived solid class; NULL: raised */
bool class_lacks_dict(const Class *c);                /* its instances have no attributes but those of __slots__ */
bool class_check_layouts(const Class *from, const Class *to, const char *attribute); /* TypeError unless instances are laid out alike */
extern bool (*gate__assign_bases)(Class *c, Value bases); /* c.__bases__ = bases; UNSET deletes */
/* class_new.c */
bool class_set_name(Class *c, Value name);
Value type_new(Class *meta, Value name, Value bases, Value ns, Value kwargs /* dict or UNSET */);
void class_dealloc(Obj *o);
void class_traverse(Obj *o, Visit visit, void *arg);
void class_clear(Obj *o);
Class *class_metaclass(Class *meta, Value bases);     /* the most derived; NULL: conflict raised */
/* type.c */
int class_lookup_attr(Value cls, Str *name, Value *out); /* type.__getattribute__: 1 found (owned), 0 absent, -1 raised */
Value mappingproxy_new(Value mapping);                /* mappingproxy.c */
/* class_call.c */
Value class_call(Class *c, Value *args, uint32_t n, Value kwnames); /* type.__call__: takes args */
Value class_make_payload(Class *c, Value *args, uint32_t n, Value kwnames); /* built-in __new__ for class c; borrows args */
Value class_call_new(Class *c, Value *args, uint32_t n, Value kwnames); /* c.__new__(c, *args); borrows args */
Value builtin_init(Class *owner, Value self, Value *args, uint32_t n, Value kwnames); /* built-in __init__; borrows args */

/* slotwrap.c */
Value slot_wrapper_find(Class *c, Str *name);         /* owned: a dunder that c's slots offer; UNSET */

Value call_slot(const MethodDef *def, Class *owner, Value self, Value *args, uint32_t n, Value kwnames); /* borrows args */

/* object.c */
Value object_getattr(Value o, Str *name);             /* object.__getattribute__ */
bool object_setattr(Value o, Str *name, Value v);
int object_lookup(Value o, Str *name, Value *out);    /* as object_getattr; 0: absent, nothing raised */
Value bind(Value attr /* takes */, Value o, Class *cls); /* descriptor protocol of a class attribute; o UNSET: through the class */
bool is_data_descriptor(Value attr);
bool descriptor_set(Value attr, Value o, Value v, Str *name); /* v UNSET deletes */
Value raise_no_attribute(Value o, Str *name);
Value object_repr(Value self);
void buf_address(StrBuf *b, const void *p);           /* 0x7f... */
bool object_set_class(Value o, Value v);              /* o.__class__ = v; UNSET deletes */
bool object_set_special(Value o, const MethodDef *def, Value v, bool *ok); /* __class__ and __dict__; false: some other attribute */

/* descr.c */
Value getset_new(const MethodDef *def, Class *owner);
bool is_getset(Value v);
Value member_new(Class *owner, Str *name, uint32_t slot);
int32_t member_slot(Value v);                         /* slot index of a member descriptor, or -1 */
Value descriptor_bind_builtin(Value attr, Value o, Class *cls, bool *done); /* binds the descriptors written in C */
Value property_get(Value property, Value o);
bool property_set(Value property, Value o, Value v);  /* v UNSET deletes */
Value wrapped_callable(Value v);                      /* borrowed: what a staticmethod or classmethod wraps */
void property_set_name(Value property, Value name);

/* call.c */
void buf_u32(StrBuf *b, uint32_t n);
Value raise_recursion_where(const char *where);
Value call_function(Function *f, Value *args, uint32_t n, Value kwnames); /* takes args */
Value call_builtin(const MethodDef *def, Class *owner, Value self, Value *args, uint32_t n, Value kwnames); /* borrows args */
void release_args(Value *args, uint32_t n);
uint32_t kw_count(Value kwnames);
/* f(self, args...): takes args. */
Value call_with_self(Value f, Value self, Value *args, uint32_t n, Value kwnames);

/* exc.c */
Value raise_stop_iteration(Value value /* takes */);
Value exc_new(Class *cls, const Value *args, uint32_t n); /* borrows args; fields set by the class */
/* Raises a `cls` whose only argument is the text that make(of, n) gives, made when it is asked for; `of` never changes. */
Value raise_late(Class *cls, Value (*make)(Value of, int32_t n), Value of, int32_t n);
static inline Value *exc_field(Value exc, uint32_t field) { return &as_instance(exc)->slots[field]; }
bool exc_has_field(const Class *c, const Str *name);   /* is an attribute of its instances such a field? */
bool is_exception(Value v);
Value exc_handled(void);                              /* borrowed: what `raise` alone would raise; UNSET */
extern ExcState *exc_state; /* the innermost level */
static inline void exc_state_push(ExcState *s) {
  s->previous = exc_state;
  exc_state = s;
}
static inline void exc_state_pop(const ExcState *s) { exc_state = s->previous; }
void exc_chain_level(void);
bool exc_note(Value exc, Value note);                  /* adds to __notes__ */
/* exc_fields.c */
uint32_t exc_own_fields(const Class *c);
bool exc_init(Value exc, Value *args, uint32_t n, Value kwnames); /* BaseException.__init__ and its kin; args borrowed */
bool exc_get_field(Value exc, Str *name, Value *out); /* owned; false: not a field */
Value exc_add_attribute_info(Value o, Str *name);     /* name and obj of the pending AttributeError; RAISED */
int exc_set_field(Value exc, Str *name, Value v);     /* 1 set, 0 not a field, -1 raised */

/* gc.c */
void gc_safe_point(void);                             /* collects when enough containers were made since the last time */

#endif
