import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the script of the page runs: false on the server and while the browser takes the page over, so that both draw the same. */
export const useIsScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
