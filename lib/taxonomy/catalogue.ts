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
import type { SkillEntry, TaxonomyChanges } from "./input";
import { completeEntries, impliedBy, normalizeTerm, withChanges } from "./rules";

/** Every skill that the product knows from its own data, in a fixed order. What admins changed is laid over it by `catalogue`. */
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

/** Shared by all copies of this module that the bundler makes: `followTaxonomy` sets it. */
declare global {
  var backplaneTaxonomy: TaxonomyChanges | undefined;
}

/** What this process knows of skills: the product's own data with the changes of admins. */
export type Catalogue = {
  version: number;
  /** The skills that are read from text and offered, each with its names. */
  entries: readonly SkillEntry[];
  bySlug: ReadonlyMap<string, SkillEntry>;
  byName: ReadonlyMap<string, string>;
  retired: ReadonlySet<string>;
  /** By the slug of a skill that was merged into another one, the slug of that one. */
  mergedInto: ReadonlyMap<string, string>;
};

let built: Catalogue | undefined;

/** The catalogue as the last `followTaxonomy` of this process found it; the same object until something changes. */
export function catalogue(): Catalogue {
  const changes = globalThis.backplaneTaxonomy;
  if (built?.version !== (changes?.version ?? 0)) built = build(changes);
  return built;
}

function build(changes: TaxonomyChanges | undefined): Catalogue {
  const { entries, retired, mergedInto } = withChanges(skillEntries, changes);
  return {
    version: changes?.version ?? 0,
    entries,
    mergedInto,
    retired: new Set(retired.map(({ slug }) => slug)),
    bySlug: new Map([...retired, ...entries].map((entry) => [entry.slug, entry])),
    byName: new Map(
      entries.flatMap(({ slug, label, aliases }) =>
        [slug, label, ...aliases].map((name) => [normalizeTerm(name), slug] as const),
      ),
    ),
  };
}

/** The skill of that slug, retired ones included, or undefined. */
export const skillEntry = (slug: string): SkillEntry | undefined => {
  const { bySlug, mergedInto } = catalogue();
  return bySlug.get(mergedInto.get(slug) ?? slug);
};

/** The slug that a slug, label or alias leads to, in any case and spelling of gaps; null where the name is unknown or its skill retired. */
export const resolveSkill = (term: string): string | null =>
  catalogue().byName.get(normalizeTerm(term)) ?? null;

/** Slugs of everything that having these skills shows, transitively. */
export function skillsImpliedBy(slugs: Iterable<string>): Set<string> {
  const { bySlug } = catalogue();
  return impliedBy(slugs, (slug) => bySlug.get(slug)?.implies);
}
