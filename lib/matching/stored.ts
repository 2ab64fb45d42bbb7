import { createHash } from "node:crypto";
import { canonicalJson, explainedFrom, hashOf, type MatchInputs, sheetFrom } from "./record";
import { type ExplainedSheet, publicSheet, type Sheet } from "./rules/sheet";

/** A sheet's inputs as they are stored, with the hashes that anyone who recomputes can compare. */
export type StoredMatch = { rules: 1; inputs: string; inputsHash: string; sheetHash: string };

/** What to store of a match: the inputs in canonical JSON, their hash, and the hash of the sheet that they give. */
export const storedMatch = (inputs: MatchInputs): StoredMatch => ({
  rules: inputs.rules,
  inputs: canonicalJson(inputs),
  inputsHash: hashOf(inputs),
  sheetHash: hashOfSheet(sheetFrom(inputs)),
});

/** Reads what `storedMatch` wrote. */
export const readInputs = (inputs: string): MatchInputs => JSON.parse(inputs);

/**
 * Computes a stored match again. `isSame`: the inputs are, byte for byte, those that were stored, and give the sheet that they gave then,
 * byte for byte.
 */
export function recompute({ inputs: kept, inputsHash, sheetHash }: StoredMatch): {
  inputs: MatchInputs;
  sheet: ExplainedSheet;
  isSame: boolean;
} {
  const inputs = readInputs(kept);
  const sheet = explainedFrom(inputs);
  const isSame =
    canonicalJson(inputs) === kept &&
    hashOf(inputs) === inputsHash &&
    hashOfSheet(publicSheet(sheet)) === sheetHash;
  return { inputs, sheet, isSame };
}

const hashOfSheet = (sheet: Sheet) => createHash("sha256").update(canonicalJson(sheet)).digest("hex");
