/* platform_posix.c: platform.h over POSIX, for the sanitized test build. Every path is granted. */
#define _GNU_SOURCE
#include "platform.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

extern char **environ;

/* -------------------------------------------------------------------- streams */
int64_t platform_stream_read(int fd, void *buffer, uint32_t n) {
  ssize_t got;
  do got = read(fd, buffer, n);
  while (got < 0 && errno == EINTR);
  return got < 0 ? -errno : got;
}

int platform_stream_write(int fd, const void *data, uint32_t n) {
  const char *p = data;
  while (n) {
    ssize_t wrote = write(fd, p, n);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return -errno;
    p += wrote;
    n -= (uint32_t)wrote;
  }
  return 0;
}

void platform_write(int fd, const void *data, uint32_t n) { (void)platform_stream_write(fd, data, n); }
bool platform_isatty(int fd) { return isatty(fd); }

/* ---------------------------------------------------------------------- files */
/* A copy of the path with a NUL at its end; false: too long. */
static bool terminated(const char *path, uint32_t n, char *out) {
  if (n >= PATH_ROOM) return false;
  memcpy(out, path, n);
  out[n] = 0;
  return true;
}

static int result_of(int failed) { return failed ? -errno : 0; }

int platform_open(const char *path, uint32_t n, uint32_t flags) {
  char name[PATH_ROOM];
  if (!terminated(path, n, name)) return -ENAMETOOLONG;
  int access = flags & PLATFORM_READ ? flags & PLATFORM_WRITE ? O_RDWR : O_RDONLY : O_WRONLY;
  int fd = open(name,
                access | (flags & PLATFORM_CREATE ? O_CREAT : 0) | (flags & PLATFORM_EXCLUSIVE ? O_EXCL : 0) |
                    (flags & PLATFORM_TRUNCATE ? O_TRUNC : 0) | O_CLOEXEC,
                0666);
  return fd < 0 ? -errno : fd;
}

void platform_close(int handle) { close(handle); }

int64_t platform_read_at(int handle, void *buffer, uint32_t n, uint64_t offset) {
  ssize_t got = pread(handle, buffer, n, (off_t)offset);
  return got < 0 ? -errno : got;
}

int64_t platform_write_at(int handle, const void *data, uint32_t n, uint64_t offset) {
  ssize_t wrote = pwrite(handle, data, n, (off_t)offset);
  return wrote < 0 ? -errno : wrote;
}

static int64_t nanoseconds(struct timespec t) { return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec; }

static int read_stat(int failed, const struct stat *s, PlatformStat *out) {
  if (failed) return -errno;
  *out = (PlatformStat){.size = (uint64_t)s->st_size,
                        .mtime_ns = nanoseconds(s->st_mtim),
                        .atime_ns = nanoseconds(s->st_atim),
                        .ctime_ns = nanoseconds(s->st_ctim),
                        .mode = s->st_mode,
                        .links = s->st_nlink};
  return 0;
}

int platform_fstat(int handle, PlatformStat *out) {
  struct stat s;
  return read_stat(fstat(handle, &s), &s, out);
}

int platform_truncate(int handle, uint64_t size) { return result_of(ftruncate(handle, (off_t)size)); }

int platform_stat(const char *path, uint32_t n, bool follow, PlatformStat *out) {
  char name[PATH_ROOM];
  struct stat s;
  if (!terminated(path, n, name)) return -ENAMETOOLONG;
  return read_stat(follow ? stat(name, &s) : lstat(name, &s), &s, out);
}

int platform_unlink(const char *path, uint32_t n) {
  char name[PATH_ROOM];
  return terminated(path, n, name) ? result_of(unlink(name)) : -ENAMETOOLONG;
}

int platform_mkdir(const char *path, uint32_t n) {
  char name[PATH_ROOM];
  return terminated(path, n, name) ? result_of(mkdir(name, 0777)) : -ENAMETOOLONG;
}

int platform_rmdir(const char *path, uint32_t n) {
  char name[PATH_ROOM];
  return terminated(path, n, name) ? result_of(rmdir(name)) : -ENAMETOOLONG;
}

int platform_rename(const char *from, uint32_t n_from, const char *to, uint32_t n_to) {
  char from_name[PATH_ROOM], to_name[PATH_ROOM];
  if (!terminated(from, n_from, from_name) || !terminated(to, n_to, to_name)) return -ENAMETOOLONG;
  return result_of(rename(from_name, to_name));
}

int platform_list(const char *path, uint32_t n, bool (*f)(const char *name, uint32_t n, void *arg), void *arg) {
  char name[PATH_ROOM];
  if (!terminated(path, n, name)) return -ENAMETOOLONG;
  DIR *dir = opendir(name);
  if (!dir) return -errno;
  struct dirent *entry;
  while ((entry = readdir(dir))) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (!f(entry->d_name, (uint32_t)strlen(entry->d_name), arg)) break;
  }
  closedir(dir);
  return 0;
}

const char *platform_missing_grant(void) { return NULL; }

/* --------------------------------------------------- arguments and environment */
/* The test build has no arguments of the program's. */
const char *platform_arg(uint32_t i, uint32_t *n) {
  (void)i, (void)n;
  return NULL;
}

const char *platform_env(uint32_t i, uint32_t *name_n, const char **value, uint32_t *value_n) {
  for (uint32_t k = 0; k <= i; k++)
    if (!environ[k]) return NULL;
  const char *text = environ[i], *equals = strchr(text, '=');
  *name_n = equals ? (uint32_t)(equals - text) : (uint32_t)strlen(text);
  *value = equals ? equals + 1 : "";
  *value_n = (uint32_t)strlen(*value);
  return text;
}

const char *platform_cwd(uint32_t *n) {
  static char cwd[PATH_ROOM];
  if (!getcwd(cwd, sizeof cwd)) strcpy(cwd, "/");
  *n = (uint32_t)strlen(cwd);
  return cwd;
}

/* ------------------------------------------------------- clocks and randomness */
static uint64_t clock_ns(clockid_t id) {
  struct timespec t;
  clock_gettime(id, &t);
  return (uint64_t)nanoseconds(t);
}
uint64_t platform_monotonic_ns(void) { return clock_ns(CLOCK_MONOTONIC); }
uint64_t platform_wall_ns(void) { return clock_ns(CLOCK_REALTIME); }

void platform_sleep_ns(uint64_t ns) {
  struct timespec t = {(time_t)(ns / 1000000000u), (long)(ns % 1000000000u)};
  while (nanosleep(&t, &t) != 0 && errno == EINTR) {
  }
}

void platform_random(void *out, uint32_t n) {
  char *p = out;
  while (n) {
    ssize_t got = getrandom(p, n, 0);
    if (got < 0) continue;
    p += got;
    n -= (uint32_t)got;
  }
}
