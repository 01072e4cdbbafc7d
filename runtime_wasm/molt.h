/* molt.h: the one public header of the runtime.
 *
 * What a value is, how objects are laid out, who owns what, how errors travel,
 * and every function that compiled code or another runtime file may call.
 * docs/abi.md explains the invariants; the compiler mirrors the layouts marked
 * [layout] and layout.c holds both to them.
 *
 * Pointers are 32 bits wide on every target: wasm32, and i386 for the
 * sanitized test build.
 */
#ifndef MOLT_H
#define MOLT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ------------------------------------------------------------------ values
 *
 * A Value is 64 bits, NaN-boxed:
 *
 *   0x0000... to 0xFFF8_0000_0000_0000   a double, stored as itself
 *   0xFFF9 | 48 bits                     a small int, two's complement
 *   0xFFFA | index                       a singleton
 *   0xFFFF | 16-bit tag | 32-bit pointer a heap object
 *
 * NaNs that come from outside (struct, fromhex) are made canonical by
 * float_value(); arithmetic on canonical NaNs yields canonical NaNs.
 */
typedef uint64_t Value;

#define VALUE_INT_BASE 0xFFF9000000000000ull
#define VALUE_SINGLE_BASE 0xFFFA000000000000ull
#define VALUE_PTR_BASE 0xFFFF000000000000ull

#define NONE (VALUE_SINGLE_BASE | 0)
#define FALSE_ (VALUE_SINGLE_BASE | 2)
#define TRUE_ (VALUE_SINGLE_BASE | 3)
#define NOT_IMPLEMENTED (VALUE_SINGLE_BASE | 4)
#define ELLIPSIS (VALUE_SINGLE_BASE | 5)
#define UNSET (VALUE_SINGLE_BASE | 6)  /* no value here: unbound name, absent argument, deleted slot */
#define RAISED (VALUE_SINGLE_BASE | 7) /* an exception is pending */
#define DONE (VALUE_SINGLE_BASE | 8)   /* an iterator is exhausted, without an exception */

/* Types known by tag. A tag names the exact built-in type of an object; every
 * instance of a class made by a `class` statement has T_INSTANCE. */
typedef enum Tag {
  T_INSTANCE = 1,
  T_INT, /* heap int: outside the small range */
  T_STR,
  T_BYTES,
  T_BYTEARRAY,
  T_LIST,
  T_TUPLE,
  T_DICT,
  T_SET,
  T_FROZENSET,
  T_RANGE,
  T_SLICE,
  T_FUNCTION,
  T_BUILTIN, /* a function or method implemented in C, perhaps bound */
  T_METHOD,  /* a Python function bound to an object */
  T_CELL,
  T_CLASS,
  T_MODULE,
  T_GENERATOR,
  T_TRACEBACK,
  T_LIST_ITER,
  T_TUPLE_ITER,
  T_RANGE_ITER,
  T_DICT_ITER,
  T_STR_ITER,
  T_OTHER, /* every other built-in type: compare classes instead */
  /* Not heap objects; given by value_tag() only. */
  T_SMALL_INT,
  T_FLOAT,
  T_NONE,
  T_BOOL,
  T_SINGLETON,
} Tag;

typedef struct Class Class;
typedef struct Str Str;
typedef struct Dict Dict;

/* Head of every heap object. [layout]
 * Static objects (constants, built-in classes) start with RC_STATIC, so far
 * from zero that balanced counting never frees them. */
typedef struct Obj {
  uint32_t rc;
  Class *cls;
} Obj;
#define RC_STATIC 0x40000000u
#define IS_STATIC(o) (((Obj *)(o))->rc >= 0x20000000u)

#define SMALL_INT_MIN (-(1ll << 47))
#define SMALL_INT_MAX ((1ll << 47) - 1)

static inline bool is_double(Value v) { return v < VALUE_INT_BASE; }
static inline bool is_small_int(Value v) { return (v >> 48) == 0xFFF9; }
static inline bool is_ptr(Value v) { return v >= VALUE_PTR_BASE; }
static inline bool is_bool(Value v) { return (v | 1) == TRUE_; }
static inline Obj *as_obj(Value v) { return (Obj *)(uintptr_t)(uint32_t)v; }
static inline bool has_tag(Value v, Tag t) { return (v >> 32) == (0xFFFF0000u | (uint32_t)t); }
static inline int64_t small_int(Value v) { return (int64_t)(v << 16) >> 16; }
static inline Value small_int_value(int64_t i) { return VALUE_INT_BASE | ((uint64_t)i & 0xFFFFFFFFFFFFull); }
static inline bool fits_small_int(int64_t i) { return i >= SMALL_INT_MIN && i <= SMALL_INT_MAX; }
static inline Value bool_value(bool b) { return FALSE_ | (Value)b; }
static inline double as_double(Value v) { double d; memcpy(&d, &v, 8); return d; }
/* Stores a double that arithmetic on Values produced. */
static inline Value double_value(double d) { Value v; memcpy(&v, &d, 8); return v; }
/* Stores any double: a NaN from outside becomes the canonical one. */
static inline Value float_value(double d) { return d != d ? 0x7FF8000000000000ull : double_value(d); }
static inline Value tagged(const void *o, Tag t) {
  return ((uint64_t)(0xFFFF0000u | (uint32_t)t) << 32) | (uint32_t)(uintptr_t)o;
}
/* The Value of any object: reads the tag from its class. */
Value obj_value(const void *o);

