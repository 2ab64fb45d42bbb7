import type { CompanySource } from "./source";

/** Matches, live operations, worlds. */
export const games: CompanySource[] = [
  {
    name: "Pinelantern Games",
    country: "CA",
    cities: ["Montréal", "Vancouver"],
    size: "201-1000",
    about:
      "Pinelantern makes two online games that people have played for seven years, and a third that is not announced. 900,000 play on a Saturday.",
    verifiedBy: "dns",
    live: 18,
    stacks: ["cpp", "go", "rust"],
    hires: ["CA", "US"],
    systems: [
      {
        team: "Matchmaking",
        requests: "1000-10000",
        responsibilities: [
          "performance-objectives",
          "server-side-logic",
          "improvement-analysis",
          "system-problem-solving",
        ],
        skills: ["low-latency", "algorithms", "concurrency"],
        what: [
          "Ten strangers should have a fair match near home within 40 seconds. Matchmaking weighs skill, distance and waiting, for 60,000 in the queue.",
          "On patch day everybody queues at once. The service forms 3,000 matches a minute, and every one of them is complained about.",
        ],
        pain: [
          "Late at night in Perth there is nobody near, and our rules were written in Montréal.",
          "Groups of four break the fairness that we promise to single players.",
        ],
        start: [
          "You build the tool that replays a night’s queue under other rules, and settle one old argument with it.",
          "You rework how groups are rated, roll it out region by region, and publish what changed.",
        ],
      },
      {
        team: "Game Server Fleet",
        stacks: ["go", "platform"],
        requests: "100-1000",
        responsibilities: [
          "system-problem-solving",
          "performance-objectives",
          "application-troubleshooting",
          "web-server-support",
        ],
        skills: ["capacity-planning", "observability", "networking"],
        what: [
          "Every match is a process that lives 25 minutes, in one of 14 regions. The fleet service starts them ahead of need and puts them away again.",
          "Game Server Fleet runs 45,000 processes on a Saturday night and 6,000 on a Tuesday morning.",
        ],
        pain: [
          "Starting a server takes 70 seconds and demand doubles in 60.",
          "A bad host gives bad matches for hours before anyone suspects the host.",
        ],
        start: [
          "You find bad hosts by their match quality, and drain them without a person.",
          "You bring start-up under 20 seconds, or show with figures why it cannot be done.",
        ],
      },
      {
        team: "Player Inventory",
        requests: "1000-10000",
        responsibilities: [
          "data-storage-and-payments",
          "server-side-logic",
          "security-hardening",
          "debugging",
        ],
        skills: ["transactions", "idempotency", "data-modelling"],
        what: [
          "Hats, skins, ships: 4 billion things that players own, buy and trade. Losing one is a support case, doubling one is an economy.",
          "Inventory serves 9,000 reads a second at match start, and a trade that must happen entirely or not at all.",
        ],
        pain: [
          "Old items have fields that only one event in 2019 understood.",
          "A disconnect during a trade leaves an item in between until the nightly repair.",
        ],
        start: [
          "You empty the in-between state for trades, with the last month’s broken ones as tests.",
          "You split inventory by player so that one whale’s 40,000 items no longer slow their neighbours.",
        ],
      },
      {
        team: "Anti-Cheat Services",
        requests: "1000-10000",
        responsibilities: ["security-hardening", "improvement-analysis", "debugging", "cross-team-delivery"],
        skills: ["stream-processing", "reverse-engineering", "data-analysis"],
        what: [
          "The server sees every shot. This team’s service looks for play that no hand produces, and hands a case to a person.",
          "We judge 30 million matches a month. A wrong ban is worse for us than ten cheaters for an evening.",
        ],
        pain: [
          "Evidence is kept for 14 days, and appeals come on day 15.",
          "A new cheat is for sale an hour after each patch.",
        ],
        start: [
          "You build the case file that a reviewer needs: the moments, the figures, the replay.",
          "You shorten the loop from a new cheat to a tested signal, from nine days to two.",
        ],
      },
    ],
  },
  {
    name: "Kazeyama Games",
    country: "JP",
    cities: ["Tokyo", "Osaka"],
    size: "201-1000",
    about:
      "Kazeyama runs four mobile games with weekly events. At noon on the first day of an event, traffic is twenty times that of a minute before.",
    verifiedBy: "email",
    live: 14,
    stacks: ["go", "php-laravel", "node"],
    hires: ["JP", "SG"],
    systems: [
      {
        team: "Live Operations",
        requests: "over-10000",
        responsibilities: [
          "application-troubleshooting",
          "performance-objectives",
          "feature-collaboration",
          "server-side-logic",
        ],
        skills: ["load-testing", "caching", "feature-flags"],
        what: [
          "Events are set up by planners and open to 3 million players on the second. Live Operations makes the tool and the servers that survive it: 22,000 requests a second, then 1,000.",
          "A planner writes a table of rewards on Monday; on Thursday at noon it is real. Our service checks it, stages it and opens it.",
        ],
        pain: [
          "A typing error in the table once gave away a year’s currency.",
          "Load tests take two days to prepare, so small events go without.",
        ],
        start: [
          "You add the checks that would have caught the last three reward mistakes.",
          "You make a load test something that a planner starts with a button, with last event’s traffic.",
        ],
      },
      {
        team: "Player Accounts",
        requests: "1000-10000",
        responsibilities: [
          "security-hardening",
          "server-side-logic",
          "application-modernisation",
          "api-management",
        ],
        skills: ["sharding", "authentication-and-authorisation", "legacy-modernisation"],
        what: [
          "A hundred million accounts, of which 6 million play. People change phones and expect their dragon to come along.",
          "Player Accounts signs in 4,000 players a second at noon, and moves accounts between devices without letting a thief do the same.",
        ],
        pain: [
          "Accounts are sharded by the year of registration, so the newest shard does all the work.",
          "Device transfer is our best-known weakness among thieves.",
        ],
        start: [
          "You follow 20 stolen accounts back to how it was done, and close the easiest way.",
          "You re-shard by something that spreads, while 3 million people play.",
        ],
      },
      {
        team: "Game Economy",
        requests: "1000-10000",
        responsibilities: [
          "data-storage-and-payments",
          "testing-and-maintenance",
          "improvement-analysis",
          "server-side-frameworks",
        ],
        skills: ["payments", "transactions", "unit-testing"],
        what: [
          "Coins bought and coins earned are different by law, expire differently, and are spent from one button. Economy keeps both straight.",
          "Game Economy books each coin in four games, and reconciles with two app stores that pay weeks later.",
        ],
        pain: [
          "Refunds by the store reach us after the coins are spent.",
          "Each game has its own copy of the rules, and they have grown apart.",
        ],
        start: [
          "You build the report of refunds against spent coins, and agree with finance on what to do about it.",
          "You bring two games onto one set of rules, with the figures of both before and after.",
        ],
      },
    ],
  },
  {
    name: "Tidegate Interactive",
    country: "FI",
    cities: ["Helsinki", "Tampere"],
    size: "11-50",
    about:
      "Tidegate is 34 people and one game: a slow strategy game in which a season takes three months and nobody is asked to pay to win.",
    verifiedBy: null,
    live: 6,
    stacks: ["elixir", "rust"],
    hires: ["FI", "EE", "SE"],
    systems: [
      {
        team: "World Server",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "architecture-and-agile",
          "debugging",
        ],
        skills: ["concurrency", "distributed-systems", "system-design"],
        what: [
          "One world, 80,000 players, no instances. Every march of every army is a timer that must fire even if the machine it lived on is gone.",
          "The world server holds a season in memory and writes each command down before it counts. A restart takes nine minutes; we want one.",
        ],
        pain: [
          "When two alliances meet, 6,000 players look at the same hex.",
          "Replaying a season finds differences that we cannot all explain.",
        ],
        start: [
          "You hunt down one source of differences in the replay, and write up how you did it.",
          "You split the map over machines at a seam that players never see, beginning with the empty sea.",
        ],
      },
      {
        team: "Seasons",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "feature-discovery",
          "feature-collaboration",
          "testing-and-maintenance",
        ],
        skills: ["prototyping", "schema-design", "communication"],
        what: [
          "Each season changes the rules: new units, another map, one idea that may fail. Seasons is the code that lets designers do so without a fork.",
          "We open a season on a Friday and close it twelve weeks later, with honours that players keep. This team prepares the next one meanwhile.",
        ],
        pain: [
          "Balance changes during a season are asked for daily and regretted weekly.",
          "The code of season four still runs in season eleven.",
        ],
        start: [
          "You take out what no season uses any more, with a replay to prove it.",
          "You build the rule format in which designers can try a unit against recorded battles.",
        ],
      },
    ],
  },
];
