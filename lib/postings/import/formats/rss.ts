import { locate } from "@/lib/reading/locations";
import { isRole } from "@/lib/reading/title";
import { slugOf } from "@/lib/slug";
import { urlOf } from "@/lib/url";
import type { ImportedPosting } from "../input";
import { asLine } from "../markup";
import { type Fields, postingOf, textOf } from "../record";
import { salaryIn } from "../terms";

/** How the items of one feed are read. `head` is its beginning, where the names of companies in its other items are looked up. */
export function rssReader(head: string): (item: Fields, fallbackId: string) => ImportedPosting {
  const companies = new Set(
    [...head.matchAll(nameElement)].flatMap(([, value = ""]) => {
      const { name, inBrackets } = creditOf(value);
      return [name, inBrackets].filter((one) => one !== "").map((one) => one.toLowerCase());
    }),
  );
  return (item, fallbackId) => rssPosting(item, fallbackId, companies);
}

const nameElement =
  /<(?:\w{1,20}:)?(?:company|company_?name|employer|creator|author)>\s{0,40}(?:<!\[CDATA\[)?([^\]]{1,120}?)(?:\]\]>)?\s{0,40}<\//gi;

/** An item of RSS or an entry of Atom. */
function rssPosting(item: Fields, fallbackId: string, companies: ReadonlySet<string>): ImportedPosting {
  const description =
    textOf(item["content:encoded"]) ||
    textOf(item.description) ||
    textOf(item.content) ||
    textOf(item.summary);
  // Feeds without a field for the place write it into the description: "Company · place · source".
  const segments = description.length < 300 ? description.split(" · ") : [];
  const credits = [item.creator, item.author].map((value) => creditOf(textOf(value)));
  const own =
    [item.company, item.company_name, item.companyName, item.employer]
      .map((value) => asLine(textOf(value)))
      .find(Boolean) ??
    credits.find(({ name }) => name !== "")?.name ??
    credits.find(({ isOwn }) => isOwn)?.inBrackets ??
    "";
  const confirmed = [segments[0] ?? "", ...credits.map(({ inBrackets }) => inBrackets)]
    .filter((name) => name !== "")
    .map((name) => name.toLowerCase());
  const isCompany = (name: string) =>
    confirmed.includes(name.toLowerCase()) ||
    companies.has(name.toLowerCase()) ||
    legalForm.test(name) ||
    standsIn(textOf(item.link), name);
  const { title, company, pay, place: inTitle } = splitTitle(asLine(textOf(item.title)), own, isCompany);
  const place = company && segments[0] === company ? segments[1] : undefined;
  return postingOf(
    {
      ...item,
      id: item.guid ?? item.id ?? item.link,
      title,
      company,
      location:
        textOf(item.location) ||
        textOf(item.region) ||
        place ||
        credits.map(({ rest }) => rest).find((rest) => locate(rest).places.length > 0) ||
        inTitle,
      salary: textOf(item.salary) || pay,
      description: place ? "" : description,
      content: undefined,
      summary: undefined,
    },
    fallbackId,
  );
}

/** Who an item is by. Its first line is the name, what follows may be a place; behind an address for mail the name is in brackets. */
function creditOf(value: string): { name: string; inBrackets: string; isOwn: boolean; rest: string } {
  const [first = "", ...more] = value.split(/<br\s*\/?>|&lt;br\s*\/?&gt;|\n|\s[|·•]\s|\s(?=⚲)/i).map(asLine);
  const [, domain = "", inBrackets = ""] = /@(\S{1,100})\s{1,5}\(([^()]{1,80})\)$/.exec(first) ?? [];
  const isName = !first.includes("@") && !nobody.test(first) && !/^https?:/i.test(first);
  // Of an address for mail whose domain is its name the bracket names the company, and no person there.
  const isOwn = inBrackets !== "" && standsIn(`https://${domain}`, inBrackets);
  return { name: isName ? first : "", inBrackets, isOwn, rest: more.join(", ").replace(/^[^\p{L}]+/u, "") };
}

/** Accounts that publish for a site, and are no employer. */
const nobody =
  /^(?:admin(?:istrator)?|editors?|webmaster|root|wordpress|support|staff|anonymous|hr|jobs?|careers?|recruiting|recruitment|info|no-?reply|(?:the )?\w+ team)$/i;
const legalForm =
  /\s(?:ltd|limited|inc|llc|llp|plc|corp(?:oration)?|co|gmbh|ag|se|kg|ug|b\.?v|n\.?v|oy|ab|a\/?s|aps|s\.?a|s\.?r\.?l|s\.?l|s\.?a\.?s|sp\. z o\.o|pty|k\.?k|s\.?p\.?a)\.?$/i;

