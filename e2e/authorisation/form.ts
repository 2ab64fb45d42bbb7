import type { Actor } from "@/lib/auth/input";
import type { Filling } from "../http";
import { companyOf } from "./kept";
import { everyone, type Who, type World } from "./world";

/** A form of the tree, and whose post of it has an effect. */
export type Form = {
  /** Whose post of it may have an effect; the first of them shows at the end that it has one. */
  may: readonly Who[];
  /** Who opens the form and fills it in. */
  by: Who;
  /** Where the form is, after what it takes that it is there. */
  path: (world: World) => string | Promise<string>;
  button: Filling["button"];
  /** What is typed into the fields, by their names. */
  typed?: Filling["typed"] | ((world: World) => Filling["typed"]);
  /** What is chosen in file fields, by their names. */
  files?: Record<string, File>;
  /** The status of the answer where it leads nowhere: what it shows is shown this one time. */
  answer?: number;
  /** What everybody else's post leaves as it is. */
  kept: (world: World) => Promise<unknown>;
  /** Whether it changes what belongs to the candidate alone: then the rest of the world can serve another form. */
  isOwn?: boolean;
};

export const signedInPeople = everyone.filter((who) => who !== "visitor" && who !== "suspended");
export const members = ["reviewer", "recruiter", "owner"] as const;

/** What somebody does with what is theirs. */
export const byCandidate = { may: ["candidate"], by: "candidate", isOwn: true } as const;
/** What owners and recruiters do with what is their company's. */
export const byOwner = { may: ["recruiter", "owner"], by: "owner", kept: companyOf } as const;
/** What owners alone do. */
export const byOnlyOwner = { may: ["owner"], by: "owner", kept: companyOf } as const;

export const candidateOf = ({ actors }: World) => actors.candidate as Actor;
