import { expect, test } from "vitest";
import { readSettings } from "./env";

const secret = "s3cret-s3cret-s3cret-s3cret-s3cret";
const served = {
  DATABASE_URL: "postgres://backplane:hunter2@db.example/backplane",
  APP_URL: "https://jobs.example",
  AUTH_SECRET: secret,
  SMTP_URL: "smtp://mailer:hunter2@mail.example:25",
};
const demo = { DATABASE_URL: served.DATABASE_URL, APP_URL: "http://localhost:3000", DEMO: "1" };

/** What the process says instead of starting. */
function refusal(env: Record<string, string | undefined>): string {
  try {
    readSettings(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("It would have started.");
}

test("a whole environment is taken as it is", () => {
  expect(readSettings(served)).toMatchObject({ ...served, DEMO: false, PORT: 3000, API_RATE_LIMIT: 300 });
  expect(readSettings(demo)).toMatchObject({ DEMO: true });
});

test.each([
  ["DATABASE_URL is missing", served, { DATABASE_URL: undefined }, "DATABASE_URL is not set"],
  ["DATABASE_URL is empty", served, { DATABASE_URL: "" }, "DATABASE_URL is not set"],
  [
    "DATABASE_URL is cut off",
    served,
    { DATABASE_URL: "ostgres://backplane:hunter2@db" },
    "DATABASE_URL must be an address",
  ],
  ["DATABASE_URL is garbled", served, { DATABASE_URL: "hunter2\u0001" }, "DATABASE_URL must be an address"],
  ["AUTH_SECRET is missing", served, { AUTH_SECRET: undefined }, "AUTH_SECRET is not set"],
  ["AUTH_SECRET is empty", served, { AUTH_SECRET: "" }, "AUTH_SECRET is not set"],
  [
    "AUTH_SECRET is cut off",
    served,
    { AUTH_SECRET: "hunter2" },
    "AUTH_SECRET must be at least 32 characters",
  ],
  ["AUTH_SECRET is cut off in a demonstration", demo, { AUTH_SECRET: "hunter2" }, "AUTH_SECRET must be"],
  ["SMTP_URL is missing", served, { SMTP_URL: undefined }, "SMTP_URL is not set"],
  [
    "SMTP_URL is no address of a mail server",
    served,
    { SMTP_URL: "http://hunter2@mail" },
    "SMTP_URL must be",
  ],
  ["APP_URL is no address", served, { APP_URL: "hunter2" }, "APP_URL must be an address"],
  ["APP_URL is no address of the web", served, { APP_URL: "javascript:hunter2" }, "APP_URL must be"],
  ["DEMO is on where APP_URL is https", served, { DEMO: "1" }, "DEMO must not be 1"],
  [
    "DEMO is on where APP_URL is HTTPS",
    served,
    { DEMO: "1", APP_URL: "HTTPS://jobs.example" },
    "DEMO must not be 1",
  ],
  ["DEMO is neither on nor off", served, { DEMO: "hunter2" }, "DEMO "],
  ["PORT is no port", served, { PORT: "hunter2" }, "PORT "],
  ["API_RATE_LIMIT is no number", served, { API_RATE_LIMIT: "-1" }, "API_RATE_LIMIT "],
  ["TRUSTED_PROXIES is no number", served, { TRUSTED_PROXIES: "hunter2" }, "TRUSTED_PROXIES "],
])("refuses to start where %s, by name and without the value", (_, env, change, words) => {
  const said = refusal({ ...env, ...change });
  expect(said).toMatch(/^Cannot start: /);
  expect(said).toContain(words);
  expect(said).not.toMatch(/hunter2|s3cret/);
});

test("names all that is wrong at once", () => {
  const said = refusal({});
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "SMTP_URL"])
    expect(said).toContain(`${name} is not set`);
});

test("the address of the product is an origin, whatever stands behind it", () => {
  expect(readSettings({ ...served, APP_URL: "https://jobs.example/some/path?x=1" }).APP_URL).toBe(
    "https://jobs.example",
  );
  expect(readSettings({ ...demo, APP_URL: undefined, PORT: "4000" }).APP_URL).toBe("http://localhost:4000");
});
