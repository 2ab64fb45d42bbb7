import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSkills } from "./skills";

/** What is read, as "slug" for a must and "slug?" for a wish, in the order of the text. */
const read = (text: string) => readSkills(text).map(({ slug, must }) => (must ? slug : `${slug}?`));

describe("names and their boundaries", () => {
  test.each([
    ["C# and .NET", ["csharp", "dotnet"]],
    ["C#/.NET developer", ["csharp", "dotnet"]],
    ["ASP.NET Core on Azure", ["asp-net", "asp-net-core", "azure"]],
    ["Modern C++ (C++20) and Qt", ["cpp", "qt"]],
    ["C/C++ on Linux", ["c", "cpp", "linux"]],
    ["Objective-C and Swift", ["objective-c", "swift"]],
    ["Storage with OpenStack (Nova, Swift) and Ceph", ["openstack", "ceph"]],
    ["Node.js, Vue.js.", ["nodejs", "vue"]],
    ["NodeJS / node js / Node", ["nodejs"]],
    ["Postgres/MySQL", ["postgresql", "mysql"]],
    ["We run CI/CD on GitLab", ["continuous-delivery", "gitlab"]],
    ["k8s, golang and gcp", ["kubernetes", "go", "google-cloud"]],
    ["MS SQL or mssql", ["sql-server"]],
    ["JavaScript, not a word of the island", ["javascript"]],
    ["React Native apps", ["react-native"]],
    ["React and React Native", ["react", "react-native"]],
    ["We use React. Native speakers welcome.", ["react"]],
    ["Spring Boot 3 with Spring Security", ["spring", "spring-boot", "spring-security"]],
    ["Python3, Java17 and PHP8", ["python", "java", "php"]],
    ["Ruby on Rails and PostgreSQL", ["rails", "postgresql"]],
    ["RESTful APIs, SOAP, gRPC", ["rest", "soap", "grpc"]],
    ["AWS Lambda and Azure Functions", ["aws", "aws-lambda", "azure", "azure-functions"]],
    ["Strong SQL tuning", ["sql", "slow-query-tuning"]],
    ["TCP/IP and PL/SQL", ["tcp-ip", "pl-sql"]],
    ["Kotlin-based services, Docker-based builds", ["kotlin", "docker"]],
    ["\u00dcber Kafka, na\u00efve Redis", ["kafka", "redis"]],
  ])("%j names %j", (text, slugs) => {
    expect(read(text)).toEqual(slugs);
  });
});

describe("words with an everyday meaning", () => {
  test.each([
    ["Own our go to market plan. Go to the next level.", []],
    ["Services in Go", ["go"]],
    ["Go, Rust or C", ["go", "rust", "c"]],
    ["Backend in Go and Kubernetes", ["go", "kubernetes"]],
    ["Experience with Go", ["go"]],
    ["a Go developer", ["go"]],
    ["Statistics in R and Python", ["python", "r"].reverse()],
    ["R&D in Python", ["python"]],
    ["C-level people who know Java", ["java"]],
    ["Express your ideas and react quickly to change", []],
    ["Node.js, Express and MongoDB", ["nodejs", "express", "mongodb"]],
    ["We start in Spring 2027 with a swift and flexible team", []],
    ["Java, Spring, Hibernate", ["java", "spring", "hibernate"]],
    ["Our chef cooks with salt; a helm to hold, a spark of joy", []],
    ["Ansible, Chef, Puppet or Salt", ["ansible", "chef", "puppet", "saltstack"]],
    ["Helm charts on Kubernetes", ["helm", "kubernetes"]],
    ["Kafka, Spark, Flink", ["kafka", "spark", "flink"]],
    ["Phoenix, Arizona", []],
    ["Elixir and Phoenix", ["elixir", "phoenix"]],
    ["We excel at what we do, and word gets around: make access easy", []],
    ["Consul, Nomad and Vault", ["consul", "nomad", "vault"]],
    ["Use your own flask", []],
    ["python, flask, celery", ["python", "flask", "celery"]],
    ["Apply with your CV and GitHub profile", []],
    ["Used by teams at Stripe, Vercel and Figma. We write Ruby.", ["ruby"]],
    ["Supabase | Remote | Backend Engineer (Elixir)", ["elixir"]],
    ["Mail jobs@python.org or see https://rust-lang.org/jobs and www.java.com", []],
    ["Edit main.go and index.js", []],
  ])("%j names %j", (text, slugs) => {
    expect(read(text).sort()).toEqual([...slugs].sort());
  });
});

describe("practices and concepts", () => {
  test.each([
    ["Full stack developer for a queue of people", []],
    ["Data structures such as linked lists, stacks, queues, graphs and hash tables", "list"],
    ["Test-driven development, code reviews, pair programming", "habits"],
    ["We work in Scrum teams and love communication", ["scrum"]],
    ["Excellent communication skills", ["communication"]],
    ["Knowledge of caching and log rotation", ["caching", "log-rotation"]],
    ["SAFE working conditions", []],
  ])("%j", (text, expected) => {
    const sets: Record<string, string[]> = {
      list: ["data-structures", "linked-lists", "stacks", "queues", "graphs", "hash-tables"],
      habits: ["test-driven-development", "code-review", "pair-programming"],
    };
    expect(read(text)).toEqual(typeof expected === "string" ? sets[expected] : expected);
  });
});