/* ---------------------------------------------------------------- ownership
 *
 * Arguments are borrowed and results are owned, unless a comment says
 * otherwise ("takes": ownership of the argument moves to the callee, also on
 * error; "borrowed": the result is only borrowed from an argument).
 * A function that returns Value returns RAISED when it raised; one that
 * returns bool returns false; one that returns a pointer returns NULL.
 */
void obj_free(Obj *o); /* the count reached zero: runs __del__, then frees */
static inline Value incref(Value v) {
  if (is_ptr(v)) as_obj(v)->rc++;
  return v;
}
static inline void decref(Value v) {
  if (is_ptr(v)) {
    Obj *o = as_obj(v);
    if (--o->rc == 0) obj_free(o);
  }
}
static inline void obj_incref(void *o) { ((Obj *)o)->rc++; }
static inline void obj_decref(void *o) {
  if (--((Obj *)o)->rc == 0) obj_free((Obj *)o);
}
/* Replaces *slot (takes v), releasing the old value last. */
static inline void set_value(Value *slot, Value v) {
  Value old = *slot;
  *slot = v;
  decref(old);
}

/* ------------------------------------------------------------------- memory
 * mem.c. NULL means out of memory: return raise_memory_error(). Blocks are
 * aligned to 16 bytes and not cleared. Sizes are in bytes; mem_free needs the size
 * that was asked for. */
void *mem_alloc(uint32_t size);
void *mem_realloc(void *p, uint32_t old_size, uint32_t new_size);
void mem_free(void *p, uint32_t size);
/* A new object with rc 1 and its class set (class counted if not static); the rest is not cleared. */
void *obj_alloc(Class *cls, uint32_t size);
/* Gives back an object's own block, called by the class's dealloc slot last. */
void obj_release(Obj *o, uint32_t size);
/* At the head of a container's dealloc: true when objects are being freed too deep in each other; o is freed later. */
#define FREE_DEPTH_MAX 40u
extern uint32_t mem_free_depth;
bool mem_defer(Obj *o);
static inline bool mem_dealloc_deferred(Obj *o) { return __builtin_expect(mem_free_depth > FREE_DEPTH_MAX, 0) && mem_defer(o); }
#ifdef MOLT_DEBUG
uint32_t mem_live_objects(void);
void mem_dump_live(void); /* class and repr-free summary of each live object, on stderr */
#endif

/* gc.c: trial deletion over all containers (classes with a traverse slot). */
typedef void (*Visit)(Value v, void *arg);
int64_t gc_collect(void);

/* ------------------------------------------------------------------ classes */
typedef enum BinaryOp {
  BIN_ADD, BIN_SUB, BIN_MUL, BIN_MATMUL, BIN_TRUEDIV, BIN_FLOORDIV, BIN_MOD, BIN_DIVMOD,
  BIN_POW, BIN_LSHIFT, BIN_RSHIFT, BIN_AND, BIN_XOR, BIN_OR,
} BinaryOp;
typedef enum UnaryOp { UN_NEG, UN_POS, UN_INVERT, UN_ABS } UnaryOp;
typedef enum CompareOp { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } CompareOp;

/* Behaviour of a built-in type, in C; any entry may be NULL (not supported).
 * Instances of user classes all use instance_slots (instance.c), which looks
 * up dunder methods and falls back on the payload of a built-in base. */
