/* exc.c: raising, catching, and what is being handled.
 *
 * At most one exception is pending, on its way up. The handled one is the one whose except or finally block runs: a new
 * exception gets it as __context__, and a bare `raise` raises it again. Each generator has a level of its own of that
 * (ExcState), so that what it handles stays with it across yields.
 */
#include "exc.h"

Value pending_exception = UNSET;
static ExcState base_state = {UNSET, NULL};
ExcState *exc_state = &base_state;

/* Raised when there is no memory to make an exception. */
static Shape memory_error_shape = {.cls = &MemoryError_class, .hidden = EXC_OWN};
static struct { /* an Instance */
  Obj h;
  Shape *shape;
  Value *extra;
  Value slots[EXC_OWN];
} memory_error = {{RC_STATIC, &MemoryError_class}, &memory_error_shape, NULL, {UNSET, UNSET, UNSET, UNSET, UNSET}};

/* ------------------------------------------------------------------ pending */
bool exc_pending(void) { return pending_exception != UNSET; }

Value exc_take(void) {
  Value exc = pending_exception;
  pending_exception = UNSET;
  return exc;
}

void exc_restore(Value exc) { set_value(&pending_exception, exc); }
void exc_clear(void) { set_value(&pending_exception, UNSET); }
bool exc_matches(const Class *cls) { return is_instance(pending_exception, cls); }

bool is_exception(Value v) { return class_of(v)->flags & CLASS_EXCEPTION; }
static bool is_exception_class(Value v) { return has_tag(v, T_CLASS) && as_class(v)->flags & CLASS_EXCEPTION; }

/* ------------------------------------------------------------------ handled */
Value exc_handled(void) {
  for (ExcState *s = exc_state; s; s = s->previous)
    if (s->handled != UNSET) return s->handled;
  return UNSET;
}

Value exc_catch(Value *prev) {
  *prev = exc_state->handled;
  exc_state->handled = pending_exception;
  pending_exception = UNSET;
  return incref(exc_state->handled);
}

void exc_uncatch(Value prev) {
  Value old = exc_state->handled;
  exc_state->handled = prev;
  decref(old);
}

/* ------------------------------------------------------------------ context */
static Value context_of(Value exc) {
  Value c = *exc_field(exc, EXC_CONTEXT);
  return c == NONE ? UNSET : c;
}

/* Cuts the link of the chain that leads to exc, so that giving it a context makes no cycle. */
COLD static void break_cycle(Value chain, Value exc) {
  Value slow = chain;
  bool step = false;
  for (Value at = chain, next; (next = context_of(at)) != UNSET; at = next) {
    if (next == exc) {
      set_value(exc_field(at, EXC_CONTEXT), UNSET);
      return;
    }
    if (step) slow = context_of(slow);
    step = !step;
    if (slow == next) return;
  }
}

static void set_context_to(Value exc, Value context) {
  if (context == UNSET || context == exc) return;
  break_cycle(context, exc);
  set_value(exc_field(exc, EXC_CONTEXT), incref(context));
}

static void set_context(Value exc) { set_context_to(exc, exc_handled()); }

/* An exception thrown into a generator has for context what that generator handles, not what its caller does. */
void exc_chain_level(void) { set_context_to(pending_exception, exc_state->handled); }

/* ------------------------------------------------------------------ raising */
static Value raise_instance(Value exc /* takes */) {
  set_context(exc);
  exc_restore(exc);
  return RAISED;
}

static Value instantiate(Value cls) {
  Value exc = call0(cls);
  if (exc == RAISED || is_exception(exc)) return exc;
  raise_error(&TypeError_class, "calling %R should have returned an instance of BaseException, not %R", cls, class_value(class_of(exc)));
  decref(exc);
  return RAISED;
}

Value raise_value(Value exc) {
  if (is_exception_class(exc)) exc = instantiate(exc);
  else if (is_exception(exc)) incref(exc);
  else return raise_error(&TypeError_class, "exceptions must derive from BaseException");
  return exc == RAISED ? RAISED : raise_instance(exc);
}

COLD Value raise_from(Value exc, Value cause) {
  Value instance = is_exception_class(exc) ? instantiate(exc) : incref(exc);
  if (instance == RAISED) return RAISED;
  if (!is_exception(instance)) {
    decref(instance);
    return raise_error(&TypeError_class, "exceptions must derive from BaseException");
  }
  Value reason = is_exception_class(cause) ? instantiate(cause) : incref(cause);
  if (reason != RAISED && reason != NONE && !is_exception(reason)) {
    decref(reason);
    reason = raise_error(&TypeError_class, "exception causes must derive from BaseException");
  }
  if (reason == RAISED) {
    decref(instance);
    return RAISED;
  }
  set_value(exc_field(instance, EXC_CAUSE), reason);
  set_value(exc_field(instance, EXC_SUPPRESS), TRUE_);
  return raise_instance(instance);
}

Value op_raise(Value exc, Value cause) { return cause == UNSET ? raise_value(exc) : raise_from(exc, cause); }

Value op_reraise_current(void) {
  Value exc = exc_handled();
  if (exc == UNSET) return raise_error(&RuntimeError_class, "No active exception to reraise");
  exc_restore(incref(exc));
  return RAISED;
}

/* Of its own, if there is memory for one: what the static one has collected shows where it is seen again. */
COLD Value raise_memory_error(void) {
  static bool is_making;
  if (!is_making) {
    is_making = true;
    Value exc = exc_new(&MemoryError_class, NULL, 0);
    is_making = false;
    if (exc != RAISED) exc_restore(exc);
    return RAISED;
  }
  exc_restore(incref(tagged(&memory_error, T_INSTANCE)));
  return RAISED;
}

COLD void exc_forget_memory_error(void) {
  for (uint32_t i = 0; i < EXC_OWN; i++) set_value(&memory_error.slots[i], UNSET);
}

Value raise_made(Class *cls, const Value *args, uint32_t n) {
  Value exc = exc_new(cls, args, n);
  return exc == RAISED ? RAISED : raise_instance(exc);
}

Value raise_key_error(Value key) { return raise_made(&KeyError_class, &key, 1); }

Value raise_stop_iteration(Value value) {
  Value exc = raise_made(&StopIteration_class, &value, value != NONE);
  if (pending_exception != UNSET && class_of(pending_exception) == &StopIteration_class) set_value(exc_field(pending_exception, EXC_OWN), incref(value));
  decref(value);
  return exc;
}

/* ------------------------------------------------------------------ matching */
static int match_one(Value exc, Value cls) {
  if (class_value(class_of_quick(exc)) == cls) return 1;
  if (is_exception_class(cls)) return is_instance(exc, as_class(cls));
  raise_error(&TypeError_class, "catching classes that do not inherit from BaseException is not allowed");
  return -1;
}

int op_exc_match(Value exc, Value cls) {
  Tuple *t = has_tag(cls, T_CLASS) ? NULL : as_tuple(cls);
  if (!t) return match_one(exc, cls);
  for (uint32_t i = 0; i < t->n; i++)
    if (!is_exception_class(t->items[i])) return match_one(exc, t->items[i]);
  for (uint32_t i = 0; i < t->n; i++)
    if (match_one(exc, t->items[i])) return 1;
  return 0;
}

