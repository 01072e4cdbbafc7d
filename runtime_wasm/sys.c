/* sys.c: the sys module. */
#include "instance.h"
#include "int.h"
#include "io.h"
#include "ops.h"
#include "struct_sequence.h"
#include "text.h"

/* ------------------------------------------------------------ the command line */
static Value list_of_arguments(void) {
  Value list = list_new(4);
  if (list == RAISED) return RAISED;
  uint32_t n;
  const char *arg;
  for (uint32_t i = 0; (arg = platform_arg(i, &n)); i++) {
    Value s = str_new(arg, n);
    if (s == RAISED || !list_append((List *)as_obj(list), s)) {
      decref(list);
      return RAISED;
    }
  }
  return list;
}

static Value get_path(void) { return list_new(0); }
static Value get_executable(void) { return str_new("", 0); }

/* --------------------------------------------------------------------- streams */
static Value get_stdin(void) { return incref(standard_input()); }
static Value get_stdout(void) { return incref(standard_output(1)); }
static Value get_stderr(void) { return incref(standard_output(2)); }

/* ------------------------------------------------------------------------ exit */
/* raise SystemExit with what CPython makes of a value: None for no argument, a tuple for its items. */
static Value sys_exit(Value self, Value *args, uint32_t n) {
  (void)self;
  Value cls = class_value(&SystemExit_class), code = n ? args[0] : NONE;
  Value exc = code == NONE ? call0(cls) : as_tuple(code) ? call_ex(cls, code, NONE) : call1(cls, code);
  if (exc == RAISED) return RAISED;
  raise_value(exc);
  decref(exc);
  return RAISED;
}

/* ----------------------------------------------------------- what is being handled */
static Value sys_exception(Value self) {
  (void)self;
  Value exc = exc_handled();
  return exc == UNSET ? NONE : incref(exc);
}

static Value sys_exc_info(Value self) {
  (void)self;
  Value exc = exc_handled();
  if (exc == UNSET) {
    Value none[3] = {NONE, NONE, NONE};
    return op_tuple(none, 3);
  }
  Value traceback = op_getattr(exc, S(__traceback__));
  if (traceback == RAISED) return RAISED;
  Value items[3] = {incref(class_value(class_of(exc))), incref(exc), traceback};
  return op_tuple(items, 3);
}

/* ---------------------------------------------------------------------- limits */
static Value sys_getrecursionlimit(Value self) {
  (void)self;
  return small_int_value(recursion_limit);
}

static Value sys_setrecursionlimit(Value self, Value v) {
  (void)self;
  int64_t limit;
  if (!op_index(v, &limit)) return RAISED;
  if (limit > INT32_MAX) return raise_error(&OverflowError_class, "Python int too large to convert to C int");
  if (limit < 1) return raise_error(&ValueError_class, "recursion limit must be greater or equal than 1");
  if (limit <= recursion_depth)
    return raise_error(&RecursionError_class, "cannot set the recursion limit to %D at the recursion depth %d: the limit is too low", limit,
                       recursion_depth);
  return recursion_set_limit(limit) ? NONE : RAISED;
}

static Value sys_get_int_max_str_digits(Value self) {
  (void)self;
  return small_int_value(int_max_str_digits);
}

static Value sys_set_int_max_str_digits(Value self, Value *slots) {
  (void)self;
  enum { THRESHOLD = 640 };
  int64_t digits;
  if (!op_index(slots[0], &digits)) return RAISED;
  if (digits != 0 && digits < THRESHOLD) return raise_error(&ValueError_class, "maxdigits must be 0 or larger than 640");
  int_max_str_digits = digits > INT32_MAX ? INT32_MAX : (int32_t)digits;
  return NONE;
}

/* ------------------------------------------------------------------ odds and ends */
static Value sys_intern(Value self, Value v) {
  (void)self;
  if (!has_tag(v, T_STR)) return raise_error(&TypeError_class, as_str(v) ? "can't intern %T" : "intern() argument must be str, not %T", v);
  return incref(v);
}

/* The reference that CPython's own call holds is counted, too. */
static Value sys_getrefcount(Value self, Value v) {
  (void)self;
  return is_ptr(v) ? int_from_u64(as_obj(v)->rc + 1) : int_from_u64(UINT32_MAX);
}

static Value sys_getdefaultencoding(Value self) {
  (void)self;
  return str_from_cstr("utf-8");
}

static Value sys_is_finalizing(Value self) {
  (void)self;
  return FALSE_;
}

static Value get_maxsize(void) { return int_from_i64(INT64_MAX); }
static Value get_maxunicode(void) { return small_int_value(0x10FFFF); }
static Value get_byteorder(void) { return str_from_cstr("little"); }
static Value get_platform(void) { return str_from_cstr("wasi"); }
static Value get_version(void) { return str_from_cstr("3.12.1 (Molt)"); }
static Value get_copyright(void) { return str_new("", 0); }
static Value get_hexversion(void) { return small_int_value(0x030C01F0); }
static Value get_float_repr_style(void) { return str_from_cstr("short"); }
static Value get_dont_write_bytecode(void) { return TRUE_; }
static Value get_warnoptions(void) { return list_new(0); }

/* ---------------------------------------------------------------- named tuples */
STRUCT_TYPE(version_info_type, "sys.version_info",
            "major minor micro releaselevel serial", 5)
STRUCT_TYPE(float_info_type, "sys.float_info",
            "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds", 11)
