import { type ImportedPosting, Unreadable } from "../input";
import { asMarkdown } from "../markup";
import { postingOf } from "../record";
import { splitFrontMatter } from "./front-matter";

/** The posting that a Markdown file with front matter is; the file's name is its id. */
export function markdownPosting(text: string, fileName: string): ImportedPosting {
  const front = splitFrontMatter(text);
  if (!front) throw new Unreadable("it has no front matter");
  const posting = postingOf({ ...front.fields, id: undefined }, fileName);
  const description = asMarkdown(front.body) || posting.description;
  if (!description) throw new Unreadable("it has no text below its front matter");
  return { ...posting, description };
}
