/** A field that people neither see, reach nor hear of. What fills it in is a robot: the action is told `website`. */
export function Trap() {
  return (
    <label className="sr-only" aria-hidden="true">
      Leave this empty
      <input name="website" tabIndex={-1} autoComplete="off" />
    </label>
  );
}
