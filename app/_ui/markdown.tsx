import ReactMarkdown from "react-markdown";
import { naming, reading, sanitising } from "@/lib/postings/markup";

/** Text that a person wrote in Markdown. Headings start at the third level: the page owns the first two. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={reading} remarkRehypeOptions={naming} rehypePlugins={sanitising}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
