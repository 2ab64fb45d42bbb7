import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guardConsole, withoutInput } from "./log";

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing went wrong.");
}

const wrapped = Object.assign(
  new Error('Failed query: insert into "users" values ($1)\nparams: pat@example.com'),
  {
    query: 'insert into "users" values ($1)',
    params: ["pat@example.com"],
    cause: Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
      code: "23505",
      detail: "Key (email)=(pat@example.com) already exists.",
    }),
  },
);

describe("what is logged of an error", () => {
  it.each([
    ["a parser's", errorOf(() => JSON.parse("notjson"))],
    ["a parser's of text with quotes in it", errorOf(() => JSON.parse('{"a": "notjson" "notjson"}'))],
    ["a framework's", new Error('Invalid path segment "notjson"')],
    ["one that tells what it got", new Error("Invalid callback URL. Received: notjson:alert(1). Read more")],
    ["one over two lines", new Error("It says 'notjson\nnotjson' and ends")],
    [
      "the database's",
      Object.assign(new Error('invalid input syntax for type uuid: "notjson"'), { code: "22P02" }),
    ],
    [
      "a mail server's",
      new Error("Can't send mail - all recipients were rejected: 550 <notjson@example.com> unknown"),
    ],
    ["no error at all", 'a text with "notjson" in it'],
    [
      "one that has it in its parts",
      Object.assign(new Error("Invalid URL"), { input: "notjson", code: "ERR_INVALID_URL" }),
    ],
    ["one that has it in its cause", new Error("It failed.", { cause: new Error("was 'notjson'") })],
  ])("does not hold what was sent: %s", (_, error) => {
    const told = JSON.stringify(withoutInput(error));
    expect(told).not.toContain("notjson");
    expect(told.length).toBeGreaterThan(20);
  });

  it("says where it happened, and of a query everything but its parameters", () => {
    const told = withoutInput(wrapped);
    expect(JSON.stringify(told)).not.toContain("pat@");
    expect(told).toMatchObject({
      message: "The query failed.",
      query: 'insert into "users" values ($1)',
      stack: expect.arrayContaining([expect.stringContaining("log.test.ts")]),
      cause: { fault: "23505" },
    });
  });
});

describe("the console of a guarded process", () => {
  const printed: string[] = [];
  const { error, warn } = console;
  beforeEach(() => {
    console.error = (...said) => void printed.push(said.join(" "));
    console.warn = console.error;
    guardConsole();
  });
  afterEach(() => {
    Object.assign(console, { error, warn });
  });

  it("prints no input either", () => {
    console.error(
      " ⨯",
      errorOf(() => JSON.parse("notjson")),
    );
    console.warn(String(errorOf(() => JSON.parse("notjson"))), { body: "notjson" });
    expect(printed).toHaveLength(2);
    expect(printed.join()).toContain("SyntaxError");
    expect(printed.join()).not.toContain("notjson");
  });
});
