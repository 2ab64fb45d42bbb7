import { ButtonLink } from "@/app/_ui/button";

/** Shown instead of a score to people whose profile is empty. */
export function SilentProfile() {
  return (
    <div className="grid gap-3">
      <p>Your profile is empty, so there is nothing to match yet.</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/profile/import">Import a résumé</ButtonLink>
        <ButtonLink href="/profile/pass">Answer a few questions</ButtonLink>
      </div>
    </div>
  );
}
