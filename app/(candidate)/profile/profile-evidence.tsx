import { ButtonLink } from "@/app/_ui/button";
import { Section } from "@/app/_ui/section";
import type { OwnEvidence, OwnStudy } from "@/lib/profiles/input/resume";
import { kindOrder, kindWords } from "./evidence/kinds";
import { periodWords } from "./period-words";

type Line = { id: string; href: string; name: string; about: string; shows?: string };

/** What shows that a profile is true: jobs, education, projects and so on. Each can be edited or removed on its own page. */
export function ProfileEvidence({
  evidence,
  education,
}: {
  evidence: readonly OwnEvidence[];
  education: readonly OwnStudy[];
}) {
  const [jobs, ...others] = kindOrder.map((kind) => (
    <Lines
      key={kind}
      title={kindWords[kind].list}
      add={{ href: `/profile/evidence/new?kind=${kind}`, label: `Add a ${kindWords[kind].one}` }}
      lines={evidence.filter((piece) => piece.kind === kind).map(lineOf)}
    />
  ));
  const studies = education.map((study) => ({
    id: study.id,
    href: `/profile/education/${study.id}`,
    name: [study.degree, study.field].filter(Boolean).join(", ") || study.school,
    about: [study.degree || study.field ? study.school : "", periodWords(study)].filter(Boolean).join(", "),
  }));
  return (
    <div className="grid content-start gap-10">
      {jobs}
      <Lines
        title="Education"
        add={{ href: "/profile/education/new", label: "Add education" }}
        lines={studies}
      />
      {others}
    </div>
  );
}

function lineOf(piece: OwnEvidence): Line {
  const { id, kind, title, organisation, url, skills, responsibilities } = piece;
  const shown = [...skills, ...responsibilities].map(({ label }) => label);
  return {
    id,
    href: `/profile/evidence/${id}`,
    name: title || organisation,
    about: kind === "link" ? url : [title ? organisation : "", periodWords(piece)].filter(Boolean).join(", "),
    shows: shown.length > 0 ? `Shows ${shown.join(", ")}` : undefined,
  };
}

function Lines({
  title,
  add,
  lines,
}: {
  title: string;
  add: { href: string; label: string };
  lines: Line[];
}) {
  return (
    <Section title={title} note={lines.length > 0 ? lines.length : "None yet"}>
      <ul>
        {lines.map(({ id, href, name, about, shows }) => (
          <li key={id} className="border-t border-rule py-2.5">
            <a
              href={href}
              className="plain-link inline-flex min-h-9 items-center break-words font-medium md:min-h-7"
            >
              {name}
            </a>
            {about && <p className="break-words text-sm text-ink-2">{about}</p>}
            {shows && <p className="text-sm text-ink-3">{shows}</p>}
          </li>
        ))}
      </ul>
      <ButtonLink href={add.href} size="sm" className="mt-2">
        {add.label}
      </ButtonLink>
    </Section>
  );
}
