// Who may import whom (ARCHITECTURE.md). A new arrow between rooms is one line here, and its review is the discussion.
const rooms = {
  events: ["background"],
  webhooks: ["auth", "events", "background", "companies", "forms", "postings"],
  background: [],
  web: ["auth", "board", "forms", "postings", "search", "taxonomy"],
  taxonomy: [],
  email: ["background"],
  auth: ["events", "email", "background"],
  forms: ["auth"],
  reading: ["taxonomy"],
  companies: ["auth", "background", "events", "email", "forms", "taxonomy"],
  profiles: ["auth", "events", "forms", "taxonomy", "companies", "postings", "reading"],
  postings: ["auth", "events", "forms", "taxonomy", "companies", "reading", "background"],
  imports: ["auth", "background", "events", "forms", "postings", "reading", "taxonomy"],
  board: ["taxonomy", "postings"],
  people: ["board", "taxonomy"],
  matching: ["auth", "background", "taxonomy", "postings", "profiles", "board", "people"],
  search: ["auth", "taxonomy", "companies", "postings", "reading", "profiles", "board", "matching"],
  saved: ["auth", "events", "forms", "postings", "profiles", "board", "matching", "search"],
  applications: [
    "auth",
    "background",
    "events",
    "forms",
    "taxonomy",
    "postings",
    "profiles",
    "companies",
    "matching",
  ],
  interviews: ["auth", "events", "forms", "taxonomy", "applications"],
  invitations: ["auth", "events", "postings", "profiles", "matching"],
  reports: ["auth", "events", "forms", "postings"],
  moderation: [
    "auth",
    "events",
    "forms",
    "postings",
    "reports",
    "companies",
    "profiles",
    "applications",
    "saved",
    "taxonomy",
  ],
  notifications: [
    "auth",
    "events",
    "email",
    "forms",
    "background",
    "companies",
    "taxonomy",
    "postings",
    "search",
    "saved",
    "matching",
    "applications",
    "interviews",
    "invitations",
    "reports",
    "moderation",
    "webhooks",
  ],
  privacy: ["auth", "events", "email", "background", "companies", "applications", "notifications"],
  feeds: ["taxonomy", "search", "postings", "companies"],
};

const TEST = "\\.(test|prove)\\.tsx?$";
/** The loose files of lib, open to every room. */
const LOOSE = "^lib/[^/]+\\.ts$";
/** The closed lists of words, which import nothing: open to every room and to the tables. */
const LISTS = "^lib/(taxonomy/terms|(?!board/)[^/]+/lists)\\.ts$";

const betweenRooms = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-reaches-out`,
  comment: `lib/${room} may import ${allowed.length ? allowed.join(", ") : "no other room"}.`,
  severity: "error",
  from: { path: `^lib/${room}/`, pathNot: TEST },
  to: { path: "^lib/", pathNot: [`^lib/(${[room, ...allowed].join("|")})/`, LOOSE, LISTS] },
}));

/** A rule of its own for what may not be imported. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    ...betweenRooms,
    forbid(
      "unknown-room",
      "Every folder of lib is a room of the map above.",
      { path: "^lib/" },
      {
        path: "^lib/[^/]+/",
        pathNot: `^lib/(${Object.keys(rooms).join("|")})/`,
      },
    ),
    forbid("resolves", "What is imported exists.", {}, { couldNotResolve: true }),
    forbid(
      "no-circle",
      "A circle has no first file to read.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "app-sees-no-database",
      "app translates HTTP to rooms; it never sees SQL.",
      { path: "^app/", pathNot: TEST },
      {
        path: "^db/",
      },
    ),
    forbid(
      "database-knows-no-rooms",
      "db is below lib: it knows the closed lists of words alone; only seeds and the tests' template go up.",
      {
        path: "^db/",
        pathNot: ["^db/seed/", "^db/factories", "^db/cluster/testing\\.ts$", TEST],
      },
      { path: "^(lib|app)/", pathNot: [LOOSE, LISTS] },
    ),
    forbid(
      "rules-are-pure",
      "input and rules run in the browser, and are tested without a database.",
      {
        path: "^lib/.*/(input|rules)(\\.ts$|/)",
        pathNot: TEST,
      },
      { path: ["^db/", "node_modules/(next|next-auth|react|react-dom|drizzle-orm|postgres)/"] },
    ),
    forbid(
      "a-sheet-knows-nobody",
      "What makes a sheet is facts alone: no name, photo, address, date of birth or school can come in.",
      { path: "^lib/matching/(rules/|record\\.ts$|stored\\.ts$)", pathNot: TEST },
      {
        path: "^(app|db|lib)/",
        pathNot:
          "^lib/(plural\\.ts$|taxonomy/|postings/hours\\.ts$|matching/(rules/|record\\.ts$|input\\.ts$))",
      },
    ),
    forbid(
      "what-ranks-knows-nobody",
      "What ranks postings is given facts that were drawn before: it reaches no user, no profile and no application.",
      { path: "^lib/matching/queries/(credits|lines|rank|gates|matches|questions)\\.ts$" },
      {
        path: "^(lib/(auth|profiles|reading|applications)/|db/schema/(auth|profiles|applications)\\.ts$)",
        pathNot: "^lib/profiles/input/answer\\.ts$",
      },
    ),
    forbid(
      "matching-reads-no-person",
      "Names, addresses and schools are in tables and modules that no part of matching imports; `identity` is there to hide them.",
      { path: "^lib/matching/", pathNot: TEST },
      {
        path: [
          "^db/schema/(auth|applications)\\.ts$",
          "^lib/auth/(commands|queries|session)\\.ts$",
          "^lib/profiles/(input/resume\\.ts$|queries/resume\\.ts$|resume/)",
        ],
      },
    ),
    forbid(
      "next-stays-at-the-edge",
      "Only the edge speaks HTTP: the server, app, the session, the forms.",
      {
        path: "^(lib|db|bin)/",
        pathNot: ["^lib/auth/session\\.ts$", "^lib/forms/", "^bin/serve\\.mjs$", TEST],
      },
      { path: "node_modules/(next|next-auth)/" },
    ),
    forbid(
      "drizzle-stays-in-reads-and-writes",
      "SQL is written in db, in queries, in commands and in the table of search filters.",
      {
        path: "^(app|lib|bin|e2e)/",
        pathNot: ["(^|/)(queries|commands)(\\.ts$|/)", "^lib/search/filters/", TEST],
      },
      { path: "node_modules/drizzle-orm/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "factories-are-for-tests",
      "Made-up data is for seeds and tests.",
      {
        path: "^(app|lib|bin)/",
        pathNot: [TEST, "^bin/test/"],
      },
      { path: "^db/(factories|testing)" },
    ),
    forbid(
      "tests-stay-out",
      "The product imports no test, and none of the tools of tests.",
      {
        path: "^(app|lib|db|bin)/",
        pathNot: [TEST, "^db/testing\\.ts$", "^db/cluster/testing\\.ts$", "^bin/test/"],
      },
      { path: [TEST, "node_modules/(vitest|@playwright|fast-check)/"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data)" },
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
