/* os_error.c: error numbers (Linux's, as CPython shows them) to classes and texts. */
#include "exc.h"

extern Class ConnectionAbortedError_class, ConnectionRefusedError_class, ConnectionResetError_class;

typedef struct ErrnoRow {
  uint8_t number;
  Class *cls;
  const char *text;
} ErrnoRow;

static const ErrnoRow rows[] = {
    {1, &PermissionError_class, "Operation not permitted"},
    {2, &FileNotFoundError_class, "No such file or directory"},
    {3, &ProcessLookupError_class, "No such process"},
    {4, &InterruptedError_class, "Interrupted system call"},
    {5, &OSError_class, "Input/output error"},
    {9, &OSError_class, "Bad file descriptor"},
    {10, &ChildProcessError_class, "No child processes"},
    {11, &BlockingIOError_class, "Resource temporarily unavailable"},
    {12, &OSError_class, "Cannot allocate memory"},
    {13, &PermissionError_class, "Permission denied"},
    {14, &OSError_class, "Bad address"},
    {16, &OSError_class, "Device or resource busy"},
    {17, &FileExistsError_class, "File exists"},
    {18, &OSError_class, "Invalid cross-device link"},
    {19, &OSError_class, "No such device"},
    {20, &NotADirectoryError_class, "Not a directory"},
    {21, &IsADirectoryError_class, "Is a directory"},
    {22, &OSError_class, "Invalid argument"},
    {23, &OSError_class, "Too many open files in system"},
    {24, &OSError_class, "Too many open files"},
    {26, &OSError_class, "Text file busy"},
    {27, &OSError_class, "File too large"},
    {28, &OSError_class, "No space left on device"},
    {29, &OSError_class, "Illegal seek"},
    {30, &OSError_class, "Read-only file system"},
    {31, &OSError_class, "Too many links"},
    {32, &BrokenPipeError_class, "Broken pipe"},
    {36, &OSError_class, "File name too long"},
    {39, &OSError_class, "Directory not empty"},
    {40, &OSError_class, "Too many levels of symbolic links"},
    {95, &OSError_class, "Operation not supported"},
    {103, &ConnectionAbortedError_class, "Software caused connection abort"},
    {104, &ConnectionResetError_class, "Connection reset by peer"},
    {110, &TimeoutError_class, "Connection timed out"},
    {111, &ConnectionRefusedError_class, "Connection refused"},
};

static const ErrnoRow *find(int64_t number) {
  for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].number == number) return &rows[i];
  return NULL;
}

Class *os_error_class(int64_t number) {
  const ErrnoRow *row = find(number);
  return row ? row->cls : &OSError_class;
}

const char *os_error_text(int32_t number) {
  const ErrnoRow *row = find(number);
  return row ? row->text : "Unknown error";
}

Value raise_os_error(int number, Value filename) {
  Value text = str_from_cstr(os_error_text(number));
  if (text == RAISED) return RAISED;
  Value args[3] = {small_int_value(number), text, filename == UNSET ? UNSET : incref(filename)};
  Value exc = call(class_value(os_error_class(number)), args, filename == UNSET ? 2 : 3, NONE);
  if (exc == RAISED) return RAISED;
  raise_value(exc);
  decref(exc);
  return RAISED;
}
