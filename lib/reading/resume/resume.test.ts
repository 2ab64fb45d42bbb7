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
      skills: ["django", "postgresql", "performance-tuning", "slow-query-tuning"],
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
    [
      "lines without a sign of a list belong to the job above",
      "Senior Engineer, Acme GmbH 03/2019 – Present\nREST APIs in Kotlin\nDeveloper, Contoso AG 01/2016 – 02/2019\nA shop in PHP\nJunior Developer, Fabrikam KG 2014 – 2015",
      [
        "Senior Engineer / Acme GmbH / 2019-03–",
        "Developer / Contoso AG / 2016-01–2019-02",
        "Junior Developer / Fabrikam KG / 2014–2015",
      ],
    ],
    [
      "the same, with the title below",
      "Acme GmbH\t03/2019 – Present\nSenior Engineer\nREST APIs in Kotlin\nContoso AG\t01/2016 – 02/2019\nDeveloper\nA shop in PHP",
      ["Senior Engineer / Acme GmbH / 2019-03–", "Developer / Contoso AG / 2016-01–2019-02"],
    ],
    [
      "the same, with the company above",
      "Acme GmbH\nSenior Engineer\t03/2019 – Present\nREST APIs in Kotlin\nContoso AG\nDeveloper\t01/2016 – 02/2019\nA shop in PHP",
      ["Senior Engineer / Acme GmbH / 2019-03–", "Developer / Contoso AG / 2016-01–2019-02"],
    ],
    [
      "dates that nobody understands",
      "Developer, Acme GmbH, 2019 – 2021\n- Go\nDeveloper, Contoso AG, Lent 2013 – Trinity 2014\n- PHP",
      ["Developer / Acme GmbH / 2019–2021", "Developer / Contoso AG / null–"],
    ],
  ])("%s", (_, lines, jobs) => expect(jobsIn(lines)).toEqual(jobs));

  it("is no work with interfaces because something was integrated into a product", () =>
    expect(
      read(
        "Kim Sample\n\nExperience\nResearcher, Acme, 2019 – 2021\n- Research integrated into Azure Cognitive Services",
      ),
    ).toMatchObject({ evidence: [{ skills: ["azure"], responsibilities: [] }] }));

  it("gives a skill the years of the jobs that show it, months that they share once", () => {
    const { skills } = read(
      "Kim Sample\n\nExperience\nDeveloper, Acme, 2019 – 2021\n- Kotlin, Kafka\nDeveloper, Contoso, 2018 – 2020\n- Kotlin\n\nSkills\nRust",
    );
    expect(Object.fromEntries(skills.map(({ slug, years }) => [slug, years]))).toEqual({
      kotlin: 3,
      kafka: 2,
      rust: undefined,
    });
  });
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

  it.each([
    "PhD in Computer Science (not completed), Example University\t2015 – 2018",
    "M.Sc. Informatics, Example University, dropped out 2014",
    "PhD candidate (ABD), Physics, Example University\t2018 – 2022",
    "Bachelor of Science in Physics, Expected May 2027, Example University",
    "M.Sc. in Computer Science, Example University, 2025 – 2028",
    "BSc Informatics, Example University\t2024 – Present",
    "Master Informatik (abgebrochen), Universität Beispiel\t2014 – 2016",
    "B.Sc. Informatics, Example University (left before graduating)\t2010 – 2012",
    "B.A. History, did not graduate, Example University\t2011",
    "M.Sc. Mathematics (thesis outstanding), Example University\t2016",
    "Studied towards a PhD in Informatics, Example University\t2012 – 2014",
    "BSc in Informatics, interrupted, Example University",
  ])("that was not finished is no degree: %j", (lines) => {
    const { education, degree } = read(`Kim Sample\n\nEducation\n\n${lines}`);
    expect(education).toMatchObject([
      { level: null, school: expect.stringMatching(/University|Universität/) },
    ]);
    expect(degree).toBeNull();
  });

  it("leaves the degree before it in place, each on a line of its own", () =>
    expect(
      read(
        "Kim Sample\n\nEducation\nPhD in progress, Example University\nBSc Physics, Expected Value Institute, 2011",
      ),
    ).toMatchObject({
      education: [{ level: null }, { level: "bachelor", ended: "2011" }],
      degree: { value: { level: "bachelor" } },
    }));
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

  it.each([
    ["Berufserfahrung", "Ausbildung", "Kenntnisse"],
    ["EXPÉRIENCE PROFESSIONNELLE", "FORMATION", "COMPÉTENCES"],
    ["EXPERIENCIA LABORAL", "EDUCACION", "HABILIDADES"],
    ["Experiência profissional", "Formação acadêmica", "Competências"],
    ["Esperienze lavorative", "Istruzione e formazione", "Competenze tecniche"],
    ["Werkervaring", "Opleidingen", "Vaardigheden"],
    ["Doświadczenie zawodowe", "Wykształcenie", "Umiejętności"],
    ["Arbetslivserfarenhet", "Utbildning", "Färdigheter"],
    ["Erhvervserfaring", "Uddannelse", "Kompetencer"],
    ["E X P E R I E N C E", "E D U C A T I O N", "S K I L L S"],
    ["■ Experience", "● Education", "■ Skills"],
    ["1. Experience", "2. Education", "3. Skills"],
    ["Where I have worked", "What I studied", "My toolbox"],
  ])("%s, %s and %s open jobs, studies and skills", (work, studies, skills) => {
    const reading = read(
      `Kim Sample\n\n${work}\nDeveloper, Acme\t2019 – 2021\n- Kotlin\n\n${studies}\nMSc, Example University\t2015\n\n${skills}\nRust`,
    );
    expect(reading).toMatchObject({
      evidence: [{ kind: "job", organisation: "Acme", skills: ["kotlin"] }],
      education: [{ level: "master", ended: "2015" }],
    });
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["kotlin", "rust"]);
  });

  it("stand in a table beside what they open", () => {
    const reading = read(
      "Kim Sample\n\nExperience\tDeveloper, Acme\t2019 – 2021\n\tKotlin\nEducation\tBSc, Example University\t2011\nSkills\tRust",
    );
    expect(reading).toMatchObject({
      evidence: [{ organisation: "Acme", skills: ["kotlin"] }],
      education: [{ level: "bachelor", school: "Example University" }],
    });
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["kotlin", "rust"]);
  });

  it("before a list on the same line open it outside of jobs", () => {
    const reading = read("Kim Sample\n\nHobbies\nRust on old cars\nKenntnisse: Kotlin, Java");
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["kotlin", "java"]);
  });

  it("may be missing: what has dates is a job or a study, and skills are read by name", () => {
    const reading = read(
      "Kim Sample\nI like Rust.\n\n2019 – Present\tSenior Engineer, Acme GmbH\nServices in Kotlin.\n2016 – 2019\tDeveloper, Ivy SAS\nDjango on AWS.\n2012 – 2016\tBSc Informatics, Example University",
    );
    expect(reading).toMatchObject({
      headline: null,
      evidence: [
        { title: "Senior Engineer", organisation: "Acme GmbH", skills: ["kotlin"] },
        { title: "Developer", organisation: "Ivy SAS", skills: ["django", "aws"] },
      ],
      education: [{ level: "bachelor", school: "Example University" }],
    });
    expect(reading.skills.map(({ slug }) => slug).sort()).toEqual(["aws", "django", "kotlin", "rust"]);
  });

  it("may be missing, and the name too", () => {
    const { evidence } = read("2019 – 2021\tSenior Engineer, Acme GmbH\nServices in Kotlin.");
    expect(evidence).toMatchObject([
      { title: "Senior Engineer", organisation: "Acme GmbH", skills: ["kotlin"] },
    ]);
  });

  it("may be missing, and a company's legal form is no skill", () => {
    const { skills } = read(
      "Kim Sample\nI ran Kafka at Ivy Data SAS, and write SAS.\n\n2019 – 2020\tDeveloper, Acme",
    );
    expect(skills.map(({ slug }) => slug).sort()).toEqual(["kafka", "sas"]);
    expect(read("Kim Sample\nI ran Kafka at Ivy SAS.").skills.map(({ slug }) => slug)).toEqual(["kafka"]);
  });

  it.each([
    ["Laurea magistrale in Informatica, Politecnico di Milano", "master"],
    ["Laurea triennale in Informatica, Politecnico di Milano", "bachelor"],
    ["Grado en Informática, Universidad de Sevilla", "bachelor"],
    ["Mestrado em Informática, Universidade do Porto", "master"],
    ["Doctorat en informatique, Université de Lyon", "doctorate"],
    ["Doktorat, Politechnika Warszawska", "doctorate"],
  ])("of education holds degrees of other languages: %j", (study, level) => {
    expect(read(`Kim Sample\n\nEducation\n\n${study}\t2014`).degree?.value.level).toBe(level);
  });

  it("of skills in Arabic holds a list with its commas", () => {
    const reading = read("Kim Sample\n\nالمهارات\nKotlin، PostgreSQL، Zebrafish");
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["kotlin", "postgresql"]);
    expect(reading.otherSkills.map(({ value }) => value)).toEqual(["Zebrafish"]);
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
  ["a study a line", `Education\n${"BSc, Example University, 2011 – 2014\n".repeat(3_000)}`],
  ["a job a line, and no heading", `Kim Sample\n${"2019 – 2021 Developer, Acme\nKotlin\n".repeat(2_000)}`],
  ["dates without end", `Experience\n${"2018 – ".repeat(20_000)}`],
  ["an address without end", "a.b.c.d/".repeat(12_000)],
  ["brackets", `Skills\n${"(".repeat(50_000)}`],
  ["blanks", `Experience\n${`${" ".repeat(300)}x\n`.repeat(1_000)}`],
])("a text of %s is read in time", (_, text) => {
  const began = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(3_000);
});
