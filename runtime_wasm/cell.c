/* cell.c: variables shared between a function and those it contains. */
#include "molt.h"

static void cell_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  decref(((Cell *)o)->v);
  obj_release(o, sizeof(Cell));
}
static void cell_traverse(Obj *o, Visit visit, void *arg) { visit(((Cell *)o)->v, arg); }
static void cell_clear(Obj *o) { set_value(&((Cell *)o)->v, UNSET); }

static const Slots cell_slots = {.dealloc = cell_dealloc, .traverse = cell_traverse, .clear = cell_clear};
CLASS_DEFINE(cell, "cell", T_CELL, 0, &object_class)

Value cell_new(Value v) {
  Cell *c = obj_alloc(&cell_class, sizeof *c);
  if (!c) {
    decref(v);
    return raise_memory_error();
  }
  c->v = v;
  return tagged(c, T_CELL);
}
