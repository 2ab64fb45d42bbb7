import { ai } from "./data/ai";
import { apiAndSecurity } from "./data/api-and-security";
import { backendFrameworks } from "./data/backend-frameworks";
import { cloud } from "./data/cloud";
import { concepts } from "./data/concepts";
import { data } from "./data/data";
import { databases } from "./data/databases";
import { delivery } from "./data/delivery";
import { frontEnd } from "./data/front-end";
import { infrastructure } from "./data/infrastructure";
import { languages } from "./data/languages";
import { messagingAndSearch } from "./data/messaging-and-search";
import { mobile } from "./data/mobile";
import { operations } from "./data/operations";
import { ormAndLibraries } from "./data/orm-and-libraries";
import { platformsAndTools } from "./data/platforms-and-tools";
import { practices } from "./data/practices";
import { runtimes } from "./data/runtimes";
import { completeEntries, impliedBy, normalizeTerm } from "./rules";

/** Every skill that the product knows from its own data, in a fixed order. An admin's additions live in the database only. */
export const skillEntries = completeEntries([
  ...languages,
  ...runtimes,
  ...backendFrameworks,
  ...ormAndLibraries,
  ...databases,
  ...messagingAndSearch,
  ...cloud,
  ...infrastructure,
  ...delivery,
  ...operations,
  ...apiAndSecurity,
  ...data,
  ...ai,
  ...frontEnd,
  ...mobile,
  ...platformsAndTools,
  ...practices,
  ...concepts,
]);

const bySlug = new Map(skillEntries.map((entry) => [entry.slug, entry]));

const byName = new Map(
  skillEntries.flatMap(({ slug, label, aliases }) =>
    [slug, label, ...aliases].map((name) => [normalizeTerm(name), slug] as const),
  ),
);

/** The skill of that slug in the product's own data, or undefined. */
export const skillEntry = (slug: string) => bySlug.get(slug);

/** The slug that a slug, label or alias leads to, in any case and spelling of gaps; null where the name is unknown. */
export const resolveSkill = (term: string): string | null => byName.get(normalizeTerm(term)) ?? null;

/** Slugs of everything that having these skills shows, transitively. */
export const skillsImpliedBy = (slugs: Iterable<string>) =>
  impliedBy(slugs, (slug) => bySlug.get(slug)?.implies);