typedef struct Slots {
  void (*dealloc)(Obj *self);                              /* drop references, obj_release */
  void (*traverse)(Obj *self, Visit visit, void *arg);     /* non-NULL makes it a gc container */
  void (*clear)(Obj *self);                                /* gc: drop references that may form a cycle */
  Value (*repr)(Value self);
  Value (*str)(Value self);                                /* NULL: repr */
  Value (*format)(Value self, Value spec);                 /* spec: exact str; NULL: object.__format__ */
  bool (*hash)(Value self, int64_t *out);                  /* NULL: identity hash; hash_unhashable raises */
  Value (*compare)(CompareOp op, Value a, Value b);        /* may give NOT_IMPLEMENTED; NULL: identity */
  int (*truth)(Value self);                                /* 1, 0, -1 raised; NULL: len, else true */
  int64_t (*len)(Value self);                              /* -1 raised */
  Value (*getitem)(Value self, Value key);
  bool (*setitem)(Value self, Value key, Value v);         /* v == UNSET deletes */
  int (*contains)(Value self, Value item);                 /* 1, 0, -1 raised; NULL: iterate */
  Value (*iter)(Value self);
  Value (*next)(Value self);                               /* DONE when exhausted */
  Value (*call)(Value self, Value *args, uint32_t n, Value kwnames); /* takes args (see call()) */
  Value (*binary)(BinaryOp op, Value a, Value b);          /* either operand may be of this type; may give NOT_IMPLEMENTED */
  Value (*inplace)(BinaryOp op, Value a, Value b);         /* the new value of the target; takes a where it succeeds */
  Value (*concat)(Value a, Value b);                       /* sequences: a + b once no __add__/__radd__ applied */
  Value (*repeat)(Value a, int64_t n);                     /* sequences: a * n */
  Value (*unary)(UnaryOp op, Value a);
  Value (*getattr)(Value self, Str *name);                 /* NULL: generic lookup in the class */
  bool (*setattr)(Value self, Str *name, Value v);         /* v == UNSET deletes; NULL: AttributeError */
  Value (*make)(Class *cls, Value *args, uint32_t n, Value kwnames); /* calling the class; args borrowed; a plain object of the exact
                                                              built-in type even if cls is a subclass (it becomes the payload) */
} Slots;

/* How call_builtin() passes arguments. */
typedef enum CallKind {
  CALL_NONE, /* Value f(Value self) */
  CALL_ONE,  /* Value f(Value self, Value arg) */
  CALL_ANY,  /* Value f(Value self, Value *args, uint32_t n): min..max positional */
  CALL_KW,   /* Value f(Value self, Value *slots): one slot a name of `names`, UNSET when absent */
  CALL_RAW,  /* Value f(Value self, Value *args, uint32_t n, Value kwnames): does it all itself */
} CallKind;

/* One function or method implemented in C. Arguments are borrowed. `self` is the receiver (for a method of a built-in
 * class: already unwrapped to the built-in payload), the class for a class method, NONE for a function of a module. */
typedef struct MethodDef {
  const char *name;
  void *fn;
  uint8_t kind;           /* CallKind */
  uint8_t min, max;       /* CALL_ANY: bounds (255: unlimited). CALL_KW: required count, positional maximum */
  uint8_t flags;          /* METHOD_* */
  const char *names;      /* CALL_KW: "sep,maxsplit": parameter names in order; positional-only ones first, each with a leading '/' */
  const char *owner;      /* "str", "math", ... for messages and __qualname__ */
} MethodDef;
/* The name under which compiled code calls it directly: c__str__split. */
#define CALLABLE(owner, name, fn) extern __typeof__(fn) c__##owner##__##name __attribute__((alias(#fn)));
#define METHOD_CLASS 1  /* a class method: self is the class it was called on */
#define METHOD_STATIC 2
/* Declares one: METHOD(str, split, CALL_KW, 0, 2, "sep,maxsplit", str_split) makes the symbol method__str__split.
 * One line each at the end of a type's file. The linker plan collects those whose name a program uses into
 * `str_methods`; what no program names is dropped. FUNCTION is the same for a module's functions (`builtins` included),
 * GETTER for a read-only computed attribute of a built-in type (Value f(Value self)). */
#define METHOD(owner, name, kind, min, max, names, fn) \
  CALLABLE(owner, name, fn) \
  const MethodDef method__##owner##__##name = {#name, (void *)fn, kind, min, max, 0, names, #owner};
#define CLASS_METHOD(owner, name, kind, min, max, names, fn) \
  const MethodDef method__##owner##__##name = {#name, (void *)fn, kind, min, max, METHOD_CLASS, names, #owner};
#define STATIC_METHOD(owner, name, kind, min, max, names, fn) \
  const MethodDef method__##owner##__##name = {#name, (void *)fn, kind, min, max, METHOD_STATIC, names, #owner};
#define METHOD_GETTER 4
#define GETTER(owner, name, fn) \
  const MethodDef method__##owner##__##name = {#name, (void *)fn, CALL_NONE, 0, 0, METHOD_GETTER, 0, #owner};
