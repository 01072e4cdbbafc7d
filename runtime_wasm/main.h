/* main.h: what the host calls. */
#ifndef MOLT_MAIN_H
#define MOLT_MAIN_H

int program_run(void); /* runs the program, once; its exit status */
/* Instead of the rest of program_run(), which the engine broke off for want of stack: reports that as the program's uncaught
 * RecursionError and writes what is buffered. Nothing is released: any operation may be half done. The exit status. */
int program_broken_off(void);

#endif
