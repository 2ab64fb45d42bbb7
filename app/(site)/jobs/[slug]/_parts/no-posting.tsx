import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";

/** There is no such posting, or none that is public. */
export function NoPosting() {
  return (
    <div className="pt-8">
      <EmptyState
        title="There is no posting at this address"
        action={<ButtonLink href="/jobs">All postings</ButtonLink>}
      >
        <p>The address may be mistyped, or the posting is not public.</p>
      </EmptyState>
    </div>
  );
}
