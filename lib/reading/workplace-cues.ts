import type { Workplace } from "@/lib/taxonomy/terms";

/** The phrases that say each, tried in this order. All patterns here are in small letters, and tried on a text in small letters (`inSmallLetters`). */
export type Cues = Record<Workplace, RegExp>;

const anyOf = (...phrases: string[]) => new RegExp(phrases.join("|"), "gmu");

/** In a headline the bare word is enough. */
export const inHead: Cues = {
  remote: anyOf(
    "\\bremote(?:ly)?\\b(?![- ](?:sensing|control|monitoring|support|procedure|work tools?))",
    "\\bwork from (?:home|anywhere|wherever)\\b",
    "\\bwfh\\b",
    "\\b(?:remoto|télétravail)\\b(?! partiel)",
    "\\btele(?:commut\\w*|work)\\b",
    "\\bdistributed team\\b",
    "\\banywhere in the (?:world|usa?|uk|eu)\\b|\\banywhere (?:in|within|across) (?:usa?|uk|eu|europe|canada|north america)\\b",
    "(?<=^\\s{0,4}|[|(,]\\s{0,2})(?:anywhere|world-?wide|global(?:ly)?)(?=\\s{0,4}(?:$|[|),]))",
  ),
  hybrid: anyOf(
    "\\bhybrid\\b(?![- ](?:cloud|app|mobile|search|model of|infrastructure))",
    "\\bpart(?:ly|ial(?:ly)?)?[- ](?:remote|on-?site)\\b",
    "\\bin[- ](?:the )?office \\d",
    "\\b\\d(?:\\s?(?:-|–|to)\\s?\\d)? ?\\+?(?:days?|x)(?:\\s?(?:\\/|a|per)\\s?(?:week|wk))?,?(?: in)? (?:the |our )?(?:in-)?office\\b",
    "\\boffice[- ]first\\b",
    "\\bh[íi]brido\\b",
    "\\btélétravail partiel\\b",
  ),
  onsite: anyOf(
    "\\bon[-_ ]?site\\b",
    "\\bin[- ](?:the )?office\\b",
    "\\bin[- ]person\\b",
    "\\boffice[- ]based\\b",
    "\\bwork(?:ing)? (?:from|in|at) (?:the )?office\\b",
    "\\bnot remote\\b",
    "\\bno remote\\b",
    "\\b(?:vor ort|presencial)\\b",
  ),
};

/** In other languages, where the words say that there is no office day. */
const whollyAtHome =
  "\\b(?:teletrabajo|télétravail|smart ?working|home[- ]?office) (?:completo|complet|total|totale|intégral|100 ?%)|\\b100 ?% (?:teletrabajo|télétravail|smart ?working|home[- ]?office|telearbeit|en remoto)\\b|\\bfull[- ]remote\\b";

