/* mem.h: what gc.c needs to know of the heap. */
#ifndef MOLT_MEM_H
#define MOLT_MEM_H

#include "molt.h"

/* Calls f for each live container object (a class with a traverse slot) of the heap. f must not allocate objects. */
void mem_each_container(void (*f)(Obj *o, void *arg), void *arg);
/* A word beside each heap object for the collector's use, between gc_words_begin (which zeroes them; false: out of
 * memory) and gc_words_end. */
bool mem_gc_words_begin(void);
uint32_t *mem_gc_word(Obj *o);
void mem_gc_words_end(void);

/* gc.c */
extern int32_t gc_countdown; /* containers to be made before the next automatic run */

#endif
