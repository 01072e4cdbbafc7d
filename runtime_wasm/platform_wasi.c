/* platform_wasi.c: platform.h over the raw imports of WASI 0.2.
 *
 * A path is opened relative to the preopened directory whose name is its longest prefix; without one, the capability was
 * not granted. What the host returns by pointer comes from cabi_realloc and is freed here.
 */
#include "platform.h"

#include "main.h"
#include "molt.h"
#include "wasi.h"

typedef struct HostString {
  const char *data;
  uint32_t size;
} HostString;

WIT_EXPORT("cabi_realloc") void *cabi_realloc(void *old, uint32_t old_size, uint32_t align, uint32_t size) {
  (void)align; /* blocks are aligned to 16 bytes */
  void *p = old ? mem_realloc(old, old_size, size) : mem_alloc(size ? size : 1);
  if (!p) __builtin_trap(); /* the canonical ABI knows no other answer */
  return p;
}

static void host_free(const void *p, uint32_t size) { mem_free((void *)p, size ? size : 1); }

static uint32_t load32(const uint8_t *p) { return *(const uint32_t *)p; }
static uint64_t load64(const uint8_t *p) { return *(const uint64_t *)p; }

/* Linux errno numbers in the order of WASI's error-code. */
static const uint8_t errno_of[] = {13, 11, 114, 9, 16, 35, 122, 17, 27, 84, 115, 4,  22, 5,  21, 40, 31, 90, 36,
                                   19, 2,  37,  12, 28, 20, 39, 131, 95, 25, 6,  75, 1,  32, 30, 29, 26, 18};
#define EACCES 13
#define EPIPE 32
#define EIO 5

static int errno_from(uint8_t code) { return code < sizeof errno_of ? -errno_of[code] : -EIO; }

/* ------------------------------------------------------------------ streams */
static int32_t stream_handles[3];
static bool stream_open[3];

static int32_t stream_handle(int fd) {
  if (!stream_open[fd]) {
    stream_handles[fd] = fd == 0   ? wasi_cli_stdin_get_stdin()
                         : fd == 1 ? wasi_cli_stdout_get_stdout()
                                   : wasi_cli_stderr_get_stderr();
    stream_open[fd] = true;
  }
  return stream_handles[fd];
}

/* A stream-error: closed, or last-operation-failed with an error resource. */
static int stream_error(const uint8_t *at, bool *closed) {
  *closed = at[WASI_IO_STREAMS_STREAM_ERROR_TAG] == 1;
  if (!*closed) wasi_io_error_error_drop((int32_t)load32(at + WASI_IO_STREAMS_STREAM_ERROR_LAST_OPERATION_FAILED_AT));
  return -EIO;
}

int64_t platform_stream_read(int fd, void *buffer, uint32_t n) {
  uint8_t ret[WASI_IO_STREAMS_INPUT_STREAM_BLOCKING_READ_RET_SIZE] __attribute__((aligned(8)));
  wasi_io_streams_input_stream_blocking_read(stream_handle(fd), n, ret);
  if (ret[0]) {
    bool closed;
    int error = stream_error(ret + 4, &closed);
    return closed ? 0 : error;
  }
  const void *data = (const void *)load32(ret + WASI_IO_STREAMS_INPUT_STREAM_BLOCKING_READ_RET_OK_PTR);
  uint32_t size = load32(ret + WASI_IO_STREAMS_INPUT_STREAM_BLOCKING_READ_RET_OK_LEN);
  memcpy(buffer, data, size);
  host_free(data, size);
  return size;
}

static int output_failed(const uint8_t *ret, size_t at) {
  bool closed;
  int error = stream_error(ret + at, &closed);
  return closed ? -EPIPE : error;
}

int platform_stream_write(int fd, const void *data, uint32_t n) {
  const uint8_t *p = data;
  while (n) {
    uint8_t ret[WASI_IO_STREAMS_OUTPUT_STREAM_CHECK_WRITE_RET_SIZE] __attribute__((aligned(8)));
    uint32_t part = n < 4096 ? n : 4096;
    wasi_io_streams_output_stream_blocking_write_and_flush(stream_handle(fd), p, part, ret);
    if (ret[0]) return output_failed(ret, WASI_IO_STREAMS_OUTPUT_STREAM_BLOCKING_WRITE_AND_FLUSH_RET_ERR_TAG);
    p += part;
    n -= part;
  }
  return 0;
}

