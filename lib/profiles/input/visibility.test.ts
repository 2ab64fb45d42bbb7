import { expect, it } from "vitest";
import { domainOf } from "./visibility";

it.each([
  ["example.com", "example.com"],
  [" @Example.COM ", "example.com"],
  ["kim@mail.example.co.uk", "mail.example.co.uk"],
  ["https://www.example.com/jobs?x=1", "example.com"],
  ["www.example.com.", "example.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["", null],
  ["com", null],
  ["my company", null],
  ["127.0.0.1", null],
  ["example.com:8080", null],
  ["[::1]", null],
])("the domain of “%s” is %s", (text, domain) => expect(domainOf(text)).toBe(domain));
