/**
 * Runs programs compiled by Molt in pages, workers, Node and edge runtimes: no dependencies, nothing to build.
 *
 * A program is a core module that imports WASI 0.2 in the canonical ABI. `INTERFACES` lists what may be imported, with
 * types; `lower`, of abi.mjs, makes a core function of a row. What the functions do is in the classes here and in
 * files.mjs, in terms of JavaScript values. What Molt's runtime never imports is left out.
 */

import {
  Guest, HostError, Trap, bool, borrow, bytes, fail, flags, listOf, lower, oneOf, option, own, record, result, scalar,
  size, string, then, u32, u64, variant,
} from "./abi.mjs";
import { Descriptor, DirectoryStream, FileTree, datetimeOf, nanoseconds } from "./files.mjs";

export { FileTree, HostError, Trap };

const UTF8 = new TextEncoder();
const STREAM_CHUNK = 65536;
const CLOSED = ["closed"];

// ------------------------------------------------------------------------------------------------- waiting, streams

const monotonicNow = () => nanoseconds(performance.now());

/** Blocks the thread. A shared memory to wait on can be had everywhere; waiting cannot: then the loop is busy. */
const block = (milliseconds) => {
  try {
    const cell = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
    Atomics.wait(cell, 0, 0, milliseconds);
  } catch {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  }
};

/** Ready from an instant of the monotonic clock on. */
class Pollable {
  constructor(when, suspends = false) {
    this.when = when;
    this.suspends = suspends; // `block` may return a promise
  }

  ready() {
    return monotonicNow() >= this.when;
  }

  block() {
    if (this.ready()) return undefined;
    const left = Math.min(Number(this.when - monotonicNow()) / 1e6, 2 ** 31 - 1); // the most setTimeout takes
    if (this.suspends) return new Promise((resolve) => setTimeout(resolve, left)).then(() => this.block());
    block(left);
    return this.block();
  }
}

class IoError {} // no operation fails in a way that needs one

class Terminal {}

/** Reads from `source(length)`: bytes or text of any length, or null at the end, or a promise of that. */
class InputStream {
  #rest = new Uint8Array(0);

  constructor(source) {
    this.source = source;
  }

  read(length) {
    if (length === 0) return this.#rest.subarray(0, 0);
    if (this.#rest.length) return this.#take(length);
    return then(this.source(Math.min(length, STREAM_CHUNK)), (chunk) => {
      if (!chunk?.length) fail(CLOSED);
      this.#rest = typeof chunk === "string" ? UTF8.encode(chunk) : chunk;
      return this.#take(length);
    });
  }

  #take(length) {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  blockingRead(length) {
    return this.read(length);
  }

  subscribe() {
    return new Pollable(0n);
  }
}

/** Writes to `sink(bytes)`, which returns false when nobody reads any more. */
class OutputStream {
  #closed = false;

  constructor(sink) {
    this.sink = sink;
  }

  checkWrite() {
    return this.#closed ? fail(CLOSED) : STREAM_CHUNK;
  }

  write(contents) {
    this.checkWrite();
    if (contents.length && this.sink(contents) === false) {
      this.#closed = true;
      fail(CLOSED);
    }
  }

  blockingWriteAndFlush(contents) {
    this.write(contents);
  }

  flush() {
    this.checkWrite();
  }

  blockingFlush() {
    this.flush();
  }

  subscribe() {
    return new Pollable(0n);
  }
}

// ------------------------------------------------------------------------------------------------- interfaces

