/* ops_number.c: values as indices and floats. */
#include "float.h"
#include "inline.h"

/* The result of a method written in Python; what C types have is dealt with by their tags. */
static Value call_special(Value v, Str *name) {
  if (!has_tag(v, T_INSTANCE) || wrapped_class(class_lookup(class_of(v), name))) return UNSET;
  Value m = lookup_special(v, name);
  if (m == UNSET || m == RAISED) return m;
  Value r = call0(m);
  decref(m);
  return r;
}

Value op_index_value(Value v) {
  Value i = as_int(v);
  if (i != UNSET) return incref(i);
  Value r = call_special(v, S(__index__));
  if (r == UNSET) return raise_error(&TypeError_class, "'%T' object cannot be interpreted as an integer", v);
  if (r == RAISED) return RAISED;
  i = as_int(r);
  if (i == UNSET) raise_error(&TypeError_class, "__index__ returned non-int (type %T)", r);
  else incref(i);
  decref(r);
  return i == UNSET ? RAISED : i;
}

static bool index_or_limit(Value v, int64_t *out, bool clamp) {
  if (is_small_int(v)) {
    *out = small_int(v);
    return true;
  }
  Value i = op_index_value(v);
  if (i == RAISED) return false;
  bool fits = int_to_i64(i, out);
  if (!fits && clamp) *out = int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
  decref(i);
  if (fits || clamp) return true;
  return raise_error(&IndexError_class, "cannot fit '%T' into an index-sized integer", v) != RAISED;
}

bool op_index(Value v, int64_t *out) { return index_or_limit(v, out, false); }
bool op_index_clamp(Value v, int64_t *out) { return index_or_limit(v, out, true); }

static bool from_float_method(Value v, Value r, double *out) {
  if (r == RAISED) return false;
  Value d = unwrap(r);
  bool ok = is_double(d);
  if (ok) *out = as_double(d);
  else raise_error(&TypeError_class, "%T.__float__ returned non-float (type %T)", v, r);
  decref(r);
  return ok;
}

bool op_float(Value v, double *out) { return is_float(v, out) || op_float_converted(v, out); }

bool op_float_converted(Value v, double *out) {
  Value r = call_special(v, S(__float__));
  if (r != UNSET) return from_float_method(v, r, out);
  if (is_float(v, out)) return true;
  Value i = as_int(v);
  if (i != UNSET) return int_to_double(i, out);
  i = call_special(v, S(__index__));
  if (i == UNSET) return raise_error(&TypeError_class, "must be real number, not %T", v) != RAISED;
  if (i == RAISED) return false;
  bool ok = as_int(i) != UNSET ? int_to_double(as_int(i), out)
                               : raise_error(&TypeError_class, "__index__ returned non-int (type %T)", i) != RAISED;
  decref(i);
  return ok;
}
