import { expect, test } from "vitest";
import { readPosting } from "./posting";

/** What adverts say and do not say of the candidate: their words, and what is read. */
const tags = (list: { slug: string; must: boolean }[]) =>
  list.map(({ slug, must }) => (must ? slug : `${slug}?`)).join(",");

test.each([
  ["Acme | Backend Engineers | Tucson, AZ ideally | Kotlin, Kafka, Redis", "kotlin,kafka,redis"],
  ["Must have Python, ideally also Rust", "python,rust?"],
  ["Nice to have: Kafka. Required: Java", "kafka?,java"],
  ["We moved away from Perl to Go.", "go"],
  ["Unlike other companies that use Java, PHP and Perl, we write only Go.", "go"],
  ["Oracle is hiring engineers who know Python.", "python"],
  ["At MongoDB, you'll write Go.", "go"],
  ["The team is in Rome. Rest assured.", ""],
  ["Rust the game", ""],
  ["Perl of wisdom", ""],
  ["docker's attitude", ""],
  ["a chess app for iOS and Android", ""],
  ["Our founders worked at OpenAI and GitHub", ""],
  ["the best-rated add-on in the Shopify store", ""],
  ["Imagine GitHub for violin makers", ""],
  ["Send a GitHub/GitLab link", ""],
  ["Without a GitHub you can apply too.", ""],
  ["you design systems for airports", ""],
  ["You sold devtools before", ""],
  ["Our product covers planning and project management", ""],
  ["[java, rust, go]", "java,rust,go"],
  ["You run our in-house observability platform", "observability"],
  ["熟悉Java和Spring Boot，使用MySQL、Redis", "java,spring,spring-boot,mysql,redis"],
  ["You write Type­Script and Post​greSQL", "typescript,postgresql"],
  ["We use Ｊａｖａ", "java"],
  ["Stack:\n* Kotlin\n* Go\n* Rust", "kotlin,go,rust"],
  [
    "We'd get really excited if you had experience with: jOOQ, PostgreSQL, Terraform",
    "jooq?,postgresql?,terraform?",
  ],
  ["You know either Node.js or Java", "nodejs?,java?"],
  ["We're exploring Ansible", "ansible?"],
  ["We plan to adopt Kubernetes", "kubernetes?"],
  ["We'd be thrilled if you knew: Terraform, Kafka", "terraform?,kafka?"],
  ["We would love it if you had worked with ClickHouse", "clickhouse?"],
  ["Extra points for Elixir", "elixir?"],
  ["Great if you have used Redis", "redis?"],
  ["You know Python; Rails, or quick to learn", "python,rails?"],
  ["You know Django or are willing to learn it", "django?"],
  ["Kotlin required, Go a bonus", "kotlin,go?"],
  ["Familiarity with common stacks", ""],
  ["You'll be a mentor to junior engineers", "mentoring"],
  [
    "Ideally you'd have experience with an IaC tool, i.e. Terraform, Pulumi",
    "infrastructure-as-code?,terraform?,pulumi?",
  ],
  ["Nice to have: build tools (pnpm/bun); Terraform", "pnpm?,bun?,terraform?"],
  ["Familiarity with our stack (Go, React) is beneficial but not required", "go?,react?"],
  ["Python / TypeScript (Rust a plus)", "python,typescript,rust?"],
  ["Acme is backed by a modern data stack (Postgres, ClickHouse)", "postgresql,clickhouse"],
  ["Acme helps serve customers | Tech stack: NestJS, Vue", "nestjs,vue"],
  ["We are moving from Java to Kotlin.", "java,kotlin"],
  ["Java is required, Kotlin preferred.", "java,kotlin?"],
  ["Experience with Go required and Rust is nice to have.", "go,rust?"],
])("%j asks for the skills %j", (text, skills) => {
  expect(tags(readPosting(text).skills)).toBe(skills);
});

test.each([
  ["Engineer (Backend, Berlin)", ""],
  ["Founded by product managers and engineers of Acme", ""],
  ["Acme is a secure data platform", ""],
])("%j asks for the responsibilities %j", (text, responsibilities) => {
  expect(tags(readPosting(text).responsibilities)).toBe(responsibilities);
});

