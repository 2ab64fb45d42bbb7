import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";

/** What a link of a mail leads to that we did not make; `proxy.ts` gives it the status 404. */
export function NoSuchLink() {
  return (
    <>
      <PageHeader
        title="This link is not valid"
        lead="It may have been cut off. Open it from the e-mail again, or copy the whole link."
      />
      <ButtonLink href="/saved">Saved searches</ButtonLink>
    </>
  );
}
