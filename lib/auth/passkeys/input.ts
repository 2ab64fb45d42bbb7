import { z } from "zod";

const Encoded = z
  .string()
  .regex(/^[\w-]*$/)
  .max(10_000);
const credential = {
  id: Encoded.min(1),
  rawId: Encoded.min(1),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}),
};

/** What a browser answers when a device made a passkey. */
const MadePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Encoded.min(1),
    attestationObject: Encoded.min(1),
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});
export type MadePasskey = z.output<typeof MadePasskey>;

/** What a browser answers when a device signed in with a passkey. */
const UsedPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Encoded.min(1),
    authenticatorData: Encoded.min(1),
    signature: Encoded.min(1),
    userHandle: Encoded.nullish().transform((handle) => handle ?? undefined),
  }),
});
export type UsedPasskey = z.output<typeof UsedPasskey>;

/** The answer of a browser as the form sends it: JSON, which is empty where no script ran. */
const Answer = z.string().max(30_000).default("");

/** Reads the answer into `schema`; what is wrong with it is about the form as a whole, since nobody typed it. */
function readAnswer<S extends z.ZodType>(
  schema: S,
  answer: string,
  context: z.core.$RefinementCtx,
): z.output<S> {
  const parsed = answer ? schema.safeParse(asJson(answer)) : undefined;
  if (parsed?.success) return parsed.data;
  context.addIssue({
    code: "custom",
    path: [],
    message: answer
      ? "Your browser sent something that is no passkey. Try again."
      : "Passkeys need JavaScript. Turn it on and try again, or use a code by e-mail.",
  });
  return z.NEVER;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const Name = z
  .string({ error: "Enter a name for this passkey." })
  .trim()
  .min(1, "Enter a name for this passkey.")
  .max(80, "At most 80 characters.");

export const AddPasskey = z
  .strictObject({ name: Name, answer: Answer })
  .transform(({ name, answer }, context) => ({ name, made: readAnswer(MadePasskey, answer, context) }));
export type AddPasskey = z.output<typeof AddPasskey>;

export const SignInWithPasskey = z
  .strictObject({ answer: Answer, next: z.string().max(2000).optional() })
  .transform(({ next, answer }, context) => ({ next, used: readAnswer(UsedPasskey, answer, context) }));
export type SignInWithPasskey = z.output<typeof SignInWithPasskey>;

export const OnePasskey = z.strictObject({ id: z.uuid() });
export type OnePasskey = z.output<typeof OnePasskey>;

export const RenamePasskey = z.strictObject({ id: z.uuid(), name: Name });
export type RenamePasskey = z.output<typeof RenamePasskey>;
