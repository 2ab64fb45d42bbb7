import type { CompanySource } from "./source";

/** Shops, markets, rents. */
export const commerce: CompanySource[] = [
  {
    name: "Aislebird",
    country: "AU",
    cities: ["Melbourne", "Sydney", "Brisbane"],
    size: "201-1000",
    about:
      "Aislebird is the ordering side of 700 supermarkets in Australia: the website, the picking app, the vans. Milk is in nine orders of ten.",
    verifiedBy: "email",
    live: 18,
    stacks: ["node", "kotlin", "dotnet"],
    hires: ["AU", "NZ"],
    systems: [
      {
        team: "Basket",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "performance-objectives",
          "ui-performance-testing",
          "api-management",
        ],
        skills: ["caching", "low-latency", "api-design"],
        what: [
          "A basket lives for days, on three devices, and has to know price, stock and promotion of 700 shops. It answers in 60 milliseconds or the page stutters.",
          "Basket takes 2,500 changes a second on Sunday evening. Half of them are the same twelve products.",
        ],
        pain: [
          "Promotions are evaluated on each change, and some of them look at the whole basket.",
          "Baskets shared in a family lose an item now and then.",
        ],
        start: [
          "You reproduce the lost item, which nobody has managed yet, and fix it.",
          "You take promotions off the hot path, with a bound on how long a shown price may be stale.",
        ],
      },
      {
        team: "Substitutions",
        requests: "100-1000",
        responsibilities: [
          "improvement-analysis",
          "feature-discovery",
          "server-side-logic",
          "cross-team-delivery",
        ],
        skills: ["data-analysis", "recommender-systems", "a-b-testing"],
        what: [
          "When there are no leeks, what then? Substitutions suggests to the picker, asks the customer, and remembers who hates fennel.",
          "One order in four has something missing. This team’s service turns it into a choice and not a surprise.",
        ],
        pain: [
          "Suggestions are made from names and prices; that is how someone got dog biscuits.",
          "Customers answer in four minutes, and the picker has moved on after one.",
        ],
        start: [
          "You build the list of suggestions that were refused most often, and fix their cause.",
          "You predict what will be missing an hour ahead, so that the question can be asked in time.",
        ],
      },
      {
        team: "Delivery Slots",
        requests: "1000-10000",
        responsibilities: [
          "server-side-logic",
          "system-problem-solving",
          "feature-collaboration",
          "testing-and-maintenance",
        ],
        skills: ["transactions", "algorithms", "concurrency"],
        what: [
          "A slot is a promise: van, driver, picker, crate. Slots sells what exists, once, to people who refresh the page at six in the morning.",
          "Delivery Slots offers 90,000 promises a day, priced so that Tuesday noon is worth considering.",
        ],
        pain: [
          "Slots are held while a customer dawdles, and others see none.",
          "A van that breaks down cancels 22 families one by one.",
        ],
        start: [
          "You make holds expire kindly, with a warning, and measure what comes free.",
          "You build the replan for a broken van, which asks all 22 families at once with real alternatives.",
        ],
      },
      {
        team: "Store Stock",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "debugging",
          "data-storage-and-payments",
          "improvement-analysis",
        ],
        skills: ["data-quality", "event-driven-architecture", "eventual-consistency"],
        what: [
          "The till says 14, the shelf says none. Store Stock estimates what is really there, for 30,000 products in 700 shops.",
          "We read 6 million till events a day, deliveries and the pickers’ findings, and give a probability in place of a number.",
        ],
        pain: [
          "Nobody scans what falls on the floor.",
          "The till system sends corrections at night, in a format that has no order.",
        ],
        start: [
          "You bring the nightly corrections into order, and show how many phantom leeks that removes.",
          "You calibrate the probability, so that eighty per cent means eighty in a hundred, and publish the curve.",
        ],
      },
    ],
  },
  {
    name: "Stockvane",
    country: "FR",
    cities: ["Lille", "Paris"],
    size: "51-200",
    about:
      "Stockvane tells 90 fashion and home retailers how much of what to send to which shop. A wrong size in the wrong town is sold at half price.",
    verifiedBy: null,
    unclaimed: true,
    live: 8,
    stacks: ["python-fastapi", "data", "scala"],
    hires: ["FR", "BE", "ES"],
    systems: [
      {
        team: "Replenishment",
        requests: "under-10",
        responsibilities: [
          "server-side-logic",
          "improvement-analysis",
          "performance-objectives",
          "stakeholder-communication",
        ],
        skills: ["batch-processing", "data-pipelines", "statistics"],
        what: [
          "Each night we propose 40 million quantities, shop by size by article, before the warehouses begin at five.",
          "Replenishment proposes and a planner corrects. We count the corrections, by retailer and by reason.",
        ],
        pain: [
          "The run for the largest customer ends at 4:40.",
          "A new article has no history, and we pretend that it has the neighbour’s.",
        ],
        start: [
          "You read a thousand corrections, and turn the two commonest into rules.",
          "You bring the largest run back to 3:00, and make a failed one resumable.",
        ],
      },
      {
        team: "Retailer Data",
        requests: "10-100",
        responsibilities: [
          "api-integration",
          "data-storage-and-payments",
          "debugging",
          "application-troubleshooting",
        ],
        skills: ["data-quality", "etl", "data-transformation"],
        what: [
          "90 retailers send sales, stock and articles, in 90 ways. This team makes one model of it, and says by six in the morning what is missing.",
          "Retailer Data takes in 300 million lines a day. A shop that forgot to close its till is a hole in ours.",
        ],
        pain: [
          "A retailer renames its sizes in the middle of a season.",
          "Corrections for last week change forecasts that were already acted on.",
        ],
        start: [
          "You write the checks for one retailer’s feed, and go through the findings with them.",
          "You give every figure a version, so that a forecast can be repeated as of that night.",
        ],
      },
    ],
  },
  {
    name: "Loomcart",
    country: "PT",
    cities: ["Porto", "Braga"],
    size: "11-50",
    about:
      "Loomcart is a wholesale market for cloth: 640 mills in northern Portugal and Spain, and the small labels that buy 200 metres at a time.",
    verifiedBy: "email",
    live: 10,
    stacks: ["php-laravel", "rails", "node"],
    hires: ["PT", "ES"],
    systems: [
      {
        team: "Catalogue",
        requests: "10-100",
        responsibilities: [
          "content-management-systems",
          "server-side-frameworks",
          "feature-collaboration",
          "ui-performance-testing",
        ],
        skills: ["full-text-search", "schema-design", "caching"],
        what: [
          "A cloth has a weight, a weave, a hand and a certificate; mills describe it in a sentence and a photo. Catalogue makes something searchable of it, in three languages.",
          "Catalogue holds 180,000 cloths. Buyers search for a feeling, and we give them filters.",
        ],
        pain: [
          "Mills send their stock as a spreadsheet, with the colour in the file name.",
          "Search for “stretch” finds what is called stretch, and not what stretches.",
        ],
        start: [
          "You take in ten mills’ spreadsheets without anyone retyping them.",
          "You rework search around what buyers mean, with a list of 500 real queries as the judge.",
        ],
      },
      {
        team: "Orders and Samples",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "data-storage-and-payments",
          "api-integration",
          "stakeholder-communication",
        ],
        skills: ["payments", "finite-state-machines", "error-handling"],
        what: [
          "First a sample, then 200 metres, then a complaint about the dye. The service follows an order through mill, dye house and carrier, and holds the money until the cloth is there.",
          "Orders and Samples pays mills within two days, and buyers back within five. Both matter more to them than features.",
        ],
        pain: [
          "A dye lot that differs is nobody’s fault and everybody’s ticket.",
          "Samples are free, and therefore tracked by nobody.",
        ],
        start: [
          "You give samples a life of their own, so that a label knows when theirs comes and a mill knows what came of it.",
          "You build partial acceptance: 160 good metres paid, 40 returned, one invoice that says so.",
        ],
      },
      {
        team: "Mill Portal",
        requests: "10-100",
        responsibilities: [
          "feature-discovery",
          "server-side-logic",
          "application-troubleshooting",
          "feature-collaboration",
        ],
        skills: ["api-design", "authentication-and-authorisation", "code-review"],
        what: [
          "The mills’ side: stock, prices, enquiries, on one phone at the loom. 640 mills, most of which have no office.",
          "Mill Portal answers the question that a mill has at seven in the evening: what did I sell, and when is it collected?",
        ],
        pain: [
          "Stock is updated once a week, and sold in between by phone.",
          "Three people share a sign-in, because the second one was too complicated.",
        ],
        start: [
          "You make a second person at the mill a matter of one text message.",
          "You build the stock count by photo and number that a mill will really do at closing time.",
        ],
      },
    ],
  },
  {
    name: "Gablenote",
    country: "ES",
    cities: ["Barcelona", "Valencia"],
    size: "51-200",
    about:
      "Gablenote manages 110,000 rented flats for their owners in Spain and Portugal: rent, repairs, deposits, and the paper that goes with them.",
    verifiedBy: "dns",
    live: 14,
    stacks: ["php-symfony", "kotlin", "python-django"],
    hires: ["ES", "PT", "IT"],
    systems: [
      {
        team: "Rent Collection",
        requests: "10-100",
        responsibilities: [
          "data-storage-and-payments",
          "server-side-logic",
          "testing-and-maintenance",
          "requirements-management",
        ],
        skills: ["payments", "batch-processing", "idempotency"],
        what: [
          "On the first of the month 110,000 rents are collected, and on the fifth passed on, less repairs. Rent Collection keeps three ledgers in step: tenant, owner, us.",
          "Rent rises by an index that the state publishes late. The service applies it backwards, announces it forwards, and keeps the letter.",
        ],
        pain: [
          "A tenant who pays half has two open sums and one reminder.",
          "The index is applied by a script that someone watches.",
        ],
        start: [
          "You model part payments properly, for one owner’s portfolio first.",
          "You make the yearly rise a tested rule with a preview that owners approve.",
        ],
      },
      {
        team: "Repairs",
        requests: "10-100",
        responsibilities: [
          "feature-collaboration",
          "full-lifecycle-development",
          "application-troubleshooting",
          "cross-team-delivery",
        ],
        skills: ["finite-state-machines", "event-driven-architecture", "communication"],
        what: [
          "A boiler fails on a Saturday. Repairs finds a plumber, asks the owner if it costs more than 300 euros, and tells the tenant a time.",
          "Repairs handles 900 cases a day between tenants, 2,600 tradespeople and owners who are on holiday.",
        ],
        pain: [
          "A case waits on the owner for three days on average, and the tenant has cold water.",
          "Tradespeople answer by phone, and our call centre types it in.",
        ],
        start: [
          "You build the owner’s one-tap answer with a sensible default, and measure the days.",
          "You let tradespeople accept and report from a text message, with photos, without an account.",
        ],
      },
      {
        team: "Contracts and Deposits",
        requests: "under-10",
        responsibilities: ["security-hardening", "requirements-management", "api-integration", "debugging"],
        skills: ["gdpr", "requirements-analysis", "test-driven-development"],
        what: [
          "A lease is drafted, signed, registered with the region and one day ended. Deposits lie with seventeen different authorities.",
          "Contracts keeps 110,000 leases with all their versions. When a court asks, we answer within a day.",
        ],
        pain: [
          "Every region’s deposit office has its own form and its own opening hours.",
          "Clauses were edited freely for years, and nobody can say which flats allow a dog.",
        ],
        start: [
          "You connect the second region’s deposit office, and leave behind a template for the rest.",
          "You turn leases into clauses with versions, and bring order into the old ones by the thousand.",
        ],
      },
    ],
  },
];
