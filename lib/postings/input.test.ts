import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { PostingForm } from "./input";
import { payDoubts, payOfForm } from "./pay";

/** The form as a browser sends it. */
function sent(fields: Record<string, string>) {
  const data = new FormData();
  const all = { title: "Backend Developer", salaryCurrency: "EUR", salaryPeriod: "year", ...fields };
  for (const [name, value] of Object.entries(all)) data.append(name, value);
  return parseWithZod(data, { schema: PostingForm });
}
const faultsIn = (fields: Record<string, string>) => {
  const form = sent(fields);
  return form.status === "success" ? {} : (form.error ?? {});
};
const payIn = (fields: Record<string, string>) => {
  const form = sent(fields);
  return form.status === "success" ? payOfForm(form.value) : form.error;
};

describe("the pay fields of a posting's form", () => {
  it.each([
    ["72.000", "91.000"],
    ["72,000", "91,000"],
    ["72 000", "91 000"],
    ["72'000", "91'000"],
    ["72k", "91k"],
    ["72", "91k"],
    ["€72000", "€91000"],
    ["72-91k", ""],
  ])("%j to %j is 72,000 to 91,000", (salaryMin, salaryMax) =>
    expect(payIn({ salaryMin, salaryMax })).toEqual({
      min: 72_000,
      max: 91_000,
      currency: "EUR",
      period: "year",
    }),
  );

  it("cents are kept where pay is by the hour", () =>
    expect(payIn({ salaryMin: "43,50", salaryMax: "51.250", salaryPeriod: "hour" })).toEqual({
      min: 43.5,
      max: 51.25,
      currency: "EUR",
      period: "hour",
    }));

  it("a sign says the currency where none is chosen", () =>
    expect(payIn({ salaryMin: "€72k", salaryMax: "91k", salaryCurrency: "" })).toMatchObject({
      currency: "EUR",
    }));

  it.each<[Record<string, string>, string, RegExp]>([
    [{ salaryMin: "a lot", salaryMax: "91k" }, "salaryMin", /Enter an amount/],
    [{ salaryMin: "7,20,00", salaryMax: "91k" }, "salaryMin", /more than one way/],
    [{ salaryMin: "$72k", salaryMax: "91k" }, "salaryMin", /in USD, but the currency is set to EUR/],
    [{ salaryMin: "72k", salaryMax: "£91k" }, "salaryMax", /in GBP/],
    [{ salaryMin: "72k", salaryMax: "" }, "salaryMax", /both ends/],
    [{ salaryMin: "", salaryMax: "91k" }, "salaryMin", /both ends/],
    [{ salaryMin: "91k", salaryMax: "72k" }, "salaryMax", /lower end/],
    [{ salaryMin: "72-91k", salaryMax: "91k" }, "salaryMin", /range/],
    [{ salaryMin: "72k", salaryMax: "91k", salaryCurrency: "" }, "salaryCurrency", /Choose the currency/],
    [{ salaryMin: "0", salaryMax: "91k" }, "salaryMin", /more than 0/],
  ])("%j is a fault at %s", (fields, field, message) => {
    const faults = faultsIn(fields);
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]?.join(" ")).toMatch(message);
  });
});

describe("pay that nobody earns", () => {
  const odd = { salaryMin: "72", salaryMax: "91" };
  const doubts = (fields: Record<string, string>) => {
    const submission = sent(fields);
    if (submission.status !== "success") throw new Error(JSON.stringify(submission));
    return payDoubts(submission.value);
  };
  const tick = { path: "payConfirmed", message: "Correct the pay, or tick the box if it is right." };

  it("is asked about", () =>
    expect(doubts(odd)).toEqual([
      { path: "salaryMin", message: "€72–91 a year? Did you mean €72,000–91,000?" },
      tick,
    ]));
  it("is asked about at its upper end where that is too high", () =>
    expect(doubts({ salaryMin: "72k", salaryMax: "91k", salaryPeriod: "hour" })).toEqual([
      { path: "salaryMax", message: "€72,000–91,000 an hour? Did you mean €72,000–91,000 a year?" },
      tick,
    ]));
  it("is taken once it is confirmed", () => expect(doubts({ ...odd, payConfirmed: "on" })).toEqual([]));
  it("usual pay is not asked about", () =>
    expect(doubts({ salaryMin: "72k", salaryMax: "91k" })).toEqual([]));
});
