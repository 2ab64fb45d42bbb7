import { expect, test } from "vitest";
import { only, results } from "../testing";

test("Recruitee: marks for the workplace, pay as an object, several places and an end", async () => {
  const offer = {
    id: 77,
    title: "Backend Engineer",
    company_name: "Larkspur",
    careers_url: "https://larkspur.example/o/backend-engineer",
    description: "<p>Ledgers in Go.</p>",
    requirements: "<ul><li>Go</li></ul>",
    remote: false,
    hybrid: true,
    on_site: false,
    employment_type_code: "fulltime_permanent",
    education_code: "bachelor_degree",
    salary: { min: "4500", max: "5500", period: "month", currency: "EUR" },
    location: "Utrecht, Netherlands",
    locations: [
      { city: "Utrecht", country: "Netherlands", country_code: "NL" },
      { city: "Porto", country: "Portugal", country_code: "PT" },
    ],
    published_at: "2026-10-05 10:00:00 UTC",
    close_at: "2026-12-24",
  };
  expect(await only(JSON.stringify({ offers: [offer] }), "offers.json")).toMatchObject({
    externalId: "77",
    companyName: "Larkspur",
    url: "https://larkspur.example/o/backend-engineer",
    description: "Ledgers in Go.\n\n- Go",
    workplace: "hybrid",
    employment: ["full-time"],
    degreeLevel: "bachelor",
    salary: { minMinor: 450_000, maxMinor: 550_000, currency: "EUR", period: "month" },
    places: [
      { city: "Utrecht", country: "NL" },
      { city: "Porto", country: "PT" },
    ],
    postedAt: new Date("2026-10-05T10:00:00Z"),
    endsAt: new Date("2026-12-24T23:59:59Z"),
  });
});

test.each([
  ["parttime_permanent", ["part-time"]],
  ["fulltime_fixed_term", ["contract"]],
  ["freelance", ["contract"]],
  ["volunteer", []],
])("Recruitee: the kind of employment %s", async (employment_type_code, expected) => {
  const offer = { id: 1, title: "Engineer", careers_url: "https://a.example/1", employment_type_code };
  expect((await only(JSON.stringify({ offers: [offer] }))).employment).toEqual(expected);
});

test("SmartRecruiters: an advert in sections, a country in small letters", async () => {
  const posting = {
    id: "7440",
    name: "Backend Engineer",
    uuid: "0c",
    refNumber: "REF1",
    company: { identifier: "Larkspur1", name: "Larkspur" },
    releasedDate: "2026-10-05T10:00:00.000Z",
    location: { city: "Pune", region: "MH", country: "in", remote: false },
    typeOfEmployment: { id: "permanent", label: "Full-time" },
    jobAd: {
      sections: {
        companyDescription: { title: "Company", text: "<p>We are old.</p>" },
        jobDescription: { title: "The job", text: "<p>Ledgers in Go.</p>" },
        qualifications: { title: "You", text: "<ul><li>Go</li></ul>" },
      },
    },
    postingUrl: "https://jobs.example/7440",
  };
  expect(await only(JSON.stringify({ totalFound: 1, content: [posting] }), "p.json")).toMatchObject({
    externalId: "7440",
    title: "Backend Engineer",
    companyName: "Larkspur",
    url: "https://jobs.example/7440",
    description: "### The job\n\nLedgers in Go.\n\n### You\n\n- Go",
    places: [{ city: "Pune", country: "IN" }],
    workplace: null,
    presumedWorkplace: "onsite",
    employment: ["full-time"],
    postedAt: new Date("2026-10-05T10:00:00Z"),
  });
  const remote = { ...posting, location: { city: "Porto", country: "pt", remote: true } };
  expect(await only(JSON.stringify(remote))).toMatchObject({ workplace: "remote" });
});

