import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/input";
import { currentActor } from "@/lib/auth/session";
import { asRefusal, type DomainError } from "@/lib/errors";
import { isChangedElsewhere, mergeChanges } from "./changes";
import { deleteUnsentForm, saveUnsentForm } from "./commands";
import { countDeed, countUse, type Deed } from "./limits";
import { readForm, type SentForm } from "./read";
import { countRefusal } from "./refusals";
import type { FormState } from "./state";

type Outcome = FormState | undefined;
type Action = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * A server action for those who are signed in: who, how often, parse, do. What the form needs to hear (field errors, a message,
 * what was typed) comes back as its state; `run` may redirect. An id in the input is loaded through the actor by the command. A form
 * that changes a record has the `version` that it began from, for `refuseIfChanged`.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, actor: Actor, version: string | undefined) => Promise<Outcome>,
): Action {
  return (_, data) => answer(schema, data, signedIn, run);
}

/** Who calls an action that anyone may call: an account where there is one, and the network address. */
export type Caller = { actor: Actor | null; address: string };

/** The exception that can be searched for: a server action that anyone may call. */
export function publicFormAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, caller: Caller) => Promise<Outcome>,
): Action {
  return (_, data) => answer(schema, data, anyone, run);
}

async function signedIn(sent: SentForm): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) return signInAgain(sent);
  await countUse("action", actor.userId);
  return actor;
}

async function anyone(): Promise<Caller> {
  const address = await addressOfCaller();
  await countUse("publicAction", address);
  return { actor: await currentActor(), address };
}

/** To the sign-in page, and back to the form with what was typed in it. */
async function signInAgain(sent: SentForm, asked: Record<string, string> = {}): Promise<never> {
  await countUse("unsentForm", await addressOfCaller());
  const isKept = await saveUnsentForm(await pathOfPage(), sent);
  const query = new URLSearchParams({ next: await addressOfPage(), ...(isKept && { kept: "1" }), ...asked });
  redirect(`/sign-in?${query}`);
}

/**
 * Whoever asks is known and counted before anything that costs more than reading the form once. Whatever is refused, and even while
 * the database is away, what was typed comes back.
 */
async function answer<S extends z.ZodType, Who>(
  schema: S,
  data: FormData,
  who: (sent: SentForm) => Promise<Who>,
  run: (input: z.output<S>, who: Who, version: string | undefined) => Promise<Outcome>,
): Promise<FormState> {
  const sent = readForm(data);
  if (!sent)
    return { message: "This form has more entries than the page offers. Reload the page and try again." };
  try {
    const asking = await who(sent);
    if (sent.unreadable.length > 0)
      return refused(sent, "Some fields could not be read.", sent.unreadable.map(unreadable));
    const submission = parseWithZod(sent.fields, { schema });
    if (submission.status !== "success") {
      const { "": whole, ...fields } = submission.error ?? {};
      const faults = Object.entries(fields).flatMap(([path, messages]) =>
        (messages ?? []).map((message) => ({ path, message })),
      );
      return refused(sent, whole?.join(" ") ?? markedFields, faults);
    }
    return await finish(sent, () => run(submission.value, asking, sent.version));
  } catch (error) {
    unstable_rethrow(error);
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    countRefusal(refusal.code);
    // Signed in, but too long ago for what was asked.
    if (refusal.code === "unauthenticated") return await signInAgain(sent, { again: "1" });
    return isChangedElsewhere(refusal) && sent.version !== undefined
      ? { message: refusal.message, ...mergeChanges(sent.version, refusal.saved, sent.values) }
      : refused(sent, refusal.fields.length > 0 ? markedFields : refusal.message, refusal.fields);
  }
}

const markedFields = "Check the marked fields.";

const unreadable = (path: string) => ({ path, message: "This has characters that cannot be saved." });

function refused({ values, version }: SentForm, message: string, faults: DomainError["fields"]): FormState {
  const fieldErrors: Record<string, string[]> = {};
  for (const fault of faults) fieldErrors[fault.path] = [...(fieldErrors[fault.path] ?? []), fault.message];
  return { message, values, version, ...(faults.length > 0 && { fieldErrors }) };
}

/** A form that was sent again after signing in is not shown as unsent any more. Most actions end in a redirect, which is thrown. */
async function finish({ name }: SentForm, run: () => Promise<Outcome>): Promise<FormState> {
  const forget = async () => name && deleteUnsentForm(await pathOfPage(), name);
  try {
    const outcome = await run();
    await forget();
    return outcome ?? {};
  } catch (error) {
    if (isRedirect(error)) {
      await forget();
      // A script keeps the frame of the page that it leaves, with counts that the action may have changed.
      refresh();
    }
    throw error;
  }
}

const isRedirect = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");

/** Runs what an action of someone signed in does and counts it as a deed of theirs, as `countDeed` says; throws as that. */
export async function asDeed<T>(deed: Deed, actor: Actor, work: () => Promise<T>): Promise<T> {
  return countDeed(deed, { actor, address: await addressOfCaller() }, work);
}

/** The one that `watchRequests` put there. */
async function addressOfCaller() {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}

/** A form is sent to the address of its page, which `proxy.ts` names. */
const pathOfPage = async () => (await headers()).get("x-path") ?? "/";
const addressOfPage = async () => `${await pathOfPage()}${(await headers()).get("x-query") ?? ""}`;
