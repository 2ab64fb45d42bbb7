"use client";

import "./globals.css";

/** The frame itself broke: a page that needs nothing. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="bg-paper text-ink">
        <main className="page py-16">
          <title>Backplane: something went wrong</title>
          <h1 className="text-xl font-semibold">Backplane cannot show this page</h1>
          <p className="mt-2 text-ink-2">
            Something went wrong on our side, and we have recorded it. Please try again in a moment.
          </p>
          {error.digest && <p className="figure mt-2 text-sm text-ink-3">{error.digest}</p>}
          <p className="mt-6">
            <a href="/" className="link">
              Home
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
