/**
 * Runs one program for the page. The page sends `start` once, and `input` when asked for it; it gets `output`, `wait`
 * (the program waits for input), and at the end `exit` or `failure`.
 *
 * A read waits for a message where the engine can suspend a program (JSPI); else on memory shared with the page, which
 * takes a cross-origin isolated page; else there is no waiting, and the program gets what was typed before it started.
 * JSPI comes first because it also brings a stack as large as the page's, where a worker's own is half of that.
 */
import { Trap, canSuspend, run } from "./molt.mjs";

const NOT_STARTED = 125;
const { promise: started, resolve: start } = resolvable();
let supply = null;

function resolvable() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

addEventListener("message", ({ data }) => {
  if (data.type === "start") start(data);
  else supply(data.bytes);
});

const byMessage = () => {
  const { promise, resolve } = resolvable();
  supply = resolve;
  postMessage({ type: "wait" });
  return promise;
};

/** `shared` is a word, zero while nothing has come, and the bytes. The word is the count plus one, so one at the end. */
const bySharedMemory = (shared) => {
  const word = new Int32Array(shared, 0, 1);
  return () => {
    postMessage({ type: "wait" });
    Atomics.wait(word, 0, 0);
    const bytes = new Uint8Array(shared, 4, Atomics.load(word, 0) - 1).slice();
    Atomics.store(word, 0, 0);
    return bytes;
  };
};

const output = (stream) => (bytes) => postMessage({ type: "output", stream, bytes }, [bytes.buffer]);

const { module, args, shared, typed } = await started;
const stdin = canSuspend ? byMessage : shared ? bySharedMemory(shared) : typed;
try {
  const { exitCode } = await run(module, { args, stdin, stdout: output("stdout"), stderr: output("stderr"), isTty: true });
  postMessage({ type: "exit", code: exitCode });
} catch (error) {
  postMessage({ type: "failure", message: error.message, code: error instanceof Trap ? error.exitCode : NOT_STARTED });
}
