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
  ["Boston, MA in our Back Bay office", "Boston/US", "", null],
  ["Redmond, Wa", "Redmond/US", "", null],
  ["Leeds, Uk | Remote", "Leeds/GB", "", "remote"],
  ["Remote Canada with some travel", "", "CA", "remote"],
  ["REMOTE (UK). We are a growing team", "", "GB", "remote"],
  ["Lyon (HQ) or Remote (Spain) We build maps", "Lyon/FR", "ES", "remote"],
  ["IN-PERSON in Osaka, Japan", "Osaka/JP", "", "onsite"],
  ["On-site, Lisbon", "Lisbon/PT", "", "onsite"],
  ["SF/NYC/Bellevue", "San Francisco/US New York/US Bellevue/US", "", null],
  ["Waterloo / Toronto", "Waterloo/CA Toronto/CA", "", null],
  ["Chicago or Dublin", "Chicago/US Dublin/IE", "", null],
  ["NY and Pittsburgh", "New York/US Pittsburgh/US", "", null],
  ["Victoria, London, UK", "London/GB", "", null],
  ["Ede-Rijnwoude, NL", "Ede-Rijnwoude/NL", "", null],
  ["St. John's, NL", "St. John’s/CA", "", null],
  ["prefer Austin", "Austin/US", "", null],
  ["$95-$250K in Turkey", "–/TR", "", null],
  ["Hybrid (2 days remote, 3 days in Leeds, UK)", "Leeds/GB", "", "hybrid"],
  ["remote(us)", "", "US", "remote"],
  ["Remote (US, CA)", "", "US CA", "remote"],
  ["Fully remote US/CA/UK", "", "US CA GB", "remote"],
  ["Remote (US – NY, TX, MA only)", "", "US", "remote"],
  ["Remote (PT preferred)", "", "", "remote"],
  ["Remote (Portugal, PT)", "", "PT", "remote"],
  ["Remote, USA - ET, CT, MT", "", "US", "remote"],
  ["Remote (US), no US visa sponsorship", "", "US", "remote"],
  ["Remote (Benelux, not Belgium)", "", "NL LU", "remote"],
  ["Miami, FL (onsite preferred, remote US considered)", "Miami/US", "US", "remote"],
  ["Remote (US), Atlanta, Bogotá, Czechia", "Atlanta/US Bogota/CO –/CZ", "US", "remote"],
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
  // A town with its state.
  ["Location: Atlanta, Georgia", "Atlanta/US", "", null],
  ["Tbilisi, Georgia", "Tbilisi/GE", "", null],
  ["Georgia, USA", "–/US", "", null],
  ["Location: Lebanon, NH", "Lebanon/US", "", null],
  ["Lebanon, Pennsylvania", "Lebanon/US", "", null],
  ["Beirut, Lebanon", "Beirut/LB", "", null],
  ["Jersey City, NJ", "Jersey City/US", "", null],
  ["Dublin, OH", "Dublin/US", "", null],
  ["Paris, TX", "Paris/US", "", null],
  ["Peru, Indiana", "Peru/US", "", null],
  ["Mexico, Missouri", "Mexico/US", "", null],
  ["Jordan, Minnesota", "Jordan/US", "", null],
  ["Lima, Peru", "Lima/PE", "", null],
  ["Berlin DE", "Berlin/DE", "", null],
  ["Wilmington DE", "Wilmington/US", "", null],
  ["Bangalore IN", "Bengaluru/IN", "", null],
  ["Indianapolis IN", "Indianapolis/US", "", null],
  ["Toronto CA", "Toronto/CA", "", null],
  ["Fremont CA, Basel CH", "Fremont/US Basel/CH", "", null],
  ["Denver CO US", "Denver/US", "", null],
  ["Portland, OR or Austin, TX", "Portland/US Austin/US", "", null],
  ["Salem, Oregon", "Salem/US", "", null],
  ["Austin Texas", "Austin/US", "", null],
  ["Halifax, Nova Scotia", "Halifax/CA", "", null],
  ["Victoria, BC, Canada", "Victoria/CA", "", null],
  ["Perth, WA", "Perth/AU", "", null],
  ["Vancouver, WA", "Vancouver/US", "", null],
  ["Melbourne, VIC", "Melbourne/AU", "", null],
  ["London, Ontario", "London/CA", "", null],
  ["Ontario, CA", "Ontario/US", "", null],
  ["Ontario, Canada", "–/CA", "", null],
  ["Lake Worth, TX 76135", "Lake Worth/US", "", null],
  ["Bellows Falls, VT 05101", "Bellows Falls/US", "", null],
  ["Toronto, ON M5V 2T6", "Toronto/CA", "", null],
  ["New York, NY", "New York/US", "", null],
  ["Washington DC Metro Area", "Washington, D.C./US", "", null],
  // The country or state first.
  ["US, CA, Santa Clara", "Santa Clara/US", "", null],
  ["CA, BC, Vancouver", "Vancouver/CA", "", null],
  ["USA.VA.Reston", "Reston/US", "", null],
  ["DE.Bavaria.Munich", "Munich/DE", "", null],
  ["Ireland - Dublin", "Dublin/IE", "", null],
  ["Germany, Berlin, Munich", "Berlin/DE Munich/DE", "", null],
  ["Georgia, Tbilisi", "Tbilisi/GE", "", null],
  ["US, TX, Remote", "", "US", "remote"],
  ["Frankfurt am Main", "Frankfurt/DE", "", null],
  // Several places.
  ["Boston / Austin / DC", "Boston/US Austin/US Washington, D.C./US", "", null],
  ["SF/NYC", "San Francisco/US New York/US", "", null],
  ["London, New York, Singapore", "London/GB New York/US Singapore/SG", "", null],
  ["Berlin (Germany) | Graz (Austria)", "Berlin/DE Graz/AT", "", null],
  ["München oder Wien", "Munich/DE Vienna/AT", "", null],
  ["Mountain View", "Mountain View/US", "", null],
  ["Spring", "", "", null],
  ["Elixir, Phoenix", "", "", null],
  // What is no place.
  ["Asked: BS/MS in mathematics", "", "", null],
  ["BA/BS", "", "", null],
  ["LA, BE, AT Onsite", "Los Angeles/US", "", "onsite"],
  ["REMOTE (US time zones)", "", "", "remote"],
  // Where a company hires.
  ["REMOTE (UK / Ireland / US)", "", "GB IE US", "remote"],
  ["Remote (US/CAN, EST±3)", "", "US CA", "remote"],
  ["Remote: Germany, Poland", "", "DE PL", "remote"],
  ["Remote (Polska, Česko)", "", "PL CZ", "remote"],
  ["Remote in Canada or the US", "", "CA US", "remote"],
  ["USA/Canada: REMOTE", "", "US CA", "remote"],
  ["Onsite in San Francisco or in Australia/New Zealand", "San Francisco/US –/AU –/NZ", "", "onsite"],
  ["ONSITE (Hybrid): Mountain View, Boulder, Austin", "Mountain View/US Boulder/US Austin/US", "", "hybrid"],
  ["Canada (Remote), US (Remote), India (on-site)", "–/IN", "CA US", "remote"],
  ["Remote (GER)", "", "DE", "remote"],
  ["SF, NYC, ATX, LON", "San Francisco/US New York/US Austin/US London/GB", "", null],
  ["US Redmond/Remote", "Redmond/US", "", "remote"],
  ["On-site (SF, NY)", "San Francisco/US New York/US", "", "onsite"],
  ["REMOTE (Legal to work in the US)", "", "US", "remote"],
  ["San Francisco preferred, remote (Australia, NZ)", "San Francisco/US", "AU NZ", "remote"],
  ["London, UK or Germany", "London/GB –/DE", "", null],
  ["Copenhagen", "København/DK", "", null],
  ["Bay Area", "San Francisco/US", "", null],
  ["San Francisco Bay Area, CA", "San Francisco/US", "", null],
  ["Remote (DACH)", "", "DE AT CH", "remote"],
  ["Remote / Portugal", "", "PT", "remote"],
  ["Remote/Portugal", "", "PT", "remote"],
  ["Berlin, Germany; remote in Benelux", "Berlin/DE", "BE NL LU", "remote"],
  ["Worldwide", "", "", "remote"],
  // Beside a country that is named.
  ["Remote (US), New York or Cartagena", "New York/US", "US", "remote"],
  ["Remote (US) or Birmingham", "Birmingham/US", "US", "remote"],
  ["Remote (US) or Berlin", "Berlin/DE", "US", "remote"],
  ["Cordoba or Denver, CO, USA", "Denver/US", "", null],
  ["Valencia or Denver, CO, USA", "Valencia/US Denver/US", "", null],
])("%j", (text, places, hiring, workplace) => {
  expect(said(text)).toEqual([places, hiring, workplace]);
});

test('of remote work a group of countries is all of them, and "EEA" more than the EU', () => {
  expect(locate("REMOTE (EU)").hiringCountries).toHaveLength(27);
  expect(locate("Remote (EEA)").hiringCountries).toHaveLength(30);
  expect(locate("Remote (LATAM only)").hiringCountries).toContain("BR");
  expect(locate("REMOTE (Africa, Brazil)")).toMatchObject({ places: [] });
  expect(locate("REMOTE (Africa, Brazil)").hiringCountries).toEqual(expect.arrayContaining(["KE", "BR"]));
});

test.each([
  ["Remote (US, Ruritania)", ["Ruritania"]],
  ["Remote (Germany only)", []],
  ["Remote (US/CAN, EST±3)", []],
  ["Remote, Zubrowka only", ["Zubrowka"]],
  ["Remote (Flexible hours)", []],
  ["Ruritania", []],
])("names in %j that limit remote work and are not known: %j", (text, unknown) => {
  expect(locate(text).unknownLimits).toEqual(unknown);
});

test("a hostile line takes no time", () => {
  for (const unit of ["London, ", "( ", "US-", "a ", "Remote or ", "remote (", "A/", "CA, "])
    expect(() => locate(unit.repeat(50_000))).not.toThrow();
});
