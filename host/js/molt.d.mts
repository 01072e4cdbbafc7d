/** Runs programs compiled by Molt in pages, workers, Node and edge runtimes. */

/** Text is UTF-8. */
export type Content = Uint8Array | ArrayBuffer | string;

/** A program: its core module (`app.wasm` of a browser build), or the component that Molt builds by default. */
export type Source = WebAssembly.Module | Uint8Array | ArrayBuffer | Response;

/** The files of a program, in memory. Paths are absolute, or relative to the root. */
export class FileTree implements Iterable<[path: string, content: Uint8Array]> {
  /** `now` gives the times of files, in milliseconds since the epoch. */
  constructor(entries?: Record<string, Content> | Iterable<[path: string, content: Content]>, now?: () => number);
  /** Writes a file, making the directories it needs. */
  write(path: string, content: Content): void;
  /** The bytes of a file; undefined if there is none. */
  read(path: string): Uint8Array | undefined;
  /** The content of a file as text; undefined if there is none. */
  text(path: string): string | undefined;
  makeDirectory(path: string): void;
  /** Removes a file, or a directory with all that is in it. */
  remove(path: string): void;
  /** All files, with absolute paths. */
  [Symbol.iterator](): IterableIterator<[path: string, content: Uint8Array]>;
}

/** At most `length` bytes are asked for; more may be given. Null is the end; a program may ask again. */
export type Read = (length: number) => Uint8Array | string | null | Promise<Uint8Array | string | null>;

/** Takes bytes as the program writes them; false says that nobody reads any more, which the program sees as an error. */
export type Write = (bytes: Uint8Array) => boolean | void;

export interface Options {
  /** `sys.argv`, the program's name first. */
  args?: string[];
  env?: Record<string, string>;
  /** The current directory, absolute; "/" by default. Made if there is none. */
  cwd?: string;
  /** All of standard input, or a function. It may return a promise where `canSuspend` is true. Nothing by default. */
  stdin?: Uint8Array | string | null | Read;
  /** Console lines by default. */
  stdout?: Write;
  stderr?: Write;
  /** What the program finds, and changes in place. Nothing by default. */
  files?: FileTree | Record<string, Content>;
  /** The wall clock, in milliseconds since the epoch. */
  now?: () => number;
  random?: (length: number) => Uint8Array;
  /** What of the standard streams is a terminal: output to one is line-buffered. */
  isTty?: boolean | { stdin?: boolean; stdout?: boolean; stderr?: boolean };
}

export interface Result {
  /** The exit status, 0 to 255. */
  exitCode: number;
  files: FileTree;
}

/**
 * Runs a program to its end. Rejects with `Trap` if the engine stopped it, with `HostError` if it cannot be run, and
 * with what `stdin`, `stdout` or `stderr` throws.
 *
 * The thread is the program's until it ends, save where it waits for input or sleeps and `canSuspend` is true: in a
 * page, run it in a worker.
 */
export function run(source: Source | Promise<Source>, options?: Options): Promise<Result>;

/** Can a program wait for a promise here? It takes JSPI: Chrome 137, Firefox 153, Safari 27, Node 24.21 or newer. */
export const canSuspend: boolean;

/** The core module of a component; a core module is itself. */
export function coreModule(binary: Uint8Array | ArrayBuffer): Uint8Array;

/** The program did not end by itself: a trap, or the engine's stack was exhausted. */
export class Trap extends Error {
  readonly name: "Trap";
  /** 134, as of a process that died of SIGABRT. */
  readonly exitCode: number;
}

/** The module is no program, or needs what this host does not have. */
export class HostError extends Error {
  readonly name: "HostError";
}
