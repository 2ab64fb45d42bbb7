import { describe, expect, it } from "vitest";
import { dateFrom, isDate, isDuration, monthsOf, periodIn, yearsOf } from "./dates";

const now = new Date("2026-03-15T12:00:00Z");

describe("a period in a cell", () => {
  it.each([
    ["June 2023 – present", "2023-06", null],
    ["January 2020 - Present (4 years 2 months)", "2020-01", null],
    ["Sept 2018 — May 2023", "2018-09", "2023-05"],
    ["03/2018 - 12/2020", "2018-03", "2020-12"],
    ["2018-03 to 2020-12", "2018-03", "2020-12"],
    ["2018 – 2020", "2018", "2020"],
    ["2019–2019", "2019", "2019"],
    ["Jun '18 – Aug '19", "2018-06", "2019-08"],
    ["May – Aug 2021", "2021-05", "2021-08"],
    ["1 May 2021 – 31 Aug 2021", "2021-05", "2021-08"],
    ["May 1, 2021 – August 31st, 2021", "2021-05", "2021-08"],
    ["since 2021", "2021", null],
    ["Oct 2021 –", "2021-10", null],
    ["Fall 2019 – Spring 2020", "2019", "2020"],
    ["Engineer, Acme (2018 - 2020)", "2018", "2020"],
    ["Engineer at Acme, 03/2018 – now", "2018-03", null],
    ["2021 – Present: Engineer, Acme", "2021", null],
    ["Master of Science, Informatics · (2013 - 2016)", "2013", "2016"],
    ["Jan 2021", null, "2021-01"],
    ["Expected May 2027", null, "2027-05"],
    ["Class of 2018", null, "2018"],
    ["High School Diploma, 2012", null, "2012"],
    ["04/09/2018 – 05/10/2019", "2018", "2019"],
    ["Q3 2013 – Q4 2014", "2013-07", "2014-12"],
    ["H1 2019 – 2Q 2020", "2019-01", "2020-06"],
    ["mid 2013 – late 2014", "2013", "2014"],
    ["2011 till date", "2011", null],
    ["seit 03/2019", "2019-03", null],
    ["Januar 2016 – Februar 2019", "2016-01", "2019-02"],
    ["01.2016 bis heute", "2016-01", null],
    ["mars 2019 – aujourd’hui", "2019-03", null],
    ["depuis août 2020", "2020-08", null],
    ["enero de 2019 – actualidad", "2019-01", null],
    ["fevereiro de 2019 até hoje", "2019-02", null],
    ["dal 2017 al 2019", "2017", "2019"],
    ["mei 2018 tot heden", "2018-05", null],
    ["marzec 2018 – obecnie", "2018-03", null],
    ["juni 2018 – pågående", "2018-06", null],
    ["Wintersemester 2013 – Sommer 2014", null, null],
    ["2015–16", "2015", "2016"],
    ["Acme, 03/18 – 12/20", "2018-03", "2020-12"],
    ["Sep-2018 to Dec-2020", "2018-09", "2020-12"],
    ["01.03.2018 – 31.12.2020", "2018-03", "2020-12"],
    ["3/31/2018 – 12/31/2020", "2018-03", "2020-12"],
    ["Acme, from March 2018 to December 2020", "2018-03", "2020-12"],
    ["De mars 2019 à aujourd’hui : Développeuse", "2019-03", null],
    ["2019 – حتى الآن", "2019", null],
  ])("%s", (text, started, ended) => {
    expect(periodIn(text)).toMatchObject({ started, ended });
  });

  it.each([
    "Cut costs by 2019 dollars",
    "ICML 2022 main conference paper, cited 340+ times within two years",
    "10.1234/neurips.2023.1234",
    "Scaled from 3 to 28",
    "1800 – 1850",
    "Closed 10/12 of the tickets",
    "+49 30 2018 2020",
    "",
  ])("is none in %j", (text) => expect(periodIn(text)).toBeNull());

  it.each(["Aug 2022 – May 2022", "2020 – 2018", "Dec – Mar 2020"])("%s ends before it begins", (text) =>
    expect(periodIn(text)).toMatchObject({ started: null, ended: null, start: 0 }),
  );

  it("has its place, signs and brackets around it left out and kept", () => {
    const text = "Engineer at Acme (2018 – 2020)";
    const { start, end } = periodIn(text) as { start: number; end: number };
    expect(text.slice(start, end)).toBe("(2018 – 2020)");
  });

  it("tells dates from lengths of time", () => {
    expect(["2018 – 2020", "May 2021", "(2020)"].every(isDate)).toBe(true);
    expect(["4 years 2 months", "11 mos", "1 yr", "less than a year"].every(isDuration)).toBe(true);
    expect(isDate("Go developer") || isDuration("2018") || isDate("2018 was a good year")).toBe(false);
  });

  it("is found in time, whatever stands there", () => {
    const began = performance.now();
    for (const text of ["Jan ".repeat(60), "2018-".repeat(60), "(((".repeat(60), "1 ".repeat(99)])
      periodIn(text);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("months", () => {
  const monthsIn = (started: string | null, ended: string | null) => {
    const months = monthsOf({ started, ended }, now);
    return months && months.until - months.from;
  };
  it.each([
    ["the month that ends it counts whole", "2022-05", "2022-08", 4],
    ["one month", "2022-05", "2022-05", 1],
    ["years alone, from January to January", "2018", "2020", 24],
    ["one year alone", "2019", "2019", 12],
    ["a year and a month", "2018", "2018-03", 3],
    ["a month and a year", "2017-11", "2019", 14],
    ["a month in the year that ends it", "2019-11", "2019", 1],
    ["days: the first of a month ends it before", "2013-12-01", "2014-12-01", 12],
    ["days: any other is in it", "2013-12-01", "2014-12-31", 13],
    ["what goes on reaches to the end of this month", "2026-01", null, 3],
    ["what ends ahead too", "2026-01", "2027-01", 3],
    ["what begins ahead counts nothing", "2026-04", null, null],
    ["nor what has no beginning", null, "2020", null],
  ])("%s", (_, started, ended, months) => expect(monthsIn(started, ended)).toBe(months));
});

describe("years of work", () => {
  const p = (started: string, ended: string | null) => ({ started, ended });
  it.each([
    ["one after the other", [p("2020-01", "2020-12"), p("2021-01", "2021-12")], 2],
    ["in either order", [p("2021-01", "2021-12"), p("2020-01", "2020-12")], 2],
    ["side by side counts once", [p("2020-01", "2021-12"), p("2021-01", "2021-12")], 2],
    ["one within another", [p("2018-01", "2021-12"), p("2019-03", "2019-06")], 4],
    ["overlapping in part", [p("2018-01", "2019-06"), p("2019-01", "2020-06")], 2.5],
    ["the same month ends one and begins the next", [p("2018-01", "2018-06"), p("2018-06", "2018-12")], 1],
    ["gaps are left out", [p("2010-01", "2010-12"), p("2020-01", "2020-12")], 2],
    ["two that go on", [p("2025-04", null), p("2024-04", null)], 2],
    ["tenths, rounded down", [p("2020-01", "2020-07")], 0.5],
  ])("%s", (_, periods, years) => expect(yearsOf(periods, now)).toBe(years));

  it("are not known where no job has a beginning", () => {
    expect(yearsOf([], now)).toBeNull();
    expect(yearsOf([{ started: null, ended: "2020" }], now)).toBeNull();
  });
});

it.each([
  ["2018-10-01T00:00:00.000Z", "2018-10-01"],
  ["2018-10-01T09:30:00+02:00", "2018-10-01"],
  ["2018-02-30", "2018-02"],
  ["Sep-2018", "2018-09"],
  ["2018-13", null],
])("the date %j", (text, date) => expect(dateFrom(text)).toBe(date));
