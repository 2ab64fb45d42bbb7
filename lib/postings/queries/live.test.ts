import { expect, it } from "vitest";
import { createCompany, createPosting, createUser, daysAgo, type NewPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { postingStates } from "../lists";
import { findNextPublicMoment } from "./live";
import { findOwnPosting } from "./own";

await testDatabase();

const owner = await createUser();
const { id: open } = await createCompany({ owner });
const { id: suspended } = await createCompany({ owner, suspendedAt: daysAgo(1) });

const ways: Partial<NewPosting>[] = [
  ...postingStates.map((state) => ({
    state,
    ...(state === "closed" && { closeReason: "filled" as const }),
    ...(state === "removed" && { removeReason: "It asked for money." }),
  })),
  { companyId: suspended },
  { frozenAt: daysAgo(1) },
  { pausedAt: daysAgo(1) },
  { publishAt: daysAgo(-1) },
  { publishAt: daysAgo(1) },
  { publishedAt: daysAgo(61), confirmedAt: daysAgo(1) },
  { publishedAt: daysAgo(30), confirmedAt: daysAgo(20.9) },
  { publishedAt: daysAgo(30), confirmedAt: daysAgo(21.1) },
  { publishedAt: daysAgo(61), confirmedAt: daysAgo(30), pausedAt: daysAgo(1), frozenAt: daysAgo(1) },
];

it.each(ways)(
  "a posting of %j stands as live exactly where it is, and otherwise has a reason",
  async (way) => {
    const { id } = await createPosting({ companyId: open, ...way });
    const posting = await findOwnPosting(owner, id);
    expect(posting?.standing === "live").toBe(posting?.live);
    if (posting?.state === "published" && !posting.live)
      expect(posting.standing).toMatch(/^(expired|scheduled|paused|unconfirmed|frozen|suspended)$/);
  },
);

it("a posting that begins to be not confirmed lately is a moment at which pages change", async () => {
  const confirmedAt = daysAgo(13.99);
  await createPosting({ companyId: open, publishedAt: confirmedAt, confirmedAt });
  const next = await findNextPublicMoment();
  expect(next).toBeLessThanOrEqual(daysAgo(-0.02).getTime());
});
