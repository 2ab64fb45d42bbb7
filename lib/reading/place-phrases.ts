/*
 * The phrases by which the body of an advert says where the work is, and where one who works remotely may live. The place is what the first
 * group that matched holds.
 */

export const stated =
  /(?:^|\n|[.!?)]\s{1,4}|\bhttps?:\S{1,200}\s{1,4}(?=\p{Lu})|(?=\slocations?\s?:)(?<=:[^\n:]{1,80})\s)[^\S\n]*(?:[-*•][^\S\n]*)?(?:\*\*)?(?:office |job |work )?(?:locations?|based in|where|place|office|on-?site|in-person|standort|arbeitsort|lieu|ubicación|localidade|sede|locatie|lokalizacja|ort)(?:\*\*)?\s*[:–-](?:\*\*)?\s*((?:(?!\s(?:roles?|positions?|titles?|compensation|salary|pay|tech|technologies|stack|type|contact|apply|experience|team|about|website|visa)\s?:)[^\n]){2,160})/giu;
/** A word in small letters, with a capital, or in capitals. */
const anyCase = (words: string) =>
  words
    .split("|")
    .flatMap((word) => [word, word.replace(/^\p{Ll}/u, (first) => first.toUpperCase()), word.toUpperCase()])
    .join("|");
const word = "(?:St\\. )?\\p{Lu}(?:[\\p{L}'’-]|\\.(?=\\p{L})){0,40}";
const name = `(?:the )?(?:continental )?${word}(?:[ ,/&]+(?:(?:and|or) )?(?:the )?${word}){0,6}`;
export const based = new RegExp(
  `\\b(?:${anyCase("based|located|office|offices|join us|work with us|on-site|onsite|in-person|in person|hybrid|position|role|roles|team|work|engineers|developers")})\\s+(?:\\w+ ){0,2}?(?:in|at|out of|from|within)\\s+(${name})`,
  "gu",
);
/** "HQ in Hamburg": where one works, unless the work is remote. */
export const seatedIn = new RegExp(
  `\\b(?:${anyCase("hq|headquartered|headquarters")})\\s+(?:\\w+ ){0,2}?(?:in|at) (${name})`,
  "gu",
);
/** "A contract in Charlotte, NC", "a publisher in San Jose, California": a town with its state or country, behind "in". */
export const inTown = new RegExp(
  `\\bin (${word}(?: ${word}){0,2}, (?:[A-Z]{2}\\b|${word}(?: ${word})?))(?! (?:office|team|hospital|school|university)s?\\b)`,
  "gu",
);
export const hiringIn = new RegExp(
  `(?<=\\b[Hh]iring\\b[^.|\\n]{0,80})(?<!\\b(?:HQ|hq|[Hh]eadquarter\\w*) )\\bin\\s+(${name})`,
  "gu",
);
/** "San Francisco, CA, US / Remote (US)" within a line. */
export const inFull = new RegExp(
  `((?:${word}(?: ${word}){0,3}, )?[A-Z]{2}, (?:USA?|CA)\\b(?: ?\\/ ?Remote(?: ?\\([^()\\n]{2,60}\\))?)?)`,
  "gu",
);
/** "in the office – Berlin or Leeds / Tokyo": a list of towns behind a dash. */
export const listed = new RegExp(
  `(?<=\\s[-–—]\\s|:\\s)(${word}(?: ${word}){0,2}(?:(?:\\s?[,/]\\s?|\\s(?:or|and)\\s)${word}(?: ${word}){0,2}){2,12})(?=\\s*$)`,
  "gmu",
);
const roles = `(?:${anyCase("engineers?|developers?|programm?ers?|architects?|scientists?|candidates?|team")})`;
/** "a Berlin-based developer", "a US-based, fully remote engineer" */
export const basedThere = new RegExp(
  `((?:\\p{Lu}[\\p{L}.]{0,40}(?: \\p{Lu}\\p{L}{0,40}){0,2})-based(?:,? (?:fully )?remote)?)(?=,? (?:[\\p{L}+#./-]+ ){0,4}${roles}\\b)`,
  "gu",
);
/** "local from Athens, Greece, or remote" */
export const localFrom = new RegExp(
  `\\b(?:local(?:ly)?|work(?:ing)?|team|us) (?:from|in|at) (${word}(?: ${word})?, ${word}(?: ${word})?)`,
  "gu",
);
/** Where one who works remotely must live, or may work. */
export const mustLive = new RegExp(
  `\\b(?:${anyCase("must|need to|have to|as long as you|you|candidates?|applicants?")}|open to (?:anyone|people)|only (?:hire|consider\\w*)(?: \\w+){0,2})(?: (?:currently|already|to|should|are|be|must|can|may))*[ ’'](?:re )?(?:live|living|reside|residing|(?:physically )?(?:located|based|present)|(?:legally )?(?:authori[sz]ed|eligible|allowed|permitted|able) to (?:legally )?work)(?: anywhere)? (?:in|within) (${name})`,
  "gu",
);
/** "[Berlin, on-site]" */
export const bracket =
  /[([]([^()[\]\n|]{0,60}\b(?:on-?site|remote|hybrid|in-person)\b[^()[\]\n|]{0,60})[)\]]/giu;
