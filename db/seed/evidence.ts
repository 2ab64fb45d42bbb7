import type { OwnEvidence } from "@/lib/profiles/input/resume";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { idFor } from "./random";

/** What candidate@example.com shows for it: two jobs, a project and a study, and the skills and responsibilities that each is evidence of. */
export const demoEvidence = [
  {
    id: idFor("evidence/checkout"),
    kind: "job" as const,
    title: "Backend Developer",
    organisation: "Marktgasse",
    text: "Checkout and ledger of a marketplace: Java and Spring Boot on PostgreSQL, events over Kafka, some 900 orders a minute at noon.",
    url: "",
    started: "2022-04",
    ended: null,
    position: 0,
    skills: ["java", "spring-boot", "postgresql", "kafka", "payments", "docker"],
    responsibilities: ["server-side-logic", "data-storage-and-payments", "api-integration"],
  },
  {
    id: idFor("evidence/parcels"),
    kind: "job" as const,
    title: "Java Developer",
    organisation: "Paketwerk",
    text: "Tracking of parcels; took the nightly batch apart into services with tests of their own.",
    url: "",
    started: "2020-01",
    ended: "2022-03",
    position: 1,
    skills: ["java", "postgresql", "docker"],
    responsibilities: ["testing-and-maintenance", "debugging"],
  },
  {
    id: idFor("evidence/replay"),
    kind: "project" as const,
    title: "replay-box",
    organisation: "",
    text: "Reads an outbox table and replays it to Kafka in order, in Go.",
    url: "https://code.example/replay-box",
    started: "2024-06",
    ended: null,
    position: 2,
    skills: ["go", "kafka"],
    responsibilities: [],
  },
];

export const demoStudy = {
  id: idFor("study/candidate"),
  level: "bachelor" as const,
  degree: "BSc",
  field: "Computer science",
  school: "Hochschule am Fluss",
  started: "2016",
  ended: "2019",
};

/** The same as it goes along with an application. */
export const sentEvidence = (): OwnEvidence[] =>
  demoEvidence.map(({ position: _, skills, responsibilities, ...piece }) => ({
    ...piece,
    skills: skills.map((slug) => ({ slug, label: skillEntry(slug)?.label ?? slug })),
    responsibilities: responsibilities.map((slug) => ({
      slug,
      label: responsibilityEntries.find((entry) => entry.slug === slug)?.label ?? slug,
    })),
  }));
