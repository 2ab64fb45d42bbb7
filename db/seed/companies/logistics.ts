import type { CompanySource } from "./source";

/** Goods on the move: containers, parcels, trucks, warehouses, borders. */
export const logistics: CompanySource[] = [
  {
    name: "Freightfern",
    country: "NL",
    cities: ["Rotterdam", "Amsterdam"],
    size: "51-200",
    about:
      "Freightfern tells importers where their containers are and when they will be at the gate. We read 90 shipping lines and 40 ports, and most of our work is deciding whom to believe.",
    verifiedBy: "dns",
    live: 16,
    stacks: ["go", "python-fastapi", "kotlin"],
    hires: ["NL", "BE", "DE", "PT"],
    systems: [
      {
        team: "Container Tracking",
        requests: "100-1000",
        responsibilities: ["server-side-logic", "api-integration", "improvement-analysis", "debugging"],
        skills: ["event-driven-architecture", "data-transformation", "error-handling"],
        what: [
          "Tracking takes in 11 million ship, crane and gate events a day and keeps one timeline for each of 600,000 containers. Events arrive late, twice, and sometimes for the wrong box.",
          "A container passes through eight companies on its way, each with its own idea of time. Tracking merges what they say into one line that a planner can rely on.",
        ],
        pain: [
          "Two in a hundred timelines contradict themselves, and planners remember exactly those.",
          "Reprocessing a port’s bad week takes a night, during which nothing else can be reprocessed.",
        ],
        start: [
          "You take the three commonest contradictions, trace them to their sources, and correct them where they come in.",
          "You redesign the merge so that one container can be recomputed in a second, by anyone on the team.",
        ],
      },
      {
        team: "Arrival Estimates",
        requests: "10-100",
        responsibilities: [
          "improvement-analysis",
          "performance-objectives",
          "api-management",
          "cross-team-delivery",
        ],
        skills: ["data-analysis", "data-pipelines", "batch-processing"],
        what: [
          "Every ship gets a new estimate each quarter of an hour, from its position, the port’s queue and the weather. A lorry is booked by that figure.",
          "Estimates serves 20 million predictions a day. They are wrong by 5 hours on average a week out; we publish that figure to customers.",
        ],
        pain: [
          "Strikes and storms make our history worthless for a fortnight.",
          "The model is trained in one place and served in another, and the two prepare their inputs differently.",
        ],
        start: [
          "You build the daily report of where we were most wrong, with the reason beside each ship.",
          "You put training and serving on one preparation of inputs, and let the error figure decide whether it stays.",
        ],
      },
      {
        team: "Customer Events",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "application-troubleshooting",
          "testing-and-maintenance",
          "stakeholder-communication",
        ],
        skills: ["webhooks", "api-design", "rate-limiting"],
        what: [
          "700 importers want to know the minute a box is released. Customer Events pushes 3 million messages a day into their systems, some of which are older than our company.",
          "This team owns what leaves the house: webhooks, a query interface, and files for those who like files.",
        ],
        pain: [
          "One slow receiver used to hold up everyone behind it. We have fixed this twice.",
          "Customers build on fields that we never meant to keep.",
        ],
        start: [
          "You give each receiver its own lane and its own pause button, and tell customers in advance when they are being slow.",
          "You version the event format, with a page that shows every customer which fields they really read.",
        ],
      },
      {
        team: "Demurrage",
        requests: "10-100",
        responsibilities: [
          "requirements-management",
          "server-side-logic",
          "full-lifecycle-development",
          "feature-discovery",
        ],
        skills: ["requirements-analysis", "domain-driven-design", "unit-testing"],
        what: [
          "A container that stands too long costs 150 euros a day, by contracts nobody wants to read. Demurrage reads them, counts the days, and checks the line’s invoice.",
          "Demurrage found 4.2 million euros of wrong charges last year. It computes free time by contract, port, box type and public holiday.",
        ],
        pain: [
          "Contracts are entered by hand from PDFs, and one in twenty has an error.",
          "The rules engine was written for three lines and now serves forty.",
        ],
        start: [
          "You add the checks that catch a mistyped contract on the day it is entered.",
          "You restate the rules as tables that the customs people can read, and run both for a month.",
        ],
      },
    ],
  },
  {
    name: "Lastyard",
    country: "PL",
    cities: ["Wroclaw", "Warsaw"],
    size: "201-1000",
    about:
      "Lastyard runs 5,200 parcel lockers in Poland and Czechia, and the vans between them. 410,000 parcels on an ordinary day, three times that before Christmas.",
    verifiedBy: "email",
    live: 20,
    stacks: ["java", "php-symfony", "go"],
    hires: ["PL", "CZ", "PT", "ES"],
    systems: [
      {
        team: "Routing",
        requests: "10-100",
        responsibilities: [
          "performance-objectives",
          "server-side-logic",
          "system-problem-solving",
          "improvement-analysis",
        ],
        skills: ["algorithms", "performance-tuning", "geospatial-indexing"],
        what: [
          "At three in the morning routing lays out 1,900 van tours for the day: lockers, time windows, the driver’s hours, the bridge that is closed.",
          "Routing plans every tour in 50 minutes and replans in seconds when a van breaks down. Ten per cent fewer kilometres pay for the team twice over.",
        ],
        pain: [
          "Plans look good on the map and fail at the loading dock, which we do not model.",
          "Drivers rearrange a fifth of the stops. We do not learn from them.",
        ],
        start: [
          "You add the loading dock to the model, beginning with the depot in Legnica, where it hurts most.",
          "You compare planned and driven tours for a quarter, and teach the planner the three things that drivers know better.",
        ],
      },
      {
        team: "Locker Control",
        requests: "1000-10000",
        responsibilities: [
          "application-troubleshooting",
          "api-integration",
          "security-hardening",
          "debugging",
        ],
        skills: ["mqtt", "iot", "error-handling"],
        what: [
          "A locker opens when a phone says so, also with a bad connection and at minus twenty. The service keeps 5,200 lockers’ doors in agreement with what the server believes.",
          "Locker Control speaks to 190,000 doors over mobile networks. A door that opens for the wrong person is our worst day.",
        ],
        pain: [
          "Half of our night alarms are a mast that is down, and not a locker.",
          "Three generations of controllers are out there; the oldest cannot be updated from afar.",
        ],
        start: [
          "You teach the alarms the difference between a silent locker and a silent mast.",
          "You define the protocol for the fourth generation so that the first three can be dropped one at a time.",
        ],
      },
      {
        team: "Parcel Lifecycle",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "application-modernisation",
          "api-management",
          "testing-and-maintenance",
        ],
        skills: ["finite-state-machines", "event-driven-architecture", "microservices"],
        what: [
          "A parcel is announced, scanned nine times and picked up, or comes back. Parcel Lifecycle is where each of those scans arrives and where everyone asks.",
          "Scans reach us at up to 1,500 a second in the evening sort. The sender’s page, the courier’s scanner and the invoice all read what we make of them.",
        ],
        pain: [
          "There are 61 states, of which about 20 mean something.",
          "Late scans rewrite history that the customer has already been told.",
        ],
        start: [
          "You draw the states as they really occur, from a month of scans, and retire the first dozen.",
          "You separate what happened from what we tell the customer, so that a late scan no longer takes back a delivery.",
        ],
      },
      {
        team: "Shipper Integrations",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "stakeholder-communication",
          "debugging",
          "cross-team-delivery",
        ],
        skills: ["webhooks", "data-transformation", "technical-support"],
        what: [
          "12,000 shops hand us their parcels through plug-ins for their shop systems, through our interface, or as a file by FTP at midnight.",
          "This team keeps the plug-ins and the shipping interface, and answers the shops’ developers itself, on Tuesdays and Thursdays.",
        ],
        pain: [
          "A label printed wrongly costs four euros. We print 2,000 of them a week.",
          "The file import accepts everything and complains later.",
        ],
        start: [
          "You let the interface refuse an address that cannot be delivered, with words that a shop assistant understands.",
          "You turn the midnight file into a job whose progress and errors the shop can see.",
        ],
      },
    ],
  },
  {
    name: "Dhowtrack",
    country: "KE",
    cities: ["Mombasa", "Nairobi"],
    size: "51-200",
    about:
      "Dhowtrack moves trucks through the corridor from Mombasa to Kampala and Kigali: booking, tracking, customs papers. 3,400 trucks and the people who own one or two of them.",
    verifiedBy: "email",
    live: 10,
    stacks: ["python-django", "node"],
    hires: ["KE", "UG", "RW", "NG"],
    systems: [
      {
        team: "Customs Papers",
        requests: "10-100",
        responsibilities: [
          "requirements-management",
          "api-integration",
          "full-lifecycle-development",
          "stakeholder-communication",
        ],
        skills: ["requirements-analysis", "error-handling", "xml"],
        what: [
          "A truck needs seven documents for two borders. We fill them in from the booking, file them with both customs systems and follow them until the seal is off.",
          "Customs Papers files 900 declarations a day. A wrong tariff code is a night at the border for the driver.",
        ],
        pain: [
          "The customs systems are down most Sundays and do not say so.",
          "Agents retype what we already know, because the layout does not fit their habit.",
        ],
        start: [
          "You queue what cannot be filed, tell the driver honestly, and file it in order when the border wakes up.",
          "You sit with two clearing agents for a week, and rebuild the declaration around how they work.",
        ],
      },
      {
        team: "Truck Positions",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "application-troubleshooting",
          "performance-objectives",
          "debugging",
        ],
        skills: ["geospatial-indexing", "iot", "queues"],
        what: [
          "Trackers of nine makes report every 30 seconds, when they have signal. We put them on the road, notice a stop that should not be, and ring the right person.",
          "3,400 trucks, 10 million positions a day, and long stretches without a network. This team makes a line of it.",
        ],
        pain: [
          "After a dead stretch a tracker sends six hours at once, and our alarms fire for last night.",
          "Fuel theft shows in the data the next morning. Owners would like it the same minute.",
        ],
        start: [
          "You make alarms look at when a thing happened and not when we heard of it.",
          "You build the fuel curve for each truck, and find a threshold that owners will trust.",
        ],
      },
      {
        team: "Load Booking",
        requests: "10-100",
        responsibilities: [
          "feature-collaboration",
          "data-storage-and-payments",
          "api-management",
          "feature-discovery",
        ],
        skills: ["payments", "api-design", "schema-design"],
        what: [
          "A trader has 28 tons of tea, an owner has an empty truck. Booking brings them together and pays the owner the day after delivery.",
          "Load Booking handles 700 trips a day, mostly from phones, half of them by text message.",
        ],
        pain: [
          "Owners who have been paid late once go back to the broker in the car park.",
          "A trip that changes half-way is three records that do not know of each other.",
        ],
        start: [
          "You show owners what they will be paid and when, from the moment they accept.",
          "You model a trip that may change its load, its truck and its price, and keep the whole story.",
        ],
      },
    ],
  },
  {
    name: "Crateway",
    country: "US",
    cities: ["Chicago", "Columbus"],
    size: "1001+",
    about:
      "Crateway makes the software that runs 260 warehouses in North America: receiving, picking, packing, counting. When it stops, people in cold rooms stand still.",
    verifiedBy: "dns",
    live: 22,
    stacks: ["dotnet", "java", "cpp"],
    hires: ["US", "CA", "MX"],
    systems: [
      {
        team: "Picking",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "debugging",
          "improvement-analysis",
        ],
        skills: ["algorithms", "low-latency", "concurrency"],
        what: [
          "Picking decides which of 9,000 people walks to which shelf next. An answer later than 300 milliseconds is a person waiting.",
          "A pick list is out of date as it is printed. Picking replans while people walk, for 260 sites and 40 million items.",
        ],
        pain: [
          "Congestion in an aisle is invisible to us until the pickers complain.",
          "Batching rules differ at every site; the configuration of one has 900 lines.",
        ],
        start: [
          "You spend two days on a warehouse floor, then remove one cause of double walks at a site of your choice.",
          "You turn the site rules into a small number of strategies that can be simulated against last week.",
        ],
      },
      {
        team: "Inventory",
        requests: "1000-10000",
        responsibilities: [
          "data-storage-and-payments",
          "server-side-logic",
          "system-problem-solving",
          "testing-and-maintenance",
        ],
        skills: ["transactions", "data-modelling", "eventual-consistency"],
        what: [
          "What is on which shelf, in which lot, until which date: 310 million rows that change 4,000 times a second.",
          "Inventory is the figure that a shop’s website promises against. It is right 99.6 per cent of the time; the rest is our work.",
        ],
        pain: [
          "Counts and picks that happen together produce stock that nobody can find.",
          "Lot recalls scan everything, and then the site slows down for an hour.",
        ],
        start: [
          "You trace 50 lost cartons from the record back to the floor, and sort the causes.",
          "You give recalls an index of their own and take them off the path of the pickers.",
        ],
      },
      {
        team: "Robot Gateway",
        requests: "1000-10000",
        responsibilities: [
          "api-integration",
          "application-troubleshooting",
          "system-problem-solving",
          "security-hardening",
        ],
        skills: ["robotics", "sockets", "finite-state-machines"],
        what: [
          "Eleven sites have robots from five makers. The gateway speaks to all of them and offers one language inwards: fetch, bring, wait, stop.",
          "Robot Gateway holds 2,600 open connections to machines that weigh half a ton. It is conservative by intention.",
        ],
        pain: [
          "Each maker’s simulator lies in its own way, so the last bugs are found on the floor at night.",
          "A lost connection means that a robot stands in an aisle until a person walks there.",
        ],
        start: [
          "You record a week of real traffic from one site, and replay it in tests.",
          "You design what a robot may do by itself while it has lost us, with the safety engineers.",
        ],
      },
      {
        team: "Carrier Labels",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "application-modernisation",
          "application-troubleshooting",
          "full-lifecycle-development",
        ],
        skills: ["legacy-modernisation", "caching", "contract-testing"],
        what: [
          "1.4 million parcels a day get a label from one of 46 carriers. The label has to be there before the box reaches the end of the belt.",
          "Carrier Labels picks the carrier, buys the label and prints it, in about 700 milliseconds, most of which is the carrier’s.",
        ],
        pain: [
          "Carriers publish new rates on a Friday for the Monday.",
          "The service is fifteen years old and one of its two authors has retired.",
        ],
        start: [
          "You write contract tests for the six carriers with the most failures.",
          "You cut the rate shopping out of the old service, behind the present interface, carrier by carrier.",
        ],
      },
      {
        team: "Labor Planning",
        requests: "under-10",
        responsibilities: [
          "improvement-analysis",
          "feature-discovery",
          "requirements-management",
          "cross-team-delivery",
        ],
        skills: ["data-analysis", "batch-processing", "data-pipelines"],
        what: [
          "On Wednesday a site manager has to say how many people come next week. Labor Planning gives the forecast by hour, and says how wrong it was last time.",
          "Planning reads three years of orders and the promotions calendar, and produces shifts for 9,000 people.",
        ],
        pain: [
          "Managers add ten per cent by habit, and then our figures look wrong.",
          "The weekly computation runs on a machine under a desk in Columbus. That is not a joke.",
        ],
        start: [
          "You move the computation off that machine, with the same results to the last digit.",
          "You show managers the forecast with its range and its record, and see whether the ten per cent goes away.",
        ],
      },
    ],
  },
  {
    name: "Yardpilot",
    country: "MX",
    cities: ["Monterrey", "Guadalajara"],
    size: "51-200",
    about:
      "Yardpilot plans the trailers that cross between Mexico and Texas: yards, drivers, appointments at the bridge. Bilingual by necessity.",
    verifiedBy: null,
    live: 10,
    stacks: ["node", "python-fastapi"],
    hires: ["MX", "CO", "US"],
    systems: [
      {
        team: "Bridge Appointments",
        requests: "10-100",
        responsibilities: [
          "api-integration",
          "server-side-logic",
          "application-troubleshooting",
          "performance-objectives",
        ],
        skills: ["error-handling", "queues", "rate-limiting"],
        what: [
          "A missed slot at the bridge costs six hours. We book, move and swap slots for 1,100 trailers a day as traffic and inspections change.",
          "Appointments watches four crossings and reshuffles the queue every five minutes, within the rules of two customs services.",
        ],
        pain: [
          "The booking site of one crossing changes its form about once a month.",
          "Drivers hear of a swap by phone call, and sometimes too late.",
        ],
        start: [
          "You make the form changes visible within minutes, with a fallback that a dispatcher can work by hand.",
          "You move swaps into the driver’s app with an answer required, and measure missed slots before and after.",
        ],
      },
      {
        team: "Yard Inventory",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "debugging",
          "feature-collaboration",
          "testing-and-maintenance",
        ],
        skills: ["schema-design", "real-time-data-exchange", "code-review"],
        what: [
          "Nineteen yards, 6,000 trailers, and a gate camera that reads most plates. Yard Inventory knows where each trailer stands, and how sure it is.",
          "When a driver comes for a trailer it should be where we say. It is, nine times in ten; the tenth costs 40 minutes.",
        ],
        pain: [
          "Trailers are moved at night by people who have no reason to tell us.",
          "Plates with mud on them become new trailers.",
        ],
        start: [
          "You merge the phantom trailers, and stop the gate from creating new ones.",
          "You give every position an age and a source, and let dispatchers ask for a check.",
        ],
      },
    ],
  },
];
