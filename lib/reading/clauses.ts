/** What a stretch of text says of the skills named in it. */
export type Clause = {
  start: number;
  end: number;
  /** It stands in a line that is parted by "|": a headline. */
  isHeadline: boolean;
  /** It stands under a heading such as "Nice to have". */
  isNiceSection: boolean;
  /** It stands under a heading such as "What you'll do". */
  isDutySection: boolean;
  /** It stands under a heading such as "Requirements". */
  isAskedSection: boolean;
  /** Where it says itself that something is only wished for ("a plus"), or null. */
  wishAt: number | null;
  /** The wish stands before what is wished for ("ideally Rust"), and not behind it ("Rust is a plus"). */
  isForward: boolean;
  /** It also uses a word such as "strong" or "required". */
  isDemanding: boolean;
};

const niceHeading =
  /\b(?:nice[- ]to[- ]haves?|good[- ]to[- ]haves?|bonus(?: points)?|preferred|desirable|desired|a plus|pluses|plus(?: points)?|optional(?:ly)?|extra credit|brownie points|would be nice|advantageous|an advantage|ideally|not required|great to have|it helps if|even better|wish ?list|additional skills)\b/i;
const dutyHeading =
  /\b(?:you(?:['’](?:ll|d)| will| would)?(?: be)? (?:do|doing|work on|working on|own|owning|build|building|be responsible|responsible|lead|tackle|drive|help)\b|(?:responsibilit(?:y|ies)|duties|day[- ]to[- ]day|your (?:role|mission|work|job|impact|tasks|focus))\b)/i;
/** "Requirements", "Who we are looking for". A longer line that ends in a colon tells of duties as often. */
const askedHeading =
  /^[^\p{L}]*(?:(?:basic|minimum|key|job|technical|required|mandatory|essential|our|the) )?(?:requirements|qualifications|skills|must[- ]haves?|(?:what|who) we(?:['’]re| are) looking for|looking for|ideal candidate|you(?:['’]ll| will| should)? (?:have|bring)|you(?:['’]ve| have)\b|you (?:might|may) be a (?:good |great )?fit|about you|you\s*:?\s*$|who you are|what you(?:['’]ll)? (?:bring|have|need)|(?:great|good) fit|your (?:profile|background|experience|skills)|we (?:value|care))\b[^.;]{0,40}$|\b(?:comfortable|familiar|experienced?|proficient)(?: with| in)?:\s*$/iu;
const niceSentence =
  /\b(?:nice[- ]to[- ]haves?|good[- ]to[- ]have|bonus(?: points)?(?! scheme| plan| pay)|(?:is|are|as)? ?(?:an? )?(?:big |huge |strong |definite |real |major )?(?:plus|advantage|asset)(?=[\s.,;:!)]|$)|preferred|preferabl[ey]|desirable|ideally|would be (?:nice|great|helpful|beneficial|ideal|useful)|not (?:required|necessary|essential|mandatory|a must)|(?:is|are) (?:beneficial|helpful|advantageous|welcome|appreciated)|optional(?:ly)?|it helps if|extra credit|brownie points|even better|(?:really |would be |get |be )?(?:excited|thrilled|delighted|impressed) (?:if|by|about|when)|(?:love|like|great|good|cool|nice|lovely) (?:it )?if you|extra points|exploring|considering|evaluating|looking into|plan(?:ning)? to (?:adopt|introduce|use|try|move to)|or (?:are |be |is |have )?(?:the |an? )?(?:quick|willing(?:ness)?|eager(?:ness)?|keen|happy|able|ability|desire|wish|interest|open)(?: and [a-z]+)? to learn)\b|\bplus(?=[.!)]|\s*$)/i;
const payBonus =
  /\b(?:annual|yearly|performance|signing|sign-on|quarterly|cash|referral|equity|salary)[\w ,/+-]{0,24}\bbonus/i;
const forward =
  /^\s*(?:ideally|preferabl[ey]|bonus(?: points)?|nice[- ]to[- ]haves?|good[- ]to[- ]have|even better|it helps if|extra credit|brownie points|optionally|(?:excited|thrilled|delighted|impressed) if|(?:love|like|great|good|cool|nice|lovely) (?:it )?if you|extra points|exploring|considering|evaluating|looking into|plan(?:ning)? to)/i;
const demand =
  /\b(?:strong|(?<!not )required|must|proficien\w+|expert\w*|solid|deep|excellent|extensive|fluent)\b/i;
/** Characters: a longer line that holds "|" is prose. */
const longestHeadline = 400;
const isListItem = /^\s*(?:[-*•·–◦▪‣]|\d{1,2}[.)])\s+/;

