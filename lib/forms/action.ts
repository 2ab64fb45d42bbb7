import { parseWithZod } from "@conform-to/zod/v4";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/input";
import { currentActor } from "@/lib/auth/session";
import { asRefusal } from "@/lib/errors";
import { countUse } from "./limits";
import type { FormState } from "./state";
import { cleanText } from "./text";

type Outcome = FormState | undefined;
type Action = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * A server action for those who are signed in: who, how often, parse, do. What the form needs to hear (field errors, a message,
 * what was typed) comes back as its state; `run` may redirect. An id in the input is loaded through the actor by the command.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>, actor: Actor) => Promise<Outcome>,
): Action {
  return (_, data) =>
    answer(schema, data, signedIn, async (input, actor) => {
      await countUse("action", actor.userId);
      return run(input, actor);
    });
}

/** The exception that can be searched for: a server action that anyone may call. */
export function publicFormAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>) => Promise<Outcome>,
): Action {
  return (_, data) =>
    answer(schema, data, anyone, async (input) => {
      await countUse("publicAction", await addressOfCaller());
      return run(input);
    });
}

async function signedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(await pathOfPage())}`);
  return actor;
}

const anyone = async () => {};

/** Whatever is refused, and even while the database is away, what was typed comes back. */
async function answer<S extends z.ZodType, Who>(
  schema: S,
  data: FormData,
  who: () => Promise<Who>,
  run: (input: z.output<S>, who: Who) => Promise<Outcome>,
): Promise<FormState> {
  const { clean, faults } = cleanForm(data);
  const values = valuesOf(clean);
  try {
    const asking = await who();
    if (faults.length > 0) {
      const fieldErrors = Object.fromEntries(
        faults.map((name) => [name, ["This has characters that cannot be kept."]]),
      );
      return { message: "Some of it could not be read.", fieldErrors, values };
    }
    const submission = parseWithZod(clean, { schema });
    if (submission.status === "success") return (await run(submission.value, asking)) ?? {};
    const { "": whole, ...fields } = submission.error ?? {};
    return {
      message: whole?.join(" ") ?? "Please look at the marked fields.",
      fieldErrors: present(fields),
      values,
    };
  } catch (error) {
    unstable_rethrow(error);
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    const { field, message } = refusal;
    return field
      ? { message: "Please look at the marked fields.", fieldErrors: { [field]: [message] }, values }
      : { message, values };
  }
}

/** Without the framework's own fields, and with each text made safe; names the fields where that cannot be done. */
function cleanForm(data: FormData) {
  const clean = new FormData();
  const faults: string[] = [];
  for (const [name, value] of data.entries()) {
    if (name.startsWith("$ACTION") || isNoFile(value)) continue;
    const text = typeof value === "string" ? cleanText(value) : value;
    if (text === null) faults.push(name);
    else clean.append(name, text);
  }
  return { clean, faults };
}

/** What a file field sends when no file was picked; sent by script, the missing name arrives as a word. */
const isNoFile = (value: FormDataEntryValue) =>
  typeof value !== "string" && value.size === 0 && ["", "undefined", "blob"].includes(value.name);

function valuesOf(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const texts = data.getAll(name).filter((value) => typeof value === "string");
    if (!secret.test(name)) values[name] = texts.length === 1 ? (texts[0] as string) : texts;
  }
  return values;
}
const secret = /^(code|password|token)$/;

function present(errors: Record<string, string[] | null>) {
  return Object.fromEntries(
    Object.entries(errors).filter((entry): entry is [string, string[]] => entry[1] !== null),
  );
}

/** The one that `watchRequests` put there. */
async function addressOfCaller() {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}

async function pathOfPage() {
  const referer = (await headers()).get("referer");
  return referer && URL.canParse(referer) ? new URL(referer).pathname : "/";
}
