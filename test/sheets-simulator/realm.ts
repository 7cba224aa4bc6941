import vm from "node:vm";
import type { Realm } from "./membrane.ts";
import { offsetAt } from "./zone.ts";

interface Clockwork {
  readonly now: () => number;
  readonly wall: (instant: number) => number;
  readonly instant: (wall: number) => number;
}

/**
 * Gives the script a clock of its own: "now" is the simulator's, and the local getters, like
 * `getHours()`, follow the script's zone and not the machine's.
 */
const DATE_OF_THE_SCRIPT = `(({ now, wall, instant }) => {
  const Native = Date;
  class ScriptDate extends Native {
    constructor(...parts) {
      if (parts.length === 0) super(now());
      else if (parts.length === 1) super(parts[0]);
      else super(instant(Native.UTC(...parts)));
    }
    static now() { return now(); }
    getTimezoneOffset() { return (this.getTime() - wall(this.getTime())) / 60000; }
  }
  for (const part of ["FullYear", "Month", "Date", "Day", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
    ScriptDate.prototype["get" + part] = function () {
      return new Native(wall(this.getTime()))["getUTC" + part]();
    };
  }
  globalThis.Date = ScriptDate;
})`;

/** A bare V8 context, without what Node or a browser would add. */
export function makeContext(scriptZone: string, now: () => number): { context: vm.Context; realm: Realm } {
  const context = vm.createContext(Object.create(null));
  const clockwork: Clockwork = {
    now,
    wall: (instant) => instant + offsetAt(instant, scriptZone),
    instant: (wall) => wall - offsetAt(wall - offsetAt(wall, scriptZone), scriptZone),
  };
  vm.runInContext(DATE_OF_THE_SCRIPT, context)(clockwork);
  const realm: Realm = vm.runInContext("({ Array, Object, Date, Error })", context);
  return { context, realm };
}
