import { expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { formRecord } from "@/lib/forms/changes";
import { evidenceForm, profileForm, studyForm } from "../form";
import { ProfileForm } from "../input/profile";
import { EvidenceForm, StudyForm } from "../input/resume";
import { findProfile } from "../queries/profile";
import { findEvidence, findStudy, listEducation } from "../queries/resume";
import { saveEvidence, saveStudy } from "./evidence";
import { saveProfile } from "./profile";

await testDatabase();

it("a profile, a piece of evidence and a study are not saved over a version that the form did not begin from", async () => {
  const actor = await createUser({ name: "Kim" });
  const conflict = { code: "conflict" };

  const profile = (over: object) =>
    ProfileForm.parse({ name: "Kim", headline: "Go", skills: [{ name: "Go" }], ...over });
  await saveProfile(actor, profile({}), formRecord(profileForm("Kim", null)).version);
  const { version } = formRecord(profileForm("Kim", await findProfile(actor)));
  await saveProfile(actor, profile({ years: 7 }), version);
  await expect(saveProfile(actor, profile({ headline: "Rust" }), version)).rejects.toMatchObject(conflict);
  expect(await findProfile(actor)).toMatchObject({ headline: "Go", years: 7 });

  const piece = (over: object) =>
    EvidenceForm.parse({ kind: "job", title: "Developer", skills: ["go"], ...over });
  const id = await saveEvidence(actor, piece({}));
  const opened = formRecord(evidenceForm((await findEvidence(actor, id)) ?? undefined));
  await saveEvidence(actor, piece({ id, skills: ["go", "kafka"] }), opened.version);
  await expect(saveEvidence(actor, piece({ id, title: "Lead" }), opened.version)).rejects.toMatchObject(
    conflict,
  );
  expect(await findEvidence(actor, id)).toMatchObject({ title: "Developer" });

  await saveStudy(actor, StudyForm.parse({ school: "Potsdam" }));
  const [study] = await listEducation(actor);
  const begun = formRecord(studyForm(study)).version;
  await saveStudy(actor, StudyForm.parse({ id: study?.id, school: "Potsdam", degree: "B.Sc." }), begun);
  await expect(
    saveStudy(actor, StudyForm.parse({ id: study?.id, school: "Jena" }), begun),
  ).rejects.toMatchObject(conflict);
  expect(await findStudy(actor, study?.id as string)).toMatchObject({ school: "Potsdam", degree: "B.Sc." });
});