#define FUNCTION(module, name, kind, min, max, names, fn) \
  CALLABLE(module, name, fn) \
  const MethodDef function__##module##__##name = {#name, (void *)fn, kind, min, max, METHOD_STATIC, names, #module};
/* A constant of a module (math.pi, sys.maxsize): Value f(void), called once at import. */
#define CONSTANT(module, name, fn) \
  const MethodDef constant__##module##__##name = {#name, (void *)fn, CALL_NONE, 0, 0, METHOD_GETTER, 0, #module};

/* A function that most programs do not need, behind a pointer: GATE(str_percent, "op:mod op:imod __mod__", str_percent) defines
 * gate__str_percent. The link plan drops the function unless the program reaches one of the symbols or mentions one of the
 * names in the list, which must therefore cover every way to get here: a call through a closed gate traps. `op:mod`
 * stands for the op of the IR and for BIN_MOD as an argument in C, `op:generator` for generator functions, `allocated:int`
 * stands for any function that makes an int on the heap, `constant:int` for the program's constants. */
#define GATE(name, needs, fn) __typeof__(fn) *gate__##name = fn;

#define CLASS_BUILTIN 1u     /* implemented in C */
#define CLASS_BASE_OK 2u     /* may be subclassed */
#define CLASS_EXCEPTION 4u   /* BaseException and below */
#define CLASS_HAS_DEL 8u     /* __del__ somewhere in the MRO */
#define CLASS_NO_DICT 16u    /* __slots__ everywhere: no new attributes */
#define CLASS_HAS_GETATTR 32u      /* __getattr__ or __getattribute__ in Python */
#define CLASS_HAS_SETATTR 64u      /* __setattr__ or __delattr__ in Python */
#define CLASS_UNHASHABLE 128u

typedef struct Shape Shape;

/* A type. Built-in ones are static (CLASS_DEFINE); the rest are made by class_create(). */
struct Class {
  Obj h;
  const char *name;      /* built-in: NUL-terminated; user classes: see name_value */
  uint16_t tag;          /* Tag of its instances */
  uint16_t flags;        /* CLASS_* */
  uint32_t size;         /* bytes of an instance; 0: variable */
  Class *base;           /* first base, NULL for object */
  const Slots *slots;
  const MethodDef *const *methods; /* built-in: NULL-terminated, made by the link plan; else NULL */
  Class *payload;        /* user class below a built-in type with its own layout: that type (int, str, dict, ...) */
  /* the rest is filled in when needed; zero in a static definition */
  uint32_t n_bases;
  Class **bases;
  uint32_t n_mro;
  Class **mro;           /* built-in with one base: NULL, follow base */
  Dict *dict;            /* attributes of a user class; NULL for most built-in ones */
  Shape *shape;          /* root shape of its instances */
  uint32_t inline_slots; /* attribute slots inside an instance */
  Value name_value, qualname, module, doc;
  void *subclasses;
  struct Prediction *prediction; /* what the compiler predicted of the class, while it holds; NULL (predict.c) */
};
extern Class type_class, object_class;
/* CLASS_DEFINE(str, "str", T_STR, flags, &object_class): defines `Class str_class` with `str_slots` and `str_methods`. */
#define CLASS_DEFINE(id, py_name, tag_, flags_, base_)                                                   \
  extern const MethodDef *const id##_methods[];                                                          \
  Class id##_class = {.h = {RC_STATIC, &type_class}, .name = py_name, .tag = tag_,                        \
                      .flags = CLASS_BUILTIN | (flags_), .base = base_, .slots = &id##_slots, .methods = id##_methods, \
                      .name_value = UNSET, .qualname = UNSET, .module = UNSET, .doc = UNSET};

/* int, float, str, ...: `X_class` is defined in X.c. */
extern Class int_class, float_class, bool_class, none_class, not_implemented_class, ellipsis_class, str_class, bytes_class,
    bytearray_class, list_class, tuple_class, dict_class, set_class, frozenset_class, range_class, slice_class, function_class,
    builtin_class, method_class, cell_class, module_class, generator_class, traceback_class, property_class, staticmethod_class,
    classmethod_class, super_class;

Class *class_of(Value v);                          /* borrowed */
bool class_is_subclass(const Class *c, const Class *base);
bool is_instance(Value v, const Class *c);         /* by type(v) only */
Value class_name(const Class *c);                  /* str: __name__ */
static inline Value class_value(const Class *c) { return tagged(c, T_CLASS); }

/* ---------------------------------------------------------- built-in layouts */
/* [layout] UTF-8 (WTF-8 for lone surrogates), not NUL-terminated. All-ASCII iff length == size.
 * Static strings are unique by content in a program, so two of them are equal iff they are the same object. */
