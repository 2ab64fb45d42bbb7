import { expect, it } from "vitest";
import { withoutIdleModifiers } from "./criteria";

it.each([
  ["salary=&currency=EUR&skill=go", "skill=go"],
  ["near=&radius=50&salary=90000&currency=EUR", "salary=90000&currency=EUR"],
  ["timezone=&overlap=4&timezone=", ""],
  ["salary=&salary=90000&currency=EUR", "salary=&salary=90000&currency=EUR"],
  ["currency=EUR", "currency=EUR"],
  ["q=&skill=&skillMode=any&posted=", "q=&posted="],
])("%j means %j: what modifies an empty field of a form means nothing", (sent, meant) =>
  expect(withoutIdleModifiers(new URLSearchParams(sent)).toString()).toBe(meant),
);
