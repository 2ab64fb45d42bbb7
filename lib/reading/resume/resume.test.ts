import { describe, expect, it, test } from "vitest";
import { resumeFromText } from "./lines";
import { readResume } from "./resume";

const now = new Date("2026-03-15T12:00:00Z");
const read = (text: string) => readResume(resumeFromText(text), now);

const compact = `ALEX MORGAN
Backend Developer
alex@example.org | +49 30 1234567 | github.com/alexm

EXPERIENCE
2021 – Present: Senior Software Engineer, Fabrikam GmbH, Berlin, Germany
• Built the ordering APIs with Django and PostgreSQL, profiling slow queries
Software Engineer at Woodgrove Bank (03/2018 - 12/2020)
- Java, Spring
Freelance developer, 2016 - 2018

PROJECTS
tinyqueue - a job queue in Rust https://github.com/alexm/tinyqueue
Used by three companies.

EDUCATION
B.Sc. in Computer Science, University of Potsdam, 2013 - 2016
High School Diploma, 2012

INTERESTS
Climbing, Go

SKILLS
Languages: Python, Go (advanced), Rust
Docker • Kubernetes • Basket weaving
`;

describe("a résumé as plain text", () => {
  const reading = read(compact);

  it("names the person, not their telephone", () => {
    expect(reading.name?.value).toBe("ALEX MORGAN");
    expect(reading.headline?.value).toBe("Backend Developer");
    expect(reading.email?.value).toBe("alex@example.org");
    expect(JSON.stringify(reading)).not.toContain("1234567");
  });

  it("has its jobs with their dates, and the years that they make", () => {
    const jobs = reading.evidence.filter(({ kind }) => kind === "job");
    expect(
      jobs.map(({ title, organisation, started, ended }) => [title, organisation, started, ended]),
    ).toEqual([
      ["Senior Software Engineer", "Fabrikam GmbH", "2021", null],
      ["Software Engineer", "Woodgrove Bank", "2018-03", "2020-12"],
      ["Freelance developer", "", "2016", "2018"],
    ]);
    expect(reading.years?.value).toBe(10);
  });

  it("makes each job and project evidence for what its text tells of", () => {
    expect(reading.evidence[0]).toMatchObject({
      skills: ["django", "postgresql", "slow-query-tuning"],
      responsibilities: expect.arrayContaining(["api-management", "server-side-frameworks"]),
    });
    expect(reading.evidence.find(({ kind }) => kind === "project")).toMatchObject({
      title: "tinyqueue",
      url: "https://github.com/alexm/tinyqueue",
      text: "a job queue in Rust\nUsed by three companies.",
      skills: ["rust"],
    });
    expect(reading.evidence.find(({ kind }) => kind === "link")).toMatchObject({
      title: "GitHub",
      url: "https://github.com/alexm",
    });
  });

  it("has its studies, the highest of them as the degree", () => {
    expect(reading.education).toMatchObject([
      { level: "bachelor", degree: "B.Sc.", field: "Computer Science", school: "University of Potsdam" },
      { level: "none", degree: "High School Diploma", ended: "2012" },
    ]);
    expect(reading.degree?.value).toEqual({ level: "bachelor", field: "Computer Science" });
  });

  it("has the skills that it names, and says which of them we do not know", () => {
    const slugs = reading.skills.map(({ slug }) => slug);
    expect(slugs).toEqual(
      expect.arrayContaining(["python", "go", "rust", "docker", "kubernetes", "java", "spring"]),
    );
    expect(reading.otherSkills.map(({ value }) => value)).toEqual(["Basket weaving"]);
  });

  it("proves each thing with its words", () => {
    const { text } = resumeFromText(compact);
    const words = (spans: [number, number][] = []) => spans.map(([start, end]) => text.slice(start, end));
    expect(words(reading.name?.spans)).toEqual(["ALEX MORGAN"]);
    expect(words(reading.evidence[1]?.spans)).toEqual([
      "Software Engineer",
      "Woodgrove Bank",
      "(03/2018 - 12/2020)",
    ]);
    expect(words(reading.skills.find(({ slug }) => slug === "go")?.spans)).toEqual(["Go"]);
    for (const { spans } of [...reading.skills, ...reading.responsibilities, ...reading.education])
      expect(spans.length).toBeGreaterThan(0);
  });

  it("says nothing where nothing is said", () => {
    for (const text of ["", "Lorem ipsum dolor sit amet.", "• \n• \n", "2018 – 2020"])
      expect(read(text)).toMatchObject({ years: null, education: [], evidence: [], skills: [] });
  });
});

