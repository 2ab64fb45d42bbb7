import type { CompanySource } from "./source";

/** Patients, wards, laboratories, claims. */
export const health: CompanySource[] = [
  {
    name: "Nordvitals",
    country: "SE",
    cities: ["Stockholm", "Göteborg"],
    size: "201-1000",
    about:
      "Nordvitals carries health records between hospitals, clinics and home care in Sweden and Norway. 14 of 21 Swedish regions use it. Nobody sees a record without a reason that is written down.",
    verifiedBy: "dns",
    live: 18,
    stacks: ["java", "dotnet", "kotlin"],
    hires: ["SE", "NO", "DK", "FI"],
    systems: [
      {
        team: "Record Exchange",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "security-hardening",
          "server-side-logic",
          "architecture-and-agile",
        ],
        skills: ["fhir", "data-transformation", "api-design"],
        what: [
          "A patient falls in Umeå and lives in Malmö. Record Exchange fetches what the emergency doctor may see, from systems of four vendors, in under two seconds.",
          "The exchange translates between record systems, about 600 look-ups a second by day, and answers with what it found and with what it could not reach.",
        ],
        pain: [
          "Vendors read the same standard differently, above all medication.",
          "A region that is slow makes every doctor’s screen slow, unless we give up on it in time.",
        ],
        start: [
          "You write the conformance tests for medication lists, and send two vendors their results.",
          "You design how partial answers are shown and filled in, so that one slow region costs nobody else a second.",
        ],
      },
      {
        team: "Consent and Access Log",
        requests: "1000-10000",
        responsibilities: [
          "security-hardening",
          "data-storage-and-payments",
          "performance-objectives",
          "requirements-management",
        ],
        skills: ["authentication-and-authorisation", "gdpr", "data-modelling"],
        what: [
          "Whoever opens a record leaves a line that cannot be removed: 70 million a month. Patients read theirs, and about 300 a week ask questions.",
          "Before any record is shown this service decides whether the reader may see it, by role, by care relation, and by what the patient has blocked.",
        ],
        pain: [
          "The decision costs 90 milliseconds in the worst case, and it is asked several times a page.",
          "Rules differ between regions in ways that the law did not intend.",
        ],
        start: [
          "You make the patient’s log readable: who, where, why, in words that my aunt understands.",
          "You move the decision next to the data, with a cache whose worst error we can state.",
        ],
      },
      {
        team: "Referrals",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "feature-collaboration",
          "requirements-management",
          "application-troubleshooting",
        ],
        skills: ["finite-state-machines", "requirements-analysis", "error-handling"],
        what: [
          "A referral leaves a GP, is triaged, accepted or returned, and ends in an appointment. Referrals makes sure that none is lost on the way. 9,000 go out on a weekday.",
          "This team owns the path from one doctor’s letter to another doctor’s calendar, including the parts that are still paper.",
        ],
        pain: [
          "Returned referrals wait in a list that nobody owns.",
          "Waiting times are counted in three ways, and the authority asks for a fourth.",
        ],
        start: [
          "You build the alarm for referrals that nobody has touched for five days, with two clinics as the first users.",
          "You put the counting of waiting times in one tested place, and show the regions where they differ.",
        ],
      },
      {
        team: "Home Monitoring",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "application-troubleshooting",
          "api-management",
          "testing-and-maintenance",
        ],
        skills: ["iot", "real-time-data-exchange", "observability"],
        what: [
          "12,000 people measure weight, pressure and oxygen at home. The service takes their readings, notices a trend, and tells a nurse before it is an ambulance.",
          "Home Monitoring receives 400 readings a second at breakfast time. An alarm too many and nurses stop looking.",
        ],
        pain: [
          "Four in five alarms are a loose sensor.",
          "Devices keep time badly; readings from tomorrow are not rare.",
        ],
        start: [
          "You teach the intake to recognise a loose sensor and to ask the patient before it asks the nurse.",
          "You build the replay that lets nurses try new alarm rules on last year’s readings.",
        ],
      },
    ],
  },
  {
    name: "Carelattice",
    country: "US",
    cities: ["Boston", "Philadelphia"],
    size: "201-1000",
    about:
      "Carelattice schedules operating rooms, beds and staff for 190 hospitals in the United States. An hour of an empty operating room costs about 2,000 dollars, and someone’s wait.",
    verifiedBy: "dns",
    live: 20,
    stacks: ["scala", "python-django", "java"],
    hires: ["US", "CA"],
    systems: [
      {
        team: "Operating Rooms",
        requests: "10-100",
        responsibilities: [
          "server-side-logic",
          "system-problem-solving",
          "feature-collaboration",
          "performance-objectives",
        ],
        skills: ["algorithms", "domain-driven-design", "functional-programming"],
        what: [
          "The plan for tomorrow is ready at four in the afternoon and wrong at seven the next morning. Operating Rooms replans all day: surgeons, rooms, instruments, emergencies.",
          "190 hospitals, 2,100 rooms. The planner proposes; a charge nurse decides, and can see why it was proposed.",
        ],
        pain: [
          "Durations are estimated by the surgeon, who is an optimist.",
          "A change that helps one room may wait for instruments that are still being sterilised. We do not know of them yet.",
        ],
        start: [
          "You compare planned and real durations for one hospital, and put the honest figure beside the surgeon’s.",
          "You bring instruments into the plan, from the sterilisation department’s own system.",
        ],
      },
      {
        team: "Hospital Interfaces",
        requests: "100-1000",
        responsibilities: [
          "api-integration",
          "application-troubleshooting",
          "debugging",
          "stakeholder-communication",
        ],
        skills: ["hl7", "data-transformation", "observability"],
        what: [
          "We live beside each hospital’s record system and hear of every admission by message: 25 million a day, in a format from 1989 with local habits.",
          "Interfaces keeps 520 connections alive. If one falls silent, a ward plans with yesterday’s patients.",
        ],
        pain: [
          "A hospital upgrades on a Saturday night and a field moves.",
          "Our mappings are configuration that only this team dares to change.",
        ],
        start: [
          "You build the alarm that knows what silence is normal for this ward at this hour.",
          "You give mappings tests, versions and a preview, so that an implementation consultant can change one safely.",
        ],
      },
      {
        team: "Bed Flow",
        requests: "10-100",
        responsibilities: [
          "improvement-analysis",
          "server-side-logic",
          "feature-discovery",
          "api-management",
        ],
        skills: ["data-analysis", "event-driven-architecture", "real-time-data-exchange"],
        what: [
          "Bed Flow knows 41,000 beds: taken, being cleaned, promised. It tells the emergency room at noon what will be free at six.",
          "A discharge at eleven instead of three is worth more than a new ward. This team predicts it, and nudges those who can bring it about.",
        ],
        pain: [
          "Cleaning is reported by pager in a third of the hospitals.",
          "Predictions are good on weekdays and useless on the day before a holiday.",
        ],
        start: [
          "You connect the first hospital’s cleaning system, and measure how much sooner a bed is known to be free.",
          "You rework the prediction around what a ward can act on, with a published record of its errors.",
        ],
      },
      {
        team: "Staffing",
        requests: "10-100",
        responsibilities: [
          "requirements-management",
          "full-lifecycle-development",
          "testing-and-maintenance",
          "cross-team-delivery",
        ],
        skills: ["requirements-analysis", "schema-design", "hipaa"],
        what: [
          "Who may work where, for how long, with which licence: Staffing fills 60,000 shifts a week, and keeps the rules of 30 union contracts.",
          "A nurse swaps a shift from her phone. Staffing checks licence, rest time and overtime before it says yes, within a second.",
        ],
        pain: [
          "The contract rules are in code that the unions’ lawyers would like to read and cannot.",
          "Last-minute gaps are filled by whoever answers a group text first.",
        ],
        start: [
          "You express one contract as rules with examples, and go through them with the person who negotiated it.",
          "You design fair offers for last-minute shifts, with a record of who was asked, and when.",
        ],
      },
    ],
  },
  {
    name: "Wardnote",
    country: "GB",
    cities: ["Leeds", "Manchester"],
    size: "11-50",
    about:
      "Wardnote is what nurses in 38 English hospitals use to hand over at seven and at seven. Thirty people, half of whom have worked on a ward.",
    verifiedBy: "email",
    live: 6,
    stacks: ["elixir", "rails"],
    hires: ["GB"],
    systems: [
      {
        team: "Handover",
        requests: "100-1000",
        responsibilities: [
          "feature-collaboration",
          "server-side-logic",
          "application-troubleshooting",
          "testing-and-maintenance",
        ],
        skills: ["real-time-data-exchange", "eventual-consistency", "communication"],
        what: [
          "Forty nurses edit the same ward list in the quarter of an hour before seven, on tablets, over hospital wi-fi. Handover merges what they write and loses nothing.",
          "Handover is used by 9,000 nurses twice a day, all of them at the same minute. The other 23 hours are quiet.",
        ],
        pain: [
          "The wi-fi drops behind the lifts, and two versions of a note come back together.",
          "Night staff find the errors, and night staff have no time to report them.",
        ],
        start: [
          "You go to a handover at seven in the morning, then fix what you saw people work around.",
          "You redo how notes merge after a dropped connection, one field at a time, with nurses looking on.",
        ],
      },
      {
        team: "Prescriptions",
        requests: "10-100",
        responsibilities: ["security-hardening", "api-integration", "requirements-management", "debugging"],
        skills: ["fhir", "test-driven-development", "error-handling"],
        what: [
          "Prescriptions carries a doctor’s order to the ward’s drug round, with dose checks on the way. It was assessed as a medical device last year.",
          "Every dose that is given on a Wardnote ward is ordered, checked and ticked off here, about 90,000 a day.",
        ],
        pain: [
          "Dose rules come as a book. Our encoding of it is reviewed by one pharmacist, on Fridays.",
          "Each release needs evidence, and gathering it takes longer than the release.",
        ],
        start: [
          "You make the evidence for a release fall out of the tests instead of a shared document.",
          "You restructure the dose rules so that the pharmacist reviews a change and not a chapter.",
        ],
      },
    ],
  },
  {
    name: "Aarogrid",
    country: "IN",
    cities: ["Bengaluru", "Pune"],
    size: "201-1000",
    about:
      "Aarogrid connects 2,300 pathology labs in India with the doctors who order from them. 160,000 samples a day, most of them collected at someone’s door before nine in the morning.",
    verifiedBy: "dns",
    live: 22,
    stacks: ["java", "node", "python-django", "go"],
    hires: ["IN"],
    systems: [
      {
        team: "Lab Results",
        requests: "100-1000",
        responsibilities: [
          "server-side-logic",
          "api-integration",
          "testing-and-maintenance",
          "application-troubleshooting",
        ],
        skills: ["data-modelling", "event-driven-architecture", "microservices"],
        what: [
          "Analysers of 70 models send values; we attach them to the right person, check them against the last ones, and release them. A wrong name is worse than a late result.",
          "Lab Results releases 1.1 million values a day, nine in ten without a human. The tenth is why this team exists.",
        ],
        pain: [
          "Two labs write the same test under different names, and the doctor’s graph breaks.",
          "The release rules live in the lab’s heads, and then in 2,000 rows of configuration.",
        ],
        start: [
          "You map the hundred commonest tests to one vocabulary, with a lab physician, and repair the graphs.",
          "You rebuild auto-release so that every decision can be shown to the pathologist who answers for it.",
        ],
      },
      {
        team: "Home Collection",
        requests: "100-1000",
        responsibilities: [
          "full-lifecycle-development",
          "performance-objectives",
          "feature-collaboration",
          "improvement-analysis",
        ],
        skills: ["geospatial-indexing", "algorithms", "scalability"],
        what: [
          "At half past six 4,000 people on scooters start their rounds. The service gives each a route, keeps samples within their hour, and moves stops when traffic does.",
          "Home Collection books 60,000 doorsteps for tomorrow, today. Fasting patients do not wait.",
        ],
        pain: [
          "Addresses are a landmark and a phone number.",
          "A cancelled stop at seven is reassigned by a dispatcher with three windows open.",
        ],
        start: [
          "You use what collectors learnt last time to put the pin where the door is.",
          "You let the planner reassign by itself within limits that dispatchers set, and compare both for a month.",
        ],
      },
      {
        team: "Doctor Network",
        requests: "100-1000",
        responsibilities: [
          "api-management",
          "feature-discovery",
          "cross-team-delivery",
          "server-side-frameworks",
        ],
        skills: ["api-design", "authentication-and-authorisation", "caching"],
        what: [
          "45,000 doctors order tests and read results in their own clinic software. The network is the interface to it, and the reader for those who have none.",
          "A doctor opens eleven years of a patient’s values while the patient sits there. We have about a second.",
        ],
        pain: [
          "History is stitched together at read time from six stores.",
          "Clinic software of 60 makers signs in as one user for the whole clinic.",
        ],
        start: [
          "You take two of the six stores out of the read path for the commonest view.",
          "You bring in sign-in per doctor, with a path that small clinics can follow without a consultant.",
        ],
      },
      {
        team: "Billing and Claims",
        requests: "10-100",
        responsibilities: [
          "data-storage-and-payments",
          "requirements-management",
          "application-modernisation",
          "debugging",
        ],
        skills: ["payments", "batch-processing", "legacy-modernisation"],
        what: [
          "A test may be paid by the patient, an insurer, an employer or the state, and often by two of them. Billing works out who, and chases it.",
          "Claims sends 30,000 cases a day to 28 insurers and reads back partial payments with reasons in free text.",
        ],
        pain: [
          "The module is the oldest that we have: procedures in the database, last touched with confidence in 2019.",
          "One insurer’s portal is fed by a script that fills in a web form.",
        ],
        start: [
          "You cover the ten procedures that run daily with tests, before anything is moved.",
          "You carry claims out of the database into a service, insurer by insurer, with figures that must agree.",
        ],
      },
    ],
  },
  {
    name: "Harborwick",
    country: "US",
    cities: ["Boston", "Denver"],
    size: "51-200",
    about:
      "Harborwick handles claims for small insurers: storm damage, car accidents, burst pipes. We work for the 70 insurers that are too small to build this, and too old to buy everything new.",
    verifiedBy: null,
    live: 12,
    stacks: ["dotnet", "rails"],
    hires: ["US"],
    systems: [
      {
        team: "Claims Intake",
        requests: "10-100",
        responsibilities: [
          "full-lifecycle-development",
          "feature-collaboration",
          "api-management",
          "server-side-logic",
        ],
        skills: ["finite-state-machines", "api-design", "error-handling"],
        what: [
          "After a hailstorm 9,000 people report a claim on one afternoon, with photos. Intake takes them in, sorts out duplicates and gives each a person and a date.",
          "Claims Intake is a form on the surface. Underneath it decides cover, reserves money and books an adjuster.",
        ],
        pain: [
          "Couples report the same roof twice, with different words.",
          "The day of a storm is the day on which we learn what does not scale.",
        ],
        start: [
          "You replay last June’s hailstorm against a copy of the system, and fix what breaks first.",
          "You build duplicate detection that suggests and never merges by itself.",
        ],
      },
      {
        team: "Policy Core",
        stacks: ["cobol", "dotnet"],
        requests: "under-10",
        responsibilities: [
          "application-modernisation",
          "server-side-logic",
          "testing-and-maintenance",
          "system-problem-solving",
        ],
        skills: ["legacy-modernisation", "batch-processing", "data-transformation"],
        what: [
          "Policies from 1987 are still in force and still have to be renewed each night. Policy Core does it: 1.2 million policies, a batch window of five hours.",
          "The core is older than some of the team. It is correct, documented in parts, and the thing that all newer services ask.",
        ],
        pain: [
          "A new product takes seven months, of which the core takes six.",
          "The nightly batch has 214 steps. We can restart from 190 of them.",
        ],
        start: [
          "You document and test the renewal of one product from end to end, with a colleague who wrote part of it.",
          "You move premium calculation out of the batch behind an interface, for one product line, figures identical to the cent.",
        ],
      },
      {
        team: "Adjuster Tools",
        requests: "10-100",
        responsibilities: [
          "feature-discovery",
          "debugging",
          "cross-team-delivery",
          "application-troubleshooting",
        ],
        skills: ["api-design", "asynchronous-programming", "code-review"],
        what: [
          "Adjusters stand in wet basements with a tablet. The server side of their tool prices repairs, keeps photos, and works when the network does not.",
          "400 adjusters close 2,500 claims a day in the tool. An estimate that is stuck means a family in a motel.",
        ],
        pain: [
          "Uploads of 200 photos block the estimate that needs three of them.",
          "Price lists change monthly by postcode, and a claim must keep the one it began with.",
        ],
        start: [
          "You separate photos from estimates, so that one no longer waits for the other.",
          "You give price lists dates and versions throughout, and reprice nothing behind an adjuster’s back.",
        ],
      },
    ],
  },
];
