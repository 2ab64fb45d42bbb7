import { createPosting } from "@/db/factories";
import type { Form } from "./form";
import { sql, type World } from "./world";

const importsOf = ({ company }: World) => sql`
  select r.id, r.file_name, (select count(*) from events e where e.data ->> 'importId' = r.id::text) as events,
    (select jsonb_agg(p.state order by p.id) from postings p where p.company_id = r.company_id) as states
  from import_runs r where r.company_id = ${company.id} order by r.id`;

const byWriter = { may: ["recruiter", "owner"], by: "owner", kept: importsOf } as const;
const page = ({ importId }: World) => `/employer/import/${importId}`;

/** The forms of the pages of imports. */
export const importForms: Record<string, Form> = {
  startImportAction: {
    ...byWriter,
    path: () => "/employer/import",
    typed: { text: "[]" },
    button: "Import postings",
  },
  continueImportAction: { ...byWriter, path: page, button: "Continue the import" },
  submitImportedAction: {
    ...byWriter,
    path: async (world) => {
      const draft = await createPosting({ companyId: world.company.id, state: "draft" });
      await sql`update import_runs set state = 'done', content = null where id = ${world.importId}`;
      await sql`
        insert into import_rows (run_id, position, place, title, outcome, posting_id, reasons, notes)
        values (${world.importId}, 1, 'entry 1', 'Draft', 'new', ${draft.id}, '{}', '{}')`;
      return page(world);
    },
    button: "Submit the complete ones",
  },
};
