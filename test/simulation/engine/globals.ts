// Puts the process's own timers and cryptography under the scheduler; what a library takes from the global object is then ours too.
import type { Scheduler } from './scheduler.ts';

/** For the life of this Node process: a simulation is the only thing that runs in it. */
export function takeOverGlobals(scheduler: Scheduler): void {
  const real = {
    setImmediate: globalThis.setImmediate,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    crypto: globalThis.crypto,
  };
  const planned = new WeakMap<object, () => void>();

  const immediately = (run: (...rest: unknown[]) => void, ...rest: unknown[]): unknown => {
    const lane = scheduler.current();
    return lane ? lane.queue(() => run(...rest)) : real.setImmediate(run, ...rest);
  };
  const later = (run: (...rest: unknown[]) => void, delayMs = 0, ...rest: unknown[]): unknown => {
    const lane = scheduler.current();
    if (!lane) return real.setTimeout(run, delayMs, ...rest);
    const cancel = lane.after(delayMs, () => run(...rest));
    const handle = { ref: () => handle, unref: () => handle, hasRef: () => true };
    planned.set(handle, cancel);
    return handle;
  };
  const cancel = (handle: unknown): void => {
    const ours = typeof handle === 'object' && handle !== null ? planned.get(handle) : undefined;
    if (ours) ours();
    else real.clearTimeout(handle as NodeJS.Timeout);
  };

  const replace = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  };
  replace('setImmediate', immediately);
  replace('setTimeout', later);
  replace('clearTimeout', cancel);
  replace('crypto', steppedCrypto(real.crypto, scheduler));
  stepBlobs(scheduler);
}

/** Every key, digest and signature comes as a step of the process that asked for it. */
function steppedCrypto(real: Crypto, scheduler: Scheduler): Crypto {
  const subtle = new Proxy(real.subtle, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const work = method.apply(target, args) as Promise<unknown>;
        return scheduler.current()?.landing(work) ?? work;
      };
    },
  });
  return new Proxy(real, {
    get(target, name) {
      if (name === 'subtle') return subtle;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Reading a file really takes its time. */
function stepBlobs(scheduler: Scheduler): void {
  const { prototype } = Blob;
  const { text, arrayBuffer } = prototype;
  prototype.text = function (this: Blob) {
    return scheduler.current()?.landing(text.call(this)) ?? text.call(this);
  };
  prototype.arrayBuffer = function (this: Blob) {
    return scheduler.current()?.landing(arrayBuffer.call(this)) ?? arrayBuffer.call(this);
  };
}
