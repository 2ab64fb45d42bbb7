import { expect, test } from "vitest";
import { regionCountries } from "@/lib/taxonomy/regions";
import { findPlaces } from "./places";

const said = (text: string) => {
  const { places, hiringCountries } = findPlaces(text);
  return [
    places.map(({ city, country }) => `${city ?? "–"}/${country}`).join(" "),
    hiringCountries
      .map(({ country }) => country)
      .join(" ")
      .replace(regionCountries("eu").join(" "), "eu")
      .replace("eu GB", "eu+GB"),
  ];
};

test.each([
  ["Acme | Backend Engineer | Fremont CA, Basel CH | Full-time", "Fremont/US Basel/CH", ""],
  ["Acme | Mountain View | Full-time", "Mountain View/US", ""],
  ["Acme | Palo Alto | In person", "Palo Alto/US", ""],
  ["Acme | REMOTE – North America (US/Canada)", "", "US CA"],
  ["Acme | Remote, Europe (Poland, Spain)", "", "PL ES"],
  ["Remote – Sweden", "", "SE"],
  ["Backend Engineer – Remote – Norway", "", "NO"],
  ["Acme builds ledgers.\nWe hire remote engineers in Ireland and the United Kingdom.", "", "IE GB"],
  ["Fully remote. Applicants from Chile, Peru and Uruguay are welcome.", "", "CL PE UY"],
  ["A fully remote job, open to candidates across Italy.", "", "IT"],
  ["A remote role. We can’t hire outside of the Netherlands.", "", "NL"],
  ["Acme | Remote (no hires outside Canada)", "", "CA"],
  ["Acme | Remote, outside of Canada", "", ""],
  ["Acme (Leipzig) is looking for a backend developer.", "Leipzig/DE", ""],
  ["Acme | Desarrollador backend | Remoto (Chile)", "", "CL"],
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
  ["Required: BA in History, MA welcome", "", ""],
  ["14 000 - 17 000 PLN netto + VAT", "", ""],
  ["Acme | IOT | Oslo", "Oslo/NO", ""],
  ["Acme | Engineer | Berlin\nBA/BS degree in Statistics", "Berlin/DE", ""],
  ["Backend Engineer, Oslo, Norway", "Oslo/NO", ""],
  ["Acme | Senior Engineer (Backend, Berlin)", "Berlin/DE", ""],
  ["Acme | Engineering Manager, Payments", "", ""],
  ["Acme (Stockholm) | Founding Engineer | On-site", "Stockholm/SE", ""],
  ["Acme is hiring [Berlin, on-site] - careers.acme.example", "Berlin/DE", ""],
  ["Acme is hiring experts in Denver, Chicago, and London. Onsite", "Denver/US Chicago/US London/GB", ""],
  // Lines of a form, and lines that are nothing but a place.
  [
    "Position: Go Developer\nCompany: Acme\nOffice: Toronto, ON\nRemote: Yes, within Canada",
    "Toronto/CA",
    "CA",
  ],
  ["Junior Go Developer\nOslo\nYou write APIs.", "Oslo/NO", ""],
  ["Go Developer\nBristol, Somerset – hybrid (2 days a week in the office)\n£50,000", "Bristol/GB", ""],
  ["Go Developer\nPython, SQL\nYou write APIs.", "", ""],
  ["Our client seeks a Go developer for a 12-month contract in Tulsa, OK.", "Tulsa/US", ""],
  ["We are a small publisher in San Diego, California, and need a developer.", "San Diego/US", ""],
  // Where the employer of remote people is, and where they may live.
  ["Acme | Remote (EU time zones)\nWe are hiring for our distributed team (HQ in Bremen).", "", ""],
  ["Acme builds ledgers. We are headquartered in Bremen.", "Bremen/DE", ""],
  [
    "Acme | Several roles | Remote\n- Go Developer (US/Canada)\n- Data Engineer, Tools (Ireland)",
    "",
    "US CA IE",
  ],
  ["Acme | Several roles | Remote\n- Go Developer (Backend, SE)", "", ""],
  ["Acme | Go Developer | Oslo or remote\nWe are Norway-remote friendly.", "Oslo/NO", "NO"],
  ["Acme | Go Developer | Remote\nNo visas, U.S. only at this time.", "", "US"],
  ["Acme | Go Developer | Remote\nRequires US citizenship.", "", "US"],
  ["Acme | Go Developer | Remote\nMust be a Canadian citizen.", "", "CA"],
  ["Acme | Remote | Benelux / DACH | Go", "", "BE NL LU DE AT CH"],
  ["Acme | US – Remote and Hybrid | Go", "", "US"],
  ["Acme | Java, Spring, Phoenix | Graz, Austria", "Graz/AT", ""],
  ["Cologne, Germany | Acme | Engineer", "Cologne/DE", ""],
  ["Acme (YC W21) Is Hiring in Lisbon and Singapore", "Lisbon/PT Singapore/SG", ""],
  ["Acme is hiring interns in Data for 2027 in Austria", "–/AT", ""],
  ["Acme | Engineer | Remote (EU/UK) + hubs: Oslo, Barcelona", "Oslo/NO Barcelona/ES", "eu+GB"],
  ["Acme builds ledgers. We are looking for a Tallinn-based Go developer.", "Tallinn/EE", ""],
  ["Acme is looking for a U.S.-based, fully remote engineer.", "", "US"],
  ["Acme is looking for a Brazil-based, fully remote Software Engineer (4+ years).", "", "BR"],
  ["Company: Acme Location: Remote Mexico Role: Engineer", "", "MX"],
  ["At Acme we change how people cook. Oslo / Bergen | In-office | Full-time", "Oslo/NO Bergen/NO", ""],
  ["Acme | Engineer | Remote (US or EU timezones)", "", ""],
  ["Acme | Engineer\nJob: $90K • 0.1% • Boise, ID, US / Remote (US) Type full-time", "Boise/US", "US"],
  [
    "Acme | Engineer\nApply at https://acme.example/jobs Location: TURIN (city) or Milan",
    "Turin/IT Milan/IT",
    "",
  ],
  ["Acme | Engineer | Remote\nYou must be based in the United States.", "", "US"],
  ["Acme | Engineer | Remote\nWe take people as long as you live in Norway.", "", "NO"],
  ["Acme | Roles | Full-time\nWe are remote.\nA\nB\nC\nGo Engineer | REMOTE (USA/Canada)", "", "US CA"],
  ["Acme | Engineer | Greece | On-site\nLocal from Athens, Greece.", "Athens/GR", ""],
  [
    "Acme\n\nWe hire the best (in the office) - Oslo or Bergen / Stockholm / Helsinki",
    "Oslo/NO Bergen/NO Stockholm/SE Helsinki/FI",
    "",
  ],
  ["Acme | Engineer @ Leeds | Full-time", "Leeds/GB", ""],
  ["Acme | Backend Engineer - Leeds | Full-time", "Leeds/GB", ""],
  ["Acme | Engineer | Full-time\nJoin us in Leeds!", "Leeds/GB", ""],
  ["Acme | Engineer | Full-time\nOnsite: Leeds", "Leeds/GB", ""],
  // Lines of roles.
  [
    "Acme | Remote\n\nWe hire:\n- Data Engineer (Turin)\n- Go Engineer - Oslo - https://acme.example/1",
    "Turin/IT Oslo/NO",
    "",
  ],
  ["Acme | Leeds\n\n- Senior Engineer, AI Tools (US/Canada)\n- Data Engineer, Payments", "Leeds/GB", ""],
  ["Acme | Leeds\n\nOur office\nTrondheim, Norway | on-site", "Leeds/GB Trondheim/NO", ""],
  [
    "Acme | Engineer | Remote, Massachusetts (US)\nYou are in-person in Worcester MA at times.",
    "Worcester/US",
    "US",
  ],
  // Limits in sentences and in parts of their own.
  ["Acme | Engineer | Remote | US only", "", "US"],
  ["Acme | Engineer | Remote | EU", "", "eu"],
  ["Acme | Engineer | Remote\nMust be located in Canada.", "", "CA"],
  ["Acme | Engineer | Remote\nYou can work from anywhere in the UK.", "", "GB"],
  ["Acme | Engineer | Remote\nWe're only hiring in Norway at this time.", "", "NO"],
  ["Acme | Engineer | Remote\nUS and Canada only for this one.", "", "US CA"],
  ["Acme | Engineer | Remote\nThis job is open to US residents.", "", "US"],
  ["Acme | Engineer | Remote\nCandidates must be US residents.", "", "US"],
  ["Acme | Engineer | Remote\nMust be authorized to work in the U.S.", "", "US"],
  ["Acme | Engineer | Remote\nOur customers are in the US.", "", ""],
  ["Acme | Engineer | Leeds\nMust have the right to work in the UK.", "Leeds/GB", ""],
  ["A team of five builds ledgers.", "", ""],
])("%j", (text, places, hiring) => {
  expect(said(text)).toEqual([places, hiring]);
});

test("a hostile text takes no time", () => {
  for (const unit of ["based in A", "our A ", "Location: Berlin\n", "in Berlin, "])
    expect(() => findPlaces(unit.repeat(10_000))).not.toThrow();
});
