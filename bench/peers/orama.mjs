// Orama, in memory: enums and numbers as filters and facets, English stems, BM25. It keeps postings and indexes as objects of JavaScript.
import { create, insertMultiple, search } from "@orama/orama";
import { postingsIn, serve } from "./serve.mjs";

const facetOf = {
  degree: "need",
  salary: "step",
  band: "band",
  workplace: "workplace",
  employment: "employment",
  country: "countries",
  tag: "tags",
};
const every = { limit: 10_000 };

await serve(async (file) => {
  const db = create({
    schema: {
      place: "number",
      least: "number",
      most: "number",
      usd: "number",
      needed: "number",
      need: "string",
      step: "string",
      band: "enum",
      workplace: "enum",
      employment: "enum",
      countries: "enum[]",
      tags: "enum[]",
      text: "string",
    },
    components: { tokenizer: { language: "english", stemming: true } },
  });
  const rows = [];
  for await (const { lines, degree, equal, need, step, ...one } of postingsIn(file)) {
    rows.push({ ...one, needed: need, need: String(need), step: String(step) });
    if (rows.length === 5_000) await insertMultiple(db, rows.splice(0), 5_000);
  }
  await insertMultiple(db, rows, 5_000);
  const ask = (question, where, facets, limit) =>
    search(db, {
      term: question.words?.join(" ") ?? "",
      properties: ["text"],
      threshold: question.way === "any" ? 1 : 0,
      where,
      limit,
      facets: Object.fromEntries(facets.map((facet) => [facetOf[facet], every])),
      ...(question.order === "newest" && { sortBy: { property: "place", order: "ASC" } }),
    });
  return async (question) => {
    if (question.way === "phrase") throw new Error("It does not find phrases.");
    const { always, chosen } = conditionsOf(question);
    const where = (but) => {
      const others = Object.entries(chosen).flatMap(([facet, condition]) =>
        facet === but ? [] : [condition],
      );
      return Object.assign({}, always, ...others);
    };
    const facets = Object.keys(facetOf);
    const found = await ask(
      question,
      where(),
      facets.filter((facet) => !chosen[facet]),
      20,
    );
    const counts = [];
    for (const facet of facets) {
      const answer = chosen[facet] ? await ask(question, where(facet), [facet], 1) : found;
      for (const [value, n] of Object.entries(answer.facets[facetOf[facet]].values))
        counts.push([facet, value, n]);
    }
    return { total: found.count, counts, page: found.hits.map(({ document }) => document.id) };
  };
});

function conditionsOf({ tags, experience, degree, salary, country, band, workplace, employment }) {
  const years = Number(experience);
  return {
    always: {
      ...(tags && { tags: { containsAll: tags.map(Number) } }),
      ...(experience && { least: { lte: years }, most: { gte: years } }),
    },
    chosen: {
      ...(degree && { degree: { needed: { lte: Number(degree) } } }),
      ...(salary && { salary: { usd: { gte: Number(salary) } } }),
      ...(country && { country: { countries: { containsAny: country } } }),
      ...(band && { band: { band: { in: band } } }),
      ...(workplace && { workplace: { workplace: { in: workplace } } }),
      ...(employment && { employment: { employment: { in: employment } } }),
    },
  };
}
