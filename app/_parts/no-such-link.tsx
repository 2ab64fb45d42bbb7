import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";

/** What a link of a mail leads to that we did not make; `proxy.ts` gives it the status 404. */
export function NoSuchLink() {
  return (
    <>
      <PageHeader
        title="This link is not one of ours"
        lead="It may have been cut off on its way. Open it from the mail again, or copy all of it."
      />
      <ButtonLink href="/saved">Saved searches</ButtonLink>
    </>
  );
}
