import { describe, expect, it } from "vitest";
import { refuseToDelete, takeBack } from "./life";
import { postingStates } from "./lists";

const now = new Date("2026-03-02T09:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const standing = (over: object = {}) => ({ state: "published" as const, publishAt: null, ...over });

describe("taking a posting back", () => {
  it("makes a draft of one in review, and of one that waits for its time", () => {
    expect(takeBack(standing({ state: "in_review" }), now)).toMatchObject({
      state: "draft",
      submittedAt: null,
    });
    expect(takeBack(standing({ publishAt: inHours(1) }), now)).toMatchObject({
      state: "draft",
      publishedAt: null,
    });
  });

  it.each([
    standing({ state: "draft" }),
    standing(),
    standing({ publishAt: now }),
    standing({ state: "closed", publishAt: inHours(1) }),
  ])("is refused for %j", (posting) => {
    expect(() => takeBack(posting, now)).toThrow(expect.objectContaining({ code: "conflict" }));
  });
});

it.each(postingStates)("deleting one that is %s is allowed for a draft alone", (state) => {
  const act = () => refuseToDelete(standing({ state }));
  if (state === "draft") expect(act).not.toThrow();
  else expect(act).toThrow(expect.objectContaining({ code: "conflict" }));
});
