import { expect, test } from "vitest";
import { childOf, parseXml } from "../../../cli/xlsx/xml-tree.ts";

const LONG = "x".repeat(2_000_000);

test("an element is found where it stands in the text, whatever its prefix", () => {
  const { text, root } = parseXml(
    "part.xml",
    Buffer.from('<x:a one="1>2"><!-- <b/> --><x:b>text</x:b></x:a>'),
  );
  const child = childOf(root, "b");
  expect([root.prefix, root.attributes.get("one")]).toEqual(["x:", "1>2"]);
  expect(child && text.slice(child.start, child.end)).toBe("<x:b>text</x:b>");
});

test.each([
  ["a name that never ends", `<a><${LONG}`],
  ["names of many parts", `<a><${"x:".repeat(100_000)}>`],
  ["attributes that never end", `<a><b ${LONG}="`],
  ["quotes without end", `<a><b ${'c="'.repeat(100_001)}`],
  ["comments without end", "<a><!--".repeat(50_000)],
])("%s are refused at once", (_, xml) => {
  expect(() => parseXml("part.xml", Buffer.from(xml))).toThrow("part part.xml");
});

test("a tag longer than any is refused", () => {
  const xml = `<a><b c="${"x".repeat(20_000_000)}"/></a>`;
  expect(() => parseXml("part.xml", Buffer.from(xml))).toThrow("part part.xml");
});
