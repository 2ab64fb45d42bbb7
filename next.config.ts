import type { NextConfig } from "next";

const config: NextConfig = {
  // A test run builds beside a live product without touching what that one serves.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Metadata belongs in <head> of the first byte, for every reader.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  serverExternalPackages: [
    "postgres",
    "graphile-worker",
    "pino",
    "nodemailer",
    "smtp-server",
    "prom-client",
    "rate-limiter-flexible",
    "disposable-email-domains-js",
    // It names its file by the folder that it lies in.
    "cities15000",
    // A list of 1.4 MB, which each part of the site would hold a copy of.
    "city-timezones",
  ],
  // Types are checked once, by `npm run check`, and not again at each build.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "9mb" }, globalNotFound: true },
};

export default config;
