import { describe, expect, it } from "vitest";
import { simulatorOf, typedDocument } from "./book.ts";

const SHEETS = {
  Deals: `
Deal ID | Deal name | Owner | Stage | Amount | Create date | Status | Close date
D1 | One | Ada | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Ada | Proposal | 2000 | 2026-01-06 | Won | 2026-03-01
`,
};

interface View {
  readonly health: {
    readonly lastRun: { by: string; ok: boolean; message: string };
    readonly lostTriggers: string[];
  };
}

function viewOf(answer: unknown): View {
  return (answer as { value: View }).value;
}

describe("the menu", () => {
  it("is built without authorisation and does nothing else then", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    const run = simulator.person.open("open-without-authorisation");
    expect(run.error).toBeNull();
    const items = simulator.world.screen.menus[0]?.items.map(({ caption }) => caption);
    expect(items).toEqual([
      "Open sidebar",
      "Refresh forecast",
      "Set up this spreadsheet…",
      "Record stage changes (on/off)",
      "E-mail reminders (on/off)",
      "Help",
    ]);
  });

  it("names functions that are there, each of which ends well", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.person.open();
    for (const { functionName } of simulator.world.screen.menus[0]?.items ?? [])
      expect(simulator.run(functionName).error, functionName).toBeNull();
    expect(simulator.world.screen.sidebar?.title).toBe("Pipecast");
  });
});

describe("the sidebar's forecast", () => {
  it("says that it is one of won deals where no deal carries an amount", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const month = String((i % 5) + 1).padStart(2, "0");
      return `D${i} | Ada | Proposal | 2026-${month}-05 | ${i % 2 === 0 ? "Won | 2026-06-02" : "Open | "}`;
    });
    const Deals = ["Deal ID | Owner | Stage | Created | Status | Closed date", ...rows].join("\n");
    const simulator = await simulatorOf(typedDocument({ Deals }));
    const { value } = simulator.fromSidebar("loadSidebar") as {
      readonly value: { readonly analysis: { readonly forecastUnit: string; readonly otherOutlook: string } };
    };
    expect(value.analysis.forecastUnit).toBe(" won deals");
    expect(value.analysis.otherOutlook).toMatch(/ won deals, /);
  });
});

describe("the daily refresh", () => {
  it("works from a time trigger, without a window, and notes its run", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.fromSidebar("switchDailyRefresh", true);
    expect(simulator.fireTimeTriggers().map(({ error }) => error)).toEqual([null]);
    expect(simulator.person.values("Pipecast Overview")[0]?.[0]).toBe("Pipeline overview");
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lastRun).toMatchObject({
      by: "timer",
      ok: true,
    });
  });

  it("notes in plain words why a run failed", async () => {
    const simulator = await simulatorOf(typedDocument({ Empty: "nothing | here" }));
    simulator.fromSidebar("switchDailyRefresh", true);
    simulator.fireTimeTriggers();
    const { lastRun } = viewOf(simulator.fromSidebar("loadSidebar")).health;
    expect(lastRun).toMatchObject({ by: "timer", ok: false });
    expect(lastRun.message).toMatch(/No sheet has a header row/);
  });

  it("says so where no spreadsheet is open", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS), { bound: false });
    expect(simulator.run("timedRefresh", [], { entry: "time-trigger" }).error?.message).toMatch(
      /no open spreadsheet/,
    );
  });

  it("has one trigger however often it is switched on, and tells when Google dropped it", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.fromSidebar("switchDailyRefresh", true);
    simulator.fromSidebar("switchDailyRefresh", true);
    expect(simulator.world.triggers).toHaveLength(1);
    simulator.world.triggers = [];
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lostTriggers).toEqual(["timedRefresh"]);
    simulator.fromSidebar("switchDailyRefresh", true);
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lostTriggers).toEqual([]);
  });

  it("is one person's: another sees no alarm for it, and may switch it off", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.fromSidebar("switchDailyRefresh", true);
    const { triggers, properties } = simulator.world;
    // What another person sees: their own properties, and none of the first one's triggers.
    properties.user.clear();
    simulator.world.triggers = [];
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lostTriggers).toEqual([]);
    simulator.fromSidebar("switchDailyRefresh", false);
    simulator.world.triggers = triggers;
    expect(simulator.fireTimeTriggers().map(({ error }) => error)).toEqual([null]);
    expect(simulator.world.document.sheets.map(({ name }) => name)).toEqual(["Deals"]);
  });
});

