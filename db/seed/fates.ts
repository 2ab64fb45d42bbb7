/** What became of a posting that is not live. */
export type Fate =
  | { kind: "draft" | "in_review" | "lapsed" | "expired" | "frozen" | "paused"; addendum?: string }
  | { kind: "sent_back"; reasons: { field: string; message: string }[] }
  | { kind: "closed"; reason: "filled" | "withdrawn" }
  | { kind: "removed"; reason: string };

const draft: Fate = { kind: "draft" };
const inReview: Fate = { kind: "in_review" };
const filled: Fate = { kind: "closed", reason: "filled" };
const withdrawn: Fate = { kind: "closed", reason: "withdrawn" };
const expired: Fate = { kind: "expired" };
const frozen: Fate = { kind: "frozen" };

/** The postings of each company that are not live, beside its live ones. */
export const fates: Record<string, Fate[]> = {
  Tallyhaven: [
    draft,
    inReview,
    {
      kind: "sent_back",
      reasons: [
        {
          field: "salary",
          message:
            "The range is wider than one position can be. Please split it, or say what decides between its ends.",
        },
        {
          field: "description",
          message: "The text speaks of nights on call, the reality card says none. Which is it?",
        },
      ],
    },
    filled,
    { kind: "lapsed" },
    expired,
  ],
  Quillmint: [draft],
  Crateway: [draft, filled],
  Gablenote: [draft],
  Spokeyard: [draft],
  Vidyalane: [draft, filled, filled],
  Yardpilot: [
    {
      kind: "in_review",
      addendum: "It goes faster by WhatsApp: +52 81 5550 0142, at any hour.",
    },
    {
      kind: "removed",
      reason:
        "Applicants were asked to go on by a private messenger, and were there offered less than the pay shown.",
    },
  ],
  "Tidegate Interactive": [inReview],
  Harborwick: [inReview, frozen],
  Loomcart: [
    {
      kind: "in_review",
      addendum: "For the laptop a refundable deposit is required, which we return with the second salary.",
    },
  ],
  Ledgerpalm: [inReview],
  Aarogrid: [inReview, filled],
  Keyfathom: [inReview, filled],
  Gridloom: [filled],
  Lastyard: [filled, expired],
  Nordvitals: [filled],
  Railfinch: [filled],
  Cindertrail: [filled],
  Fjordvolt: [filled],
  "Kazeyama Games": [withdrawn],
  Sunmeridian: [withdrawn],
  Quayfolio: [withdrawn],
  Registerhaus: [withdrawn],
  Caixalume: [expired],
  Mairelle: [expired],
  "Pinelantern Games": [expired],
  Dhowtrack: [expired],
  Voltkraal: [frozen],
  Aislebird: [{ kind: "paused" }],
  Stockvane: [
    {
      kind: "removed",
      reason:
        "The position does not exist: the company told us that this advert was copied from its site and altered.",
    },
  ],
  Skyharrow: [
    {
      kind: "removed",
      reason: "Applicants were asked to pay for a visa service before their first interview.",
    },
  ],
};
