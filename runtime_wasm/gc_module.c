/* gc_module.c: the gc module. */
#include "gc_module.h"

#include "molt.h"
#include "ops.h"

bool gc_enabled = true;
static Value thresholds[3] = {UNSET, UNSET, UNSET};

static Value gc_collect_now(Value self, Value *slots) {
  (void)self;
  int64_t generation = 2;
  if (slots[0] != UNSET && !op_index(slots[0], &generation)) return RAISED;
  if (generation < 0 || generation > 2) return raise_error(&ValueError_class, "invalid generation");
  return int_from_i64(gc_collect());
}

static Value gc_enable(Value self) {
  (void)self;
  gc_enabled = true;
  return NONE;
}

static Value gc_disable(Value self) {
  (void)self;
  gc_enabled = false;
  return NONE;
}

static Value gc_isenabled(Value self) {
  (void)self;
  return bool_value(gc_enabled);
}

/* The thresholds of CPython's generations, which mean nothing to this collector: kept for who sets and asks them. */
static Value gc_get_threshold(Value self) {
  (void)self;
  static const int16_t usual[3] = {700, 10, 10};
  Value items[3];
  for (int i = 0; i < 3; i++) items[i] = thresholds[i] == UNSET ? small_int_value(usual[i]) : thresholds[i];
  return op_tuple(items, 3);
}

static Value gc_set_threshold(Value self, Value *args, uint32_t n) {
  (void)self;
  for (uint32_t i = 0; i < n; i++) {
    int64_t threshold;
    if (!op_index(args[i], &threshold)) return RAISED;
    if (threshold < INT32_MIN || threshold > INT32_MAX)
      return raise_error(&OverflowError_class, "signed integer is %s", threshold < 0 ? "less than minimum" : "greater than maximum");
    thresholds[i] = small_int_value(threshold);
  }
  return NONE;
}

static Value gc_get_count(Value self) {
  (void)self;
  Value items[3] = {small_int_value(0), small_int_value(0), small_int_value(0)};
  return op_tuple(items, 3);
}

FUNCTION(gc, collect, CALL_KW, 0, 1, "generation", gc_collect_now)
FUNCTION(gc, enable, CALL_NONE, 0, 0, 0, gc_enable)
FUNCTION(gc, disable, CALL_NONE, 0, 0, 0, gc_disable)
FUNCTION(gc, isenabled, CALL_NONE, 0, 0, 0, gc_isenabled)
FUNCTION(gc, get_threshold, CALL_NONE, 0, 0, 0, gc_get_threshold)
FUNCTION(gc, set_threshold, CALL_ANY, 1, 3, 0, gc_set_threshold)
FUNCTION(gc, get_count, CALL_NONE, 0, 0, 0, gc_get_count)