const datetime = record(u64, u32);
const newTimestamp = {
  arity: 3,
  lift: (_, tag, seconds, nanos) => [undefined, null, u64.lift(null, seconds) * 1_000_000_000n + BigInt(nanos >>> 0)][tag],
};
const streamError = variant([own, null], (error) => (error === CLOSED ? [1] : [0, error]));
const errorCode = oneOf(
  ...["access", "would-block", "already", "bad-descriptor", "busy", "deadlock", "quota", "exist", "file-too-large"],
  ...["illegal-byte-sequence", "in-progress", "interrupted", "invalid", "io", "is-directory", "loop", "too-many-links"],
  ...["message-size", "name-too-long", "no-device", "no-entry", "no-lock", "insufficient-memory", "insufficient-space"],
  ...["not-directory", "not-empty", "not-recoverable", "unsupported", "no-tty", "no-such-device", "overflow"],
  ...["not-permitted", "pipe", "read-only", "invalid-seek", "text-file-busy", "cross-device"],
);
const descriptorType = oneOf(
  ...["unknown", "block-device", "character-device", "directory", "fifo", "symbolic-link", "regular-file", "socket"],
);
const pathFlags = flags("symlinkFollow");
const openFlags = flags("create", "directory", "exclusive", "truncate");
const access = flags("read", "write");
const stat = record(descriptorType, u64, size, option(datetime), option(datetime), option(datetime));
const descriptor = borrow(Descriptor);
const streams = (ok) => result(ok, streamError);
const files = (ok) => result(ok, errorCode);

/**
 * The imports: by interface, the resources with their class and methods, and the functions. A row is the parameters
 * (without self) and the result. `suspend` names what may return a promise.
 */
const INTERFACES = {
  "wasi:io/error": { resources: { error: IoError } },
  "wasi:io/poll": {
    resources: { pollable: Pollable },
    methods: { pollable: { ready: [[], bool], block: [[], null] } },
    functions: { poll: [[listOf(borrow(Pollable))], listOf(u32)] },
    suspend: /block$|^poll$/,
  },
  "wasi:io/streams": {
    resources: { "input-stream": InputStream, "output-stream": OutputStream },
    methods: {
      "input-stream": {
        read: [[size], streams(bytes)],
        "blocking-read": [[size], streams(bytes)],
        subscribe: [[], own],
      },
      "output-stream": {
        "check-write": [[], streams(size)],
        write: [[bytes], streams(null)],
        "blocking-write-and-flush": [[bytes], streams(null)],
        flush: [[], streams(null)],
        "blocking-flush": [[], streams(null)],
        subscribe: [[], own],
      },
    },
    suspend: /read$/,
  },
  "wasi:cli/environment": {
    functions: {
      "get-environment": [[], listOf(record(string, string))],
      "get-arguments": [[], listOf(string)],
      "initial-cwd": [[], option(string)],
    },
  },
  "wasi:cli/stdin": { functions: { "get-stdin": [[], own] } },
  "wasi:cli/stdout": { functions: { "get-stdout": [[], own] } },
  "wasi:cli/stderr": { functions: { "get-stderr": [[], own] } },
  "wasi:cli/terminal-input": { resources: { "terminal-input": Terminal } },
  "wasi:cli/terminal-output": { resources: { "terminal-output": Terminal } },
  "wasi:cli/terminal-stdin": { functions: { "get-terminal-stdin": [[], option(own)] } },
  "wasi:cli/terminal-stdout": { functions: { "get-terminal-stdout": [[], option(own)] } },
  "wasi:cli/terminal-stderr": { functions: { "get-terminal-stderr": [[], option(own)] } },
  "wasi:clocks/monotonic-clock": {
    functions: { now: [[], u64], resolution: [[], u64], "subscribe-instant": [[u64], own], "subscribe-duration": [[u64], own] },
  },
  "wasi:clocks/wall-clock": { functions: { now: [[], datetime], resolution: [[], datetime] } },
  "wasi:random/random": { functions: { "get-random-bytes": [[size], bytes], "get-random-u64": [[], u64] } },
  "wasi:random/insecure-seed": { functions: { "insecure-seed": [[], record(u64, u64)] } },
  "wasi:filesystem/preopens": { functions: { "get-directories": [[], listOf(record(own, string))] } },
  "wasi:filesystem/types": {
    resources: { descriptor: Descriptor, "directory-entry-stream": DirectoryStream },
    methods: {
      descriptor: {
        "sync-data": [[], files(null)],
        "get-flags": [[], files(scalar(1, "setUint8"))],
        "get-type": [[], files(descriptorType)],
        "set-size": [[size], files(null)],
        "set-times": [[newTimestamp, newTimestamp], files(null)],
        read: [[size, size], files(record(bytes, bool))],
        write: [[bytes, size], files(size)],
        "read-directory": [[], files(own)],
        sync: [[], files(null)],
        "create-directory-at": [[string], files(null)],
        stat: [[], files(stat)],
        "stat-at": [[pathFlags, string], files(stat)],
        "set-times-at": [[pathFlags, string, newTimestamp, newTimestamp], files(null)],
        "open-at": [[pathFlags, string, openFlags, access], files(own)],
        "remove-directory-at": [[string], files(null)],
        "rename-at": [[string, descriptor, string], files(null)],
        "unlink-file-at": [[string], files(null)],
        "metadata-hash": [[], files(record(u64, u64))],
        "metadata-hash-at": [[pathFlags, string], files(record(u64, u64))],
      },
      "directory-entry-stream": { "read-directory-entry": [[], files(option(record(descriptorType, string)))] },
    },
  },
};

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The core function for one import of a module; undefined if it is none of WASI's. */
const importOf = (guest, functions, interfaceName, name) => {
  const described = INTERFACES[interfaceName.replace(/@0\.2\.\d+$/, "")];
  const [, kind, resource, method] = /^(?:\[([\w-]+)\])?([\w-]+)(?:\.([\w-]+))?$/.exec(name) ?? [];
  const Class = described?.resources?.[resource];
  if (kind === "resource-drop" && Class) return (handle) => guest.drop(handle, Class);
  const row = kind === "method" ? described?.methods?.[resource]?.[method] : described?.functions?.[name];
  if (!row) return undefined;
  const [parameters, returns] = row;
  const called = camel(method ?? name);
  const core = method
    ? lower(guest, [borrow(Class), ...parameters], returns, (self, ...rest) => self[called](...rest))
    : lower(guest, parameters, returns, functions[interfaceName.split("@")[0]][called]);
  return functions.suspends && described.suspend?.test(method ?? name) ? new WebAssembly.Suspending(core) : core;
};

