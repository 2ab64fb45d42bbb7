import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "@/app/_ui/skip-link";
import { SoftNavigation } from "@/app/_ui/soft-navigation";
import "@/app/globals.css";

const sans = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
});
const mono = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
});

/** The document that every page is in, with the fonts and styles of the site. */
export async function Document({ children }: { children: ReactNode }) {
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