test.each([
  ["We require a bachelor's degree in mathematics.", "bachelor/mathematics/true"],
  ["We are looking for someone with a BSc in physics.", "bachelor/physics/true"],
  ["MS or PhD preferred; BS required", "bachelor/null/false"],
  ["Bachelor party budget.", null],
  ["BS CS or equivalent", "bachelor/computer science/true"],
  ["Masters or PhD in physics", "master/physics/true"],
  ["BA/BS degree in Statistics", "bachelor/statistics/true"],
  ["Our founders have PhDs in physics.", null],
  ["An M.S. or Ph.D. degree in Operations Research, and three years", "master/operations research/true"],
  ["No specific degree or background required", "none/null/true"],
  ["BS in Computer Science and 5 years, or MS and 3 years", "bachelor/computer science/true"],
  ["BSc required, MSc preferred.", "bachelor/null/false"],
  ["A master's degree is a plus.", null],
  ["We ship fast, no BS, every day.", null],
  ["You are not required to have a computer science degree.", "none/null/true"],
  ["Nice to have:\n- A degree in physics", null],
  ["Our CTO (PhD) leads research.", null],
  ["You have an advanced degree in physics.", "master/physics/true"],
  ["MS + 5 years of Go", "master/null/true"],
  ["We use MS SQL and have a scrum master.", null],
])("%j asks for the degree %j", (text, expected) => {
  const { degree } = readPosting(text);
  expect(degree && `${degree.level}/${degree.field}/${degree.equalExperience}`).toBe(expected);
});

test.each([
  ["With over 30 years of industry experience, Acme is the leader", null],
  ["Our founders have 20 years of experience in banking", null],
  ["Our four founders bring 20+ years of experience together", null],
  ["over 30 years of expertise across private equity", null],
  ["Contract length: 2 years. Experience with AWS needed.", null],
  ["Years of experience: 3", "3-null"],
  ["YoE: 3-6", "3-6"],
  ["Backend roles are 5-10 y/o/e", "5-10"],
  ["Must have 5+ years of experience in Go", "5-null"],
  ["Engineers with 5+ years of experience", "5-null"],
  ["Candidates have 5+ years of experience", "5-null"],
  ["The team needs someone with 5+ years", "5-null"],
  ["BS with 3+ years of experience, or MS with 1+", "3-null"],
  ["Experience with Go (3+ years)", "3-null"],
  ["Experience (min. 3 years)", "3-null"],
  ["- 4 years Kotlin", "4-null"],
  ["You don't need 10 years of experience", null],
  ["We don't care whether you have 2 or 20 years of experience", null],
  ["We are a small company with more than 12 years of experience", null],
  ["Work with engineers who have 10+ years of experience", null],
  ["Someone with 7ish years of experience", "7-null"],
  ["Three-plus years of experience", "3-null"],
  ["5+ years programming", "5-null"],
  ["5+ years running databases", "5-null"],
  ["Profitable 5 years running. Experience with Go.", null],
  ["No more than 3 years of experience", "null-3"],
  ["You've been coding for 5 years", "5-null"],
  ["We have been profitable for 5+ years", null],
  ["Junior (0-2 years) or senior (5+ years)", "0-2"],
  ["3+ years leading teams, 5+ years with Python", "3-null"],
  ["3+ years with Python, 5+ years of software engineering", "5-null"],
  ["Our team averages 10+ years of experience", null],
  ["We're a team of engineers with 10+ years of experience each", null],
  ["You'll join a team with 10+ years of experience in payments", null],
  ["I have 15+ years of experience and lead the team", null],
  ["Between three and six years of experience with services", "3-6"],
  ["Acme has offices in two countries and five years of growth behind it", null],
  ["You stand out by having spent at least 4 years on backends", "4-null"],
  ["We spent 4 years on this backend", null],
  ["4y+ experience with Elixir", "4-null"],
  ["We are after engineers with 6+ years in backend work", "6-null"],
  ["Your options vest after 4 years", null],
  ["A company with 5+ years of steady growth", null],
  ["At least five (3-5) years", "5-null"],
  ["At least 18 months of experience", "1-null"],
  ["For more than 50 years, Acme builds trains.", null],
  ["5+ years of experience", "5-null"],
  ["We are hiring lead engineers with 6-8 YOE", "6-8"],
  ["-7+ years in software engineering", "7-null"],
  ["We want backend developers (4–9 yrs) who ship", "4-9"],
  ["Ruby engineer, 5+ years of xp. Product manager, 4+ years of xp", "5-null"],
  ["Our sales team (12 years) sits in Paris", null],
  ["You have 3-5 years of professional experience", "3-5"],
  ["8+ years of software engineering, 2+ years with Kafka", "8-null"],
  ["We offer a 12 months contract. Experience with Go.", null],
  ["Engineer (5+ YOE) and Lead (10+ YOE)", "5-null"],
  ["Acme has 25 years of experience in shipping.", null],
  ["At least 20 years of experience.", "20-null"],
  ["1-3 years of experience in sales is a plus, but not required.", null],
  ["Nice to have:\n- 4 years of Kafka experience", null],
  ["At least 5 years of combined experience in Go or Rust", "5-null"],
  ["A temporary contract with an initial appointment of one year. Experience with Go.", null],
  ["The position is limited for 3 years. Experience with Go.", null],
  ["The tools were built over two years by two full-time developers.", null],
  ["Minimum years of experience: 4", "4-null"],
])("%j asks for the years %j", (text, expected) => {
  const { experience } = readPosting(text);
  expect(experience && `${experience.min}-${experience.max}`).toBe(expected);
});

