import { expect, test } from "vitest";
import { findPlaces } from "./places";

const said = (text: string) => {
  const { places, hiringCountries } = findPlaces(text);
  return [
    places.map(({ city, country }) => `${city ?? "–"}/${country}`).join(" "),
    hiringCountries.map(({ country }) => country).join(" "),
  ];
};

test.each([
  ["Acme | Backend Engineer | Fremont CA, Basel CH | Full-time", "Fremont/US Basel/CH", ""],
  ["Acme | Mountain View | Full-time", "Mountain View/US", ""],
  ["Acme | Backend Engineer | Boston / Austin / DC", "Boston/US Austin/US Washington, D.C./US", ""],
  ["Acme | Engineer | Queens, NY", "Queens/US", ""],
  ["Acme - Backend Engineer - San Francisco, CA", "San Francisco/US", ""],
  ["Senior Go Developer\n$90K - $120K • Denver, CO, US\nWe build things.", "Denver/US", ""],
  ["Acme builds ledgers.\nAll roles are ONSITE in Dublin.", "Dublin/IE", ""],
  ["Acme is hiring senior engineers in Cambridge, MA (ONSITE).", "Cambridge/US", ""],
  ["Acme builds ledgers.\nYou join our Munich office.", "Munich/DE", ""],
  ["We are Acme.\nLocation: Atlanta, Georgia", "Atlanta/US", ""],
  ["We are Acme.\n**Location:** Lebanon, NH", "Lebanon/US", ""],
  ["Acme | Backend | REMOTE (UK / Ireland / US) | Go", "", "GB IE US"],
  ["Asked: BS/MS in mathematics", "", ""],
  ["Acme | Engineer | Berlin\nBA/BS degree in Statistics", "Berlin/DE", ""],
  ["Backend Engineer, Oslo, Norway", "Oslo/NO", ""],
  ["Acme | Senior Engineer (Backend, Berlin)", "Berlin/DE", ""],
  ["Acme | Engineering Manager, Payments", "", ""],
  ["Acme (Stockholm) | Founding Engineer | On-site", "Stockholm/SE", ""],
  ["Acme is hiring [Berlin, on-site] - careers.acme.example", "Berlin/DE", ""],
  ["Acme is hiring experts in Denver, Chicago, and London. Onsite", "Denver/US Chicago/US London/GB", ""],
  ["Acme | US – Remote and Hybrid | Go", "", "US"],
  ["Acme | Java, Spring, Phoenix | Graz, Austria", "Graz/AT", ""],
  ["Cologne, Germany | Acme | Engineer", "Cologne/DE", ""],
  ["A team of five builds ledgers.", "", ""],
])("%j", (text, places, hiring) => {
  expect(said(text)).toEqual([places, hiring]);
});

test("a hostile text takes no time", () => {
  for (const unit of ["based in A", "our A ", "Location: Berlin\n", "in Berlin, "])
    expect(() => findPlaces(unit.repeat(10_000))).not.toThrow();
});
