import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "@/app/_ui/skip-link";
import { SoftNavigation } from "@/app/_ui/soft-navigation";
import { settings } from "@/lib/env";
import "./globals.css";

const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
});
const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
});

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

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Asking for the headers makes every route render per request, so that its scripts carry the nonce of its policy.
  await headers();
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`}>
      <body className="flex min-h-dvh flex-col bg-paper text-ink antialiased">
        <SkipLink href="#content">Skip to content</SkipLink>
        {children}
        <SoftNavigation />
      </body>
    </html>
  );
}
