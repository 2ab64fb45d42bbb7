import type { Metadata } from "next";
import { Frame } from "@/app/_parts/frame";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";

export const metadata: Metadata = { title: "Not found" };

/** Nothing at this address, or nothing that this reader may see: the two are the same answer. */
export default function NotFound() {
  return (
    <Frame>
      <PageHeader
        title="There is nothing at this address"
        lead="It may be mistyped, it may have moved, or it needs an account that may see it."
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/jobs" look="primary">
          All postings
        </ButtonLink>
        <ButtonLink href="/">Home</ButtonLink>
      </div>
    </Frame>
  );
}
