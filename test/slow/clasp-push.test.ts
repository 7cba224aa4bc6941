import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const CLASP = "@google/clasp@3.4.1";
const FAR_AWAY = 4_102_444_800_000;

/** Leads clasp's Google client to a server of ours: nothing leaves this machine. */
const preload = (rootUrl: string) => `
import { google } from "googleapis";
const original = google.script.bind(google);
google.script = (options) => original({ ...options, rootUrl: ${JSON.stringify(rootUrl)} });
`;

/** clasp's own credentials file, made up: its token is never checked, because Google is never asked. */
const CREDENTIALS = {
  tokens: {
    default: {
      type: "authorized_user",
      client_id: "made-up",
      client_secret: "made-up",
      access_token: "made-up",
      refresh_token: "made-up",
      expiry_date: FAR_AWAY,
    },
  },
};

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

async function listen(seen: Seen[]) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    seen.push({ method: request.method ?? "", url: (request.url ?? "").split("?")[0] ?? "", body });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(request.method === "PUT" ? body : JSON.stringify({ scriptId: "made-up-script", files: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

it("clasp push sends exactly the three built files", { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "pipecast-clasp-"));
  const seen: Seen[] = [];
  const server = await listen(seen);
  try {
    await run("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, CLASP]);
    await run(process.execPath, ["apps-script/build.mjs"]);
    for (const path of ["apps-script/dist", ".claspignore"])
      await cp(path, join(folder, path), { recursive: true });
    const settings = JSON.parse(await readFile(".clasp.json", "utf8"));
    await writeFile(join(folder, ".clasp.json"), JSON.stringify({ ...settings, scriptId: "made-up-script" }));
    await writeFile(join(folder, "credentials.json"), JSON.stringify(CREDENTIALS));
    const { port } = server.address() as AddressInfo;
    await writeFile(join(folder, "preload.mjs"), preload(`http://127.0.0.1:${port}/`));
    await run(
      process.execPath,
      [
        "--import",
        "./preload.mjs",
        "node_modules/@google/clasp/build/src/index.js",
        "push",
        "--force",
        "-A",
        "credentials.json",
      ],
      { cwd: folder, env: { ...process.env, HOME: folder } },
    );
    const puts = seen.filter(({ method }) => method === "PUT");
    expect(puts.map(({ url }) => url)).toEqual(["/v1/projects/made-up-script/content"]);
    const { files } = JSON.parse(puts[0]?.body ?? "{}") as {
      files: { name: string; type: string; source: string }[];
    };
    expect(files.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      "Code SERVER_JS",
      "appsscript JSON",
      "sidebar HTML",
    ]);
    const code = files.find(({ name }) => name === "Code");
    expect(code?.source).toBe(await readFile("apps-script/dist/Code.js", "utf8"));
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
