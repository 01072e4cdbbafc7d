/* main.h: what the host calls. */
#ifndef MOLT_MAIN_H
#define MOLT_MAIN_H

int program_run(void); /* runs the program, once; its exit status */

#endif
