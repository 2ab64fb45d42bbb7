import { pageIsReadable } from "../readable";

for (const path of [
  "/",
  "/jobs",
  "/jobs?skill=go&workplace=remote&salary=90000",
  "/jobs?q=nothing-is-called-this",
  "/jobs?sort=match",
  "/companies",
  "/companies/tallyhaven",
  "/salaries",
  "/transparency",
  "/skills/go",
  "/sign-in",
  "/terms",
  "/api",
  "/nothing-here",
])
  pageIsReadable(path, async () => ({ path, actor: null }));