describe("what is not wanted", () => {
  test.each([
    ["Python, no PHP", ["python"]],
    ["We write Kotlin, not Java", ["kotlin"]],
    ["A front end without Angular", []],
    ["No PHP or Perl here", []],
    ["Rust instead of C++", ["rust"]],
    ["Not only Java but also Scala", ["java", "scala"]],
    ["No Elixir experience required", ["elixir?"]],
  ])("%j gives %j", (text, slugs) => {
    expect(read(text)).toEqual(slugs);
  });
});

describe("must and nice to have", () => {
  test.each([
    ["Python is required. Kafka is a plus.", ["python", "kafka?"]],
    ["Nice to have: Terraform, Ansible", ["terraform?", "ansible?"]],
    [
      "Must have:\n- Python\n\nNice to have:\n- Terraform\n- Docker\n\nWe offer:\n- Linux laptops",
      ["python", "terraform?", "docker?", "linux"],
    ],
    ["## Requirements\n* Java\n## Bonus points\n* Scala", ["java", "scala?"]],
    ["Ideally you have seen Kubernetes", ["kubernetes?"]],
    ["Strong Python skills; Django preferred", ["python", "django?"]],
    ["Strong Python required and, as a rule of thumb, some years of it; Go is a plus", ["python", "go?"]],
    ["Annual bonus. We use PostgreSQL", ["postgresql"]],
    ["Annual performance bonus for everyone who writes PostgreSQL", ["postgresql"]],
    ["Redis would be nice. Later: Redis is required.", ["redis"]],
    [
      "<h3>Requirements</h3><ul><li>Java</li></ul><h3>Nice to have</h3><ul><li>Scala</li></ul>",
      ["java", "scala?"],
    ],
  ])("%j gives %j", (text, slugs) => {
    expect(read(text)).toEqual(slugs);
  });
});

describe("places in the source", () => {
  const quoted = (text: string) =>
    readSkills(text).map(({ slug, spans }) => [slug, ...spans.map(([start, end]) => text.slice(start, end))]);

  test.each([
    ["Python and more Python", [["python", "Python", "Python"]]],
    [
      "<p>We use <b>Django</b> &amp; Redis</p>",
      [
        ["django", "Django"],
        ["redis", "Redis"],
      ],
    ],
    [
      "&lt;li&gt;C&#43;&#43; &amp;amp; Java&lt;/li&gt;",
      [
        ["cpp", "C&#43;&#43;"],
        ["java", "Java"],
      ],
    ],
    [
      "**React** `Native` and [C\\#](https://c.example/cpp/java)",
      [
        ["react-native", "React** `Native"],
        ["csharp", "C\\#"],
      ],
    ],
    ["Google Cloud\u00a0Platform", [["google-cloud", "Google Cloud\u00a0Platform"]]],
    ["🦀 Rust 🦀", [["rust", "Rust"]]],
  ])("%j", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  test("a script's content is no text", () => {
    expect(read("<script>use(React)</script><p>Vue</p>")).toEqual(["vue"]);
  });
});

const fragment = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "Go",
    "C++",
    "C#",
    ".NET",
    "Node.js",
    "React Native",
    " and ",
    ", ",
    "/",
    "no ",
    "<b>",
    "</p>",
    "<li>",
    "&amp;",
    "&amp;lt;",
    "&#x1F600;",
    "**",
    "](",
    "\n",
    "nice to have:",
    "\\",
    "https://a.b",
    "<!--",
    "<script>",
    "\ud800",
  ),
);

test("for any text: spans lie in it, in order, and read the same twice", () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
      const text = fragments.join("");
      const readings = readSkills(text);
      expect(readSkills(text)).toEqual(readings);
      expect(new Set(readings.map(({ slug }) => slug)).size).toBe(readings.length);
      for (const { spans } of readings) {
        let before = 0;
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** Texts that make careless matchers take squared time. */
const hostile = [
  "<",
  '<a "',
  "&amp;",
  "Go ",
  "Go, ",
  "c+++#",
  ". ",
  "a@",
  "](a",
  "no ",
  "*",
  "<!--",
  "used by Stripe ",
  "we build machine learning and ",
  "ideally Rust, Kafka ",
  "UX ",
  "LLMs are new. ",
  "you build web apps and ",
];

test.each(hostile)("100 KB of %j take time in proportion", (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
  readSkills(text.slice(0, 20_000));
  const began = performance.now();
  readSkills(text);
  // Squared time would be tens of seconds; a busy machine is not.
  expect(performance.now() - began).toBeLessThan(3_000);
});
