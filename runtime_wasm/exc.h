/* exc.h: what the exc_*.c files and traceback.c share. */
#ifndef MOLT_EXC_H
#define MOLT_EXC_H

#include "inline.h"

/* Kinds of exceptions that have fields or a text of their own; found by the name of the built-in class. */
typedef enum ExcKind {
  EXC_PLAIN, EXC_KEY, EXC_OS, EXC_STOP, EXC_EXIT, EXC_IMPORT, EXC_NAME, EXC_ATTRIBUTE, EXC_DECODE, EXC_ENCODE, EXC_TRANSLATE, EXC_SYNTAX,
} ExcKind;
ExcKind exc_kind(const Class *c);

enum { OS_ERRNO = EXC_OWN, OS_STRERROR, OS_FILENAME, OS_FILENAME2 };
enum { IMPORT_MSG = EXC_OWN, IMPORT_NAME, IMPORT_PATH, IMPORT_NAME_FROM };
enum { NAME_NAME = EXC_OWN, NAME_OBJ };
enum { UNI_ENCODING = EXC_OWN, UNI_OBJECT, UNI_START, UNI_END, UNI_REASON };
enum { SYN_MSG = EXC_OWN, SYN_FILENAME, SYN_LINENO, SYN_OFFSET, SYN_TEXT, SYN_END_LINENO, SYN_END_OFFSET, SYN_PRINT };

extern Value pending_exception;            /* or UNSET */
static inline Value exc_peek(void) { return pending_exception; } /* borrowed: the pending exception */
Value exc_args(Value exc);                 /* owned tuple */
Value exc_first_arg(Value exc);            /* borrowed; what raise_error() made has one */
extern Class late_text_class;
Value late_text(Value late);               /* the str */
Value raise_name_error(Class *cls, const char *fmt /* one %N */, Str *name);
Value raise_made(Class *cls, const Value *args, uint32_t n);
void exc_forget_memory_error(void);
Class *os_error_class(int64_t errno_);     /* the subclass of OSError for an errno */
const char *os_error_text(int32_t errno_); /* strerror, of WASI's errors */

/* traceback.c */
#define HELD_INSIDE 2u
typedef struct Traceback {
  Obj h;
  union {
    const Site *site;
    struct Traceback *outer; /* of an entry that ends: the one to end after it */
  };
  uint32_t n_held;
  Value next;        /* traceback, of the frame further in, or NONE */
  Value *more;       /* held after the first HELD_INSIDE, or NULL */
  Value held[HELD_INSIDE]; /* variables of the frame, last first */
} Traceback;
/* suggest.c: "Did you mean" of NameError, AttributeError, ImportError; writes ". Did you mean: 'x'?" */
void suggestion_write(StrBuf *b, Value exc);

#endif
