import { expect, it } from "vitest";
import { type PayPeriod, periodIn } from "./periods";

it.each<[string, PayPeriod["period"], number]>([
  ["year", "year", 1],
  ["YEAR", "year", 1],
  ["per year", "year", 1],
  ["1 YEAR", "year", 1],
  ["annual", "year", 1],
  ["yearly", "year", 1],
  ["p.a.", "year", 1],
  ["per-year-salary", "year", 1],
  ["ANN", "year", 1],
  ["pro Jahr", "year", 1],
  ["par an", "year", 1],
  ["MONTH", "month", 1],
  ["monthly", "month", 1],
  ["MON", "month", 1],
  ["Monat", "month", 1],
  ["mensuel", "month", 1],
  ["miesiąc", "month", 1],
  ["per week", "week", 1],
  ["DAY", "day", 1],
  ["Tagessatz", "day", 1],
  ["an hour", "hour", 1],
  ["per-hour-wage", "hour", 1],
  ["HOURLY", "hour", 1],
  ["h", "hour", 1],
  ["bi-weekly", "year", 26],
  ["BIWEEKLY", "year", 26],
  ["fortnightly", "year", 26],
  ["every two weeks", "year", 26],
  ["2 WEEK", "year", 26],
  ["semi-month-salary", "year", 24],
  ["twice a month", "year", 24],
  ["0.5 MONTH", "year", 24],
  ["quarterly", "year", 4],
  ["3 MONTH", "year", 4],
])("%j is pay by the %s, %d times", (field, period, times) =>
  expect(periodIn(field)).toEqual({ period, times }),
);

it.each(["bimonthly", "bi-month", "per shift", "one-time", "season", "soon", "0 MONTH", "month or year"])(
  "%j is a period that is none of ours",
  (field) => expect(periodIn(field)).toBe("unknown"),
);

it("nothing is no period", () => expect(periodIn(" ")).toBeNull());
