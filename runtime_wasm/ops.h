/* ops.h: what compiled code calls beyond molt.h, out of line. The fast paths are in inline.h.
 *
 * Same rules as molt.h: arguments borrowed and results owned unless a comment says "takes"; Value functions give RAISED,
 * bool functions false, int functions -1 when an exception is pending.
 */
#ifndef MOLT_OPS_H
#define MOLT_OPS_H

#include "molt.h"

/* An inline cache; zero at start. Written by attr_cache.c only. */
typedef struct AttrCache {
  void *key;      /* Shape, Class or Module */
  uint32_t index; /* slot, or a pointer */
  uint32_t kind;  /* type_version | CACHE_* */
} AttrCache;
enum {
  CACHE_NONE,
  CACHE_INLINE,       /* a slot of the instance */
  CACHE_EXTRA,        /* a slot of its `extra` */
  CACHE_GLOBAL,       /* a global of the module */
  CACHE_CLASS_VALUE,  /* Value *: an attribute of the class that needs no binding */
  CACHE_PROPERTY,     /* the property object */
  CACHE_ADD,          /* the Shape that a new attribute leads to */
  CACHE_METHOD,       /* Builtin *: of a built-in class */
  CACHE_SHAPE_METHOD, /* Function *: called with the receiver */
  CACHE_STATIC_CALL,  /* Function *: called without it */
  CACHE_CLASS_CALL,   /* Function *: called with the class */
  CACHE_PUT,          /* a slot of the instance, to be set by instance_put() */
};
#define CACHE_KIND_MASK 15u

/* --- attributes: slow ways of op_getattr_cached and so on (attr_cache.c) */
Value op_getattr_miss(Value o, Str *name, AttrCache *cache);
bool op_setattr_miss(Value o, Str *name, Value v, AttrCache *cache);
Value op_call_method_miss(Value o, Str *name, Value *args /* takes */, uint32_t n, Value kwnames, AttrCache *cache);
bool op_delattr(Value o, Str *name);

/* --- predicted classes (predict.c) */
/* [layout] A method, as the compiler resolved it along the MRO. */
typedef struct PredictedMethod {
  Str *name;
  const FuncInfo *info;
} PredictedMethod;
/* [layout] What the compiler predicts of a class statement: static data that class_predict() completes once the class exists
 * and that becomes void with the first change to the class, or to a class it inherits from, that matters. While it holds,
 * `cls` is the class, functions[i] are its methods, and an instance of shape shapes[n_members + k] has exactly the first k
 * attributes, in the slots n_slots to n_slots + k; a slot below n_slots belongs to a member of __slots__ and may be UNSET, if
 * it is none of `members`. Of an instance of shape shapes[k], k <= n_members, the first k of these are floats, and it has no
 * attributes. Otherwise cls, all functions and all shapes are NULL, so that no guard on them succeeds. */
typedef struct Prediction {
  Class *cls;
  uint32_t n_slots;   /* members of __slots__, those of bases first */
  uint32_t n_names;   /* attributes, in the order in which __init__ sets them */
  uint32_t n_methods;
  uint32_t flags;     /* PREDICT_* */
  uint32_t n_members; /* those members of __slots__ that are floats once __init__ has set them, which it does first */
  uint32_t floats[2]; /* bit i % 32 of floats[i / 32]: the i-th of `names` is a float in every instance of such a shape that has it */
  const uint32_t *members; /* n_members slots, in the order in which they are set */
  Str *const *names;  /* n_slots + n_names */
  const PredictedMethod *methods;
  Function **functions; /* n_methods; borrowed from the class and its bases */
  Shape **shapes;       /* n_members + n_names + 1 */
} Prediction;
#define PREDICT_CONSTRUCTIBLE 1u /* calling the class is pred_new(), then the predicted __init__, or nothing if none is predicted */
#define PREDICT_EXCEPTION 4u     /* derives from a built-in exception class; its fields are the n_slots slots */
#define PREDICT_VOID 2u          /* held once; it never will again */
Value pred_new_exception(const Prediction *p, Value *args, uint32_t n); /* with the field `args`, as __new__ leaves it; borrows args */
void class_predict(Value cls, Prediction *p);         /* completes p if all of it is true; never raises */
void prediction_changed(Class *c, const Str *name, Value v); /* c got v (UNSET: nothing) under this name */
void prediction_end(Class *c);                        /* c and all below it are predicted no more */

Value op_not_implemented(BinaryOp op, Value a, Value b, int inplace); /* TypeError: unsupported operand type(s) */

/* --- names (ops_names.c) */
Value op_load_global_slow(Module *m, Str *name);      /* not in m's slots: set from outside, a built-in, or NameError */
Value op_name_error(Str *name);                       /* NameError: name 'x' is not defined */
Value op_unbound_local(Str *name);                    /* UnboundLocalError */
Value op_unbound_free(Str *name);                     /* NameError: free variable */
Value op_load_class_name(Value ns, Str *name);        /* in a class body: owned, UNSET when the namespace lacks it */
bool op_delete_class_name(Value ns, Str *name);       /* NameError when absent */
Value op_import_from(Value module, Str *name);        /* `from module import name` */
bool op_import_star(Module *dst, Value src);          /* into dst's slots and, for other names, dst->extra */
Value op_import_missing(Str *name);                   /* ModuleNotFoundError: No module named 'x' */

