/**
 * Runs programs compiled by Molt in pages, workers, Node and edge runtimes: no dependencies, nothing to build.
 *
 * A program is a core module that imports WASI 0.2 in the canonical ABI. The tables of this file describe those imports
 * (`INTERFACES`) and their types; `lower` makes a core function of a row. What the functions do is in the classes, in
 * terms of JavaScript values. Sources: WASI 0.2 (the WIT of its packages) and the component model's CanonicalABI.md.
 */

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder("utf-8", { ignoreBOM: true });
const STREAM_CHUNK = 65536;
const TRAPPED = 134; // the status of a process that died of SIGABRT, which is what a trap is to a program

/** The program did not end by itself: the engine stopped it. */
export class Trap extends Error {
  name = "Trap";
  exitCode = TRAPPED;
}

/** The module cannot be run here. */
export class HostError extends Error {
  name = "HostError";
}

/** The error case of a WIT `result`; `payload` is lowered by the result's error type. */
class Failure {
  constructor(payload) {
    this.payload = payload;
  }
}

const fail = (payload) => {
  throw new Failure(payload);
};
const CLOSED = ["closed"];

// ------------------------------------------------------------------------------------------------- canonical ABI
// A type has `size` and `align`, `store(guest, at, value)`, and as a parameter `arity` (core values) and `lift`.
// A scalar is returned directly: `direct(guest, value)`; everything else through a pointer.

const scalar = (size, setter, toCore = (value) => value, lift = (value) => value) => ({
  size,
  align: size,
  arity: 1,
  direct: (guest, value) => toCore(value),
  store: (guest, at, value) => guest.view[setter](at, toCore(value), true),
  lift: (guest, value) => lift(value),
});

const bool = scalar(1, "setUint8", Number);
const u32 = scalar(4, "setUint32", undefined, (value) => value >>> 0);
const u64 = scalar(8, "setBigUint64", undefined, (value) => BigInt.asUintN(64, value));
// Lengths and offsets: numbers here. Beyond 2^53 they are not exact, and nothing is that large.
const size = scalar(8, "setBigUint64", BigInt, (value) => Number(BigInt.asUintN(64, value)));
const flags = (...names) => scalar(1, "setUint8", undefined, (bits) => Object.fromEntries(names.map((name, i) => [name, Boolean((bits >> i) & 1)])));
const oneOf = (...names) => scalar(1, "setUint8", (name) => names.indexOf(name), (index) => names[index]);

const bytes = {
  size: 8,
  align: 4,
  arity: 2,
  store(guest, at, value) {
    const pointer = guest.allocate(value.length, 1);
    guest.bytes(pointer, value.length).set(value);
    guest.view.setUint32(at, pointer, true);
    guest.view.setUint32(at + 4, value.length, true);
  },
  lift: (guest, pointer, length) => guest.bytes(pointer >>> 0, length >>> 0).slice(),
};

const string = {
  ...bytes,
  store: (guest, at, value) => bytes.store(guest, at, UTF8.encode(value)),
  lift: (guest, pointer, length) => TEXT.decode(guest.bytes(pointer >>> 0, length >>> 0)),
};

const listOf = (item) => ({
  size: 8,
  align: 4,
  arity: 2,
  store(guest, at, values) {
    const pointer = guest.allocate(item.size * values.length, item.align);
    values.forEach((value, i) => item.store(guest, pointer + i * item.size, value));
    guest.view.setUint32(at, pointer, true);
    guest.view.setUint32(at + 4, values.length, true);
  },
  lift: (guest, pointer, length) =>
    Array.from({ length }, (_, i) => item.lift(guest, guest.view.getUint32((pointer >>> 0) + i * 4, true))),
});

const own = {
  ...scalar(4, "setUint32"),
  direct: (guest, resource) => guest.handle(resource),
  store: (guest, at, resource) => guest.view.setUint32(at, guest.handle(resource), true),
};

const borrow = (Class) => ({ size: 4, align: 4, arity: 1, lift: (guest, handle) => guest.resource(handle, Class) });

const aligned = (at, align) => Math.ceil(at / align) * align;

/** Fields in order; a value is an array. */
const record = (...types) => {
  const align = Math.max(...types.map((type) => type.align));
  const offsets = [];
  let end = 0;
  for (const type of types) {
    offsets.push(aligned(end, type.align));
    end = offsets.at(-1) + type.size;
  }
  return {
    size: aligned(end, align),
    align,
    store: (guest, at, values) => types.forEach((type, i) => type.store(guest, at + offsets[i], values[i])),
  };
};

/** A tag and the payload of its case, which may be null; `choose(value)` gives the case's index and the payload. */
const variant = (types, choose) => {
  const payloads = types.filter(Boolean);
  const align = Math.max(1, ...payloads.map((type) => type.align));
  return {
    size: aligned(align + Math.max(0, ...payloads.map((type) => type.size)), align),
    align,
    store(guest, at, value) {
      const [tag, payload] = choose(value);
      guest.view.setUint8(at, tag);
      types[tag]?.store(guest, at + align, payload);
    },
  };
};

