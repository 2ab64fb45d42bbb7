import { describe, expect, it } from "vitest";
import { formRecord, isChangedElsewhere, mergeChanges, refuseIfChanged } from "./changes";
import type { FormValues } from "./state";

const opened: FormValues = {
  title: "Backend Developer",
  description: "",
  "skills[0].name": "Go",
  "skills[0].must": "must",
  "skills[1].name": "",
  "skills[1].must": "must",
  workplaces: ["remote", "hybrid"],
  blind: "on",
};
const { version } = formRecord(opened);

describe("refuseIfChanged", () => {
  const refusalOf = (saved: FormValues, from: string | undefined = version) => {
    try {
      refuseIfChanged(from, saved);
      return null;
    } catch (error) {
      return error;
    }
  };

  it.each<[string, FormValues]>([
    ["the same", opened],
    ["the same in another order", { ...opened, workplaces: ["hybrid", "remote"] }],
    ["less than the form", { title: "Backend Developer" }],
  ])("lets %s pass", (_, saved) => expect(refusalOf(saved)).toBeNull());

  it.each<[string, FormValues]>([
    ["another text", { ...opened, title: "Backend Engineer" }],
    ["a text where there was none", { ...opened, description: "Ledger" }],
    ["no text where there was one", { ...opened, title: "" }],
    ["a line more", { ...opened, "skills[1].name": "Kafka" }],
    ["a choice less", { ...opened, workplaces: ["remote"] }],
    ["a box unticked", { ...opened, blind: "" }],
  ])("refuses %s with what is saved now", (_, saved) => {
    expect(refusalOf(saved)).toMatchObject({ code: "conflict", saved });
  });

  it("compares nothing for a save that does not say where it began, and refuses a version that is none", () => {
    refuseIfChanged(undefined, { title: "Another" });
    for (const broken of ["", "x", "[]", "null", '{"title":1}', '{"__proto__":{}}'])
      expect(refusalOf(opened, broken)).toMatchObject({ code: "conflict" });
  });

  it("is known by its shape", () => {
    expect(isChangedElsewhere(refusalOf({ title: "Another" }) as never)).toBe(true);
  });
});

describe("mergeChanges", () => {
  it("takes what only they changed, keeps what was typed, and says which is which", () => {
    const saved = { ...opened, description: "Ledger", title: "Backend Engineer", "skills[0].name": "Rust" };
    const typed = { ...opened, title: "Backend Lead", workplaces: ["remote"], "skills[1].name": "Kafka" };
    const merged = mergeChanges(version, saved, typed);
    expect(merged.values).toEqual({ ...typed, description: "Ledger" });
    expect(merged.fieldErrors).toEqual({
      title: [expect.stringContaining("“Backend Engineer”")],
      description: ["This was changed elsewhere, and you see the new version."],
      "skills[0].name": [expect.stringContaining("Rust")],
    });
    // Saved again, it begins from what is saved now.
    refuseIfChanged(merged.version, saved);
  });

  it("says nothing of a change that both made", () => {
    const both = { ...opened, title: "Backend Lead" };
    expect(mergeChanges(version, both, both)).toMatchObject({ values: both, fieldErrors: {} });
  });

  it("drops lines that only they took out", () => {
    const saved: FormValues = { title: "Backend Developer", "skills[0].name": "", "skills[0].must": "must" };
    expect(mergeChanges(version, saved, opened).values).toMatchObject({ "skills[0].name": "" });
    expect(mergeChanges(version, saved, opened).values).not.toHaveProperty(["skills[1].name"]);
  });
});
