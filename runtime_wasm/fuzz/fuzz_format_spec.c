/* Any text as a format specification: it parses to something consistent, or raises. */
#include <stdlib.h>

#include "../molt.h"
#include "../str_format.h"
#include "../utf8.h"

static void require(bool holds) {
  if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  Utf8Error error;
  uint32_t size = utf8_valid_prefix(data, (uint32_t)length, &error);
  for (int numeric = 0; numeric < 2; numeric++) {
    FormatSpec spec;
    bool parsed = parse_format_spec(&spec, (const char *)data, size, numeric ? "int" : "str", numeric ? 'd' : 's',
                                    numeric ? '>' : '<');
    require(parsed != exc_pending());
    if (!parsed) {
      exc_clear();
      continue;
    }
    require(spec.align == '<' || spec.align == '>' || spec.align == '=' || spec.align == '^');
    require(spec.width >= FORMAT_UNSET && spec.precision >= FORMAT_UNSET && spec.width < INT32_MAX);
    require(spec.fill < 0x110000 && spec.type < 0x110000);
    uint32_t before, after;
    format_padding(&spec, size, &before, &after);
    require(before + after == size);
  }
  return 0;
}
