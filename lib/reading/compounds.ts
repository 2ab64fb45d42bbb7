/** Words that are written as one, with a hyphen and as two: the two parts of each. */
const compounds = [
  "back end",
  "front end",
  "full stack",
  "on site",
  "off site",
  "on call",
  "take home",
  "full time",
  "part time",
  "real time",
  "time zone",
  "open source",
  "micro service",
  "micro services",
  "data base",
  "data bases",
  "data center",
  "data centre",
  "data store",
  "web site",
  "web hook",
  "web hooks",
  "middle ware",
  "dev ops",
  "dev sec ops",
  "server less",
  "multi thread",
  "multi threading",
  "multi threaded",
  "multi tenant",
  "mono repo",
  "block chain",
  "cyber security",
  "e commerce",
  "fin tech",
  "health tech",
  "health care",
  "ed tech",
  "start up",
  "start ups",
  "pay roll",
  "home office",
];

const parts = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${compounds.map((words) => words.replaceAll(" ", "[\\s-]")).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** A line in which each compound is one word, and other hyphens between letters are blanks: "back-end, low-latency" is "backend, low latency". */
export const joinCompounds = (line: string): string =>
  line
    .replace(parts, (words) => words.replace(/[\s-]/g, ""))
    .replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, " ");

/**
 * The words of a text that its documents hold as one word besides, as a pattern of PostgreSQL: compounds that are written as two, and
 * whatever has a hyphen.
 */
export const compoundPattern = `\\m(?:${compounds.join("|")}|[[:alpha:]]+(?:-[[:alpha:]]+)+)\\M`;
