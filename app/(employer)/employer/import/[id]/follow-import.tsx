"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2_000;

/** Has the page show how far its import is, as long as it stands there. */
export function FollowImport() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, everyMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return null;
}
