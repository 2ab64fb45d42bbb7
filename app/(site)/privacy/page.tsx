import type { Metadata } from "next";
import { Article } from "../_parts/article";

export const metadata: Metadata = {
  title: "Privacy",
  description: "What Backplane stores about people, for how long, and who can see it.",
};

export default function PrivacyPage() {
  return (
    <Article title="Privacy" lead="What we store about you, who can see it, and how long we store it.">
      <h2>Without an account</h2>
      <p>
        We store nothing that identifies you. We count requests by network address for a few minutes to
        prevent overload. There are no trackers, and pages load nothing from other sites. What you write to
        see your matches is in the address of the page only, and we do not store the résumé that you paste
        there.
      </p>
      <h2>With an account</h2>
      <ul>
        <li>Your e-mail address and, if you add it, your name.</li>
        <li>
          One cookie that keeps you signed in: 30 days for candidates, 12 hours for members of companies and
          for administrators. It ends when you sign out.
        </li>
        <li>
          One cookie that records that this browser has signed in with your address before, and the code it
          used, both for 180 days. They prevent others from blocking your sign-in by requesting codes for your
          address.
        </li>
        <li>
          Your profile: skills, responsibilities, years, degree, the pay you want, jobs, education and other
          evidence, as you enter them. Never your past pay.
        </li>
        <li>Your applications: what you sent, the states they went through, and the answers.</li>
        <li>
          What you saved: postings with your notes, searches, and companies you follow. Only you see them. A
          posting that you remove is deleted, with its note, after 90 days.
        </li>
        <li>When you were last here, so that the home page can say what has changed since.</li>
      </ul>
      <h2>Who sees what</h2>
      <ul>
        <li>
          Your profile is private unless you choose otherwise. A company you apply to sees what is in your
          application, and you see it before you send it.
        </li>
        <li>
          Companies can find you only if you allow it, and never if you blocked them. They see what you can do
          and what you want, without your name or address. You see which company opened your profile, when and
          for which posting.
        </li>
        <li>
          While a company writes a posting, it sees how many candidates meet its must-haves. The figures are
          rounded, and any below five is shown as “fewer than 5”.
        </li>
        <li>
          Administrators see what they need to review postings and to answer reports. Their decisions are
          recorded.
        </li>
        <li>We do not sell your data or share it for advertising.</li>
      </ul>
      <h2>How long</h2>
      <p>
        We store applications for 12 months after their decision, or for the time the company has set, from 1
        to 24 months. Deleting your account deletes your data. Only counts and identifiers that do not name
        you remain.
      </p>
      <h2>Your rights</h2>
      <p>
        You have the right to see, correct, export and delete your data, and to object to its use. Write to
        the address on the <a href="/contact">contact page</a>. You may also complain to your data protection
        authority.
      </p>
    </Article>
  );
}
