import type { CompanySource } from "./source";

/** Tools for other developers: builds, logs, queues, schemas, identity, messages. */
export const developerTools: CompanySource[] = [
  {
    name: "Cindertrail",
    country: "US",
    cities: ["San Francisco", "Portland"],
    size: "51-200",
    about:
      "Cindertrail is a remote build cache and runner. 2,200 engineering teams use it so that nobody compiles the same thing twice.",
    verifiedBy: "dns",
    live: 18,
    stacks: ["rust", "go"],
    hires: ["US", "CA", "GB", "DE", "PL"],
    systems: [
      {
        team: "Build Cache",
        requests: "over-10000",
        responsibilities: [
          "performance-objectives",
          "server-side-logic",
          "system-problem-solving",
          "data-storage-and-payments",
        ],
        skills: ["caching", "distributed-systems", "performance-tuning"],
        what: [
          "The cache answers 60,000 look-ups a second, nine in ten with a hit, and hands out 400 terabytes a day. A miss costs somebody minutes; a wrong hit costs trust.",
          "Build Cache stores compiler outputs by content. The index fits into memory, the rest is spread over three regions.",
        ],
        pain: [
          "Evicting by last use throws out exactly what the Monday build needs.",
          "One customer’s monorepo has 40 times the median number of files, and our per-file costs show.",
        ],
        start: [
          "You take a trace of one large customer, and find what is fetched twice.",
          "You try three eviction policies on recorded traces, write up the results, and ship the one that wins.",
        ],
      },
      {
        team: "Runners",
        stacks: ["platform", "rust", "go"],
        requests: "100-1000",
        responsibilities: [
          "system-problem-solving",
          "security-hardening",
          "application-troubleshooting",
          "performance-objectives",
        ],
        skills: ["virtualisation", "linux", "capacity-planning"],
        what: [
          "A job gets a fresh virtual machine in under two seconds, runs untrusted code and vanishes. We start 1.3 million of them a day.",
          "Runners is where customers’ code meets our hardware. Isolation comes first, start-up time second, price third.",
        ],
        pain: [
          "The pool is sized by hand before each American Monday.",
          "Disk is the noisy neighbour that we cannot yet throttle fairly.",
        ],
        start: [
          "You build the per-job record of disk and network that support has wanted for a year.",
          "You replace the hand-sized pool by a forecast with a bound on how often it may be wrong.",
        ],
      },
      {
        team: "Build Insights",
        requests: "100-1000",
        responsibilities: [
          "improvement-analysis",
          "api-management",
          "feature-discovery",
          "full-lifecycle-development",
        ],
        skills: ["data-modelling", "api-design", "olap"],
        what: [
          "Why was this build slow? Insights takes in 9 billion spans a day and answers within a second, for a developer who is already annoyed.",
          "Insights shows a team which target costs them most and whose change made it so.",
        ],
        pain: [
          "Queries over 90 days are the ones that convince a customer, and the ones that time out.",
          "Flaky tests look like slow tests in our figures.",
        ],
        start: [
          "You separate flakiness from slowness in the data, and correct the report that customers quote most.",
          "You redesign storage for long ranges, with a price per query that we can live with.",
        ],
      },
      {
        team: "Billing and Limits",
        requests: "100-1000",
        responsibilities: [
          "data-storage-and-payments",
          "api-integration",
          "requirements-management",
          "testing-and-maintenance",
        ],
        skills: ["payments", "rate-limiting", "event-driven-architecture"],
        what: [
          "We bill by the machine-second. Metering counts them once and only once, and limits stop a runaway loop before it is a 9,000 dollar night.",
          "Billing and Limits turns a few billion usage events a month into invoices that customers’ finance people do not question.",
        ],
        pain: [
          "Limits are checked every minute, and a minute can be expensive.",
          "Credits, discounts and commitments interact in ways that sales discovers first.",
        ],
        start: [
          "You bring the reaction time of a limit from a minute to five seconds.",
          "You model credits and commitments so that an invoice can be explained line by line, to anyone.",
        ],
      },
    ],
  },
  {
    name: "Logkestrel",
    country: "EE",
    cities: ["Tallinn", "Tartu"],
    size: "11-50",
    about:
      "Logkestrel searches logs without an index for everything: cheap storage, clever pruning. 31 people, 500 customers, 3 petabytes.",
    verifiedBy: "dns",
    live: 8,
    stacks: ["rust", "cpp"],
    hires: ["EE", "FI", "PL", "DE", "PT"],
    systems: [
      {
        team: "Query Engine",
        requests: "10-100",
        responsibilities: [
          "performance-objectives",
          "system-problem-solving",
          "server-side-logic",
          "architecture-and-agile",
        ],
        skills: ["performance-tuning", "data-structures", "concurrency"],
        what: [
          "A query plans, prunes and scans: 3 petabytes on paper, 40 gigabytes in the good case. The engine decides how good the case is.",
          "Query Engine is 60,000 lines and four people. The slowest query of the week is discussed on Fridays, with a flame graph.",
        ],
        pain: [
          "A query for something that is not there reads everything.",
          "Memory limits are enforced by the kernel, which is rude about it.",
        ],
        start: [
          "You add one kind of pruning for one kind of query, from idea to measured result.",
          "You give the engine memory accounting of its own, so that a large query degrades and its neighbours do not notice.",
        ],
      },
      {
        team: "Log Ingest",
        stacks: ["rust", "cpp", "platform"],
        requests: "over-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "application-troubleshooting",
          "api-management",
        ],
        skills: ["stream-processing", "scalability", "serialisation"],
        what: [
          "14 gigabytes a second come in over five protocols and have to be searchable within ten seconds. Ingest batches, compresses and writes, and says no when it must.",
          "Customers point their log shippers at us and forget about it. Ingest is what lets them.",
        ],
        pain: [
          "One customer’s incident is our traffic peak, at the moment when they need us.",
          "Parsing is two thirds of the processor time.",
        ],
        start: [
          "You profile parsing with customers’ real shapes, and take a fifth of it out.",
          "You build per-customer back-pressure that shippers honour, and prove it with a rehearsed storm.",
        ],
      },
    ],
  },
  {
    name: "Queuewright",
    country: "US",
    cities: ["Denver", "Austin"],
    size: "11-50",
    about:
      "Queuewright runs background jobs for other people’s applications. 19 people, everyone remote since the first day, 6 billion jobs a month.",
    verifiedBy: "email",
    remoteOnly: true,
    live: 10,
    stacks: ["rails", "elixir", "go"],
    hires: ["US", "CA", "BR", "GB", "PT"],
    systems: [
      {
        team: "Job Scheduler",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "system-problem-solving",
          "debugging",
        ],
        skills: ["distributed-systems", "concurrency", "idempotency"],
        what: [
          "A job runs at least once, usually once, and at the time asked for. The scheduler holds 90 million that are due later, and starts 2,500 a second.",
          "Scheduler keeps the promise in our name: not lost, not twice if we can help it, and in order where a customer asks for order.",
        ],
        pain: [
          "Half of the world schedules for the full hour.",
          "A customer’s deploy that crashes on each job takes a worker with it, a thousand times.",
        ],
        start: [
          "You smooth the full hour for customers who do not care about the second, and show them that nothing else changed.",
          "You contain crash loops: detected in ten seconds, slowed down, told to the customer.",
        ],
      },
      {
        team: "Dashboard API",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "feature-collaboration",
          "full-lifecycle-development",
          "ui-performance-testing",
        ],
        skills: ["api-design", "caching", "end-to-end-testing"],
        what: [
          "Customers open the dashboard when something is wrong. It has to be fast then, and it has to be honest.",
          "The dashboard’s interface answers for queues, failures and retries over 6 billion jobs. It is also what customers script against.",
        ],
        pain: [
          "Counting failed jobs is exact and slow. Nobody has asked whether it must be exact.",
          "Filters are combined freely, and some combinations have no index.",
        ],
        start: [
          "You look at what customers really filter by, and make these three combinations fast.",
          "You bring in counts with a stated error, and a way to ask for the exact one.",
        ],
      },
    ],
  },
  {
    name: "Tablewright",
    country: "CZ",
    cities: ["Brno", "Prague"],
    size: "11-50",
    about:
      "Tablewright changes database schemas under load: it plans, copies, verifies and switches. Used by 400 teams who were tired of maintenance windows.",
    verifiedBy: "dns",
    live: 8,
    stacks: ["go", "java"],
    hires: ["CZ", "SK", "PL", "DE", "RO"],
    systems: [
      {
        team: "Migration Engine",
        requests: "under-10",
        responsibilities: [
          "server-side-logic",
          "system-problem-solving",
          "testing-and-maintenance",
          "debugging",
        ],
        skills: ["schema-design", "replication", "database-indexing"],
        what: [
          "The engine copies a table of 4 billion rows while it is being written to, checks the copy and swaps it in, in under a second of lock.",
          "Migration Engine has to be right on other people’s data. A third of its code is checks.",
        ],
        pain: [
          "Long transactions at the customer hold up the last second, and we cannot see them coming.",
          "Foreign keys between large tables are supported on paper.",
        ],
        start: [
          "You write the pre-flight check that tells a customer why tonight is a bad night.",
          "You make foreign keys work for the three shapes that customers really have, with a fault injected at every step.",
        ],
      },
      {
        team: "Plan Advisor",
        requests: "10-100",
        responsibilities: ["improvement-analysis", "api-integration", "feature-discovery", "api-management"],
        skills: ["slow-query-tuning", "static-analysis", "database-indexing"],
        what: [
          "Advisor reads a proposed change in a pull request, and says what it will lock, for how long, and what to write instead.",
          "We comment on 70,000 schema changes a month. Two in three comments are acted on; we want to know about the third.",
        ],
        pain: [
          "Our estimate of lock time is a table of constants from 2021.",
          "The parser stops at the first thing that it does not know.",
        ],
        start: [
          "You follow up 200 ignored comments, and remove the advice that was wrong.",
          "You replace the constants by measurements from real migrations, with an error bar in the comment.",
        ],
      },
    ],
  },
  {
    name: "Keyfathom",
    country: "US",
    cities: ["Austin", "Seattle"],
    size: "201-1000",
    about:
      "Keyfathom signs people in: single sign-on, directory sync and access reviews for 5,800 companies. If we are down, nobody works.",
    verifiedBy: "dns",
    live: 22,
    stacks: ["go", "java", "node"],
    hires: ["US", "CA", "IE", "GB"],
    systems: [
      {
        team: "Sign-in",
        requests: "1000-10000",
        responsibilities: [
          "security-hardening",
          "performance-objectives",
          "server-side-logic",
          "application-troubleshooting",
        ],
        skills: ["oauth", "openid-connect", "high-availability"],
        what: [
          "Between 8:55 and 9:05 in every time zone people sign in. The service answers 7,000 requests a second then, from three regions, and forgets nobody’s second factor.",
          "Sign-in speaks the standards, and the 200 ways in which other products misread them.",
        ],
        pain: [
          "Sessions are revoked everywhere within 60 seconds. Customers read that as at once.",
          "One region has to carry the other two, and last did so in a drill with half the load.",
        ],
        start: [
          "You take the revocation path apart, and bring it from 60 seconds to under five.",
          "You lead the drill in which one region carries all traffic for a whole Tuesday.",
        ],
      },
      {
        team: "Directory Sync",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "debugging",
          "application-troubleshooting",
          "system-problem-solving",
        ],
        skills: ["ldap", "eventual-consistency", "rate-limiting"],
        what: [
          "Somebody leaves a company, and 40 applications have to know. Sync carries joiners, movers and leavers from 30 kinds of directories, 12 million changes a day.",
          "Directory Sync is other people’s rate limits, outages and surprises, turned into one promise: within ten minutes.",
        ],
        pain: [
          "A full resync of a large customer takes 14 hours and blocks small changes.",
          "When a directory returns nothing by mistake, we must not believe it.",
        ],
        start: [
          "You build the brake that stops a sync which would remove more than a few people.",
          "You let small changes pass a full resync, without ever applying the older one last.",
        ],
      },
      {
        team: "Access Reviews",
        requests: "10-100",
        responsibilities: [
          "requirements-management",
          "feature-collaboration",
          "full-lifecycle-development",
          "feature-discovery",
        ],
        skills: ["rbac", "requirements-analysis", "schema-design"],
        what: [
          "Four times a year a manager has to say who still needs what. Reviews gathers it from 40 applications, and makes a two-hour chore of a two-week one.",
          "Access Reviews asked 11 million questions last quarter. Ninety-six per cent were answered yes without reading, and that is our problem.",
        ],
        pain: [
          "Every application names its permissions differently, and none of them for a manager.",
          "Reviews run for weeks while the truth moves on.",
        ],
        start: [
          "You find the questions that need not be asked, and take the first third away.",
          "You rebuild reviews on changes since last time, with an auditor at the table.",
        ],
      },
      {
        team: "Audit Log",
        requests: "1000-10000",
        responsibilities: [
          "data-storage-and-payments",
          "api-management",
          "performance-objectives",
          "security-hardening",
        ],
        skills: ["data-modelling", "stream-processing", "soc-2"],
        what: [
          "Every sign-in, grant and change of 5,800 companies, kept for seven years and searchable after an incident: 3 billion events a month.",
          "Audit Log writes what cannot be unwritten, and answers a security team’s question at three in the morning.",
        ],
        pain: [
          "Searches by a person’s old name miss half.",
          "Export to customers’ own stores falls behind when they throttle us, and then it is our gap.",
        ],
        start: [
          "You make search follow a person through renames, with tests for the odd ones.",
          "You rework export so that each customer’s delay is visible, bounded and resumable.",
        ],
      },
      {
        team: "Access Platform",
        stacks: ["platform", "go"],
        requests: "100-1000",
        responsibilities: [
          "web-server-support",
          "system-problem-solving",
          "security-hardening",
          "continuous-learning",
        ],
        skills: ["infrastructure-as-code", "observability", "site-reliability-engineering"],
        what: [
          "A team of platform people keeps 140 services deployable by their owners, in three regions, under two audits a year.",
          "Access Platform owns the path from a merged change to all regions, with a stop at each that a human can pull.",
        ],
        pain: [
          "A full rollout takes five hours, and so people batch their changes.",
          "Each service has found its own way to handle secrets.",
        ],
        start: [
          "You bring ten services onto the one way of handling secrets, and write the guide for the rest.",
          "You cut the rollout to 90 minutes without dropping a check, and show which checks ever found anything.",
        ],
      },
    ],
  },
  {
    name: "Signalmoor",
    country: "IE",
    cities: ["Dublin", "Cork"],
    size: "51-200",
    about:
      "Signalmoor sends text messages and voice calls for banks, couriers and clinics: 240 million messages a month over 90 operators.",
    verifiedBy: null,
    unclaimed: true,
    live: 6,
    stacks: ["java", "elixir"],
    hires: ["IE", "GB", "PT"],
    systems: [
      {
        team: "Message Routing",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "application-troubleshooting",
          "improvement-analysis",
        ],
        skills: ["low-latency", "message-queues", "observability"],
        what: [
          "A one-time code is worthless after a minute. Routing picks the operator by price, delay and delivery of the last ten minutes, 1,200 times a second.",
          "Message Routing watches 90 operators and moves traffic away from one before its customers notice.",
        ],
        pain: [
          "Delivery receipts come hours later, or are invented by the operator.",
          "Cheap routes look good in every figure but complaints.",
        ],
        start: [
          "You build the score that tells invented receipts from real ones, for five operators.",
          "You let routing learn from codes that were used, the only receipt that nobody can fake.",
        ],
      },
      {
        team: "Number Management",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "api-integration",
          "requirements-management",
          "debugging",
        ],
        skills: ["api-design", "schema-design", "error-handling"],
        what: [
          "Customers rent numbers in 70 countries, each with its own papers. The service orders, renews and gives back, and knows which ones are about to lapse.",
          "Number Management holds 400,000 numbers, and the rules under which each may be used.",
        ],
        pain: [
          "A lapsed number was a clinic’s hotline. It must not happen again.",
          "Regulators’ forms change, and our fields do not.",
        ],
        start: [
          "You build the watch over renewals, with two people told before a number can lapse.",
          "You make a country’s papers data, so that a new form is not a release.",
        ],
      },
    ],
  },
];
