/* gc_module.h: what the gc module sets and the collector heeds. */
#ifndef MOLT_GC_MODULE_H
#define MOLT_GC_MODULE_H

#include <stdbool.h>

extern bool gc_enabled; /* whether gc_safe_point may collect */

#endif
