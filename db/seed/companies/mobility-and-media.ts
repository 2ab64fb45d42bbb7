import type { CompanySource } from "./source";

/** Trains, bicycles, airports; video and news; things in the field. */
export const mobilityAndMedia: CompanySource[] = [
  {
    name: "Railfinch",
    country: "CH",
    cities: ["Zürich", "Bern"],
    size: "51-200",
    about:
      "Railfinch sells train tickets across eleven European railways in one purchase. Through fares are older than computers, and so are some of the rules.",
    verifiedBy: "dns",
    live: 14,
    stacks: ["scala", "kotlin", "java"],
    hires: ["CH", "DE", "AT", "FR"],
    systems: [
      {
        team: "Fares",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "requirements-management",
          "api-integration",
        ],
        skills: ["functional-programming", "algorithms", "caching"],
        what: [
          "From Basel to Gdansk there are 9,000 ways and some 60 fares that may be combined. Fares finds those a person would want, in under a second.",
          "Fares knows the tariffs of eleven railways, with discounts that exclude each other for reasons of 1994.",
        ],
        pain: [
          "A combination is cheap and valid and cannot be sold, because one railway’s reservation says no.",
          "Each railway publishes changes in its own month.",
        ],
        start: [
          "You check the thousand most-searched journeys against the railways’ own sites, and explain the differences.",
          "You restructure the search so that what cannot be sold is never shown, and stays fast.",
        ],
      },
      {
        team: "Ticketing",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "data-storage-and-payments",
          "application-troubleshooting",
          "security-hardening",
        ],
        skills: ["idempotency", "payments", "error-handling"],
        what: [
          "One purchase is up to five tickets from five railways, each of which may fail. Either the passenger has all of them, or the money back.",
          "Ticketing books, pays, issues and refunds, about 150,000 tickets a day, and 900 in a minute when a summer sale opens.",
        ],
        pain: [
          "Two railways confirm by letter code, and one of the codes means two things.",
          "Refunds after a strike come 40,000 in a day, with rules that were made that morning.",
        ],
        start: [
          "You write down and test every way in which a five-part booking can break in the middle.",
          "You make mass refunds a job with a preview, a limit and an undo.",
        ],
      },
      {
        team: "Disruptions",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "improvement-analysis",
          "feature-discovery",
          "server-side-logic",
        ],
        skills: ["stream-processing", "real-time-data-exchange", "event-driven-architecture"],
        what: [
          "A train is 14 minutes late and the connection leaves in twelve. Disruptions tells the passenger before the loudspeaker does, with another way.",
          "We read eleven live feeds, 80,000 messages a minute in the morning, and match them to tickets that people hold.",
        ],
        pain: [
          "Feeds disagree about the same train at the border.",
          "A warning that turns out wrong costs more trust than none.",
        ],
        start: [
          "You measure each feed against what really happened, station by station.",
          "You decide when to warn by what a warning is worth, and show the record to everyone inside.",
        ],
      },
    ],
  },
  {
    name: "Spokeyard",
    country: "DK",
    cities: ["Copenhagen", "Odense"],
    size: "11-50",
    about:
      "Spokeyard runs shared bicycles in nine Nordic towns: 14,000 bicycles, no docks, a great deal of rain.",
    verifiedBy: "email",
    live: 8,
    stacks: ["elixir", "node", "go"],
    hires: ["DK", "SE", "DE"],
    systems: [
      {
        team: "Rides",
        requests: "100-1000",
        responsibilities: ["server-side-logic", "api-management", "debugging", "data-storage-and-payments"],
        skills: ["iot", "finite-state-machines", "payments"],
        what: [
          "A ride begins with a lock that opens within two seconds and ends with a price. In between we hear from the bicycle when there is a signal.",
          "Rides takes 60,000 trips a day. The lock, the phone and the server each have an opinion about when one ended.",
        ],
        pain: [
          "Rides that do not end are our commonest complaint, and last year’s costliest refund.",
          "Locks of the first series forget the time when they freeze.",
        ],
        start: [
          "You follow a hundred endless rides to their cause, and end the commonest one.",
          "You define who is believed, lock, phone or server, in each of the twelve cases, and test all of them.",
        ],
      },
      {
        team: "Rebalancing",
        requests: "10-100",
        responsibilities: [
          "improvement-analysis",
          "server-side-logic",
          "feature-collaboration",
          "performance-objectives",
        ],
        skills: ["data-analysis", "geospatial-indexing", "algorithms"],
        what: [
          "By nine all bicycles are downhill. The service plans the vans and, better, the discounts that make riders bring them back.",
          "Rebalancing decides each half-hour which 300 of 14,000 bicycles are in the wrong place.",
        ],
        pain: [
          "Drivers know the town better than the plan, and do not tell it.",
          "Discounts work on students and on nobody else, as far as we can measure.",
        ],
        start: [
          "You put drivers’ corrections into the plan, and show them that it listened.",
          "You run the trial that says what a discount is worth, in two towns, properly.",
        ],
      },
    ],
  },
  {
    name: "Skyharrow",
    country: "AE",
    cities: ["Dubai", "Abu Dhabi"],
    size: "201-1000",
    about:
      "Skyharrow runs the turnaround of aircraft at seven airports: gates, fuel, catering, bags. A minute saved on the ground is worth about 80 dollars.",
    verifiedBy: null,
    unclaimed: true,
    live: 10,
    stacks: ["java", "dotnet", "scala"],
    hires: ["AE", "IN", "EG"],
    systems: [
      {
        team: "Turnaround",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "system-problem-solving",
          "application-troubleshooting",
          "stakeholder-communication",
        ],
        skills: ["event-driven-architecture", "finite-state-machines", "real-time-data-exchange"],
        what: [
          "Thirty-one steps between landing and take-off, done by nine companies. Turnaround follows each, predicts the end, and rings the right bell.",
          "1,600 aircraft a day. The service knows which step will be late before the people on the apron do, two times in three.",
        ],
        pain: [
          "Steps are reported by radio, and typed in by somebody else.",
          "When one aircraft is late, eleven plans change, and nobody wants eleven messages.",
        ],
        start: [
          "You take in the fuel trucks’ own reports, and retire the typing for that step.",
          "You condense what people are told, from eleven messages to the one that they can act on.",
        ],
      },
      {
        team: "Baggage Tracking",
        requests: "1000-10000",
        responsibilities: ["api-integration", "debugging", "performance-objectives", "improvement-analysis"],
        skills: ["stream-processing", "message-queues", "data-transformation"],
        what: [
          "A bag is scanned up to fourteen times. Tracking says where it is, and whether it will make the connection, while there is time to run.",
          "220,000 bags a day, 3 million scans, messages in a format with fixed columns.",
        ],
        pain: [
          "Tags that are read twice make two bags of one.",
          "A belt that stops sends nothing, like a belt without bags.",
        ],
        start: [
          "You separate silent belts from idle ones, with the belt makers’ signals.",
          "You rebuild the connection warning, so that handlers get it 20 minutes earlier with half the false alarms.",
        ],
      },
      {
        team: "Gate Planning",
        requests: "10-100",
        responsibilities: [
          "performance-objectives",
          "requirements-management",
          "server-side-logic",
          "feature-collaboration",
        ],
        skills: ["algorithms", "domain-driven-design", "batch-processing"],
        what: [
          "Which aircraft stands where, with which neighbour, for how long. Planning proposes a day for 340 gates and repairs it every minute.",
          "Gate Planning weighs walking distance, tow costs and an airline’s pride, in that order since last spring.",
        ],
        pain: [
          "A repaired plan may move passengers who are already walking.",
          "Rules are agreed on the phone, and reach us by rumour.",
        ],
        start: [
          "You give each rule an owner and a date, and delete those that nobody claims.",
          "You add the cost of a change to the plan, so that it moves a gate only when that pays.",
        ],
      },
    ],
  },
  {
    name: "Wavelatch",
    country: "KR",
    cities: ["Seoul", "Busan"],
    size: "201-1000",
    about:
      "Wavelatch streams drama, baseball and school radio to 11 million people in Korea and Japan. A final inning is our load test.",
    verifiedBy: "email",
    live: 12,
    stacks: ["kotlin", "go", "node"],
    hires: ["KR", "JP", "SG"],
    systems: [
      {
        team: "Playback",
        requests: "over-10000",
        responsibilities: [
          "performance-objectives",
          "application-troubleshooting",
          "server-side-logic",
          "ui-performance-testing",
        ],
        skills: ["video-streaming", "caching", "low-latency"],
        what: [
          "Press play: rights, device, quality and a signed address, in 150 milliseconds, 40,000 times a second when a match begins.",
          "Playback decides what an old television in Busan can show and what a phone in Osaka may show.",
        ],
        pain: [
          "Rights change at midnight, and players that are already running do not know.",
          "Start-up time is measured on new phones, and complained about from old televisions.",
        ],
        start: [
          "You get honest start-up figures from the ten commonest televisions.",
          "You rework how rights reach running players, before the season opens in spring.",
        ],
      },
      {
        team: "Live Sports",
        requests: "1000-10000",
        responsibilities: [
          "system-problem-solving",
          "application-troubleshooting",
          "api-integration",
          "cross-team-delivery",
        ],
        skills: ["video-streaming", "load-testing", "high-availability"],
        what: [
          "Five matches at once, a delay under six seconds, and a picture that stays when a fibre goes. Live Sports is the control plane of it.",
          "When the bases are loaded, 1.4 million people come within a minute. This team’s service has them watching before the pitch.",
        ],
        pain: [
          "A change of encoder is done by hand, by two people who nod to each other.",
          "The neighbour’s cheer comes through the wall before our picture does.",
        ],
        start: [
          "You make the encoder change one command with a rehearsal, and let the night shift try it.",
          "You find the second and a half that we lose between stadium and edge.",
        ],
      },
      {
        team: "Subscriptions",
        requests: "100-1000",
        responsibilities: [
          "data-storage-and-payments",
          "requirements-management",
          "api-management",
          "testing-and-maintenance",
        ],
        skills: ["payments", "domain-driven-design", "idempotency"],
        what: [
          "Plans, trials, family members, app stores, telecom bundles: Subscriptions knows who may watch what until when, and who pays.",
          "Subscriptions renews 300,000 people a day, and lets them go with one button, as the law has it.",
        ],
        pain: [
          "Bundles from three telecoms are three special cases in every query.",
          "A failed card is tried four times at the same hour.",
        ],
        start: [
          "You spread retries by what the bank said, and measure who is saved and who is annoyed.",
          "You fold the three bundles into one model, and delete the special cases.",
        ],
      },
    ],
  },
  {
    name: "Quayfolio",
    country: "SG",
    cities: ["Singapore"],
    size: "51-200",
    about:
      "Quayfolio is the newsroom system of 45 papers in South-East Asia: writing, pictures, layout, web. A paper goes to press at 23:40 whether we are ready or not.",
    verifiedBy: "dns",
    live: 12,
    stacks: ["php-laravel", "node", "python-django"],
    hires: ["SG", "VN", "PH", "ID"],
    systems: [
      {
        team: "Newsroom Editor",
        requests: "100-1000",
        responsibilities: [
          "content-management-systems",
          "feature-collaboration",
          "server-side-logic",
          "ui-performance-testing",
        ],
        skills: ["content-management-systems", "crdts", "real-time-data-exchange"],
        what: [
          "Reporter, editor and lawyer work on one article at one time. The server merges them, keeps each version, and knows which one was printed.",
          "Newsroom Editor is open on 3,000 screens from four in the afternoon. If it stutters at eleven at night, we hear about it in person.",
        ],
        pain: [
          "Pictures are pasted from messaging apps, without a name or a licence.",
          "Two merges in a hundred lose a comma, and editors notice commas.",
        ],
        start: [
          "You find the commas.",
          "You give pictures a way in that keeps source and licence, without a form that nobody fills in at eleven.",
        ],
      },
      {
        team: "Publishing",
        requests: "1000-10000",
        responsibilities: [
          "web-server-support",
          "performance-objectives",
          "content-management-systems",
          "api-management",
        ],
        skills: ["caching", "load-balancing", "cdn"],
        what: [
          "From “publish” to the reader takes four seconds, for 45 sites and 20 million readers a day. A correction must be as fast as the mistake.",
          "Publishing builds pages, clears caches and feeds apps and partners. On election night it does so 300 times a minute.",
        ],
        pain: [
          "Clearing too much is slow, and clearing too little is a correction that nobody sees.",
          "Partners keep old versions for days.",
        ],
        start: [
          "You make it visible which copies of an article are where, and how old.",
          "You clear by what a page was made from, and take election night off the list of things to fear.",
        ],
      },
      {
        team: "Archive",
        requests: "10-100",
        responsibilities: [
          "application-modernisation",
          "data-storage-and-payments",
          "improvement-analysis",
          "api-integration",
        ],
        skills: ["full-text-search", "data-transformation", "information-retrieval"],
        what: [
          "Pages from 1871 on, scanned and half read by a machine. Journalists search it before they write, and libraries pay for it.",
          "Archive holds 19 million pages in seven languages and four scripts.",
        ],
        pain: [
          "Reading errors are by the million, and each reader corrects one.",
          "The archive moved twice, and some addresses in footnotes lead nowhere.",
        ],
        start: [
          "You bring back the dead addresses, with redirects that will outlive the next move.",
          "You let corrections by readers flow in, with a check that keeps vandals out.",
        ],
      },
    ],
  },
  {
    name: "Sensorfold",
    country: "RO",
    cities: ["Cluj-Napoca", "Bucharest"],
    size: "51-200",
    about:
      "Sensorfold connects things in the field: water pumps, beehives, cold-store doors. 800,000 devices, 70 makers, batteries that must last five years.",
    verifiedBy: "dns",
    live: 12,
    stacks: ["cpp", "java", "go"],
    hires: ["RO", "PL", "DE"],
    systems: [
      {
        team: "Device Gateway",
        requests: "over-10000",
        responsibilities: [
          "performance-objectives",
          "api-integration",
          "security-hardening",
          "server-side-logic",
        ],
        skills: ["mqtt", "iot", "networking"],
        what: [
          "800,000 devices wake up, say a few bytes and sleep. The gateway hears about 15,000 of them a second and may answer within the second that they listen.",
          "Device Gateway ends the connection, checks the key and hands the bytes on. A byte saved is a week of battery.",
        ],
        pain: [
          "A mast that comes back wakes a whole valley at once.",
          "Keys were burnt in at the factory for the first 90,000 devices.",
        ],
        start: [
          "You write the test that wakes 100,000 simulated devices, and fix what falls over first.",
          "You plan how the 90,000 get new keys over a link of 50 bytes, without losing one in the field.",
        ],
      },
      {
        team: "Firmware Rollout",
        requests: "100-1000",
        responsibilities: [
          "system-problem-solving",
          "application-troubleshooting",
          "testing-and-maintenance",
          "cross-team-delivery",
        ],
        skills: ["release-management", "iot", "error-handling"],
        what: [
          "An update goes to ten devices, then a thousand, then all, and stops by itself when they fall silent. Nobody drives out to a beehive.",
          "Rollout has updated 6 million times and bricked 41 devices. We know each of them.",
        ],
        pain: [
          "A device that is silent may be dead, asleep or in a cellar.",
          "Makers send images that were tested on a desk.",
        ],
        start: [
          "You sharpen the stop rule with the record of all past rollouts.",
          "You build the shelf of real devices that each image has to survive first, and make it pleasant to use.",
        ],
      },
      {
        team: "Alerts",
        requests: "100-1000",
        responsibilities: ["server-side-logic", "feature-discovery", "debugging", "api-management"],
        skills: ["stream-processing", "time-series", "observability"],
        what: [
          "A cold-store door has been open for six minutes. Alerts decides whether that is a delivery or a loss, and whom to wake.",
          "Customers write rules over their devices, 40,000 of them. The service evaluates every rule on every reading, and can say why it fired.",
        ],
        pain: [
          "Rules over several devices wait for the slowest.",
          "A farmer with 300 alerts in a night turns them all off.",
        ],
        start: [
          "You group what belongs together, with three customers’ worst nights as the test.",
          "You rebuild rules over several devices so that a sleeping one does not hold them up, and say what was assumed.",
        ],
      },
    ],
  },
  {
    name: "Milhara",
    country: "BR",
    cities: ["Porto Alegre", "Curitiba"],
    size: "11-50",
    about:
      "Milhara is a market for grain: 8,000 farms, 300 buyers, and the lorries in between. Prices change with Chicago, roads with the rain.",
    verifiedBy: null,
    unclaimed: true,
    live: 8,
    stacks: ["python-django", "elixir", "node"],
    hires: ["BR", "AR", "PT"],
    systems: [
      {
        team: "Grain Market",
        requests: "10-100",
        responsibilities: [
          "server-side-logic",
          "data-storage-and-payments",
          "feature-discovery",
          "requirements-management",
        ],
        skills: ["trading-systems", "transactions", "websocket"],
        what: [
          "A farmer offers 600 tons of soy, three buyers bid, and the best net of freight wins. The market runs from eight to five and must not match anything twice.",
          "Grain Market follows the exchange by the second and the road by the hour, and shows a farmer one figure: what is left at the gate.",
        ],
        pain: [
          "Freight is an estimate from last week, and sometimes larger than the margin.",
          "A bid from a phone on a hill arrives a minute after it was made.",
        ],
        start: [
          "You make the age of a price visible everywhere, and refuse what is too old.",
          "You bring real freight offers into the match, and measure how often another buyer wins.",
        ],
      },
      {
        team: "Contracts and Weighing",
        requests: "under-10",
        responsibilities: [
          "full-lifecycle-development",
          "api-integration",
          "debugging",
          "testing-and-maintenance",
        ],
        skills: ["finite-state-machines", "error-handling", "schema-design"],
        what: [
          "What was sold wet is weighed dry. The service takes the silo’s scale, moisture and broken grains, and turns a contract into an invoice.",
          "Each lorry is weighed twice and sampled once. This team’s code decides what is paid, and shows the sum to both.",
        ],
        pain: [
          "Nine makes of scales, of which four speak only to a printer.",
          "A disputed sample is settled by phone, and entered by whoever lost.",
        ],
        start: [
          "You connect two of the printers’ scales, with the original slip kept as a picture.",
          "You build the dispute as a small process with both sides, a deadline and a neutral laboratory.",
        ],
      },
    ],
  },
];
