"use client";

import { useEffect, useState } from "react";

const patienceMs = 120;

/** The list behind the search box, filled while one types into it; without it the box is a plain one. */
export function Suggestions({ id }: { id: string }) {
  const [found, setFound] = useState<{ kind: string; value: string }[]>([]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    let asking: AbortController | undefined;
    function onInput({ target }: Event) {
      if (!(target instanceof HTMLInputElement) || target.getAttribute("list") !== id) return;
      clearTimeout(waiting);
      asking?.abort();
      const q = target.value.trim();
      if (q.length < 2) return setFound([]);
      waiting = setTimeout(async () => {
        asking = new AbortController();
        const { signal } = asking;
        // A suggestion that does not come is no fault: the box works without.
        const answer = await fetch(`/api/suggest?q=${encodeURIComponent(q)}`, { signal }).catch(() => null);
        if (answer?.ok) setFound(await answer.json().catch(() => []));
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
    <datalist id={id}>
      {found.map(({ kind, value }) => (
        <option key={`${kind} ${value}`} value={value}>
          {kind}
        </option>
      ))}
    </datalist>
  );
}
