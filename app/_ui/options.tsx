"use client";

/**
 * Suggestions for the fields that name `id` as their list: the browser's own, in need of no script. Drawn from data, because there may be
 * hundreds of them.
 */
export function Options({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
