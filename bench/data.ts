import { once } from "node:events";
import type { Writable } from "node:stream";
import postgres, { type Sql } from "postgres";
import { closeDatabase, inLongTransaction } from "@/db/client";
import { refreshTerms } from "@/lib/search/commands/terms";
import { loadTaxonomy } from "@/lib/taxonomy/commands/load";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { randomFrom, zipf } from "./random";

const day = 86_400_000;
const perCompany = 40;

/**
 * Fills a migrated database with the taxonomy and `count` live postings, by a fixed seed: 3 to 14 skills by the law of Zipf, some of the
 * responsibilities, experience, degree, pay, places, 90 days of dates, a title and about 70 words. Past the triggers and foreign keys, which
 * the bench does not measure.
 */
export async function makePostings(url: string, count: number): Promise<void> {
  process.env.DATABASE_URL = url;
  await inLongTransaction(loadTaxonomy);
  const sql = postgres(url, {
    max: 6,
    connection: { session_replication_role: "replica" },
    onnotice: () => {},
  });
  try {
    const ground = await readGround(sql);
    await makeCompanies(sql, Math.ceil(count / perCompany));
    const tables = await openTables(sql);
    const random = randomFrom(1);
    const make = maker(ground, random, count);
    for (let i = 0; i < count; i++) {
      for (const [table, rows] of make(i)) await write(tables[table], rows);
    }
    await Promise.all(Object.values(tables).map(close));
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
  await refreshTerms();
  await closeDatabase();
}

type Table = "postings" | "skills" | "responsibilities" | "places";
type Ground = {
  skills: { id: number; lexemes: string[] }[];
  allResponsibilities: number[];
  cities: { name: string; country: string }[];
  vocabulary: { word: string; lexeme: string }[];
};

/** Words as developer adverts use them, the commonest first, with what the text index makes of each. */
const words =
  "service team system data build code platform product design api cloud scale test deploy customer payment order event queue database cache latency traffic release review monitor metric incident network security account invoice market logistics partner search index storage schema query report batch stream model rule engine gateway contract tenant region backup failure repair growth budget remote office travel health energy music film sport garden hotel flight school museum forest river harbour bridge machine robot sensor battery vehicle camera satellite weather ocean mountain".split(
    " ",
  );

async function readGround(sql: Sql): Promise<Ground> {
  const skills = await sql<{ id: number; lexemes: string[] }[]>`
    select id, tsvector_to_array(to_tsvector('english', fold(label))) as lexemes from skills order by id`;
  const allResponsibilities = await sql<{ id: number }[]>`select id from responsibilities order by position`;
  const cities = await sql<{ name: string; country: string }[]>`
    select name, country from cities where country in ('DE', 'US', 'GB', 'FR', 'NL', 'IN', 'PL', 'ES') order by population desc limit 60`;
  const vocabulary = await sql<{ word: string; lexeme: string }[]>`
    select w.word, coalesce((tsvector_to_array(to_tsvector('english', w.word)))[1], w.word) as lexeme
    from unnest(${words}::text[]) with ordinality as w (word, at) order by w.at`;
  return {
    skills: [...skills],
    allResponsibilities: allResponsibilities.map(({ id }) => id),
    cities: [...cities],
    vocabulary: [...vocabulary],
  };
}

/** Ids that rise with the number, as those of the product rise with the time. */
const idOf = (kind: number, at: number) => {
  const digits = at.toString(16).padStart(8, "0");
  return `${kind.toString(16).padStart(4, "0")}${digits.slice(0, 4)}-${digits.slice(4)}-7000-8000-${"0".repeat(4)}${digits}`;
};
const companyId = (at: number) => idOf(1, at);

async function makeCompanies(sql: Sql, count: number) {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: companyId(at),
    slug: `company-${at}`,
    name: `Company ${at}`,
  }));
  for (let at = 0; at < rows.length; at += 5_000)
    await sql`insert into companies ${sql(rows.slice(at, at + 5_000), "id", "slug", "name")}`;
}

async function openTables(sql: Sql): Promise<Record<Table, Writable>> {
  return {
    postings:
      await sql`copy postings (id, slug, company_id, title, description, state, submitted_at, published_at, confirmed_at,
      expires_at, degree_level, equal_experience, experience_min, experience_max, salary_min_minor, salary_max_minor, salary_currency,
      salary_period, yearly_usd_min, yearly_usd_max, workplace, employment, hiring_countries, document) from stdin`.writable(),
    skills:
      await sql`copy posting_skills (posting_id, skill_id, must, min_years, position) from stdin`.writable(),
    responsibilities:
      await sql`copy posting_responsibilities (posting_id, responsibility_id, must, position) from stdin`.writable(),
    places: await sql`copy posting_places (posting_id, position, city, country) from stdin`.writable(),
  };
}

