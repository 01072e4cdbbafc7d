/* platform.h: all the runtime asks of its host. platform_wasi.c implements it over WASI 0.2, platform_posix.c over POSIX
 * for the sanitized test build. Functions that can fail give a negative errno (Linux numbers, as CPython shows them).
 */
#ifndef MOLT_PLATFORM_H
#define MOLT_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Standard streams: 0, 1, 2. */
int64_t platform_stream_read(int fd, void *buffer, uint32_t n); /* bytes read, 0 at the end */
int platform_stream_write(int fd, const void *data, uint32_t n); /* writes all; 0 or -errno */
void platform_write(int fd, const void *data, uint32_t n);       /* the same, for messages: errors are nobody's business */
bool platform_isatty(int fd);

/* Files. Paths are UTF-8; a relative one is resolved against the host's current directory. */
enum {
  PLATFORM_READ = 1,
  PLATFORM_WRITE = 2,
  PLATFORM_CREATE = 4,
  PLATFORM_EXCLUSIVE = 8,
  PLATFORM_TRUNCATE = 16,
};
typedef struct PlatformStat {
  uint64_t size;
  int64_t mtime_ns, atime_ns, ctime_ns;
  uint32_t mode; /* st_mode: file type bits, and permission bits as far as the host tells */
  uint64_t links;
} PlatformStat;
int platform_open(const char *path, uint32_t n, uint32_t flags); /* a handle >= 0, or -errno */
void platform_close(int handle);
int64_t platform_read_at(int handle, void *buffer, uint32_t n, uint64_t offset);
int64_t platform_write_at(int handle, const void *data, uint32_t n, uint64_t offset);
int platform_fstat(int handle, PlatformStat *out);
int platform_truncate(int handle, uint64_t size);
int platform_stat(const char *path, uint32_t n, bool follow, PlatformStat *out);
int platform_unlink(const char *path, uint32_t n);
int platform_mkdir(const char *path, uint32_t n);
int platform_rmdir(const char *path, uint32_t n);
int platform_rename(const char *from, uint32_t n_from, const char *to, uint32_t n_to);
/* Calls f with the name of each entry but "." and "..". */
int platform_list(const char *path, uint32_t n, bool (*f)(const char *name, uint32_t n, void *arg), void *arg);
/* Why the last call failed with -EACCES: the capability that was not granted, as "--allow-read=DIR"; NULL otherwise. */
const char *platform_missing_grant(void);

/* Arguments and environment: item i in place, or NULL past the end. */
const char *platform_arg(uint32_t i, uint32_t *n);
const char *platform_env(uint32_t i, uint32_t *name_n, const char **value, uint32_t *value_n);
const char *platform_cwd(uint32_t *n);

uint64_t platform_monotonic_ns(void);
uint64_t platform_wall_ns(void);
void platform_sleep_ns(uint64_t ns);
void platform_random(void *out, uint32_t n);

#endif
