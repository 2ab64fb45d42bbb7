import { expect, test } from "vitest";
import { locate } from "./locations";

const said = (text: string) => {
  const { places, hiringCountries, workplace } = locate(text);
  return [
    places.map(({ city, country }) => `${city ?? "–"}/${country}`).join(" "),
    hiringCountries.join(" "),
    workplace,
  ];
};

test.each([
  ["London, England", "London/GB", "", null],
  ["London,UK", "London/GB", "", null],
  ["Berlin or Dublin", "Berlin/DE Dublin/IE", "", null],
  ["San Francisco, CA; Chicago, IL & New York, NY", "San Francisco/US Chicago/US New York/US", "", null],
  ["Japan, Tokyo", "Tokyo/JP", "", null],
  ["Toronto, CA", "Toronto/CA", "", null],
  ["Cambridge, MA", "Cambridge/US", "", null],
  ["Cambridge, UK", "Cambridge/GB", "", null],
  ["Storrs, Connecticut USA", "Storrs/US", "", null],
  ["Soho, London, UK.", "London/GB", "", null],
  ["Dublin, Ireland + Warsaw, Poland", "Dublin/IE Warsaw/PL", "", null],
  ["SF, NYC, remote", "San Francisco/US New York/US", "", "remote"],
  ["Hybrid - London", "London/GB", "", "hybrid"],
  ["On-site, Lisbon", "Lisbon/PT", "", "onsite"],
  ["Germany", "–/DE", "", null],
  ["Remote", "", "", "remote"],
  ["Remote from the US", "", "US", "remote"],
  ["Poland - Remote OR Romania - Remote", "", "PL RO", "remote"],
  ["US-Remote-CA, US-Seattle", "Seattle/US", "US", "remote"],
  ["Amsterdam, NL (Remote possible)", "Amsterdam/NL", "NL", "remote"],
  ["Washington, D.C., Remote", "Washington, D.C./US", "", "remote"],
  ["Remote, UK-only", "", "GB", "remote"],
  ["Anywhere", "", "", "remote"],
  ["Springfield", "", "", null],
  ["LOCATION", "", "", null],
  ["Our nice office", "", "", null],
  ["", "", "", null],
])("%j", (text, places, hiring, workplace) => {
  expect(said(text)).toEqual([places, hiring, workplace]);
});

test("a hostile line takes no time", () => {
  for (const unit of ["London, ", "( ", "US-", "a ", "Remote or "])
    expect(() => locate(unit.repeat(50_000))).not.toThrow();
});
