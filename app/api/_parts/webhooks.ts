import { z } from "zod";
import { applicationStates } from "@/lib/applications/lists";
import { closeReasons, postingStates } from "@/lib/postings/lists";
import { testType, webhookTypes } from "@/lib/webhooks/lists";
import { typeWords } from "@/lib/webhooks/words";

/** What is posted to a webhook. */
export const WebhookBody = z.strictObject({
  type: z.enum([...webhookTypes, testType]),
  timestamp: z.iso.datetime().describe("When it happened"),
  data: z.strictObject({
    company: z.string().describe("The slug of the company"),
    posting: z
      .strictObject({
        id: z.uuid(),
        externalId: z.string().nullable().describe("What your company calls it, if you sent it by the API"),
        state: z.enum(postingStates),
        url: z.url().describe("Its page for members"),
      })
      .optional()
      .describe("Missing in a test, and in events of the whole company"),
    application: z
      .strictObject({ id: z.uuid(), state: z.enum(applicationStates).optional(), url: z.url().optional() })
      .optional()
      .describe("Only in events of applications; the id alone where it was erased"),
    from: z.enum(applicationStates).optional(),
    to: z.enum(applicationStates).optional(),
    reason: z.enum(closeReasons).optional().describe("Why a posting was closed"),
    fromCompany: z.boolean().optional().describe("Whether a member wrote the message"),
  }),
});

const posting = "7d9c4f0e-51a2-4c3b-8f6d-0a1b2c3d4e5f";
const application = "0b8a2c61-2f0e-4a55-9d0a-6b1f3c2d7e88";

/** The body of one request, as it comes from the installation at `home`. */
export const webhookExample = (home: string): z.output<typeof WebhookBody> => ({
  type: "application.moved",
  timestamp: "2026-09-29T12:00:00.000Z",
  data: {
    company: "tallyhaven",
    posting: {
      id: posting,
      externalId: "REQ-2031",
      state: "published",
      url: `${home}/employer/postings/${posting}`,
    },
    application: {
      id: application,
      state: "interview",
      url: `${home}/employer/postings/${posting}/applicants/${application}`,
    },
    from: "screening",
    to: "interview",
  },
});

/** The headers of a request, each with what it means. */
export const webhookHeaders = [
  ["webhook-id", "Of the delivery. A request that is tried again has the same one: do the work once."],
  ["webhook-timestamp", "Seconds since 1970. Refuse what is older than five minutes."],
  [
    "webhook-signature",
    "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64. There are two, with a blank between them, for a day after the secret was renewed: one must be right.",
  ],
] as const;

/** The section `webhooks` of the OpenAPI document; `schema` refers to the body. */
export const webhookOperations = (home: string, schema: object) =>
  Object.fromEntries(
    ([...webhookTypes, testType] as const).map((type) => [
      type,
      {
        post: {
          operationId: `on-${type}`,
          summary: typeWords[type],
          parameters: webhookHeaders.map(([name, description]) => ({
            name,
            in: "header",
            required: true,
            description,
            schema: { type: "string" },
          })),
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema,
                ...(type === "application.moved" && { example: webhookExample(home) }),
              },
            },
          },
          responses: {
            "2XX": {
              description: "It arrived. Anything else, and no answer within 7 seconds, is tried again.",
            },
          },
        },
      },
    ]),
  );

/** How a program checks a request, in Node. */
export const verifyingCode = `import { createHmac, timingSafeEqual } from "node:crypto";

// secret: "whsec_…"; headers and body as they came, before the body is parsed
export function isFromBackplane(secret, headers, body) {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < 300)) return false;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const wanted = createHmac("sha256", key).update(\`\${id}.\${timestamp}.\${body}\`).digest();
  return headers["webhook-signature"].split(" ").some((signature) => {
    const given = Buffer.from(signature.replace("v1,", ""), "base64");
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}`;
