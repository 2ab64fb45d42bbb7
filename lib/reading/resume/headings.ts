export type SectionKind =
  | "head"
  | "contact"
  | "summary"
  | "experience"
  | "education"
  | "skills"
  | "projects"
  | "publications"
  | "certificates"
  | "other"
  | "unheaded";

/**
 * What the parts of a résumé are called in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish or
 * Norwegian, and Arabic, a line for each. Those of "other" are known, and not read.
 */
const names: Record<Exclude<SectionKind, "head" | "unheaded">, string[]> = {
  contact: [
    "contact|contact details|contact information|contact info|personal details|personal information|links",
    "kontakt|kontaktdaten|persönliche daten|persönliche angaben|zur person",
    "coordonnées|informations personnelles",
    "contacto|datos personales|datos de contacto",
    "contato|dados pessoais",
    "contatti|dati personali",
    "contactgegevens|persoonlijke gegevens|personalia",
    "dane kontaktowe|dane osobowe",
    "kontaktuppgifter|personuppgifter",
    "kontaktoplysninger|personlige oplysninger|kontaktinformasjon|kontaktinfo",
    "معلومات الاتصال|بيانات الاتصال|المعلومات الشخصية|البيانات الشخصية",
  ],
  summary: [
    "summary|professional summary|executive summary|career summary|profile|professional profile|about|about me|objective|career objective|overview|introduction|personal statement|bio",
    "profil|kurzprofil|über mich|zusammenfassung|berufliches profil",
    "à propos|à propos de moi|profil professionnel|présentation",
    "perfil|perfil profesional|sobre mí|resumen|resumen profesional",
    "perfil profissional|sobre mim|resumo|resumo profissional",
    "profilo|profilo professionale|chi sono|sommario",
    "profiel|over mij|samenvatting",
    "profil zawodowy|o mnie|podsumowanie|podsumowanie zawodowe",
    "sammanfattning|om mig",
    "resumé|om meg|sammendrag",
    "نبذة|نبذة عني|الملخص|الملخص المهني|ملخص",
  ],
  experience: [
    "experience|work experience|professional experience|employment|employment history|work history|career history|career|work|relevant experience|industry experience|technical experience|relevant work experience|experience and employment|internships|positions|professional background|engineering experience",
    "berufserfahrung|berufserfahrungen|erfahrung|beruflicher werdegang|werdegang|berufspraxis|praktische erfahrung|praxiserfahrung|berufliche laufbahn|arbeitserfahrung|berufliche stationen",
    "expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|parcours",
    "experiencia|experiencia laboral|experiencia profesional|historial laboral|trayectoria profesional|trayectoria",
    "experiência|experiências|experiência profissional|experiências profissionais|histórico profissional|percurso profissional",
    "esperienza|esperienze|esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali",
    "werkervaring|ervaring|arbeidservaring|loopbaan|beroepservaring",
    "doświadczenie|doświadczenie zawodowe|przebieg kariery|historia zatrudnienia",
    "arbetslivserfarenhet|arbetslivserfarenheter|erfarenhet|yrkeserfarenhet|anställningar",
    "erhvervserfaring|arbejdserfaring|erfaring|arbeidserfaring|yrkeserfaring|ansættelser",
    "الخبرة|الخبرات|الخبرة العملية|الخبرات العملية|الخبرة المهنية|الخبرات المهنية|خبرات العمل",
  ],
  education: [
    "education|education and training|academic background|academic history|academic qualifications|studies|degrees|educational background",
    "ausbildung|bildung|bildungsweg|studium|akademische ausbildung|hochschulausbildung|schulbildung|akademischer werdegang",
    "formation|formations|études|éducation|diplômes|formation académique|parcours académique|cursus",
    "educación|formación|formación académica|estudios|titulación",
    "educação|formação|formação académica|formação acadêmica|habilitações|habilitações literárias",
    "istruzione|formazione|studi|titoli di studio|formazione accademica",
    "opleiding|opleidingen|onderwijs|studie",
    "edukacja|wykształcenie|studia",
    "utbildning|utbildningar",
    "uddannelse|uddannelser|utdanning|utdannelse",
    "التعليم|المؤهلات|المؤهلات العلمية|المؤهلات الدراسية|المؤهل العلمي",
  ],
  skills: [
    "skills|technical skills|top skills|key skills|core skills|core competencies|competencies|technologies|technical proficiencies|skills and tools|skills and technologies|tools and technologies|tech stack|technical stack|technology stack|programming languages|areas of expertise|expertise|skill set|skillset|professional skills|tools|technical expertise|hard skills|languages and technologies|technical knowledge|it skills",
    "kenntnisse|fähigkeiten|fertigkeiten|kompetenzen|it kenntnisse|edv kenntnisse|technische kenntnisse|fachkenntnisse|fachliche kenntnisse|programmierkenntnisse|technologien|programmiersprachen|werkzeuge",
    "compétences|compétences techniques|compétences clés|compétences informatiques|connaissances|connaissances informatiques|connaissances techniques|langages|outils",
    "habilidades|habilidades técnicas|competencias|competencias técnicas|conocimientos|conocimientos técnicos|conocimientos informáticos|aptitudes|tecnologías|herramientas",
    "competências|competências técnicas|conhecimentos|conhecimentos técnicos|aptidões|tecnologias|ferramentas",
    "competenze|competenze tecniche|competenze informatiche|competenze digitali|capacità|capacità e competenze|conoscenze|conoscenze informatiche|tecnologie|strumenti",
    "vaardigheden|technische vaardigheden|competenties|kennis|technologieën",
    "umiejętności|umiejętności techniczne|kompetencje|technologie|narzędzia",
    "färdigheter|tekniska färdigheter|kompetenser|kompetens|kunskaper|datakunskaper",
    "kompetencer|færdigheder|it færdigheder|ferdigheter|kompetanse|kvalifikationer|kvalifikasjoner",
    "المهارات|المهارات التقنية|المهارات الفنية|التقنيات|الأدوات",
  ],
  projects: [
    "projects|personal projects|side projects|selected projects|key projects|open source|open source projects|open source contributions|open source work|notable projects|relevant projects|academic projects|portfolio",
    "projekte|eigene projekte|ausgewählte projekte|private projekte",
    "projets|projets personnels|réalisations",
    "proyectos|proyectos personales",
    "projetos|projetos pessoais",
    "progetti|progetti personali",
    "projecten|eigen projecten",
    "projekty|projekty własne",
    "projekt|egna projekt",
    "projekter|prosjekter",
    "المشاريع",
  ],
  publications: [
    "publications|selected publications|papers|talks and publications|publications and talks|articles|research papers",
    "publikationen|veröffentlichungen",
    "articles et publications",
    "publicaciones",
    "publicações",
    "pubblicazioni",
    "publicaties",
    "publikacje",
    "publikationer",
    "publikasjoner",
    "المنشورات",
  ],
  certificates: [
    "certifications|certificates|licenses and certifications|licences and certifications|courses|training|certifications and training|courses and certifications|professional development",
    "zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|kurse",
    "certificats",
    "certificaciones|certificados|cursos",
    "certificações",
    "certificazioni|certificati|corsi",
    "certificaten|certificeringen|cursussen",
    "certyfikaty|kursy|szkolenia",
    "certifikat|certifieringar|kurser",
    "certifikater|certificeringer|sertifiseringer",
    "الشهادات|الدورات|الدورات التدريبية",
  ],
  other: [
    "languages|spoken languages|interests|hobbies|hobbies and interests|interests and hobbies|references|awards|honors|honours|honors and awards|awards and honors|honors awards|honours and awards|achievements|accomplishments|volunteering|volunteer|volunteer experience|volunteer work|community|activities|extracurricular activities|leadership|leadership and activities|patents|talks|invited talks|speaking|memberships|affiliations|professional affiliations|military service|additional information|selected honors|recommendations|organizations|test scores",
    "sprachen|sprachkenntnisse|interessen|hobbys|ehrenamt|ehrenamtliches engagement|engagement|referenzen|auszeichnungen|sonstiges",
    "langues|loisirs|centres d intérêt|intérêts|bénévolat|références|divers",
    "idiomas|intereses|aficiones|voluntariado|referencias|premios",
    "línguas|interesses|passatempos|referências|prêmios|prémios",
    "lingue|interessi|volontariato|referenze|hobby",
    "talen|talenkennis|hobby s|vrijwilligerswerk|referenties",
    "języki|języki obce|zainteresowania|wolontariat|referencje",
    "språk|intressen|fritidsintressen|referenser|ideellt arbete",
    "sprog|interesser|fritidsinteresser|referencer|referanser|frivilligt arbejde",
    "اللغات|الاهتمامات|الهوايات|المراجع|الجوائز",
  ],
};

