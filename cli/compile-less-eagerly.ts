import { setFlagsFromString } from "node:v8";

interface Flags {
  readonly lessEagerly: readonly string[];
  readonly asUsual: readonly string[];
}

/**
 * What V8 knows of an object's fields is told anew as the second one of its kind is made; code that rests on it, already
 * optimised by then, is thrown away and made once more. So it is in long runs too.
 */
const UNSTABLE: Flags = {
  lessEagerly: ["--no-track-field-types", "--no-concurrent-osr"],
  asUsual: [],
};

const SINCE_12: Flags = {
  lessEagerly: ["--invocation-count-for-turbofan=20000"],
  asUsual: ["--invocation-count-for-turbofan=3000"],
};

const BEFORE_12: Flags = {
  lessEagerly: [
    "--interrupt-budget=700000",
    "--max-inlined-bytecode-size-cumulative=300",
    "--no-turbo-loop-peeling",
  ],
  asUsual: [
    "--interrupt-budget=135000",
    "--max-inlined-bytecode-size-cumulative=920",
    "--turbo-loop-peeling",
  ],
};

/** By the version of V8, the engine of Node 20, 22 and 24: flags are set only where they were tried. */
const FLAGS: ReadonlyMap<string, readonly Flags[]> = new Map([
  ["11.3", [BEFORE_12, UNSTABLE]],
  ["12.4", [SINCE_12, UNSTABLE]],
  ["13.6", [SINCE_12]],
]);

/**
 * Has V8 optimise only what runs for long: in a run of a second a third of the processor's time went into machine code
 * that was hardly used.
 */
export function compileLessEagerly(): void {
  setFlags("lessEagerly");
}

/** For what takes seconds, V8 optimises about as soon as it does by itself. */
export function compileAsUsual(): void {
  setFlags("asUsual");
}

function setFlags(how: keyof Flags): void {
  const known = FLAGS.get(process.versions.v8.split(".", 2).join(".")) ?? [];
  for (const flag of known.flatMap((flags) => flags[how])) setFlagsFromString(flag);
}
