import { Section } from "@/app/_ui/section";
import type { listAlike } from "@/lib/moderation/queries/sender";

/** The near-duplicates of a posting, each with the way to both side by side; nothing where there are none. */
export function Alike({ id, alike }: { id: string; alike: Awaited<ReturnType<typeof listAlike>> }) {
  if (alike.length === 0) return null;
  return (
    <Section title="Near-duplicates" className="mt-10">
      <ul className="grid gap-2">
        {alike.map((other) => (
          <li key={other.id} className="flex flex-wrap items-baseline justify-between gap-x-6">
            <span>
              “{other.title}” at {other.companyName}, {other.likeness} % alike
            </span>
            <a
              className="link inline-flex min-h-11 items-center"
              href={`/admin/postings/${id}/beside/${other.id}`}
            >
              Compare side by side
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