struct Str {
  Obj h;
  int64_t hash;      /* -1: not computed yet */
  uint32_t size;     /* bytes */
  uint32_t length;   /* code points */
  uint32_t capacity; /* bytes allocated for data; 0 in a static string */
  uint32_t *index;   /* byte offset of every 64th code point, made when first needed; NULL */
  char data[];
};
/* [layout] */
typedef struct Bytes {
  Obj h;
  int64_t hash; /* -1: not computed yet */
  uint32_t size;
  uint32_t pad;
  uint8_t data[];
} Bytes;
/* [layout] magnitude in little-endian limbs, no leading zero limb; |n| limbs, the sign of n is the sign.
 * Never a number that fits a small int. */
typedef struct Int {
  Obj h;
  int32_t n;
  uint32_t limbs[];
} Int;
/* [layout] */
typedef struct Tuple {
  Obj h;
  uint32_t n;
  uint32_t pad;
  Value items[];
} Tuple;
typedef struct List {
  Obj h;
  uint32_t n, capacity;
  Value *items;
} List;
typedef struct Range { /* start, stop, step: ints of any size; length too */
  Obj h;
  Value start, stop, step, length;
} Range;
typedef struct Slice {
  Obj h;
  Value start, stop, step;
} Slice;
typedef struct Cell { /* UNSET when empty */
  Obj h;
  Value v;
} Cell;

/* Exact or subclass (unwrapped): NULL when v is something else. */
Value unwrap(Value v); /* borrowed: the built-in payload of an instance of a subclass of a built-in type, else v */
static inline Obj *as_tag(Value v, Tag t) {
  if (has_tag(v, T_INSTANCE)) v = unwrap(v);
  return has_tag(v, t) ? as_obj(v) : NULL;
}
static inline Str *as_str(Value v) { return (Str *)as_tag(v, T_STR); }
static inline Bytes *as_bytes(Value v) { return (Bytes *)as_tag(v, T_BYTES); }
static inline List *as_list(Value v) { return (List *)as_tag(v, T_LIST); }
static inline Tuple *as_tuple(Value v) { return (Tuple *)as_tag(v, T_TUPLE); }
static inline Dict *as_dict(Value v) { return (Dict *)as_tag(v, T_DICT); }
/* int, bool or a subclass, as an exact int Value (small or heap, borrowed); UNSET when v is no int. */
Value as_int(Value v);

/* ------------------------------------------------------ code and functions */
/* [layout] One function of the source. */
typedef struct FuncInfo {
  Str *name, *qualname, *module;
  Str *file;
  Str *doc; /* NULL: none */
  uint16_t n_positional; /* positional parameters, positional-only included */
  uint16_t n_positional_only;
  uint16_t n_keyword_only;
  uint16_t flags;        /* FUNC_* */
  Str *const *params;    /* names: positional, keyword-only, then *args, then **kwargs */
  void *entry;           /* Entry, or Resume for a generator */
  uint32_t n_slots;      /* generator: Values in its frame */
  uint32_t line;
  uint32_t n_raw;        /* generator: words in its frame that are no Values, after those that are */
} FuncInfo;
#define FUNC_VARARGS 1
#define FUNC_VARKW 2
#define FUNC_GENERATOR 4

typedef struct Function {
  Obj h;
  const FuncInfo *info;
  Value defaults;   /* tuple or NONE */
  Value kwdefaults; /* dict or NONE */
  Value name, qualname, doc;
  Value dict;       /* dict of further attributes, or UNSET */
  Value annotations; /* dict or UNSET */
  uint32_t n_cells;
  Value cells[];    /* closure */
} Function;

/* A function's code. `args` holds one owned Value a parameter, in the order of FuncInfo.params; entry takes them. */
typedef Value (*Entry)(Function *self, Value *args);

/* A level of exceptions being handled: that of the program, or of a generator. */
typedef struct ExcState {
  Value handled; /* or UNSET */
  struct ExcState *previous;
} ExcState;

typedef struct Generator {
  Obj h;
  Function *fn;
  int32_t state; /* 0 not started, > 0 suspended at a yield, or GEN_* */
  ExcState level; /* what is handled inside; `previous` while it runs */
  Value name, qualname;
  Value delegate; /* what `yield from` is in, or UNSET */
  Value slots[]; /* state 0: the arguments; suspended: the live values of the frame, UNSET elsewhere; running: no longer valid */
} Generator;
enum { GEN_FINISHED = -1, GEN_RUNNING = -2 };
/* Runs a generator to its next yield. `sent` (taken) is the value of the yield expression; RAISED: the pending exception is
 * raised there. Sets g->state; GEN_FINISHED: returned (the result is the return value) or raised. */
