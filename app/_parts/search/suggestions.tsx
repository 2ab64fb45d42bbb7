"use client";

import { useEffect, useState } from "react";

const patienceMs = 120;

type Suggested = { suggestions: { kind: string; value: string }[]; reading: string | null };
const nothing: Suggested = { suggestions: [], reading: null };

/** The list behind the search box and, below it, what the line will be read as, while one types; without it the box is a plain one. */
export function Suggestions({ id }: { id: string }) {
  const [{ suggestions, reading }, setFound] = useState(nothing);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    let asking: AbortController | undefined;
    function onInput({ target }: Event) {
      if (!(target instanceof HTMLInputElement) || target.getAttribute("list") !== id) return;
      clearTimeout(waiting);
      asking?.abort();
      const q = target.value.trim();
      if (q.length < 2) return setFound(nothing);
      waiting = setTimeout(async () => {
        asking = new AbortController();
        const { signal } = asking;
        // A suggestion that does not come is no fault: the box works without.
        const answer = await fetch(`/api/suggest?q=${encodeURIComponent(q)}`, { signal }).catch(() => null);
        if (answer?.ok) setFound(await answer.json().catch(() => nothing));
      }, patienceMs);
    }
    document.addEventListener("input", onInput);
    return () => {
      document.removeEventListener("input", onInput);
      clearTimeout(waiting);
      asking?.abort();
    };
  }, [id]);
  return (
    <>
      <datalist id={id}>
        {suggestions.map(({ kind, value }) => (
          <option key={`${kind} ${value}`} value={value}>
            {kind}
          </option>
        ))}
      </datalist>
      <p aria-live="polite" className="mt-1 min-h-5 text-sm text-ink-2">
        {reading && (
          <>
            <span className="text-ink-3">Search for:</span> {reading}
          </>
        )}
      </p>
    </>
  );
}
