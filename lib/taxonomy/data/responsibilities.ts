export type ResponsibilityGroup =
  | "building"
  | "operations"
  | "quality"
  | "planning"
  | "collaboration"
  | "growth";

/** The groups in the words and the order in which a form has them. */
export const responsibilityGroupWords: Record<ResponsibilityGroup, string> = {
  building: "Building",
  operations: "Running and securing",
  quality: "Quality",
  planning: "Planning",
  collaboration: "Working with others",
  growth: "Learning",
};

export type ResponsibilityEntry = {
  slug: string;
  group: ResponsibilityGroup;
  label: string;
  /** Place in the published list, 1 to 25; also the row's id. */
  position: number;
};

const published: Omit<ResponsibilityEntry, "position">[] = [
  { slug: "continuous-learning", group: "growth", label: "Keep learning languages, tools and good practice" },
  {
    slug: "cross-team-delivery",
    group: "collaboration",
    label: "Plan and ship with front-end and other teams",
  },
  {
    slug: "stakeholder-communication",
    group: "collaboration",
    label: "Keep clients and management informed",
  },
  { slug: "market-awareness", group: "growth", label: "Turn market trends into new services" },
  { slug: "improvement-analysis", group: "quality", label: "Find improvements by analysing data and code" },
  {
    slug: "content-management-systems",
    group: "building",
    label: "Build and maintain content management systems",
  },
  { slug: "security-hardening", group: "operations", label: "Harden systems against attack" },
  { slug: "server-side-frameworks", group: "building", label: "Put server-side frameworks to work" },
  { slug: "web-server-support", group: "operations", label: "Keep the web servers running" },
  { slug: "api-integration", group: "building", label: "Connect APIs to server-side components" },
  {
    slug: "full-lifecycle-development",
    group: "building",
    label: "Develop and debug over the whole lifecycle",
  },
  { slug: "application-modernisation", group: "quality", label: "Modernise existing applications" },
  { slug: "requirements-management", group: "planning", label: "Gather and manage requirements" },
  {
    slug: "feature-collaboration",
    group: "collaboration",
    label: "Build features with designers and administrators",
  },
  { slug: "ui-performance-testing", group: "quality", label: "Test how fast the interface responds" },
  {
    slug: "application-troubleshooting",
    group: "operations",
    label: "Find and fix faults in live applications",
  },
  {
    slug: "performance-objectives",
    group: "planning",
    label: "Set performance targets and build to meet them",
  },
  { slug: "api-management", group: "building", label: "Design, build and run APIs" },
  {
    slug: "data-storage-and-payments",
    group: "building",
    label: "Build data storage and payment acceptance",
  },
  { slug: "testing-and-maintenance", group: "quality", label: "Write tests and maintain fixes" },
  { slug: "feature-discovery", group: "collaboration", label: "Discover new features with the team" },
  {
    slug: "architecture-and-agile",
    group: "planning",
    label: "Shape the architecture in an agile lifecycle",
  },
  { slug: "server-side-logic", group: "building", label: "Design the server-side logic" },
  { slug: "system-problem-solving", group: "quality", label: "Solve problems that span the system" },
  { slug: "debugging", group: "operations", label: "Trace and debug defects in code" },
];

/** The published list of 25 responsibilities that a posting is tagged with, in its order; the labels are our own. */
export const responsibilityEntries: ResponsibilityEntry[] = published.map((entry, index) => ({
  ...entry,
  position: index + 1,
}));

const labels = new Map(responsibilityEntries.map(({ slug, label }) => [slug, label]));

/** The label of a responsibility of the published list, or its slug where it is none of them. */
export const responsibilityLabel = (slug: string) => labels.get(slug) ?? slug;