async function write(table: Writable, rows: string) {
  if (rows !== "" && !table.write(rows)) await once(table, "drain");
}

const close = (table: Writable) =>
  new Promise<void>((resolve, reject) => table.once("error", reject).end(() => resolve()));

const none = "\\N";
const line = (...values: (string | number | boolean)[]) => `${values.join("\t")}\n`;

function maker(ground: Ground, random: () => number, count: number): (at: number) => [Table, string][] {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const skillAt = zipf(ground.skills.length, random);
  const wordAt = zipf(ground.vocabulary.length, random);
  const now = Date.now();
  return (at) => {
    const id = idOf(2, at);
    const published = new Date(
      now - 60_000 - Math.floor((at / count) * 89 * day) - Math.floor(random() * 60_000),
    );
    const confirmed = new Date(Math.max(published.getTime(), now - Math.floor(random() * 20 * day)));
    const skills = new Set<number>();
    for (let wanted = 3 + Math.floor(random() * 12); skills.size < wanted; ) skills.add(skillAt());
    const allResponsibilities = ground.allResponsibilities.filter(() => chance(0.2));
    const minimum = chance(0.85) ? Math.floor(random() * random() * 16) : null;
    const pay = 40_000 + 1_000 * Math.floor(random() * random() * 200);
    const workplace = chance(0.4) ? workplaces[0] : pick(workplaces);
    const place = pick(ground.cities);
    const countries =
      workplace === "remote" ? new Set([place.country, pick(ground.cities).country]) : new Set();
    const text = Array.from({ length: 70 }, () => ground.vocabulary[wordAt()] as Ground["vocabulary"][0]);
    const title = [pick(ground.vocabulary), pick(ground.vocabulary)];
    const named = [...skills].flatMap((skill) => ground.skills[skill]?.lexemes ?? []);
    const list = [...skills];
    return [
      [
        "postings",
        line(
          id,
          `posting-${at}`,
          companyId(at % Math.ceil(count / perCompany)),
          `Backend developer, ${title.map(({ word }) => word).join(" ")}`,
          text.map(({ word }) => word).join(" "),
          "published",
          published.toISOString(),
          published.toISOString(),
          confirmed.toISOString(),
          new Date(published.getTime() + 90 * day).toISOString(),
          chance(0.4) ? pick(degrees) : none,
          chance(0.7),
          minimum ?? none,
          minimum !== null && chance(0.3) ? minimum + 5 : none,
          pay * 100,
          (pay + 20_000) * 100,
          "USD",
          "year",
          pay,
          pay + 20_000,
          workplace,
          chance(0.8) ? employments[0] : pick(employments),
          `{${[...countries].join(",")}}`,
          documentOf(
            title.map(({ lexeme }) => lexeme),
            named,
            text.map(({ lexeme }) => lexeme),
          ),
        ),
      ],
      [
        "skills",
        list
          .map((skill, position) =>
            line(
              id,
              ground.skills[skill]?.id as number,
              chance(0.7),
              chance(0.2) ? 1 + Math.floor(random() * 8) : none,
              position,
            ),
          )
          .join(""),
      ],
      [
        "responsibilities",
        allResponsibilities
          .map((responsibility, position) => line(id, responsibility, chance(0.7), position))
          .join(""),
      ],
      ["places", workplace === "remote" ? "" : line(id, 0, place.name, place.country)],
    ];
  };
}

/** A document as the text index would make it, without its making: title A, skills B, description D, each with its places. */
function documentOf(title: string[], skills: string[], text: string[]): string {
  const places = new Map<string, string[]>();
  let at = 0;
  const add = (lexemes: string[], weight: string) => {
    for (const lexeme of lexemes) {
      const known = places.get(lexeme);
      const place = `${++at}${weight}`;
      if (known) known.push(place);
      else places.set(lexeme, [place]);
    }
  };
  add(["backend", "develop", ...title], "A");
  add(skills, "B");
  add(text, "");
  return [...places]
    .map(([lexeme, where]) => `'${lexeme.replace(/['\\]/g, "")}':${where.join(",")}`)
    .join(" ");
}
