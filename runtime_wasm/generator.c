/* generator.c: generators: running them step by step, and what `yield from` passes through.
 *
 * A generator is compiled as a Resume function whose live values are in slots while it is suspended. What it returns goes
 * through one variable, gen_result(), since DONE has no room for it.
 */
#include "inline.h"

static Value last_result = NONE;

Value gen_result(void) {
  Value v = last_result;
  last_result = NONE;
  return v;
}

void gen_set_result(Value v) { set_value(&last_result, v); }

static Generator *as_generator(Value v) { return (Generator *)as_obj(v); }
static uint32_t generator_size(const FuncInfo *info) {
  return (uint32_t)sizeof(Generator) + (info->n_slots + info->n_raw) * (uint32_t)sizeof(Value);
}

Value generator_new(Function *fn, Value *args, uint32_t n_args) {
  const FuncInfo *info = fn->info;
  gc_safe_point();
  Generator *g = obj_alloc(&generator_class, generator_size(info));
  if (!g) {
    release_args(args, n_args);
    return raise_memory_error();
  }
  g->fn = fn;
  obj_incref(fn);
  g->state = 0;
  g->name = incref(fn->name);
  g->qualname = incref(fn->qualname);
  g->delegate = g->level.handled = UNSET;
  memcpy(g->slots, args, n_args * sizeof(Value));
  for (uint32_t i = n_args; i < info->n_slots; i++) g->slots[i] = UNSET;
  return tagged(g, T_GENERATOR);
}

static void finish(Generator *g) {
  g->state = GEN_FINISHED;
  set_value(&g->delegate, UNSET);
  set_value(&g->level.handled, UNSET);
  for (uint32_t i = 0; i < g->fn->info->n_slots; i++) set_value(&g->slots[i], UNSET);
}

/* A StopIteration that leaves a generator becomes RuntimeError (PEP 479). */
static void convert_stop_iteration(void) {
  if (!exc_matches(&StopIteration_class)) return;
  Value stop = exc_take();
  raise_error(&RuntimeError_class, "generator raised StopIteration");
  Value error = exc_take();
  if (is_instance(error, &RuntimeError_class)) {
    set_value(exc_field(error, EXC_CAUSE), incref(stop));
    set_value(exc_field(error, EXC_CONTEXT), incref(stop));
    set_value(exc_field(error, EXC_SUPPRESS), TRUE_);
  }
  exc_restore(error);
  decref(stop);
}

/* What comes of a generator whose code has ended with v. */
Value generator_ended(Generator *g, Value v) {
  for (uint32_t i = 0; i < g->fn->info->n_slots; i++) g->slots[i] = UNSET; /* they hold what the code has moved out of them */
  if (v == RAISED) convert_stop_iteration();
  else gen_set_result(v);
  finish(g);
  return v == RAISED ? RAISED : DONE;
}

static inline Value run(Generator *g, Value sent) {
  generator_enter(g);
  if (sent == RAISED) exc_chain_level();
  Value v = ((Resume)g->fn->info->entry)(g, sent);
  return LIKELY(generator_leave(g)) ? v : generator_ended(g, v);
}

/* Runs to the next yield; takes sent. RAISED: throws the pending exception in. */
static Value resume(Generator *g, Value sent) {
  if (g->state == GEN_RUNNING) {
    if (sent == RAISED) exc_clear();
    decref(sent);
    return raise_error(&ValueError_class, "generator already executing");
  }
  if (g->state == GEN_FINISHED || (g->state == 0 && sent == RAISED)) {
    if (sent == RAISED) {
      if (g->state == 0) finish(g);
      return RAISED;
    }
    decref(sent);
    gen_set_result(NONE);
    return DONE;
  }
  Value marker[1];
  if (recursion_depth >= recursion_limit || stack_is_low(marker)) {
    decref(sent);
    return sent == RAISED ? RAISED : raise_recursion();
  }
  return run(g, sent);
}

Value generator_send(Value gen, Value v) {
  Generator *g = as_generator(gen);
  if (g->state == 0 && v != NONE)
    return raise_error(&TypeError_class, "can't send non-None value to a just-started generator");
  obj_incref(g);
  Value r = resume(g, incref(v));
  obj_decref(g);
  return r;
}

