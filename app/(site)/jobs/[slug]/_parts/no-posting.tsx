import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";

/** There is no such posting, or none that is public. */
export function NoPosting() {
  return (
    <>
      <PageHeader
        title="There is no posting at this address"
        lead="The address may be mistyped, or the posting is not public."
      />
      <ButtonLink href="/jobs">All postings</ButtonLink>
    </>
  );
}
