"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Mark } from "@/app/_ui/mark";
import type { Question } from "@/lib/postings/lists";
import type { PreviewPosting } from "@/lib/postings/queries/public";

const PostingDocument = dynamic(() =>
  import("@/app/(site)/jobs/[slug]/_parts/posting-document").then((part) => part.PostingDocument),
);

/** The posting as visitors will read it, from what is typed; drawn once it is unfolded. */
export function LivePreview({ posting, questions }: { posting: PreviewPosting; questions: Question[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="group/preview border-y-2 border-ink"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3">
        <span className="text-md font-semibold">Preview</span>
        <Mark name="down" className="text-ink-3 group-open/preview:rotate-180" />
      </summary>
      {isOpen && (
        <div className="py-6">
          <PostingDocument
            posting={posting}
            questions={questions}
            apply={
              <p className="border border-dashed border-control px-4 py-2.5 text-ink-2">
                Candidates apply here
              </p>
            }
          />
        </div>
      )}
    </details>
  );
}
