/* ops.h: what compiled code calls beyond molt.h, out of line. The fast paths are in inline.h.
 *
 * Same rules as molt.h: arguments borrowed and results owned unless a comment says "takes"; Value functions give RAISED,
 * bool functions false, int functions -1 when an exception is pending.
 */
#ifndef MOLT_OPS_H
#define MOLT_OPS_H

#include "molt.h"

/* A monomorphic inline cache; zero at start. Written by attr_cache.c only. */
typedef struct AttrCache {
  void *key;      /* Shape, Class or Module */
  uint32_t index; /* slot, or the class attribute's object */
  uint32_t kind;  /* type_version | CACHE_* */
} AttrCache;
enum { CACHE_NONE, CACHE_INLINE, CACHE_EXTRA, CACHE_METHOD, CACHE_SHAPE_METHOD, CACHE_GLOBAL, CACHE_ADD };

/* --- attributes: slow ways of op_getattr_cached and so on (attr_cache.c) */
Value op_getattr_miss(Value o, Str *name, AttrCache *cache);
bool op_setattr_miss(Value o, Str *name, Value v, AttrCache *cache);
Value op_call_method_miss(Value o, Str *name, Value *args /* takes */, uint32_t n, Value kwnames, AttrCache *cache);
bool op_delattr(Value o, Str *name);

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
bool op_list_append_taken(Value list, Value v);       /* takes v: comprehensions and displays */
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
extern bool tb_lookup_failed;                         /* set by what looks a method up, for the tb_add of its call */
void tb_add(const Site *site);                        /* the pending exception passed here */
void tb_hold(Value v);                                /* takes: a variable of the frame it leaves, released with the traceback */
void exc_print_uncaught(Value exc);                   /* traceback on stderr */
Value exc_format(Value exc);                          /* the same text as a str */

/* --- with (ops_with.c) */
Value op_with_enter(Value manager, Value *exit_fn);   /* what __enter__ gave; *exit_fn owned, for op_with_exit */
int op_with_exit(Value exit_fn /* takes */, Value exc); /* exc: the exception or NONE. 1 suppress, 0, -1 */

/* --- generators (generator.c) */
Value op_yield_from_iter(Value v);                    /* the iterator of `yield from v` */
Value op_delegate_send(Value it, Value sent);         /* a yielded value; DONE: finished, its result is gen_result() */
Value op_delegate_throw(Value it);                    /* the same with the pending exception thrown in */

Value raise_stop(Value it);                           /* StopIteration, after op_next(it) gave DONE: with a generator's result */
void gen_set_result(Value v /* takes */);             /* what gen_result() will give */
void generator_finalize(Obj *o);
extern __typeof__(generator_finalize) *gate__generator_finalize;

/* --- match (ops_match.c) */
int op_match_sequence(Value v);                       /* 1, 0 */
int op_match_mapping(Value v);
Value op_match_class(Value subject, Value cls, uint32_t n_positional, Value kw_names /* tuple of str */); /* tuple; NONE: no match */
Value op_match_keys(Value subject, Value keys /* tuple */); /* tuple of values; NONE: no match */

/* --- recursion (call.c). A call of a Python function counts one level. */
extern int32_t recursion_depth, recursion_limit;
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
void recursion_set_c_limit(int32_t limit);            /* how deep C code may nest; the host's stack decides */

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
