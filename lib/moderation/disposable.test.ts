import { expect, it } from "vitest";
import { disposableAmong } from "./disposable";

it.each([
  [["mailinator.com"], ["mailinator.com"]],
  [
    ["Kim.MAILINATOR.com", "mailinator.com", "yopmail.com"],
    ["mailinator.com", "yopmail.com"],
  ],
  [["example.com", "gmail.com", "mailinator.com.example", "com", "", null], []],
])("of %j these give addresses to anybody for minutes: %j", (domains, found) =>
  expect(disposableAmong(domains)).toEqual(found),
);
