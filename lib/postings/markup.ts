import { toHtml } from "hast-util-to-html";
import { LRUCache } from "lru-cache";
import rehypeSanitize, { type Options } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Plugin, unified } from "unified";
import type { Node } from "unist";
import { visit } from "unist-util-visit";

/*
 * What becomes of the Markdown that people write, wherever it is shown: on pages (`Markdown` in app/_ui), in feeds and structured data
 * (`htmlOf`), and for programs that render it themselves (`safeMarkdown`). One list of what is allowed serves them all.
 */

/** Closed list: what people may write. No images, no HTML, no tables; other marks lose their tags, not their text. */
const allowed: Options = {
  tagNames: ["p", "ul", "ol", "li", "strong", "em", "code", "pre", "br", "h3", "h4", "h5", "a"],
  attributes: { a: ["href", ["rel", "nofollow", "ugc", "noopener"]] },
  protocols: { href: ["http", "https", "mailto"] },
  strip: ["script", "style"],
};

type Element = Node & { tagName?: string; properties?: Record<string, unknown>; value?: string };

/** Text such as `List<T>` reads as written: what looks like HTML is text. */
const asText: Plugin = () => (tree) => {
  visit(tree, ["html", "raw"], (node) => {
    node.type = "text";
  });
};

/** Headings start at the third level, since a page owns the first two; links say that a stranger set them. */
const asOurs: Plugin = () => (tree) => {
  const lowered: Record<string, string> = { h1: "h3", h2: "h3", h3: "h4", h4: "h5", h5: "h5", h6: "h5" };
  visit(tree, "element", (node: Element) => {
    node.tagName = lowered[node.tagName ?? ""] ?? node.tagName;
    if (node.tagName === "a")
      node.properties = { href: node.properties?.href, rel: ["nofollow", "ugc", "noopener"] };
  });
};

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(asText)
  // Ids in the text cannot be those of the page.
  .use(remarkRehype, { clobberPrefix: "text-" })
  .use(asOurs)
  .use(rehypeSanitize, allowed);

const readTree = (markdown: string) => reader.runSync(reader.parse(markdown));

/** A page asks for its text twice: for what it shows, and for its structured data. */
const trees = new LRUCache<string, ReturnType<typeof readTree>>({ max: 20, memoMethod: readTree });

/** What a Markdown text shows as a tree of HTML elements, sanitised: safe in any page or feed reader. It is shared, so nobody may change it. */
export const treeOf = (markdown: string) => trees.memo(markdown);

/** A feed has a hundred texts, and is asked for again and again. */
const pieces = new LRUCache<string, string>({ max: 500, memoMethod: (markdown) => toHtml(treeOf(markdown)) });

/** The same as HTML. */
export const htmlOf = (markdown: string): string => pieces.memo(markdown);

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * The text still as Markdown, in which nothing is left that a careless renderer would run or load: HTML is escaped, pictures are links,
 * and links lead to http, https and mail alone. Everything else is as it was written.
 */
export function safeMarkdown(markdown: string): string {
  const edits: Edit[] = [];
  visit(parser.parse(markdown), (node: MarkdownNode) => {
    edits.push(...editsOf(node, markdown));
  });
  if (edits.length === 0) return markdown;
  // From the last to the first, so that the places of the others stay right. What was HTML may hold links of its own.
  const edited = edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, put }) => text.slice(0, start) + put + text.slice(end), markdown);
  return safeMarkdown(edited);
}

type MarkdownNode = Node & { url?: string; alt?: string | null; children?: Node[] };
type Edit = { start: number; end: number; put: string };

function editsOf({ type, url = "", alt, children = [], position }: MarkdownNode, markdown: string): Edit[] {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) return [];
  switch (type) {
    case "html":
      return [{ start, end, put: markdown.slice(start, end).replaceAll("<", "&lt;") }];
    case "image":
      return [isSafe(url) ? { start, end: start + 1, put: "" } : { start, end, put: alt ?? "" }];
    case "imageReference":
      return [{ start, end: start + 1, put: "" }];
    case "definition":
      return isSafe(url) ? [] : [{ start, end, put: "" }];
    case "link": {
      const [first, last] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
      if (isSafe(url)) return [];
      // Its words stay.
      return first === undefined || last === undefined
        ? [{ start, end, put: "" }]
        : [
            { start, end: first, put: "" },
            { start: last, end, put: "" },
          ];
    }
    default:
      return [];
  }
}

/** A link without a protocol leads within the page that shows it. */
const isSafe = (url: string) => /^(https?|mailto):/i.test(url) || !/^[^/?#]*:/.test(url);
