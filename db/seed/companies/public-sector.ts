import type { CompanySource } from "./source";

/** Councils, registers, town halls, exams, schools. */
export const publicSector: CompanySource[] = [
  {
    name: "Civicplank",
    country: "GB",
    cities: ["Manchester", "Cardiff"],
    size: "51-200",
    about:
      "Civicplank makes planning applications bearable for 110 English and Welsh councils. Somebody wants a porch; nine consultees have to be asked. Everything that we build is open source.",
    verifiedBy: "dns",
    live: 14,
    stacks: ["rails", "python-django", "dotnet"],
    hires: ["GB"],
    systems: [
      {
        team: "Planning Cases",
        requests: "10-100",
        responsibilities: [
          "requirements-management",
          "full-lifecycle-development",
          "feature-collaboration",
          "stakeholder-communication",
        ],
        skills: ["requirements-analysis", "accessibility-compliance", "open-source"],
        what: [
          "A planning case has statutory clocks: eight weeks for a porch, thirteen for a housing estate. The service runs the clocks, the consultations and the decision notice.",
          "Planning Cases is used all day by 1,700 planning officers, and once in their life by everybody else.",
        ],
        pain: [
          "Officers keep a spreadsheet beside us, because our list cannot be sorted by what worries them.",
          "Each council asks for its own exception, and some of them are right.",
        ],
        start: [
          "You sit beside planning officers in two councils, then build the list that lets them close their spreadsheet.",
          "You separate law from local habit in the rules, so that an exception is a setting with an owner.",
        ],
      },
      {
        team: "Public Register",
        requests: "100-1000",
        responsibilities: [
          "performance-objectives",
          "content-management-systems",
          "server-side-frameworks",
          "ui-performance-testing",
        ],
        skills: ["full-text-search", "caching", "accessibility-compliance"],
        what: [
          "Anyone may read any application, its drawings and the neighbours’ objections. The register holds 4.8 million cases and 90 million documents.",
          "When a stadium is proposed, 40,000 people open the same page. On other days it is mostly architects.",
        ],
        pain: [
          "Search by address fails on every second cottage, because its name is not in the gazetteer.",
          "Drawings are scans of 80 megabytes, and people open them on a phone in a meeting.",
        ],
        start: [
          "You improve address search against a list of 2,000 failed searches from last month.",
          "You serve drawings in tiles, with a budget for the first view, and a test that fails when it is exceeded.",
        ],
      },
      {
        team: "Council Data Migration",
        requests: "under-10",
        responsibilities: [
          "application-modernisation",
          "debugging",
          "testing-and-maintenance",
          "improvement-analysis",
        ],
        skills: ["data-transformation", "etl", "data-quality"],
        what: [
          "Each new council brings 30 years of cases from a system whose vendor is not in a hurry. We move them, with a report of everything that did not fit.",
          "A migration is three rehearsals and one weekend. This team has done 110 and has nine more booked.",
        ],
        pain: [
          "Dates before 1990 mean whatever the clerk of the time meant.",
          "The last two per cent take half of the time, and nobody has asked whether they must.",
        ],
        start: [
          "You run the second rehearsal of a council’s migration, and own the list of what did not fit.",
          "You turn the scripts of the last ten migrations into one tool with checks that a council can read.",
        ],
      },
    ],
  },
  {
    name: "Registerhaus",
    country: "AT",
    cities: ["Vienna", "Graz"],
    size: "201-1000",
    about:
      "Registerhaus builds and runs registers for the Austrian administration: companies, associations, land use. Some entries are older than the republic.",
    verifiedBy: "dns",
    live: 16,
    stacks: ["java", "dotnet", "php-symfony"],
    hires: ["AT", "DE"],
    systems: [
      {
        team: "Company Register",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "security-hardening",
          "testing-and-maintenance",
          "api-management",
        ],
        skills: ["data-modelling", "soap", "hexagonal-architecture"],
        what: [
          "Who may sign for a company, since when, and who said so. The register answers 9 million queries a month, and each entry has legal force.",
          "An entry is applied for, checked by a court clerk and published at midnight. It can never be changed, only followed by another.",
        ],
        pain: [
          "Time has two axes here, what was true and what was known, and half of our queries mix them.",
          "Banks query the whole register every night because there is no feed of changes.",
        ],
        start: [
          "You go through the twenty commonest queries, and make each say which time it means.",
          "You build the feed of changes with the two largest banks, and retire their nightly download.",
        ],
      },
      {
        team: "Electronic Filing",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "requirements-management",
          "api-integration",
          "application-troubleshooting",
        ],
        skills: ["xml", "pki", "requirements-analysis"],
        what: [
          "Notaries file deeds from their own software, signed and with attachments. Filing checks the signature, the form and the fee, and gives a number.",
          "Electronic Filing accepts 3,500 filings a day, most of them in the hour before the deadline.",
        ],
        pain: [
          "A filing refused at 23:58 is a lawyer’s liability. Our messages were not written with that in mind.",
          "Four versions of the form are legal at the same time.",
        ],
        start: [
          "You rewrite the refusal messages with two notaries, and let a filing be checked before it is sent.",
          "You bring the form versions into one model, with rules that say from which date they hold.",
        ],
      },
      {
        team: "Land Use Service",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "performance-objectives",
          "data-storage-and-payments",
          "server-side-logic",
        ],
        skills: ["gis", "geospatial-indexing", "api-design"],
        what: [
          "2,100 municipalities draw zones on a map. The service holds the polygons, checks that they do not overlap, and answers what may be built at this point.",
          "Land Use serves map tiles and answers to surveyors, insurers and farmers, about 500 requests a second in spring.",
        ],
        pain: [
          "Municipal borders moved, and zones did not.",
          "A complicated polygon from one valley makes every query over it slow.",
        ],
        start: [
          "You write the overlap report for one province, and go through it with its surveyors.",
          "You rework storage of the worst polygons, and set a limit that municipalities learn of while they draw.",
        ],
      },
    ],
  },
  {
    name: "Mairelle",
    country: "FR",
    cities: ["Lyon", "Nantes"],
    size: "51-200",
    about:
      "Mairelle runs online services for 620 French municipalities: school canteens, crèche places, civil records. Parents use it at ten in the evening.",
    verifiedBy: "email",
    live: 12,
    stacks: ["php-symfony", "php-laravel", "python-django"],
    hires: ["FR", "BE"],
    systems: [
      {
        team: "Family Services",
        requests: "100-1000",
        responsibilities: [
          "server-side-frameworks",
          "feature-collaboration",
          "data-storage-and-payments",
          "debugging",
        ],
        skills: ["accessibility-compliance", "payments", "code-review"],
        what: [
          "Parents book lunches until the evening before, cancel when a child is ill, and pay by income. Family Services does it for 480,000 children.",
          "On the day when summer camps open, 30,000 parents arrive at nine o’clock. It is fair if the queue is.",
        ],
        pain: [
          "Price by income is computed in five ways in five towns, each by decree.",
          "Opening days are watched by the whole team, with a finger on a switch.",
        ],
        start: [
          "You put one town’s price rules into the new format, and compare a year of bills.",
          "You build the waiting room for opening days, so that first come is served first and the team can have lunch.",
        ],
      },
      {
        team: "Civil Records",
        requests: "10-100",
        responsibilities: [
          "security-hardening",
          "full-lifecycle-development",
          "application-troubleshooting",
          "requirements-management",
        ],
        skills: ["gdpr", "authentication-and-authorisation", "error-handling"],
        what: [
          "Birth certificates are asked for online and sent to the person, the notary or another town. The service checks who asks and leaves a trace.",
          "Civil Records handles 14,000 requests a day, and a fraud attempt every few hours.",
        ],
        pain: [
          "Clerks check identity by looking at a scan.",
          "Each town hall keeps its own register software, and we speak to eleven of them.",
        ],
        start: [
          "You connect the national sign-in for requests, and measure how many scans are no longer needed.",
          "You draw one clean boundary around the eleven registers, and move the first three behind it.",
        ],
      },
      {
        team: "Town Sites",
        requests: "100-1000",
        responsibilities: [
          "content-management-systems",
          "web-server-support",
          "ui-performance-testing",
          "server-side-frameworks",
        ],
        skills: ["content-management-systems", "caching", "accessibility-compliance"],
        what: [
          "Half of our towns have their website with us: 310 sites on one installation, edited by someone who also answers the phone.",
          "Town Sites keeps 310 small sites fast and accessible. When the river rises, one of them gets a million visits.",
        ],
        pain: [
          "Each upgrade is tested on twelve sites and breaks on the thirteenth.",
          "Images arrive straight from the camera.",
        ],
        start: [
          "You put upgrade tests on all 310 sites, by comparing pages before and after.",
          "You make the flood case boring: static pages, a long cache, and an editor’s button that says so.",
        ],
      },
    ],
  },
  {
    name: "Chalkriver",
    country: "NZ",
    cities: ["Wellington", "Auckland"],
    size: "51-200",
    about:
      "Chalkriver runs school exams on screen in New Zealand and four Pacific states. 160,000 pupils in a fortnight, and no second chance.",
    verifiedBy: "dns",
    live: 8,
    stacks: ["elixir", "node", "dotnet"],
    hires: ["NZ", "AU"],
    systems: [
      {
        team: "Exam Delivery",
        requests: "1000-10000",
        responsibilities: [
          "performance-objectives",
          "application-troubleshooting",
          "server-side-logic",
          "security-hardening",
        ],
        skills: ["load-testing", "eventual-consistency", "high-availability"],
        what: [
          "At 9:30 on a Tuesday 31,000 pupils open the same paper. Every key they press has to survive a dead laptop and a school’s dead line.",
          "Exam Delivery takes 6,000 saves a second for three hours and nothing for three months. We rehearse like a theatre.",
        ],
        pain: [
          "Schools’ networks fail in ways that ours never does in rehearsal.",
          "Recovering one pupil’s work is still a database session with two people.",
        ],
        start: [
          "You build the page on which a supervisor recovers a pupil’s work without us.",
          "You design rehearsals with real network faults, and fix what they find before October.",
        ],
      },
      {
        team: "Marking",
        requests: "10-100",
        responsibilities: [
          "feature-collaboration",
          "improvement-analysis",
          "full-lifecycle-development",
          "testing-and-maintenance",
        ],
        skills: ["schema-design", "data-analysis", "requirements-analysis"],
        what: [
          "2,400 teachers mark essays at home in the evening. Marking deals out answers, checks that two markers agree, and notices a tired one.",
          "Marking has three weeks for 1.9 million answers. Results go out on a day that is in the law.",
        ],
        pain: [
          "Agreement is computed overnight. A marker who drifts does so for a whole evening.",
          "Answers in Māori and Samoan wait for too few markers, and we deal them out badly.",
        ],
        start: [
          "You show drift within the hour, with the chief markers of one subject as the first users.",
          "You rework how answers are dealt out, so that scarce markers see what only they can mark.",
        ],
      },
    ],
  },
  {
    name: "Vidyalane",
    country: "IN",
    cities: ["Hyderabad", "Chennai", "Delhi"],
    size: "1001+",
    about:
      "Vidyalane teaches 8 million pupils by phone: recorded lessons, live classes, tests. Most of them share the phone with a parent, and data is dear.",
    verifiedBy: "dns",
    live: 24,
    stacks: ["node", "java", "python-django", "php-laravel"],
    hires: ["IN"],
    systems: [
      {
        team: "Live Classes",
        requests: "over-10000",
        responsibilities: [
          "performance-objectives",
          "server-side-logic",
          "application-troubleshooting",
          "cross-team-delivery",
        ],
        skills: ["real-time-data-exchange", "scalability", "websocket"],
        what: [
          "Up to 70,000 pupils sit in one class and answer a question within ten seconds. The service counts them, shows the result, and lets three of them speak.",
          "Live Classes holds 400,000 connections between five and eight in the evening, most of them on shaky mobile data.",
        ],
        pain: [
          "When a tower hands over, a pupil is counted as absent. Parents ring.",
          "Chat is moderated by teachers who are also teaching.",
        ],
        start: [
          "You make attendance survive a lost connection, and clear the complaints queue of last month with it.",
          "You bring the cost of a class hour down by a third, with the measurements that show where it goes.",
        ],
      },
      {
        team: "Practice Tests",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "testing-and-maintenance",
          "data-storage-and-payments",
          "improvement-analysis",
        ],
        skills: ["caching", "schema-design", "data-structures"],
        what: [
          "Before an entrance exam two million pupils sit the same practice test on a Sunday, and want their rank by the evening.",
          "Practice Tests serves questions, takes answers offline and online, and ranks everyone within the hour.",
        ],
        pain: [
          "Ranks are recomputed from nothing. Sunday’s job takes 50 minutes when all goes well.",
          "Formulas are images, and on a slow line the question comes without its formula.",
        ],
        start: [
          "You make ranks update as answers come in, for one exam first, and compare with the batch.",
          "You take formulas from images to text in 900,000 questions, with a check that nothing changed its meaning.",
        ],
      },
      {
        team: "Content Pipeline",
        requests: "10-100",
        responsibilities: [
          "content-management-systems",
          "api-integration",
          "full-lifecycle-development",
          "server-side-frameworks",
        ],
        skills: ["video-streaming", "queues", "content-management-systems"],
        what: [
          "Lessons in eleven languages are recorded, cut, encoded in six sizes, subtitled and published, 900 hours a week.",
          "The pipeline turns a teacher’s recording into something that plays on a cheap phone at 100 kilobits a second.",
        ],
        pain: [
          "An encode that fails at two in the morning is noticed by an editor at ten.",
          "Subtitles are tied to a cut. A new cut loses them.",
        ],
        start: [
          "You give each lesson a visible state and a retry, and let editors see what went wrong in their own words.",
          "You rework how subtitles follow a cut, and win back the two days that each correction costs.",
        ],
      },
      {
        team: "Fees and Refunds",
        requests: "100-1000",
        responsibilities: [
          "data-storage-and-payments",
          "application-troubleshooting",
          "requirements-management",
          "security-hardening",
        ],
        skills: ["payments", "idempotency", "error-handling"],
        what: [
          "Parents pay by UPI, card or in instalments, and may cancel within 14 days. Fees holds the plan, the receipts and the refunds.",
          "Fees and Refunds books 200,000 payments a day at admission time, through four gateways of which one is usually slow.",
        ],
        pain: [
          "A payment that is pending at the gateway is shown as failed, so parents pay twice.",
          "Refunds take nine days, seven of which are ours.",
        ],
        start: [
          "You give pending payments a state and a word of their own, and stop the double payments.",
          "You bring our seven days down to one, with rules that the finance people have signed.",
        ],
      },
      {
        team: "Learner Profile",
        requests: "1000-10000",
        responsibilities: [
          "architecture-and-agile",
          "api-management",
          "security-hardening",
          "system-problem-solving",
        ],
        skills: ["microservices", "data-modelling", "gdpr"],
        what: [
          "What a pupil has watched, answered and misunderstood: the profile gathers it from 30 services, and tells each of them what it may know.",
          "Learner Profile is asked 8,000 times a second what comes next for this child. It should forget on request, entirely.",
        ],
        pain: [
          "Thirty services write to it, and nobody can say which fields are still read.",
          "Deletion is a ticket with eleven steps.",
        ],
        start: [
          "You find out which fields nobody reads, and remove the first forty.",
          "You make deletion one command, with a proof that every service obeyed it.",
        ],
      },
    ],
  },
];
