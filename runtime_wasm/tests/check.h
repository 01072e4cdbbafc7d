/* The smallest test harness: CHECK counts, check_report prints and gives the exit status. */
#ifndef MOLT_TESTS_CHECK_H
#define MOLT_TESTS_CHECK_H

#include <stdio.h>

static int checks_passed, checks_failed;

#define CHECK(condition)                                                  \
  do {                                                                    \
    if (condition) {                                                      \
      checks_passed++;                                                    \
    } else {                                                              \
      checks_failed++;                                                    \
      printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);      \
    }                                                                     \
  } while (0)

static int check_report(void) {
  printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed != 0;
}

#endif
