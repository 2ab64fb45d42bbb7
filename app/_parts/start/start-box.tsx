import { CountryOptions } from "@/app/_parts/datalists";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { TextField } from "@/app/_ui/text-field";
import type { Start } from "@/lib/profiles/start";
import { PastedResume } from "./pasted-resume";

/**
 * One line of what one has, the pay and the country that one wants, or a résumé: enough for a first match. A GET form to the page at `path`,
 * so that what was said stands in the address and nowhere else. `kept` are the other parameters of that address.
 */
export function StartBox({
  path,
  kept = [],
  start,
  faults = [],
  submit,
}: {
  path: string;
  kept?: readonly (readonly [name: string, value: string])[];
  start: Start;
  faults?: readonly string[];
  submit: string;
}) {
  const query = new URLSearchParams(kept.map(([name, value]) => [name, value]));
  return (
    <div id="start" className="grid max-w-3xl gap-3">
      {faults.length > 0 && (
        <Notice tone="warning" title="We did not understand everything">
          {faults.join(" ")}
        </Notice>
      )}
      <form action={`${path}#start`} method="get" className="grid gap-4 sm:grid-cols-[1fr_10rem_12rem]">
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="have"
          label="Your skills, with years"
          placeholder="go 4, postgres 6, kafka"
          defaultValue={start.have}
          maxLength={2000}
          autoComplete="off"
        />
        <TextField
          name="want"
          label="Pay you want"
          placeholder="72k EUR"
          defaultValue={start.want}
          maxLength={80}
          autoComplete="off"
        />
        <TextField
          name="where"
          label="Where you can work"
          placeholder="Germany"
          defaultValue={start.where}
          list="country-options"
          maxLength={200}
          autoComplete="off"
        />
        <div>
          <Button type="submit" look="primary">
            {submit}
          </Button>
        </div>
      </form>
      <CountryOptions />
      <details>
        <summary className="link w-fit cursor-pointer">Paste a résumé instead</summary>
        <PastedResume at={query.size > 0 ? `${path}?${query}` : path} />
      </details>
      <p className="text-sm text-ink-3">
        You need no account for this, and we keep nothing of it: what you type is in the address of this page.
      </p>
    </div>
  );
}