test.each([
  ["Junior/Mid/Senior Engineers", "null «Junior/Mid/Senior Engineers» @null"],
  ["Lead Engineer/Backend Engineer", "null «Lead Engineer/Backend Engineer» @null"],
  ["Acme | Member of Technical Staff | Berlin", "null «Member of Technical Staff» @Acme"],
  [
    "Staff Backend Engineer, Payments Engineering",
    "staff «Staff Backend Engineer, Payments Engineering» @null",
  ],
  [
    "We need a senior Go developer. We also need engineers for support.",
    "senior «senior Go developer» @null",
  ],
  ["Acme | Remote\n\nSenior Go Engineer: You build ledgers.", "senior «Senior Go Engineer» @Acme"],
  [
    "Senior Go Developer | Berlin\nWe build.\n---\nJunior Data Engineer | Berlin",
    "null «Senior Go Developer» @null",
  ],
  ["Acme is hiring a Senior Go Developer. We want engineers who care.", "senior «Senior Go Developer» @Acme"],
  ["We are hiring at Acme\nSenior Go Developer", "senior «Senior Go Developer» @Acme"],
  ["Lead Backend Developer | Munich | Hybrid", "staff «Lead Backend Developer» @null"],
  ["FILLED - thank you\nAcme | Go Developer | Berlin", "null «Go Developer» @Acme"],
  ["Acme | Senior+ Engineer (Full-Stack) | Remote", "senior «Senior+ Engineer (Full-Stack)» @Acme"],
  [
    "Acme | Senior Go Engineer & Senior Data Scientist/ML Engineer | Remote",
    "senior «Senior Go Engineer & Senior Data Scientist/ML Engineer» @Acme",
  ],
  [
    "Acme | Director of Engineering | Remote | Salary $225k\n\nAcme | Senior Engineer | Full-time | Salary $170k",
    "null «Director of Engineering» @Acme",
  ],
  ["Acme | Lead DevOps / SRE | Remote", "staff «Lead DevOps / SRE» @Acme"],
  ["Acme | Senior Product & Platform Engineer | Remote", "senior «Senior Product & Platform Engineer» @Acme"],
  ["Acme | Senior/Staff Engineer | Remote", "null «Senior/Staff Engineer» @Acme"],
  ["Acme | Mid-Senior Engineer | Remote", "null «Mid-Senior Engineer» @Acme"],
  ["Acme | Mid-level Go Engineer | Remote", "mid «Mid-level Go Engineer» @Acme"],
  ["Acme | Senior Backend/Frontend Engineer | Remote", "senior «Senior Backend/Frontend Engineer» @Acme"],
  [
    "Acme (YC S15) Is Hiring a Director of Data and AI Scientists",
    "null «Director of Data and AI Scientists» @Acme",
  ],
  ["acme (YC F24) is hiring across teams. [On-site, Berlin]", "null «null» @acme"],
  ["Acme (YC S23, Series A) needs a Senior Engineer to grow", "senior «Senior Engineer» @Acme"],
  ["Acme (YC W24): Senior Engineer – $95K in Spain", "senior «Acme (YC W24): Senior Engineer» @Acme"],
  ["Acme, YC S24 | https://acme.example\nHiring 4 full-time Go Engineers", "null «Go Engineers» @Acme"],
  ["Architect Home Loans | Chicago | Remote", "null «null» @Architect Home Loans"],
  ["Acme (Oslo / Bergen) | Account Executive | Hybrid", "null «null» @Acme"],
  ["Company: Acme\nRole: Founding Go Engineer", "null «Founding Go Engineer» @Acme"],
  ["Acme | Oslo | [Platform | Data] Engineer", "null «[Platform | Data] Engineer» @Acme"],
  ["Acme | Remote | Principal Engineer https://acme.example/1", "staff «Principal Engineer» @Acme"],
  ["Acme | Oslo\n\nWe want talented, curious Rust developers.", "null «Rust developers» @Acme"],
  ["Acme | Oslo\n\nRoles: Staff Engineer; Data Engineer; Lead Engineer", "null «Staff Engineer» @Acme"],
  [
    "Acme | Oslo\n\nSenior Engineer, Back-end, Loans: you build.",
    "senior «Senior Engineer, Back-end, Loans» @Acme",
  ],
  ["Acme | Oslo | Lead Developer / Engineer", "staff «Lead Developer / Engineer» @Acme"],
  ["Senior Engineer – Payments", "senior «Senior Engineer» @null"],
  ["Acme – Senior Engineer – Oslo", "senior «Senior Engineer» @Acme"],
  ["Berlin: Senior Engineer", "senior «Berlin: Senior Engineer» @null"],
  ["Everybody needs a home. We build them.", "null «null» @null"],
  ["Acme | Oslo | Help Desk Engineer", "null «Help Desk Engineer» @Acme"],
  ["Acme | Oslo | Remote Sensing Engineer", "null «Remote Sensing Engineer» @Acme"],
  ["Hi! I'm Kim, cofounder of Acme, an engineer too.", "null «null» @null"],
  ["Subject: Application as Backend Developer - Jane Doe\nI have worked with Go.", "null «null» @null"],
  ["Acme | Platform / Cloud Engineer (Senior) | Oslo", "senior «Platform / Cloud Engineer (Senior)» @Acme"],
  ["Acme | Software Engineer (New Grad) | Oslo", "junior «Software Engineer (New Grad)» @Acme"],
  ["Acme | CTO | Oslo", "staff «CTO» @Acme"],
])("%j has the level, title and company %j", (text, expected) => {
  const { seniority, title, company } = readPosting(text);
  expect(`${seniority?.value ?? null} «${title?.text ?? null}» @${company?.name ?? null}`).toBe(expected);
});

test.each([
  ["Acme | Engineer | Full-time or contract | Remote (US)", "full-time,contract"],
  ["Acme | Engineer | (FT) | Berlin", "full-time"],
  ["Acme | Engineer | Full-time\nWe're also hiring an intern.", "full-time,internship"],
  ["Acme | Engineer\nThis is a contractor position.", "contract"],
  ["Acme | Engineer\nJoin us.\nA\nB\nType: contract", "contract"],
  ["Acme | Engineer\nJoin us.\nA\nB\nContract: permanent", "full-time"],
  ["Acme | Engineer\nWe're also hiring an intern.", "internship"],
])("%j offers %j", (text, expected) => {
  expect(
    readPosting(text)
      .employment.map(({ value }) => value)
      .join(","),
  ).toBe(expected);
});