STRUCT_TYPE(int_info_type, "sys.int_info",
            "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold", 4)
STRUCT_TYPE(hash_info_type, "sys.hash_info",
            "width modulus inf nan imag algorithm hash_bits seed_bits cutoff", 9)
STRUCT_TYPE(flags_type, "sys.flags",
            "debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment "
            "verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode "
            "warn_default_encoding safe_path int_max_str_digits", 18)
STRUCT_TYPE(implementation_type, "sys.implementation",
            "name cache_tag version hexversion", 4)

static Value get_version_info(void) {
  Value items[5] = {small_int_value(3), small_int_value(12), small_int_value(1), str_from_cstr("final"), small_int_value(0)};
  return struct_new(&version_info_type, items);
}

static Value get_float_info(void) {
  Value items[11] = {double_value(__DBL_MAX__),
                     small_int_value(__DBL_MAX_EXP__),
                     small_int_value(__DBL_MAX_10_EXP__),
                     double_value(__DBL_MIN__),
                     small_int_value(__DBL_MIN_EXP__),
                     small_int_value(__DBL_MIN_10_EXP__),
                     small_int_value(__DBL_DIG__),
                     small_int_value(__DBL_MANT_DIG__),
                     double_value(__DBL_EPSILON__),
                     small_int_value(__FLT_RADIX__),
                     small_int_value(1)};
  return struct_new(&float_info_type, items);
}

static Value get_int_info(void) {
  Value items[4] = {small_int_value(30), small_int_value(4), small_int_value(4300), small_int_value(640)};
  return struct_new(&int_info_type, items);
}

static Value get_hash_info(void) {
  Value items[9] = {small_int_value(64),
                    int_from_i64((1ll << 61) - 1),
                    small_int_value(314159),
                    small_int_value(0),
                    small_int_value(1000003),
                    str_from_cstr("siphash13"),
                    small_int_value(64),
                    small_int_value(128),
                    small_int_value(0)};
  return struct_new(&hash_info_type, items);
}

static Value get_flags(void) {
  Value items[18];
  for (int i = 0; i < 18; i++) items[i] = small_int_value(0);
  items[4] = small_int_value(1);
  items[13] = items[16] = FALSE_;
  items[17] = small_int_value(4300);
  return struct_new(&flags_type, items);
}

static Value get_implementation(void) {
  Value items[4] = {str_from_cstr("molt"), NONE, get_version_info(), get_hexversion()};
  return struct_new(&implementation_type, items);
}

CONSTANT(sys, argv, list_of_arguments)
CONSTANT(sys, orig_argv, list_of_arguments)
CONSTANT(sys, path, get_path)
CONSTANT(sys, executable, get_executable)
CONSTANT(sys, prefix, get_executable)
CONSTANT(sys, stdin, get_stdin)
CONSTANT(sys, stdout, get_stdout)
CONSTANT(sys, stderr, get_stderr)
CONSTANT(sys, __stdin__, get_stdin)
CONSTANT(sys, __stdout__, get_stdout)
CONSTANT(sys, __stderr__, get_stderr)
FUNCTION(sys, exit, CALL_ANY, 0, 1, 0, sys_exit)
FUNCTION(sys, exception, CALL_NONE, 0, 0, 0, sys_exception)
FUNCTION(sys, exc_info, CALL_NONE, 0, 0, 0, sys_exc_info)
FUNCTION(sys, getrecursionlimit, CALL_NONE, 0, 0, 0, sys_getrecursionlimit)
FUNCTION(sys, setrecursionlimit, CALL_ONE, 1, 1, 0, sys_setrecursionlimit)
FUNCTION(sys, get_int_max_str_digits, CALL_NONE, 0, 0, 0, sys_get_int_max_str_digits)
FUNCTION(sys, set_int_max_str_digits, CALL_KW, 1, 1, "maxdigits", sys_set_int_max_str_digits)
FUNCTION(sys, intern, CALL_ONE, 1, 1, 0, sys_intern)
FUNCTION(sys, getrefcount, CALL_ONE, 1, 1, 0, sys_getrefcount)
FUNCTION(sys, getdefaultencoding, CALL_NONE, 0, 0, 0, sys_getdefaultencoding)
FUNCTION(sys, getfilesystemencoding, CALL_NONE, 0, 0, 0, sys_getdefaultencoding)
FUNCTION(sys, is_finalizing, CALL_NONE, 0, 0, 0, sys_is_finalizing)
CONSTANT(sys, maxsize, get_maxsize)
CONSTANT(sys, maxunicode, get_maxunicode)
CONSTANT(sys, byteorder, get_byteorder)
CONSTANT(sys, platform, get_platform)
CONSTANT(sys, version, get_version)
CONSTANT(sys, copyright, get_copyright)
CONSTANT(sys, hexversion, get_hexversion)
CONSTANT(sys, float_repr_style, get_float_repr_style)
CONSTANT(sys, dont_write_bytecode, get_dont_write_bytecode)
CONSTANT(sys, warnoptions, get_warnoptions)
CONSTANT(sys, version_info, get_version_info)
CONSTANT(sys, float_info, get_float_info)
CONSTANT(sys, int_info, get_int_info)
CONSTANT(sys, hash_info, get_hash_info)
CONSTANT(sys, flags, get_flags)
CONSTANT(sys, implementation, get_implementation)
