import { Unstated } from "@/app/_ui/data-list";

/** Skills by their names, each with the way to its page under `at`. */
export function SkillLinks({
  skills,
  at,
}: {
  skills: readonly { slug: string; label: string }[];
  at: "/skills" | "/admin/taxonomy";
}) {
  if (skills.length === 0) return <Unstated>none</Unstated>;
  return (
    <ul className="flex flex-wrap gap-x-3">
      {skills.map(({ slug, label }) => (
        <li key={slug}>
          <a href={`${at}/${slug}`} className="link">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
