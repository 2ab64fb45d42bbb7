import type { ReactNode } from "react";
import { Live } from "@/app/_parts/live";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Live />
    </>
  );
}