/** In prose the word must be about the place of work. */
export const inBody: Cues = {
  remote: anyOf(
    whollyAtHome,
    "\\b(?:fully|100 ?%|completely|entirely|all|globally|mostly)[- ]remote\\b",
    "\\bremote[- ](?:first|friendly|only|ok|okay|possible|allowed|considered|work(?:ing)?\\b(?! tools))",
    "\\bremote[- ](?:positions?|roles?|jobs?|opportunit\\w+|company|team|candidates?|applicants?|employees)",
    "\\bremote[- ](?:within|from|anywhere|across)",
    "\\bremote[ ,-]{1,3}(?:latam|eu|us|usa|uk|emea|apac|europe|canada|worldwide|global)\\b",
    "\\((?:fully |100% )?remote\\b",
    "\\bwork(?:ing|s)?(?: \\w+)? remotely\\b",
    "\\b(?:role|position|job|team|company|we)(?: is|['’]s| are|['’]re)(?: (?!not)\\w+)? remote\\b",
    "\\bremote\\b(?=\\s*[),;|]|\\s+or\\b|\\s*\\()",
    "\\b(?:location|workplace|where|remote)\\s*:\\s*(?:[\\p{L}.]+[ ,/]+){0,4}(?:remote|yes)\\b",
    "\\bopen to remote\\b",
    "(?<=[.!]\\s)remote(?=\\s*(?:$|[.,;|]))",
    "\\bwork from (?:home|anywhere|wherever)\\b",
    "\\bremotely\\b",
    "\\bdistributed (?:team|company)\\b",
    "\\bfully[- ]distributed\\b(?! systems?)",
    "^[^\\w\\n]{0,20}remote\\b(?! \\p{Ll}+(?: \\p{Ll}+)* (?:via|by|through|over|with)\\b)",
  ),
  hybrid: anyOf(
    "\\bhybrid[- ](?:work\\w*|role|position|schedule|setup|set-up|model|policy|office|in|remote|team|environment|arrangement|flexib\\w*)",
    "\\bflexible hybrid\\b",
    "^[^\\w\\n]{0,6}hybrid\\s*[:,(–-]",
    "\\bhybrid(?::|\\/(?:in|on|remote)| culture\\b| \\(?\\d)",
    "[(|:,]\\s*hybrid\\b",
    "\\bhybrid\\s*[)|(,]",
    "\\bin[- ](?:the )?office (?:\\w+ )?(?:\\d|one|two|three|four|mon|tue|wed|thu|mwf)",
    "\\bpart(?:ly|ially)[- ]remote\\b",
    "(?<=[.!]\\s)hybrid(?=\\s*(?:$|[.,;|]))",
    "\\b(?:on-?site|in-office) ?\\/ ?hybrid\\b",
  ),
  onsite: anyOf(
    "\\b(?:you|will|to|must) (?:work|be) on[- ]site\\b",
    "\\bon-?site (?:in|at|role|position|only|work|job|team|\\d)\\b",
    "[(|:,]\\s*on-?site\\b",
    "\\bon-?site\\s*[)|(,]",
    "\\bin[- ]person (?:in|at|role|position|team|only|culture|work|company|\\d)",
    "[(|:,]\\s*in[- ]person\\b",
    "[(|:,–-]\\s*in[- ]office\\b",
    "\\bin-office(?:\\s*[)|,]| (?:role|position|job|culture|team|environment|only|work|\\d))",
    "\\b(?:work(?:s|ing)?|role|position|job|is|are|fully|mostly|primarily|be) (?:\\w+ )?in-office\\b",
    "(?<=[.!]\\s)on-?site(?=\\s*(?:$|[.,;|]))",
    "\\bwork(?:ing)? (?:full[- ]time )?(?:from|in|out of) (?:our|the) (?:\\w+ ){0,2}office\\b",
    "\\bbased in our (?:\\w+ )?office\\b",
    "\\boffice[- ]based (?:in|at|role|position|job)\\b",
    "\\byou(?:['’]ll| will)? (?:work|be working|be based) (?:at|in|from|on) our (?:\\w+ ){0,2}(?:site|office|campus|plant|headquarters|hq)\\b",
    "\\bnot (?:a )?remote\\b(?![- ](?:only|first))",
    "\\bno remote\\b",
    "\\brelocate to\\b",
    "\\bthis is (?:an )?(?:on-?site|in[- ]person|in[- ]office)\\b",
    "\\b(?:join|in) our (?:\\w+ ){1,2}office\\b",
  ),
};

const count = "(?:[1-6](?:\\s?(?:-|–|to|or)\\s?[1-6])?\\+?|one|two|three|four|five)";
const days = `${count}(?: or more| full)?[ -]?(?:x|days?)`;
const aWeek = "(?:\\s?(?:\\/|a|per|each|every)\\s?(?:week|wk))";
const office =
  "(?:in|at|from|on)[ -](?:the |our |your )?(?:\\w+ ){0,2}?(?:office|offices|hq|headquarters|studio|lab|person|site)\\b|on-?site\\b|(?:of )?in-office\\b";
const onceOrTwice = `(?:once|twice)${aWeek}`;
const weekday = "(?:mon|tue|tues|wed|thu|thur|thurs|fri)(?:days?|nesdays?|sdays?|rsdays?|urdays?)?";

/** A demand for the office by the week: "3 days a week in the office", "in person 3 to 4 days a week", "in the office Tuesday to Thursday". */
export const officeDays = anyOf(
  `\\b${days}${aWeek}?,?(?: \\w+){0,2}? (?:${office})`,
  `\\b${onceOrTwice},?(?: \\w+){0,2}? (?:${office})`,
  `(?:\\b(?:in|at|from|to) (?:the |our )(?:\\w+ ){0,2}?office(?: \\w+){0,3}?|\\bin[- ]person|\\bon-?site|\\bin-office)(?: for)?,?(?: at least| minimum)? \\(?(?:${days}${aWeek}?|${onceOrTwice})\\b`,
  `(?:\\b(?:in|at) (?:the |our )(?:\\w+ )?office|\\bin[- ]person|\\bon-?site|\\bin-office)(?: on| from| every)? ${weekday}\\b`,
);
/** Office days that come by the month or the year are no demand by the week. */
export const seldom =
  /^[^.;\n]{0,12}(?:\/|\b(?:a|per|each|every)) ?(?:month|quarter|year|sprint)|\b(?:once|twice) (?:a|per) (?!week)/u;
export const wholeWeek = /\b(?:five|5)\b/u;

