import { inArray, max, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  cities,
  cityNames,
  decidedNames,
  exchangeRates,
  responsibilities,
  skillAliases,
  skillImplies,
  skillRelated,
  skills,
} from "@/db/schema/taxonomy";
import { present } from "@/lib/present";
import { skillEntries } from "../catalogue";
import { listKnownCities } from "../cities";
import { listCityNames } from "../city-names";
import { exchangeRateTable } from "../data/exchange-rates";
import { responsibilityEntries } from "../data/responsibilities";
import type { RateTable, SkillEntry } from "../input";
import type { Rate } from "../money";
import { normalizeTerm } from "../rules";

/** What the load needs of a connection or transaction. */
type Writer = Pick<Database, "select" | "insert" | "execute">;

/**
 * Brings the database's taxonomy to what the product's own data says: skills with aliases, `implies` and `related`, the 25
 * responsibilities, cities, and the exchange rates unless a table as new is there. Adds and corrects, never deletes, since
 * postings may refer to any row. What an admin decided wins: a skill that an admin added is left alone, a name leads where an admin had it
 * lead, and of a skill that was merged the names and edges go to the other. Run again it writes nothing. Call it in a transaction.
 */
export async function loadTaxonomy(tx: Writer): Promise<void> {
  // No admin changes anything meanwhile.
  await tx.execute(sql`select version from taxonomy_version for update`);
  const decided = await listDecided(tx);
  await loadSkills(tx, decided);
  await loadSkillNames(tx, decided);
  await loadResponsibilities(tx);
  await loadCities(tx);
  await loadCityNames(tx);
  await loadExchangeRates(tx);
  // Without figures the planner takes what skills imply for a million rows, and makes room for them with every edit: 110 ms of 150.
  await tx.execute(sql`analyze skills, skill_implies, skill_closure`);
}

/** By a name in the spelling of `normalizeTerm`, the skill that an admin had it lead to, or null for none. */
type Decided = ReadonlyMap<string, number | null>;

async function listDecided(tx: Writer): Promise<Decided> {
  const rows = await tx.select({ name: decidedNames.name, skillId: decidedNames.skillId }).from(decidedNames);
  return new Map(rows.map(({ name, skillId }) => [name, skillId]));
}

/** The skill that an admin gave the address of this one to, or undefined. */
const mergedInto = (slug: string, decided: Decided) => decided.get(normalizeTerm(slug)) ?? undefined;

async function loadSkills(tx: Writer, decided: Decided) {
  const stored = new Map((await tx.select(skillColumns).from(skills)).map((row) => [row.slug, row]));
  const rows = skillEntries
    .map(({ slug, label, kind, category, article }) => ({
      slug,
      label,
      kind,
      category,
      article,
      added: false,
    }))
    .filter(({ slug }) => (stored.has(slug) ? !stored.get(slug)?.added : !mergedInto(slug, decided)))
    .filter((row) => !isSame(row, stored.get(row.slug)));
  if (rows.length === 0) return;
  await tx
    .insert(skills)
    .values(rows)
    .onConflictDoUpdate({
      target: skills.slug,
      set: {
        label: sql`excluded.label`,
        kind: sql`excluded.kind`,
        category: sql`excluded.category`,
        article: sql`excluded.article`,
      },
    });
}

const skillColumns = {
  slug: skills.slug,
  label: skills.label,
  kind: skills.kind,
  category: skills.category,
  article: skills.article,
  added: skills.added,
};

const isSame = (row: Record<string, unknown>, stored: Record<string, unknown> | undefined) =>
  stored !== undefined && Object.entries(row).every(([key, value]) => stored[key] === value);

async function loadSkillNames(tx: Writer, decided: Decided) {
  const slugs = skillEntries.map(({ slug }) => slug);
  const found = await tx
    .select({ id: skills.id, slug: skills.slug, added: skills.added })
    .from(skills)
    .where(inArray(skills.slug, slugs));
  const stored = new Map(found.map((row) => [row.slug, row]));
  const idOf = (slug: string) => present(stored.get(slug)?.id ?? mergedInto(slug, decided));
  const entries = skillEntries.filter(({ slug }) => !stored.get(slug)?.added);

  await tx
    .insert(skillAliases)
    .values(
      entries.flatMap((entry) =>
        spellings(entry, !stored.has(entry.slug)).flatMap((alias) => {
          const decision = decided.get(normalizeTerm(alias));
          const skillId = decision === undefined ? idOf(entry.slug) : decision;
          return skillId === null ? [] : { alias, skillId };
        }),
      ),
    )
    .onConflictDoUpdate({
      target: skillAliases.alias,
      set: { skillId: sql`excluded.skill_id` },
      setWhere: sql`${skillAliases.skillId} <> excluded.skill_id`,
    });
  const pairs = (of: "implies" | "related") =>
    entries.flatMap((entry) =>
      entry[of]
        .map((other) => [idOf(entry.slug), idOf(other)] as const)
        .filter(([one, other]) => one !== other),
    );
  await tx
    .insert(skillImplies)
    .values(pairs("implies").map(([skillId, impliedId]) => ({ skillId, impliedId })))
    .onConflictDoNothing();
  await tx
    .insert(skillRelated)
    .values(
      pairs("related").map(([one, other]) => ({
        skillId: Math.min(one, other),
        relatedId: Math.max(one, other),
      })),
    )
    .onConflictDoNothing();
}

