import { capital } from "./words";

/** The pieces of a description, in whole sentences; `work` completes "You will …". */
export type Parts = {
  what: string;
  pain?: string;
  start: string;
  work?: string[];
  /** For a beginner, who does not do it alone. */
  isGuided: boolean;
  code?: string;
  asks: string[];
  nice?: string;
  standing?: string;
  team?: string;
  onCall?: string;
  deploys?: string;
  place: string;
  terms?: string;
  hiring?: string;
};

/** Puts the pieces into an order and a dress; `variant` is 0 to 3. */
export type Layout = (parts: Parts, variant: number) => string;

export const layouts: Record<string, Layout> = {
  prose,
  headed,
  listedWork,
  boldLeads,
  teamFirst,
  questions,
  short,
};

/** Paragraphs, as somebody would write a letter. */
function prose(p: Parts, variant: number) {
  return paragraphs(
    sentences(p.what, p.pain),
    sentences(atFirst(p, variant), variant % 2 ? p.standing : p.code),
    ordinarily(p, variant),
    sentences(...p.asks, p.nice),
    sentences(variant % 2 ? p.code : p.standing, p.team, p.deploys, p.onCall),
    sentences(p.terms, p.place),
    p.hiring,
  );
}

const heads = [
  [
    "The system",
    "What is hard about it",
    "The first three months",
    "What we ask",
    "How we work",
    "How we hire",
  ],
  ["What we run", "What hurts", "Where you start", "What you need", "The team", "From application to offer"],
  ["The work", "The difficult part", "First three months", "Requirements", "Working here", "Hiring"],
  ["About the system", "Open problem", "Your first quarter", "What you bring", "Day to day", "The process"],
] as const;

/** A heading for each part. */
function headed(p: Parts, variant: number) {
  const [what, pain, start, asks, work, hiring] = heads[variant] as (typeof heads)[number];
  return paragraphs(
    section(what, sentences(p.what, p.code)),
    section(pain, p.pain),
    section(start, sentences(p.start, ordinarily(p, variant), p.standing)),
    section(asks, sentences(...p.asks, p.nice)),
    section(work, sentences(p.terms, p.team, p.place, p.deploys, p.onCall)),
    section(hiring, p.hiring),
  );
}

/** The work and what it asks as two lists. */
function listedWork(p: Parts, variant: number) {
  const [will, need] = [
    ["What you will do:", "What you need:"],
    ["The work:", "What it takes:"],
    ["In this position you will", "For that you need:"],
    ["You will", "Requirements:"],
  ][variant] as [string, string];
  const start = p.start.replace(/^You /, "").replace(/\.$/, "");
  const isTitled = variant < 2;
  const first = isTitled ? `First three months: ${start}` : `in the first three months, ${start}`;
  return paragraphs(
    sentences(p.what, p.pain),
    p.work ? `${will}\n\n${bullets([first, ...p.work], isTitled)}` : atFirst(p, variant),
    sentences(p.code, p.standing),
    `${need}\n\n${bullets([...p.asks, ...(p.nice ? [p.nice] : [])], false)}`,
    sentences(p.terms, p.place, p.team, p.onCall, p.deploys),
    p.hiring && (variant % 2 ? `**Hiring.** ${p.hiring}` : p.hiring),
  );
}

/** Short paragraphs, each led by a word or two in bold. */
function boldLeads(p: Parts, variant: number) {
  const [what, pain, start, asks, work, hiring] = [
    ["What it does.", "What hurts.", "First three months.", "You.", "We.", "Hiring."],
    ["System.", "Weak spot.", "Start.", "Profile.", "Team.", "Process."],
    ["The service.", "The problem.", "Your way in.", "Asked for.", "Everyday life.", "Steps."],
    ["Today.", "Not good yet.", "Your part of it.", "What it takes.", "How.", "How to get here."],
  ][variant] as string[];
  const led = (lead: string | undefined, text: string | undefined) =>
    text ? `**${lead}** ${text}` : undefined;
  return paragraphs(
    led(what, sentences(p.what, p.code)),
    led(pain, p.pain),
    led(start, sentences(p.start, ordinarily(p, variant))),
    led(asks, sentences(...p.asks, p.nice, p.standing)),
    led(work, sentences(p.terms, p.place, p.team, p.deploys, p.onCall)),
    led(hiring, p.hiring),
  );
}

