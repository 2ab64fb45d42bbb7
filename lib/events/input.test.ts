import { expectTypeOf, it } from "vitest";
import type { EventType, MailedType, NewEvent, PublicType } from "./input";

type Actor = { actorId: string | null };
type Posting = Actor & { companyId: string; postingId: string };

it("takes an event with what its type is about and its data, and no other", () => {
  expectTypeOf<Posting & { type: "posting.published" }>().toExtend<NewEvent>();
  expectTypeOf<Posting & { type: "posting.publishd" }>().not.toExtend<NewEvent>();
  expectTypeOf<Actor & { companyId: string; type: "posting.published" }>().not.toExtend<NewEvent>();
  expectTypeOf<{
    companyId: string;
    postingId: string;
    type: "posting.published";
  }>().not.toExtend<NewEvent>();

  type Closed = Posting & { type: "posting.closed" };
  expectTypeOf<Closed & { data: { reason: "filled" } }>().toExtend<NewEvent>();
  expectTypeOf<Closed>().not.toExtend<NewEvent>();
  expectTypeOf<Closed & { data: { reason: "bored" } }>().not.toExtend<NewEvent>();
  expectTypeOf<Closed & { data: { why: "filled" } }>().not.toExtend<NewEvent>();
});

it("has no mail and no line of the ledger for an event that cannot happen", () => {
  expectTypeOf<MailedType | PublicType>().toExtend<EventType>();
});