describe("the head of a job", () => {
  const jobsIn = (lines: string) =>
    read(`Kim Sample\n\nExperience\n\n${lines}`).evidence.map(
      ({ title, organisation, started, ended }) => `${title} / ${organisation} / ${started}–${ended ?? ""}`,
    );
  it.each([
    [
      "company and title, dates at the edge",
      "Acme, Staff Engineer\tOslo, Norway\t2019 – 2021",
      ["Staff Engineer / Acme / 2019–2021"],
    ],
    ["title and company", "Staff Engineer, Acme\t2019 – 2021", ["Staff Engineer / Acme / 2019–2021"]],
    [
      "parted by bars",
      "Backend Developer | Acme Inc. | Jan 2019 – Mar 2021",
      ["Backend Developer / Acme Inc. / 2019-01–2021-03"],
    ],
    [
      "parted by dashes, with its place",
      "Acme — Developer — Paris, France (2019–2021)",
      ["Developer / Acme / 2019–2021"],
    ],
    [
      "a company with a comma in its name",
      "Acme, Inc., Developer, 2019 – 2021",
      ["Developer / Acme, Inc. / 2019–2021"],
    ],
    ["on two lines", "Acme\nDeveloper\n2019 – 2021\n- Built APIs", ["Developer / Acme / 2019–2021"]],
    [
      "dates first, names below",
      "2019 – 2021\nDeveloper\nAcme\n- Built APIs",
      ["Developer / Acme / 2019–2021"],
    ],
    [
      "the company with its place, the title with its dates",
      "Acme\tOslo, Norway\nDeveloper\t2019 – 2021\n- APIs",
      ["Developer / Acme / 2019–2021"],
    ],
    [
      "several jobs at one company",
      "Acme\tOslo, Norway\nLead Developer\t2021 – 2023\n- Led\n\nDeveloper\t2019 – 2021\n- Built",
      ["Lead Developer / Acme / 2021–2023", "Developer / Acme / 2019–2021"],
    ],
    [
      "several jobs at one company, with how long all took",
      "Acme\n4 years\nLead Developer\nJanuary 2021 - Present (2 years)\nOslo\nLed.\n\nDeveloper, Payments\nJanuary 2019 - January 2021 (2 years 1 month)\nBuilt.",
      ["Lead Developer / Acme / 2021-01–", "Developer, Payments / Acme / 2019-01–2021-01"],
    ],
    [
      "words decide nothing: as in the others",
      "Engineer\nAcme\n2020 – 2021\n\nWizard\nContoso\n2018 – 2019",
      ["Engineer / Acme / 2020–2021", "Wizard / Contoso / 2018–2019"],
    ],
    [
      "one who worked for nobody",
      "Acme\nDeveloper\n2020 – 2021\n\nSabbatical\n2019 – 2020",
      ["Developer / Acme / 2020–2021", " / Sabbatical / 2019–2020"],
    ],
    ["a turned-round period is none", "Developer, Acme\t2021 – 2019", ["Developer / Acme / null–"]],
  ])("%s", (_, lines, jobs) => expect(jobsIn(lines)).toEqual(jobs));
});

describe("a study", () => {
  const studiesIn = (lines: string) =>
    read(`Kim Sample\n\nEducation\n\n${lines}`).education.map(
      ({ level, field, school, started, ended }) =>
        `${level} / ${field} / ${school} / ${started ?? ""}–${ended ?? ""}`,
    );
  it.each([
    [
      "PhD\tExample University, Computer Science\tOslo, Norway\tSept 2018 – May 2023",
      "doctorate / Computer Science / Example University / 2018-09–2023-05",
    ],
    [
      "Example University, BS in Computer Engineering – Oslo, Norway\t2014 – 2018",
      "bachelor / Computer Engineering / Example University / 2014–2018",
    ],
    [
      "Example University\nMaster of Science - MS, Informatics · (2013 - 2016)",
      "master / Informatics / Example University / 2013–2016",
    ],
    [
      "M.Eng. Software Systems, Example Institute of Technology, 2016",
      "master / Software Systems / Example Institute of Technology / –2016",
    ],
    ["PhD Example University, Physics, 2016", "doctorate / Physics / Example University / –2016"],
    ["Example College\nAssociate of Science\nGPA: 3.9", "associate /  / Example College / –"],
    [
      "Bachelor of Arts (B.A.) in History\nUniversity of Example\n2001 – 2004",
      "bachelor / History / University of Example / 2001–2004",
    ],
    ["Example High School\nHigh School Diploma\t2009", "none /  / Example High School / –2009"],
  ])("%j", (lines, study) => expect(studiesIn(lines)).toEqual([study]));
});

describe("headings", () => {
  it.each([
    "Work Experience",
    "WORK EXPERIENCE",
    "## Work experience",
    "Work Experience:",
    "Employment History",
  ])("%s opens the jobs", (heading) => {
    const reading = read(`Kim Sample\n\n${heading}\nDeveloper, Acme, 2019 – 2021\n- Go services`);
    expect(reading.evidence).toMatchObject([{ kind: "job", organisation: "Acme" }]);
  });

  it("is none in a list of skills: a label there", () => {
    const reading = read("Kim Sample\n\nTechnical Skills\nLanguages\nPython, Ruby\nTools\nDocker");
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["python", "ruby", "docker"]);
  });

  it("of awards, languages and hobbies close what was before, and give nothing", () => {
    const reading = read(
      "Kim Sample\n\nSkills\nPython\n\nLanguages\nJulia (fluent)\n\nHobbies\nRust on old cars",
    );
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["python"]);
  });
});

test.each([
  ["one heading a line", "Experience\n".repeat(20_000)],
  ["one skill without end", `Skills\n${"Go, ".repeat(40_000)}`],
  ["a job a line", `Experience\n\n${"Developer, Acme, 2019 – 2021\n".repeat(5_000)}`],
  ["dates without end", `Experience\n${"2018 – ".repeat(20_000)}`],
  ["an address without end", "a.b.c.d/".repeat(12_000)],
  ["brackets", `Skills\n${"(".repeat(50_000)}`],
  ["blanks", `Experience\n${`${" ".repeat(300)}x\n`.repeat(1_000)}`],
])("a text of %s is read in time", (_, text) => {
  const began = performance.now();
  read(text);
  expect(performance.now() - began).toBeLessThan(3_000);
});
