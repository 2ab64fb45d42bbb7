/**
 * How adverts and résumés ask for or tell of each of the 25 responsibilities: patterns of a phrase, tried within one clause. A phrase names
 * the doing of it ("harden our services"), never the bare topic ("security"). Gaps are bounded, so that each takes linear time.
 */

/** Another verb beside the one that was read: "own, build and run". */
const alsoDoes =
  "[^\\S\\n]+(?:and[^\\S\\n]+)?(?:\\p{L}+ing|own|build|design|develop|create|implement|test|ship|deploy|run|operate|maintain|support|manage|improve|optimi[sz]e|extend|scale)\\b";

/** Up to so many characters of whole words between a verb and what it does, which may have others beside it. */
const gap = (most: number) =>
  `(?:,(?=${alsoDoes}))?[^\\S\\n]+(?:[^\\s;|]*[^\\s;|.!?:][^\\S\\n]+){0,${Math.round(most / 7)}}?[("'“]*`;
const any = (...phrases: string[]) => new RegExp(`\\b(?:${phrases.join("|")})`, "giu");

const build =
  "(?:build(?:ing|s)?|built|develop(?:ing|s|ed)?|design(?:ing|s|ed)?|creat(?:e|ing|ed|es)|implement(?:ing|s|ed)?|writ(?:e|ing|es)|wrote|written|ship(?:ping|ped|s)?|deliver(?:ing|ed|s)?|architect(?:ing|ed)?|own(?:ing|ed|s)?|craft(?:ing)?)";
const keep =
  "(?:maintain(?:ing|ed|s)?|operat(?:e|ing|ed)|run(?:ning|s)?|support(?:ing|ed|s)?|manag(?:e|ing|ed|es)|administ(?:er|ering|ration of)|keep(?:ing)?|monitor(?:ing|ed)?|look(?:ing)? after)";
const find =
  "(?:find(?:ing)?|identif(?:y|ying|ied)|diagnos(?:e|ing|ed)|investigat(?:e|ing|ed)|resolv(?:e|ing|ed)|troubleshoot(?:ing)?|fix(?:ing|ed)?|track(?:ing)? down|root[- ]caus(?:e|ing))";
const work =
  "(?:work(?:ing|ed|s)?|collaborat(?:e|ing|ed|es|ion)|partner(?:ing|ed|s)?|cooperat(?:e|ing)|pair(?:ing)?|team(?:ing)? up|liais(?:e|ing))";
const improve =
  "(?:improv(?:e|ing|ed)|optimi[sz](?:e|ing|ed)|tun(?:e|ing|ed)|enhanc(?:e|ing|ed)|speed(?:ing)? up|increas(?:e|ing|ed)|profil(?:e|ing|ed))";

