// DuckDB: typed columns in its own file format, in memory, tags as a list and as a sorted table, one warm connection, prepared statements.
import { DuckDBInstance } from "@duckdb/node-api";
import { serve } from "./serve.mjs";
import { matchStatement, readAnswer, searchStatement } from "./statements.mjs";

const dialect = {
  columns: ["tags", "countries", "need", "step", "band", "workplace", "employment"],
  text: (column) => `${column}::varchar`,
  inCountries: (values) => `list_has_any(countries, [${values}])`,
  countTags: (open, all) =>
    all
      ? "select 'tag', tag::varchar, count(*) from tag group by tag"
      : `select 'tag', tag::varchar, count(*) from (select unnest(tags) as tag from hit where ${open}) group by tag`,
  countCountries: (open) =>
    `select 'country', country, count(*) from (select unnest(countries) as country from hit where ${open}) group by country`,
};

await serve(async (file) => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const run = (sql) => connection.run(sql);
  await run(`create table raw as select * from read_csv('${file}', delim = '\t', header = false, quote = '', escape = '', nullstr = '\\N', auto_detect = false, columns = {
    id: 'uuid', least: 'utinyint', most: 'utinyint', usd: 'integer', step: 'utinyint', need: 'utinyint', band: 'varchar', workplace: 'varchar',
    employment: 'varchar', countries: 'varchar', tags: 'varchar', text: 'varchar', degree: 'utinyint', equal: 'utinyint', lines: 'varchar'})`);
  for (const column of ["band", "workplace", "employment"])
    await run(`create type ${column} as enum (select distinct ${column} from raw order by 1)`);
  await run(`create table p as select (row_number() over () - 1)::integer as place, id, least, most, usd, step, need, band::band as band,
    workplace::workplace as workplace, employment::employment as employment, case when countries = '' then [] else string_split(countries, ',') end as countries,
    string_split(tags, ',')::smallint[] as tags, degree, equal from raw`);
  await run("create table tag as select unnest(tags) as tag, place from p order by tag, place");
  await run(`create table line as select place, split_part(line, ':', 1)::smallint as tag, split_part(line, ':', 2)::utinyint as must,
    split_part(line, ':', 3)::utinyint as years from (
      select (row_number() over () - 1)::integer as place, unnest(string_split(lines, ',')) as line from raw)`);
  await run("drop table raw");
  const prepared = new Map();
  const rowsOf = async (sql) => {
    if (!prepared.has(sql)) prepared.set(sql, await connection.prepare(sql));
    const reader = await prepared.get(sql).runAndReadAll();
    return reader.getRows();
  };
  return async (question) => {
    if (question.words)
      throw new Error("It finds words by its extension fts, which it downloads and npm does not have.");
    if (question.credits) {
      const rows = await rowsOf(matchStatement(question, (a, b) => `(${a}) // ${b}`));
      return { total: 0, counts: [], page: rows.map((row) => row.join(":")) };
    }
    return readAnswer(await rowsOf(searchStatement(question, dialect)), question);
  };
});
