"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";

/** One name for the connection of all tabs, and for what they tell one another. */
const name = "backplane-live";

/** Milliseconds: what happens together is shown together. */
const pause = 200;

/**
 * Draws the page anew when an application changed. While something typed on it is not sent, it asks first. All tabs of a browser share one
 * connection: whichever holds the lock has it, and tells the others.
 */
export function Live() {
  const router = useRouter();
  const [isStale, setStale] = useState(false);
  const [shown, setShown] = useState(0);
  const show = () => {
    setStale(false);
    setShown((count) => count + 1);
    router.refresh();
  };
  useEffect(() => {
    const tabs = new BroadcastChannel(name);
    const stop = new AbortController();
    let timer: number | undefined;
    const heard = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (isBeingWritten()) return setStale(true);
        setShown((count) => count + 1);
        router.refresh();
      }, pause);
    };
    tabs.onmessage = heard;
    const hold = () =>
      new Promise<void>((resolve) => {
        const source = new EventSource("/api/live");
        source.addEventListener("change", () => {
          heard();
          tabs.postMessage("change");
        });
        const end = () => {
          source.close();
          resolve();
        };
        if (stop.signal.aborted) end();
        stop.signal.addEventListener("abort", end);
      });
    navigator.locks.request(name, { signal: stop.signal }, hold).catch(() => {});
    return () => {
      stop.abort();
      tabs.close();
      window.clearTimeout(timer);
    };
  }, [router]);
  return (
    <div role="status" className={isStale ? "sticky bottom-4 z-10 flex justify-center" : "sr-only"}>
      {isStale ? (
        <p className="flex flex-wrap items-center gap-3 border border-rule bg-paper px-4 py-2 shadow-sm">
          Something on this page changed.
          <Button look="secondary" size="sm" onClick={show}>
            Show it
          </Button>
        </p>
      ) : (
        shown > 0 && <p key={shown}>This page was updated.</p>
      )}
    </div>
  );
}

/** Whether a field of the page holds what its form did not send yet. */
const isBeingWritten = () =>
  [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("main form :is(input, textarea)"),
  ].some(
    (field) =>
      field.type !== "hidden" &&
      (field.value !== field.defaultValue ||
        ("checked" in field && field.checked !== (field as HTMLInputElement).defaultChecked)),
  );
