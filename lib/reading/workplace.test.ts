import { expect, test } from "vitest";
import { findWorkplace, workplaceIn } from "./workplace";

test.each([
  ["Hybrid, some remote", "remote"],
  ["hybrid", "hybrid"],
  ["Onsite", "onsite"],
  ["ON_SITE", "onsite"],
  ["no remote", "onsite"],
  ["Telecommute", "remote"],
  ["Lisbon", null],
])("the workplace of %j is %s", (text, workplace) => {
  expect(workplaceIn(text)).toBe(workplace);
});

test.each([
  [
    "Hybrid culture, in person 3 to 4 days a week. We give you freedom to work from anywhere in the world for up to a month.",
    "hybrid",
  ],
  ["Berlin office. Benefits: work from anywhere for up to 12 weeks a year.", null],
  [
    "Location: US, TX, Remote\n100% on-site. The company does not offer remote or hybrid arrangements",
    "onsite",
  ],
  ["We are a remote-friendly company, but this role is onsite in Austin", "onsite"],
  ["You work on site with our crew.", "onsite"],
  ["A job in Ghent. Hybrid.", "hybrid"],
  ["A job in Ghent. We love hybrid clouds.", null],
  ["You come to our Ghent office twice a week.", "hybrid"],
  ["The whole company comes to our Ghent office twice a year. The job is fully remote.", "remote"],
  ["At least one day a week is in Ghent; the other days you may work from home.", "hybrid"],
  ["We are fully distributed.", "remote"],
  ["We build fully distributed systems.", null],
  ["You can work from wherever you like.", "remote"],
  ["Acme | Backend | Híbrido", "hybrid"],
  ["Acme | Backend | Ulm, vor Ort", "onsite"],
  ["Acme | Backend | Gante, remoto", "remote"],
  ["Remote candidates will not be considered", "onsite"],
  ["Interviews are held remotely. The work is at our office in Leeds five days a week.", "onsite"],
  ["Remote onboarding is possible; afterwards you work in the Leeds office", "onsite"],
  ["Acme | Hybrid (2 days remote, 3 days in Leeds)", "hybrid"],
  ["Acme | Leeds | on-site (4 days)", "hybrid"],
  ["Acme | Leeds | on-site (5 days)", "onsite"],
  ["Leeds, UK onsite/hybrid. We're hiring a manager.", "hybrid"],
  ["Acme builds ledgers.\nLocation: Leeds - hybrid / NO REMOTE", "hybrid"],
  ["We are not recruiting remotely for this role. We are remote-friendly otherwise.", "onsite"],
  ["Acme builds ledgers. We love a mix of office and remote work.", "hybrid"],
  ["Benefits: up to 80% work from home", "hybrid"],
  ["You have experience working remotely.", null],
  ["You sync remote data through our API.", null],
  ["We use remote cloud environments. It is a remote data centre.", null],
  ["Monthly massages in-office, lunch on-site, and a gym.", null],
  ["You will be asked to an interview (in person or by video).", null],
  ["Work onsite at our office three times a month.", "hybrid"],
  ["On-site.", "onsite"],
  ["Onsite", "onsite"],
  ["This role is 100% on-site.", "onsite"],
  ["We write Go. Not remote", "onsite"],
  ["We write Go. There is no remote work here.", "onsite"],
  ["This is not a remote role", "onsite"],
  ["Acme | Engineer\nRemote: no", "onsite"],
  ["We use remote procedure calls.", null],
  ["We ask for 2-days in office.", "hybrid"],
  ["The job is hybrid/in-person in Madrid.", "hybrid"],
  ["Acme | Engineer | hybrid/in-person in Madrid", "hybrid"],
  ["Acme | Remote (US) or NYC (hybrid, 3 days a week)", "remote"],
  ["Acme | Engineer | Remote\nWe expect you in the office three days a week.", "hybrid"],
  ["Remote work is not possible for this role.", "onsite"],
  ["Unfortunately we cannot offer remote work.", "onsite"],
  ["We don't do remote.", "onsite"],
  ["We're not remote-only: you may choose the office or work remotely.", "remote"],
  ["You can work from home two days a week.", "hybrid"],
  ["Up to 20 days of remote work abroad per year.", null],
  ["Perks: remote work abroad for 4 weeks a year. You work in our Lisbon office.", "onsite"],
  ["The first interview is remote. The role is in our Paris office.", "onsite"],
  ["You will support our remote teams in India. The role is based in our Leeds office.", "onsite"],
  ["You lead a remote team of five from our Dublin office, in person.", "onsite"],
  ["Open to hire for remote work as well", "remote"],
  ["We are a fully remote company.", "remote"],
  ["The team is distributed, and you can work remotely from anywhere in Europe.", "remote"],
  ["Work from anywhere.", "remote"],
  ["Relocation is an option, but remote is not.", "onsite"],
  ["Five days a week in our Seattle office.", "onsite"],
  ["In the office Tuesday to Thursday.", "hybrid"],
  ["Acme | Berlin", null],
  ["We meet in the office once a quarter; otherwise everyone works remotely.", "remote"],
  ["Remote within the EU. Two days per quarter in our office.", "remote"],
  ["No remote, no hybrid: on-site in Graz.", "onsite"],
  ["Not fully remote: three days in the office.", "hybrid"],
  ["We deploy to remote sites and offer remote support to customers.", null],
  ["Occasional remote work is possible. Office in Rome.", null],
  ["Fully remote.", "remote"],
  ["This position is not eligible for remote work.", "onsite"],
  ["We are an in-person team in San Francisco.", "onsite"],
  ["The role is fully on-site, with occasional work from home.", "onsite"],
  ["This is a hybrid role: 2 days/week in the office.", "hybrid"],
  ["Flexible: work from home or from our office.", "remote"],
])("%j is work that is %s", (text, workplace) => {
  expect(findWorkplace(text)?.workplace ?? null).toBe(workplace);
});

test("a hostile text takes no time", () => {
  const started = performance.now();
  for (const unit of [
    "remote ",
    "3 days a week ",
    "in the office ",
    "do not offer ",
    "hybrid, on-site only ",
  ])
    findWorkplace(unit.repeat(100_000 / unit.length));
  expect(performance.now() - started).toBeLessThan(15_000);
});