typedef Value (*Resume)(Generator *g, Value sent);

/* [layout] Where an exception passed, for the traceback. */
typedef struct Site {
  const FuncInfo *func;
  uint32_t line;
  Str *text;   /* source line, stripped; NULL: none */
  Str *carets; /* the line of markers CPython prints below it; NULL: none */
  const struct Site *lookup; /* a method call: where its lookup stands, should that fail; NULL */
} Site;

/* [layout] A module of the program. */
typedef struct Module {
  Obj h;
  Str *name;
  Str *file;          /* NULL: implemented in C */
  uint32_t n_names;
  Str *const *names;  /* global names, sorted by nothing in particular */
  Value *globals;     /* one a name; UNSET: unbound */
  Value (*init)(void); /* runs the body; NULL: nothing to run */
  uint32_t state;     /* 0 not imported, 1 running, 2 imported */
  Dict *extra;        /* attributes set from outside under names the module does not use */
  struct Module *parent; /* package, or NULL */
  uint32_t is_package;
} Module;

/* Calls f. args: n positional values, then one a name in kwnames (a tuple of str, or NONE). Takes args, borrows f and kwnames. */
Value call(Value f, Value *args, uint32_t n, Value kwnames);
/* Calls obj.name(...), without making a bound method. Takes args[0..], borrows obj. */
Value call_method(Value obj, Str *name, Value *args, uint32_t n, Value kwnames);
/* f(*args, **kwargs): args a tuple, kwargs a dict or NONE; all borrowed. */
Value call_ex(Value f, Value args, Value kwargs);
/* For C code: arguments borrowed. */
Value call0(Value f);
Value call1(Value f, Value a);
Value call2(Value f, Value a, Value b);
Value call_name0(Value obj, Str *name);
Value call_name1(Value obj, Str *name, Value a);
/* Looks up a dunder on the type (not the instance), bound to v: owned; UNSET if absent; RAISED. */
Value lookup_special(Value v, Str *name);

/* A frozen C string as a static Str: S(__init__) names it. names.def lists them; names.c defines them, merged with the
 * program's own constants of the same content. */
#define S(id) (&str__##id)
#ifndef NAMES_DEFINED_HERE
#define NAME(id) extern Str str__##id;
#include "names.def"
#undef NAME
#endif

/* ------------------------------------------------------------------- errors
 * exc.c. At most one exception is pending. */
extern Class BaseException_class, Exception_class, ArithmeticError_class, AssertionError_class, AttributeError_class, BufferError_class,
    EOFError_class, FloatingPointError_class, GeneratorExit_class, ImportError_class, ModuleNotFoundError_class, IndexError_class,
    KeyError_class, KeyboardInterrupt_class, LookupError_class, MemoryError_class, NameError_class, UnboundLocalError_class,
    NotImplementedError_class, OSError_class, FileExistsError_class, FileNotFoundError_class, IsADirectoryError_class,
    NotADirectoryError_class, PermissionError_class, BrokenPipeError_class, TimeoutError_class, InterruptedError_class,
    BlockingIOError_class, ConnectionError_class, ProcessLookupError_class, ChildProcessError_class, OverflowError_class,
    RecursionError_class, ReferenceError_class, RuntimeError_class, StopIteration_class, StopAsyncIteration_class, SyntaxError_class,
    SystemError_class, SystemExit_class, TypeError_class, UnicodeError_class, UnicodeDecodeError_class, UnicodeEncodeError_class,
    UnicodeTranslateError_class, ValueError_class, ZeroDivisionError_class, Warning_class, DeprecationWarning_class, UserWarning_class,
    RuntimeWarning_class, SyntaxWarning_class, FutureWarning_class, ImportWarning_class, UnicodeWarning_class, BytesWarning_class,
    ResourceWarning_class, PendingDeprecationWarning_class, EncodingWarning_class;

/* Raises and gives RAISED. Conversions in fmt: %s C string, %S str(Value), %R repr(Value), %A ascii(Value), %T type name of a Value,
 * %C name of a Class*, %N a Str*, %d int32, %u uint32, %D int64, %c code point as text, %% percent.
 * A message longer than memory allows becomes MemoryError. */