void platform_write(int fd, const void *data, uint32_t n) { (void)platform_stream_write(fd, data, n); }

bool platform_isatty(int fd) {
  uint8_t ret[8] __attribute__((aligned(8)));
  switch (fd) {
    case 0:
      wasi_cli_terminal_stdin_get_terminal_stdin(ret);
      if (ret[0]) wasi_cli_terminal_input_terminal_input_drop((int32_t)load32(ret + 4));
      break;
    case 1:
    case 2:
      if (fd == 1) wasi_cli_terminal_stdout_get_terminal_stdout(ret);
      else wasi_cli_terminal_stderr_get_terminal_stderr(ret);
      if (ret[0]) wasi_cli_terminal_output_terminal_output_drop((int32_t)load32(ret + 4));
      break;
    default:
      return false;
  }
  return ret[0] != 0;
}

/* -------------------------------------------------------------------- paths */
typedef struct Preopen {
  int32_t handle;
  HostString name;
} Preopen;

static const uint8_t *preopens;
static uint32_t n_preopens;
static bool preopens_known;
static char missing_grant[300];

static Preopen preopen(uint32_t i) {
  const uint8_t *item = preopens + i * WASI_FILESYSTEM_PREOPENS_GET_DIRECTORIES_RET_ITEM_SIZE;
  return (Preopen){(int32_t)load32(item),
                   {(const char *)load32(item + WASI_FILESYSTEM_PREOPENS_GET_DIRECTORIES_RET_ITEM_1_PTR),
                    load32(item + WASI_FILESYSTEM_PREOPENS_GET_DIRECTORIES_RET_ITEM_1_LEN)}};
}

static void read_preopens(void) {
  if (preopens_known) return;
  uint8_t ret[8] __attribute__((aligned(8)));
  wasi_filesystem_preopens_get_directories(ret);
  preopens = (const uint8_t *)load32(ret);
  n_preopens = load32(ret + 4);
  preopens_known = true;
}

/* How many bytes of path the directory `name` covers, its separator included; -1: none. */
static int32_t covered(HostString name, const char *path, uint32_t n) {
  if (name.size == 1 && name.data[0] == '.') {
    uint32_t skip = n >= 2 && path[0] == '.' && path[1] == '/' ? 2 : 0;
    return n && path[0] == '/' ? -1 : (int32_t)skip;
  }
  uint32_t size = name.size;
  while (size > 1 && name.data[size - 1] == '/') size--;
  if (n < size || memcmp(path, name.data, size) != 0) return -1;
  if (size == 1 && path[0] == '/') return 1;
  if (n == size) return (int32_t)size;
  return path[size] == '/' ? (int32_t)size + 1 : -1;
}

static void remember_missing(const char *flag, const char *path, uint32_t n) {
  uint32_t flag_size = (uint32_t)strlen(flag);
  uint32_t dir = n;
  while (dir && path[dir - 1] != '/') dir--;
  if (dir > 1) dir--;
  const char *name = dir ? path : ".";
  if (!dir) dir = 1;
  if (dir > sizeof missing_grant - flag_size - 1) dir = sizeof missing_grant - flag_size - 1;
  memcpy(missing_grant, flag, flag_size);
  memcpy(missing_grant + flag_size, name, dir);
  missing_grant[flag_size + dir] = 0;
}

const char *platform_missing_grant(void) { return missing_grant[0] ? missing_grant : NULL; }

/* The directory handle that path is under, and what is left of the path; false: nothing granted covers it. */
static bool resolve(const char **path, uint32_t *n, const char *flag, int32_t *handle) {
  missing_grant[0] = 0;
  read_preopens();
  int32_t best = -1;
  for (uint32_t i = 0; i < n_preopens; i++) {
    Preopen p = preopen(i);
    int32_t c = covered(p.name, *path, *n);
    if (c > best) {
      best = c;
      *handle = p.handle;
    }
  }
  if (best < 0) {
    remember_missing(flag, *path, *n);
    return false;
  }
  *path += best;
  *n -= (uint32_t)best;
  if (*n == 0) {
    *path = ".";
    *n = 1;
  }
  return true;
}

static const char READ_FLAG[] = "--allow-read=", WRITE_FLAG[] = "--allow-write=";

/* A write below a directory that is granted for reading only is refused by the host as not permitted or read-only. */
static int write_refused(int error, const char *path, uint32_t n) {
  if (error != -1 && error != -30) return error;
  remember_missing(WRITE_FLAG, path, n);
  return -EACCES;
}

