import { describe, expect, test } from "vitest";
import { only, results } from "../testing";

describe("RSS", () => {
  const feed = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title>${items}</channel></rss>`;

  test.each([
    ["Engineer, Core — Larkspur GmbH", "Engineer, Core", "Larkspur GmbH"],
    ["Engineer at Larkspur", "Engineer", "Larkspur"],
    ["Engineer @ Larkspur [€60k - €80k]", "Engineer", "Larkspur"],
    ["Engineer @ Larkspur (Berlin)", "Engineer", "Larkspur"],
    ["Engineer @ Larkspur [€60k - €80k] (Remote, EU)", "Engineer", "Larkspur"],
    ["Larkspur: Engineer", "Engineer", "Larkspur"],
    ["Engineer", "Engineer", null],
    // A team, a place or a kind of work is no employer, and nothing says that a name is one.
    ["Engineer – Fulfilment", "Engineer – Fulfilment", null],
    ["Engineer: Checkout", "Engineer: Checkout", null],
    ["Remote: Engineer", "Remote: Engineer", null],
    ["Engineer (Remote) – Europe", "Engineer (Remote) – Europe", null],
    ["Engineer at Berlin", "Engineer at Berlin", null],
  ])("the title %j", async (title, expected, company) => {
    const xml = feed(
      `<item><title>${title}</title><guid isPermaLink="false">job:7</guid><link>https://a.example/7</link><pubDate>Sat, 26 Sep 2026 10:36:03 GMT</pubDate><description><![CDATA[<p>Go</p>]]></description></item>`,
    );
    expect(await only(xml, "feed.xml")).toMatchObject({
      externalId: "job:7",
      title: expected,
      companyName: company,
      url: "https://a.example/7",
      description: "Go",
      postedAt: new Date("2026-09-26T10:36:03Z"),
    });
  });

  test.each([
    ["Engineer – Billing", "<dc:creator>Larkspur Ltd</dc:creator>", "Engineer – Billing", "Larkspur Ltd"],
    ["Engineer – Larkspur", "<author>Larkspur</author>", "Engineer", "Larkspur"],
    ["Larkspur: Engineer", "<author><name>Larkspur</name></author>", "Engineer", "Larkspur"],
    ["Engineer", "<job_listing:company>Larkspur</job_listing:company>", "Engineer", "Larkspur"],
    ["Engineer – Larkspur", "<author>jobs@larkspur.example (Larkspur)</author>", "Engineer", "Larkspur"],
    ["Engineer – Larkspur", "<link>https://boards.example/larkspur/7</link>", "Engineer", "Larkspur"],
    ["Larkspur – Engineer", "<link>https://boards.example/larkspur/7</link>", "Engineer", "Larkspur"],
    ["Engineer", "<author>jobs@larkspur.example (Larkspur)</author>", "Engineer", "Larkspur"],
    ["Engineer", "<author>anna@larkspur.example (Anna Berg)</author>", "Engineer", null],
    ["Engineer", "<dc:creator>Larkspur | Porto, Portugal</dc:creator>", "Engineer", "Larkspur"],
    ["Engineer at Larkspur", "<dc:creator>admin</dc:creator>", "Engineer", "Larkspur"],
    [
      "Engineer, Fulfilment (part-time), Larkspur: GBP 50,000–59,000 a year",
      "<dc:creator>Larkspur</dc:creator>",
      "Engineer, Fulfilment (part-time)",
      "Larkspur",
    ],
  ])("the employer of %j with %j", async (title, more, expected, company) => {
    const posting = await only(
      feed(`<item><title>${title}</title>${more}<description>Go</description></item>`),
    );
    expect(posting).toMatchObject({ title: expected, companyName: company });
  });

  test.each(["Larkspur<br>⚲ Porto, Portugal", "<![CDATA[Larkspur<br/>Porto, Portugal]]>"])(
    "a creator of two lines is a name and a place: %j",
    async (creator) => {
      const item = `<item><title>Engineer</title><dc:creator>${creator}</dc:creator></item>`;
      expect(await only(feed(item))).toMatchObject({
        companyName: "Larkspur",
        places: [{ city: "Porto", country: "PT" }],
      });
    },
  );

  test("a name behind a dash is an employer where another item of the feed names it as one", async () => {
    const items =
      "<item><title>A</title><company>Larkspur</company></item><item><title>B – Larkspur</title></item>";
    const read = await results(feed(items));
    expect(read.map((one) => one.ok && [one.posting.title, one.posting.companyName])).toEqual([
      ["A", "Larkspur"],
      ["B", "Larkspur"],
    ]);
  });

  test("a place in the description's line is a place", async () => {
    const xml = feed(
      "<item><title>A — Larkspur</title><description>Larkspur · Dublin · board</description></item>",
    );
    expect(await only(xml)).toMatchObject({ places: [{ city: "Dublin", country: "IE" }], description: "" });
  });

  test("broken XML is refused with its line", async () => {
    expect((await results(feed("<item><title>A</item>"), "f.xml"))[0]).toMatchObject({
      ok: false,
      at: "f.xml, item 1, line 1",
      reason: expect.stringContaining("(line 1)"),
    });
  });
});