/** "- Nice to have -", "=== Requirements ===": a heading between signs. */
const framed = /^[-–—=*~]+\s*\p{L}[^.;]*[\p{L}\p{N})?]\s*[-–—=*~]+:?$/u;

/**
 * The text in clauses: sentences, parted at semicolons too. A clause is nice where it says so itself, or stands under a heading
 * that does; a heading is a short line that ends in a colon, begins with "#", or is followed by a list.
 */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let [isNiceSection, isDutySection, isAskedSection] = [false, false, false];
  const lines = linesOf(text);
  lines.forEach(({ start, end }, index) => {
    const line = text.slice(start, end);
    const next = lines[index + 1];
    const behind = next ? text.slice(next.start, Math.min(next.end, next.start + 40)) : "";
    const heading = headingOf(line, behind);
    if (isHeading(heading, behind)) {
      isNiceSection = niceHeading.test(heading) && !payBonus.test(heading);
      isDutySection = !isNiceSection && dutyHeading.test(heading);
      isAskedSection = !isNiceSection && !isDutySection && askedHeading.test(heading);
    }
    const isHeadline = line.length <= longestHeadline && line.includes("|");
    let isNiceLine = false;
    for (const [from, to] of sentencesOf(line)) {
      const sentence = line.slice(from, to);
      const wish = payBonus.test(sentence) ? -1 : sentence.search(niceSentence);
      clauses.push({
        start: start + from,
        end: start + to,
        isHeadline,
        isNiceSection: isNiceSection || isNiceLine,
        isDutySection,
        isAskedSection,
        wishAt: wish === -1 ? null : start + from + wish,
        isForward: wish !== -1 && wishesAhead(sentence.slice(wish)),
        isDemanding: demand.test(sentence),
      });
      // "Nice to have: pnpm; Terraform" goes on behind the semicolon.
      if (/;$/.test(sentence))
        isNiceLine ||= wish !== -1 && /^[^:]{0,40}:/.test(sentence.slice(wish)) && wish < 12;
      else isNiceLine = false;
    }
  });
  return clauses;
}

/** Whether a place in the text stands under a heading such as "Nice to have". */
export function niceSectionsOf(text: string): (at: number) => boolean {
  const nice = clausesOf(text).filter(({ isNiceSection }) => isNiceSection);
  return (at) => {
    // The last one that begins at or before the place.
    let [low, high] = [0, nice.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((nice[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return at < (nice[low - 1]?.end ?? 0);
  };
}

/** "Ideally also Rust", and not "Rust, ideally." */
const wishesAhead = (words: string) => {
  const [start = ""] = forward.exec(words) ?? [];
  return start !== "" && /\p{L}/u.test(words.slice(start.length));
};

/** Of a paragraph that ends in "You are comfortable with:" before a list, its last sentence. */
function headingOf(line: string, next: string): string {
  if (line.length <= 90 || !isListItem.test(next) || !line.trimEnd().endsWith(":")) return line;
  return (
    line
      .slice(-90)
      .split(/[.!?]\s+/u)
      .at(-1) ?? line
  );
}

function isHeading(line: string, next: string): boolean {
  const words = line.trim();
  if (words === "" || words.length > 90) return false;
  if (framed.test(words)) return true;
  if (isListItem.test(line)) return false;
  if (words.startsWith("#") || words.endsWith(":")) return true;
  return words.length <= 60 && !/[.!?;,]$/.test(words) && isListItem.test(next);
}

/** The lines that hold something, with their places. */
function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (line.trim() !== "") lines.push({ start: index, end: index + line.length });
  }
  return lines;
}

function sentencesOf(line: string): [number, number][] {
  const sentences: [number, number][] = [];
  let start = 0;
  for (const { 0: stop, index } of line.matchAll(
    /(?<!\b(?:i\.e|e\.g|etc|incl|vs|esp|resp|approx))[.!?](?=\s+[^\s\p{Ll}])|;|\s\|\s|\s[•·]\s/gu,
  )) {
    sentences.push([start, index + stop.length]);
    start = index + stop.length;
  }
  if (start < line.length) sentences.push([start, line.length]);
  return sentences;
}