/* -------------------------------------------------------------------- files */
int platform_open(const char *path, uint32_t n, uint32_t flags) {
  const char *whole = path;
  uint32_t whole_n = n;
  int32_t dir;
  if (!resolve(&path, &n, flags & PLATFORM_WRITE ? WRITE_FLAG : READ_FLAG, &dir)) return -EACCES;
  int32_t open_flags = (flags & PLATFORM_CREATE ? WASI_FILESYSTEM_TYPES_OPEN_FLAGS_CREATE : 0) |
                       (flags & PLATFORM_EXCLUSIVE ? WASI_FILESYSTEM_TYPES_OPEN_FLAGS_EXCLUSIVE : 0) |
                       (flags & PLATFORM_TRUNCATE ? WASI_FILESYSTEM_TYPES_OPEN_FLAGS_TRUNCATE : 0);
  int32_t rights = (flags & PLATFORM_READ ? WASI_FILESYSTEM_TYPES_DESCRIPTOR_FLAGS_READ : 0) |
                   (flags & PLATFORM_WRITE ? WASI_FILESYSTEM_TYPES_DESCRIPTOR_FLAGS_WRITE : 0);
  uint8_t ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_open_at(dir, WASI_FILESYSTEM_TYPES_PATH_FLAGS_SYMLINK_FOLLOW, path, n, open_flags, rights, ret);
  if (!ret[0]) return (int)load32(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_OK_AT);
  int error = errno_from(ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_ERR_AT]);
  if (flags & PLATFORM_WRITE) return write_refused(error, whole, whole_n);
  if (error == -1) { /* the path leads out of the granted directory */
    remember_missing(READ_FLAG, whole, whole_n);
    return -EACCES;
  }
  return error;
}

void platform_close(int handle) { wasi_filesystem_types_descriptor_drop(handle); }

int64_t platform_read_at(int handle, void *buffer, uint32_t n, uint64_t offset) {
  uint8_t ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_read(handle, n, (int64_t)offset, ret);
  if (ret[0]) return errno_from(ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_RET_ERR_AT]);
  const void *data = (const void *)load32(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_RET_OK_0_PTR);
  uint32_t size = load32(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_RET_OK_0_LEN);
  memcpy(buffer, data, size);
  host_free(data, size);
  return size;
}

int64_t platform_write_at(int handle, const void *data, uint32_t n, uint64_t offset) {
  uint8_t ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_WRITE_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_write(handle, data, n, (int64_t)offset, ret);
  if (ret[0]) return errno_from(ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_WRITE_RET_ERR_AT]);
  return (int64_t)load64(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_WRITE_RET_OK_AT);
}

/* st_mode's type bits in the order of WASI's descriptor-type; permission bits are not told, so the common ones. */
static const uint32_t mode_of[] = {0, 0060666, 0020666, 0040755, 0010666, 0120777, 0100644, 0140777};

static int64_t timestamp(const uint8_t *p) {
  return p[0] ? (int64_t)(load64(p + 8) * 1000000000u + load32(p + 16)) : 0;
}

static int read_stat(const uint8_t *ret, PlatformStat *out) {
  if (ret[0]) return errno_from(ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_ERR_AT]);
  uint8_t type = ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_OK_TYPE_AT];
  *out = (PlatformStat){
      .size = load64(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_OK_SIZE_AT),
      .links = load64(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_OK_LINK_COUNT_AT),
      .atime_ns = timestamp(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_OK_DATA_ACCESS_TIMESTAMP_TAG),
      .mtime_ns = timestamp(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_OK_DATA_MODIFICATION_TIMESTAMP_TAG),
      .ctime_ns = timestamp(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_OK_STATUS_CHANGE_TIMESTAMP_TAG),
      .mode = type < sizeof mode_of / sizeof mode_of[0] ? mode_of[type] : 0,
  };
  return 0;
}

int platform_fstat(int handle, PlatformStat *out) {
  uint8_t ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_stat(handle, ret);
  return read_stat(ret, out);
}

int platform_stat(const char *path, uint32_t n, bool follow, PlatformStat *out) {
  int32_t dir;
  if (!resolve(&path, &n, READ_FLAG, &dir)) return -EACCES;
  uint8_t ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_STAT_AT_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_stat_at(dir, follow ? WASI_FILESYSTEM_TYPES_PATH_FLAGS_SYMLINK_FOLLOW : 0, path, n, ret);
  return read_stat(ret, out);
}

