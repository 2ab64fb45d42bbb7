import { chromium } from "@playwright/test";

const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [w, scheme] of [
  [1280, "light"],
  [390, "dark"],
]) {
  const c = await b.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme });
  const p = await c.newPage();
  for (const [name, q] of [
    ["res", "rust engineer remote europe"],
    ["zero", "remote berlin rust 300k eur"],
    ["zero2", "aws lambda fintech"],
  ]) {
    await p.goto(`http://localhost:3110/jobs?q=${encodeURIComponent(q)}`);
    await p.screenshot({ path: `/tmp/look/${name}-${w}-${scheme}.png` });
  }
  await p.goto("http://localhost:3110/");
  await p.getByLabel("Search postings").pressSequentially("senior golang münchen 90k", { delay: 10 });
  await p.waitForTimeout(1500);
  await p.screenshot({ path: `/tmp/look/sug-${w}-${scheme}.png` });
}
await b.close();
