import { Field, type FieldProps, fieldWiring } from "./field";

/** A file of one's own. No browser fills it in again after an answer, so what was wrong is said here. `accept` only sorts the dialog. */
export function FileField({ accept, ...props }: FieldProps & { accept?: string }) {
  return (
    <Field {...props}>
      <input
        {...fieldWiring(props)}
        type="file"
        accept={accept}
        className="control file:mr-4 file:min-h-7 file:cursor-pointer file:rounded file:border file:border-control file:bg-raised file:px-3 file:text-sm file:font-medium file:text-ink"
      />
    </Field>
  );
}
