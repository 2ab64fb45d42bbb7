import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PostingForm } from "@/lib/postings/input";
import { ProfileForm } from "@/lib/profiles/input/profile";
import { readForm } from "./read";

function sent(entries: [name: string, value: string][]) {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("readForm", () => {
  it("gives the fields, and what was typed without secrets", () => {
    const form = readForm(
      sent([
        ["$ACTION_REF_1", ""],
        ["_form", "posting"],
        ["_version", '{"title":"x"}'],
        ["title", "a\r\nb"],
        ["workplaces", "remote"],
        ["workplaces", "hybrid"],
        ["code", "ABCD2345"],
      ]),
    );
    expect(form).toMatchObject({
      name: "posting",
      version: '{"title":"x"}',
      values: { title: "a\nb", workplaces: ["remote", "hybrid"] },
      unreadable: [],
    });
    expect([...(form?.fields.keys() ?? [])]).toEqual(["title", "workplaces", "workplaces", "code"]);
  });

  it("names a field whose text cannot be kept", () => {
    expect(readForm(sent([["title", "a\u0000b"]]))?.unreadable).toEqual(["title"]);
  });

  it.each([
    "workplaces[1001]",
    "workplaces[60000]",
    "skills[4294967294].name",
    "skills[0].a[99999]",
    "__proto__.x",
    "reality.__proto__",
    "constructor",
    "a.constructor.b",
    "skills[0].prototype",
    "skills[",
    "skills[].name",
    "..",
    "a..b",
    "",
    "x".repeat(201),
  ])("refuses a form with a field named %j", (name) => {
    expect(
      readForm(
        sent([
          ["title", "x"],
          [name, "x"],
        ]),
      ),
    ).toBeNull();
  });

  it.each([
    ["of many names", (i: number) => `f${i}`],
    ["of one name", () => "workplaces"],
  ])("refuses 1,001 entries %s, and takes 1,000", (_, name) => {
    const entries = (count: number) =>
      sent(Array.from({ length: count }, (__, i): [string, string] => [name(i), ""]));
    expect(readForm(entries(1_000))).not.toBeNull();
    expect(readForm(entries(1_001))).toBeNull();
  });

  it.each(["__state__", "__intent__"])(
    "drops %s, by which a form would give orders to its parser",
    (name) => {
      const form = readForm(
        sent([
          ["title", "x"],
          [name, '{"type":"update","payload":{"name":"__proto__.x"}}'],
        ]),
      );
      expect([...(form?.fields.keys() ?? [])]).toEqual(["title"]);
    },
  );

  it("lets nothing through that the parser would break on", () => {
    const part = fc.constantFrom(
      "skills",
      "places",
      "title",
      "reality",
      "responsibilities",
      "toString",
      "a-b",
    );
    const tail = fc.constantFrom("[0]", "[3]", ".name", ".toString", "");
    const name = fc.tuple(part, tail, tail, tail).map((parts) => parts.join(""));
    const any = fc.oneof(name, fc.string({ maxLength: 12 }));
    const entries = fc.array(fc.tuple(any, fc.constantFrom("", "x", "1")), { maxLength: 8 });
    fc.assert(
      fc.property(entries, (given) => {
        const form = readForm(sent(given));
        if (form) for (const schema of [PostingForm, ProfileForm]) parseWithZod(form.fields, { schema });
      }),
      { numRuns: 500 },
    );
  });
});
