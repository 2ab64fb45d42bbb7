import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { FieldFault } from "@/lib/errors";
import { readForm } from "./read";

/**
 * What a form that is being filled in says at this moment, by its schema: the fields that are wrong are left out, and told as `faults`. Null
 * for what is no form of ours.
 */
export function readTyped<S extends z.ZodType>(
  schema: S,
  data: FormData,
): { input: z.output<S>; faults: FieldFault[] } | null {
  const sent = readForm(data);
  if (!sent) return null;
  const { fields } = sent;
  const whole = parseWithZod(fields, { schema });
  if (whole.status === "success") return { input: whole.value, faults: [] };
  const faults = Object.entries(whole.error ?? {}).flatMap(([path, messages]) =>
    path === "" ? [] : [{ path, message: (messages ?? []).join(" ") }],
  );
  for (const { path } of faults) fields.delete(path);
  const rest = parseWithZod(fields, { schema });
  if (rest.status === "success") return { input: rest.value, faults };
  // Where what is wrong is no field of its own, such as a country that is missing, its whole list is left out.
  const groups = new Set(Object.keys(rest.error ?? {}).map((path) => path.split(/[[.]/, 1)[0]));
  for (const name of [...fields.keys()]) if (groups.has(name.split(/[[.]/, 1)[0])) fields.delete(name);
  const last = parseWithZod(fields, { schema });
  return last.status === "success" ? { input: last.value, faults } : null;
}
