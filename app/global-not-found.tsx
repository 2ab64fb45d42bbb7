import type { Metadata } from "next";
import { Document } from "@/app/_parts/document";
import { Frame } from "@/app/_parts/frame";
import NotFound from "./not-found";

export { viewport } from "./layout";

export const metadata: Metadata = { title: "Not found · Backplane" };

/** An address that is no page's. It stands outside of every layout, so it is a whole document. */
export default function GlobalNotFound() {
  return (
    <Document>
      <Frame>
        <NotFound />
      </Frame>
    </Document>
  );
}
