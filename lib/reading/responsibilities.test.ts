import { describe, expect, test } from "vitest";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { readResponsibilities } from "./responsibilities";
import { responsibilityCues } from "./responsibility-cues";

const read = (text: string) =>
  readResponsibilities(text)
    .map(({ slug, must }) => (must ? slug : `${slug}?`))
    .sort()
    .join(",");

test("each of the 25 has cues, and there are no others", () => {
  expect(Object.keys(responsibilityCues).sort()).toEqual(
    responsibilityEntries.map(({ slug }) => slug).sort(),
  );
});

/** Sentences that ask for one duty, in the forms that adverts use. */
const asked: Record<string, string[]> = {
  "continuous-learning": [
    "You pick up new tools as you go.",
    "You keep your knowledge fresh.",
    "You are eager to learn.",
    "You keep up to date with new tools.",
    "You like learning new languages.",
    "A chance to grow your skills.",
  ],
  "cross-team-delivery": [
    "You collaborate across the company, from sales to support.",
    "You work cross-functionally with infra.",
    "You collaborate with front-end developers.",
    "Partner with engineering, QA and support on each release.",
    "You work closely with other teams.",
    "Cross-functional collaboration is your strength.",
  ],
  "stakeholder-communication": [
    "Sit with the editors to understand what they need.",
    "You explain your choices to people who do not code.",
    "You work directly with our chief executive, our own teachers and our users.",
    "You keep clients in the loop.",
    "Lead technical conversations with customer stakeholders.",
    "You will talk to users every week.",
    "Explain trade-offs to non-technical colleagues.",
    "Work directly with clients.",
    "You bridge customers and engineering.",
    "Be the point of contact for enterprise clients.",
    "You advise our clients on what is possible.",
  ],
  "market-awareness": ["You watch our competitors.", "You follow market trends.", "Propose new services."],
  "improvement-analysis": [
    "You take part in code reviews.",
    "You look for ways to simplify what we have.",
    "Suggest improvements.",
    "You take part in process improvement.",
  ],
  "content-management-systems": [
    "You maintain a content management platform.",
    "Build and maintain WordPress sites.",
    "Set up a headless CMS.",
  ],
  "security-hardening": [
    "Ensure compliance with security rules.",
    "Put into place and maintain security and privacy controls.",
    "Secure our services.",
    "You carry out penetration tests.",
    "Harden the platform.",
    "You review their code and secure their products.",
  ],
  "server-side-frameworks": [
    "You develop the shop in Ruby on Rails.",
    "You work on our Symfony application.",
    "Extend our Django application.",
    "Building things with Spring Boot.",
  ],
  "web-server-support": [
    "Monitor production and fix what breaks.",
    "You run the Kubernetes clusters behind the shop.",
    "Operate our Linux servers.",
    "Configure nginx.",
    "You take part in the on-call rotation.",
  ],
  "api-integration": [
    "Integrate our tool with the registries of the states.",
    "You'll own:\n- Integration adapters for banks",
    "Connect the shop to the systems of carriers through their APIs.",
    "You integrate user-facing parts with the back end.",
    "Integrate with external services.",
    "Build integrations with our partners.",
    "You'll help customers integrate our API.",
  ],
  "full-lifecycle-development": [
    "Own features from idea to production.",
    "You lead projects end-to-end.",
    "You own it: design → deploy.",
    "Drive features from discovery to delivery.",
    "Work in all phases of the development process.",
  ],
  "application-modernisation": [
    "Improve a mature codebase.",
    "You help to break our monolith into services.",
    "Modernise our monolith.",
    "Lead the transition from legacy software.",
    "Reduce technical debt.",
    "Pay down tech debt.",
  ],
  "requirements-management": [
    "Gather requirements.",
    "You write clear user stories.",
    "Talk to teachers about what they need.",
  ],
  "feature-collaboration": [
    "Collaborate with partners across product and sales.",
    "Work closely with product and design.",
    "Collaborate with designers.",
    "You work hand in hand with our product managers.",
    "You pair with designers and researchers.",
  ],
  "ui-performance-testing": [
    "You measure how fast each page loads.",
    "Measure front-end performance.",
    "Watch our Core Web Vitals.",
  ],
  "application-troubleshooting": [
    "Respond to alerts at night.",
    "Look into problems that readers report.",
    "Dig into hard production problems.",
    "You do the troubleshooting.",
    "You respond to incidents.",
    "Perform root-cause analysis.",
  ],
  "performance-objectives": [
    "Make slow pages fast.",
    "You optimise services for speed.",
    "Optimise the performance of our pages.",
    "Ensure low latency.",
    "Define SLOs.",
    "Drive the scalability of the product.",
  ],
  "api-management": [
    "Design and build REST APIs.",
    "Own the public API.",
    "The design and development of APIs.",
  ],
  "data-storage-and-payments": ["Design database schemas.", "Build the checkout.", "Operate our databases."],
  "testing-and-maintenance": [
    "You ship well-tested, readable code.",
    "Ensure quality with automated tests.",
    "Write unit tests.",
    "Maintain the code base.",
    "You write, test and document code.",
  ],
  "feature-discovery": [
    "Decide with us what to build next.",
    "Uncover what features our readers miss.",
    "You bring ideas for new features.",
    "Define new features.",
    "Turn what customers miss into features.",
    "You help to shape product decisions.",
    "Contribute to the roadmap.",
  ],
  "architecture-and-agile": [
    "You collaborate on architecture.",
    "You set the technical direction.",
    "Shape the architecture.",
    "You drive architecture reviews.",
    "You will work in an agile team.",
    "Make architectural decisions.",
    "Take part in the daily stand-up.",
  ],
  "server-side-logic": ["Build our back end.", "You own Go services.", "Improve the business logic."],
  "system-problem-solving": [
    "You solve problems across our whole stack.",
    "Solve scaling problems.",
    "You'll solve challenging technical problems.",
    "Tackle infrastructure and network challenges.",
  ],
  debugging: ["Debug what others gave up on.", "Hunt down race conditions.", "You fix bugs."],
};

