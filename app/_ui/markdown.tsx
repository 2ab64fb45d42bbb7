import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { treeOf } from "@/lib/postings/markup";

/** Text that a person wrote in Markdown. Headings start at the third level: the page owns the first two. */
export function Markdown({ children }: { children: string }) {
  return <div className="prose">{toJsxRuntime(treeOf(children), { Fragment, jsx, jsxs })}</div>;
}