int platform_truncate(int handle, uint64_t size) {
  uint8_t ret[2];
  wasi_filesystem_types_descriptor_set_size(handle, (int64_t)size, ret);
  return ret[0] ? errno_from(ret[1]) : 0;
}

typedef void PathCall(int32_t dir, const void *path, size_t n, void *ret);

static int change_path(PathCall *f, const char *path, uint32_t n) {
  const char *whole = path;
  uint32_t whole_n = n;
  int32_t dir;
  if (!resolve(&path, &n, WRITE_FLAG, &dir)) return -EACCES;
  uint8_t ret[2];
  f(dir, path, n, ret);
  return ret[0] ? write_refused(errno_from(ret[1]), whole, whole_n) : 0;
}

int platform_unlink(const char *path, uint32_t n) { return change_path(wasi_filesystem_types_descriptor_unlink_file_at, path, n); }
int platform_mkdir(const char *path, uint32_t n) { return change_path(wasi_filesystem_types_descriptor_create_directory_at, path, n); }
int platform_rmdir(const char *path, uint32_t n) { return change_path(wasi_filesystem_types_descriptor_remove_directory_at, path, n); }

int platform_rename(const char *from, uint32_t n_from, const char *to, uint32_t n_to) {
  const char *whole = to;
  uint32_t whole_n = n_to;
  int32_t from_dir, to_dir;
  if (!resolve(&from, &n_from, WRITE_FLAG, &from_dir) || !resolve(&to, &n_to, WRITE_FLAG, &to_dir)) return -EACCES;
  uint8_t ret[2];
  wasi_filesystem_types_descriptor_rename_at(from_dir, from, n_from, to_dir, to, n_to, ret);
  return ret[0] ? write_refused(errno_from(ret[1]), whole, whole_n) : 0;
}

static int list_entries(int32_t stream, bool (*f)(const char *name, uint32_t n, void *arg), void *arg) {
  for (;;) {
    uint8_t ret[WASI_FILESYSTEM_TYPES_DIRECTORY_ENTRY_STREAM_READ_DIRECTORY_ENTRY_RET_SIZE] __attribute__((aligned(8)));
    wasi_filesystem_types_directory_entry_stream_read_directory_entry(stream, ret);
    if (ret[0]) return errno_from(ret[WASI_FILESYSTEM_TYPES_DIRECTORY_ENTRY_STREAM_READ_DIRECTORY_ENTRY_RET_ERR_AT]);
    if (!ret[WASI_FILESYSTEM_TYPES_DIRECTORY_ENTRY_STREAM_READ_DIRECTORY_ENTRY_RET_OK_TAG]) return 0;
    const char *name = (const char *)load32(ret + WASI_FILESYSTEM_TYPES_DIRECTORY_ENTRY_STREAM_READ_DIRECTORY_ENTRY_RET_OK_SOME_NAME_PTR);
    uint32_t size = load32(ret + WASI_FILESYSTEM_TYPES_DIRECTORY_ENTRY_STREAM_READ_DIRECTORY_ENTRY_RET_OK_SOME_NAME_LEN);
    bool dots = size <= 2 && name[0] == '.' && name[size - 1] == '.';
    bool go_on = dots || f(name, size, arg);
    host_free(name, size);
    if (!go_on) return 0;
  }
}

int platform_list(const char *path, uint32_t n, bool (*f)(const char *name, uint32_t n, void *arg), void *arg) {
  int32_t dir;
  if (!resolve(&path, &n, READ_FLAG, &dir)) return -EACCES;
  uint8_t opened[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_open_at(dir, WASI_FILESYSTEM_TYPES_PATH_FLAGS_SYMLINK_FOLLOW, path, n,
                                           WASI_FILESYSTEM_TYPES_OPEN_FLAGS_DIRECTORY, WASI_FILESYSTEM_TYPES_DESCRIPTOR_FLAGS_READ, opened);
  if (opened[0]) return errno_from(opened[WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_ERR_AT]);
  int32_t handle = (int32_t)load32(opened + WASI_FILESYSTEM_TYPES_DESCRIPTOR_OPEN_AT_RET_OK_AT);
  uint8_t ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_DIRECTORY_RET_SIZE] __attribute__((aligned(8)));
  wasi_filesystem_types_descriptor_read_directory(handle, ret);
  int result;
  if (ret[0]) {
    result = errno_from(ret[WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_DIRECTORY_RET_ERR_AT]);
  } else {
    int32_t stream = (int32_t)load32(ret + WASI_FILESYSTEM_TYPES_DESCRIPTOR_READ_DIRECTORY_RET_OK_AT);
    result = list_entries(stream, f, arg);
    wasi_filesystem_types_directory_entry_stream_drop(stream);
  }
  wasi_filesystem_types_descriptor_drop(handle);
  return result;
}