export const responsibilityCues: Record<string, RegExp> = {
  "continuous-learning": any(
    `(?:eager|willing(?:ness)?|desire|keen|motivated|hungry|love|ability|enjoy|passion|curio\\w+)${gap(24)}(?:to |for )?learn(?:ing)?\\b`,
    "(?:continuous(?:ly)?|constant(?:ly)?|lifelong|always|quick(?:ly)?|fast) learn(?:ing|er|ers)?\\b",
    "learn(?:ing|ed)? new (?:technolog|language|tool|framework|skill|thing)\\w*",
    `(?:keep(?:ing)?|stay(?:ing|s|ed)?|kept) (?:yourself )?(?:up[- ]to[- ]date|current|abreast)${gap(40)}(?:technolog|tool|practice|language|framework|development|stack)\\w*`,
    "(?:took|completed|earned) (?:a |an )?(?:course|training|certification)s?\\b",
  ),
  "cross-team-delivery": any(
    `cross[- ]?(?:functional|team)(?:ly)?\\b${gap(30)}(?:team|deliver|ship|collaborat|project|work|environment|goal)\\w*`,
    `${work}${gap(24)}(?:front[- ]?end|mobile|product|data|other|multiple|several|different)(?: [\\p{L}-]+)?,? (?:and [\\p{L}-]+ )?(?:teams?|engineers|developers)\\b`,
    "across (?:multiple |several |different |engineering )?teams\\b",
    `readable,? ${gap(20)}code`,
    "clean,? (?:\\p{L}+,? )?(?:and )?(?:maintainable|readable|well[- ]\\p{L}+) code\\b",
  ),
  "stakeholder-communication": any(
    `(?:communicat(?:e|ing|ion|es|ed)|present(?:ing|ed)?|explain(?:ing|ed)?|report(?:ing|ed)?|align(?:ing|ed)?)${gap(40)}\\b(?:stakeholders?|clients?|customers?|management|executives?|non[- ]technical|business (?:teams?|users?|partners?))\\b`,
    `${work}${gap(24)}\\b(?:stakeholders?|clients?|customers|business (?:teams?|users?|partners?))\\b`,
    "stakeholder (?:management|communication|engagement)\\b",
  ),
  "market-awareness": any(
    `(?:follow(?:ing)?|track(?:ing)?|monitor(?:ing)?|watch(?:ing)?|analy[sz](?:e|ing)|research(?:ing)?|understand(?:ing)?|aware(?:ness)? of)${gap(24)}\\b(?:market|industry) (?:trends?|needs?|developments?|research)\\b`,
    "market (?:research|trends)\\b",
    `(?:propos(?:e|ing)|conceiv(?:e|ing)|come up with|prototyp(?:e|ing))${gap(20)}new (?:products?|services|programs)\\b`,
    "competitor (?:analysis|research)\\b",
  ),
  "improvement-analysis": any(
    `(?:identify|find|spot|suggest|propose|drive|look for|identif\\w+|driving|proposing)${gap(30)}\\bimprovements?\\b`,
    "areas? (?:for|of) improvement\\b",
    "(?:code|data) (?:reviews?|analysis)\\b(?=[^.;\\n]{0,40}improv)",
    `analy[sz](?:e|ing|ed) (?:data|metrics|logs|usage|code|performance|processes|requirements)\\b`,
    `(?:process|continuous) improvement\\b`,
    `(?:participat\\w+ in|perform\\w*|conduct\\w*|do\\w*|review\\w*|give|giving) (?:\\p{L}+ )?(?:code reviews?|pull requests?|peer reviews?)\\b`,
  ),
  "content-management-systems": any(
    `(?:${build}|${keep}|customi[sz](?:e|ing)|configur(?:e|ing)|experience (?:with|in)|set(?:ting)? up|migrat(?:e|ing))${gap(30)}\\b(?:cms|content management systems?|wordpress|drupal|typo3|contentful|strapi|sitecore|adobe experience manager|magento|joomla|umbraco)\\b`,
    "(?:wordpress|drupal|typo3|umbraco|sitecore|magento) (?:developer|development|plugins?|themes?|modules?|sites?|websites?)\\b",
    "headless cms\\b",
  ),
  "security-hardening": any(
    `(?:harden(?:ing|ed)?|secur(?:e|ing)|protect(?:ing)?)${gap(30)}\\b(?:systems?|services?|apis?|applications?|infra(?:structure)?|servers?|data|platform|endpoints?|networks?|attacks?)\\b`,
    `(?:${build}|${improve}|${keep}|ensur(?:e|ing)|enforc(?:e|ing)|apply\\w*|follow\\w*)${gap(24)}\\bsecurity (?:measures?|controls?|policies|standards?|settings?|practices?|best practices|posture|features?|architecture)\\b`,
    `(?:ensur(?:e|ing)|${improve})${gap(24)}\\bsecurity\\b`,
    "(?:vulnerability (?:management|assessments?|scanning|remediation)|penetration test(?:s|ing)|threat model(?:s|l?ing)|security (?:reviews?|audits?|patch(?:es|ing)?|incidents?))\\b",
    "owasp\\b",
  ),
  "server-side-frameworks": any(
    `(?:experience (?:with|in)|work(?:ing|ed)? with|proficien\\w+ (?:with|in)|knowledge of|expertise (?:with|in))${gap(40)}\\b(?:django|flask|fastapi|rails|spring(?: ?boot)?|laravel|symfony|express(?:\\.js)?|nestjs|asp\\.net|phoenix|gin|ktor|play framework|koa|micronaut|quarkus|server[- ]side frameworks?|back[- ]?end frameworks?|web frameworks?)\\b`,
    "(?:server[- ]side|back[- ]?end) frameworks?\\b",
    `(?:build|develop|write)${gap(30)}\\b(?:with|using) (?:django|flask|fastapi|rails|spring(?: ?boot)?|laravel|symfony|nestjs|asp\\.net)\\b`,
    // What somebody did, as a résumé tells it.
    `(?<=(?:^|[\\n.•*-])[^\\S\\n]{0,3})(?:built|developed|wrote|implemented|created)${gap(40)}\\b(?:django|flask|fastapi|rails|spring(?: ?boot)?|laravel|symfony|nestjs|asp\\.net)\\b`,
  ),
  "web-server-support": any(
    `(?:${keep}|configur(?:e|ing|ed)|deploy(?:ing|ed)?|set(?:ting)? up|provision(?:ing)?)${gap(30)}\\b(?:(?:web |application |linux |production )?servers?|nginx|apache|hosting|load balancers?|reverse prox(?:y|ies)|production (?:systems?|environments?|infrastructure))\\b`,
    "(?:web|linux|unix) server administration\\b",
    "(?:on[- ]call|pager duty) (?:rotation|support|shifts?)\\b",
    "participat\\w+ in (?:an? |the |our )?on[- ]call\\b",
  ),
  "api-integration": any(
    `(?:integrat(?:e|ing|ed(?! into)|ion|ions))${gap(40)}\\b(?:apis?|third[- ]part(?:y|ies)|external (?:services?|systems?)|partners?|payment (?:providers?|gateways?)|webhooks?|vendors?|services|systems)\\b`,
    `${build}${gap(40)}\\bintegrations\\b`,
    `(?:connect(?:ing)?|consum(?:e|ing))${gap(24)}\\bapis?\\b`,
  ),
  "full-lifecycle-development": any(
    "(?:full|entire|whole|complete|end[- ]to[- ]end) (?:software |product |application |development |project )*(?:development )?life[- ]?cycle\\b",
    "(?:software|application|product) development life[- ]?cycle\\b|\\bsdlc\\b",
    `(?:own(?:ing|ership)?|deliver(?:y|ing)?|build(?:ing)?|develop(?:ing|ment)?|ship(?:ping)?|features?|projects?|products?)${gap(30)}\\b(?:end[- ]to[- ]end\\b(?! (?:encrypt|design|performance|test))|from (?:idea|concept(?:ion)?|design|inception|scratch|start|prototype|planning) (?:to|through) (?:production|launch|delivery|deployment|finish|release|maintenance))`,
    "(?:end[- ]to[- ]end|e2e) (?:delivery|ownership|development|responsibility)\\b",
    "own(?:ing|ership of)? (?:[\\p{L}-]+ ){0,2}?(?:features?|projects?|products?|problems?|work)(?: [\\p{L}-]+){0,3} (?:e2e|end[- ]to[- ]end)\\b",
    "own(?:ing)? (?:entire|whole|complete) (?:features|projects|products)\\b",
  ),
  "application-modernisation": any(
    `(?:moderni[sz](?:e|ing|ed|ation)|refactor(?:ing|ed)?|migrat(?:e|ing|ed|ion)|rewrit(?:e|ing)|re-?architect(?:ing)?|replac(?:e|ing)|upgrad(?:e|ing|ed))${gap(40)}\\b(?:legacy|existing|monolith\\w*|old(?:er)?|current|code ?bases?|applications?|systems?|platform|services?|microservices|cloud)\\b`,
    "legacy (?:moderni[sz]ation|migration|code|systems?|applications?)\\b(?=[^.;\\n]{0,40}(?:moderni|migrat|refactor|improv|maint|replac))",
    "technical debt\\b",
    `${improve}${gap(20)}\\bexisting (?:applications?|systems?|code|products?|features?|services?|software)\\b`,
  ),
  "requirements-management": any(
    `(?:gather(?:ing)?|collect(?:ing)?|analy[sz](?:e|ing)|elicit(?:ing)?|defin(?:e|ing)|refin(?:e|ing)|manag(?:e|ing)|translat(?:e|ing|ed)|understand(?:ing)?|turn(?:ing)?|clarif(?:y|ying)|document(?:ing)?)${gap(40)}\\b(?:requirements?|specifications?|specs|user stories|needs into)\\b`,
    "requirements? (?:gathering|analysis|engineering|management|definition)\\b",
    `(?:writ(?:e|ing)|draft(?:ing)?|creat(?:e|ing)) (?:technical |design |functional )+(?:specifications?|specs|documents?|documentation)\\b`,
  ),
  "feature-collaboration": any(
    `${work}${gap(50)}\\b(?:designers?|ux|product (?:managers?|owners?|team)|(?:product|design)(?:,| and| &) (?:design|product|engineering)|system administrators?|sysadmins?|devops (?:engineers?|team)|qa (?:engineers?|team))\\b`,
    `${build}${gap(24)}\\bfeatures\\b${gap(30)}\\b(?:together with|alongside|with (?:our )?(?:design|product|customers|users))`,
  ),
  "ui-performance-testing": any(
    `(?:test(?:ing)?|measur(?:e|ing)|${improve}|audit(?:ing)?)${gap(30)}\\b(?:front[- ]?end|ui|user interface|page|web|client[- ]side|rendering)(?: load)? (?:performance|speed|times?|responsiveness)\\b`,
    "(?:core web vitals|lighthouse (?:scores?|audits?)|page (?:speed|load times?))\\b",
    "(?:ui|user interface|front[- ]?end) performance\\b",
  ),
  "application-troubleshooting": any(
    `${find}${gap(40)}\\b(?:production|live|customer|complex|technical|application|operational|system|running)? ?(?:issues?|problems?|incidents?|outages?|bottlenecks?|faults?|failures?)\\b`,
    "troubleshoot(?:ing)?\\b",
    "(?:incident|production|on[- ]call) (?:response|support|management|issues?)\\b",
    "root[- ]cause analys[ei]s\\b",
  ),
  "performance-objectives": any(
    `${improve}${gap(40)}\\b(?:performance|scalability|throughput|latency|response times?|queries|query)\\b`,
    `(?:${build}|ensur(?:e|ing)|design\\w*)${gap(40)}\\b(?:low[- ]latency|highly available|performant|high[- ]throughput|high[- ]availability|fault[- ]tolerant)\\b`,
    "(?:performance|load|capacity) (?:tuning|optimi[sz]ation|requirements?|planning|targets?|testing|goals?)\\b",
    "(?:slos?|slas?|service level objectives?)\\b",
    "(?:scal(?:e|ing|ability)) (?:our |the |of |up |to )+(?:systems?|platform|services?|infrastructure|backend|millions|product|database)\\b",
  ),
  "api-management": any(
    `(?:${build}|${keep}|version(?:ing)?|document(?:ing)?|expos(?:e|ing)|extend(?:ing)?|defin(?:e|ing)|evolv(?:e|ing))${gap(40)}\\b(?:(?:rest(?:ful)?|graphql|grpc|public|web|http|backend|json|internal|robust|scalable) )*(?:apis?|endpoints?|web services)\\b`,
    "api (?:management|gateways?|versioning|architecture)\\b",
    "(?:rest(?:ful)?|graphql|grpc) apis?\\b(?=[^.;\\n]{0,30}(?:design|develop|build|maint|experience))",
  ),
  "data-storage-and-payments": any(
    `(?:${build}|${keep}|integrat(?:e|ing)|own\\w*|process(?:ing)?|handl(?:e|ing))${gap(40)}\\b(?:payments?|billing|invoic(?:e|es|ing)|checkout|ledger|transactions?|subscriptions?)\\b`,
    `(?:${build}|model(?:l?ing)?|${keep}|${improve}|migrat(?:e|ing))${gap(40)}\\b(?:databases?|data ?stores?|data storage|schemas?|data models?|data warehouses?|storage (?:systems?|engines?|layer))\\b`,
    "(?:database|schema) (?:design|administration)\\b",
  ),
  "testing-and-maintenance": any(
    `(?:writ(?:e|ing|es|ten)|creat(?:e|ing)|develop(?:ing)?|build(?:ing)?|maintain(?:ing)?|implement(?:ing)?|add(?:ing)?|run(?:ning)?|automat(?:e|ing))${gap(30)}\\b(?:(?:unit|integration|automated|end[- ]to[- ]end|e2e|functional|acceptance|regression|api) )*(?:tests?|test (?:suites?|cases?|automation|coverage|plans?|frameworks?)|testing)\\b`,
    "(?:unit|integration|automated|regression|end[- ]to[- ]end|e2e|acceptance|functional) (?:tests?|testing)\\b",
    "test[- ]driven development\\b",
    "(?:tdd|bdd|test automation|test coverage)\\b",
    `(?:maintain(?:ing|ed)?|maintenance of)${gap(24)}\\b(?:code ?base|applications?|systems?|software|services?|products?|platform|code)\\b`,
    "well[- ]tested\\b",
  ),
  "feature-discovery": any(
    `(?:identify|discover|define|shape|ideate|brainstorm|propose|suggest|prioriti[sz]e|scope|conceive|identif\\w+|shaping|defining|scoping|prioriti[sz]ing|proposing)${gap(30)}\\b(?:(?:new|product|customer|future) )*(?:features?|functionality|opportunities|use cases|roadmap|product direction|ideas)\\b`,
    "(?:influence|contribute to|input (?:in)?to|help shape|shape|drive|own)[^.;\\n]{0,20}\\b(?:product )?roadmap\\b",
  ),
  "architecture-and-agile": any(
    `(?:agile|scrum|kanban|sprints?)\\b(?=[^.;\\n]{0,40}\\b(?:team|process|environment|method|ceremon|development|practice|framework|planning|master|experience|way|work|sprint))`,
    "(?:in|with|using|following|within|of) (?:an? |the )?(?:agile|scrum|kanban)\\b",
    `(?:${build}|defin(?:e|ing)|driv(?:e|ing)|shap(?:e|ing)|evolv(?:e|ing)|lead(?:ing)?|contribut\\w+ to|own\\w*|mak(?:e|ing)|set(?:ting)?|responsib\\w+ for|influenc\\w+|guid\\w+)${gap(40)}\\b(?:architectur(?:e|es|al)(?: decisions?| direction| vision)?|technical direction|system design)\\b`,
    "(?:software|system|solution|technical|application|backend|cloud|platform) architecture\\b",
    "you(?:['’]ll| will)(?: \\p{L}+)? architect\\b",
    "sprint (?:planning|reviews?|retrospectives?)\\b",
  ),
  "server-side-logic": any(
    `(?:${build}|${keep}|${improve})${gap(40)}\\b(?:back[- ]?ends?(?![- ](?:heavy|leaning|focused|developers?|engineers?))|server[- ]side|business logic|micro-?services|core (?:logic|services|systems?)|distributed systems|server components?|event[- ]driven)\\b`,
    `(?:${build})${gap(24)}\\b(?:go|golang|python|java|kotlin|rust|node(?:\\.js)?|c#|php|ruby|scala|elixir|erlang|scalable|reliable|resilient)(?:/[\\p{L}+#.]+)? services\\b`,
  ),
  "system-problem-solving": any(
    `(?:solv(?:e|ing)|tackl(?:e|ing)|address(?:ing)?|crack(?:ing)?)${gap(30)}\\b(?:system[- ]level|systems?|scaling|performance|distributed systems?|infrastructure|production)(?: [\\p{L}-]+){0,1} (?:problems?|challenges?|issues?)\\b`,
    "(?:reliability|resilience|scalability|concurrency|consistency|distributed systems?) (?:problems?|challenges?|issues?)\\b",
    "systems?[- ](?:level )?thinking\\b",
  ),
  debugging: any(
    "debug(?:ging|ged|s)?\\b(?! (?:tools?|product|platform) (?:for|that))",
    `${find}${gap(24)}\\b(?:bugs?|defects?|errors?|crashes|memory leaks|race conditions?)\\b`,
    "bug[- ]?fix(?:es|ing)?\\b",
  ),
};
