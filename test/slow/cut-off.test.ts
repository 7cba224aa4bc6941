import { describe, it } from "vitest";
import { everyServiceCall, expectFirstMended, expectLaterMended } from "../apps-script/cut-off-refresh.ts";

describe.each(["throw", "kill"] as const)("a refresh cut off at every call (%s)", (mode) => {
  it("leaves the person's sheets untouched, and the next one repairs the report", async () => {
    await expectFirstMended(mode, everyServiceCall);
  }, 1_200_000);

  it("does so over a report that was there already", async () => {
    await expectLaterMended(mode, everyServiceCall);
  }, 1_200_000);
});
