import { expect, it } from "vitest";
import { forbiddenTopic } from "./forbidden-questions";

it.each([
  ["How old are you?", "age or date of birth"],
  ["Please give your date of birth.", "age or date of birth"],
  ["Are you married?", "marriage or partnership"],
  ["Do you have children, or plan to?", "children or family"],
  ["Are you pregnant?", "pregnancy"],
  ["What is your religion?", "religion or belief"],
  ["What is your nationality?", "origin or ethnicity"],
  ["Do you have a disability?", "health or disability"],
  ["How many sick days did you take last year?", "health or disability"],
  ["Are you a trade union member?", "union membership"],
  ["What is your sexual orientation?", "sex, gender or orientation"],
  ["What is your current annual salary?", "past or present pay"],
  ["How much do you earn now?", "past or present pay"],
])("finds in “%s” what may not be asked", (question, topic) => {
  expect(forbiddenTopic(question)).toBe(topic);
});

it.each([
  "How would you find a race condition?",
  "When would you use a union type in TypeScript?",
  "How do you design a health check?",
  "How does a parent process wait for its child process?",
  "Which package manager do you prefer?",
  "What salary do you expect?",
  "Are you allowed to work in Germany?",
  "Can you be on call one week in four?",
  "How many years have you worked with PostgreSQL?",
  "Which storage engine would you choose for time series?",
])("lets “%s” be asked", (question) => {
  expect(forbiddenTopic(question)).toBeNull();
});
