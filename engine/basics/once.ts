/**
 * Puts work off until it is first asked for, and does it once.
 * @example once(() => 2)() // => 2
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made = made ?? { value: make() };
    return made.value;
  };
}

/**
 * An object whose values are made when they are first read, and kept.
 * @example lazily({ two: () => 2 }).two // => 2
 */
export function lazily<T extends object>(makers: { readonly [Name in keyof T]: () => T[Name] }): T {
  const made: PropertyDescriptorMap = {};
  for (const [name, make] of Object.entries<() => unknown>(makers))
    made[name] = { get: once(make), enumerable: true };
  return Object.defineProperties({}, made) as T;
}

/**
 * The plain values with the late ones beside them, which stay late.
 * @example withLate({ one: 1 }, lazily({ two: () => 2 })).two // => 2
 */
export function withLate<Plain extends object, Late extends object>(plain: Plain, late: Late): Plain & Late {
  return Object.defineProperties({ ...plain }, Object.getOwnPropertyDescriptors(late)) as Plain & Late;
}
