import { expect, it } from "vitest";
import { bounceCodeOf } from "./rules";

const refused = (command: string, response: string) =>
  Object.assign(new Error("refused"), { command, response, responseCode: Number(response.slice(0, 3)) });

it.each([
  ["an unknown address", refused("RCPT TO", "550 5.1.1 No such user"), 550],
  ["an address, without more", refused("RCPT TO", "554 No"), 554],
  ["a mailbox that is full for now", refused("RCPT TO", "452 4.2.2 Mailbox full"), null],
  ["a sender who may not relay", refused("RCPT TO", "554 5.7.1 Relay access denied"), null],
  ["the text", refused("DATA", "554 5.6.0 Spam"), null],
  ["the sender", refused("MAIL FROM", "550 Who are you"), null],
  ["nothing: there is no server", new Error("connect ECONNREFUSED"), null],
])("a refusal of %s", (_, error, code) => expect(bounceCodeOf(error)).toBe(code));
