import { describe, expect, test } from "vitest";
import { formatPay, formatPlaces, formatWhere } from "./words";

const salary = { min: 85_000, max: 105_000, currency: "EUR" };

describe("pay", () => {
  test.each([
    [salary, "€85,000–105,000"],
    [{ ...salary, max: 85_000 }, "€85,000"],
    [{ ...salary, currency: "CHF" }, "CHF 85,000–105,000"],
    [{ ...salary, currency: "JPY", min: 9_000_000, max: 12_000_000 }, "¥9,000,000–12,000,000"],
    [{ ...salary, currency: "USD", min: 62.5, max: 75 }, "$62.50–75.00"],
  ])("%j is %s", (given, written) => {
    expect(formatPay(given).replace(/\u00a0/g, " ")).toBe(written);
  });
});

describe("place", () => {
  const lisbon = { city: "Lisbon", country: "PT" };
  const porto = { city: "Porto", country: "PT" };
  const berlin = { city: "Berlin", country: "DE" };

  test("cities of one country share its name", () => {
    expect(formatPlaces([lisbon, porto, berlin])).toBe("Lisbon and Porto, Portugal; Berlin, Germany");
    expect(formatPlaces([{ city: null, country: "PT" }])).toBe("Portugal");
    expect(formatPlaces([{ city: "Singapore", country: "SG" }, berlin])).toBe("Singapore; Berlin, Germany");
    expect(formatPlaces([{ city: "Mexico City", country: "MX" }])).toBe("Mexico City, Mexico");
  });

  test("where: countries for remote, places else, the rest counted", () => {
    const remote = { workplace: "remote" as const, places: [], hiringCountries: ["ES", "PT"] };
    expect(formatWhere(remote)).toBe("Remote · Spain and Portugal");
    expect(formatWhere({ ...remote, hiringCountries: ["ES", "PT", "DE", "FR"] }, 2)).toBe(
      "Remote · Spain, Portugal and 2 more",
    );
    expect(formatWhere({ workplace: "hybrid", places: [lisbon, porto], hiringCountries: [] }, 1)).toBe(
      "Hybrid · Lisbon, Portugal and 1 more",
    );
    expect(formatWhere({ workplace: "onsite", places: [], hiringCountries: [] })).toBe("On site");
  });
});
