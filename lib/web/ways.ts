import { settings } from "@/lib/env";
import { asRefusal } from "@/lib/errors";
import { cleanText } from "@/lib/forms/text";
import { findPostingStatus } from "@/lib/postings/queries/status";
import { withoutIdleModifiers } from "@/lib/search/criteria";
import { withStructure } from "@/lib/search/structure";
import { catalogue } from "@/lib/taxonomy/catalogue";
import { followTaxonomy } from "@/lib/taxonomy/queries/follow";

/** What is answered at an address in place of its page with status 200: another address, or the page with another status. */
type Way = { to: string; status: 303 | 308 } | { to?: undefined; status: 404 | 410 };

type Address = Pick<URL, "pathname" | "searchParams">;

/** The header of a request of our own for an address that was looked at by `isPlain`: `proxy.ts` is not asked again. Nobody else may send it. */
export const lookedAtHeader = "x-looked-at";

/** Whether an address can be read and its page is answered with 200, as far as this can be said before the page is made. */
export const isPlain = async (address: Address): Promise<boolean> =>
  isReadable(address.pathname) && listUnreadable(address).length === 0 && (await findWay(address)) === null;

/** The way of an address of the search, of a posting or of a skill; null where its page is shown as usual, and for all other addresses. */
export async function findWay({ pathname, searchParams }: Address): Promise<Way | null> {
  if (pathname === "/jobs" || pathname === "/matches") return showPlainly(pathname, searchParams);
  const [, list, slug] = /^\/(skills|jobs)\/([^/]+)$/.exec(pathname) ?? [];
  if (!slug) return null;
  if (list === "skills") return showSkill(decodeURIComponent(slug));
  const status = await findPostingStatus(decodeURIComponent(slug));
  return status === 200 ? null : { status };
}

/** The page of a skill: one that was merged leads to the other for good, and a retired one is gone. */
async function showSkill(slug: string): Promise<Way | null> {
  await followTaxonomy();
  const { mergedInto, retired } = catalogue();
  const into = mergedInto.get(slug);
  if (into) return { to: `${settings().APP_URL}/skills/${into}`, status: 308 };
  return retired.has(slug) ? { status: 410 } : null;
}

/** The parameters with each skill that was merged as the one that it was merged into; the very same object where there is none. */
async function withMergedSkills(params: URLSearchParams): Promise<URLSearchParams> {
  if (!params.has("skill") && !params.has("exclude")) return params;
  await followTaxonomy();
  const { mergedInto } = catalogue();
  const all = [...params].map(([name, value]): [string, string] => [
    name,
    name === "skill" || name === "exclude" ? (mergedInto.get(value) ?? value) : value,
  ]);
  if (all.every(([, value], at) => value === [...params][at]?.[1])) return params;
  return new URLSearchParams(
    all.filter(([name, value], at) => all.findIndex((one) => one[0] === name && one[1] === value) === at),
  );
}

/**
 * An address that a form has sent is shown as what it means: on /jobs what was typed into the search box as filters, which can be taken off
 * one by one, and nowhere a currency without a pay.
 */
async function showPlainly(pathname: string, params: URLSearchParams): Promise<Way | null> {
  const current = await withMergedSkills(params);
  if (current !== params) return { to: `${settings().APP_URL}${pathname}?${current}`, status: 308 };
  const sent = withoutIdleModifiers(params);
  // What cannot be read in time is read by the page, which says so.
  const said = pathname === "/jobs" ? await withStructure(sent).catch(unlessRefused) : sent;
  if (said === null || said === params) return null;
  return { to: `${settings().APP_URL}${pathname}${said.size > 0 ? `?${said}` : ""}`, status: 303 };
}

function unlessRefused(error: unknown): null {
  if (asRefusal(error)) return null;
  throw error;
}

/** The names of the parameters that hold characters which are not valid. */
export const listUnreadable = ({ searchParams }: Pick<Address, "searchParams">): string[] =>
  [...searchParams].flatMap(([name, value]) => (cleanText(name + value) === null ? [name] : []));

/** Whether the path of an address can be decoded, and holds valid characters alone. */
export function isReadable(pathname: string): boolean {
  try {
    return cleanText(decodeURIComponent(pathname)) !== null;
  } catch {
    return false;
  }
}
