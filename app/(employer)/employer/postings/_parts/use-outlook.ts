import { type RefObject, useEffect, useState } from "react";
import type { Outlook } from "./outlook";

const pauseMs = 400;

const fieldsOf = (form: HTMLFormElement) => new FormData(form);

/**
 * The outlook of a form: of its record at first and, with script, as it is filled in. `isLate` where it could not be had just now. `read`
 * gives what the form says as the form of a posting does, and stays the same function.
 */
export function useOutlook(
  form: RefObject<HTMLFormElement | null>,
  saved: Outlook | null,
  read: (form: HTMLFormElement) => FormData = fieldsOf,
) {
  const [outlook, setOutlook] = useState(saved);
  const [isLate, setLate] = useState(false);
  useEffect(() => setOutlook(saved), [saved]);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let running: AbortController | undefined;
    const ask = async () => {
      running?.abort();
      running = new AbortController();
      const { signal } = running;
      try {
        const answer = await fetch("/employer/outlook", {
          method: "POST",
          body: read(current),
          signal,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        setOutlook(await answer.json());
        setLate(false);
      } catch {
        if (!signal.aborted) setLate(true);
      }
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, pauseMs);
    };
    current.addEventListener("input", later);
    current.addEventListener("change", later);
    return () => {
      clearTimeout(waiting);
      running?.abort();
      current.removeEventListener("input", later);
      current.removeEventListener("change", later);
    };
  }, [form, read]);
  return { outlook, isLate };
}