const option = (type) => variant([null, type], (value) => (value == null ? [0] : [1, value]));
const result = (ok, error) => ({
  ...variant([ok, error], (value) => (value instanceof Failure ? [1, value.payload] : [0, value])),
  catches: true,
});

const then = (value, next, failed) => (typeof value?.then === "function" ? value.then(next, failed) : next(value));

/** The core function of one import: lifts the arguments, calls `target`, lowers what it returns (or a promise of it). */
const lower = (guest, parameters, returns, target) => {
  const finish = (pointer) => (value) => (returns?.direct ? returns.direct(guest, value) : returns?.store(guest, pointer, value));
  return (...core) => {
    const lifted = [];
    let at = 0;
    for (const type of parameters) {
      lifted.push(type.lift(guest, ...core.slice(at, at + type.arity)));
      at += type.arity;
    }
    const done = finish(core[at] >>> 0);
    const recover = (error) => {
      if (!(returns?.catches && error instanceof Failure)) throw error;
      return done(error);
    };
    try {
      return then(target(...lifted), done, recover);
    } catch (error) {
      return recover(error);
    }
  };
};

/** The memory of an instance and the resources it holds handles of. */
class Guest {
  #resources = [null];
  #free = [];
  #view = null;

  attach(exports) {
    this.memory = exports.memory;
    this.realloc = exports.cabi_realloc;
  }

  get view() {
    if (this.#view?.buffer !== this.memory.buffer) this.#view = new DataView(this.memory.buffer);
    return this.#view;
  }

  bytes(pointer, length) {
    return new Uint8Array(this.memory.buffer, pointer, length);
  }

  allocate(length, align) {
    return this.realloc(0, 0, align, length) >>> 0;
  }

  handle(resource) {
    const index = this.#free.pop() ?? this.#resources.length;
    this.#resources[index] = resource;
    return index;
  }

  resource(handle, Class) {
    const found = this.#resources[handle];
    if (!(found instanceof Class)) throw new Trap(`the program used a handle (${handle}) that it does not have`);
    return found;
  }

  drop(handle, Class) {
    this.resource(handle, Class);
    this.#resources[handle] = null;
    this.#free.push(handle);
  }
}

// ------------------------------------------------------------------------------------------------- waiting, streams

const nanoseconds = (milliseconds) => BigInt(Math.round(milliseconds * 1e6));
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

class IoError {
  constructor(message) {
    this.message = message;
  }

}

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

// ------------------------------------------------------------------------------------------------- files

let nodes = 0n;

class Node {
  id = nodes++;

  constructor(clock) {
    this.clock = clock;
    this.read = this.changed = clock();
  }

  touch() {
    this.changed = this.clock();
  }
}

class File extends Node {
  #content = new Uint8Array(0);
  size = 0;
  type = "regular-file";

  get bytes() {
    return this.#content.subarray(0, this.size);
  }

