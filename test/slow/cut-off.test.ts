import { describe, it } from "vitest";
import {
  CLOSED_SHEETS,
  everyServiceCall,
  expectFirstMended,
  expectLaterMended,
  lastOfEachKind,
} from "../apps-script/cut-off-refresh.ts";

describe.each(["throw", "kill"] as const)("a refresh cut off at every service call (%s)", (mode) => {
  it("leaves the person's sheets untouched, and the next one repairs the report", async () => {
    await expectFirstMended(mode, everyServiceCall);
  });

  it("does so over a report that was there already", async () => {
    await expectLaterMended(mode, everyServiceCall);
  });
});

describe("a refresh with a forecast and its charts, cut off at calls of every fifth kind", () => {
  it("is repaired by the next one", async () => {
    await expectFirstMended("kill", lastOfEachKind(5), CLOSED_SHEETS);
  });

  it("is repaired over a report that was there already", async () => {
    await expectLaterMended("kill", lastOfEachKind(5), CLOSED_SHEETS);
  });
});