// ------------------------------------------------------------------------------------------------- running

const randomBytes = (length) => {
  const data = new Uint8Array(length);
  for (let at = 0; at < length; at += 65536) crypto.getRandomValues(data.subarray(at, at + 65536)); // the most it takes
  return data;
};

const randomWord = (random) => new DataView(random(8).slice().buffer).getBigUint64(0, true);

/** A source of input that has `content` and then nothing more. */
const once = (content) => {
  let left = content;
  return () => {
    const chunk = left;
    left = null;
    return chunk;
  };
};

/** What the functions of the interfaces do, for one run. */
const hostFunctions = (options, tree) => {
  const { args, env, cwd, stdin, stdout, stderr, now, random, suspends } = options;
  const terminal = (name) => ((options.isTty[name] ?? options.isTty === true) ? new Terminal() : null);
  const source = typeof stdin === "function" ? stdin : once(stdin);
  const pollable = (when) => new Pollable(when, suspends);
  return {
    suspends,
    "wasi:io/poll": {
      poll(pollables) {
        if (!pollables.length) throw new Trap("poll of an empty list");
        const first = pollables.reduce((a, b) => (b.when < a.when ? b : a));
        return then(first.block(), () => pollables.flatMap((each, i) => (each.ready() ? [i] : [])));
      },
    },
    "wasi:cli/environment": {
      getEnvironment: () => Object.entries(env),
      getArguments: () => args,
      initialCwd: () => cwd,
    },
    "wasi:cli/stdin": { getStdin: () => new InputStream(source) },
    "wasi:cli/stdout": { getStdout: () => new OutputStream(stdout) },
    "wasi:cli/stderr": { getStderr: () => new OutputStream(stderr) },
    "wasi:cli/terminal-stdin": { getTerminalStdin: () => terminal("stdin") },
    "wasi:cli/terminal-stdout": { getTerminalStdout: () => terminal("stdout") },
    "wasi:cli/terminal-stderr": { getTerminalStderr: () => terminal("stderr") },
    "wasi:clocks/monotonic-clock": {
      now: monotonicNow,
      resolution: () => 1000n,
      subscribeInstant: pollable,
      subscribeDuration: (duration) => pollable(monotonicNow() + duration),
    },
    "wasi:clocks/wall-clock": { now: () => datetimeOf(nanoseconds(now())), resolution: () => [0n, 1_000_000] },
    "wasi:random/random": { getRandomBytes: random, getRandomU64: () => randomWord(random) },
    "wasi:random/insecure-seed": { insecureSeed: () => [randomWord(random), randomWord(random)] },
    "wasi:filesystem/preopens": { getDirectories: () => tree.open(cwd) },
  };
};

