import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Document } from "@/app/_parts/document";
import { settings } from "@/lib/env";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(settings().APP_URL),
    title: { default: "Backplane: the job board for backend developers", template: "%s · Backplane" },
    description:
      "Backend roles with the pay shown, every match explained line by line, and an answer to every application.",
    // Title and description are those of each page; "./" is its own address without parameters.
    openGraph: { siteName: "Backplane", type: "website", locale: "en", url: "./" },
    twitter: { card: "summary" },
    alternates: { canonical: "./" },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfcfa" },
    { media: "(prefers-color-scheme: dark)", color: "#111514" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
