import { expect, it } from "vitest";
import { sidebarPage } from "../../apps-script/bundle.mjs";
import { launchPacked } from "./browser.ts";

it("the browser that npm installs shows the built sidebar, where no other is there", async () => {
  const browser = await launchPacked();
  try {
    const page = await browser.newPage({ viewport: { width: 300, height: 600 } });
    await page.setContent(await sidebarPage());
    expect(await page.textContent("h1")).toBe("Pipecast");
  } finally {
    await browser.close();
  }
});
