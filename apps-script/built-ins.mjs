// The bundle's own names for some of the language's built-ins: shorter when minified, and found without asking the
// global object, which takes long in a script host. Not for `Map` and `Set`: esbuild would keep unused constants.
const { Math: Maths, Float64Array: Floats, Int32Array: Integers, Uint8Array: Bytes } = globalThis;

export { Bytes as Uint8Array, Floats as Float64Array, Integers as Int32Array, Maths as Math };
