import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { htmlOf, safeMarkdown } from "./markup";

/** Pieces that are harmless alone, and in some order are not. */
const pieces = fc.array(
  fc.constantFrom(
    "<script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "<div>\n",
    "[a](javascript:alert(1))",
    "[a](https://a.example)",
    "![i](https://a.example/i.png)",
    "![i][r]",
    "[r]: data:text/html,x\n",
    "<javascript:alert(1)>",
    "`",
    "List<T>",
    "\n\n",
    "**",
    "[",
    "](",
    ")",
    "&lt;",
    " text ",
    "- ",
    "    ",
  ),
  { maxLength: 14 },
);

describe("htmlOf", () => {
  it("writes what the page shows", () => {
    expect(htmlOf("# Role\n\nRun `psql` for **List<T>**.\n\n- one\n- [two](https://example.com)")).toBe(
      '<h3>Role</h3>\n<p>Run <code>psql</code> for <strong>List&#x3C;T></strong>.</p>\n<ul>\n<li>one</li>\n<li><a href="https://example.com" rel="nofollow ugc noopener">two</a></li>\n</ul>',
    );
  });

  it("has nothing in it that runs or loads, whatever was typed", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const html = htmlOf(parts.join(""));
        for (const [, tag = "", rest = ""] of html.matchAll(/<([a-z0-9]+)([^>]*)>/g)) {
          expect([
            "p",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "code",
            "pre",
            "br",
            "h3",
            "h4",
            "h5",
            "a",
          ]).toContain(tag);
          expect(rest).toMatch(/^$|^( href="((https?|mailto):[^"]*|[^":]*)")? rel="nofollow ugc noopener"$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("safeMarkdown", () => {
  it.each([
    [
      "Plain **text**, `List<T>` and [a link](https://example.com).",
      "Plain **text**, `List<T>` and [a link](https://example.com).",
    ],
    ["List<T> here", "List&lt;T> here"],
    ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
    ["![track](https://evil.example/t.png)", "[track](https://evil.example/t.png)"],
    ["[x](javascript:alert(1)) y", "x y"],
    ["<javascript:alert(1)>", "javascript:alert(1)"],
    ["[x][r]\n\n[r]: vbscript:x", "[x][r]\n\n"],
    ["<div>\n[x](javascript:alert(1))\n</div>", "&lt;div>\nx\n&lt;/div>"],
  ])("%j becomes %j", (typed, safe) => expect(safeMarkdown(typed)).toBe(safe));

  it("leaves nothing to run or load, whatever was typed", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const tree = unified()
          .use(remarkParse)
          .use(remarkGfm)
          .parse(safeMarkdown(parts.join("")));
        visit(tree, (node) => {
          expect(["html", "image", "imageReference"]).not.toContain(node.type);
          if ("url" in node) expect(node.url).not.toMatch(/^\s*(javascript|data|vbscript):/i);
        });
      }),
      { numRuns: 500 },
    );
  });
});
