"use client";

import { Button, ButtonLink } from "@/app/_ui/button";

/** Something broke that was not foreseen. What was typed may be lost, so it says what to do first. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="content" className="page flex-1 py-16">
      <h1 className="text-xl font-semibold">We could not show this page</h1>
      <p className="mt-2 max-w-measure text-ink-2">
        Something went wrong on our side, and we have recorded it. Please try again. Anything you saved before
        is still there.
      </p>
      {error.digest && (
        <p className="mt-2 text-sm text-ink-3">
          If you contact us, give this error code: <span className="figure">{error.digest}</span>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
        <ButtonLink href="/">Home</ButtonLink>
      </div>
    </main>
  );
}