/** The core module of a component: the largest one, as the others only connect it. A core module is itself. */
export const coreModule = (binary) => {
  const data = ArrayBuffer.isView(binary)
    ? new Uint8Array(binary.buffer, binary.byteOffset, binary.byteLength)
    : new Uint8Array(binary);
  if (data[4] !== 0x0d) return data; // the version of a component
  let largest = data.subarray(0, 0);
  for (let at = 8; at < data.length; ) {
    const id = data[at++];
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      length += (data[at] & 0x7f) * 2 ** shift;
      if (data[at++] < 0x80) break;
    }
    if (id === 1 && length > largest.length) largest = data.subarray(at, at + length);
    at += length;
  }
  return largest;
};

const compile = async (source) => {
  const given = await source;
  if (given instanceof WebAssembly.Module) return given;
  if (typeof Response === "undefined" || !(given instanceof Response)) return WebAssembly.compile(coreModule(given));
  if (!given.ok) throw new HostError(`cannot load ${given.url}: ${given.status} ${given.statusText}`);
  return WebAssembly.compile(coreModule(await given.arrayBuffer()));
};

const instantiate = async (module, guest, functions) => {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const found = importOf(guest, functions, from, name);
    if (!found) throw new HostError(`the program needs ${from} ${name}, which this host does not have`);
    (imports[from] ??= {})[name] = found;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  guest.attach(exports);
  return exports;
};

const exportOf = (exports, pattern) => Object.entries(exports).find(([name]) => pattern.test(name))?.[1];

/** Firefox has an error of its own for it. */
const isStackExhausted = (error) => error instanceof RangeError || error?.name === "InternalError";

/**
 * What `main` returns. Where the engine's stack ran out, the program's status instead: asked for it then, a program
 * reports its RecursionError, writes what it had buffered, and has failed. 0: it knows nothing of that.
 */
const outcome = async (main, status) => {
  try {
    return await main();
  } catch (error) {
    if (!(isStackExhausted(error) && status?.())) throw error;
    return true;
  }
};

const trapOf = (error) => {
  if (isStackExhausted(error)) return new Trap("the program exhausted the engine's stack", { cause: error });
  if (error instanceof WebAssembly.RuntimeError) return new Trap(`the program trapped: ${error.message}`, { cause: error });
  return error;
};

/** A sink that logs lines; `end` logs the last one, which has no line end. */
const lineSink = (log) => {
  const decoder = new TextDecoder();
  let rest = "";
  const sink = (data) => {
    const lines = (rest + decoder.decode(data, { stream: true })).split("\n");
    rest = lines.pop();
    lines.forEach((line) => log(line));
  };
  sink.end = () => {
    if (rest) log(rest);
  };
  return sink;
};

/** Can an import wait for a promise here (JSPI)? */
export const canSuspend = "Suspending" in WebAssembly;

/** Runs a program to its end; see molt.d.mts. */
export const run = async (source, options = {}) => {
  const settings = {
    args: ["program"],
    env: {},
    cwd: "/",
    stdin: null,
    stdout: lineSink(console.log),
    stderr: lineSink(console.error),
    files: {},
    now: Date.now,
    random: randomBytes,
    isTty: false,
    ...options,
    suspends: canSuspend,
  };
  const tree = settings.files instanceof FileTree ? settings.files : new FileTree(settings.files, settings.now);
  const module = await compile(source);
  const guest = new Guest();
  try {
    const exports = await instantiate(module, guest, hostFunctions(settings, tree));
    const main = exportOf(exports, /^wasi:cli\/run@0\.2\.\d+#run$/);
    if (!main) throw new HostError("not a program: the module does not export wasi:cli/run");
    exports._initialize?.();
    const status = exportOf(exports, /^molt:runtime\/status@.*#exit-code$/);
    const failed = await outcome(canSuspend ? WebAssembly.promising(main) : main, status);
    return { exitCode: status ? status() : failed, files: tree };
  } catch (error) {
    throw trapOf(error);
  } finally {
    settings.stdout.end?.();
    settings.stderr.end?.();
  }
};
