import { describe, expect, it } from "vitest";
import { simulatorOf, typedDocument } from "./book.ts";
import { expectFirstMended, expectLaterMended, lastOfEachKind, SHEETS } from "./cut-off-refresh.ts";

/** `npm run test:slow` cuts off at every single service call. */
describe("a refresh cut off at calls of every other kind", () => {
  it("leaves the person's sheets untouched, and the next one repairs the report", async () => {
    await expectFirstMended("throw", lastOfEachKind(2));
  });

  it("does so over a report that was there already", async () => {
    await expectLaterMended("throw", lastOfEachKind(2));
  });

  it("does so where the execution ends and no `finally` acts", async () => {
    await expectFirstMended("kill", lastOfEachKind(5));
  });
});

describe("two at once", () => {
  it("the second waits, then says that the first is at work", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    const answers: unknown[] = [];
    const meanwhile = { atCall: 60, run: () => answers.push(simulator.fromSidebar("refreshFromSidebar")) };
    expect(simulator.run("refreshForecast", [], { meanwhile }).error).toBeNull();
    expect(answers).toEqual([{ ok: false, message: expect.stringMatching(/already at work/) }]);
  });
});