Value raise_error(Class *cls, const char *fmt, ...);
Value raise_value(Value exc);           /* raise exc (instance or class, borrowed): sets __context__ */
Value raise_from(Value exc, Value cause); /* raise exc from cause */
Value raise_memory_error(void);
Value raise_key_error(Value key);
Value raise_os_error(int errno_, Value filename /* or UNSET */);
bool exc_pending(void);
Value exc_take(void);                   /* owned; clears the pending exception; RAISED never */
void exc_restore(Value exc);            /* takes: makes it pending again, nothing else changed */
bool exc_matches(const Class *cls);     /* is the pending exception an instance of cls */
void exc_clear(void);
void exc_unraisable(Value where);       /* reports the pending exception on stderr as CPython's unraisable hook does, and clears it */

/* --------------------------------------------------------------- operations
 * Generic operations on any values: what compiled code calls. ops.c, unless a fast path sits in inline.h (then NAME_slow is here). */
Value op_binary(BinaryOp op, Value a, Value b);
Value op_inplace(BinaryOp op, Value a /* takes where it succeeds */, Value b);
Value op_unary(UnaryOp op, Value a);
Value op_compare(CompareOp op, Value a, Value b);
int op_eq(Value a, Value b);          /* identity or ==: 1, 0, -1 raised */
int op_truth_slow(Value v);           /* 1, 0, -1 raised */
Value op_pow3(Value a, Value b, Value mod);
Value op_getattr(Value o, Str *name);
bool op_setattr(Value o, Str *name, Value v); /* v == UNSET deletes */
int op_lookup_attr(Value o, Str *name, Value *out); /* 1 found (owned), 0 absent without exception, -1 raised */
Value op_getitem_slow(Value o, Value key);
bool op_setitem_slow(Value o, Value key, Value v); /* v == UNSET deletes */
int op_contains(Value container, Value item); /* 1, 0, -1 raised */
int64_t op_len(Value o);              /* -1 raised */
bool op_hash(Value v, int64_t *out);
Value op_iter(Value o);
Value op_next_slow(Value it);         /* DONE when exhausted */
Value op_repr(Value v);               /* exact str, or a subclass instance as __repr__ gave it */
Value op_str(Value v);
Value op_ascii(Value v);
Value op_format(Value v, Value spec); /* spec: str */
bool op_index(Value v, int64_t *out); /* __index__ that must fit 64 bits, else raises IndexError "cannot fit 'int' into an index-sized integer" */
bool op_index_clamp(Value v, int64_t *out); /* the same, clamped */
Value op_index_value(Value v);        /* __index__ as an int; TypeError "'%T' object cannot be interpreted as an integer" */
bool op_float(Value v, double *out);  /* float, __float__ or __index__; TypeError "must be real number, not %T" */
bool op_float_converted(Value v, double *out); /* float(v): the __float__ of a subclass of float counts, too */
bool hash_unhashable(Value v, int64_t *out); /* slot: TypeError "unhashable type: '%T'" */
int64_t hash_pointer(const void *p);
int64_t hash_double(double d);
/* Guards repr against cycles: 1 entered, 0 already inside (write "..."), -1 raised. */
int repr_enter(Value v);
void repr_leave(Value v);
/* Counts a level of C or Python recursion; false: RecursionError raised. `where`: "" or " while getting the repr of an object". */
bool recursion_enter(const char *where);
void recursion_leave(void);

