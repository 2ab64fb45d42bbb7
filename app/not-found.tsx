import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";

export const metadata: Metadata = { title: "Not found", alternates: { canonical: null } };

/**
 * Nothing at this address, or nothing that this reader may see: the two are the same answer. Next sends it along with every page, so it has no
 * frame of its own: it is shown in that of the page, or of `global-not-found.tsx`.
 */
export default function NotFound() {
  return (
    <>
      <PageHeader
        title="Page not found"
        lead="The address may be mistyped, the page may have moved, or you may need to sign in with an account that can see it."
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/jobs" look="primary">
          All postings
        </ButtonLink>
        <ButtonLink href="/">Home</ButtonLink>
      </div>
    </>
  );
}
