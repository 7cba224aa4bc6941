import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEALS, HEADERS, inBook, withServer } from "./followups-book.ts";

describe("followups prints", () => {
  test("who needs what, by owner, within 80 columns, and leaves nothing behind", () =>
    inBook(async (folder, run) => {
      const { code, out, err } = await run();
      expect({ code, err, left: await readdir(folder) }).toEqual({ code: 0, err: "", left: ["deals.xlsx"] });
      expect(out).toMatch(/Ada\n {2}2 deals to look at today \(ada@example\.org\)/);
      expect(out).toContain("New office, Proposal, 12,000 (Deals!A2): No next step is written");
      expect(out).not.toContain("Lamps");
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    }));

  test("a field that is blank is an error with its cell, not an empty greeting", () =>
    inBook(async (_, run) => {
      const { drafts, faults } = JSON.parse((await run("--json")).out);
      expect(faults).toEqual([expect.stringContaining("Second site (Deals!A3) has no customer")]);
      expect(drafts.map(({ subject }: { subject: string }) => subject)).toEqual([
        "New office: how shall we go on?",
        "Spring order for 5,000",
      ]);
    }));
});

describe("a place that cannot be written to", () => {
  test.each([
    [["--eml", "deals.xlsx"], "deals.xlsx is a file, not a folder.\nGive the name of a folder.\n"],
    [["--eml", "deals.xlsx/mails"], /^The folder for deals\.xlsx\/mails does not exist\.\n/],
    [["--ics", "."], ". is a folder.\nGive the name of a file.\n"],
    [["--ics", "nowhere/tasks.ics"], /^The folder for nowhere\/tasks\.ics does not exist\.\n/],
  ])("%j is named, with the remedy", (options, said) =>
    inBook(async (folder, run) => {
      const { code, err } = await run("--quiet", ...options);
      expect({ code, err, left: await readdir(folder) }).toEqual({
        code: 1,
        err: typeof said === "string" ? said : expect.stringMatching(said),
        left: ["deals.xlsx"],
      });
    }),
  );
});

describe("followups writes", () => {
  test("a mail file an owner and a draft a customer, that mail programs open unsent", () =>
    inBook(async (folder, run) => {
      const { code, err } = await run("--eml", "mails");
      expect({ code, err }).toEqual({ code: 0, err: "4 mail files are in mails\n" });
      const names = (await readdir(join(folder, "mails"))).sort();
      expect(names).toEqual([
        "draft-d1-acme.eml",
        "draft-d3-beta.eml",
        "reminder-ada.eml",
        "reminder-ben.eml",
      ]);
      const [draft = "", twoAddresses = "", ada = ""] = await Promise.all(
        names.map((name) => readFile(join(folder, "mails", name), "utf8")),
      );
      expect(ada).toMatch(/^X-Unsent: 1\r\n/);
      expect(ada).toMatch(
        /\r\nFrom: sales@example\.org\r\nTo: ada@example\.org\r\nSubject: 2 deals to look at today\r\n/,
      );
      expect(draft).toContain("To: buyer@example.org\r\n");
      // A cell with two addresses would mail somebody nobody meant.
      expect(twoAddresses).not.toMatch(/^To:/m);
    }));

  test("a task a deal, the same ids when written again", () =>
    inBook(async (folder, run) => {
      await run("--ics", "tasks.ics");
      const text = await readFile(join(folder, "tasks.ics"), "utf8");
      expect(text.match(/BEGIN:VTODO/g)).toHaveLength(3);
      expect(text).toContain("DUE;VALUE=DATE:20260630\r\n");
      expect(text).toContain("SUMMARY:New office: no next step");
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      await run("--ics", "tasks.ics");
      expect(await readFile(join(folder, "tasks.ics"), "utf8")).toBe(text);
    }));
});

