import { describe, expect, it, test } from "vitest";
import { daysBefore } from "@/lib/days";
import { DomainError, type FieldFault } from "@/lib/errors";
import { type PostingState, postingStates } from "./lists";
import {
  close,
  goLive,
  missingToPublish,
  type Publishable,
  postingSlug,
  publish,
  remove,
  restore,
  sendBack,
  submit,
} from "./rules";

const now = new Date("2026-03-01T12:00:00.000Z");
const whole: Publishable = {
  title: "Backend engineer",
  description: "x".repeat(80),
  salaryMinMinor: 6_000_000,
  workplace: "remote",
  employment: "permanent",
  hiringCountries: ["DE"],
  places: [],
};
const except = (...allowed: PostingState[]) => postingStates.filter((state) => !allowed.includes(state));

/** The refusal that it ends in: its code, the paths that it names, and its message. */
function refusal(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, paths: pathsOf(error.fields), message: error.message };
  }
  throw new Error("It was not refused.");
}
const pathsOf = (faults: readonly FieldFault[]) => faults.map(({ path }) => path);

describe("what publishing asks of a posting", () => {
  const place = { country: "FR" };
  const cases: [string, Partial<Publishable>, string[]][] = [
    ["nothing more of one that is whole", {}, []],
    ["a title", { title: "" }, ["title"]],
    ["a title that is not blank", { title: " \n\t" }, ["title"]],
    ["a description", { description: "" }, ["description"]],
    ["80 characters of description", { description: "x".repeat(79) }, ["description"]],
    ["80 characters without the blanks around", { description: ` ${"x".repeat(79)}\n` }, ["description"]],
    ["pay", { salaryMinMinor: null }, ["salaryMin"]],
    ["an employment", { employment: null }, ["employment"]],
    ["a workplace, and no place before it is known", { workplace: null }, ["workplace"]],
    ["countries of a remote one", { hiringCountries: [] }, ["hiringCountries"]],
    [
      "countries of a remote one, also with a place",
      { hiringCountries: [], places: [place] },
      ["hiringCountries"],
    ],
    ["a place of a hybrid one", { workplace: "hybrid" }, ["places[0].country"]],
    ["a place of one on site", { workplace: "onsite" }, ["places[0].country"]],
    ["no countries of a hybrid one", { workplace: "hybrid", hiringCountries: [], places: [place] }, []],
    ["no countries of one on site", { workplace: "onsite", hiringCountries: [], places: [place] }, []],
    [
      "everything at once of an empty one",
      {
        title: "",
        description: "",
        salaryMinMinor: null,
        workplace: null,
        employment: null,
        hiringCountries: [],
      },
      ["title", "description", "salaryMin", "employment", "workplace"],
    ],
  ];
  test.each(cases)("%s", (_, part, paths) => {
    const missing = missingToPublish({ ...whole, ...part });
    expect(pathsOf(missing)).toEqual(paths);
    for (const { message } of missing) expect(message).toMatch(/^\p{Lu}.{15,}\.$/u);
  });
});

describe("submitting", () => {
  it("puts a whole draft into review, from now", () => {
    expect(submit({ ...whole, state: "draft" }, now)).toEqual({ state: "in_review", submittedAt: now });
  });
  test.each(except("draft"))("is refused of one that is %s, whatever is missing", (state) => {
    expect(refusal(() => submit({ ...whole, title: "", state }, now))).toMatchObject({
      code: "conflict",
      paths: [],
    });
  });
  it("is refused at each field that is missing, and at each that is doubted", () => {
    const doubt = { path: "salaryMax", message: "Is this pay right?" };
    const given = { ...whole, title: "", employment: null, state: "draft" as const };
    const refused = refusal(() => submit(given, now, [doubt]));
    expect(refused).toMatchObject({ code: "invalid", paths: ["title", "employment", "salaryMax"] });
    expect(refused.message.endsWith("Is this pay right?")).toBe(true);
    expect(refusal(() => submit({ ...whole, state: "draft" }, now, [doubt]))).toEqual({
      code: "invalid",
      paths: ["salaryMax"],
      message: doubt.message,
    });
  });
});

