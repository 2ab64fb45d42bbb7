"use client";

import { useEffect, useRef, useState } from "react";
import { Notice } from "@/app/_ui/notice";
import type { Cost } from "@/lib/matching/queries/cost";
import { CostFigures } from "./cost-figures";
import { costQueryOf } from "./cost-question";

const pauseMs = 400;

/** How the must-haves narrow the field: of the saved posting and, with JavaScript, as the form around it changes. */
export function CostMeter({ cost: kept }: { cost: Cost }) {
  const place = useRef<HTMLDivElement>(null);
  const [cost, setCost] = useState(kept);
  const [isLate, setLate] = useState(false);
  useEffect(() => setCost(kept), [kept]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let asked = "";
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let running: AbortController | undefined;
    const ask = async () => {
      const query = costQueryOf(new FormData(form)).toString();
      if (query === asked) return;
      asked = query;
      running?.abort();
      running = new AbortController();
      try {
        const answer = await fetch(`/employer/cost?${query}`, { signal: running.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        setCost(await answer.json());
        setLate(false);
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return;
        // The next change tries again, even with the same query.
        asked = "";
        setLate(true);
      }
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, pauseMs);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    return () => {
      clearTimeout(waiting);
      running?.abort();
      form.removeEventListener("input", later);
      form.removeEventListener("change", later);
    };
  }, []);
  return (
    <div ref={place} className="border-l-4 border-accent bg-raised px-4 py-3">
      <h3 className="eyebrow mb-1">How your must-haves narrow the field</h3>
      <CostFigures cost={cost} />
      {isLate && (
        <div className="mt-2">
          <Notice tone="warning">These figures could not be updated just now.</Notice>
        </div>
      )}
      <p className="mt-2 text-sm text-ink-3">
        Candidates who allow employers to find them and have not blocked your company. Figures are rounded
        down to a multiple of 5, to protect individuals.
      </p>
    </div>
  );
}
