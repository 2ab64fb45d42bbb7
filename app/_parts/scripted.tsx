"use client";

import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the script of the page runs: false on the server and while the browser takes the page over, so that both draw the same. */
export const useIsScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * Fields that script draws in another way than a page without it. Both are in the page until its script runs, so that nothing moves then. A
 * browser shows the one that it will use. Until script runs, the scripted fields must have no names: the plain ones are sent.
 */
export function ByScript({ scripted, plain }: { scripted: ReactNode; plain: ReactNode }) {
  const isScripted = useIsScripted();
  return (
    <>
      {!isScripted && <div className="if-plain">{plain}</div>}
      <fieldset role="presentation" disabled={!isScripted} className="if-scripted">
        {scripted}
      </fieldset>
    </>
  );
}
