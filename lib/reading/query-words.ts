import { foldPlace } from "@/lib/taxonomy/place-names";
import { type Region, regionByName } from "@/lib/taxonomy/regions";
import type { Employment, Workplace } from "@/lib/taxonomy/terms";

/** What a line of search can say with words of a closed list. `oncall`, `takehome` and `degree` mean something only behind a "no". */
export type Term =
  | { kind: "workplace"; value: Workplace }
  | { kind: "employment"; value: Employment }
  | { kind: "region"; value: Region }
  | { kind: "oncall" | "takehome" | "degree" };

const workplaces: Record<Workplace, string> = {
  remote:
    "remote|remotely|fully remote|full remote|100 remote|remote first|remote friendly|wfh|work from home|working from home|home office|homeoffice|work from anywhere|work remotely|telecommute|telecommuting|telework",
  hybrid: "hybrid|partly remote|partially remote",
  onsite: "onsite|on site|in office|in the office|in person|office based|at the office",
};
const employments: Record<Employment, string> = {
  "full-time": "full time|fulltime",
  "part-time": "part time|parttime",
  contract:
    "contract|contractor|contractors|contracting|freelance|freelancer|freelancers|freelancing|b2b|c2c|corp to corp|self employed",
  internship: "internship|internships|intern|interns|trainee|traineeship",
  temporary: "temporary|temp|fixed term|seasonal",
};
const wishes = {
  oncall: "oncall|on call|on call duty|on call duties|on call rotation|on call shifts|pager|pager duty",
  takehome:
    "takehome|take home|take home test|take home task|take home assignment|take home exercise|take home project|take home challenge|take home assessment|homework",
  degree: "degree|degrees|university degree|college degree|formal degree|cs degree|bachelor degree|diploma",
} as const;

const terms = new Map<string, Term>();
const put = (names: string, term: Term) => {
  for (const name of names.split("|")) terms.set(name, term);
};
for (const [value, names] of Object.entries(workplaces))
  put(names, { kind: "workplace", value: value as Workplace });
for (const [value, names] of Object.entries(employments))
  put(names, { kind: "employment", value: value as Employment });
for (const [kind, names] of Object.entries(wishes)) put(names, { kind: kind as keyof typeof wishes });
for (const [name, value] of regionByName) put(foldPlace(name), { kind: "region", value });

/** What folded words mean by themselves; undefined where they mean nothing. */
export const termNamed = (folded: string): Term | undefined => terms.get(folded);

/** Words that join others and say nothing by themselves. Beside something that was read they are left out. */
export const fillers = new Set(
  "in at near around from with within and for using on of the a an based only also plus preferably ideally paying pay salary about anywhere worldwide globally".split(
    " ",
  ),
);

/** The words of levels and of roles: they stay words, and say nothing about what stands beside them. */
export const roleWords = new Set(
  "junior jr entry graduate mid middle intermediate senior sr staff lead principal head level developer developers dev devs engineer engineers engineering programmer programmers coder architect architects consultant specialist expert job jobs role roles position positions vacancy vacancies opening openings work career careers hiring backend back end frontend front fullstack full stack server side software web services service api apis platform team only and or no not without with".split(
    " ",
  ),
);

/** Behind or before one of these a name like "go" is the everyday word. */
export const proseWords = new Set(
  "to through into the you we they i it he she will would can could should must may might let lets ll re be is are was were live ahead beyond further wrong away off up down out over that this your our their my me him her them us do does did here there when if then than as so".split(
    " ",
  ),
);

/** Two letters that are a country's code, and an everyday word: a country only in capitals. */
export const everydayCodes = new Set(
  "in it is no me so to my be as am at do by ad id la us uk he hi if of on or up we an go tv pm st gl mt ms co".split(
    " ",
  ),
);

/** Letters of states that are everyday words in small letters: a state only at the end of a line. */
export const everydayStates = new Set("or in me hi ok oh pa ma la id al co de mt ms mo md".split(" "));

/** Codes of countries that stand for other things on a board: read in no spelling. */
export const otherCodes = new Set(
  "AI ML QA CI CD PM BI CV TF PS SR PY HR IO SC CC SH MD CR GP TC VC MS DB GTM".split(" "),
);

/** Cities whose names are everyday words: read only beside a country, or behind "in" or "near". */
export const everydayCities = new Set(
  "mobile reading nice split bath male man oral tours hail springs perm van independence temple bend hue colon ruse elk lira mascara moron hims bade best most date bar same along orange enterprise central union normal media".split(
    " ",
  ),
);