describe("feeds for job sites", () => {
  const source = (jobs: string) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<source>\n<publisher>Larkspur</publisher>\n${jobs}</source>\n`;
  const job = `<job>
  <title><![CDATA[Backend Engineer]]></title>
  <date><![CDATA[Mon, 02 Mar 2026 09:00:00 GMT]]></date>
  <referencenumber><![CDATA[R-17]]></referencenumber>
  <url><![CDATA[https://larkspur.example/jobs/17]]></url>
  <company><![CDATA[Larkspur]]></company>
  <city><![CDATA[Austin]]></city><state><![CDATA[TX]]></state><country><![CDATA[US]]></country>
  <description><![CDATA[<p>Ledgers in <b>Go</b></p>]]></description>
  <salary><![CDATA[$120,000 - $140,000 per year]]></salary>
  <jobtype><![CDATA[fulltime]]></jobtype>
  <remotetype><![CDATA[Hybrid remote]]></remotetype>
</job>
`;

  test("with the names that Indeed gives to fields", async () => {
    expect(await only(source(job), "feed.xml")).toMatchObject({
      externalId: "R-17",
      title: "Backend Engineer",
      companyName: "Larkspur",
      url: "https://larkspur.example/jobs/17",
      description: "Ledgers in Go",
      locationText: "Austin, TX, US",
      places: [{ city: "Austin", country: "US" }],
      workplace: "hybrid",
      employment: ["full-time"],
      salary: { minMinor: 12_000_000, maxMinor: 14_000_000, currency: "USD", period: "year" },
      postedAt: new Date("2026-03-02T09:00:00Z"),
    });
  });

  test("with names in words, attributes, pay in parts and remote work", async () => {
    const other = `<job><title datatype="string">Cook's Engineer</title><id>7</id><company-name>Fernbank</company-name>
      <salary-min>40</salary-min><salary-max>50</salary-max><salary-currency>GBP</salary-currency><salary-type>HOURLY</salary-type>
      <job-type>PART_TIME</job-type><remotetype>Fully remote</remotetype><country>GB</country><description>Text</description></job>`;
    expect(await only(source(other), "feed.xml")).toMatchObject({
      externalId: "7",
      companyName: "Fernbank",
      workplace: "remote",
      employment: ["part-time"],
      salary: { minMinor: 4_000, maxMinor: 5_000, currency: "GBP", period: "hour" },
    });
  });

  test("years and a degree in fields of their own", async () => {
    const more = "<experience>5+ years</experience><education>Bachelors</education></job>";
    expect(await only(source(job.replace("</job>", more)))).toMatchObject({
      experienceMin: 5,
      degreeLevel: "bachelor",
    });
  });

  test("a date on which it ends, and the meaning of a place without a word for remote work", async () => {
    const ends = "<expirationdate>2026-12-24</expirationdate><remotetype></remotetype></job>";
    const onSite = job.replace(/<remotetype>.*<\/remotetype>\n<\/job>/, ends);
    expect(await only(source(onSite))).toMatchObject({
      workplace: null,
      presumedWorkplace: "onsite",
      endsAt: new Date("2026-12-24T23:59:59Z"),
    });
  });

  test("a broken job, one that is not closed, and the file's end are named by their lines", async () => {
    const broken = "<job><title>A</titel></job>\n<job><title>B</title>\n";
    const read = await results(source(broken + job).replace("</source>\n", "<job><title>C</ti"), "f.xml");
    expect(read.map((one) => [one.at, one.ok || one.reason])).toEqual([
      ["f.xml, item 1, line 4", expect.stringContaining("(line 4)")],
      ["f.xml, item 2, line 5", "its <job> is not closed before the next one begins"],
      ["f.xml, item 3, line 6", true],
      ["f.xml, item 4, line 18", "the file ends in the middle of it"],
    ]);
  });

  test("a file that ends between two jobs is told to be cut off", async () => {
    const read = await results(source(job).replace("</source>\n", ""), "f.xml");
    expect(read.map((one) => one.ok || one.reason)).toEqual([
      true,
      "it ends at line 16, before its end tag </source>",
    ]);
  });
});
