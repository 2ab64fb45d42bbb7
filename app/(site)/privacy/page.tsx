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
        prevent overload. There are no trackers, and pages load nothing from other sites. For each posting we
        count its readers a day, without cookies: to count a browser once, the server remembers a scrambled
        mark of it until the day ends, in memory only, and saves nothing but the number. What you write to see
        your matches is in the address of the page only, and we do not store the résumé that you paste there.
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
        <li>
          Your applications: what you sent, the states they went through, the answers with their reasons, and
          the messages between you and the company, and interviews. With them, a résumé file if you attach
          one: it is checked before anyone can download it, and deleted with the application. A draft stays
          until you send or delete it, or until the posting is over. Members of the company can add notes and
          tags of their own, which are deleted with the application.
        </li>
        <li>Which postings we sent you, and when you want e-mails.</li>
        <li>
          If the mail server for your address refuses our e-mails: when, and with which code. We delete this
          after seven days.
        </li>
        <li>
          What you saved: postings with your notes, searches, and companies you follow. Only you see them. A
          posting that you remove is deleted, with its note, after 90 days.
        </li>
        <li>
          For members of a company: your role in it. The other members see your name, address and role. An
          invitation that you send or get is deleted 30 days after it ends.
        </li>
        <li>When you were last here, so that the home page can say what has changed since.</li>
        <li>
          With each application, which of our links led to it, such as a feed or an alert. Companies see only
          how many applications came from each.
        </li>
        <li>
          For each browser that you are signed in with: its kind, such as “Firefox on Windows”, since when,
          and when it was last seen. We do not store its network address. You can{" "}
          <a href="/settings/sessions">see these browsers and sign them out</a>.
        </li>
        <li>
          For each service that you sign in with, such as GitHub: which account there is yours. We store
          nothing that lets us act for you there.
        </li>
        <li>
          For each passkey that you add: its public key, what you call it, and when you added and last used
          it. Your finger, your face and your PIN stay on your device.
        </li>
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
          A company can have us notify a program of its own about its postings and applications. Such a
          message has ids, states and links, and no name, address or text of yours.
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
        to 24 months. The page on which you apply says how long. Then we erase them with their messages,
        notes, interviews and files. What is left is numbers: how many applied to a posting, how far they
        came, and how quickly they were answered.
      </p>
      <p>
        You can <a href="/settings/data">delete your account</a>. We do it seven days after you ask, and you
        can change your mind until then. Your open applications are withdrawn and we notify the companies.
        Then everything listed above is deleted: also your applications with their messages, the notes of
        companies on you, notifications that name you, and e-mails that wait to be sent to you.
      </p>
      <p>
        What stays: a record of what happened, with identifiers that do not name you; and what you wrote as a
        member of a company for your company, such as postings, messages to applicants and notes, without your
        name. Backups can hold deleted data until they are replaced.
      </p>
      <h2>Your rights</h2>
      <p>
        You have the right to see, correct, export and delete your data, and to object to its use. You can
        download everything as one file, and delete your account, under <a href="/settings/data">your data</a>
        . The file does not contain what members of a company noted about you for each other: ask the company
        for that. For anything else, write to the address on the <a href="/contact">contact page</a>. You may
        also complain to your data protection authority.
      </p>
    </Article>
  );
}
