"use client";

import { useEffect, useRef, useState } from "react";
import { type TypedFields, understoodPay } from "@/lib/postings/pay";
import type { Rate } from "@/lib/taxonomy/money";
import { type Period, periods } from "@/lib/taxonomy/terms";

/** Long enough that a screen reader hears the amount once, not each digit. */
const pauseMs = 500;

/**
 * What the pay fields of the form around it are understood to say: of the form as it was sent, and, where there is script, as one types.
 * `names` are the fields; without one for the period it is a year.
 */
export function PayEcho({
  rates,
  names,
  typed: sent,
  isAsked = false,
}: {
  rates: readonly Rate[];
  names: { min: string; max?: string; currency: string; period?: string };
  typed: TypedFields;
  /** Whether the question stands at a field already. */
  isAsked?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(sent);
  // An answer of the server sets the fields anew.
  const answered = [sent.min, sent.max, sent.currency, sent.period].join("\n");
  const [shown, setShown] = useState(answered);
  if (shown !== answered) {
    setShown(answered);
    setTyped(sent);
  }
  const { min, max, currency, period } = names;
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const data = new FormData(form);
      const text = (name: string | undefined) => (name ? String(data.get(name) ?? "") : "");
      const chosen = periods.find((one): one is Period => one === text(period)) ?? "year";
      setTyped({ min: text(min), max: text(max), currency: text(currency), period: chosen });
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(read, pauseMs);
    };
    read();
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("input", later);
      form.removeEventListener("change", later);
    };
  }, [min, max, currency, period]);
  const understood = understoodPay(typed, rates);
  return (
    <div ref={place} role="status" aria-live="polite" className="mt-3 min-h-6 text-ink-2">
      {understood && <p>{understood.words}</p>}
      {understood?.question && !isAsked && <p className="font-medium text-warn">{understood.question}</p>}
    </div>
  );
}
