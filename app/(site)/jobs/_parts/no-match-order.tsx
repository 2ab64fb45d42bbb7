import { Notice } from "@/app/_ui/notice";

/** The order of matches was asked for, and there is nobody, or nothing, to match: why it stands in the usual one. */
export function NoMatchOrder({ isSignedIn, at }: { isSignedIn: boolean; at: string }) {
  return isSignedIn ? (
    <Notice tone="warning" title="Your profile is empty, so we cannot sort by match">
      <a href="/profile/import" className="link">
        Import a résumé
      </a>{" "}
      or{" "}
      <a href="/profile/pass" className="link">
        answer a few questions
      </a>
      . Until then, postings are in the usual order.
    </Notice>
  ) : (
    <Notice tone="warning" title="You must be signed in to sort by match">
      <a href={`/sign-in?next=${encodeURIComponent(at)}`} className="link">
        Sign in
      </a>{" "}
      to see how well each posting fits you. Until then, postings are in the usual order.
    </Notice>
  );
}
