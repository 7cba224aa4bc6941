import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEALS, HEADERS, inBook, SETTINGS, withServer } from "./followups-book.ts";

describe("followups under attack", () => {
  test("a sender that would write headers of its own is refused, and nothing is written", () =>
    inBook(
      async (folder, run) => {
        const { code, err } = await run("--eml", "mails");
        expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("No usable sender") });
        expect(await readdir(folder)).toEqual(["deals.xlsx"]);
      },
      [],
      [["Reminders from", "me@example.org\r\nBcc: all@example.org", ""]],
    ));

  test("line breaks in a deal's name make no second header, and no second calendar line", () =>
    inBook(
      async (folder, run) => {
        await run("--eml", "mails", "--ics", "tasks.ics");
        const draft = await readFile(join(folder, "mails", "draft-d3-beta.eml"), "utf8");
        expect(draft).toContain("Subject: Spring Bcc: all@example.org for 5,000\r\n");
        expect(draft).not.toMatch(/^Bcc:/m);
        const tasks = await readFile(join(folder, "tasks.ics"), "utf8");
        expect(tasks.match(/BEGIN:/g)).toHaveLength(4);
        expect(tasks).not.toMatch(/^Bcc:/m);
      },
      [],
      SETTINGS.slice(1),
      DEALS.map((row) =>
        row.map((cell) => (cell === "Spring order" ? "Spring\nBcc: all@example.org" : cell)),
      ),
    ));

  test("names that come out alike get a file each: Ada and ada!, and the owner who is called ada 2", () =>
    inBook(
      async (folder, run) => {
        await run("--eml", "mails");
        const names = (await readdir(join(folder, "mails"))).filter((name) => name.startsWith("reminder"));
        expect(names.sort()).toEqual(["reminder-ada-2-2.eml", "reminder-ada-2.eml", "reminder-ada.eml"]);
      },
      [],
      SETTINGS.slice(1),
      [
        HEADERS,
        ["D1", "A", "X", "", "Ada", "Proposal", "1", "2026-05-01", "", ""],
        ["D2", "B", "X", "", "ada!", "Proposal", "1", "2026-05-01", "", ""],
        ["D3", "C", "X", "", "ada 2", "Proposal", "1", "2026-05-01", "", ""],
        ["D4", "D", "X", "", "Ben", "Proposal", "1", "2026-05-01", "", "Call"],
      ],
    ));

  test("an owner who is written down as an address needs no line in the settings", () =>
    inBook(
      async (_, run) => {
        const { reminders } = JSON.parse((await run("--json")).out);
        expect(reminders).toMatchObject([{ name: "eva@example.org", address: "eva@example.org" }]);
      },
      [],
      SETTINGS.slice(1),
      [
        HEADERS,
        ["D1", "A", "X", "", "eva@example.org", "Proposal", "1", "2026-05-01", "", ""],
        ["D4", "D", "X", "", "Ben", "Proposal", "1", "2026-05-01", "", "Call"],
      ],
    ));
});

describe("followups that go wrong half-way", () => {
  test("an address that the server refuses keeps nobody after it from their reminder", () =>
    withServer((url, mails) =>
      inBook(
        async (_, run) => {
          const { code, err } = await run("--smtp", url, "--yes");
          expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("No such box") });
          expect(mails.map(({ to }) => to)).toEqual([["ben@example.org"]]);
        },
        [["E-mail: Ben", "ben@example.org", ""]],
        [SETTINGS[1] ?? [], ["E-mail: Ada", "refused@example.org", ""]],
      ),
    ));

  test("two runs at the same time send each reminder once", () =>
    withServer((url, mails) =>
      inBook(async (folder, run) => {
        const both = await Promise.all([run("--smtp", url, "--yes"), run("--smtp", url, "--yes")]);
        await run("--smtp", url, "--yes");
        expect(mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
        expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
        expect(both.map(({ err }) => err).join("")).toContain("Another run is sending");
        expect(await readdir(folder)).toEqual(["deals.followups.json", "deals.xlsx"]);
      }),
    ));

  test("the lock that a killed run left is taken over", () =>
    withServer((url, mails) =>
      inBook(async (folder, run) => {
        await writeFile(join(folder, "deals.followups.json.lock"), "999999999");
        expect((await run("--smtp", url, "--yes")).code).toBe(0);
        expect(mails).toHaveLength(1);
        expect(await readdir(folder)).toEqual(["deals.followups.json", "deals.xlsx"]);
      }),
    ));
});