describe.each(Object.entries(asked))("%s", (slug, sentences) => {
  test.each(sentences)("%s", (sentence) => {
    expect(read(sentence).split(",")).toContain(slug);
  });
});

test.each([
  // What the company and its product do.
  "We secure your data and build APIs.",
  "Acme builds databases.",
  "Our platform helps teams debug their services.",
  "Corvalis, the tool that explains contracts to clients, is growing.",
  "At Acme, we're designing the architecture of tomorrow.",
  "A studio that builds integrations for banks.",
  "It lets developers focus on writing business logic.",
  "Coordination software so teams can fix bugs sooner.",
  // What the employer gives.
  "A yearly education budget to keep learning.",
  // What one likes, can do, has done or knows.
  "If you enjoy building distributed systems, write to us.",
  "You are comfortable debugging.",
  "You know how to talk to users.",
  "Requirements:\n- Develop APIs with ease\n- Database design",
  "Backend engineer: Python, database design, testing skills.",
  "Experience building APIs in Go.",
  "Five years of experience owning architecture.",
  "A history of writing unit tests, and a track record of shipping features end-to-end.",
  "Experience with penetration testing.",
  "You have built and operated distributed systems at scale.",
  "You’ve owned an API.",
  "Experience with relational schema design.",
  "A good understanding of market requirements.",
  "Experience with REST APIs.",
  "Knowledge of Django and Rails.",
  "Required skills:\n- Performance tuning",
  "you:\n- have shipped back-end systems",
  "A fit if you're comfortable with:\n- Operating production systems",
  "We like generalists, and do not look for narrow specialists of any kind. A fit if you're comfortable with:\n- Operating production systems",
  // Others than the person, and other things.
  "Teams that can stay focused on designing, building and shipping are rare.",
  "You shape how developers consume APIs.",
  "Comfortable working across backend, client, and infrastructure.",
  "Shipping carrier integrations are a plus.",
  "You support the larger transaction volume.",
  // Words that are no verbs there.
  "Strong API design and architectural taste.",
  "Network support, and reports for management",
  "Enterprise-scale pipelines and back-end colleagues.",
  "On-call exists, but pages are rare.",
  "Data-driven product decisions are our culture.",
  // The object is another one.
  "Build tools for databases.",
  "You own the growth and the sales end-to-end.",
  "You build dashboards across our APIs.",
  "No debugging, no on-call.",
])("%j asks for no duty", (text) => {
  expect(read(text)).toBe("");
});

test.each([
  [
    "You'll own:\n- Back-end services\n- The public API\n- Payment integrations",
    "api-integration,api-management,server-side-logic",
  ],
  ["What you'll work on\n• Scalable APIs\n• Unit tests", "api-management,testing-and-maintenance"],
  ["Responsibilities:\n- Database design\n\nOur stack:\n- APIs in Go", "data-storage-and-payments"],
  ["Our product:\n- APIs\n- Payment integrations", ""],
  ["Your tasks:\n- Debugging\n\nNice to have:\n- Mentor others\n- Debug kernels", "debugging"],
  ["Bonus: you debug kernels.", "debugging?"],
])("%j, a list, asks for %j", (text, slugs) => {
  expect(read(text)).toBe(slugs);
});

test.each([
  "own, build and ",
  "own the ",
  "own          ",
  "work closely with our product, ",
  "- a b back-end systems\n",
  "design → build → ",
])("100 KB of %j take time in proportion", (unit) => {
  const text = `You'll own:\n${unit.repeat(Math.ceil(100_000 / unit.length))}`;
  readResponsibilities(text.slice(0, 20_000));
  const began = performance.now();
  readResponsibilities(text);
  // Squared time would be tens of seconds; a busy machine is not.
  expect(performance.now() - began).toBeLessThan(3_000);
});