/* ------------------------------------------------- arguments and environment */
static const uint8_t *args;
static uint32_t n_args;
static bool args_known;

const char *platform_arg(uint32_t i, uint32_t *n) {
  if (!args_known) {
    uint8_t ret[8] __attribute__((aligned(8)));
    wasi_cli_environment_get_arguments(ret);
    args = (const uint8_t *)load32(ret);
    n_args = load32(ret + 4);
    args_known = true;
  }
  if (i >= n_args) return NULL;
  *n = load32(args + 8 * i + 4);
  return (const char *)load32(args + 8 * i);
}

static const uint8_t *env;
static uint32_t n_env;
static bool env_known;

const char *platform_env(uint32_t i, uint32_t *name_n, const char **value, uint32_t *value_n) {
  if (!env_known) {
    uint8_t ret[8] __attribute__((aligned(8)));
    wasi_cli_environment_get_environment(ret);
    env = (const uint8_t *)load32(ret);
    n_env = load32(ret + 4);
    env_known = true;
  }
  if (i >= n_env) return NULL;
  const uint8_t *item = env + 16 * i;
  *name_n = load32(item + 4);
  *value = (const char *)load32(item + 8);
  *value_n = load32(item + 12);
  return (const char *)load32(item);
}

const char *platform_cwd(uint32_t *n) {
  uint8_t ret[WASI_CLI_ENVIRONMENT_INITIAL_CWD_RET_SIZE] __attribute__((aligned(8)));
  wasi_cli_environment_initial_cwd(ret);
  if (!ret[0]) {
    *n = 1;
    return "/";
  }
  *n = load32(ret + WASI_CLI_ENVIRONMENT_INITIAL_CWD_RET_SOME_LEN);
  return (const char *)load32(ret + WASI_CLI_ENVIRONMENT_INITIAL_CWD_RET_SOME_PTR);
}

/* ------------------------------------------------------- clocks and randomness */
uint64_t platform_monotonic_ns(void) { return (uint64_t)wasi_clocks_monotonic_clock_now(); }

uint64_t platform_wall_ns(void) {
  uint8_t ret[WASI_CLOCKS_WALL_CLOCK_NOW_RET_SIZE] __attribute__((aligned(8)));
  wasi_clocks_wall_clock_now(ret);
  return load64(ret) * 1000000000u + load32(ret + WASI_CLOCKS_WALL_CLOCK_NOW_RET_NANOSECONDS_AT);
}

void platform_sleep_ns(uint64_t ns) {
  int32_t pollable = wasi_clocks_monotonic_clock_subscribe_duration((int64_t)ns);
  wasi_io_poll_pollable_block(pollable);
  wasi_io_poll_pollable_drop(pollable);
}

void platform_random(void *out, uint32_t n) {
  uint8_t ret[8] __attribute__((aligned(8)));
  wasi_random_random_get_random_bytes(n, ret);
  const void *data = (const void *)load32(ret);
  memcpy(out, data, load32(ret + 4));
  host_free(data, load32(ret + 4));
}

/* -------------------------------------------------------------------- exports */
/* The symbols have the names of the exports, so that the linker finds them in the archive. */
static int exit_code;
static bool running;
int32_t run(void) __asm__(WASI_CLI_RUN_RUN_EXPORT);
int32_t status(void) __asm__(MOLT_RUNTIME_STATUS_EXIT_CODE_EXPORT);

WIT_EXPORT("_initialize") void _initialize(void) {}

WIT_EXPORT(WASI_CLI_RUN_RUN_EXPORT) int32_t run(void) {
  running = true;
  exit_code = program_run();
  running = false;
  return exit_code != 0;
}

WIT_EXPORT(MOLT_RUNTIME_STATUS_EXIT_CODE_EXPORT) int32_t status(void) {
  if (running) {
    running = false;
    exit_code = program_broken_off();
  }
  return exit_code;
}
