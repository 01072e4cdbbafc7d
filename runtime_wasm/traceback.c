/* traceback.c: where an exception passed, and printing it as CPython 3.12 does. */
#include "exc.h"
#include "platform.h"

#define SHOWN_LIMIT 1000  /* entries, the innermost ones */
#define REPEAT_LIMIT 3    /* equal entries in a row */

static Traceback *as_traceback(Value v) { return (Traceback *)as_obj(v); }

bool tb_lookup_failed;

void tb_add(const Site *site) {
  if (tb_lookup_failed && site->lookup) site = site->lookup;
  tb_lookup_failed = false;
  Value exc = exc_peek();
  Value *field = exc_field(exc, EXC_TRACEBACK);
  Traceback *tb = container_alloc(&traceback_class, sizeof *tb);
  if (!tb) return; /* without memory the traceback is shorter */
  tb->site = site;
  tb->next = *field == UNSET ? NONE : *field;
  tb->more = NULL;
  tb->n_held = 0;
  *field = tagged(tb, T_TRACEBACK);
}

static Value *held_at(Traceback *tb, uint32_t i) { return i < HELD_INSIDE ? &tb->held[i] : &tb->more[i - HELD_INSIDE]; }
static uint32_t more_size(const Traceback *tb) { return tb->n_held > HELD_INSIDE ? (tb->n_held - HELD_INSIDE) * (uint32_t)sizeof(Value) : 0; }

/* The newest entry is this frame's. Variables arrive last first, and go as the frame's would: first first. */
void tb_hold(Value v) {
  if (!is_ptr(v)) return;
  Value field = *exc_field(exc_peek(), EXC_TRACEBACK);
  Traceback *tb = has_tag(field, T_TRACEBACK) ? as_traceback(field) : NULL;
  if (LIKELY(tb && tb->n_held < HELD_INSIDE)) {
    tb->held[tb->n_held++] = v;
    return;
  }
  uint32_t size = tb ? more_size(tb) : 0;
  Value *more = tb ? mem_realloc(tb->more, size, size + sizeof(Value)) : NULL;
  if (!more) { /* without memory it does not live as long */
    decref(v);
    return;
  }
  tb->more = more;
  *held_at(tb, tb->n_held++) = v;
}

static void traceback_clear(Obj *o) {
  Traceback *tb = (Traceback *)o;
  uint32_t size = more_size(tb);
  while (tb->n_held) decref(*held_at(tb, --tb->n_held));
  if (UNLIKELY(tb->more)) {
    mem_free(tb->more, size);
    tb->more = NULL;
  }
}

/* The variables of the innermost frame go first. The way there is over entries that nobody else holds; their links are turned
 * round meanwhile. */
static void traceback_dealloc(Obj *o) {
  if (mem_dealloc_deferred(o)) return;
  Traceback *tb = (Traceback *)o, *outer = NULL;
  for (;;) {
    Value next = tb->next;
    tb->next = NONE;
    tb->outer = outer;
    if (!has_tag(next, T_TRACEBACK) || as_obj(next)->rc > 1) {
      decref(next);
      break;
    }
    outer = tb;
    tb = as_traceback(next);
  }
  while (tb) {
    outer = tb->outer;
    traceback_clear(&tb->h);
    container_release(&tb->h, sizeof *tb);
    tb = outer;
  }
}

static void traceback_traverse(Obj *o, Visit visit, void *arg) {
  Traceback *tb = (Traceback *)o;
  for (uint32_t i = 0; i < tb->n_held; i++) visit(*held_at(tb, i), arg);
  visit(tb->next, arg);
}

static const Slots traceback_slots = {.dealloc = traceback_dealloc, .traverse = traceback_traverse, .clear = traceback_clear};
CLASS_DEFINE(traceback, "traceback", T_TRACEBACK, 0, &object_class)

static Value traceback_lineno(Value self) { return small_int_value(as_traceback(self)->site->line); }
static Value traceback_next(Value self) { return incref(as_traceback(self)->next); }
GETTER(traceback, tb_lineno, traceback_lineno)
GETTER(traceback, tb_next, traceback_next)

/* ------------------------------------------------------------------ printing */
static void write_site(StrBuf *b, const Site *site) {
  buf_cstr(b, "  File \"");
  buf_str(b, site->func->file);
  buf_cstr(b, "\", line ");
  buf_u32(b, site->line);
  buf_cstr(b, ", in ");
  buf_str(b, site->func->name);
  buf_char(b, '\n');
  if (!site->text) return;
  buf_cstr(b, "    ");
  buf_str(b, site->text);
  buf_char(b, '\n');
  if (!site->carets) return;
  buf_cstr(b, "    ");
  buf_str(b, site->carets);
  buf_char(b, '\n');
}

static bool same_line(const Site *a, const Site *b) {
  return a->line == b->line && (a->func == b->func || (str_equal(a->func->file, b->func->file) && str_equal(a->func->name, b->func->name)));
}

static void write_repeats(StrBuf *b, uint32_t count) {
  if (count <= REPEAT_LIMIT) return;
  buf_cstr(b, "  [Previous line repeated ");
  buf_u32(b, count - REPEAT_LIMIT);
  buf_cstr(b, count - REPEAT_LIMIT > 1 ? " more times]\n" : " more time]\n");
}

static void write_traceback(StrBuf *b, Value tb) {
  uint32_t depth = 0, count = 0;
  for (Value at = tb; has_tag(at, T_TRACEBACK); at = as_traceback(at)->next) depth++;
  buf_cstr(b, "Traceback (most recent call last):\n");
  const Site *last = NULL;
  for (; has_tag(tb, T_TRACEBACK); tb = as_traceback(tb)->next) {
    if (depth-- > SHOWN_LIMIT) continue;
    const Site *site = as_traceback(tb)->site;
    if (!last || !same_line(last, site)) {
      write_repeats(b, count);
      count = 0;
    }
    last = site;
    if (++count <= REPEAT_LIMIT) write_site(b, site);
  }
  write_repeats(b, count);
}

