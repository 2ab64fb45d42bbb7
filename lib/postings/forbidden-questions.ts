/**
 * What an employer may not ask in most countries, each with the words that ask for it. Words that mean something else in our trade need
 * their neighbours: a race condition, a union type, a health check and a parent class are no private matters.
 */
const topics: Record<string, string> = {
  "age or date of birth":
    "how old|your age|age (?:group|range)|date of birth|birth ?(?:date|day|place|year)|year of birth|(?:were|was) (?:you )?born",
  "marriage or partnership":
    "marital|married|marriage|unmarried|your (?:spouse|husband|wife|partner)|divorced?|widow(?:ed|er)?|civil partnership|engaged to",
  "children or family":
    "children|childcare|your (?:kids|family|son|daughter)|have (?:any )?kids|family (?:plans?|planning|status|situation)|start(?:ing)? a family",
  pregnancy: "pregnan\\w*|maternity|expecting a (?:baby|child)",
  "religion or belief":
    "religio\\w*|church|mosque|synagogue|your faith|worship|(?:christian|muslim|jewish|hindu|atheist|catholic)s?",
  "origin or ethnicity":
    "ethnic\\w*|your race|racial|skin colou?r|nationality|national origin|country of origin|mother tongue|native (?:tongue|language|speaker)|where are you (?:originally )?from|citizenship|citizen",
  "health or disability":
    "your health|state of health|health (?:problems?|conditions?|issues?|history)|disabilit\\w*|disabled person|are you disabled|illness\\w*|sick (?:days|leave)|medical (?:condition|history|problems?)|medication|handicap\\w*|chronic|mental health|vaccinat\\w*",
  "union membership":
    "trade unions?|labou?r unions?|union (?:member\\w*|representative)|in a union|unioni[sz]\\w*",
  "sex, gender or orientation":
    "gender|your sex|sexual\\w*|sex life|gay|lesbian|bisexual|transgender|lgbt\\w*|pronouns",
  "political views": "politic\\w*|vote for|party membership",
  "past or present pay":
    "(?:current|present|past|previous|last|former|existing) (?:\\w+ )?(?:salary|pay|wages?|compensation|earnings?|income|remuneration|package)|salary history|pay ?slips?|(?:do|did) you (?:currently |now )?(?:earn|make)|how much (?:do|did|are|were) you (?:currently )?(?:earn|paid|mak)\\w*|your salary (?:now|at|in your)",
  "criminal record": "criminal|convict(?:ed|ions?)|arrested|police record",
};

const patterns = Object.entries(topics).map(
  ([topic, words]) => [topic, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu")] as const,
);

/** The forbidden topic that a question asks about, as in "asks about …"; null for a question that may be asked. */
export const forbiddenTopic = (question: string): string | null =>
  patterns.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
