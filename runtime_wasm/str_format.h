/* The format specification mini-language, shared by str, int and float:

       [[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type]

   `parse_format_spec` checks everything that can be checked without knowing the operand's type;
   what a type does not admit (a sign for str, a precision for int) is for that type's formatter. */
#ifndef MOLT_STR_FORMAT_H
#define MOLT_STR_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  GROUPING_NONE,
  GROUPING_COMMA,      /* ',' every three digits */
  GROUPING_UNDERSCORE, /* '_' every three digits */
  GROUPING_UNDERSCORE4 /* '_' every four digits: types b o x X */
} Grouping;

enum { FORMAT_UNSET = -1 };

/* A precision this large was at least this large in the text: float formatting answers
   "precision too big" for it, str truncation takes it as it is. */
#define FORMAT_PRECISION_MAX INT32_MAX

typedef struct FormatSpec {
  uint32_t fill;     /* code point, ' ' when absent, '0' after a zero flag without a fill */
  char align;        /* '<' '>' '=' '^', or the default given to the parser */
  char sign;         /* '+' '-' ' ', or 0 when absent */
  bool no_neg_zero;  /* the 'z' flag */
  bool alternate;    /* the '#' flag */
  bool fill_given;   /* a fill character stood in the text */
  bool align_given;  /* an alignment stood in the text */
  Grouping grouping;
  int32_t width;     /* in code points, or FORMAT_UNSET */
  int32_t precision; /* or FORMAT_UNSET */
  uint32_t type;     /* code point of the presentation type, or the default given to the parser */
} FormatSpec;

/* Parses `size` bytes of UTF-8 at `text`. `default_type` is what `type` holds when the text names
   none (0, or 'd', 's'), `default_align` is '>' for numbers and '<' for str (a zero flag turns an
   absent alignment into '=' only where the default is '>'). `type_name` is the operand's type name,
   for messages. Returns false with ValueError (or MemoryError for a width no string can have) raised. */
bool parse_format_spec(FormatSpec *spec, const char *text, uint32_t size, const char *type_name,
                       char default_type, char default_align);

/* Raises ValueError "Unknown format code 'c' for object of type 'name'". */
void raise_unknown_format_code(uint32_t type, const char *type_name);

enum { HEX_ESCAPE_SIZE = 12 };
/* Writes a code point as "\x" and hexadecimal digits without leading zeros; gives its start in `out`. */
const char *hex_escape(uint32_t cp, char out[HEX_ESCAPE_SIZE]);

/* How `total` code points of padding divide into those before and those after, for '<' '>' '^'.
   '=' counts as '>'. */
void format_padding(const FormatSpec *spec, uint32_t total, uint32_t *before, uint32_t *after);

#endif
