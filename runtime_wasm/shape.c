/* shape.c: the trees of attribute layouts (instance.h says what a shape is).
 *
 * Shapes belong to their class and are freed with it. A transition's name is counted. Lookup walks up the tree for small
 * shapes and uses a table, built once, for big ones; both are only reached when a site's inline cache misses.
 */
#include "inline.h"

#define LINEAR_LIMIT 8

typedef struct ShapeTable {
  uint32_t mask;
  Shape *entries[]; /* open addressing by the name's hash */
} ShapeTable;

Shape *shape_root_new(Class *cls, uint32_t hidden, uint32_t n_inline) {
  Shape *s = mem_alloc(sizeof *s);
  if (!s) return NULL;
  memset(s, 0, sizeof *s);
  s->cls = cls;
  s->hidden = (uint16_t)hidden;
  s->n_inline = (uint16_t)n_inline;
  s->n_builtin = (uint16_t)(cls->payload || cls->flags & CLASS_EXCEPTION ? hidden : 0);
  s->n_held = hidden;
  s->size = (uint32_t)sizeof(Instance) + (hidden + n_inline) * (uint32_t)sizeof(Value);
  return s;
}

/* `name` is NULL where only the promises differ. */
static Shape *child_new(Shape *s, Str *name, uint64_t floats) {
  Shape *child = shape_root_new(s->cls, s->hidden, s->n_inline);
  if (!child) return NULL;
  child->parent = s;
  child->name = name;
  if (name) obj_incref(name);
  child->count = s->count + (name != NULL);
  child->floats = floats;
  child->n_held = s->hidden + (child->count < s->n_inline ? child->count : s->n_inline);
  while (floats && child->n_held > 0 && floats >> (child->n_held - 1) & 1) child->n_held--;
  child->is_flat = child->n_held == 0 && child->count <= child->n_inline && child->n_builtin == 0;
  child->next_sibling = s->first_child;
  s->first_child = child;
  return child;
}

static bool adds(const Shape *s, const Str *name) { return s->name == name || (s->name && str_equal(s->name, name)); }

static Shape *child_promising(Shape *s, Str *name, uint64_t floats) {
  for (Shape *child = s->first_child; child; child = child->next_sibling)
    if (child->floats == floats && adds(child, name)) return child;
  return child_new(s, name, floats);
}

/* Of two transitions the one that promises more. What the program does not predict is added without any promise. */
Shape *shape_add(Shape *s, Str *name) {
  Shape *found = NULL;
  for (Shape *child = s->first_child; child; child = child->next_sibling)
    if (adds(child, name) && (!found || child->floats > found->floats)) found = child;
  return found ? found : child_new(s, name, 0);
}

Shape *shape_add_predicted(Shape *s, Str *name, bool is_float) {
  return child_promising(s, name, s->floats | (uint64_t)is_float << (s->hidden + s->count));
}

Shape *shape_promote(Shape *s, uint32_t slot) {
  s->promoted = child_new(s, NULL, s->floats | (uint64_t)1 << slot);
  s->promoted_slot = slot;
  return s->promoted;
}

/* (Predicted paths are short.) */
Shape *shape_plain(Shape *s) {
  if (!s->floats) return s;
  if (!s->name) return shape_plain(s->parent);
  if (!s->plain) {
    Shape *parent = shape_plain(s->parent);
    s->plain = parent ? child_promising(parent, s->name, 0) : NULL;
  }
  return s->plain;
}

static uint32_t table_bytes(uint32_t mask) { return (uint32_t)sizeof(ShapeTable) + (mask + 1) * (uint32_t)sizeof(Shape *); }

static void table_build(Shape *s) {
  uint32_t mask = 31;
  while (mask < s->count * 2) mask = mask * 2 + 1;
  ShapeTable *t = mem_alloc(table_bytes(mask));
  if (!t) return; /* the walk still works */
  memset(t, 0, table_bytes(mask));
  t->mask = mask;
  for (Shape *at = s; at->name; at = at->parent) {
    uint32_t i = (uint32_t)str_hash(at->name) & mask;
    while (t->entries[i]) i = (i + 1) & mask;
    t->entries[i] = at;
  }
  s->table = t;
}

static int32_t table_find(const ShapeTable *t, const Str *name) {
  for (uint32_t i = (uint32_t)str_hash((Str *)name) & t->mask; t->entries[i]; i = (i + 1) & t->mask)
    if (str_equal(t->entries[i]->name, name)) return (int32_t)t->entries[i]->count - 1;
  return -1;
}

int32_t shape_find(Shape *s, const Str *name) {
  if (s->count > LINEAR_LIMIT) {
    if (!s->table) table_build(s);
    if (s->table) return table_find(s->table, name);
  }
  bool is_unique = IS_STATIC(name); /* among static ones */
  for (Shape *at = s; at->name; at = at->parent) {
    if (at->name == name) return (int32_t)at->count - 1;
    if (!(is_unique && IS_STATIC(at->name)) && str_equal(at->name, name)) return (int32_t)at->count - 1;
  }
  return -1;
}

void shape_names(Shape *s, Str **names) {
  for (; s->name; s = s->parent) names[s->count - 1] = s->name;
}

Shape *shape_dict_mode(Shape *s) {
  while (s->parent) s = s->parent;
  if (s->is_dict) return s;
  if (!s->dict_shape) {
    s->dict_shape = shape_root_new(s->cls, s->hidden, s->n_inline);
    if (s->dict_shape) s->dict_shape->is_dict = 1;
  }
  return s->dict_shape;
}

static void shape_free(Shape *s) {
  if (s->name) obj_decref(s->name);
  if (s->table) mem_free(s->table, table_bytes(s->table->mask));
  if (s->dict_shape) mem_free(s->dict_shape, sizeof *s);
  mem_free(s, sizeof *s);
}

/* Leaves first, without recursion: a chain of attributes may be long. */
static void free_one_tree(Shape *root) {
  Shape *s = root;
  while (s) {
    if (s->first_child) {
      Shape *child = s->first_child;
      s->first_child = child->next_sibling;
      s = child;
      continue;
    }
    Shape *up = s == root ? NULL : s->parent;
    shape_free(s);
    s = up;
  }
}

void shape_free_tree(Shape *root) {
  while (root) {
    Shape *older = root->older_root;
    free_one_tree(root);
    root = older;
  }
}
