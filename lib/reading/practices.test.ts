import { expect, test } from "vitest";
import { readSkills } from "./skills";

const read = (text: string) =>
  readSkills(text)
    .map(({ slug, must }) => (must ? slug : `${slug}?`))
    .join(",");

test.each([
  // Nouns, verbs, hyphens, plurals.
  ["Experience with ML", "machine-learning"],
  ["ML is a must", "machine-learning"],
  ["You coach junior colleagues and mentor engineers", "mentoring"],
  ["Mentoring engineers is half of the job.", "mentoring"],
  ["You build high-concurrency systems", "concurrency"],
  ["We are looking for great communicators and critical thinkers", "communication,critical-thinking"],
  ["You modernize legacy services", "legacy-modernisation"],
  ["You write technical docs", "technical-writing"],
  ["Strong customer-facing communication", "communication"],
  ["You serve as the technical lead for the team", "technical-leadership"],
  ["Ten years of full-stack experience", "full-stack-development"],
  ["You have an eye for detail and are self-driven", "attention-to-detail,self-motivation"],
  ["You use agentic development tools", "ai-assisted-development"],
  ["Experience with web apps and open source", "web-development,open-source"],
  ["You'll own:\n- Reliability, on-call, incident response", "on-call,incident-response"],
  ["You understand caching", "caching"],
  ["You are responsible for monitoring", "monitoring"],
  ["Interest in statistics", "statistics"],
  ["You write unit and integration tests", "unit-testing,integration-testing"],
  ["- Write unit, integration and end-to-end tests", "unit-testing,integration-testing,end-to-end-testing"],
  ["- Own evaluation, monitoring, and dashboards", "monitoring"],
  ["Develop tools, database tuning, monitoring, and upgrades", "slow-query-tuning,monitoring"],
  ["- Build LLM-powered features", "llms"],
  ["You lead a team of engineers", "technical-leadership"],
  ["- Statistics background", "statistics"],
  ["- Compiler experience", "compilers"],
  ["You handle incidents and write documentation", "incident-response,technical-writing"],
  ["Documentation formats: Markdown", "markdown"],
  ["There is an on-call rotation.", "on-call"],
  // Ways of working.
  ["We do pair programming and value code reviews", "pair-programming,code-review"],
  ["We have end-to-end tests", "end-to-end-testing"],
  ["We run our in-house observability platform", "observability"],
  // Titles, in a list or in a line of their own, and stages of the application.
  [
    "Acme | Leeds\n\nOur roles:\n- Staff Engineer – Machine Learning (£90k)\n- Embedded Engineer (Computer Vision)",
    "",
  ],
  ["Now open: Senior Smart Contract & Back-end Engineer, Distributed Systems Software Engineer", ""],
  [
    "We offer two jobs:\nSenior Machine Learning Researcher: you know distributed systems",
    "distributed-systems",
  ],
  ["Engineers with distributed systems experience", "distributed-systems"],
  ["You meet the team, then do a system design interview", ""],
  // What the company makes, and for whom.
  ["We're building AI agents that automate bookkeeping", ""],
  ["At Acme Labs, we build data pipelines for hospitals", ""],
  ["Acme combines feature flags with A/B testing", ""],
  ["It lets developers monitor distributed systems", ""],
  ["Our platform uses machine learning", ""],
  ["We help engineers with code reviews", ""],
  ["What we're building: RAG for lawyers", ""],
  ["A tool that helps teams with incident response", ""],
  ["This is our own caching layer", ""],
  ["The line between code and content is blurring with LLMs", ""],
  ["A small device sees the kitchen with computer vision", ""],
  ["Contribute to distributed systems", "distributed-systems"],
  // What one does with it, or cares for.
  ["Experience with UI design is a plus", "ui-design?"],
  ["Expertise in user research, modern design tools and design systems", "design-systems"],
  ["You plan and design systems that last", ""],
  ["You have a background in building and running web applications", "web-development"],
  ["Looking for: 4+ years building production web apps", "web-development"],
  ["We want an engineer with a strong focus on product and UX", "ux-design"],
  ["Someone who cares deeply about UX", "ux-design"],
  ["You'll be on-call one week in six", "on-call"],
  ["You will not be on-call", ""],
  ["You'll handle monitoring and capacity", "monitoring"],
  ["You set standards and mentor future engineers", "mentoring"],
  ["You bring polished communication", "communication"],
  ["Developers focusing on mobile apps and web applications", "mobile-development,web-development"],
  ["You will build and evaluate LLM-driven features", "llms"],
  ["You care about accessibility and web performance", "accessibility-compliance,web-performance"],
  // Names of roles, and of what a link leads to.
  ["We are growing by two:\n- SRE - remote in Spain\n- Designer", ""],
  ["You follow SRE practices", "site-reliability-engineering"],
  ["We have roles across the company (product eng, devops eng, data)", ""],
  ["If you are a pure DevOps person, talk to us too", ""],
  ["Now hiring:\nAgentic AI (3 roles)", ""],
  ["Read more\n-> LLM systems in the wild: https://example.com/llm", ""],
  // The world, its markets and the company's means.
  ["Web scraping has not changed in decades.", ""],
  ["AI agents are about to run half of all trade.", ""],
  ["Machine learning experience is required.", "machine-learning"],
  ["Code review is part of everyone's day.", "code-review"],
  ["We believe the future of DevOps is quiet.", ""],
  ["With expertise in machine learning and statistics, we build tools for banks.", ""],
  ["With experience in machine learning you will feel at home.", "machine-learning"],
  ["We audit teams of the blockchain industry.", ""],
  ["Our founders have spent years on web scraping.", ""],
  ["We are at the forefront of applying LLMs to law.", ""],
  ["Larkspur equips developers by combining feature flags and A/B testing.", ""],
  // What one does, in the words of a duty.
  ["- Monitor production systems and respond to alerts", "monitoring,incident-response"],
  ["You clean up as you go: read, refactor, ship", "refactoring"],
  ["Expect to refactor old modules.", "refactoring"],
  ["It is not our habit to over-refactor things", ""],
  ["Experience with either accessibility or SEO", "accessibility-compliance?,seo?"],
  [
    "Three years in platform engineering, SRE or DevOps",
    "platform-engineering,site-reliability-engineering,devops",
  ],
  ["Some front-end knowledge (a bit of JavaScript)", "front-end-development,javascript"],
  ["Design the schemas that hold our orders", "schema-design"],
  ["You improve slow database queries", "slow-query-tuning"],
  // Other things of the same name, and names of what is a company's own.
  ["You remember the pre-LLM days", ""],
  ["We run models on the NPU/DSP.", ""],
  ["You thrive in multi-threaded enterprise sales", ""],
  ["A coaching experience for tennis players", ""],
  ["Knowledge of labs and of Acme's testing platform", ""],
  ["Lawyers who know Large Language Model powered tools", ""],
  ["We are a team of engineers who've shipped machine learning for cars.", ""],
  ["The firm was founded in 2020 by leading machine learning researchers.", ""],
  ["Our cloud services include block storage and CI/CD.", ""],
  ["Role Engineering, Backend Experience 3+ years Visa none", ""],
  ["Now hiring:\nMember of Technical Staff, Product (ML)", ""],
  // A title names a role.
  ["Technical Lead | Berlin", ""],
  ["We hire ML engineers", ""],
])("%j asks for the practices %j", (text, slugs) => {
  expect(read(text)).toBe(slugs);
});

/** More of who says what of technologies, and how much. */
test.each([
  ["Components are developed in C for speed", "c"],
  ["You speak to machines (Python preferred), know Docker", "python?,docker"],
  ["Skills:\n- Perl 5\n\n- Nice to have -\nKafka and Redis", "perl,kafka?,redis?"],
  ["Check out our GitHub. We write Elixir.", "elixir"],
  ["Send us your CV and GitHub and/or portfolio", ""],
  ["Apply: write to jobs at acme, with GitHub", ""],
  ["Figma-like canvas in Vue", "vue"],
  ["A Postgres-compatible database in Rust", "rust"],
  ["Acme - Figma for the building trade", ""],
  ["Founded by people from startups you know like Notion", ""],
  ["A team with experience at companies such as Stack Overflow, Snowflake and Kaggle", ""],
  ["A company on the scale of ServiceNow", ""],
  ["It is like a TypeScript setup", ""],
  ["Graphite |Senior Engineer | Oslo\n\nThe stack: Graphite, Ruby", "ruby"],
])("%j asks for the technologies %j", (text, slugs) => {
  expect(read(text)).toBe(slugs);
});
