import { expect, test } from "vitest";
import { afterAnswer, afterUndo, progressHref, readProgress } from "./progress";

const read = (href: string) => readProgress(new URL(href, "http://site").searchParams);
const begun = read("/profile/pass");

test("a pass stands in its address", () => {
  const answered = afterAnswer({ ...begun, began: 41 }, "skill:go", false);
  const skipped = afterAnswer(answered, "experience", true);
  expect(skipped).toEqual({ answered: 1, began: 41, last: "skill:go", skipped: ["experience"] });
  expect(read(progressHref(skipped))).toEqual(skipped);
  expect(afterUndo(skipped)).toEqual({ answered: 0, began: 41, last: null, skipped: ["experience"] });
  expect(progressHref(begun)).toBe("/profile/pass");
});

test("what makes no sense in it is nothing", () => {
  expect(read("/profile/pass?answered=-1&began=900&last=name&skip=skill:Go&skip=degree&skip=degree")).toEqual(
    {
      answered: 0,
      began: null,
      last: null,
      skipped: ["degree"],
    },
  );
});