test("Personio: blocks of text, offices, hours and the steps of years", async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<workzag-jobs><position>
  <id>4103</id><subcompany>Larkspur GmbH</subcompany><office>Munich</office>
  <additionalOffices><office>Porto</office></additionalOffices>
  <name>Backend Engineer</name>
  <jobDescriptions>
    <jobDescription><name>Tasks</name><value><![CDATA[<p>Ledgers in <b>Go</b></p>]]></value></jobDescription>
    <jobDescription><name>You</name><value><![CDATA[<ul><li>Go</li></ul>]]></value></jobDescription>
  </jobDescriptions>
  <employmentType>permanent</employmentType><schedule>part-time</schedule>
  <yearsOfExperience>2-5</yearsOfExperience><createdAt>2026-10-05T10:00:00+00:00</createdAt>
</position></workzag-jobs>`;
  expect(await only(xml, "jobs.xml")).toMatchObject({
    externalId: "4103",
    title: "Backend Engineer",
    companyName: "Larkspur GmbH",
    description: "### Tasks\n\nLedgers in Go\n\n### You\n\n- Go",
    places: [
      { city: "Munich", country: "DE" },
      { city: "Porto", country: "PT" },
    ],
    employment: ["part-time"],
    experienceMin: 2,
    experienceMax: 5,
    postedAt: new Date("2026-10-05T10:00:00Z"),
  });
});

test.each([
  ["full-or-part-time", "lt-1", ["full-time", "part-time"], [0, 1]],
  ["full-time", "gt-15", ["full-time"], [15, undefined]],
])("Personio: hours %s and years %s", async (schedule, years, employment, [min, max]) => {
  const xml = `<workzag-jobs><position><id>1</id><name>Engineer</name><employmentType>permanent</employmentType>
    <schedule>${schedule}</schedule><yearsOfExperience>${years}</yearsOfExperience></position></workzag-jobs>`;
  const read = await only(xml, "jobs.xml");
  expect([read.employment, read.experienceMin, read.experienceMax]).toEqual([employment, min, max]);
});

test("Workable: the company of the account, remote work within a country", async () => {
  const job = {
    title: "Backend Engineer",
    shortcode: "AB12",
    employment_type: "Full-time",
    telecommuting: true,
    url: "https://apply.example/j/AB12",
    application_url: "https://apply.example/j/AB12/apply",
    published_on: "2026-10-05",
    country: "Portugal",
    city: "Porto",
    state: "",
    description: "<p>Ledgers in Go.</p>",
  };
  const account = { name: 'Larkspur "9"', description: null, jobs: [job] };
  expect(await only(JSON.stringify(account), "w.json")).toMatchObject({
    externalId: "AB12",
    companyName: 'Larkspur "9"',
    url: "https://apply.example/j/AB12",
    description: "Ledgers in Go.",
    workplace: "remote",
    hiringCountries: ["PT"],
    employment: ["full-time"],
  });
});

test("Workable: its other list, a mark against remote work, and a job that is not listed", async () => {
  const job = {
    id: 1,
    shortcode: "CD34",
    title: "Backend Engineer",
    remote: false,
    location: { country: "Portugal", countryCode: "PT", city: "Porto" },
    state: "published",
    published: "2026-10-05T00:00:00.000Z",
    type: "part",
    workplace: "hybrid",
  };
  const read = (more: object) =>
    results(JSON.stringify({ total: 1, results: [{ ...job, ...more }] }), "w.json");
  expect(await read({})).toMatchObject([
    { posting: { externalId: "CD34", workplace: "hybrid", employment: ["part-time"] } },
  ]);
  expect(await read({ workplace: null, shortlink: "https://a.example/j" })).toMatchObject([
    { posting: { workplace: null, presumedWorkplace: "onsite" } },
  ]);
  expect(await read({ state: "archived" })).toMatchObject([{ reason: "its job board does not list it" }]);
});

test("a list under a name that nobody knows is told, with its keys", async () => {
  expect(await results('{"page":1,"vacantes":[{"title":"A"}]}', "v.json")).toEqual([
    { ok: false, at: "v.json", reason: "no list of postings was found in it (its keys: page, vacantes)" },
  ]);
});

test("a list within another object is told as well", async () => {
  expect(await results('{"answer":{"jobs":[{"title":"A"}]}}', "v.json")).toMatchObject([
    { ok: false, reason: "no list of postings was found in it (its keys: answer)" },
  ]);
});