/** Without accents, which capitals often lack, and without signs. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/&|\+/g, " and ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();

const kinds = new Map(
  Object.entries(names).flatMap(([kind, languages]) =>
    languages.flatMap((list) => list.split("|").map((name) => [plain(name), kind as SectionKind])),
  ),
);

/** "Where I have worked", "My toolbox": words of one's own, told by how they begin and what they name. */
const ownWords = /^(?:my|where|what|how|things|places|stuff|some)\b/;
const ownKinds: [SectionKind, RegExp][] = [
  ["experience", /\b(?:work(?! with)|worked|working|career|jobs?|employers?|experience)\b/],
  ["skills", /\b(?:toolbox|toolkit|tools?|skills?|stack|technologies|tech|work with|know)\b/],
  ["education", /\b(?:education|studied|studies|study|learned|learnt|school|degrees?)\b/],
  ["projects", /\b(?:projects?|built|made)\b/],
];

/** Between two names of parts in one heading. */
const and = / (?:and|und|et|y|e|en|i|och|og) /;
/** Characters: a longer line is no heading. */
export const longestHeading = 48;
/** Words that a heading in words of one's own has at most. */
const mostOwnWords = 6;

/** The part of a résumé that a line of its own opens by its name, or null. Of a line that names two, the first. */
export function headingOf(text: string): SectionKind | null {
  if (text.length > longestHeading) return null;
  const name = plain(text.replace(/^#+\s*/, ""));
  const known = kinds.get(name);
  if (known) return known;
  const parts = name.split(and).map((part) => kinds.get(part));
  if (parts.length === 2 && parts.every((kind) => kind !== undefined)) return parts[0] ?? null;
  if (!ownWords.test(name) || name.split(" ").length > mostOwnWords || /[\d,;]/.test(text)) return null;
  return ownKinds.find(([, words]) => words.test(name))?.[0] ?? null;
}
