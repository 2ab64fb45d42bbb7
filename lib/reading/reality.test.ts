import { expect, it } from "vitest";
import { readReality } from "./reality";

/** "onCall 6 paid", "teamSize 6" for all that a text states. */
const said = (text: string) =>
  Object.entries(readReality(text))
    .flatMap(([fact, found]) => {
      if (!found) return [];
      const { start, end, ...values } = found;
      expect(text.slice(start, end).trim()).not.toBe("");
      const words = Object.values(values as Record<string, unknown>).map((value) =>
        value === true ? "paid" : value === false ? "unpaid" : value,
      );
      return [[fact, ...words.filter((word) => word !== null || fact === "onCall")].join(" ").trim()];
    })
    .join(", ");

it.each([
  ["There is no on-call duty here.", "onCall  "],
  ["On-call: none", "onCall  "],
  ["You are on call one week in seven, which is compensated.", "onCall 7 paid"],
  ["On-call every other week.", "onCall 2 "],
  ["Every fifth week you are on call (unpaid).", "onCall 5 unpaid"],
  ["An on-call rotation of 9 engineers.", "onCall 9 "],
  ["We share an on-call rotation.", ""],
  ["No on-call experience is needed.", ""],
  ["We ask for no take-home task.", "takeHome 0"],
  ["A paid take-home of 3 to 4 hours", "takeHome 4 paid"],
  ["Then a 90-minute coding challenge.", "takeHome 2"],
  ["Then a 10-minute coding challenge.", ""],
  ["A take-home exercise -> a paid day of 6 hours", ""],
  ["We deploy 12 times a day.", "deploysPerWeek 60"],
  ["We release 2 times per week.", "deploysPerWeek 2"],
  ["We ship to production every day.", "deploysPerWeek 5"],
  ["We deploy often. One-on-ones are weekly.", ""],
  ["It answers 12k requests per second.", "requestsPerSecond over-10000"],
  ["At 3,500 rps", "requestsPerSecond 1000-10000"],
  ["About 30,000 requests a minute", "requestsPerSecond 100-1000"],
  ["It costs $4k. Requests per second grow.", ""],
  ["A four-stage interview", "interviewStages 4"],
  ["Our hiring process has three steps.", "interviewStages 3"],
  ["Process: a call -> a task -> the team -> offer", "interviewStages 3"],
  ["Interviews take 5 hours in total.", "interviewHours 5"],
  ["You join a team of eight.", "teamSize 8"],
  ["We are a 7-person backend team.", "teamSize 7"],
  ["A team of 11 nationalities, a team of 20 years", ""],
  ["We are a company of 300.", ""],
])("%j states %j", (text, expected) => {
  expect(said(text)).toBe(expected.trim());
});

it("a hostile text takes no time", () => {
  for (const part of [
    "on call ",
    "deploy ",
    "team of ",
    "process: a -> ",
    "1 requests ",
    "take-home 1-",
    "no ",
  ]) {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    const before = process.cpuUsage();
    readReality(text);
    expect(process.cpuUsage(before).user / 1_000, part).toBeLessThan(1_500);
  }
});
