/**
 * The canonical ABI: how values of WIT types cross between a core module and JavaScript.
 * Source: CanonicalABI.md of the component model.
 */

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder("utf-8", { ignoreBOM: true });
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

/** Ends an operation with the error case of its WIT `result`. */
export const fail = (payload) => {
  throw new Failure(payload);
};

// A type has `size` and `align`, `store(guest, at, value)`, and as a parameter `arity` (core values) and `lift`.
// A scalar is returned directly: `direct(guest, value)`; everything else through a pointer.

export const scalar = (size, setter, toCore = (value) => value, lift = (value) => value) => ({
  size,
  align: size,
  arity: 1,
  direct: (guest, value) => toCore(value),
  store: (guest, at, value) => guest.view[setter](at, toCore(value), true),
  lift: (guest, value) => lift(value),
});

export const bool = scalar(1, "setUint8", Number);
export const u32 = scalar(4, "setUint32", undefined, (value) => value >>> 0);
export const u64 = scalar(8, "setBigUint64", undefined, (value) => BigInt.asUintN(64, value));
// Lengths and offsets: numbers here. Beyond 2^53 they are not exact, and nothing is that large.
export const size = scalar(8, "setBigUint64", BigInt, (value) => Number(BigInt.asUintN(64, value)));
const flagsOf = (names, bits) => Object.fromEntries(names.map((name, i) => [name, Boolean((bits >> i) & 1)]));
export const flags = (...names) => scalar(1, "setUint8", undefined, (bits) => flagsOf(names, bits));
export const oneOf = (...names) => scalar(1, "setUint8", (name) => names.indexOf(name), (index) => names[index]);

export const bytes = {
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

export const string = {
  ...bytes,
  store: (guest, at, value) => bytes.store(guest, at, UTF8.encode(value)),
  lift: (guest, pointer, length) => TEXT.decode(guest.bytes(pointer >>> 0, length >>> 0)),
};

export const listOf = (item) => ({
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

export const own = {
  ...scalar(4, "setUint32"),
  direct: (guest, resource) => guest.handle(resource),
  store: (guest, at, resource) => guest.view.setUint32(at, guest.handle(resource), true),
};

export const borrow = (Class) => ({ size: 4, align: 4, arity: 1, lift: (guest, handle) => guest.resource(handle, Class) });

const aligned = (at, align) => Math.ceil(at / align) * align;

/** Fields in order; a value is an array. */
export const record = (...types) => {
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
export const variant = (types, choose) => {
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

export const option = (type) => variant([null, type], (value) => (value == null ? [0] : [1, value]));
export const result = (ok, error) => ({
  ...variant([ok, error], (value) => (value instanceof Failure ? [1, value.payload] : [0, value])),
  catches: true,
});

export const then = (value, next, failed) => (typeof value?.then === "function" ? value.then(next, failed) : next(value));

/** The core function of one import: lifts the arguments, calls `target`, lowers what it returns (or a promise of it). */
export const lower = (guest, parameters, returns, target) => {
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
export class Guest {
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
