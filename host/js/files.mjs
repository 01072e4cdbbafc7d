/** Files in memory: `FileTree` for who runs a program, the resources of wasi:filesystem for the program. */

import { HostError, fail } from "./abi.mjs";

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder("utf-8", { ignoreBOM: true });

/** Milliseconds, as JavaScript's clocks have them, as a bigint. */
export const nanoseconds = (milliseconds) => BigInt(Math.round(milliseconds * 1e6));

/** An instant in nanoseconds as WASI's `datetime`: seconds, nanoseconds. */
export const datetimeOf = (instant) => [instant / 1_000_000_000n, Number(instant % 1_000_000_000n)];

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
export class Descriptor {
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

export class DirectoryStream {
  constructor(entries) {
    this.entries = entries;
  }

  readDirectoryEntry() {
    const entry = this.entries.shift();
    return entry && [entry[1].type, entry[0]];
  }
}