/** Whether an address has a name in it, as a company's own site or its page on a board does. */
function standsIn(link: string, name: string): boolean {
  const words = slugOf(name);
  const url = words.length < 4 ? null : urlOf(link);
  if (!url) return false;
  const { hostname, pathname } = url;
  const parts = [...hostname.split(".").slice(0, -1), ...pathname.split("/")].map((part) =>
    part.toLowerCase(),
  );
  return parts.includes(words) || parts.includes(words.replaceAll("-", ""));
}

type Split = { title: string; company: string; pay?: string | undefined; place?: string | undefined };

/**
 * What a title says beside the title. With the company known (`own`), its name and the pay are taken off its end or beginning. Without it,
 * "Title at Company" and "Company: Title" name one where the other half is a role, and "Title — Half" only where `isCompany` knows the
 * half: it may be a team or a place as well, and a wrong employer is worse than none.
 */
function splitTitle(whole: string, own: string, isCompany: (name: string) => boolean): Split {
  const text = whole.slice(0, 400);
  if (own) {
    const name = own.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const behind = new RegExp(
      `^(.+?)(?:\\s*,\\s*|\\s+[—–|-]\\s+|\\s+(?:at|@)\\s+)${name}(?:\\s*:\\s*(.+)|\\s*[[(](.+)[\\])])?$`,
      "iu",
    ).exec(text);
    if (behind?.[1]) return { title: behind[1], company: own, ...payOrPlace(behind[2] ?? behind[3]) };
    const before = new RegExp(`^${name}(?::\\s+|\\s+[—–|-]\\s+)(.+)$`, "iu").exec(text)?.[1];
    return { title: before ?? whole, company: own };
  }
  const { rest, told } = withoutBrackets(text);
  const at = /^(.+)\s+(?:at|@)\s+((?:(?!\s(?:at|@)\s)[^\][()]){2,80}?)(?:\s+[[(][^\][()]*[\])])?$/i.exec(
    rest,
  );
  if (at?.[1] && at[2] && /^[\p{Lu}\p{Lo}\p{N}]/u.test(at[2]) && mayEmploy(at[2]))
    return { title: at[1], company: at[2], ...told };
  const dashed = /^(.+?)\s+(?:—|–|-|\|)\s+((?:(?!\s(?:—|–|-|\|)\s).)+)$/.exec(rest);
  if (dashed?.[1] && dashed[2] && mayEmploy(dashed[2]) && isCompany(dashed[2]))
    return { title: dashed[1], company: dashed[2], ...told };
  const leading = /^((?:(?!\s(?:—|–|-|\|)\s).){2,60})\s+(?:—|–|-|\|)\s+(.+)$/.exec(rest);
  if (leading?.[1] && leading[2] && isRole(leading[2]) && mayEmploy(leading[1]) && isCompany(leading[1]))
    return { title: leading[2], company: leading[1], ...told };
  const colon = /^([^:]{2,60}):\s+(.+)$/.exec(rest);
  if (colon?.[1] && colon[2] && isRole(colon[2]) && mayEmploy(colon[1]))
    return { title: colon[2], company: colon[1], ...told };
  return { title: whole, company: "" };
}

/** A title without the brackets at its end from the one that holds the pay on, and what those say. */
function withoutBrackets(text: string): { rest: string; told: Pick<Split, "pay" | "place"> } {
  const [, head = text, bracket] = /^(.+?)\s+[[(]([^\][()]{1,60})[\])]$/.exec(text) ?? [];
  const told = payOrPlace(bracket);
  if (told.pay || !bracket || !/[\])]$/.test(head)) return { rest: told.pay ? head : text, told };
  const before = withoutBrackets(head);
  return before.told.pay ? { rest: before.rest, told: { ...told, ...before.told } } : { rest: text, told };
}

/** What stands in brackets behind a title: "€60k–€80k", "Berlin". */
function payOrPlace(bracket: string | undefined): Pick<Split, "pay" | "place"> {
  if (!bracket) return {};
  if (salaryIn(bracket)) return { pay: bracket };
  const { places, workplace } = locate(bracket);
  return places.length > 0 || workplace ? { place: bracket } : {};
}

/** Roles, places, teams and kinds of work are no employers. */
function mayEmploy(name: string): boolean {
  const { places, hiringCountries, workplace } = locate(name);
  return (
    !isRole(name) &&
    !notEmployer.test(name) &&
    places.length === 0 &&
    hiringCountries.length === 0 &&
    workplace === null
  );
}

const notEmployer =
  /^(?:new|urgent|hiring|now hiring|we(?:'|’)re hiring|jobs?|hot|featured|remote\b.*|anywhere|worldwide|global(?:ly)?|europe|emea|eu|apac|latam|americas?|asia|africa|payments?|platform|infrastructure|core|growth|data|identity|security|product|commerce|checkout|search|mobile|web|cloud|internal tools|tools|sales|marketing|finance|operations|(?:full|part)[ -]time|contract|permanent|freelance|.*\b(?:team|department|group|squad|division|tribe))$/i;