/* ------------------------------------------------------------- type modules */
/* int.c */
Value int_from_i64(int64_t i);
Value int_from_u64(uint64_t u);
Value int_from_double(double d);      /* truncates; raises OverflowError/ValueError on inf/nan */
bool int_to_i64(Value i, int64_t *out); /* exact int Value; false (nothing raised) when it does not fit */
bool int_to_double(Value i, double *out); /* false: OverflowError raised */
int int_sign(Value i);
Value int_parse(const char *s, uint32_t n, int base, Value original); /* int(str): ValueError shows repr(original) */
/* float.c */
Value float_repr(double d);
Value float_parse(const char *s, uint32_t n, Value original);
/* str.c */
Value str_new(const char *utf8, uint32_t size);   /* valid (W)UTF-8: counts code points */
Value str_new_ascii(const char *s, uint32_t size);
Value str_from_cstr(const char *s);               /* ASCII */
Value str_from_char(uint32_t code_point);
Value str_concat(Value a, Value b);
Value str_append(Value a /* takes where it succeeds */, Value b); /* a + b, in place when a is unshared */
bool str_equal(const Str *a, const Str *b);
int str_compare(const Str *a, const Str *b);      /* <0, 0, >0 in code point order */
int64_t str_hash(Str *s);
bool str_has(const Str *s, const Str *part);      /* part in s */
Value str_getitem(Value s, Value key);            /* s[key], of an exact str */
void str_dealloc(Obj *o);
Value str_join(Str *sep, Value iterable);
Value str_join_array(Str *sep, Value *items, uint32_t n); /* f-strings: exact strs, sep may be NULL */
Value str_slice(Str *s, uint32_t start, uint32_t end); /* code points */
uint32_t str_offset(Str *s, uint32_t index);      /* code point index to byte offset */
uint32_t str_char_at(Str *s, uint32_t index);
/* A growing UTF-8 buffer. After a failed write `failed` is set and buf_finish raises MemoryError. */
typedef struct StrBuf {
  char *data;
  uint32_t size, capacity;
  bool failed;
} StrBuf;
void buf_init(StrBuf *b);
void buf_write(StrBuf *b, const char *utf8, uint32_t size);
void buf_cstr(StrBuf *b, const char *s);
void buf_char(StrBuf *b, uint32_t code_point);
void buf_str(StrBuf *b, const Str *s);
bool buf_repr(StrBuf *b, Value v);                /* writes repr(v); false: raised */
Value buf_finish(StrBuf *b);                      /* the str; frees the buffer */
void buf_discard(StrBuf *b);
/* bytes.c */
Value bytes_new(const uint8_t *data /* or NULL: uninitialised */, uint32_t size);
bool buffer_view(Value v, const uint8_t **data, uint32_t *size); /* bytes or bytearray; false, nothing raised, for anything else */
/* codecs.c: encoding names normalised as CPython does; errors: strict, ignore, replace, ... */
Value codec_decode(const uint8_t *data, uint32_t size, Str *encoding, Str *errors);
Value codec_encode(Str *s, Str *encoding, Str *errors); /* bytes */
/* list.c, tuple.c */
Value list_new(uint32_t capacity);
bool list_append(List *l, Value v /* takes */);
Value list_from_iterable(Value it);
bool list_extend(List *l, Value it);
bool list_sort(List *l, Value key /* or NONE */, bool reverse);
Value tuple_new(uint32_t n);                      /* items UNSET: fill them in before anyone sees it */
Value tuple_from_array(const Value *items, uint32_t n); /* borrows items */
Value tuple_from_iterable(Value it);
Value list_to_tuple(Value list);
/* dict.c */
Value dict_new(void);
Value dict_get(Dict *d, Value key);               /* borrowed; UNSET: absent; RAISED */
Value dict_get_str(Dict *d, Str *key);            /* borrowed; UNSET: absent; never raises */
bool dict_set(Dict *d, Value key, Value v);       /* borrows both */
bool dict_set_str(Dict *d, Str *key, Value v);
int dict_delete(Dict *d, Value key);              /* 1 deleted, 0 absent (nothing raised), -1 raised */
uint32_t dict_size(const Dict *d);
bool dict_next(const Dict *d, uint32_t *pos, Value *key, Value *v); /* borrowed; false at the end; *pos starts at 0 */
bool dict_update(Dict *d, Value other);           /* mapping or iterable of pairs */
bool dict_merge_kwargs(Dict *d, Value other, Value f); /* **other in a call: TypeError on a repeated keyword */
Value dict_copy(Dict *d);
void dict_clear(Dict *d);
/* set.c */
Value set_new(void);
Value frozenset_from_iterable(Value it);
bool set_add(Value set, Value v);                 /* borrows v */
int set_contains(Value set, Value v);
bool set_update(Value set, Value it);
/* range.c, slice.c */
Value range_new(Value start, Value stop, Value step); /* borrowed ints; step not 0 */
Value slice_new(Value start, Value stop, Value step);
/* Resolves a slice for a sequence of n items as slice.indices does: count of items, -1 raised. */
int64_t slice_resolve(Slice *s, int64_t n, int64_t *start, int64_t *step);
/* function.c */
Value function_new(const FuncInfo *info, Value defaults, Value kwdefaults, const Value *cells, uint32_t n_cells); /* takes defaults and kwdefaults, borrows cells */
Value builtin_new(const MethodDef *def, Value self); /* a bound or module-level C function */
Value method_new(Value fn, Value self);
Value cell_new(Value v /* takes */);
/* class.c */
Value class_create(Str *name, Value bases /* tuple */, Dict *ns, Dict *kwargs /* or NULL */); /* the class statement, after its body */
Value class_lookup(Class *c, Str *name);          /* borrowed: along the MRO, no binding; UNSET when absent */
/* generator.c */
Value generator_new(Function *fn, Value *args /* takes */, uint32_t n_args);
Value generator_send(Value gen, Value v);         /* DONE: returned; the value is in gen_result() */
Value gen_result(void);                           /* owned: what the last generator that gave DONE returned */
/* module.c */
Value module_import(Module *m);                   /* runs the body once; the module */
Value module_getattr(Module *m, Str *name);

#endif
