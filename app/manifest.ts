import type { MetadataRoute } from "next";

/** How the site is shown where a reader puts it on the home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Backplane: the job board for backend developers",
    short_name: "Backplane",
    description: "Backend roles with the pay shown.",
    start_url: "/",
    display: "browser",
    background_color: "#fcfcfa",
    theme_color: "#00664a",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-touch-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}
