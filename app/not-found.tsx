import type { Metadata } from "next";
import { Frame } from "@/app/_parts/frame";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

/** Nothing at this address, or nothing that this reader may see: the two are the same answer. */
export default function NotFound() {
  return (
    <Frame>
      <div className="pt-8">
        <EmptyState
          title="There is nothing at this address"
          action={
            <>
              <ButtonLink href="/jobs" look="primary">
                All postings
              </ButtonLink>
              <ButtonLink href="/">Home</ButtonLink>
            </>
          }
        >
          <p>It may be mistyped, it may have moved, or it needs an account that may see it.</p>
        </EmptyState>
      </div>
    </Frame>
  );
}