static Value generator_throw_pending(Value gen) {
  obj_incref(as_obj(gen));
  Value r = resume(as_generator(gen), RAISED);
  obj_decref(as_obj(gen));
  return r;
}

/* Throws GeneratorExit in: the generator must end. */
static bool close_generator(Value gen) {
  Generator *g = as_generator(gen);
  if (g->state == 0) finish(g);
  if (g->state == GEN_FINISHED) return true;
  raise_value(class_value(&GeneratorExit_class));
  Value r = generator_throw_pending(gen);
  if (r == DONE) {
    gen_set_result(NONE);
    return true;
  }
  if (r != RAISED) {
    decref(r);
    return raise_error(&RuntimeError_class, "generator ignored GeneratorExit") != RAISED;
  }
  if (!exc_matches(&GeneratorExit_class) && !exc_matches(&StopIteration_class)) return false;
  exc_clear();
  return true;
}

/* -------------------------------------------------------------- yield from */
Value op_yield_from_iter(Value v) { return has_tag(v, T_GENERATOR) ? incref(v) : op_iter(v); }

/* A call that ended with StopIteration ended the iteration. */
static Value done_if_stopped(Value r) {
  if (r != RAISED || !exc_matches(&StopIteration_class)) return r;
  Value exc = exc_take();
  Value v = *exc_field(exc, EXC_OWN);
  gen_set_result(v == UNSET ? NONE : incref(v));
  decref(exc);
  return DONE;
}

Value op_delegate_send(Value it, Value sent) {
  if (has_tag(it, T_GENERATOR)) return generator_send(it, sent);
  if (sent != NONE) return done_if_stopped(call_name1(it, S(send), sent));
  gen_set_result(NONE);
  return iter_step(it);
}

static Value close_delegate(Value it) {
  Value exc = exc_take();
  bool ok;
  if (has_tag(it, T_GENERATOR)) {
    ok = close_generator(it);
  } else {
    Value close, r = NONE;
    int found = op_lookup_attr(it, S(close), &close);
    if (found > 0) {
      r = call0(close);
      decref(close);
    }
    ok = found >= 0 && r != RAISED;
    if (r != RAISED) decref(r);
  }
  if (ok) exc_restore(exc);
  else decref(exc);
  return RAISED;
}

Value op_delegate_throw(Value it) {
  if (exc_matches(&GeneratorExit_class)) return close_delegate(it);
  if (has_tag(it, T_GENERATOR)) return generator_throw_pending(it);
  Value exc = exc_take(), throw;
  int found = op_lookup_attr(it, S(throw), &throw);
  if (found <= 0) {
    if (found == 0) exc_restore(exc);
    else decref(exc);
    return RAISED;
  }
  Value r = done_if_stopped(call1(throw, exc));
  decref(throw);
  decref(exc);
  return r;
}

/* Raises StopIteration for an iterator that gave DONE. */
Value raise_stop(Value it) { return raise_stop_iteration(has_tag(it, T_GENERATOR) ? gen_result() : NONE); }

/* ---------------------------------------------------------------- the type */
/* Runs the finally blocks of a generator nobody will resume. */
void generator_finalize(Obj *o) {
  Generator *g = (Generator *)o;
  if (g->state <= 0) return;
  Value saved = exc_pending() ? exc_take() : UNSET;
  if (!close_generator(tagged(g, T_GENERATOR))) exc_unraisable(tagged(g, T_GENERATOR));
  if (saved != UNSET) exc_restore(saved);
}

GATE(generator_finalize, "op:generator", generator_finalize)

static void generator_dealloc(Obj *o) {
  Generator *g = (Generator *)o;
  if (mem_dealloc_deferred(o)) return;
  if (g->state > 0) {
    o->rc = 1;
    generator_finalize(o);
    if (--o->rc) return;
  }
  finish(g);
  decref(g->name);
  decref(g->qualname);
  uint32_t size = generator_size(g->fn->info);
  obj_decref(g->fn);
  obj_release(o, size);
}