describe("publishing", () => {
  const live = {
    state: "published",
    publishedAt: now,
    confirmedAt: now,
    expiresAt: new Date("2026-04-30T12:00:00.000Z"),
  };
  const publishAt = null;
  it.each([null, now, new Date("2026-02-28T12:00:00.000Z")])(
    "puts one in review whose time is %s live for sixty days, confirmed",
    (publishAt) => {
      expect(publish({ ...whole, state: "in_review", publishAt }, now)).toEqual({ ...live, publishAt: null });
      expect(goLive(now)).toEqual(live);
    },
  );
  it("counts the days of one that waits for a later time from that time on", () => {
    const publishAt = new Date("2026-03-05T08:00:00.000Z");
    expect(publish({ ...whole, state: "in_review", publishAt }, now)).toEqual({
      state: "published",
      publishAt,
      publishedAt: publishAt,
      confirmedAt: publishAt,
      expiresAt: new Date("2026-05-04T08:00:00.000Z"),
    });
  });
  test.each(except("in_review"))("is refused of one that is %s", (state) => {
    expect(refusal(() => publish({ ...whole, title: "", state, publishAt }, now))).toMatchObject({
      code: "conflict",
      paths: [],
    });
  });
  it("is refused at each field that is missing", () => {
    expect(
      refusal(() =>
        publish({ ...whole, salaryMinMinor: null, hiringCountries: [], state: "in_review", publishAt }, now),
      ),
    ).toMatchObject({ code: "invalid", paths: ["salaryMin", "hiringCountries"] });
  });
});

describe("sending back", () => {
  it("makes one in review a draft that was never submitted", () => {
    expect(sendBack({ state: "in_review" })).toEqual({ state: "draft", submittedAt: null });
  });
  test.each(except("in_review"))("is refused of one that is %s", (state) => {
    expect(refusal(() => sendBack({ state }))).toMatchObject({ code: "conflict", paths: [] });
  });
});

describe("closing", () => {
  test.each(["filled", "withdrawn"] as const)("ends a published one as %s", (reason) => {
    expect(close({ state: "published" }, reason, now)).toEqual({
      state: "closed",
      closeReason: reason,
      closedAt: now,
    });
  });
  test.each(except("published"))("is refused of one that is %s", (state) => {
    expect(refusal(() => close({ state }, "filled", now))).toMatchObject({ code: "conflict", paths: [] });
  });
});

describe("removing", () => {
  test.each(["published", "in_review"] as const)(
    "takes down one that is %s, for the reason given",
    (state) => {
      expect(remove({ state }, "It is a fraud.")).toEqual({
        state: "removed",
        removeReason: "It is a fraud.",
      });
    },
  );
  test.each(except("published", "in_review"))("is refused of one that is %s", (state) => {
    expect(refusal(() => remove({ state }, "It is a fraud."))).toMatchObject({ code: "conflict", paths: [] });
  });
});

describe("undoing a removal", () => {
  const ago = (days: number) => daysBefore(now, days);
  it.each([
    ["gives back the days that were lost", { published: 20, lifeLeft: 40, removed: 5 }, 45],
    ["gives back no more than makes 90 days", { published: 80, lifeLeft: 8, removed: 30 }, 10],
    ["shortens no life that is longer", { published: 80, lifeLeft: 40, removed: 30 }, 40],
    ["leaves one that was over before", { published: 70, lifeLeft: -10, removed: 5 }, -10],
  ])("%s", (_, { published, lifeLeft, removed }, left) => {
    const posting = { state: "removed" as const, publishedAt: ago(published), expiresAt: ago(-lifeLeft) };
    expect(restore(posting, { removedAt: ago(removed), now })).toEqual({
      state: "published",
      removeReason: null,
      frozenAt: null,
      confirmedAt: now,
      expiresAt: ago(-left),
    });
  });
  it("puts one that was never public back in review", () => {
    const posting = { state: "removed" as const, publishedAt: null, expiresAt: null };
    expect(restore(posting, { removedAt: ago(1), now })).toEqual({
      state: "in_review",
      removeReason: null,
      submittedAt: now,
    });
  });
  test.each(except("removed"))("is refused of one that is %s", (state) => {
    const posting = { state, publishedAt: ago(2), expiresAt: ago(-2) };
    expect(refusal(() => restore(posting, { removedAt: ago(1), now }))).toMatchObject({ code: "conflict" });
  });
});

test.each([
  ["Senior Go engineer", "Ørsted", "senior-go-engineer-at-orsted-456789ab"],
  ["  ", "Acme", "posting-at-acme-456789ab"],
  ["C++ / C#", "C++ Corp", /^[a-z0-9]+(-[a-z0-9]+)*-456789ab$/],
  ["バックエンド", "株式会社", /^[a-z0-9]+(-[a-z0-9]+)*-456789ab$/],
])("the address of “%s” at “%s” is %s", (title, company, slug) => {
  const made = postingSlug(title, company, "0123ab45-6789-4abc-8def-0123456789ab");
  if (typeof slug === "string") expect(made).toBe(slug);
  else expect(made).toMatch(slug);
});