static void write_type_name(StrBuf *b, Value exc) {
  Class *c = class_of(exc);
  Value module, qualname = class_qualname(c);
  int found = c->flags & CLASS_BUILTIN ? 0 : op_lookup_attr(class_value(c), S(__module__), &module);
  if (found > 0) {
    Str *s = as_str(module);
    if (!s) buf_cstr(b, "<unknown>.");
    else if (!str_equal(s, S(builtins)) && !str_equal(s, S(__main__))) buf_str(b, s), buf_char(b, '.');
    decref(module);
  }
  if (found < 0) exc_clear();
  if (qualname == RAISED) {
    exc_clear();
    return;
  }
  buf_str(b, as_str(qualname));
  decref(qualname);
}

static void write_message(StrBuf *b, Value exc) {
  write_type_name(b, exc);
  Value text = op_str(exc);
  if (text == RAISED) {
    exc_clear();
    buf_cstr(b, ": <exception str() failed>");
  } else {
    if (as_str(text)->size) buf_cstr(b, ": "), buf_str(b, as_str(text));
    decref(text);
  }
  suggestion_write(b, exc);
  buf_char(b, '\n');
}

/* A note: every line of it ends the line. */
static void write_note(StrBuf *b, Value note) {
  Value text = as_str(note) ? incref(note) : op_str(note);
  if (text == RAISED) {
    exc_clear();
    buf_cstr(b, "<note str() failed>\n");
    return;
  }
  Str *s = as_str(text);
  buf_str(b, s);
  if (!s->size || s->data[s->size - 1] != '\n') buf_char(b, '\n');
  decref(text);
}

static void write_notes(StrBuf *b, Value exc) {
  Value notes;
  int found = op_lookup_attr(exc, S(__notes__), &notes);
  if (found < 0) exc_clear();
  if (found <= 0) return;
  List *l = as_list(notes);
  Tuple *t = as_tuple(notes);
  if (l || t) {
    for (uint32_t i = 0; i < (l ? l->n : t->n); i++) write_note(b, l ? l->items[i] : t->items[i]);
  } else {
    if (!buf_repr(b, notes)) {
      exc_clear();
      buf_cstr(b, "<__notes__ repr() failed>");
    }
    buf_char(b, '\n');
  }
  decref(notes);
}

static void write_one(StrBuf *b, Value exc) {
  Value tb = *exc_field(exc, EXC_TRACEBACK);
  if (has_tag(tb, T_TRACEBACK)) write_traceback(b, tb);
  write_message(b, exc);
  write_notes(b, exc);
}

/* What is shown before exc: its cause, else its context unless suppressed. UNSET: nothing. */
static Value shown_before(Value exc, bool *is_cause) {
  Value cause = *exc_field(exc, EXC_CAUSE), context = *exc_field(exc, EXC_CONTEXT);
  *is_cause = is_ptr(cause);
  if (is_ptr(cause)) return cause;
  return is_ptr(context) && *exc_field(exc, EXC_SUPPRESS) != TRUE_ ? context : UNSET;
}

#define CHAIN_LIMIT 512

static void write_chain(StrBuf *b, Value exc) {
  Value chain[CHAIN_LIMIT];
  bool is_cause[CHAIN_LIMIT];
  uint32_t n = 0;
  for (Value at = exc; at != UNSET && n < CHAIN_LIMIT; n++) {
    bool seen = false;
    for (uint32_t i = 0; i < n; i++) seen = seen || chain[i] == at;
    if (seen) break;
    chain[n] = at;
    at = shown_before(at, &is_cause[n]);
  }
  for (uint32_t i = n; i-- > 0;) {
    write_one(b, chain[i]);
    if (i == 0) break;
    buf_cstr(b, is_cause[i - 1] ? "\nThe above exception was the direct cause of the following exception:\n\n"
                                : "\nDuring handling of the above exception, another exception occurred:\n\n");
  }
}

Value exc_format(Value exc) {
  StrBuf b;
  buf_init(&b);
  write_chain(&b, exc);
  return buf_finish(&b);
}

/* stderr is not picky: what cannot be encoded there is escaped. */
static void write_stderr(Value text) {
  if (text == RAISED) {
    static const char fallback[] = "MemoryError\n";
    exc_clear();
    platform_write(2, fallback, sizeof fallback - 1);
    return;
  }
  platform_write(2, as_str(text)->data, as_str(text)->size);
  decref(text);
}

void exc_print_uncaught(Value exc) { write_stderr(exc_format(exc)); }

void exc_unraisable(Value where) {
  Value exc = exc_take();
  StrBuf b;
  buf_init(&b);
  if (where != UNSET && where != NONE) {
    buf_cstr(&b, "Exception ignored in: ");
    if (!buf_repr(&b, where)) {
      exc_clear();
      buf_cstr(&b, "<object repr() failed>");
    }
    buf_char(&b, '\n');
  }
  Value tb = *exc_field(exc, EXC_TRACEBACK);
  if (has_tag(tb, T_TRACEBACK)) write_traceback(&b, tb);
  write_type_name(&b, exc);
  Value text = op_str(exc);
  if (text == RAISED) {
    exc_clear();
    buf_cstr(&b, ": <exception str() failed>");
  } else {
    if (as_str(text)->size) buf_cstr(&b, ": "), buf_str(&b, as_str(text));
    decref(text);
  }
  buf_char(&b, '\n');
  write_stderr(buf_finish(&b));
  decref(exc);
}
