import { describe, expect, test } from "vitest";
import { only, postings, results } from "../testing";

describe("CSV", () => {
  test.each([",", ";", "\t", "|"])("separated by %j, with quotes and line ends in them", async (sign) => {
    const csv = [
      ["Job ID", "Job Title", "Company", "Location", "Salary", "Employment Type", "Description"],
      [
        "1",
        "Engineer",
        "Larkspur",
        `"Porto${sign} Portugal"`,
        "€ 50 000 per year",
        "Full-time",
        '"Say ""hi""\nand more"',
      ],
    ]
      .map((row) => row.join(sign))
      .join("\n");
    const posting = await only(csv, "jobs.csv");
    expect(posting).toMatchObject({
      externalId: "1",
      title: "Engineer",
      companyName: "Larkspur",
      salary: { minMinor: 5_000_000, maxMinor: 5_000_000, currency: "EUR", period: "year" },
      employment: ["full-time"],
      description: 'Say "hi"\nand more',
    });
  });

  test("a row without a title is refused by its line, the others are read", async () => {
    const read = await results("title,company\nA,B\n,C\nD,E\n", "jobs.csv");
    expect(read.map((result) => [result.at, result.ok])).toEqual([
      ["jobs.csv, line 2", true],
      ["jobs.csv, line 3", false],
      ["jobs.csv, line 4", true],
    ]);
  });

  test("columns of pay and country", async () => {
    const csv = "title,country,salary_min,salary_max,currency,period\nA,Portugal,1000,2000,EUR,month\n";
    expect(await only(csv)).toMatchObject({
      places: [{ city: null, country: "PT" }],
      salary: { minMinor: 100_000, maxMinor: 200_000, currency: "EUR", period: "month" },
    });
  });

  test.each(["^", ":", "~", "\x1f"])("separated by %j", async (sign) => {
    const csv = [["id", "title", "company"].join(sign), ["1", "A", "B"].join(sign)].join("\n");
    expect(await only(csv)).toMatchObject({ externalId: "1", title: "A", companyName: "B" });
  });

  test("a spreadsheet's own first line says nothing", async () => {
    expect(await only("sep=;\ntitle;company\nA;B\n")).toMatchObject({ title: "A", companyName: "B" });
  });

  test("marks that were not doubled are text", async () => {
    const csv = 'title,company\n"The "big" one",B\n"Lead" engineer,C\nSize 5" disk,D\n';
    expect((await postings(csv, "jobs.csv")).map(({ title }) => title)).toEqual([
      'The "big" one',
      '"Lead" engineer',
      'Size 5" disk',
    ]);
  });

  test("a mark that is never closed spoils its own row alone", async () => {
    const read = await results('title,company\nA,B\n"C,D\nE,F\nG,H\n', "jobs.csv");
    expect(read.map((one) => [one.at, one.ok || one.reason])).toEqual([
      ["jobs.csv, line 2", true],
      ["jobs.csv, line 3", "its quotation mark is not closed"],
      ["jobs.csv, line 4", true],
      ["jobs.csv, line 5", true],
    ]);
  });

  test("a file that was cut off within a text keeps what came before", async () => {
    const read = await results(
      'title,company,text\nA,B,C\nD,E,"A long text, with\nmore lines, and',
      "jobs.csv",
    );
    expect(read.map((one) => [one.at, one.ok || one.reason])).toEqual([
      ["jobs.csv, line 2", true],
      ["jobs.csv, line 3", "the file ends in the middle of it"],
    ]);
  });

  test.each([
    ["in one line", "x".repeat(1_100_000)],
    ["in many", `"${"x, y\n".repeat(250_000)}"`],
  ])("a row of more than 1 MB is refused, %s, and the next one read", async (_, text) => {
    const read = await results(`title,text,company\nA,B,C\nD,${text},E\nF,G,H\n`, "jobs.csv");
    expect(read.map((one) => [one.at.split(",")[1], one.ok || one.reason])).toEqual([
      [" line 2", true],
      [" line 3", "it is larger than 1 MB"],
      [expect.any(String), true],
    ]);
  });
});
