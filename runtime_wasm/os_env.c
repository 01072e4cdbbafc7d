/* os_env.c: the C half of the os module (molt/lib/os.py): files by path, the environment, randomness. Paths come as str or
 * bytes; what fails raises OSError with the path. */
#include "io.h"
#include "ops.h"
#include "text.h"

typedef struct Path {
  Value value; /* owned */
  const char *text;
  uint32_t n;
} Path;

static bool path_of(Value v, Path *p) {
  p->value = path_value(v);
  if (p->value == RAISED) return false;
  if (has_tag(p->value, T_STR)) {
    Str *s = (Str *)as_obj(p->value);
    p->text = s->data;
    p->n = s->size;
  } else {
    Bytes *b = (Bytes *)as_obj(p->value);
    p->text = (const char *)b->data;
    p->n = b->size;
  }
  return true;
}

static Value finish(Path *p, int result, Value shown) {
  decref(p->value);
  return result < 0 ? raise_platform_error(result, shown) : NONE;
}

/* An empty path names nothing. */
typedef int PathCall(const char *path, uint32_t n);
static Value call_path(PathCall *f, Value v) {
  Path p;
  if (!path_of(v, &p)) return RAISED;
  return finish(&p, p.n ? f(p.text, p.n) : -2, v);
}

static Value os_unlink(Value self, Value v) {
  (void)self;
  return call_path(platform_unlink, v);
}
static Value os_mkdir(Value self, Value v) {
  (void)self;
  return call_path(platform_mkdir, v);
}
static Value os_rmdir(Value self, Value v) {
  (void)self;
  return call_path(platform_rmdir, v);
}

/* OSError with both paths. */
static Value raise_for_two(int error, Value from, Value to) {
  const char *flag = error == -13 ? platform_missing_grant() : NULL;
  if (flag) return raise_platform_error(error, to);
  raise_os_error(-error, from);
  Value exc = exc_take();
  if (!op_setattr(exc, S(filename2), to)) {
    decref(exc);
    return RAISED;
  }
  exc_restore(exc);
  return RAISED;
}

static Value os_rename(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Path from, to;
  if (!path_of(args[0], &from)) return RAISED;
  if (!path_of(args[1], &to)) {
    decref(from.value);
    return RAISED;
  }
  int error = from.n && to.n ? platform_rename(from.text, from.n, to.text, to.n) : -2;
  decref(from.value);
  decref(to.value);
  return error < 0 ? raise_for_two(error, args[0], args[1]) : NONE;
}

/* --------------------------------------------------------------------- listing */
typedef struct Listing {
  List *names;
  bool failed;
} Listing;

static bool add_name(const char *name, uint32_t n, void *arg) {
  Listing *l = arg;
  Value s = str_new(name, n);
  l->failed = s == RAISED || !list_append(l->names, s);
  return !l->failed;
}

static Value os_listdir(Value self, Value v) {
  (void)self;
  Path p;
  if (!path_of(v, &p)) return RAISED;
  Value list = list_new(8);
  if (list == RAISED) {
    decref(p.value);
    return RAISED;
  }
  Listing l = {(List *)as_obj(list), false};
  int error = p.n ? platform_list(p.text, p.n, add_name, &l) : -2;
  decref(p.value);
  if (error >= 0 && !l.failed) return list;
  decref(list);
  return l.failed ? RAISED : raise_platform_error(error, v);
}

/* ------------------------------------------------------------------------ stat */

/* (mode, links, size, atime_ns, mtime_ns, ctime_ns) */
static Value stat_tuple(const PlatformStat *s) {
  Value items[6] = {small_int_value(s->mode),      int_from_u64(s->links),     int_from_u64(s->size),
                    int_from_i64(s->atime_ns),     int_from_i64(s->mtime_ns),  int_from_i64(s->ctime_ns)};
  return op_tuple(items, 6);
}

/* stat(path, follow) */
static Value os_stat(Value self, Value *args, uint32_t n) {
  (void)self, (void)n;
  Path p;
  if (!path_of(args[0], &p)) return RAISED;
  PlatformStat s;
  int error = p.n ? platform_stat(p.text, p.n, args[1] == TRUE_, &s) : -2;
  decref(p.value);
  return error < 0 ? raise_platform_error(error, args[0]) : stat_tuple(&s);
}

/* ----------------------------------------------------------------- environment */
static Value os_fspath(Value self, Value v) {
  (void)self;
  return path_value(v);
}

/* A list of (name, value). */
static Value os_environ(Value self) {
  (void)self;
  Value list = list_new(8);
  if (list == RAISED) return RAISED;
  uint32_t name_n, value_n;
  const char *name, *value;
  for (uint32_t i = 0; (name = platform_env(i, &name_n, &value, &value_n)); i++) {
    Value items[2] = {str_new(name, name_n), RAISED};
    if (items[0] != RAISED) items[1] = str_new(value, value_n);
    Value pair = items[1] == RAISED ? RAISED : op_tuple(items, 2);
    if (items[1] == RAISED) decref(items[0]);
    if (pair == RAISED || !list_append((List *)as_obj(list), pair)) {
      decref(list);
      return RAISED;
    }
  }
  return list;
}

static Value os_getcwd(Value self) {
  (void)self;
  uint32_t n;
  const char *cwd = platform_cwd(&n);
  return str_new(cwd, n);
}

static Value os_urandom(Value self, Value v) {
  (void)self;
  int64_t n;
  if (!op_index(v, &n)) return RAISED;
  if (n < 0) return raise_error(&ValueError_class, "negative argument not allowed");
  if (n > INT32_MAX) return raise_memory_error();
  Value bytes = bytes_new(NULL, (uint32_t)n);
  if (bytes != RAISED && n) platform_random(((Bytes *)as_obj(bytes))->data, (uint32_t)n);
  return bytes;
}

FUNCTION(_molt_os, unlink, CALL_ONE, 1, 1, 0, os_unlink)
FUNCTION(_molt_os, mkdir, CALL_ONE, 1, 1, 0, os_mkdir)
FUNCTION(_molt_os, rmdir, CALL_ONE, 1, 1, 0, os_rmdir)
FUNCTION(_molt_os, rename, CALL_ANY, 2, 2, 0, os_rename)
FUNCTION(_molt_os, listdir, CALL_ONE, 1, 1, 0, os_listdir)
FUNCTION(_molt_os, stat, CALL_ANY, 2, 2, 0, os_stat)
FUNCTION(_molt_os, fspath, CALL_ONE, 1, 1, 0, os_fspath)
FUNCTION(_molt_os, environ, CALL_NONE, 0, 0, 0, os_environ)
FUNCTION(_molt_os, getcwd, CALL_NONE, 0, 0, 0, os_getcwd)
FUNCTION(_molt_os, urandom, CALL_ONE, 1, 1, 0, os_urandom)
