import { expect, ownAddress, test } from "../fixtures";

test("who runs the site can read its figures on this machine, and nobody else can", async ({ request }) => {
  const asked = await request.get("/jobs/no-such-posting");
  expect(asked.status()).toBe(404);
  expect(asked.headers()["x-request-id"]).toMatch(/^[\w-]{36}$/);
  const figures = await request.get("/metrics");
  expect(figures.status()).toBe(200);
  const text = await figures.text();
  expect(text).toMatch(
    /backplane_request_seconds_count\{method="GET",route="\/jobs\/\[slug\]",status="404"\} \d/,
  );
  expect(text).toMatch(/backplane_database_up 1/);
  expect(text).toMatch(/backplane_database_connections\{state="\w+"\} \d/);
  expect(text).toMatch(/backplane_board_age_seconds \d/);
  expect(text).toMatch(/backplane_mails_sent_total \d/);
  expect(text).not.toContain("no-such-posting");
  expect((await request.get("/metrics", { headers: ownAddress() })).status()).toBe(404);
  expect((await request.get("/metrics", { headers: { authorization: "Bearer wrong" } })).status()).toBe(404);
});
