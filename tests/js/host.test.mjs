// The library's own promises, and wasi:filesystem over the tree of files. Run by `node --test`.
import assert from "node:assert/strict";
import test from "node:test";

import { fail } from "../../host/js/abi.mjs";
import { FileTree } from "../../host/js/files.mjs";
import { HostError, coreModule, run } from "../../host/js/molt.mjs";

const open = (tree, cwd = "/") => new Map(tree.open(cwd).map(([descriptor, name]) => [name, descriptor]));
const READ = { read: true, write: false };
const WRITE = { read: true, write: true };
const follow = { symlinkFollow: true };

const refuses = (code, operation) =>
  assert.throws(operation, (error) => {
    assert.equal(error.payload, code);
    return true;
  });

test("a failure carries its payload", () => refuses("exist", () => fail("exist")));

test("files are written and read by path", () => {
  const tree = new FileTree({ "/a/b.txt": "tëxt", "c": new Uint8Array([1, 2]) });
  assert.equal(tree.text("/a/b.txt"), "tëxt");
  assert.deepEqual(tree.read("/c"), new Uint8Array([1, 2]));
  assert.equal(tree.read("/a"), undefined);
  assert.equal(tree.read("/absent/file"), undefined);
  assert.deepEqual([...tree].map(([path]) => path), ["/a/b.txt", "/c"]);
  tree.write("/c", "shorter and then longer");
  assert.equal(tree.text("c"), "shorter and then longer");
  tree.remove("/a");
  assert.deepEqual([...tree].map(([path]) => path), ["/c"]);
  assert.throws(() => tree.write("/c/d", ""), HostError);
  assert.throws(() => tree.write("/", ""), HostError);
});

test("opening", () => {
  const tree = new FileTree({ "/dir/file": "content" });
  const root = open(tree).get("/");
  assert.equal(root.openAt(follow, "dir/file", {}, READ).stat()[2], 7);
  assert.equal(root.openAt(follow, "dir/../dir/./file", {}, READ).getType(), "regular-file");
  assert.equal(root.openAt(follow, "dir/", {}, READ).getType(), "directory");
  refuses("no-entry", () => root.openAt(follow, "absent", {}, READ));
  refuses("no-entry", () => root.openAt(follow, "absent/file", { create: true }, WRITE));
  refuses("not-directory", () => root.openAt(follow, "dir/file/x", {}, READ));
  refuses("not-directory", () => root.openAt(follow, "dir/file/", {}, READ));
  refuses("not-directory", () => root.openAt(follow, "dir/file", { directory: true }, READ));
  refuses("is-directory", () => root.openAt(follow, "dir", {}, WRITE));
  refuses("exist", () => root.openAt(follow, "dir/file", { create: true, exclusive: true }, WRITE));
  refuses("not-permitted", () => root.openAt(follow, "../file", {}, READ));
  refuses("not-permitted", () => root.openAt(follow, "/dir/file", {}, READ));
  root.openAt(follow, "dir/file", { truncate: true }, WRITE);
  assert.equal(tree.text("/dir/file"), "");
});

test("reading and writing at offsets", () => {
  const tree = new FileTree();
  const file = open(tree).get("/").openAt(follow, "f", { create: true }, WRITE);
  file.write(new Uint8Array([1, 2, 3]), 2);
  assert.deepEqual(tree.read("/f"), new Uint8Array([0, 0, 1, 2, 3]));
  file.setSize(3);
  file.setSize(5);
  assert.deepEqual(tree.read("/f"), new Uint8Array([0, 0, 1, 0, 0]));
  assert.deepEqual(file.read(2, 1), [new Uint8Array([0, 1]), false]);
  assert.deepEqual(file.read(9, 5), [new Uint8Array([]), true]);
  refuses("insufficient-space", () => file.setSize(2 ** 50));
  const reader = open(tree).get("/").openAt(follow, "f", {}, READ);
  refuses("bad-descriptor", () => reader.write(new Uint8Array(1), 0));
});

test("directories", () => {
  const tree = new FileTree({ "/work/a": "1", "/work/sub/b": "2" });
  const here = open(tree, "/work").get(".");
  const stream = here.readDirectory();
  assert.deepEqual(stream.readDirectoryEntry(), ["regular-file", "a"]);
  assert.deepEqual(stream.readDirectoryEntry(), ["directory", "sub"]);
  assert.equal(stream.readDirectoryEntry(), undefined);
  here.createDirectoryAt("new/");
  refuses("exist", () => here.createDirectoryAt("new"));
  refuses("not-empty", () => here.removeDirectoryAt("sub"));
  refuses("not-directory", () => here.removeDirectoryAt("a"));
  refuses("is-directory", () => here.unlinkFileAt("sub"));
  here.removeDirectoryAt("new");
  here.renameAt("a", here, "sub/c");
  refuses("invalid", () => here.renameAt("sub", here, "sub/inside"));
  refuses("is-directory", () => here.renameAt("sub/b", here, "sub/../sub"));
  here.unlinkFileAt("sub/b");
  assert.deepEqual([...tree].map(([path]) => path), ["/work/sub/c"]);
});

test("times come from the given clock", () => {
  const root = open(new FileTree({ f: "" }, () => 1500)).get("/");
  assert.deepEqual(root.statAt(follow, "f")[4], [1n, 500_000_000]);
  root.setTimesAt(follow, "f", undefined, 7n);
  assert.deepEqual(root.statAt(follow, "f").slice(3, 5), [[1n, 500_000_000], [0n, 7]]);
});

test("a module that is no program is refused", async () => {
  const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  await assert.rejects(run(empty), { name: "HostError", message: /does not export wasi:cli\/run/ });
  assert.deepEqual(coreModule(empty), empty);
  // (import "env" "f" (func))
  const importing = new Uint8Array([...empty, 1, 4, 1, 0x60, 0, 0, 2, 9, 1, 3, 0x65, 0x6e, 0x76, 1, 0x66, 0, 0]);
  await assert.rejects(run(importing), { name: "HostError", message: "the program needs env f, which this host does not have" });
});
