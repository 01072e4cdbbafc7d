/* main.c: runs a program: its main module, what it raised, its end.
 *
 * The order at the end is CPython's: report the exception, flush, clear the modules (which runs __del__ methods, whose output
 * is flushed too), give the rest back.
 */
#include "main.h"

#include "io.h"
#include "ops.h"

extern Module *const program_modules[]; /* NULL-terminated */
extern Module *const program_main;

enum { STATUS_ERROR = 1, STATUS_LEAK = 97, STATUS_FLUSH_FAILED = 120, STATUS_INTERRUPTED = 130 };

/* Writes to sys.stderr as it is now; errors are nobody's business any more. */
static void write_to_stderr(Value text) {
  Value err = system_output(2);
  if (err == RAISED || err == UNSET || err == NONE) {
    platform_write(2, ((Str *)as_obj(text))->data, ((Str *)as_obj(text))->size);
  } else {
    Value n = call_name1(err, S(write), text);
    if (n != RAISED) decref(n);
  }
  if (exc_pending()) exc_clear();
}

static void write_line_to_stderr(Value text) {
  Value newline = str_from_char('\n'), line = newline == RAISED ? RAISED : str_concat(text, newline);
  decref(newline);
  if (line == RAISED) return exc_clear();
  write_to_stderr(line);
  decref(line);
}

/* sys.exit(code) */
static int exit_status(Value exc) {
  Value code = op_getattr(exc, S(code));
  if (code == RAISED) {
    exc_clear();
    return STATUS_ERROR;
  }
  int status = STATUS_ERROR;
  Value i = as_int(code);
  if (code == NONE) {
    status = 0;
  } else if (i != UNSET) {
    int64_t wide;
    status = int_to_i64(i, &wide) ? (int)(wide & 0xFF) : 0xFF;
  } else {
    Value text = op_str(code);
    if (text == RAISED) {
      exc_clear();
    } else {
      write_line_to_stderr(text);
      decref(text);
    }
  }
  decref(code);
  return status;
}

static bool stderr_was_replaced(Value err) { return err != RAISED && err != UNSET && err != NONE && err != standard_output(2); }

static int report_uncaught(Value exc) {
  if (is_instance(exc, &SystemExit_class)) return exit_status(exc);
  Value err = system_output(2);
  if (stderr_was_replaced(err)) {
    Value text = exc_format(exc);
    if (text == RAISED) {
      exc_clear();
    } else {
      write_to_stderr(text);
      decref(text);
    }
  } else {
    if (is_text_file(err) && !text_flush(as_text_file(err))) exc_clear();
    exc_print_uncaught(exc);
  }
  return is_instance(exc, &KeyboardInterrupt_class) ? STATUS_INTERRUPTED : STATUS_ERROR;
}

static int run_main_module(void) {
  for (Module *const *m = program_modules; *m; m++) module_register(*m);
  Value result = module_import(program_main);
  if (result != RAISED) {
    decref(result);
    return 0;
  }
  Value exc = exc_take();
  int status = report_uncaught(exc);
  decref(exc);
  return status;
}

/* Clears the modules, which runs __del__ methods, and gives everything back; with MOLT_DEBUG, the objects that remain. */
static uint32_t release_everything(bool *flushed) {
  restore_standard_streams();
  release_unsupported_operation();
  uint32_t leaked = runtime_finish();
  *flushed &= flush_standard_streams();
  release_standard_streams();
#ifdef MOLT_DEBUG
  leaked = mem_live_objects();
#endif
  return leaked;
}

static void report_leak(uint32_t leaked) {
  char text[48];
  uint32_t at = sizeof text;
  static const char after[] = " objects leaked\n", before[] = "molt: ";
  at -= sizeof after - 1;
  memcpy(text + at, after, sizeof after - 1);
  do text[--at] = (char)('0' + leaked % 10);
  while (leaked /= 10);
  at -= sizeof before - 1;
  memcpy(text + at, before, sizeof before - 1);
  platform_write(2, text + at, (uint32_t)sizeof text - at);
#ifdef MOLT_DEBUG
  mem_dump_live();
#endif
}

int program_run(void) {
  int status = run_main_module();
  bool flushed = flush_standard_streams();
  uint32_t leaked = release_everything(&flushed);
  if (!flushed) status = STATUS_FLUSH_FAILED;
  if (leaked) {
    report_leak(leaked);
    status = STATUS_LEAK;
  }
  return status;
}

int program_broken_off(void) {
  recursion_reset();
  if (exc_pending()) exc_clear();
  raise_recursion();
  bool flushed = flush_standard_streams();
  Value exc = exc_take();
  report_uncaught(exc);
  return flushed && flush_standard_streams() ? STATUS_ERROR : STATUS_FLUSH_FAILED;
}
