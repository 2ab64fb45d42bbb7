import { expect, it } from "vitest";
import { createCompany, createProfile, createUser, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { isLive } from "@/lib/postings/queries/live";
import { answerQuestion } from "@/lib/profiles/commands/answer";
import { findOwnMatchProfile } from "./own";
import { type RankedPosting, rankPostings } from "./rank";
import { gainOf, listWhatIfs } from "./what-if";

await testDatabase();

it("tells what one more skill changes, which is what is ranked once the profile names it", async () => {
  const { id: companyId } = await createCompany();
  await insertPostings([
    ...Array.from({ length: 4 }, (_, i) => ({
      companyId,
      title: `Streams ${i}`,
      skills: [{ slug: "go" }, { slug: "kafka" }],
    })),
    ...Array.from({ length: 6 }, (_, i) => ({ companyId, title: `Plain ${i}`, skills: [{ slug: "go" }] })),
    { companyId, title: "Rusty", skills: [{ slug: "rust" }, { slug: "redis", must: false }] },
  ]);
  const actor = await createUser();
  expect(await listWhatIfs(actor)).toEqual([]);
  await createProfile(actor, { skills: [{ slug: "go" }] });
  const told = await listWhatIfs(actor);
  expect(told[0]).toMatchObject({ slug: "kafka", label: "Kafka", more: 4 });
  expect(told[0]?.climbers.map(({ posting, from, to }) => [posting.title, from, to])).toEqual(
    expect.arrayContaining([[expect.stringMatching(/^Streams/), 7, 1]]),
  );

  const ranking = async () => {
    const profile = await findOwnMatchProfile(actor);
    return profile ? (await rankPostings(isLive(), profile, 1000)).ranked : [];
  };
  const before = await ranking();
  await answerQuestion(actor, { about: { kind: "skill", slug: "kafka" }, answer: "yes" });
  const { more, climbers } = gainOf(before, await ranking());
  expect(more).toBe(told[0]?.more);
  expect(climbers.map(({ from, to }) => [from, to])).toEqual(
    told[0]?.climbers.map(({ from, to }) => [from, to]),
  );
});

it("names those that climb furthest onto the first page, from below what is compared first", () => {
  const at = (id: string, low = 50): RankedPosting => ({ id, low, high: 100, rank: 1, publishedAt: "" });
  const before = ["a", "b", "c", "d", "e"].map((id) => at(id));
  const after = [at("e", 80), at("a"), at("new", 70), at("b"), at("d"), at("c")];
  expect(gainOf(before, after)).toEqual({
    more: 2,
    climbers: [
      { id: "new", from: null, to: 3 },
      { id: "e", from: 5, to: 1 },
    ],
  });
});