/* --- building (ops_build.c). `items` are taken, also on error. */
Value op_tuple(Value *items, uint32_t n);
Value op_list(Value *items, uint32_t n);
Value op_set(Value *items, uint32_t n);
Value op_dict(Value *pairs, uint32_t n);              /* n pairs: key, value, key, value, ... */
bool op_set_add_taken(Value set, Value v);
bool op_dict_set_taken(Value dict, Value key, Value v);
bool op_list_extend(Value list, Value it);            /* [*it]: TypeError "Value after * must be an iterable, not int" */
bool op_set_update(Value set, Value it);              /* {*it} */
bool op_dict_update(Value dict, Value mapping);       /* {**mapping} */
bool op_list_extend_args(Value list, Value it, Value f); /* f(*it): "... argument after * must be an iterable, not int" */
Value raise_callee_error(Value f, const char *fmt, Value v); /* TypeError: fmt gets the text "module.qualname()" of f, then v */
bool op_dict_update_kwargs(Value dict, Value mapping, Value f); /* f(**mapping) */
bool op_unpack(Value v, uint32_t n, Value *out);      /* a, b = v: n owned values */
bool op_unpack_star(Value v, uint32_t before, uint32_t after, Value *out); /* before + 1 + after values, the middle a list */
Value op_build_string(Value *items, uint32_t n);      /* f-string: takes exact strs */
Value op_format_value(Value v, uint32_t conversion, Value spec); /* conversion 0, 's', 'r' or 'a'; spec: str or UNSET; an exact str */

/* --- classes (ops_class.c)
 * class N(*bases, **kwargs): the bases after __mro_entries__, the namespace for the body, and then the class. kwargs: a dict
 * or UNSET; cell: the __class__ cell of the body, which gets the class, or anything else; n_attributes:
 * how many attributes of its own an instance will likely have. */
Value op_class_bases(Value bases);
Value op_class_prepare(Value name, Value bases, Value kwargs);
Value op_class_create(Value name, Value bases, Value ns, Value kwargs, Value cell, uint32_t n_attributes);
int op_isinstance(Value v, Value cls);                /* isinstance(): cls a class, tuple or union; -1 raised */
int op_issubclass(Value c, Value cls);
int op_isinstance(Value v, Value cls);                /* a class or a tuple; 1, 0, -1 */
int op_issubclass(Value v, Value cls);

/* --- exceptions (exc.c, traceback.c) */
Value op_raise(Value exc, Value cause);               /* cause UNSET: no `from`. Always RAISED */
Value op_reraise_current(void);                       /* bare `raise`; add no traceback entry after it */
Value exc_catch(Value *prev);                         /* owned: the pending exception, now the handled one; *prev is for exc_uncatch */
void exc_uncatch(Value prev /* takes */);             /* leaves an except block */
int op_exc_match(Value exc, Value cls);               /* 1, 0, -1: not exception classes */
bool exc_set_args(Value exc, const Value *args, uint32_t n); /* BaseException.__init__; borrows args */
extern bool tb_lookup_failed;                         /* set by what looks a method up, for the tb_add of its call */
void tb_add(const Site *site);                        /* the pending exception passed here */
void tb_hold(Value v);                                /* takes: a variable of the frame it leaves, released with the traceback */
void exc_print_uncaught(Value exc);                   /* traceback on stderr */
Value exc_format(Value exc);                          /* the same text as a str */

/* --- with (ops_with.c) */
Value op_with_enter(Value manager, Value *exit_fn);   /* what __enter__ gave; *exit_fn owned, for op_with_exit */
void exc_info_of(Value exc, Value *out);              /* owned: its class and its traceback or None */
int op_with_exit(Value exit_fn /* takes */, Value exc); /* exc: the exception or NONE. 1 suppress, 0, -1 */

/* --- generators (generator.c) */
Value op_yield_from_iter(Value v);                    /* the iterator of `yield from v` */
Value op_delegate_send(Value it, Value sent);         /* a yielded value; DONE: finished, its result is gen_result() */
Value op_delegate_throw(Value it);                    /* the same with the pending exception thrown in */

Value raise_stop(Value it);                           /* StopIteration, after op_next(it) gave DONE: with a generator's result */
void gen_set_result(Value v /* takes */);             /* what gen_result() will give */
Value generator_ended(Generator *g, Value v /* takes */); /* the code of g ended with v, left by generator_leave(): DONE or RAISED */
void generator_finalize(Obj *o);
extern __typeof__(generator_finalize) *gate__generator_finalize;

