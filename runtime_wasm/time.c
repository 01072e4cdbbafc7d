/* time.c: the C half of the time module; molt/lib/time.py adds the calendar. */
#include <math.h>

#include "molt.h"
#include "platform.h"
#include "struct_sequence.h"

static Value time_time(Value self) {
  (void)self;
  return float_value((double)platform_wall_ns() * 1e-9);
}
static Value time_time_ns(Value self) {
  (void)self;
  return int_from_u64(platform_wall_ns());
}
static Value time_monotonic(Value self) {
  (void)self;
  return float_value((double)platform_monotonic_ns() * 1e-9);
}
static Value time_monotonic_ns(Value self) {
  (void)self;
  return int_from_u64(platform_monotonic_ns());
}

static Value time_sleep(Value self, Value v) {
  (void)self;
  double seconds;
  if (!is_instance(v, &float_class)) {
    Value whole = op_index_value(v); /* other numbers must be whole */
    if (whole == RAISED) return RAISED;
    decref(whole);
  }
  if (!op_float(v, &seconds)) return RAISED;
  if (isnan(seconds)) return raise_error(&ValueError_class, "Invalid value NaN (not a number)");
  if (seconds < 0) return raise_error(&ValueError_class, "sleep length must be non-negative");
  if (seconds >= 9223372036.854775807) return raise_error(&OverflowError_class, "timestamp too large to convert to C _PyTime_t");
  platform_sleep_ns((uint64_t)ceil(seconds * 1e9));
  return NONE;
}

STRUCT_TYPE(struct_time_type, "time.struct_time",
            "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst", 9)

/* A struct_time of a sequence of nine numbers. */
static Value time_struct_time(Value self, Value v) {
  (void)self;
  Value items = tuple_from_iterable(v);
  if (items == RAISED) return RAISED;
  Tuple *t = (Tuple *)as_obj(items);
  Value result = RAISED;
  if (t->n < 9) {
    raise_error(&TypeError_class, "time.struct_time() takes an at least 9-sequence (%u-sequence given)", t->n);
  } else {
    for (int i = 0; i < 9; i++) incref(t->items[i]);
    result = struct_new(&struct_time_type, t->items);
  }
  decref(items);
  return result;
}

FUNCTION(_molt_time, time, CALL_NONE, 0, 0, 0, time_time)
FUNCTION(_molt_time, time_ns, CALL_NONE, 0, 0, 0, time_time_ns)
FUNCTION(_molt_time, monotonic, CALL_NONE, 0, 0, 0, time_monotonic)
FUNCTION(_molt_time, monotonic_ns, CALL_NONE, 0, 0, 0, time_monotonic_ns)
FUNCTION(_molt_time, sleep, CALL_ONE, 1, 1, 0, time_sleep)
FUNCTION(_molt_time, struct_time, CALL_ONE, 1, 1, 0, time_struct_time)
