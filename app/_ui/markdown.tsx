import ReactMarkdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";

/** Closed list: what people may write. No images, no HTML, no tables; other marks lose their tags, not their text. */
const schema = {
  tagNames: ["p", "ul", "ol", "li", "strong", "em", "code", "pre", "br", "h3", "h4", "h5", "a"],
  attributes: { a: ["href"] },
  protocols: { href: ["http", "https", "mailto"] },
  strip: ["script", "style"],
};

/** Text that a person wrote in Markdown. Headings start at the third level: the page owns the first two. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        remarkRehypeOptions={{ clobberPrefix: "text-" }}
        rehypePlugins={[lowerHeadings, [rehypeSanitize, schema]]}
        components={{
          a: ({ href, children: text }) => (
            <a href={href} rel="nofollow ugc noopener">
              {text}
            </a>
          ),
        }}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}

type Node = { type: string; tagName?: string; children?: Node[] };

/** `#` and `##` become h3 and h4, deeper ones h5, before anything is thrown away. */
function lowerHeadings() {
  const lowered: Record<string, string> = { h1: "h3", h2: "h3", h3: "h4", h4: "h5", h5: "h5", h6: "h5" };
  return function walk(node: Node): void {
    if (node.tagName && lowered[node.tagName]) node.tagName = lowered[node.tagName];
    for (const child of node.children ?? []) walk(child);
  };
}
