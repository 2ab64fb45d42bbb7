import type { CompanySource } from "./source";

/** Money on its way: marketplaces, merchants, invoices, instant payments, payroll. */
export const payments: CompanySource[] = [
  {
    name: "Tallyhaven",
    country: "DE",
    cities: ["Berlin", "Hamburg"],
    size: "201-1000",
    about:
      "Tallyhaven pays out marketplaces: a buyer pays once, and the sellers, the platform and the tax office each get their part. 340 marketplaces in eleven countries, about 2 million payouts a week, a licence as a payment institution in Germany. We are 280 people, 90 of them engineers.",
    verifiedBy: "dns",
    live: 12,
    stacks: ["java", "kotlin", "go", "node"],
    hires: ["DE", "AT", "NL", "PL", "ES"],
    systems: [
      {
        team: "Settlement",
        requests: "100-1000",
        responsibilities: [
          "data-storage-and-payments",
          "server-side-logic",
          "application-troubleshooting",
          "testing-and-maintenance",
        ],
        skills: ["payments", "idempotency", "transactions"],
        what: [
          "Settlement takes the day’s captured payments, splits them between sellers and platforms, and books every cent twice. A night moves between 30 and 45 million euros.",
          "The settlement run closes each marketplace’s books at its own midnight, in eleven countries. It works through about 400 bookings a second and has to be finished before the banks open.",
        ],
        pain: [
          "A refund that crosses midnight is still corrected by hand, some forty times a week. Three earlier attempts to model it failed on partial refunds.",
          "The run restarts from the beginning when a bank file is late. At month end that costs the whole safety margin.",
        ],
        start: [
          "You take one of the nine refund cases that are corrected by hand today, write it down with the finance desk, and make it book itself.",
          "You make the nightly run resumable, country by country, with Finland first because its volume is the smallest.",
        ],
      },
      {
        team: "Payout Files",
        requests: "10-100",
        responsibilities: [
          "api-integration",
          "application-troubleshooting",
          "debugging",
          "testing-and-maintenance",
        ],
        skills: ["idempotency", "batch-processing", "error-handling"],
        what: [
          "We hand payout files to fourteen banks and read their answers back. Every bank speaks the same standard in its own dialect, and two of them still want fixed-width files.",
          "Between our ledger and the sellers’ accounts stand fourteen banks. This team writes the files, follows each payment to its end, and knows why one came back.",
        ],
        pain: [
          "When a bank rejects one line it may reject the file, and we learn it from a PDF. Finding the line takes an analyst half a morning.",
          "Test banks answer differently from real ones, so the first file after each release is watched by two people.",
        ],
        start: [
          "You replay a year of bank answers against the parser and turn the 60 or so that it misreads into tests.",
          "You move the first bank from files to its payment interface and keep both ways running until the figures agree for a month.",
        ],
      },
      {
        team: "Seller Onboarding",
        requests: "10-100",
        responsibilities: [
          "feature-collaboration",
          "requirements-management",
          "api-management",
          "server-side-logic",
        ],
        skills: ["finite-state-machines", "api-design", "security-compliance"],
        what: [
          "Before a seller is paid we have to know who they are. Onboarding collects documents, checks owners against sanctions lists and tells the marketplace what is missing, in nine languages.",
          "Some 6,000 sellers a day come in through the platforms’ own sign-up pages. Onboarding decides which of them need a person to look, and keeps the file that the auditor asks for.",
        ],
        pain: [
          "A seller’s state is spread over four tables and a mailbox. Support cannot say why somebody is waiting, only that they are.",
          "Rules change by country and by quarter, and at present each change is a release.",
        ],
        start: [
          "You give the support desk one page that says where a seller stands and since when, and remove the four queries that they keep in a document.",
          "You turn the checks of one country into a state machine that the compliance people can read, then agree with them on the next.",
        ],
      },
      {
        team: "Ledger",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "data-storage-and-payments",
          "architecture-and-agile",
        ],
        skills: ["transactions", "system-design", "event-sourcing"],
        what: [
          "The ledger is append-only, double-entry and eight years old: 9 billion rows. Everything else at Tallyhaven asks it what is true.",
          "Every balance that a seller sees comes out of the ledger. It takes about 2,000 writes a second at the evening peak, and never the same one twice.",
        ],
        pain: [
          "Balances of the largest marketplaces lock on one row. We know three ways out and have measured only one.",
          "Reporting reads from the same store as booking. On the first of the month each slows the other.",
        ],
        start: [
          "You measure where the time of a booking goes, publish the figures inside the company, and fix the smallest of the three causes.",
          "You split hot balances into buckets behind the present interface, and prove with last December’s traffic that sums still agree.",
        ],
      },
      {
        team: "Disputes",
        requests: "under-10",
        responsibilities: [
          "full-lifecycle-development",
          "feature-discovery",
          "api-integration",
          "stakeholder-communication",
        ],
        skills: ["payments", "requirements-analysis", "error-handling"],
        what: [
          "When a card holder disputes a payment, somebody has seven days to answer with evidence. This team builds the service that gathers it: orders, delivery scans, messages.",
          "Disputes follows 3,000 chargebacks a week from the card scheme’s notice to the final word, and books who bears the loss.",
        ],
        pain: [
          "A third of disputes is lost because the evidence arrives late, and not because there is none.",
          "The card schemes’ reason codes do not match. Our mapping is a spreadsheet which one person understands.",
        ],
        start: [
          "You connect the first two carriers’ delivery scans, so that evidence for lost parcels is attached without anyone asking.",
          "You replace the spreadsheet by tested rules, and show with last year’s cases which disputes would have ended otherwise.",
        ],
      },
    ],
  },
  {
    name: "Ledgerpalm",
    country: "NG",
    cities: ["Lagos", "Abuja"],
    size: "51-200",
    about:
      "Ledgerpalm lets shops and schools in West Africa collect by transfer, card and mobile money, and see it all in one account. 21,000 merchants; most of them run the business from a phone.",
    verifiedBy: "dns",
    live: 14,
    stacks: ["go", "php-laravel", "node"],
    hires: ["NG", "GH", "KE", "ZA"],
    systems: [
      {
        team: "Collections",
        requests: "100-1000",
        responsibilities: [
          "data-storage-and-payments",
          "api-integration",
          "application-troubleshooting",
          "server-side-logic",
        ],
        skills: ["payments", "idempotency", "webhooks"],
        what: [
          "Collections gives every merchant virtual account numbers and matches what arrives to what was invoiced. On a school-fee Monday that is 300 transfers a second.",
          "A parent pays a fee by transfer; within ten seconds the bursar’s phone should say so. Collections does the matching, across eleven banks and three mobile networks.",
        ],
        pain: [
          "Banks repeat notifications, or send none. A third of the team’s tickets is money that arrived and was not seen.",
          "Matching is first exact and then a list of exceptions that has grown to 140 lines.",
        ],
        start: [
          "You write the reconciliation that asks each bank for its own list at night, and count what the notifications missed.",
          "You rebuild the matching so that each match says why, and the bursar can undo a wrong one without calling us.",
        ],
      },
      {
        team: "Merchant API",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "security-hardening",
          "stakeholder-communication",
          "testing-and-maintenance",
        ],
        skills: ["api-design", "rate-limiting", "webhooks"],
        what: [
          "900 merchants have built on our interface: shops, fare collectors, two universities. It serves balances, charges and webhooks, and its oldest version is from 2018.",
          "The merchant interface is what the outside sees of us. It answers 500 requests a second by day, and its errors are read by people who are not developers.",
        ],
        pain: [
          "Version one returns amounts as text with a comma. 200 merchants depend on it.",
          "Webhooks go out once. When a shop’s server is down for an hour, support sends them again by hand.",
        ],
        start: [
          "You give webhooks a retry schedule, a signature and a page on which the merchant can see and repeat them.",
          "You find out who still calls version one and why, and write the plan that ends it without breaking a single shop.",
        ],
      },
      {
        team: "Agent Network",
        requests: "10-100",
        responsibilities: [
          "server-side-logic",
          "application-troubleshooting",
          "requirements-management",
          "cross-team-delivery",
        ],
        skills: ["eventual-consistency", "error-handling", "queues"],
        what: [
          "Four thousand agents take cash for our merchants with a cheap phone and a weak signal. The server has to agree with whatever the phone did while it was away.",
          "Cash comes in at kiosks. This team’s service keeps each agent’s float, the commission and the limits, and takes in what the phones stored offline.",
        ],
        pain: [
          "Two phones may sell the same float. We find out in the evening.",
          "Commission rules are settled per state and per season, in code.",
        ],
        start: [
          "You write down what happens today when a phone comes back after a day offline, case by case, and test it.",
          "You design how float is reserved ahead of time, so that an agent without signal cannot oversell it.",
        ],
      },
    ],
  },
  {
    name: "Quillmint",
    country: "GB",
    cities: ["London", "Bristol"],
    size: "51-200",
    about:
      "Quillmint sends invoices for small firms and collects them by direct debit and bank transfer. 48,000 firms use it, from dog walkers to a shipyard.",
    verifiedBy: "email",
    live: 12,
    stacks: ["rails", "node", "python-django"],
    hires: ["GB", "IE"],
    systems: [
      {
        team: "Direct Debit",
        requests: "10-100",
        responsibilities: [
          "data-storage-and-payments",
          "api-integration",
          "testing-and-maintenance",
          "requirements-management",
        ],
        skills: ["payments", "batch-processing", "idempotency"],
        what: [
          "Direct Debit files mandates with the bank, submits collections at four each afternoon and hears back three days later which of them failed.",
          "Every working day some 60,000 collections leave us in one file. If it goes twice, 60,000 people pay twice; it never has.",
        ],
        pain: [
          "The three-day delay is modelled as if it were instant, with a flag. Each new product has tripped over the flag.",
          "Bank holidays differ between Scotland and England, and our calendar knows it in six places.",
        ],
        start: [
          "You put the calendar in one place and delete the other five, with a test for each holiday of the last ten years.",
          "You model a collection as what it is, something that may still fail for three days, beginning with failed first payments.",
        ],
      },
      {
        team: "Invoicing",
        requests: "100-1000",
        responsibilities: [
          "full-lifecycle-development",
          "feature-collaboration",
          "server-side-logic",
          "debugging",
        ],
        skills: ["domain-driven-design", "code-review", "schema-design"],
        what: [
          "The invoice editor saves every few seconds, numbers without gaps, and knows the VAT rules of 31 countries. It is the part that our customers look at all day.",
          "An invoice may be drafted, sent, part-paid, credited and written off. Invoicing holds that life, and the PDF that the accountant keeps for ten years.",
        ],
        pain: [
          "Gap-free numbers are taken under a lock that two busy customers have learnt to dread.",
          "Credit notes were added late, and reports still count some of them twice.",
        ],
        start: [
          "You take the reports that double-count, write the failing tests, and correct figures back to the first of January.",
          "You change how numbers are drawn so that two users of one firm no longer wait for each other.",
        ],
      },
      {
        team: "Bank Feeds",
        requests: "10-100",
        responsibilities: [
          "api-integration",
          "debugging",
          "improvement-analysis",
          "application-troubleshooting",
        ],
        skills: ["data-transformation", "oauth", "error-handling"],
        what: [
          "We read statements from 26 banks, with the customer’s consent, and suggest which invoice each line pays. Nine suggestions in ten are right.",
          "Bank Feeds fetches, cleans and matches statement lines, about 4 million a day, most of them between six and eight in the morning.",
        ],
        pain: [
          "Consent lapses every 90 days and customers notice when a month is missing.",
          "A bank changes a field’s length without a word, and 3,000 firms see yesterday’s balance.",
        ],
        start: [
          "You build the check which notices a silent bank within the hour, and tells customers before they ask us.",
          "You take the matching apart into rules that can be measured one by one, and retire those that never fire.",
        ],
      },
    ],
  },
  {
    name: "Caixalume",
    country: "BR",
    cities: ["Sao Paulo", "Recife"],
    size: "201-1000",
    about:
      "Caixalume runs accounts and instant payments for credit unions in Brazil: 140 of them, 3.6 million members. The unions are the bank; we are the engine room.",
    verifiedBy: "email",
    live: 20,
    stacks: ["kotlin", "java", "elixir"],
    hires: ["BR", "PT"],
    systems: [
      {
        team: "Instant Payments",
        requests: "1000-10000",
        responsibilities: [
          "data-storage-and-payments",
          "performance-objectives",
          "application-troubleshooting",
          "system-problem-solving",
        ],
        skills: ["payments", "low-latency", "idempotency"],
        what: [
          "A transfer has to be accepted or refused within ten seconds, any hour, any day. The service answers the central bank’s network at 1,800 messages a second on pay day.",
          "Instant Payments connects 140 credit unions to the central bank. Being down for five minutes is in the newspaper.",
        ],
        pain: [
          "Our slowest hundredth of a second is spent waiting for the fraud score, and we cannot skip it.",
          "The two data centres disagree for a moment at failover, and that moment has to be explained each time.",
        ],
        start: [
          "You build the replay of a pay day, so that a change can be measured against 40 million real messages before it ships.",
          "You lead the work on failover: from a runbook of 31 steps to something that is exercised every fortnight.",
        ],
      },
      {
        team: "Core Accounts",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "application-modernisation",
          "architecture-and-agile",
          "testing-and-maintenance",
        ],
        skills: ["legacy-modernisation", "domain-driven-design", "transactions"],
        what: [
          "Accounts, interest, fees and statements for 3.6 million members. Half of it has left the old core; the other half calculates interest.",
          "Core Accounts is moving a twenty-year-old ledger into services of our own, union by union, 61 of 140 so far, without a weekend of closure.",
        ],
        pain: [
          "The old core rounds differently from the written rule, and members have got used to its cent.",
          "Until the last union has moved each change is made twice.",
        ],
        start: [
          "You join the crew that moves a union every second Saturday, and automate the step of the checklist that annoys you most.",
          "You take the interest calculation out of the old core, with both running side by side until the difference is zero for a quarter.",
        ],
      },
      {
        team: "Card Authorisation",
        requests: "1000-10000",
        responsibilities: ["server-side-logic", "performance-objectives", "debugging", "security-hardening"],
        skills: ["low-latency", "iso-8583", "high-availability"],
        what: [
          "A card is tapped, and we have 180 milliseconds to say yes. Authorisation checks balance, limits, card state and a fraud score, in that order.",
          "Card Authorisation answers for 2.1 million cards. At noon on a Friday that is about 1,100 decisions a second.",
        ],
        pain: [
          "Stand-in processing says yes when we are slow, and then somebody has to collect the money.",
          "Limits are kept in a cache and in the ledger; under load one of them is late.",
        ],
        start: [
          "You follow declined taps from one week to their true reason, and mend the two messages that mislead the shops most.",
          "You bring limits into one place with one clock, and halve what we approve in stand-in.",
        ],
      },
      {
        team: "Statements",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "feature-collaboration",
          "testing-and-maintenance",
          "improvement-analysis",
        ],
        skills: ["batch-processing", "data-modelling", "slow-query-tuning"],
        what: [
          "On the first of the month 3.6 million statements are made, signed and stored for ten years. On the second the branches print the ones for members without a phone.",
          "Statements turns ledger rows into something that a farmer and a tax inspector can both read.",
        ],
        pain: [
          "The run takes eleven hours and was written when it took forty minutes.",
          "A late correction means running a whole union again.",
        ],
        start: [
          "You profile the run with real volume, and take the first three hours out of it.",
          "You make statements incremental, so that a correction reprints one member’s and nobody else’s.",
        ],
      },
      {
        team: "Fraud Signals",
        requests: "1000-10000",
        responsibilities: [
          "improvement-analysis",
          "server-side-logic",
          "system-problem-solving",
          "cross-team-delivery",
        ],
        skills: ["fraud-detection", "stream-processing", "low-latency"],
        what: [
          "Every payment is scored while the payer waits. The signals service computes some 90 features from the last minutes and days of an account, in under 40 milliseconds.",
          "Fraud Signals counts: how many new payees in an hour, how far from home, how unlike last month. The analysts write rules over our counters.",
        ],
        pain: [
          "A feature is written once for the stream and again for the analysts’ history, and the two drift apart.",
          "False alarms block about 700 honest members a day, and nobody calls them back quickly enough.",
        ],
        start: [
          "You pick the five counters that drift most and make one definition serve both stream and history.",
          "You build the test bench on which an analyst can try a rule against last month before it blocks anyone.",
        ],
      },
    ],
  },
  {
    name: "Stubdesk",
    country: "CA",
    cities: ["Toronto", "Montréal"],
    size: "201-1000",
    about:
      "Stubdesk runs payroll for 7,500 employers in Canada, in English and French, from bakeries to a hospital network. If we are late, people cannot pay their rent.",
    verifiedBy: "dns",
    live: 18,
    stacks: ["dotnet", "java", "python-fastapi"],
    hires: ["CA"],
    systems: [
      {
        team: "Gross to Net",
        requests: "10-100",
        responsibilities: [
          "server-side-logic",
          "requirements-management",
          "testing-and-maintenance",
          "performance-objectives",
        ],
        skills: ["domain-driven-design", "test-driven-development", "batch-processing"],
        what: [
          "Gross to Net computes what is left of a salary after tax, pension and garnishments, in ten provinces and three territories, and can say why for each line.",
          "Every other Thursday 410,000 pay slips are computed in four hours. Each rule has a date from which it holds, and some hold backwards.",
        ],
        pain: [
          "Retroactive changes recompute a year of slips, and four employers together can fill the night.",
          "The rules are well tested one by one and poorly in combination: leave plus bonus plus a move between provinces.",
        ],
        start: [
          "You take the tax tables of next year from the published documents to tested code, with a payroll specialist beside you.",
          "You redesign retroactive runs so that only what can have changed is computed again.",
        ],
      },
      {
        team: "Time and Leave",
        requests: "100-1000",
        responsibilities: ["feature-collaboration", "api-management", "debugging", "server-side-logic"],
        skills: ["api-design", "schema-design", "code-review"],
        what: [
          "Shifts are punched on wall clocks, phones and in three hospital systems. Time and Leave makes hours of them, and keeps the balances that nurses check before they plan a holiday.",
          "150,000 people clock in between six and nine in the morning. Their hours have to be right by the time the manager approves them, not by payday.",
        ],
        pain: [
          "A missed punch is repaired by three people today: the nurse, the manager and our support.",
          "Night shifts over a clock change have their own page in our internal wiki.",
        ],
        start: [
          "You make a missed punch something that the employee can mend and the manager can confirm, in one place.",
          "You replace the leave balance that is recomputed on each read by one that can be explained entry by entry.",
        ],
      },
      {
        team: "Remittances",
        requests: "under-10",
        responsibilities: [
          "data-storage-and-payments",
          "api-integration",
          "application-troubleshooting",
          "stakeholder-communication",
        ],
        skills: ["payments", "error-handling", "idempotency"],
        what: [
          "We hold employers’ money for a few hours and pay it on: to staff, to the revenue agency, to 60 pension plans. Remittances is the part that presses the button.",
          "Remittances pays 480 million dollars a month to people and agencies, and keeps the proof.",
        ],
        pain: [
          "Pension plans take files by six different routes, one of which is a fax gateway.",
          "When an employer’s deposit bounces after the pay has left, unwinding it takes two days and a phone call.",
        ],
        start: [
          "You move two pension plans off their old route and leave behind a template for the rest.",
          "You build the hold that keeps pay back until a deposit has cleared, with limits that the risk desk can change.",
        ],
      },
      {
        team: "Employer API",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "testing-and-maintenance",
          "security-hardening",
          "stakeholder-communication",
        ],
        skills: ["api-design", "oauth", "openapi"],
        what: [
          "Larger employers connect their HR systems to ours. The interface takes new hires, salaries and leave, and must refuse nonsense politely.",
          "230 HR systems write to us through one interface, which covers 60 resources and is documented from its own tests.",
        ],
        pain: [
          "Half of the errors we return are correct and of no help to the person who reads them.",
          "Bulk loads in January take the capacity of everyone else.",
        ],
        start: [
          "You rewrite the twenty commonest errors so that the caller can act on them, and measure whether tickets go down.",
          "You design bulk loading as jobs with progress, so that January stays quiet.",
        ],
      },
    ],
  },
];
