import { describe, expect, it } from "vitest";
import {
  canExtend,
  extend,
  pause,
  reconfirm,
  refuseToClose,
  refuseToDelete,
  reopen,
  resume,
  schedule,
  takeBack,
} from "./life";
import { postingStates } from "./lists";

const now = new Date("2026-03-02T09:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const standing = (over: object = {}) => ({
  state: "published" as const,
  publishAt: null,
  pausedAt: null,
  publishedAt: inHours(-24 * 50),
  expiresAt: inHours(24 * 10),
  extendedAt: null,
  ...over,
});
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

const refusal = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field && { fields: [expect.objectContaining({ path: field })] }) });

describe("pausing and resuming", () => {
  it("hides what is published, and shows it again as confirmed", () => {
    expect(pause(standing(), now)).toEqual({ pausedAt: now });
    expect(resume(standing({ pausedAt: inHours(-9) }), now)).toEqual({ pausedAt: null, confirmedAt: now });
  });

  it.each([
    standing({ state: "draft" }),
    standing({ state: "in_review" }),
    standing({ state: "closed" }),
    standing({ expiresAt: now }),
  ])("is refused for %j", (posting) => {
    expect(() => pause(posting, now)).toThrow(refusal("conflict"));
    expect(() => resume({ ...posting, pausedAt: inHours(-9) }, now)).toThrow(refusal("conflict"));
  });

  it("is refused twice, and before the posting is public", () => {
    expect(() => pause(standing({ pausedAt: inHours(-1) }), now)).toThrow(/paused already/);
    expect(() => resume(standing(), now)).toThrow(/not paused/);
    expect(() => pause(standing({ publishAt: inHours(1) }), now)).toThrow(/not public yet/);
  });
});

describe("the time of publication", () => {
  it("is set for what is not approved yet, and taken away again", () => {
    for (const state of ["draft", "in_review"] as const) {
      expect(schedule(standing({ state }), inHours(3), now)).toEqual({ publishAt: inHours(3) });
      expect(schedule(standing({ state, publishAt: inHours(3) }), null, now)).toEqual({ publishAt: null });
    }
  });

  it("moves all dates of one that is approved", () => {
    const waits = standing({ publishAt: inHours(3) });
    expect(schedule(waits, inHours(24), now)).toEqual({
      publishAt: inHours(24),
      publishedAt: inHours(24),
      confirmedAt: inHours(24),
      expiresAt: inHours(24 * 61),
    });
    expect(schedule(waits, null, now)).toMatchObject({ publishAt: null, publishedAt: now });
  });

  it("is in the next 90 days", () => {
    const draft = standing({ state: "draft" });
    for (const moment of [now, inHours(-1), inHours(24 * 90 + 1)])
      expect(() => schedule(draft, moment, now)).toThrow(refusal("invalid", "publishAt"));
    expect(schedule(draft, inHours(24 * 90), now)).toEqual({ publishAt: inHours(24 * 90) });
  });

  it.each([standing(), standing({ publishAt: now }), standing({ state: "closed" })])(
    "cannot be changed of %j",
    (posting) => {
      expect(() => schedule(posting, inHours(1), now)).toThrow(refusal("conflict"));
    },
  );
});

describe("extending", () => {
  it("puts the end off to 90 days from publication, and the reminder is due again", () => {
    expect(canExtend(standing())).toBe(true);
    expect(extend(standing(), now)).toEqual({
      extendedAt: now,
      expiresAt: inHours(24 * 40),
      endToldAt: null,
    });
  });

  it.each([
    standing({ extendedAt: inHours(-1) }),
    standing({ expiresAt: inHours(24 * 40) }),
    standing({ expiresAt: now }),
    standing({ state: "closed" }),
    standing({ state: "draft", publishedAt: null, expiresAt: null }),
  ])("is refused for %j", (posting) => {
    expect(() => extend(posting, now)).toThrow(refusal("conflict"));
  });
});

describe("confirming", () => {
  it("counts from now on", () => expect(reconfirm(standing(), now)).toEqual({ confirmedAt: now }));

  it.each([
    standing({ state: "draft" }),
    standing({ state: "closed" }),
    standing({ expiresAt: now }),
    standing({ publishAt: inHours(1) }),
    standing({ pausedAt: inHours(-1) }),
  ])("is refused for %j", (posting) => {
    expect(() => reconfirm(posting, now)).toThrow(refusal("conflict"));
  });
});

describe("closing", () => {
  const closed = (minutes: number, over: object = {}) => ({
    state: "closed" as const,
    closedAt: inHours(-minutes / 60),
    closeToldAt: null,
    ...over,
  });

  it("is refused before the posting is public", () => {
    expect(() => refuseToClose(standing({ publishAt: inHours(1) }), now)).toThrow(refusal("conflict"));
    expect(() => refuseToClose(standing({ publishAt: now }), now)).not.toThrow();
  });

  it("can be undone for ten minutes", () => {
    const open = { state: "published", closeReason: null, closedAt: null, closeMessage: null };
    expect(reopen(closed(0), now)).toEqual(open);
    expect(reopen(closed(9.9), now)).toEqual(open);
  });

  it.each([
    closed(10),
    closed(5, { closeToldAt: now }),
    closed(5, { state: "published" }),
    closed(5, { state: "removed" }),
    closed(5, { closedAt: null }),
  ])("cannot be undone for %j", (posting) => {
    expect(() => reopen(posting, now)).toThrow(refusal("conflict"));
  });
});