describe("reminders", () => {
  const STALE = {
    Deals: `
Deal ID | Deal name | Owner | Stage | Amount | Create date | Status | Expected close | Next step
D1 | One | Ada | Proposal | 1000 | 2026-01-05 | Open | 2026-05-01 | Call
D2 | Two | bo@example.com | Proposal | 2000 | 2026-01-06 | Open | 2026-05-02 |
D3 | Three | Cy | Proposal | 3000 | 2026-06-20 | Open | 2026-04-02 |
`,
    "Pipecast Settings": "Setting | Value\nE-mail: Ada | ada@example.com",
  };

  async function remindersOn() {
    const simulator = await simulatorOf(typedDocument(STALE));
    simulator.person.open();
    simulator.run("toggleReminders");
    return simulator;
  }

  it("go to owners, at their own address, with the deals and the reasons", async () => {
    const simulator = await remindersOn();
    expect(simulator.fireTimeTriggers()[0]?.error).toBeNull();
    expect(simulator.world.outbox.map(({ to }) => to).sort()).toEqual(["ada@example.com", "bo@example.com"]);
    const mail = simulator.world.outbox.find(({ to }) => to === "ada@example.com");
    expect(mail?.body).toContain("One");
    expect(mail?.body).not.toContain("Two");
  });

  it("are not sent twice within a week, and again after it", async () => {
    const simulator = await remindersOn();
    simulator.fireTimeTriggers();
    simulator.world.clock.nowMs += 86_400_000;
    simulator.fireTimeTriggers();
    expect(simulator.world.outbox).toHaveLength(2);
    simulator.world.clock.nowMs += 6 * 86_400_000;
    simulator.fireTimeTriggers();
    expect(simulator.world.outbox).toHaveLength(4);
  });

  it("reach every other owner where Google refuses one's address", async () => {
    const simulator = await remindersOn();
    simulator.world.refusedAddresses.add("ada@example.com");
    const [run] = simulator.fireTimeTriggers();
    expect(run?.error).toBeNull();
    expect(run?.log.join()).toMatch(/could not remind Ada/);
    expect(simulator.world.outbox.map(({ to }) => to)).toEqual(["bo@example.com"]);
  });

  it("stop at the day's quota, and the rest goes out the next day", async () => {
    const simulator = await remindersOn();
    simulator.world.mailQuota = 1;
    expect(simulator.fireTimeTriggers()[0]?.error).toBeNull();
    expect(simulator.world.outbox).toHaveLength(1);
    simulator.world.mailQuota = 100;
    simulator.fireTimeTriggers();
    expect(simulator.world.outbox.map(({ to }) => to).sort()).toEqual(["ada@example.com", "bo@example.com"]);
  });

  it("repeat nothing that went out where a run is cut off", async () => {
    const simulator = await remindersOn();
    const { calls } = simulator.run("timedReminders", [], { entry: "time-trigger" });
    const fresh = await remindersOn();
    const atCall = calls.lastIndexOf("MailApp.sendEmail") + 1;
    fresh.run("timedReminders", [], { entry: "time-trigger", fault: { atCall, mode: "kill" } });
    expect(fresh.world.outbox).toHaveLength(1);
    fresh.fireTimeTriggers();
    expect(fresh.world.outbox).toHaveLength(2);
  });

  it("are off until switched on, and off again at once", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.person.open();
    expect(simulator.world.triggers).toEqual([]);
    simulator.run("toggleReminders");
    expect(simulator.world.triggers.map(({ handler }) => handler)).toEqual(["timedReminders"]);
    simulator.run("toggleReminders");
    expect(simulator.world.triggers).toEqual([]);
  });

  it("read nothing and send nothing where nobody has opened the spreadsheet for two weeks", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.person.open();
    simulator.run("toggleReminders");
    const [fresh] = simulator.fireTimeTriggers();
    expect(fresh?.serviceCalls).toContain("Range.getValues");
    simulator.world.clock.nowMs += 15 * 86_400_000;
    const [forgotten] = simulator.fireTimeTriggers();
    expect(forgotten?.serviceCalls).not.toContain("Range.getValues");
    expect(simulator.world.outbox).toEqual([]);
  });
});