/** Days at home by the week, and "the other days" there, leave the others for the office. */
export const homeDays = anyOf(
  `\\b(?:work(?:ing)? from home|wfh|home office|remote(?:ly)?(?: work(?:ing)?)?)(?: for)?(?: up to)? \\(?~?${days}${aWeek}`,
  "\\bup to [1-9]0 ?% (?:of )?(?:work(?:ing)? from home|remote(?:ly)?(?: work(?:ing)?)?|home office|wfh)\\b",
  "\\b(?:mix(?:ture)?|split|balance|combination) (?:of|between) (?:\\w+ ){0,2}(?:office|on-?site|home|remote)\\b[^.;\\n]{0,20}\\b(?:and|with)\\b[^.;\\n]{0,20}\\b(?:office|home|remote(?: work(?:ing)?)?)\\b",
  "\\b(?:other|remaining) days[^.;\\n]{0,30}\\b(?:from home|at home|remote(?:ly)?)\\b",
  "\\b(?:wfh|home[- ]?office|télétravail|teletrabajo|telearbeit|smart ?working|mobiles arbeiten)(?:,? (?:möglich|possible|posible|possibile))?[,:]? (?:for |up to |bis zu |jusqu['’]à )?\\(?~?[1-4](?:\\s?(?:-|–|à|bis)\\s?[1-4])? ?(?:days?|tage?|jours?|días?|giorni|dagen|dias)\\b(?! (?:a|per|pro|par|al) (?:month|monat|mois|mes|year|jahr))",
  `\\b${days} remote(?:ly)?\\b(?=\\s*[,;)/|+&]|\\s+and\\b)`,
  `\\b${days}${aWeek}(?: of)? (?:from home|remote(?:ly)?|home office|wfh|working from home)\\b`,
);

/** What says outright that the work is not done from elsewhere. */
export const refusal = anyOf(
  "\\b(?:not|no|non|never)[ -](?:a |an )?remote\\b(?![- ](?:only|first))(?! (?:outside|from|interviews?))",
  "\\bremote(?: work(?:ing)?)?:? ?no\\b",
  "\\bremote(?:ly)?(?: (?:work(?:ing)?|roles?|positions?|candidates?|applicants?|applications?|option))?(?:,? (?:is|are|will be|can|will))? ?(?:not|cannot|n['’]t)(?: be)?(?: currently| an?)?(?: (?:possible|available|offered|allowed|considered|accepted|supported|permitted|eligible|option|able)\\b|(?=\\s*(?:[.,;)]|$)))",
  "\\b(?:do(?:es)? not|don['’]?t|doesn['’]?t|can ?not|can['’]?t|will not|won['’]?t|unable to|not able to|not eligible for|not open to|not suitable for)(?: currently)?(?: (?:offer|support|allow|provide|consider|accept|do|have|hire))?(?: any| for| fully)?(?: \\w+ (?:and|or))? remote\\b(?![- ](?:only|first))(?: (?:or|nor|and|\\/) hybrid)?",
  "\\b(?:can ?not|can['’]?t|could not|may not|must not|will not|won['’]?t|not (?:to )?)(?: be)? ?(?:done|performed|carried out|worked|filled|executed)(?: \\w+)? (?:remotely|from home)\\b",
  "\\b(?:not|n['’]t)(?: currently)? (?:recruiting|hiring|looking|offering|considering)(?: \\w+){0,2} remote(?:ly)?\\b",
  "\\b(?:100 ?%|fully|strictly|completely|entirely) (?:on-?site|in[- ](?:the )?office|in[- ]person|office[- ]based)\\b",
  "\\b(?:this|the|our) (?:role|position|job)(?: \\w+){0,2}? is (?:an? |\\w+ )?(?:on-?site|in[- ]person|in[- ]office|office[- ]based)\\b(?! or)",
  "\\b(?:on-?site|in[- ]person|office) only\\b",
  "\\bmust (?:be|work) (?:on-?site|in[- ](?:the )?office|in[- ]person)\\b",
);

/** What stands before a mention that is no offer of the job: a refusal, a little of it, other people, a stage of the application. */
export const idleBefore =
  /\b(?:occasional(?:ly)?|sometimes|temporar(?:y|ily)|ad[- ]hoc|\d+ (?:days|weeks) of)(?: \w+)? $|\bhybrid[- ]$|\bexperience\b[^.;\n]{0,40}$|\b(?:interviews?|onboarding|meetings?|stages?|calls?|screening|process|customers?|clients?|tests?)\b[^.;\n]{0,30}$|\b(?:with|support|supporting|lead|leading|manage|managing|coordinate|coordinating|help|serves?|helps|enables?|empowers?|supports|connects?|to|for)(?: \w+){0,2} $|\b(?:customers?|clients?|users|their teams?)\b[^.;\n]{0,20}$/u;
/** Behind it: something else than the job is remote, or for a few weeks a year alone. */
export const idleAfter =
  /^[\s-]*(?:interviews?|onboarding|meetings?|training|desktops?|access|users?|customers?|clients?|sites?|offices?|locations?|sensing|servers?|machines?|devices?|systems?|data|cloud|environments?|apis?|calls?|services?|teams? (?:across|around)|procedure|support|hands|monitoring|control|diagnostics|debugging)\b|^[^.;\n]{0,40}\b(?:(?:for|up to) (?:up to )?(?:an?|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?)\b|(?:\d+|two|three|four|five|six) (?:days?|weeks?|months?) (?:a|per|each|every|\/) ?year)/u;
