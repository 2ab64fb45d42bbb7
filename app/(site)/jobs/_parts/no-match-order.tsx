import { Notice } from "@/app/_ui/notice";

/** The order of matches was asked for, and there is nobody, or nothing, to match: why it stands in the usual one. */
export function NoMatchOrder({ isSignedIn, at }: { isSignedIn: boolean; at: string }) {
  return isSignedIn ? (
    <Notice tone="warning" title="Your profile says nothing yet, so there is no best match">
      <a href="/profile/import" className="link">
        Import a résumé
      </a>{" "}
      or{" "}
      <a href="/profile/pass" className="link">
        answer a few questions
      </a>
      . Until then this is in the usual order.
    </Notice>
  ) : (
    <Notice tone="warning" title="The order by match is for those who are signed in">
      <a href={`/sign-in?next=${encodeURIComponent(at)}`} className="link">
        Sign in
      </a>
      , and each posting shows how well it fits. Until then this is in the usual order.
    </Notice>
  );
}
