import type { CompanySource } from "./source";

/** Meters, chargers, forecasts. */
export const energy: CompanySource[] = [
  {
    name: "Gridloom",
    country: "DE",
    cities: ["Hamburg", "Munich"],
    size: "201-1000",
    about:
      "Gridloom collects and checks the readings of 2.9 million smart meters for 60 municipal utilities in Germany and Austria. The readings become bills, so every gap has a name.",
    verifiedBy: "dns",
    live: 20,
    stacks: ["java", "scala", "rust", "go"],
    hires: ["DE", "AT", "PL", "CZ"],
    systems: [
      {
        team: "Meter Intake",
        requests: "over-10000",
        responsibilities: [
          "performance-objectives",
          "server-side-logic",
          "application-troubleshooting",
          "data-storage-and-payments",
        ],
        skills: ["time-series", "stream-processing", "scalability"],
        what: [
          "Every quarter of an hour 2.9 million meters report within the same two minutes: about 25,000 readings a second, and then silence.",
          "Intake unpacks, decrypts and stores 280 million readings a day. Losing one means estimating one, and estimates are argued about.",
        ],
        pain: [
          "The peak sets the size of everything. For thirteen of fifteen minutes we pay for idle machines.",
          "Meters that were offline send a day at once, out of order.",
        ],
        start: [
          "You measure the path of a reading from socket to disk, and halve the slowest step.",
          "You spread the peak without delaying the utilities that pay for the first minute, and take a third off the bill.",
        ],
      },
      {
        team: "Validation",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "improvement-analysis",
          "requirements-management",
          "testing-and-maintenance",
        ],
        skills: ["time-series", "data-quality", "batch-processing"],
        what: [
          "Readings are checked against physics, history and the neighbour. What fails is estimated by a rule from the regulator, and marked.",
          "Validation decides which of 280 million daily readings a bill may rest on. It flags four in a thousand.",
        ],
        pain: [
          "A firmware bug at one maker looks like fraud in 4,000 households.",
          "The rules run in sequence and the order matters, which is written down nowhere.",
        ],
        start: [
          "You write down the order of the rules as tests, and find the two that contradict each other.",
          "You make a reading’s whole history queryable: raw, estimated, corrected, and by which rule.",
        ],
      },
      {
        team: "Grid Operator Exchange",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "application-troubleshooting",
          "stakeholder-communication",
          "debugging",
        ],
        skills: ["edi", "message-queues", "error-handling"],
        what: [
          "The German energy market talks in EDI messages with an answer due by a fixed hour. We send and receive 3 million a day for 60 utilities.",
          "A household changes supplier, and eleven messages follow between four firms. This team gets them out in time and in the right order.",
        ],
        pain: [
          "The formats change every April and October, on one night, for the whole country.",
          "A rejected message comes back with a code that means one of five things.",
        ],
        start: [
          "You take the next format change through: reading the specification, tests, the night itself.",
          "You build the view in which a clerk sees all eleven messages of a change, and what is missing.",
        ],
      },
      {
        team: "Customer Readings",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "feature-collaboration",
          "performance-objectives",
          "server-side-frameworks",
        ],
        skills: ["api-design", "caching", "authentication-and-authorisation"],
        what: [
          "A tenant wants to see yesterday’s consumption by the hour. The service answers from 300 billion readings, in less than 200 milliseconds.",
          "Customer Readings is the interface behind the apps of 60 utilities: curves, comparisons, exports.",
        ],
        pain: [
          "Exports of three years time out, and are asked for by exactly those who are already unhappy.",
          "Each utility wants its own bands and colours, and some of that has ended up on the server.",
        ],
        start: [
          "You turn exports into jobs with a link by mail, and take them off the fast path.",
          "You precompute what nine in ten requests ask for, and keep it right when a reading is corrected afterwards.",
        ],
      },
    ],
  },
  {
    name: "Fjordvolt",
    country: "NO",
    cities: ["Oslo", "Bergen"],
    size: "51-200",
    about:
      "Fjordvolt operates 19,000 charging points for ferries, lorries and cars in Norway. A ferry has eleven minutes at the quay.",
    verifiedBy: "email",
    live: 12,
    stacks: ["kotlin", "elixir", "node"],
    hires: ["NO", "SE", "DK"],
    systems: [
      {
        team: "Charge Sessions",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "application-troubleshooting",
          "debugging",
          "data-storage-and-payments",
        ],
        skills: ["websocket", "finite-state-machines", "concurrency"],
        what: [
          "19,000 chargers hold an open connection to us and report every ten seconds. A session starts with a card and ends with a price to the øre.",
          "Charge Sessions keeps the state of each plug. When charger and server disagree, a person stands in the rain.",
        ],
        pain: [
          "One maker’s chargers drop the connection at every firmware update, all of them together.",
          "Sessions without an end are closed by a nightly guess.",
        ],
        start: [
          "You look at a week of sessions without an end, and give the three commonest causes a proper one.",
          "You make reconnecting 4,000 chargers a non-event, with back-pressure that has been tried on real ones.",
        ],
      },
      {
        team: "Load Balancing",
        requests: "100-1000",
        responsibilities: [
          "performance-objectives",
          "system-problem-solving",
          "server-side-logic",
          "improvement-analysis",
        ],
        skills: ["real-time-data-exchange", "algorithms", "high-availability"],
        what: [
          "A quay has three megawatts and two ferries want four. The service shares power out every second, and must never exceed the fuse.",
          "We decide who charges how fast, at 2,300 sites, by timetable, tariff and what the grid allows this minute.",
        ],
        pain: [
          "The safe answer to a lost meter is to cut everything, and that happens twice a week.",
          "Timetables arrive as a PDF whenever the ferry company changes them.",
        ],
        start: [
          "You bring down the false cuts with a second source for the meter, starting at the ten busiest sites.",
          "You write the simulator in which a new strategy has to survive last winter before it touches a fuse.",
        ],
      },
      {
        team: "Roaming",
        requests: "10-100",
        responsibilities: [
          "api-integration",
          "data-storage-and-payments",
          "requirements-management",
          "application-troubleshooting",
        ],
        skills: ["payments", "api-design", "data-transformation"],
        what: [
          "A driver from Denmark charges in Bodø with a Danish card. Roaming prices it, clears it with 38 partners, and answers the complaint.",
          "Roaming exchanges tariffs, tokens and records with partners all over Europe, about 90,000 sessions a day.",
        ],
        pain: [
          "Partners send records up to a month late, and with other prices.",
          "The same session may reach us by two routes.",
        ],
        start: [
          "You build the duplicate check, with last quarter’s records as its test.",
          "You give every record a trail from plug to invoice that support can read out on the phone.",
        ],
      },
    ],
  },
  {
    name: "Sunmeridian",
    country: "ES",
    cities: ["Madrid", "Seville"],
    size: "51-200",
    about:
      "Sunmeridian forecasts what 1,400 solar and wind plants will produce tomorrow, and bids it into the market at noon. An hour of cloud is money.",
    verifiedBy: "dns",
    live: 14,
    stacks: ["python-fastapi", "data", "rust"],
    hires: ["ES", "PT", "FR", "IT"],
    systems: [
      {
        team: "Forecasting",
        requests: "10-100",
        responsibilities: [
          "improvement-analysis",
          "server-side-logic",
          "performance-objectives",
          "cross-team-delivery",
        ],
        skills: ["data-pipelines", "time-series", "batch-processing"],
        what: [
          "Weather models arrive four times a day, 600 gigabytes in all. From them we make a forecast for each plant by the quarter of an hour, with a range.",
          "Forecasting has to be done 40 minutes before the market closes. Being late is worse than being wrong.",
        ],
        pain: [
          "The pipeline is twelve jobs that start by the clock and hope that the one before has finished.",
          "A plant that was cleaned or snowed in looks like an error of the model.",
        ],
        start: [
          "You replace two of the clock-started jobs by ones that start when their input is there, and report when it is not.",
          "You bring the whole run from 70 minutes under 30, and keep a second one warm for the days that matter.",
        ],
      },
      {
        team: "Market Bids",
        requests: "under-10",
        responsibilities: [
          "api-integration",
          "security-hardening",
          "server-side-logic",
          "testing-and-maintenance",
        ],
        skills: ["trading-systems", "idempotency", "high-availability"],
        what: [
          "At noon each plant’s bid goes to the exchange; through the day we correct it, every quarter of an hour. One message too many can cost a year’s fee.",
          "Market Bids speaks to three exchanges and two grid operators, about 40,000 orders a day, each of them signed.",
        ],
        pain: [
          "The exchanges’ test systems are closed when we need them.",
          "A trader can override a bid, and nothing records why.",
        ],
        start: [
          "You build a stand-in exchange for our tests, from recorded traffic.",
          "You make overrides first-class, with a reason, an end and a limit, and show what they earned.",
        ],
      },
      {
        team: "Plant Telemetry",
        requests: "1000-10000",
        responsibilities: [
          "api-integration",
          "application-troubleshooting",
          "data-storage-and-payments",
          "debugging",
        ],
        skills: ["modbus", "time-series", "iot"],
        what: [
          "Inverters report power, temperature and faults every five seconds over links that include a satellite. We store 6,000 values a second and notice what is missing.",
          "Telemetry reads 31 kinds of plant controllers, and offers one set of names inwards.",
        ],
        pain: [
          "A value that does not change may be a calm day or a dead sensor.",
          "Adding a plant takes a field engineer and one of us two days.",
        ],
        start: [
          "You write the check for dead sensors, and go through its first alarms with the people on site.",
          "You make adding a plant something that a field engineer does alone, in an hour, with a test that says it worked.",
        ],
      },
    ],
  },
  {
    name: "Voltkraal",
    country: "ZA",
    cities: ["Cape Town", "Johannesburg"],
    size: "51-200",
    about:
      "Voltkraal sells prepaid electricity: 3.1 million households buy a twenty-digit token from a kiosk, a bank or a phone, often at night, when the light has gone out.",
    verifiedBy: "email",
    live: 12,
    stacks: ["dotnet", "go", "php-laravel"],
    hires: ["ZA", "KE", "NG"],
    systems: [
      {
        team: "Token Vending",
        requests: "100-1000",
        responsibilities: [
          "data-storage-and-payments",
          "performance-objectives",
          "security-hardening",
          "application-troubleshooting",
        ],
        skills: ["cryptography", "idempotency", "high-availability"],
        what: [
          "A token is made in a hardware module from meter, amount and time. At six in the evening at month end we make 450 a second.",
          "Vending answers 36 banks, shops and kiosks. A timeout there is a family in the dark with a receipt.",
        ],
        pain: [
          "A seller that times out tries again, and both tokens are good.",
          "The hardware modules are the bottleneck, and a new one takes four months to buy.",
        ],
        start: [
          "You close the double-token gap for the three largest sellers, and pay back what it found.",
          "You plan capacity for the next two winters, with figures for what a module really does under load.",
        ],
      },
      {
        team: "Municipal Settlement",
        requests: "10-100",
        responsibilities: [
          "data-storage-and-payments",
          "testing-and-maintenance",
          "requirements-management",
          "stakeholder-communication",
        ],
        skills: ["payments", "batch-processing", "slow-query-tuning"],
        what: [
          "94 municipalities get their share of every token each morning, less arrears, levies and free units for poor households.",
          "Settlement turns a night of sales into 94 statements that a treasurer signs.",
        ],
        pain: [
          "Free units are a rule per ward, and wards are redrawn.",
          "Queries for the largest municipality take 50 minutes, and were fast for a tenth of the volume.",
        ],
        start: [
          "You take the slowest statement apart, and bring it under five minutes without changing a figure.",
          "You put tariffs and free units in tables with dates, so that a redrawn ward needs no release.",
        ],
      },
      {
        team: "Meter Register",
        requests: "100-1000",
        responsibilities: [
          "application-modernisation",
          "server-side-logic",
          "debugging",
          "full-lifecycle-development",
        ],
        skills: ["data-quality", "schema-design", "api-design"],
        what: [
          "Which meter hangs in which house, on which tariff, with which key: 3.1 million of them, from five older registers that do not agree.",
          "All 3.1 million meters need a new key before the date field overflows. The register knows which ones are done.",
        ],
        pain: [
          "Two houses share a meter number, on paper.",
          "Field teams work from lists that are a week old by the time they knock.",
        ],
        start: [
          "You write the report of impossible meters, and clear the first thousand with the field office.",
          "You give field teams a live list that works offline, and merge what they find without overwriting each other.",
        ],
      },
    ],
  },
];
