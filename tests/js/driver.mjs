// `node driver.mjs HOST APP.wasm SETTINGS`: runs a program with this process's streams. SETTINGS is JSON: `args`, `env`,
// and `directories`, which are made in the tree of files.
import { readFileSync, readSync, writeSync } from "node:fs";

const [host, app, settings] = process.argv.slice(2);
const { FileTree, Trap, run } = await import(host);
const { args, env, directories } = JSON.parse(settings);

const read = () => {
  const buffer = new Uint8Array(65536);
  return buffer.subarray(0, readSync(0, buffer));
};

const writeAll = (descriptor) => (bytes) => {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
};

const files = new FileTree();
for (const path of directories) files.makeDirectory(path);
try {
  const { exitCode } = await run(readFileSync(app), { args, env, files, stdin: read, stdout: writeAll(1), stderr: writeAll(2) });
  process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof Trap)) throw error;
  process.stderr.write(`molt: ${error.message}\n`);
  process.exitCode = error.exitCode;
}