/**
 * The aliases, and each name as `normalizeTerm` writes it, so that "node js" finds Node.js by equality. The names of a skill that `isMerged` are
 * all other names of another one.
 */
function spellings({ slug, label, aliases }: SkillEntry, isMerged: boolean): string[] {
  const normal = [label, ...aliases].map(normalizeTerm);
  const own = isMerged ? [] : [slug, label.toLowerCase()];
  return [
    ...new Set([
      ...aliases,
      ...normal.filter((name) => !own.includes(name)),
      ...(isMerged ? [slug, label.toLowerCase()] : []),
    ]),
  ];
}

async function loadResponsibilities(tx: Writer) {
  await tx
    .insert(responsibilities)
    .values(responsibilityEntries.map((entry) => ({ id: entry.position, ...entry })))
    .onConflictDoUpdate({
      target: responsibilities.id,
      set: { slug: sql`excluded.slug`, label: sql`excluded.label`, group: sql`excluded."group"` },
      setWhere: sql`(${responsibilities.slug}, ${responsibilities.label}, ${responsibilities.group})
        is distinct from (excluded.slug, excluded.label, excluded."group")`,
    });
}

async function loadCities(tx: Writer) {
  await tx
    .insert(cities)
    .values(listKnownCities())
    .onConflictDoUpdate({
      target: cities.slug,
      set: {
        name: sql`excluded.name`,
        country: sql`excluded.country`,
        latitude: sql`excluded.latitude`,
        longitude: sql`excluded.longitude`,
        timezone: sql`excluded.timezone`,
        population: sql`excluded.population`,
      },
      setWhere: sql`(${cities.name}, ${cities.country}, ${cities.latitude}, ${cities.longitude}, ${cities.timezone},
        ${cities.population}) is distinct from (excluded.name, excluded.country, excluded.latitude, excluded.longitude,
        excluded.timezone, excluded.population)`,
    });
}

/** In one statement: there are eighty thousand names. */
async function loadCityNames(tx: Writer) {
  await tx.execute(sql`
    insert into ${cityNames} (name, city, is_main)
    select n.name, n.city, n."isMain" from json_to_recordset(${JSON.stringify(listCityNames())}::text::json) as n (name text, city text, "isMain" boolean)
    on conflict (name, city) do update set is_main = excluded.is_main where city_names.is_main <> excluded.is_main`);
}

async function loadExchangeRates(tx: Writer) {
  const [newest] = await tx.select({ asOf: max(exchangeRates.asOf) }).from(exchangeRates);
  if (newest?.asOf && newest.asOf >= exchangeRateTable.asOf) return;
  await keepRates(tx, exchangeRateTable.rates, exchangeRateTable.asOf);
}

/**
 * Puts a newer table of exchange rates in force, and gives how many currencies it has. A currency that it leaves out keeps its rate,
 * since postings may be paid in it. Whoever calls it has the yearly dollars recomputed in the same transaction.
 */
export async function replaceRates(tx: Writer, { date, rates }: RateTable): Promise<number> {
  const known = new Set([
    ...Intl.supportedValuesOf("currency"),
    ...exchangeRateTable.rates.map((rate) => rate.currency),
  ]);
  const digits = new Map(exchangeRateTable.rates.map(({ currency, minorDigits }) => [currency, minorDigits]));
  const rows = Object.entries(rates)
    .filter(([currency]) => known.has(currency))
    .map(([currency, perUsd]) => ({
      currency,
      perUsd: perUsd.toFixed(8),
      minorDigits: digits.get(currency) ?? minorDigitsOf(currency),
    }));
  if (rows.length > 0) await keepRates(tx, rows, date);
  return rows.length;
}

const minorDigitsOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

async function keepRates(tx: Writer, rates: Rate[], asOf: string) {
  await tx
    .insert(exchangeRates)
    .values(rates.map((rate) => ({ ...rate, asOf })))
    .onConflictDoUpdate({
      target: exchangeRates.currency,
      set: {
        perUsd: sql`excluded.per_usd`,
        minorDigits: sql`excluded.minor_digits`,
        asOf: sql`excluded.as_of`,
      },
    });
}