  resize(length) {
    if (length > this.#content.length) {
      let grown;
      try {
        grown = new Uint8Array(Math.max(length, this.#content.length * 2));
      } catch {
        fail("insufficient-space");
      }
      grown.set(this.bytes);
      this.#content = grown;
    }
    this.#content.fill(0, length, Math.max(this.size, length));
    this.size = length;
    this.touch();
  }

  writeAt(offset, data) {
    if (offset + data.length > this.size) this.resize(offset + data.length);
    this.#content.set(data, offset);
    this.touch();
  }
}

class Directory extends Node {
  entries = new Map();
  type = "directory";
  size = 0;

  put(name, node) {
    this.entries.set(name, node);
    this.touch();
    return node;
  }

  remove(name) {
    this.entries.delete(name);
    this.touch();
  }
}

/** Where `path` leads from `base`: the directory it ends in, the last name there, and the node, if there is one. */
const walk = (base, path) => {
  if (path === "") fail("no-entry");
  if (path.startsWith("/")) fail("not-permitted");
  const isDirectory = /(^|\/)\.{0,2}$/.test(path);
  const trail = [{ parent: null, name: "", node: base }];
  for (const name of path.split("/")) {
    if (name === "") continue;
    const { node } = trail.at(-1);
    if (!node) fail("no-entry");
    if (!(node instanceof Directory)) fail("not-directory");
    if (name === "..") {
      if (trail.length === 1) fail("not-permitted");
      trail.pop();
    } else if (name !== ".") {
      trail.push({ parent: node, name, node: node.entries.get(name) });
    }
  }
  const end = trail.at(-1);
  if (isDirectory && end.node && !(end.node instanceof Directory)) fail("not-directory");
  return { ...end, isDirectory };
};

const existing = (base, path) => walk(base, path).node ?? fail("no-entry");

/** The files of a program, in memory. Paths are absolute, or relative to the root. */
export class FileTree {
  #root;
  #clock;

  /** `entries` is an object or iterable of pairs: path and content, which is bytes or text. */
  constructor(entries = {}, now = Date.now) {
    this.#clock = () => nanoseconds(now());
    this.#root = new Directory(this.#clock);
    for (const [path, content] of Symbol.iterator in entries ? entries : Object.entries(entries)) this.write(path, content);
  }

  /** Writes a file, making the directories it needs. */
  write(path, content) {
    const names = this.#names(path);
    const name = names.pop() ?? "";
    const directory = this.#makeDirectory(names);
    if (name === "" || directory.entries.get(name) instanceof Directory) throw new HostError(`'${path}' is a directory`);
    const file = directory.entries.get(name) ?? directory.put(name, new File(this.#clock));
    file.resize(0);
    file.writeAt(0, typeof content === "string" ? UTF8.encode(content) : new Uint8Array(content));
  }

  /** The bytes of a file; undefined if there is none. */
  read(path) {
    const file = this.#find(path);
    return file instanceof File ? file.bytes.slice() : undefined;
  }

  /** The content of a file as text; undefined if there is none. */
  text(path) {
    const content = this.read(path);
    return content && TEXT.decode(content);
  }

  makeDirectory(path) {
    this.#makeDirectory(this.#names(path));
  }

  /** Removes a file, or a directory with all that is in it. */
  remove(path) {
    const names = this.#names(path);
    const name = names.pop();
    this.#find(names.join("/"))?.entries?.delete(name);
  }

  /** All files, as pairs of absolute path and bytes. */
  *[Symbol.iterator]() {
    const visit = function* (directory, prefix) {
      for (const [name, node] of directory.entries) {
        if (node instanceof Directory) yield* visit(node, `${prefix}${name}/`);
        else yield [prefix + name, node.bytes.slice()];
      }
    };
    yield* visit(this.#root, "/");
  }

  /** The directories a program finds open: everything under "/", and the current directory as ".". */
  open(cwd) {
    return [
      [new Descriptor(this.#root), "/"],
      [new Descriptor(this.#makeDirectory(this.#names(cwd))), "."],
    ];
  }

  #names(path) {
    return path.split("/").filter((name) => name !== "" && name !== ".");
  }

  #find(path) {
    return this.#names(path).reduce((node, name) => node?.entries?.get(name), this.#root);
  }

  #makeDirectory(names) {
    return names.reduce((directory, name) => {
      const node = directory.entries.get(name) ?? directory.put(name, new Directory(this.#clock));
      if (node instanceof Directory) return node;
      throw new HostError(`'${name}' is not a directory`);
    }, this.#root);
  }
}

/** An open file or directory: a resource of wasi:filesystem. Errors are the names of its `error-code`. */
class Descriptor {
  constructor(node, access = { read: true, write: true }) {
    this.node = node;
    this.access = access;
  }

  #file(right) {
    if (this.node instanceof Directory) fail("is-directory");
    return this.access[right] ? this.node : fail("bad-descriptor");
  }

  #directory() {
    return this.node instanceof Directory ? this.node : fail("not-directory");
  }

  syncData() {}

  sync() {}

  getFlags() {
    return Number(this.access.read) | (Number(this.access.write) << 1);
  }

  getType() {
    return this.node.type;
  }

  setSize(length) {
    this.#file("write").resize(length);
  }

  setTimes(read, changed) {
    const { node } = this;
    node.read = read ?? node.read;
    node.changed = changed ?? node.changed;
  }

  setTimesAt(_, path, read, changed) {
    new Descriptor(existing(this.#directory(), path)).setTimes(read, changed);
  }

  read(length, offset) {
    const file = this.#file("read");
    const data = file.bytes.subarray(offset, offset + length);
    return [data, offset + data.length >= file.size];
  }

  write(data, offset) {
    this.#file("write").writeAt(offset, data);
    return data.length;
  }

  readDirectory() {
    return new DirectoryStream([...this.#directory().entries]);
  }

  createDirectoryAt(path) {
    const { parent, name, node } = walk(this.#directory(), path);
    if (node) fail("exist");
    parent.put(name, new Directory(parent.clock));
  }

  stat() {
    const { type, size: length, read, changed } = this.node;
    const [accessed, modified] = [datetimeOf(read), datetimeOf(changed)];
    return [type, 1n, length, accessed, modified, modified];
  }

  statAt(_, path) {
    return new Descriptor(existing(this.#directory(), path)).stat();
  }

  openAt(_, path, open, access) {
    const { parent, name, node, isDirectory } = walk(this.#directory(), path);
    if (!node) {
      if (!open.create) fail("no-entry");
      if (isDirectory) fail("is-directory");
      if (open.directory) fail("invalid");
      return new Descriptor(parent.put(name, new File(parent.clock)), access);
    }
    if (open.create && open.exclusive) fail("exist");
    if (node instanceof File && open.directory) fail("not-directory");
    if (node instanceof Directory && (access.write || open.create || open.truncate)) fail("is-directory");
    if (open.truncate) node.resize(0);
    return new Descriptor(node, access);
  }

  unlinkFileAt(path) {
    const { parent, name, node } = walk(this.#directory(), path);
    if (!node) fail("no-entry");
    if (node instanceof Directory) fail("is-directory");
    parent.remove(name);
  }

  removeDirectoryAt(path) {
    const { parent, name, node } = walk(this.#directory(), path);
    if (!node) fail("no-entry");
    if (!(node instanceof Directory)) fail("not-directory");
    if (!parent) fail("invalid");
    if (node.entries.size) fail("not-empty");
    parent.remove(name);
  }

  renameAt(path, directory, newPath) {
    const from = walk(this.#directory(), path);
    const to = walk(directory.#directory(), newPath);
    if (!from.node) fail("no-entry");
    if (!from.parent || !to.parent) fail("busy");
    if (from.node === to.node) return;
    if (from.node instanceof Directory) {
      if (contains(from.node, to.parent)) fail("invalid");
      if (to.node instanceof File) fail("not-directory");
      if (to.node?.entries.size) fail("not-empty");
    } else if (to.node instanceof Directory) {
      fail("is-directory");
    } else if (to.isDirectory) {
      fail("not-directory");
    }
    from.parent.remove(from.name);
    to.parent.put(to.name, from.node);
  }

  metadataHash() {
    return [this.node.id, this.node.changed];
  }

  metadataHashAt(_, path) {
    return new Descriptor(existing(this.#directory(), path)).metadataHash();
  }
}

const contains = (directory, node) =>
  directory === node || [...directory.entries.values()].some((child) => child instanceof Directory && contains(child, node));

class DirectoryStream {
  constructor(entries) {
    this.entries = entries;
  }

  readDirectoryEntry() {
    const entry = this.entries.shift();
    return entry && [entry[1].type, entry[0]];
  }
}

// ------------------------------------------------------------------------------------------------- interfaces

const datetimeOf = (instant) => [instant / 1_000_000_000n, Number(instant % 1_000_000_000n)];
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
  "wasi:io/error": { resources: { error: IoError }, methods: { error: { "to-debug-string": [[], string] } } },
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
    suspend: /read$|skip$|splice$/,
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
    functions: { "filesystem-error-code": [[borrow(IoError)], option(errorCode)] },
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

/** What the functions of the interfaces do, for one run. */
const hostFunctions = (options, tree) => {
  const { args, env, cwd, stdin, stdout, stderr, now, random, suspends } = options;
  const tty = typeof options.isTty === "object" ? options.isTty : { stdin: options.isTty, stdout: options.isTty, stderr: options.isTty };
  const terminal = (name) => (tty[name] ? new Terminal() : null);
  let given = typeof stdin === "function" ? null : stdin;
  const source = typeof stdin === "function" ? stdin : () => [given, (given = null)][0];
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
    "wasi:filesystem/types": { filesystemErrorCode: () => null },
  };
};

/** The core module of a component: the largest one, as the others only connect it. A core module is itself. */
export const coreModule = (binary) => {
  const data = ArrayBuffer.isView(binary) ? new Uint8Array(binary.buffer, binary.byteOffset, binary.byteLength) : new Uint8Array(binary);
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

const trapOf = (error) => {
  if (error instanceof RangeError) return new Trap("the program exhausted the engine's stack", { cause: error });
  if (error instanceof WebAssembly.RuntimeError) return new Trap(`the program trapped: ${error.message}`, { cause: error });
  return error;
};

const write = (log) => {
  const decoder = new TextDecoder();
  let rest = "";
  return (data) => {
    const lines = (rest + decoder.decode(data, { stream: true })).split("\n");
    rest = lines.pop();
    lines.forEach((line) => log(line));
  };
};

/** Can an import wait for a promise here (JSPI)? */
export const canSuspend = "Suspending" in WebAssembly;

/** Runs a program to its end; see molt.d.ts. */
export const run = async (source, options = {}) => {
  const settings = {
    args: ["program"],
    env: {},
    cwd: "/",
    stdin: null,
    stdout: write(console.log),
    stderr: write(console.error),
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
    const failed = canSuspend ? await WebAssembly.promising(main)() : main();
    const status = exportOf(exports, /^molt:runtime\/status@.*#exit-code$/);
    return { exitCode: status ? status() : failed, files: tree };
  } catch (error) {
    throw trapOf(error);
  }
};
