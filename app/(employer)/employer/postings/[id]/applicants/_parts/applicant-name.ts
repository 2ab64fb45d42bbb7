/** What an applicant is called; a number by order of arrival while the review is without names. */
export const applicantName = ({ name, number }: { name: string | null; number: number }) =>
  name ?? `Applicant ${number}`;
