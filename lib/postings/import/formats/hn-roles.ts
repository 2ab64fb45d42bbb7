/** A line that is a role of its own: its title, and the lines of the post that are about it alone. */
export type Role = { title: string; lines: string[] };

/** What a post hires for: one title, several roles that its lines tell apart, several that they do not, or nobody that it names. */
export type Roles =
  | { kind: "one"; title: string }
  | { kind: "several"; before: string[]; roles: Role[]; after: string[] }
  | { kind: "mixed" }
  | { kind: "none" };

const noun =
  "(?:engineers?|developers?|devs?|programm?ers?|architects?|scientists?|administrators?|admins?|sysadmins?|analysts?|designers?|managers?|leads?|sres?|swes?|devops|ctos?|mles?|fdes?|interns?|consultants?|specialists?|directors?|researchers?|technicians?|executives?|representatives?|recruiters?|writers?|marketers?|associates?|advocates?|assistants?|generalists?|coordinators?|accountants?|owners?|strategists?|operators?|testers?|chief of staff|full[- ]?stack|member of technical staff|head of [a-z]+(?: [a-z]+)?|vp of [a-z]+)";
const hasNoun = new RegExp(`\\b${noun}\\b`, "i");
/** The role's noun, and behind it nothing or what qualifies it: "(Go)", ", Payments", "- Infrastructure", "II", "for Search". */
const titleShape = new RegExp(
  `^(?:[\\p{L}\\p{N}.+#/&'’(),-]+ ){0,8}?[\\p{L}/-]*\\b${noun}(?:['’]?s)?(?: (?:I{1,3}|IV|\\d))?(?:\\s?[(,–—/:+&-].{0,70}|\\s(?:for|of|in|and|or|@|at|with|to) .{1,60})?$`,
  "iu",
);
/** The beginnings of sentences about the work, not of titles. */
const prose =
  /^(?:experienced?|architect (?:and|the|a|our)|work(?:ing)?(?! student)|collaborat\w+|build(?:ing)?(?! (?:&|and|engineer|release))|creat(?:e|ing)|develop(?:ing)?|mentor(?:ing)?|strong|you(?:r|['’]ll)?|we(?:['’]re)?|our|us|help(?:ing)?(?! desk)|manag(?:e|ing)(?! director)|join|as|the|an?|look(?:ing)?|support(?:ing)?(?! (?:engineer|specialist|manager|lead))|own(?:ing)?|deep(?! learning)|solid|ability|passion(?:ate)?|ideal(?:ly)?|must|this|if|have|having|prior|proven|familiar(?:ity)?|bonus|please|e-?mail|contact|apply|visa|tech(?:nolog(?:y|ies))?(?! lead)|stack|lead(?:ing)? (?:the|an?|and|our|design|develop|by)|driv(?:e|ing)|writ(?:e|ing)|ship|be|are|is|in|at|for|with|from|about|why|how|what|who|i|i['’]m|team(?! (?:lead|manager))|\d+\s?\+?\s?(?:years?|yrs?))(?![\p{L}\p{N}-])/iu;

const bullet = /^\s*(?:(?:[-*+•–—>▸→◦‣·]|>>)+\s*|#{1,4}\s+|\(?\d{1,2}(?:[.)/:]|\s-)\s*)/;
const address = /\s*(?:[-–—:→>|(]+\s*)?(?:https?:\/\/|www\.)\S+.*$/i;

/** Characters by which a line is judged. */
const longestLine = 400;

/** The title that a line states alone, or before its address, pay and explanation; null for any other line. */
export function titleOfLine(line: string): string | null {
  const bare = line.slice(0, longestLine).replace(bullet, "").replace(address, "").trim();
  const [head = ""] = bare.split(
    /\s*(?:\||→|->|=>|\/\/)\s*|:\s|:$|\s[–—-]\s(?=(?:\S+\s+){7})|\s[(–—-]?\s?(?=[$€£]\s?\d)/,
    1,
  );
  const title = head.replace(/[\s.:;,(–—-]+$/u, "").trim();
  const isExplained = head.length < bare.length || bare.length < line.trim().length;
  if (title.length < 3 || title.length > 90 || sentence.test(title) || prose.test(title)) return null;
  // The founder who signs the post.
  if (/[.?!]$/.test(title) || /^[\p{Lu}][^,]+,.*\bfounder\b/iu.test(title)) return null;
  if (!titleShape.test(title) || !startsLikeTitle(title)) return null;
  // Long enough for a sentence, and nothing shows that it is none.
  return title.split(/\s+/).length > 9 && !isExplained ? null : title;
}

/** A title begins with a capital or a sign; in small letters it is short. */
const startsLikeTitle = (title: string) => /^[^\p{Ll}]/u.test(title) || title.split(/\s+/).length <= 4;

const severalCue =
  /\b(?:multiple|various|several|many|all|different|other|\d+)\s+(?:\w+ ){0,2}(?:roles|positions|openings|jobs)\b|\b(?:open|current|featured|available|engineering) (?:roles|positions|openings)\b|\b(?:roles|positions|openings)\s*:/i;

/**
 * What a post hires for, by the `parts` of its headlines and the lines of its `body`; `readTitle` is the title that a sentence of it
 * names.
 */
export function rolesOf(parts: string[], body: string[], readTitle: string | null): Roles {
  const named = parts.flatMap((part) => titlesInPart(part));
  const lines = body.map((line, at) => ({ at, title: titleOfLine(line) }));
  const roles = lines.flatMap(({ at, title }) => (title ? [{ at, title }] : []));
  const isSeveral = named.length > 1 || parts.some((part) => severalCue.test(part));
  const [only] = named;
  if (only && !isSeveral) return { kind: "one", title: only };
  const distinct = new Set(roles.map(({ title }) => title.toLowerCase()));
  if (distinct.size > 1) return distinct.size === roles.length ? apart(body, roles) : { kind: "mixed" };
  if (isSeveral) return { kind: "mixed" };
  const [role] = roles;
  if (role) return { kind: "one", title: role.title };
  if (body.some((line) => severalCue.test(line))) return { kind: "mixed" };
  const said = readTitle && plainTitle(readTitle);
  return said ? { kind: "one", title: said } : { kind: "none" };
}

/** What hires for more beside the role that has a noun: "Engineers & PMs". */
const otherRole =
  /^(?:founding )?(?:gtm|sales|marketing|pms?|ae|ea|devrel|ops|operations|(?:and )?(?:many |all )?(?:more|others?))\.?$/i;
/** The same where the engineers are many: of one engineer it says the field, "Software Engineer, Growth". */
const fieldAlone = /^(?:growth|product|design|support|front-?end|back-?end|mobile|data|eng|fe|be|fs|ml)$/i;
const level = "senior|sr|staff|junior|lead|principal|founding|head";
const levelAlone = new RegExp(`^(?:${level})$`, "i");
const runTogether = new RegExp(`(\\b${noun})(?:\\s*/\\s*(?=.*\\b${noun})|\\s+(?=(?:${level})\\b))`, "gi");

/** The titles in a part of a headline: one for "Staff Engineer, Search (Go)", two for "Engineer, Designer". */
function titlesInPart(part: string): string[] {
  const field = /\b(?:role|position|title)\s*:\s*([^:]+?)(?:\s+[A-Z][\w ]{1,20}:.*)?$/.exec(part)?.[1];
  const bare = (field ?? part)
    .replace(bullet, "")
    .replace(address, "")
    .replace(/^[^:]{2,40}:\s+(?=\S)|^(?:now )?hiring:?\s+(?:an? )?/i, "")
    .replace(/\s*\([^)]*$/, "")
    .replace(/[\s:;,.-]+$/, "")
    .trim();
  if (bare.length > 110 || sentence.test(bare) || /https?:|@\S|\?$/i.test(bare)) return [];
  const outside = bare.replace(/\s*\([^)]*\)/g, "").replace(runTogether, "$1, ");
  const pieces = outside.split(/\s*[,;]\s*/).flatMap((piece) => {
    const joined = piece.split(/\s*[&+]\s*|\s+(?:and|or|\/)\s+/i).filter(Boolean);
    return joined.some((one) => hasNoun.test(one)) ? joined : [piece];
  });
  const isMany = /\b(?:engineers|developers|swes)\b|[&+]|\band\b|,.*,/i.test(outside);
  const roles = pieces.filter(
    (piece) =>
      (hasNoun.test(piece) && !levelAlone.test(piece)) ||
      otherRole.test(piece) ||
      (isMany && fieldAlone.test(piece)),
  );
  if (!roles.some((piece) => hasNoun.test(piece))) return [];
  if (roles.length > 1) return roles;
  return titleShape.test(bare) ? [bare] : [];
}

const sentence = /\b(?:we|you|our|is|are|was|will|can|needs?|has|have|i['’]m)\b|(?<!\b[sj]r)[.!?]\s/i;

/** Each role has what stands between its line and the next one's; what stands before them all, and the closing words, all share. */
function apart(body: string[], roles: { at: number; title: string }[]): Roles {
  const first = roles[0]?.at ?? 0;
  const last = roles.at(-1)?.at ?? 0;
  const isList = roles.every(({ at }, index) => index === 0 || at - (roles[index - 1]?.at ?? 0) <= 1);
  const mark = bullet.exec(body[first] ?? "")?.[0].trim();
  const isOther = (line: string) =>
    mark !== undefined && bullet.exec(line)?.[0].trim() === mark && isShort(line);
  let end = last + 1;
  while (end < body.length && (isList ? isOther(body[end] ?? "") : !closing.test(body[end] ?? ""))) end++;
  const own = roles.map(({ at, title }, index) => {
    const section = body.slice(at, roles[index + 1]?.at ?? end);
    return { title, lines: section.filter((line, offset) => offset === 0 || !isOther(line)) };
  });
  return { kind: "several", before: body.slice(0, first), roles: own, after: body.slice(end) };
}

/** Another role of the same list that is no title to us: "- Sales". */
const isShort = (line: string) =>
  line.replace(bullet, "").replace(address, "").trim().split(/\s+/).length <= 5;

const closing =
  /\b(?:apply|e-?mail|contact|reach (?:out|me)|careers?|interested|benefits|we offer|perks|about us|tech stack|our stack|resume|cv|learn more|more (?:info|details|roles))\b|^https?:/i;

const flattery =
  /^(?:(?:an?|one|two|three|four|five|\d+|or|more|few|very|highly|truly|extremely|exceptionally|scrappy|multiple|several|s|\/|skilled|talented|experienced|exceptional|excellent|strong|great|good|versatile|driven|motivated|passionate|product-minded|full-time|part-time|additional|and|another|early|level|other|our|senior level|world-class)\s+)+/i;

/** A title that was read in a sentence, without the praise; null where little is left of it. */
function plainTitle(text: string): string | null {
  const title = text.replace(flattery, "").trim();
  const isTitle = title.split(/\s+/).length > 1 && hasNoun.test(title) && !prose.test(title);
  if (!isTitle || /,|\b(?:other|and|or|mentoring|direction|based)\b/i.test(title)) return null;
  return title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
