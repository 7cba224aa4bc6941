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