static void generator_traverse(Obj *o, Visit visit, void *arg) {
  Generator *g = (Generator *)o;
  visit(tagged(g->fn, T_FUNCTION), arg);
  visit(g->delegate, arg);
  visit(g->level.handled, arg);
  for (uint32_t i = 0; g->state != GEN_RUNNING && i < g->fn->info->n_slots; i++) visit(g->slots[i], arg);
}

static void generator_clear(Obj *o) {
  if (((Generator *)o)->state != GEN_RUNNING) finish((Generator *)o);
}

static Value generator_repr(Value self) {
  StrBuf b;
  buf_init(&b);
  buf_cstr(&b, "<generator object ");
  buf_str(&b, as_str(as_generator(self)->qualname));
  buf_cstr(&b, " at ");
  buf_address(&b, as_obj(self));
  buf_char(&b, '>');
  return buf_finish(&b);
}

static Value generator_iter(Value self) { return incref(self); }
/* Who steps an iterator keeps it alive. A depth that is unusual is left to resume(). */
static Value generator_next(Value self) {
  Generator *g = as_generator(self);
  return LIKELY(g->state >= 0 && recursion_depth < recursion_ceiling) ? run(g, NONE) : generator_send(self, NONE);
}

static const Slots generator_slots = {
    .dealloc = generator_dealloc, .traverse = generator_traverse, .clear = generator_clear,
    .repr = generator_repr, .iter = generator_iter, .next = generator_next,
};
CLASS_DEFINE(generator, "generator", T_GENERATOR, CLASS_HAS_DEL, &object_class)

static Value stop_or(Value r) { return r == DONE ? raise_stop_iteration(gen_result()) : r; }

static Value generator_method_send(Value self, Value v) { return stop_or(generator_send(self, v)); }

static bool throw_argument(Value *args, uint32_t n) {
  Value type = args[0], v = n > 1 ? args[1] : NONE;
  bool is_class = has_tag(type, T_CLASS) && as_class(type)->flags & CLASS_EXCEPTION;
  if (!is_class && !is_exception(type))
    return raise_error(&TypeError_class, "exceptions must be classes or instances deriving from BaseException, not %T", type) != RAISED;
  if (!is_class && v != NONE) return raise_error(&TypeError_class, "instance exception may not have a separate value") != RAISED;
  Value exc = !is_class || is_instance(v, as_class(type)) ? incref(is_class ? v : type) : v == NONE ? call0(type) : call1(type, v);
  if (exc == RAISED) return false;
  if (n > 2 && args[2] != NONE && exc_set_field(exc, S(__traceback__), args[2]) < 0) {
    decref(exc);
    return false;
  }
  exc_restore(exc);
  return true;
}

static Value generator_method_throw(Value self, Value *args, uint32_t n) {
  return throw_argument(args, n) ? stop_or(generator_throw_pending(self)) : RAISED;
}
static Value generator_method_close(Value self) { return close_generator(self) ? NONE : RAISED; }
static Value generator_running(Value self) { return bool_value(as_generator(self)->state == GEN_RUNNING); }
static Value generator_suspended(Value self) { return bool_value(as_generator(self)->state > 0); }
static Value generator_delegate(Value self) {
  Value v = as_generator(self)->delegate;
  return v == UNSET ? NONE : incref(v);
}
/* No frame object is kept: a live generator has itself for one. */
static Value generator_frame(Value self) { return as_generator(self)->state == GEN_FINISHED ? NONE : incref(self); }
static Value generator_name(Value self) { return incref(as_generator(self)->name); }
static Value generator_qualname(Value self) { return incref(as_generator(self)->qualname); }

METHOD(generator, send, CALL_ONE, 0, 0, 0, generator_method_send)
METHOD(generator, throw, CALL_ANY, 1, 3, 0, generator_method_throw)
METHOD(generator, close, CALL_NONE, 0, 0, 0, generator_method_close)
GETTER(generator, gi_running, generator_running)
GETTER(generator, gi_suspended, generator_suspended)
GETTER(generator, gi_yieldfrom, generator_delegate)
GETTER(generator, gi_frame, generator_frame)
GETTER(generator, __name__, generator_name)
GETTER(generator, __qualname__, generator_qualname)
