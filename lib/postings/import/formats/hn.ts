import { companyOf } from "@/lib/reading/company";
import { headerOf } from "@/lib/reading/header";
import { isJobSeeker } from "@/lib/reading/posting";
import { partsOf, titlesOf } from "@/lib/reading/title";
import { webAddress } from "@/lib/web-address";
import { type ImportedPosting, Unreadable } from "../input";
import { asMarkdown } from "../markup";
import { type Fields, postingOf, textOf } from "../record";
import { salaryIn } from "../terms";
import { rolesOf } from "./hn-roles";

/**
 * The postings in a comment of a "Who is hiring" thread: one for each role that its lines tell apart. `comments` are the ids met so far,
 * to know replies by. Throws `Unreadable` for what is no posting, and for several roles in one text.
 */
export function hnPostings(post: Fields, fallbackId: string, comments: Set<string>): ImportedPosting[] {
  const id = textOf(post.objectID) || textOf(post.id) || fallbackId;
  const html = textOf(post.text_html) || textOf(post.comment_text) || textOf(post.text);
  refuseOthers(post, html, comments);
  comments.add(id);
  const description = asMarkdown(withAddresses(html));
  if (isJobSeeker(description)) throw new Unreadable("it is from someone who is looking for work");
  const company = companyOf(description)?.name;
  const facts = {
    id,
    company,
    url: `https://news.ycombinator.com/item?id=${id}`,
    createdAt: post.created_at ?? post.created_at_i ?? post.time,
  };
  const header = headerOf(description);
  const parts = header.flatMap((line) => partsOf(description, line)).map(({ text }) => text);
  const end = header.at(-1)?.end ?? 0;
  const body = description
    .slice(end)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const roles = rolesOf(parts, body, titlesOf(description)[0]?.text ?? null);
  if (roles.kind === "mixed") throw new Unreadable("it contains several roles that cannot be separated");
  if (roles.kind === "none")
    throw new Unreadable(company ? "it names no role" : "it is a comment, not a posting");
  if (roles.kind === "one")
    return [postingOf({ ...facts, ...employerIn(roles.title, facts), description }, id)];
  const head = description.slice(0, end).trim();
  return roles.roles.map(({ title, lines }, index) => {
    const [own = ""] = lines;
    const link = webAddress(/https?:\/\/[^\s<>"')]+/.exec(own)?.[0] ?? null);
    const text = [head, ...roles.before, ...lines, ...roles.after].join("\n\n");
    const fields = { ...facts, id: `${id}#${index + 1}`, title, url: link ?? facts.url, description: text };
    return { ...postingOf(fields, id), salary: salaryIn(own) };
  });
}

/** "Platform Engineer at Larkspur", where nothing else names the employer. */
function employerIn(title: string, { company }: { company?: string }) {
  const named = company ? null : /^(.+?)\s+(?:at|@)\s+(\p{Lu}[^,|]{1,60})$/u.exec(title);
  return named ? { title: named[1], company: named[2] } : { title };
}

/** A comment that is none of an employer, by what its record says. */
function refuseOthers(post: Fields, html: string, comments: ReadonlySet<string>) {
  if (post.deleted === true || post.dead === true || html === "")
    throw new Unreadable("it is empty or deleted");
  const thread = [post.thread, post.story_title, post.title].map(textOf).join(" ");
  if (/who wants to be hired|seeking freelancer/i.test(thread))
    throw new Unreadable("it is from someone who is looking for work");
  if (textOf(post.type) === "story") throw new Unreadable("it is the thread itself");
  const parent = textOf(post.parent_id) || textOf(post.parent);
  const story = textOf(post.story_id);
  if (parent !== "" && (comments.has(parent) || (story !== "" && story !== parent)))
    throw new Unreadable("it is a reply");
}

/** The site shortens what it shows of an address. */
const withAddresses = (html: string) =>
  html.replace(/<a\s[^<>]{0,200}?href="([^"<>]{1,2000})"[^<>]{0,200}>[^<]{0,2000}<\/a>/gi, "$1");
