import { types } from "node:util";

/** What `google.script.run` carries: primitives, plain objects and arrays; anything else fails, however deep. */
export function serialise(value: unknown, direction: "argument" | "result"): unknown {
  return copy(value, direction, []);
}

function copy(value: unknown, direction: "argument" | "result", above: readonly object[]): unknown {
  if (value === undefined) return null;
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  if (typeof value !== "object") throw refusal(direction);
  if (above.includes(value) || types.isDate(value) || types.isMap(value) || types.isSet(value))
    throw refusal(direction);
  const path = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item) => copy(item, direction, path));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, copy(item, direction, path)]),
  );
}

function refusal(direction: "argument" | "result"): Error {
  return new Error(
    direction === "argument"
      ? "Failed due to illegal value in property: 0"
      : "The script completed but the returned value is not a supported return type.",
  );
}
