import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown";

const html = (text: string) => renderToStaticMarkup(<Markdown>{text}</Markdown>);

test("paragraphs, lists, emphasis, code and headings below the page's own", () => {
  const out = html("# Role\n\nWrite **Go** and *SQL*, run `psql`.\n\n- one\n- two");
  for (const piece of [
    "<h3>Role</h3>",
    "<strong>Go</strong>",
    "<em>SQL</em>",
    "<code>psql</code>",
    "<li>one</li>",
  ])
    expect(out).toContain(piece);
});

test("links say that a stranger set them", () => {
  expect(html("[site](https://example.com)")).toContain(
    '<a href="https://example.com" rel="nofollow ugc noopener">site</a>',
  );
});

test.each([
  ["[x](javascript:alert(1))", /javascript:/],
  ["[x](data:text/html,hi)", /data:/],
  ["![x](https://example.com/x.png)", /<img/],
  ["<script>alert(1)</script>", /<script/],
  ["<script\nsrc=https://example.com>", /<script/],
  ["<img src=x onerror=alert(1)>", /<img/],
  ["<b onclick=alert(1)>x</b>", /<b /],
  ["<iframe src=https://example.com></iframe>", /<iframe/],
  ["| a |\n|---|\n| b |", /<table/],
])("%s leaves nothing of %s", (text, forbidden) => {
  expect(html(text)).not.toMatch(forbidden);
});

test("what looks like HTML is text, not lost", () => {
  expect(html("We return List<T> and `Vec<String>`.")).toContain(
    "We return List&lt;T&gt; and <code>Vec&lt;String&gt;</code>.",
  );
});
