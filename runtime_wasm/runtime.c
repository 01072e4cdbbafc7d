/* runtime.c: the end of a program: finalizers, module globals, cycles, and in the debug build what was leaked. */
#include "exc.h"
#include "mem.h"

static void find_finalizable(Obj *o, void *arg) {
  if (o->cls->flags & CLASS_HAS_DEL && !IS_STATIC(o)) list_append(arg, incref(obj_value(o)));
}

/* CPython's last collection finds the modules' namespaces unreachable: every finalizer runs before any global goes away. */
static void run_finalizers(void) {
  Value list = list_new(0);
  if (list == RAISED) return exc_clear();
  mem_each_container(find_finalizable, as_obj(list));
  List *l = (List *)as_obj(list);
  for (uint32_t i = 0; i < l->n; i++) {
    Obj *o = as_obj(l->items[i]);
    if (o->cls->tag == T_GENERATOR) gate__generator_finalize(o);
    else instance_finalize(o);
  }
  decref(list);
}

uint32_t runtime_finish(void) {
  exc_clear();
  gc_collect();
  run_finalizers();
  runtime_finish_modules();
  gc_collect();
  gen_set_result(NONE);
  exc_forget_memory_error();
#ifdef MOLT_DEBUG
  gc_collect();
  module_forget_all();
  class_release_builtin();
  return mem_live_objects();
#else
  return 0;
#endif
}
