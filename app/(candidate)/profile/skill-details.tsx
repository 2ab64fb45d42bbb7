import { Mark } from "@/app/_ui/mark";
import { skillLevels } from "@/lib/profiles/lists";
import { levelWords, type SkillLine } from "./skill-lines";

/** What is said of a skill besides its years: whether one has it, how well, and when one last used it. Folded, with what is said in its heading. */
export function SkillDetails({
  line: { name, has, level, lastUsed, errors },
  field,
  onChange,
}: {
  line: SkillLine;
  field: (part: string) => string | undefined;
  onChange: (part: Partial<SkillLine>) => void;
}) {
  const word = skillLevels.find((one) => one === level);
  const said = [word && levelWords[word], lastUsed && `last used ${lastUsed}`].filter(Boolean).join(", ");
  return (
    <details open={errors.length > 0} className="group/more text-sm">
      <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 text-ink-2 md:min-h-7">
        <Mark name="down" className="group-open/more:rotate-180" />
        {has && said ? said : "More"}
        <span className="sr-only"> about {name}</span>
      </summary>
      <div className="grid gap-2 pt-1 pb-2.5">
        <label className="flex min-h-9 cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            checked={!has}
            onChange={(event) => onChange({ has: !event.target.checked })}
            className="size-5"
          />
          I do not have it
        </label>
        {has && (
          <>
            <select
              name={field("level")}
              aria-label={`Level of ${name}`}
              value={level}
              onChange={(event) => onChange({ level: event.target.value })}
              className="control"
            >
              <option value="">Level –</option>
              {skillLevels.map((one) => (
                <option key={one} value={one}>
                  {levelWords[one]}
                </option>
              ))}
            </select>
            <input
              name={field("lastUsed")}
              aria-label={`Year of last use of ${name}`}
              inputMode="numeric"
              placeholder="Last used"
              value={lastUsed}
              onChange={(event) => onChange({ lastUsed: event.target.value })}
              className="control figure"
            />
          </>
        )}
      </div>
    </details>
  );
}