/** Who you would work with comes first. */
function teamFirst(p: Parts, variant: number) {
  return paragraphs(
    sentences(p.terms, p.team, p.place),
    sentences(p.what, variant % 2 ? p.pain : undefined),
    sentences(variant % 2 ? undefined : p.pain, atFirst(p, variant)),
    p.work && `${(p.isGuided ? guided : besides)[variant]}:\n\n${bullets(p.work, false)}`,
    sentences(p.code, p.deploys, p.onCall),
    sentences(...p.asks, p.nice, p.standing),
    p.hiring,
  );
}

/** The questions that an applicant would ask. */
function questions(p: Parts, variant: number) {
  const [what, pain, start, asks, work, hiring] = [
    [
      "What is it?",
      "What is wrong with it?",
      "What would I do first?",
      "What do I need?",
      "How do you work?",
      "How do you hire?",
    ],
    [
      "What does the team run?",
      "Where does it hurt?",
      "Where would I start?",
      "What do you ask for?",
      "What are the days like?",
      "What happens when I apply?",
    ],
    [
      "What is this about?",
      "What is difficult?",
      "What would the first months be?",
      "Who is it for?",
      "Where, and with whom?",
      "How long does hiring take?",
    ],
    [
      "Why does this position exist?",
      "What keeps you busy?",
      "What would be mine?",
      "What should I know?",
      "How is the team set up?",
      "What are the steps?",
    ],
  ][variant] as [string, string, string, string, string, string];
  return paragraphs(
    section(what, sentences(p.what, variant === 3 ? p.pain : p.code)),
    section(pain, variant === 3 ? p.code : p.pain),
    section(start, sentences(p.start, p.standing)),
    ordinarily(p, variant),
    section(asks, sentences(...p.asks, p.nice)),
    section(work, sentences(p.terms, p.team, p.place, p.onCall, p.deploys)),
    section(hiring, p.hiring),
  );
}

/** Few words, for people who skim. */
function short(p: Parts, variant: number) {
  return paragraphs(
    p.what,
    variant % 2 ? sentences(p.pain, atFirst(p, variant)) : sentences(atFirst(p, variant), p.pain),
    ordinarily(p, variant),
    `**${["Needed", "What it takes", "Must have", "Requirements"][variant]}**\n\n${bullets([...p.asks, ...(p.nice ? [p.nice] : [])], false)}`,
    `**${["Good to know", "Also", "Working here", "The rest"][variant]}**\n\n${bullets(
      [p.terms, p.place, p.code, p.team, p.onCall, p.deploys, p.standing].filter(
        (text) => text !== undefined,
      ),
      false,
    )}`,
    p.hiring,
  );
}

const paragraphs = (...texts: (string | undefined)[]) => texts.filter(Boolean).join("\n\n");
const sentences = (...texts: (string | undefined)[]) => texts.filter(Boolean).join(" ");
const section = (head: string, text: string | undefined) => (text ? `### ${head}\n\n${text}` : undefined);

const bullets = (items: string[], isInfinitive: boolean) =>
  items.map((item) => `- ${isInfinitive ? capital(item) : item}`).join("\n");

/** One sentence on the ordinary work. */
function ordinarily({ work, isGuided }: Parts, variant: number) {
  return work && `${(isGuided ? guided : besides)[variant]} ${work.join("; and ")}.`;
}

const besides = [
  "Day to day you will",
  "Apart from that you will",
  "In ordinary weeks you will",
  "You will also",
];
const guided = [
  "Together with others you will",
  "With a colleague beside you, you will",
  "In pairs at first, you will",
  "With help you will also",
];

const beginnings = ["In the first three months", "To begin with,", "In your first quarter", "At first"];

/** "You take it" after a lead: "In the first three months you take it". */
const atFirst = ({ start }: Parts, variant: number) =>
  `${beginnings[variant]} ${start.replace(/^You/, "you")}`;