/** "fully remote in the UK" */
export const remoteWithin = new RegExp(
  `\\b(?:${anyCase("remote|remotely")})\\s+(?:\\w+ ){0,2}?(?:in|from|within|across)\\s+(${name})`,
  "gu",
);
/** "You can work from anywhere in the UK" */
export const anywhereIn = new RegExp(
  `(?:^|[.:\\n]\\s{0,4}|\\b(?:${anyCase("work|working|remotely|from|based|live|be|hire")}) )(?:${anyCase("anywhere")}) (?:in|within|across) (${name})`,
  "gu",
);
const people = "(?:residents?|citizens?|nationals?|candidates?|applicants?|people)";
/** "US residents only", "open to Canada-based applicants", "must be a US citizen", "US only" */
export const residents = new RegExp(
  `\\b(${name})[ -](?:based )?${people} only\\b|(?:^|[|.,(\\n]\\s{0,4})(${name})\\.?[ -](?:only|Only|ONLY)\\b(?=\\s*(?:$|[|.),;!\\n]|for\\b|at\\b))|\\b(?:open|available|limited|restricted) to (${name})[ -](?:based |${people})|\\b[Mm]ust be (?:an? )?(${name})[ -](?:based\\b|${people})|\\b(${name}) (?:work authori[sz]ation|citizenship)(?: is)? required\\b|\\b[Rr]equires? (${name}) (?:work authori[sz]ation|citizenship)\\b|\\b[Rr]ight to work in (${name})`,
  "gmu",
);
/** "US-remote friendly", "Canada remote only" */
export const remoteThere = new RegExp(
  `\\b(${name})[- ](?:${anyCase("remote")})[- ](?:friendly|ok|okay|only|possible|allowed|welcome)\\b`,
  "gu",
);
/** "candidates across Canada", "we hire anywhere in the US", "we cannot hire outside of the US" */
export const applicants = new RegExp(
  `\\b(?:${anyCase("applicants|applications|candidates|anyone")})(?: who (?:are|live))?(?: based| located| living)? (?:from|in|across|within) (${name})`,
  "gu",
);
export const hireIn = new RegExp(
  `(?:\\b[Ww]e (?:can |only |currently |are (?:only )?able to )*(?:hire|employ|recruit)|\\b(?:[Oo]nly|[Cc]urrently) (?:hiring|recruiting|considering candidates)) (?:\\p{Ll}+ ){0,3}(?:in|within|across|from):? (${name})`,
  "gu",
);
export const notOutside = new RegExp(
  `(?:\\b(?:not|cannot|unable|[Nn]o|only)|n['’]t)\\b[^.;|\\n]{0,30}\\bhir(?:e|es|ing)\\b(?: \\p{Ll}+){0,3} outside(?: of)? (${name})`,
  "gu",
);
/** "REMOTE (USA/Canada)" */
export const remoteIn = /\b(remote ?\([^()\n|]{2,60}\))/giu;
/** "You need to be in person in Leeds, UK now and then" */
export const onSiteIn = new RegExp(
  `\\b(?:${anyCase("on-site|onsite|in-person|in person|in-office|in the office")}) (?:\\w+ ){0,2}?(?:in|at) (${name})`,
  "gu",
);
/** "Acme (Berlin) is hiring" */
export const ofCompany =
  /^[^()\n|]{2,60}\(([^()\n]{2,60})\) (?:is|are) (?:hiring|looking|seeking|recruiting)\b/gmu;
export const ours = new RegExp(
  `\\b(?:our|the)\\s+(${name})\\s+(?:office|offices|headquarters|HQ|studio|hub)\\b`,
  "gu",
);
