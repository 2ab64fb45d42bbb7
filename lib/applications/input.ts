import { z } from "zod";

export const Apply = z.strictObject({
  postingId: z.uuid(),
  name: z
    .string({ error: "Give your name." })
    .trim()
    .min(1, "Give your name.")
    .max(100, "At most 100 characters."),
  coverNote: z.string().trim().max(5000, "At most 5,000 characters.").default(""),
});
export type Apply = z.output<typeof Apply>;

export const OwnApplication = z.strictObject({ id: z.uuid() });
export type OwnApplication = z.output<typeof OwnApplication>;

export const applicationStates = [
  "submitted",
  "screening",
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const MoveApplication = z.strictObject({
  id: z.uuid(),
  /** The state that the mover saw: a move from any other is refused, so that two members do not undo each other. */
  from: z.enum(applicationStates),
  to: z.enum(applicationStates, { error: "Pick where to." }),
  message: z.string().trim().max(2000, "At most 2,000 characters.").default(""),
});
export type MoveApplication = z.output<typeof MoveApplication>;
