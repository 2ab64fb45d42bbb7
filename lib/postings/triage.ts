import { readable } from "@/lib/reading/text";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { softSkills } from "@/lib/taxonomy/soft-skills";

/** What a posting would ask of a tag that its text names. */
export type Level = "must" | "nice" | "no";

type Read = { slug: string; must: boolean; spans: readonly (readonly [number, number])[] };

/** No more must-haves than these are proposed: each costs candidates, and three tell them more than twelve. */
const mostMusts = 6;

/** What stands between two alternatives: "Node.js or Java", "Go, Rust or Zig", "Kafka and/or RabbitMQ". */
const between = /^(?:\s*(?:,|\/)?\s*(?:and\/or|or)?\s*(?:either\s+)?)$/i;
const either = /\bor\b/i;

/** Headings, from which on a part of an advert says what is asked, and what is only wished. */
const asksHead =
  /^[\s#*-]*(?:(?:minimum|basic|key|core|job|technical|essential)\s+)?(?:requirements?|qualifications?|must[- ]haves?|skills|what (?:you(?:'|’)?ll need|you need|you bring|we (?:look|are looking) for|we expect)|you (?:have|bring)|who you are|about you|your (?:profile|skills))\b/i;
const anyHead = /^\s*(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$|[^.!?]{3,60}:\s*$)/;

/**
 * How each skill and responsibility that a text names is proposed, by its slug: soft skills are not; one of several alternatives is nice to
 * have, and so is what the text only wishes for. Of the others six at most are must-haves: those of the title first, then those of the part
 * that says what is asked, then in the order of the text.
 */
export function triage(
  source: string,
  skills: readonly Read[],
  responsibilities: readonly Read[],
): Map<string, Level> {
  const levels = new Map<string, Level>();
  const choices = alternatives(source, skills);
  const asked = askedParts(source);
  const titleEnd = source.trimStart().indexOf("\n") + (source.length - source.trimStart().length);
  const rank = ({ spans }: Read, isSkill: boolean) => {
    const starts = spans.map(([start]) => start);
    if (isSkill && titleEnd > 0 && starts.some((start) => start < titleEnd)) return 0;
    const isAsked = starts.some((start) => asked.some(([from, to]) => from <= start && start < to));
    return (isSkill ? 1 : 3) + (isAsked ? 0 : 1);
  };
  const candidates: { slug: string; rank: number; first: number; kind: number }[] = [];
  for (const [list, isSkill] of [
    [skills, true],
    [responsibilities, false],
  ] as const)
    for (const read of list) {
      if (isSkill && softSkills.has(read.slug)) levels.set(read.slug, "no");
      else {
        levels.set(read.slug, "nice");
        if (!read.must || choices.has(read.slug)) continue;
        const kind = isSkill && skillEntry(read.slug)?.kind === "technology" ? 0 : 1;
        candidates.push({
          slug: read.slug,
          rank: rank(read, isSkill),
          first: read.spans[0]?.[0] ?? 0,
          kind,
        });
      }
    }
  candidates.sort((a, b) => a.rank - b.rank || a.kind - b.kind || a.first - b.first);
  for (const { slug } of candidates.slice(0, mostMusts)) levels.set(slug, "must");
  return levels;
}

/** The skills that a text names as one of several alone. */
function alternatives(source: string, skills: readonly Read[]): Set<string> {
  const places = skills
    .flatMap(({ slug, spans }) => spans.map(([start, end]) => ({ slug, start, end, isChoice: false })))
    .sort((a, b) => a.start - b.start);
  let run: typeof places = [];
  let isChoice = false;
  const close = () => {
    if (isChoice) for (const place of run) place.isChoice = true;
    run = [];
    isChoice = false;
  };
  for (const place of places) {
    const before = run.at(-1);
    const gap = before && source.slice(before.end, place.start);
    if (gap === undefined || !between.test(gap)) close();
    else if (either.test(gap)) isChoice = true;
    run.push(place);
  }
  close();
  const asItself = new Set(places.filter((place) => !place.isChoice).map(({ slug }) => slug));
  return new Set(places.map(({ slug }) => slug).filter((slug) => !asItself.has(slug)));
}

/** The parts of a text that say what is asked, as [start, end) places in it. */
function askedParts(source: string): [number, number][] {
  const { text, sourceSpan } = readable(source);
  const parts: [number, number][] = [];
  let from: number | null = null;
  let at = 0;
  const end = (until: number) => {
    if (from !== null) parts.push(sourceSpan(from, until));
    from = null;
  };
  for (const line of text.split("\n")) {
    const isAsking = asksHead.test(line);
    if (isAsking || anyHead.test(line)) end(at);
    if (isAsking) from = at;
    at += line.length + 1;
  }
  end(text.length);
  return parts;
}