test("followups replaces no calendar or mail file of somebody else's", () =>
  inBook(async (folder, run) => {
    await writeFile(join(folder, "mine.ics"), "BEGIN:VCALENDAR\r\nPRODID:-//Mine//EN\r\nEND:VCALENDAR\r\n");
    const { code, err } = await run("--ics", "mine.ics");
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("mine.ics is there already") });
    expect(await readFile(join(folder, "mine.ics"), "utf8")).toContain("-//Mine//");
  }));

function twin(amount: string): readonly string[] {
  return ["", "New office", "Acme", "buyer@example.org", "Ada", "Proposal", amount, "2026-05-01", "", ""];
}

describe("followups sends", () => {
  test("nothing without --yes, and nothing with --dry-run", () =>
    withServer((url, mails) =>
      inBook(async (folder, run) => {
        expect((await run("--smtp", url)).err).toContain("1 reminder would go out by 127.0.0.1");
        await run("--smtp", url, "--yes", "--dry-run");
        expect(mails).toEqual([]);
        expect(await readdir(folder)).toEqual(["deals.xlsx"]);
      }),
    ));

  test("each reminder once in so many days, to the owner alone, never to a customer", () =>
    withServer((url, mails) =>
      inBook(async (folder, run) => {
        const first = await run("--smtp", url, "--yes");
        expect(first).toMatchObject({ code: 0, err: expect.stringContaining("1 reminder was sent") });
        expect(mails).toMatchObject([{ from: "sales@example.org", to: ["ada@example.org"] }]);
        expect(mails[0]?.text).toContain("New office");
        await run("--smtp", url, "--yes");
        await run("--smtp", url, "--yes", "--as-of", "2026-07-06");
        expect(mails).toHaveLength(1);
        await run("--smtp", url, "--yes", "--as-of", "2026-07-07");
        expect(mails).toHaveLength(2);
        expect(await readdir(folder)).toEqual(["deals.followups.json", "deals.xlsx"]);
      }),
    ));

  test("notes deals of one name without an id apart, by their rows", () =>
    withServer((url) =>
      inBook(
        async (folder, run) => {
          await run("--smtp", url, "--yes");
          const log = JSON.parse(await readFile(join(folder, "deals.followups.json"), "utf8"));
          expect(log.map(({ deal }: { deal: string }) => deal).sort()).toEqual([
            "New office (row 2)",
            "New office (row 3)",
          ]);
        },
        [],
        undefined,
        [HEADERS, twin("12000"), twin("8000"), ...DEALS.slice(4)].map(([, ...cells]) => cells),
      ),
    ));

  test("what went out before the server refused the next one is in the log, and is not sent again", () =>
    withServer((url, mails) =>
      inBook(
        async (_, run) => {
          const { code, err } = await run("--smtp", url, "--yes");
          expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("No such box") });
          expect((await run("--smtp", url, "--yes")).code).toBe(1);
          expect(mails.map(({ to }) => to)).toEqual([["ada@example.org"]]);
        },
        [["E-mail: Ben", "refused@example.org", ""]],
      ),
    ));

  test("a server that refuses is named in two plain lines, without the password, and nothing is logged", () =>
    inBook(async (folder, run) => {
      const { code, err } = await run("--smtp", "smtp://me:secret@127.0.0.1:1", "--yes");
      expect(code).toBe(1);
      expect(err).toMatch(
        /The reminder to ada@example\.org was not sent: 127\.0\.0\.1:1 says: .*\n.*--smtp.*\n$/,
      );
      expect(err).not.toContain("secret");
      expect(await readdir(folder)).toEqual(["deals.xlsx"]);
    }));

  test.each([
    [["--yes"], "no mail server"],
    [["--smtp", "http://mail.example.org"], "--smtp"],
    [["--smtp", "smtp://me:100%@127.0.0.1:1", "--yes"], "--smtp"],
    [["--every", "soon"], "--every"],
    [["--smtp", "smtp://127.0.0.1:1", "--yes", "--from", "a@b.c, d@e.f"], "No usable sender"],
  ])("%j is wrong usage", (argv, says) =>
    inBook(async (_, run) => {
      expect(await run(...argv)).toMatchObject({ code: 2, err: expect.stringContaining(says) });
    }),
  );
});