/* --- match (ops_match.c) */
int op_match_sequence(Value v);                       /* 1, 0 */
int op_match_mapping(Value v);
Value op_match_class(Value subject, Value cls, uint32_t n_positional, Value kw_names /* tuple of str */); /* tuple; NONE: no match */
Value op_match_keys(Value subject, Value keys /* tuple */); /* tuple of values; NONE: no match */

/* --- typed code (typed.c, dict.c); the fast paths are in inline.h. A box_ function ends the program when memory is exhausted. */
Value box_i64_big(int64_t i);                         /* beyond 48 bits */
Value box_range(int64_t start, int64_t stop, int64_t step);
Value box_range_iter(int64_t at, int64_t stop, int64_t step);
Value box_list_iter(Value list, int64_t i);
Value box_tuple(Value *items /* takes */, uint32_t n);
Value str_to_int(Value v);
Value str_to_float(Value v);
Value box_str_iter(Value s, int64_t i);
Value box_tuple_iter(Value t, int64_t i);
Value box_set_iter(Value s, int64_t i, int64_t used);
Value box_dict_view(Value d, Str *name);
Value box_dict_iter(Value d, int64_t i, int64_t used, int64_t left, int32_t kind /* DICT_* */);
Value box_enumerate(Value it, int64_t n);
Value box_zip(Value *its, uint32_t n);
Value box_slice(Value start, Value stop);
Value box_method(Value o, Str *name);
Value bind_method(Value o, Value f);
Value str_between(Value v, int64_t start, int64_t stop);  /* v[start:stop] */
Value list_between(Value v, int64_t start, int64_t stop);
bool list_holds_floats(Value v, int64_t from, int64_t to, int64_t before, int64_t after);
bool list_holds_ints(Value v, int64_t from, int64_t to, int64_t before, int64_t after); /* small ones */
bool list_holds_bools(Value v, int64_t from, int64_t to, int64_t before, int64_t after);
__attribute__((const)) bool mul_fits_i64(int64_t a, int64_t b); /* in 64 bits, exactly */
bool pow_i64(int64_t a, int64_t b, int64_t *out);     /* false: b is negative or the result may not fit */
bool pow_f64(double a, double b, double *out);        /* false: it raises */
double floordiv_f64(double a, double b);              /* b is not 0 */
double mod_f64(double a, double b);
int set_find_plain(Value s, Value key);              /* 1, 0, -1: only Python code could tell */
int items_find_plain(const Value *items, uint32_t n, Value v); /* the same: is v among them? */
Value dict_find_plain(Value d, Value key);            /* borrowed; DONE: absent; UNSET: only Python code could tell */
/* The same where the key is the tuple of n parts, which stand in the caller's frame behind room for the head of a Tuple. */
int set_find_tuple(Value s, Value *room, uint32_t n);
Value dict_find_tuple(Value d, Value *room, uint32_t n);
/* f(...) and o.name(...) with n arguments (taken) out of three or eight: where they are rare, the caller needs no array in its frame. */
Value call_few(Value f, uint32_t n, Value, Value, Value);
Value call_several(Value f, uint32_t n, Value, Value, Value, Value, Value, Value, Value, Value);
Value call_method_few(Value o, Str *name, AttrCache *cache, uint32_t n, Value, Value, Value);
Value call_method_several(Value o, Str *name, AttrCache *cache, uint32_t n, Value, Value, Value, Value, Value, Value, Value, Value);
Value pred_new_any(const Prediction *p);               /* an instance of the predicted class, in whatever room it has */
bool op_check_init(Value v);                          /* TypeError unless v, which __init__ gave, is None */
extern Str *const ascii_strs[128];                    /* of one character each */

/* --- recursion (call.c). A call of a Python function counts one level. */
extern int32_t recursion_depth, recursion_limit;
extern int32_t recursion_ceiling;                     /* the limit, or less: where calls between typed entries stop */
/* The shadow stack grows down from STACK_BYTES to 0 (the linker's --stack-first): is too little of it left below the caller's
 * array `args` for C functions to be called? Then a call is refused as one that recurses too deeply, whatever the limit. */
#ifdef MOLT_WASM
#define STACK_RESERVE 0x20000u
static inline bool stack_is_low(const Value *args) { return (uintptr_t)args < STACK_RESERVE; }
#else
static inline bool stack_is_low(const Value *args) { return !args; }
#endif
Value raise_recursion(void);                          /* "maximum recursion depth exceeded" */
bool recursion_set_limit(int64_t limit);              /* sys.setrecursionlimit */
void recursion_reset(void);                           /* nothing is running any more */

/* --- start and end (runtime.c) */
void module_register(Module *m);                      /* makes it known by name (sys.modules, import) */
Module *module_find(const Str *name);
int32_t module_slot(const Module *m, const Str *name); /* index in m->globals, or -1 */
Value module_get(Module *m, Str *name);               /* borrowed: a global; UNSET */
bool module_set(Module *m, Str *name, Value v);
void module_forget_all(void);
void runtime_finish_modules(void);
uint32_t runtime_finish(void);                        /* clears globals, collects; with MOLT_DEBUG: leaked objects, else 0 */

#endif
