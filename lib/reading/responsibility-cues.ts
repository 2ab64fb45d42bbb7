/**
 * How adverts and résumés ask for or tell of each of the 25 responsibilities: patterns of a phrase, tried within one clause. A phrase names
 * the doing of it ("harden our services"), never the bare topic ("security"). Gaps are bounded, so that each takes linear time. They are
 * written in small letters, and tried on a text in small letters (`inSmallLetters`): capitals in them would match nothing.
 */

/** Between two words of a phrase. */
const blank = "[^\\S\\n]{1,4}";

/** Verbs that begin a phrase of their own, by their stems. */
const verbs =
  "(?:understand|integrat|mak|collaborat|work|help|communicat|writ|build|design|develop|own|lead|driv|defin|shap|ship|deliver|creat|manag|maintain|improv|optimi[sz]|partner|support|mentor|participat|contribut|ensur|identif|translat|gather|implement|test(?!ing\\b)|deploy|run|operat|extend|scal)";
/** Another verb beside the one that was read: "own, build and run". */
const alsoDoes = `${blank}(?:and${blank})?(?:\\p{L}+ing|${verbs}e?)\\b`;

/** A word that does not end a clause; and one behind whose comma no other phrase begins. */
const name = "(?![-–—→|]|->)[^\\s;|]*[^\\s;|.!?:]";
const word = `(?![^\\s,]*,${blank}(?:and${blank})?${verbs}(?:e|ing)?\\b)${name}`;
/** Behind one of these no longer stands what is made, but with what, for what or for whom. */
const turning =
  "(?:with|using|across|from|via|behind|that|which|who|where|when|while|to|by|into|through|so|for|on|powering|enabling|including)";

const most = (characters: number) => Math.round(characters / 7);
/** Up to so many characters of whole words between a verb and what it is about, which may have other verbs beside it. */
const gap = (characters: number) =>
  `(?:,(?=${alsoDoes}))?${blank}(?:${word}${blank}){0,${most(characters)}}?[("'“]*`;
/** The same between a verb and what is made, kept or changed. */
const object = (characters: number) =>
  `(?:,(?=${alsoDoes}))?${blank}(?:(?!${turning}\\b)${word}${blank}){0,${most(characters)}}?[("'“]*`;
/** Words of a list of those whom one works with. */
const peers = (words: number) => `${blank}(?:(?!${turning}\\b)${name}${blank}){0,${words}}?`;
const any = (...phrases: string[]) => new RegExp(`\\b(?:${phrases.join("|")})`, "gu");

const build =
  "(?:(?:design|development|implementation|creation)(?: (?:and|&) \\p{L}+)? of|build(?:ing|s)?|built|develop(?:ing|s|ed)?|design(?:ing|s|ed)?(?![- ](?:tools?|teams?|partners?|docs?|documents?|patterns?|engineers?|reviews?|firms?|studios?)\\b)|creat(?:e|ing|ed|es)|implement(?:ing|s|ed)?|writ(?:e|ing|es)|wrote|written|ship(?:ping(?! (?:carriers?|companies|labels?|costs?|rates?|industry)\\b)|ped|s)?|deliver(?:ing|ed|s)?|architect(?:ing|ed)?|own(?:ing|ed|s)?|craft(?:ing)?|evolve|rebuild(?:ing)?|prototyp(?:e|ing))";
const keep =
  "(?:(?:maintenance|operation|administration)(?: (?:and|&) \\p{L}+)? of|maintain(?:ing|ed|s)?|operat(?:e|ing|ed)|run(?:ning|s)?|support(?:ing|ed|s)?|manag(?:e|ing|ed|es)|administ(?:er|ering)|keep(?:ing)?|monitor(?:ing|ed)?|look(?:ing)? after)";
const find =
  "(?:find(?:ing)?|identif(?:y|ying|ied)|diagnos(?:e|ing|ed)|investigat(?:e|ing|ed)|resolv(?:e|ing|ed)|troubleshoot(?:ing)?|fix(?:ing|ed)?|track(?:ing)? down|hunt(?:ing)? down|root[- ]caus(?:e|ing)|triag(?:e|ing)|(?:dig(?:ging)?|look(?:ing)?) into|div(?:e|ing) (?:deep )?into|respond(?:ing)? to|handl(?:e|ing))";
const work =
  "(?:work(?:ing|ed|s)?|collaborat(?:e|ing|ed|es|ion)|partner(?:ing|ed|s)?|cooperat(?:e|ing)|pair(?:ing)?|team(?:ing)? up|liais(?:e|ing)|interfac(?:e|ing)|engag(?:e|ing)|interact(?:ing)?|coordinat(?:e|ing))";
/** "Work closely with", and what may stand between. */
const workWith = `${work}(?:${blank}(?:very|closely|directly|daily|hand[- ]in[- ]hand|together|deeply|tightly|regularly|globally|cross[- ]functionally|day[- ]to[- ]day|as [\\p{L} -]{1,20}))*${blank}(?:with|alongside|across)`;
const improve =
  "(?:improv(?:e|ing|ed)|optimi[sz](?:e|ing|ed)|tun(?:e|ing|ed)|enhanc(?:e|ing|ed)|speed(?:ing)? up|increas(?:e|ing|ed)|profil(?:e|ing|ed))";
const perform =
  "(?:perform(?:ing)?|conduct(?:ing)?|carry(?:ing)? out|run(?:ning)?|lead(?:ing)?|do(?:ing)?|driv(?:e|ing)|own(?:ing)?|participat(?:e|ing) in|tak(?:e|ing) part in)";

const outsiders =
  "(?:stakeholders?|clients|(?<=\\b(?:the|our|your|each|a|every|with) )client(?! (?:side|apps?|applications?|libraries|code)\\b)|customers?|users|prospects|executives?|management|(?<!\\b(?:engineering|product|technical) )leadership|enterprises|business (?:teams?|users?|partners?|owners?))";
/** "Talk to the teachers about what they need": those who are asked what they need, whoever they are. */
const heard =
  "(?:our |the |your )?(?:[\\p{L}-]+ ){1,3}?(?:about|to (?:understand|learn|find out|hear|see)) (?:what|how) (?:they|each|everyone)\\b";
/** Crafts beside the developer's with which features are made. */
const crafts =
  "(?:(?:product|ux|ui|ui/ux|ux/ui|visual|graphic|web)? ?designers?|ux|product (?:managers?|owners?|people|teams?|partners?)|pms?(?![\\p{L}-])|design teams?|(?:product|design)(?=,| and\\b| &|/| to\\b|\\.|;|\\n|$)|system administrators?|sysadmins?|devops (?:engineers?|team)|qa (?:engineers?|team))";
/** Other departments with which something is delivered. */
const departments =
  "(?:front[- ]?end|mobile|data(?: science)?|infrastructure|platform|security|hardware|firmware|research|ml|ai|devops|sre|qa|support|sales|marketing|operations|ops|customer success|go[- ]to[- ]market|gtm|finance|legal|compliance|analytics)";
const commerce =
  "(?:growth|sales|revenue|marketing|partnerships?|accounts?|customers?|clients?|hiring|recruiting|gtm|go-to-market|deals?|roadmap|strategy|campaigns?|content|relationships?|deployments?)";
/** "From idea to production", "design → deploy". */
const wholeWay =
  "(?:from )?(?:the )?(?:first )?(?:idea|ideation|concept(?:ion)?|discovery|design|inception|scratch|start|prototype|planning|zero|spec(?:ification)?s?|requirements|research|architecture|poc|proof of concept)[^\\S\\n]?(?:to|through|→|->)[^\\S\\n]?(?:the )?(?:[\\p{L}-]+[^\\S\\n]?(?:→|->|to)[^\\S\\n]?)?(?:production|prod|launch|delivery|deploy(?:ment|ing)?|finish|release|maintenance|rollout|shipping|ship|shipped|operations?|live|customers|users|scale)";
const serverFrameworks =
  "(?:django|flask|fastapi|rails|spring(?: ?boot)?|laravel|symfony|express(?:\\.js)?|nestjs|asp\\.net|phoenix|gin|ktor|play framework|koa|micronaut|quarkus|server[- ]side frameworks?|back[- ]?end frameworks?|web frameworks?)";

/** At the beginning of an item or line, behind up to two words of its kind. */
const item = (...phrases: string[]) =>
  new RegExp(
    `(?<=(?:^|\\n)[^\\S\\n]{0,8}(?:[-*•–◦▪]|\\d{1,2}[.)])?[^\\S\\n]{0,4})(?:(?!(?:built|backed|no|your|our|experienced?|familiarity|knowledge|understanding)\\b)\\p{L}[\\p{L}-]*,?${blank}){0,2}?(?:${phrases.join("|")})`,
    "gu",
  );

export const responsibilityCues: Record<string, RegExp> = {
  "continuous-learning": any(
    `(?:eager|willing(?:ness)?|desire|keen|motivated|hungry|love|ability|enjoy|passion|curio\\w+)${gap(24)}(?:to |for )?learn(?:ing)?\\b`,
    "(?:continuous(?:ly)?|constant(?:ly)?|lifelong|always|quick(?:ly)?|fast) learn(?:ing|er|ers)?\\b",
    "(?:learn(?:ing|ed)?|pick(?:ing)? up) new (?:technolog|language|tool|framework|skill|thing)\\w*",
    "keep(?:ing)? (?:on )?learning\\b",
    "keep(?:ing)? your (?:\\p{L}+ )?(?:knowledge|skills) (?:current|fresh|sharp|up[- ]to[- ]date)\\b",
    `(?:keep(?:ing)?|stay(?:ing|s|ed)?|kept) (?:yourself )?(?:up[- ]to[- ]date|up to speed|current|abreast|informed|ahead)${gap(40)}(?:technolog|tool|practice|language|framework|development|stack|trend|research)\\w*`,
    "(?:self-directed learning|(?:improv(?:e|ing)|grow(?:ing)?|develop(?:ing)?|expand(?:ing)?) your (?:own )?(?:technical )?(?:skills|abilit(?:y|ies)|knowledge))\\b",
    "(?:took|completed|earned) (?:a |an )?(?:course|training|certification)s?\\b",
  ),
  "cross-team-delivery": any(
    `cross[- ]?(?:functional|team)(?:ly)?\\b,?${gap(30)}(?:team|deliver|ship|collaborat|project|work|environment|goal)\\w*`,
    `${workWith}${blank}(?:(?:our|the|other|internal|engineering|product|design|and|&|${departments}),?${blank}){0,5}?(?:front[- ]?end|mobile|product|data|dev(?:elopment)?|other|multiple|several|different|internal|global|${departments})(?: [\\p{L}-]+)?,? (?:and [\\p{L}-]+ )?(?:teams?|engineers|developers)\\b`,
    `${workWith}${blank}(?:our |the )?(?:(?:engineering|product|design|${departments}),? )+(?:and |& )(?:the )?${departments}\\b`,
    "across (?:multiple |several |different |engineering |many )?teams\\b",
    `${work}${blank}(?:[\\p{L}-]+${blank}){0,2}?across${blank}(?:the${blank})?(?:whole${blank}|entire${blank}|wider${blank})?(?:company|organi[sz]ation|departments|disciplines)\\b`,
    `work(?:ing)? cross[- ]functionally\\b`,
    "readable,? (?:[\\p{L}-]+,? ){0,3}code\\b",
    "clean,? (?:\\p{L}+,? )?(?:and )?(?:maintainable|readable|well[- ]\\p{L}+) code\\b",
  ),
  "stakeholder-communication": any(
    `(?:communicat(?:e|ing|ion|es|ed)|present(?:ing|ed)?|explain(?:ing|ed)?|report(?:ing|ed)?|align(?:ing|ed)?|advis(?:e|ing)|demo(?:ing)?)${gap(40)}(?:to|with|for)${peers(3)}(?:${outsiders}|non[- ]technical)\\b`,
    `(?:advis(?:e|ing)|consult(?:ing)?|guid(?:e|ing)|updat(?:e|ing)|inform(?:ing)?|onboard(?:ing)?|align(?:ing)?)${object(20)}(?:stakeholders?|clients?|customers?|enterprises)\\b`,
    `${workWith}${peers(8)}${outsiders}\\b(?! success)`,
    `(?:talk(?:ing)?|speak(?:ing)?|listen(?:ing)?|meet(?:ing)?)(?: directly| often| regularly)? (?:to|with) (?:our |the |real |actual )?${outsiders}\\b`,
    `(?:lead(?:ing)?|own(?:ing)?|run(?:ning)?|hold(?:ing)?|driv(?:e|ing))${object(30)}(?:conversations?|discussions?|calls|meetings|relationships?)${blank}with${peers(5)}${outsiders}\\b`,
    `bridg(?:e|ing)${gap(24)}${outsiders} and\\b`,
    `(?:talk(?:ing)?|speak(?:ing)?|listen(?:ing)?|sit(?:ting)?(?: down)?|meet(?:ing)?)(?: \\p{L}+ly)? (?:to|with) ${heard}`,
    `explain(?:ing)?${object(24)}to (?:people|those|colleagues|anyone) (?:who|that)${gap(16)}(?:n['’]t|not|never)\\b`,
    `keep(?:ing)?${object(20)}${outsiders} (?:informed|updated|up[- ]to[- ]date|in the loop)\\b`,
    `point[- ]of[- ]contact\\b${gap(24)}${outsiders}\\b`,
    `(?:client|customer)[- ]facing (?:discussions?|communication|role|work|projects?|meetings?|conversations?)\\b`,
    "stakeholder (?:management|communication|engagement|alignment)\\b",
  ),
  "market-awareness": any(
    `(?:follow(?:ing)?|track(?:ing)?|monitor(?:ing)?|watch(?:ing)?|analy[sz](?:e|ing)|research(?:ing)?|understand(?:ing)?|aware(?:ness)? of)${gap(24)}\\b(?:market|industry) (?:trends?|needs?|developments?|research)\\b`,
    "market (?:research|trends)\\b",
    `(?:propos(?:e|ing)|conceiv(?:e|ing)|come up with|prototyp(?:e|ing))${gap(20)}new (?:products?|services|programs)\\b`,
    "competitor (?:analysis|research)\\b",
    `(?:watch|follow|track|monitor|analy[sz]|stud)(?:e|y|ing|ying)?${gap(16)}\\b(?:competitors|the competition)\\b`,
  ),
  "improvement-analysis": any(
    `(?:identify|find|spot|suggest|propose|drive|look for|identif\\w+|driving|proposing)${gap(30)}\\bimprovements?\\b`,
    "areas? (?:for|of) improvement\\b",
    "(?:look(?:ing)? for|find(?:ing)?|identify(?:ing)?|suggest(?:ing)?|explor(?:e|ing)) (?:\\p{L}+ )?(?:ways|opportunities) to (?:improve|optimi[sz]e|simplify|speed up)\\b",
    "(?:code|data) (?:reviews?|analysis)\\b(?=[^.;\\n]{0,40}improv)",
    `analy[sz](?:e|ing|ed) (?:data|metrics|logs|usage|code|performance|processes|requirements)\\b`,
    "(?<=\\b(?:process|continuous) )improvements?\\b",
    `(?:participat\\w+ in|tak(?:e|ing) part in|perform\\w*|conduct\\w*|do|doing|review\\w*|give|giving|lead|leading) (?:\\p{L}+ )?(?:code reviews?|pull requests?|peer reviews?)\\b`,
    "review(?<=(?:[-*•]|\\bto|\\band|['’]ll|\\bwill) review)(?:ing)? (?:other(?:s['’]|['’]s)? |each other['’]s )?(?:code|pull requests|prs)\\b(?! reviews?)",
  ),
  "content-management-systems": any(
    `(?:${build}|${keep}|customi[sz](?:e|ing)|configur(?:e|ing)|set(?:ting)? up|migrat(?:e|ing))${object(30)}\\b(?:cms|content management (?:systems?|platforms?)|wordpress|drupal|typo3|contentful|strapi|sitecore|adobe experience manager|magento|joomla|umbraco)\\b`,
    `(?:${build}|${keep})${object(30)}(?:wordpress|drupal|typo3|umbraco|sitecore|magento) (?:plugins?|themes?|modules?|sites?|websites?)\\b`,
    "(?:wordpress|drupal|typo3|umbraco|sitecore|magento) development\\b",
  ),
  "security-hardening": any(
    `(?:harden(?:ing|ed)?|securing|secured|secure(?= (?:our|the|their|your|its|customers?|user)\\b)|protect(?:ing)?)${object(30)}\\b(?:systems?|services?|apis?|applications?|infra(?:structure)?|servers?|data|platform|products?|endpoints?|networks?|attacks?)\\b`,
    `(?:${build}|${improve}|${keep}|ensur(?:e|ing)|enforc(?:e|ing)|apply\\w*|follow\\w*)${object(24)}\\bsecurity(?: (?:and|&) [\\p{L}-]+(?: [\\p{L}-]+)?)? (?:measures?|controls?|policies|standards?|settings?|practices?|best practices|posture|features?|architecture)\\b`,
    `(?:ensur(?:e|ing)|${improve})${object(40)}\\bsecurity\\b`,
    `(?:ensur(?:e|ing)|enforc(?:e|ing)|maintain(?:ing)?) (?:[\\p{L}-]+ )?(?:compliance|adherence) (?:with|to)${gap(16)}\\bsecurity\\b`,
    `(?:${perform}|automat(?:e|ing)|review(?:ing)?|fix(?:ing)?|remediat(?:e|ing)|find(?:ing)?)${object(24)}(?:vulnerabilit(?:y|ies)|penetration test(?:s|ing)?|threat model(?:s|l?ing)|security (?:reviews?|audits?|patch(?:es|ing)?|incidents?|flaws?))\\b`,
  ),
  "server-side-frameworks": any(
    `(?:build|develop|writ(?:e|ing)|building|developing|implement(?:ing)?)${gap(30)}\\b(?:with|using|in) (?:ruby on )?${serverFrameworks}\\b`,
    `(?:${build}|${keep}|extend(?:ing)?|upgrad(?:e|ing)|work(?:ing)? on)${object(24)}(?:django|flask|fastapi|rails|spring(?: ?boot)?|laravel|symfony|nestjs|asp\\.net) (?:views?|middlewares?|models?|applications?|apps?|services?|code ?bases?|monolith|backends?|back[- ]ends?|apis?)\\b`,
    // What somebody did, as a résumé tells it.
    `(?<=(?:^|[\\n.•*-])[^\\S\\n]{0,3})(?:built|developed|wrote|implemented|created)${gap(40)}\\b(?:django|flask|fastapi|rails|spring(?: ?boot)?|laravel|symfony|nestjs|asp\\.net)\\b`,
  ),
  "web-server-support": any(
    `(?:${keep}|configur(?:e|ing|ed)|deploy(?:ing|ed)?|set(?:ting)? up|provision(?:ing)?)${object(30)}\\b(?<!\\btheir )(?:(?:web |application |linux |production )?servers?|nginx|apache|hosting|load balancers?|reverse prox(?:y|ies)|production (?:environments?|infrastructure|systems?(?! (?:that|which)))|(?:kubernetes|k8s) clusters?)\\b`,
    `monitor(?:ing)? (?:our |the )?production\\b`,
    "(?:web|linux|unix) server administration\\b",
    "(?:participat(?:e|ing) in|tak(?:e|ing) part in|join(?:ing)?|shar(?:e|ing)|be part of) (?:an? |the |our )?on[- ]call\\b",
    "you(?: are|['’]re| will be|['’]ll be) on[- ]call\\b",
  ),
  "api-integration": any(
    `(?:integrat(?:e|ing|ed(?! into)|ions?(?=${blank}(?:of|with|to|between|into)\\b)))${gap(40)}\\b(?:apis?|third[- ]part(?:y|ies)|external (?:services?|systems?)|partners?|payment (?:providers?|gateways?)|webhooks?|vendors?|services|systems|platforms|providers)\\b`,
    `(?:${build}|${keep})${object(40)}\\bintegrations\\b(?! roadmap)`,
    `(?:connect(?:ing)?|consum(?:e|ing))${object(24)}\\bapis?\\b`,
    `integrat(?:e|ing)${object(30)}with${blank}(?:${word}${blank}){0,4}?(?:registr(?:y|ies)|systems?|services?|platforms?|providers?|partners?|vendors?|databases?)\\b`,
    `connect(?:ing)?${object(24)}to${gap(30)}\\b(?:through|via|over) (?:their |its |our )?(?:\\p{L}+ )?apis?\\b`,
    `integrat(?:e|ing)${object(24)}\\b(?:front[- ]?end|user[- ]facing|ui)\\b[^.;\\n]{0,24}\\b(?:server[- ]side|back[- ]?end)\\b`,
  ),
  "full-lifecycle-development": any(
    "(?:full|entire|whole|complete|end[- ]to[- ]end) (?:software |product |application |development |project |feature )*(?:development )?life[- ]?cycle\\b",
    "(?:all|every) (?:stages?|phases?|aspects?|steps?) of (?:the )?(?:software |product |application |feature )*(?:development )?(?:life[- ]?cycle|development(?: process)?)\\b",
    "(?:software|application|product) development life[- ]?cycle\\b|\\bsdlc\\b",
    `(?:own(?:ing|ership|s)?|deliver(?:y|ing)?|build(?:ing)?|develop(?:ing|ment)?|ship(?:ping)?|lead(?:ing)?|driv(?:e|ing)|tak(?:e|ing)|features?|projects?|products?)(?:,(?=${alsoDoes}))?${blank}(?:(?!${commerce}\\b)${word}${blank}){0,5}?(?:end[- ]to[- ]end\\b(?! (?:encrypt|design|performance|test))|${wholeWay}\\b)`,
    `(?:design|architect|plan|scope|prototyp)(?:e|ing)?,? (?:\\p{L}+,? )?(?:and )?(?:build|develop|implement)(?:ing)?,? (?:\\p{L}+,? )?(?:and )?(?:ship|launch|deploy|releas|deliver)(?:e|ing)?\\b`,
    "(?:idea|concept|discovery|design|prototype|spec|build)(?: ?(?:→|->) ?[\\p{L}-]+){0,2} ?(?:→|->) ?(?:production|prod|deploy|launch|ship|rollout|release|operate|on-call)\\b",
    "(?:end[- ]to[- ]end|e2e) (?:delivery|ownership|development|responsibility)\\b",
    "own(?:ing|ership of)? (?:[\\p{L}-]+ ){0,2}?(?:features?|projects?|products?|problems?|work)(?: [\\p{L}-]+){0,3} (?:e2e|end[- ]to[- ]end)\\b",
    "own(?:ing)? (?:entire|whole|complete) (?:features|projects|products)\\b",
  ),
  "application-modernisation": any(
    `(?:moderni[sz](?:e|ing|ed|ation)|refactor(?:ing|ed)?|migrat(?:e|ing|ed|ion)|rewrit(?:e|ing)|re-?architect(?:ing)?|replac(?:e|ing)|upgrad(?:e|ing|ed))${gap(40)}\\b(?:legacy|existing|monolith\\w*|old(?:er)?|current|code ?bases?|applications?|systems?|platform|services?|microservices|cloud|tech(?:nology)? stack)\\b`,
    "legacy (?:moderni[sz]ation|migration|code|systems?|applications?)\\b(?=[^.;\\n]{0,40}(?:moderni|migrat|refactor|improv|maint|replac))",
    `(?:transition|mov(?:e|ing))${gap(24)}legacy\\b`,
    "(?:pay|paying) (?:down|off) (?:our |the )?tech debt\\b",
    `(?:reduc|pay|address|tackl|eliminat|fix|clean|remov|retir)\\w*${gap(20)}technical debt\\b`,
    `${improve}${object(20)}\\b(?:existing|legacy|mature) (?:[\\p{L}-]+ ){0,2}?(?:applications?|systems?|code|code ?bases?|products?|features?|services?|software)\\b`,
    `(?:break|split)(?:ing)?(?: (?:up|apart|down))?${object(20)}\\bmonoliths?\\b`,
  ),
  "requirements-management": any(
    `(?:gather(?:ing)?|collect(?:ing)?|analy[sz](?:e|ing)|elicit(?:ing)?|defin(?:e|ing)|refin(?:e|ing)|manag(?:e|ing)|translat(?:e|ing|ed)|understand(?:ing(?! of\\b))?|turn(?:ing)?|clarif(?:y|ying)|document(?:ing)?)${gap(40)}\\b(?:requirements?|specifications?|specs|user stories|needs into)\\b`,
    `(?:talk(?:ing)?|speak(?:ing)?|listen(?:ing)?|sit(?:ting)?(?: down)?|meet(?:ing)?)(?: \\p{L}+ly)? (?:to|with) ${heard}`,
    "requirements? (?:gathering|analysis|engineering|management|definition)\\b",
    `(?:writ(?:e|ing)|draft(?:ing)?|creat(?:e|ing))${object(24)}(?:(?:technical |design |functional )+(?:specifications?|specs|documents?|documentation)|(?:product |technical )?requirements|acceptance criteria|user stories|prds?)\\b`,
  ),
  "feature-collaboration": any(
    `${workWith}${peers(4)}(?:partners|peers|colleagues|counterparts|people) (?:across|in|from) (?:product|design)\\b`,
    `${workWith}${peers(6)}${crafts}`,
    `(?:${build}|lead(?:ing)?|driv(?:e|ing))${gap(56)}(?:together with|alongside|with) (?:our )?(?:${crafts},? (?:and|&) |product (?:and|&) |design (?:and|&) )(?:product|design|engineering|customers|users)\\b`,
    `${build}${gap(24)}\\bfeatures\\b${gap(30)}\\b(?:together with|alongside|with (?:our )?(?:design|product|customers|users))`,
  ),
  "ui-performance-testing": any(
    `(?:test(?:ing)?|measur(?:e|ing)|${improve}|audit(?:ing)?)${object(30)}\\b(?:front[- ]?end|ui|user interface|page|web|client[- ]side|rendering)(?: load)? (?:performance|speed|times?|responsiveness)\\b`,
    `(?:test|measur|check)(?:e|ing)?${gap(30)}\\b(?:interface|front[- ]?end|ui|pages?)${blank}(?:responds?|loads?|renders?)\\b`,
    "(?:core web vitals|lighthouse (?:scores?|audits?)|page (?:speed|load times?))\\b",
    "(?:ui|user interface|front[- ]?end) performance\\b",
  ),
  "application-troubleshooting": any(
    `${find}${object(40)}\\b(?:production|live|customer|complex|technical|application|operational|system|running)? ?(?:issues?|problems?|incidents?|outages?|bottlenecks?|faults?|failures?|(?<=respond(?:ing)? to (?:[\\p{L}-]+ ){0,2})(?:alerts|pages))\\b`,
    `(?:debug|debugging)${blank}(?:[\\p{L}-]+${blank}){0,2}production (?:issues?|problems?|incidents?|outages?|infra(?:structure)?|systems?)\\b`,
    "troubleshoot(?:ing)?\\b",
    "(?:incident|production|on[- ]call) (?:response|support|management|issues?)\\b",
    `${perform}${object(20)}root[- ]cause analys[ei]s\\b`,
  ),
  "performance-objectives": any(
    `${improve}${object(40)}\\b(?:performance|scalability|throughput|latency|response times?|queries|query)\\b`,
    `(?:${build}|ensur(?:e|ing)|design\\w*)${object(40)}\\b(?:low[- ]latency|highly available|performant|high[- ]throughput|high[- ]performance|high[- ]availability|fault[- ]tolerant)\\b`,
    `(?:reduc|lower|cut)(?:e|ing|ting)?${object(20)}\\b(?:latency|response times?|load times?)\\b`,
    "mak(?:e|ing) (?:our |the )(?:[\\p{L}-]+ ){1,3}faster\\b",
    "mak(?:e|ing) (?:slow|sluggish) (?:[\\p{L}-]+ ){1,3}fast(?:er)?\\b",
    `own(?:ing)? (?:the )?(?:[\\p{L}-]+ )?performance of\\b`,
    `optimi[sz](?:e|ing)${object(24)}for${blank}(?:(?:maximum|high(?:er)?|better|their|its)${blank})?(?:speed|performance|scalability|scale|latency|throughput)\\b`,
    `(?:ensur(?:e|ing)|own(?:ing)?|guarantee(?:ing)?|driv(?:e|ing))${object(30)}\\b(?:performance|scalability|latency|throughput|speed)\\b`,
    "(?:performance|load|capacity) (?:tuning|optimi[sz]ation|requirements?|planning|targets?|testing|goals?)\\b",
    "(?:slos?|slas?|service level objectives?)\\b",
    "(?:scale|scalability) (?:our |the |of |up |to )+(?:systems?|platform|services?|infrastructure|backend|millions|product|database)\\b",
  ),
  "api-management": any(
    `(?:${build}|${keep}|version(?:ing)?|document(?:ing)?|expos(?:e|ing)|extend(?:ing)?|defin(?:e|ing))${object(40)}\\b(?:(?:rest(?:ful)?|graphql|grpc|public|web|http|backend|json|internal|robust|scalable) )*(?:apis?(?![- ](?:driven|first|based|integrations?))|endpoints?|web services)\\b`,
    "api (?:management|gateways?|versioning|architecture)\\b",
    "(?:rest(?:ful)?|graphql|grpc) apis?\\b(?=[^.;\\n]{0,30}(?:design|develop|build|maint))",
  ),
  "data-storage-and-payments": any(
    `(?:${build}|${keep}|integrat(?:e|ing)|process(?:ing)?|handl(?:e|ing))${object(40)}\\b(?:payments?|billing|invoic(?:e|es|ing)|checkout|ledger|transactions|transaction (?:processing|systems?)|subscriptions?)\\b`,
    `(?:${build}|model(?:l?ing)?|${keep}|${improve}|migrat(?:e|ing))${object(40)}\\b(?:databases?(?! tuning)|data ?stores?|data storage|schemas?|data models?|data warehouses?|storage (?:systems?|engines?|layer))\\b`,
    "(?:database|schema) (?:design|administration)\\b",
  ),
  "testing-and-maintenance": any(
    `(?:writ(?:e|ing|es|ten)|creat(?:e|ing)|develop(?:ing)?|build(?:ing)?|maintain(?:ing)?|implement(?:ing)?|add(?:ing)?|run(?:ning)?|automat(?:e|ing)|own(?:ing)?|design(?:ing)?|execut(?:e|ing)|perform(?:ing)?|improv(?:e|ing))${object(30)}\\b(?:(?:unit|integration|automated|end[- ]to[- ]end|e2e|functional|acceptance|regression|api|quality) )*(?:tests|test (?:suites?|cases?|automation|coverage|plans?|frameworks?|strateg(?:y|ies))|testing)\\b`,
    "(?:writ|design|develop|build|cod|implement)(?:e|ing)?,? (?:\\p{L}+,? )?(?:and )?test(?:ing)?,? (?:and |our |the |\\p{L}*able |clean |code|software|features?|deploy|debug|maintain|document|ship|releas)",
    "(?:test(?:ing)? (?:the )?(?:functionality|usability|quality)|participat(?:e|ing) in testing|execut(?:e|ing) test)\\b",
    "(?:practic|practis|follow|driv)\\w* (?:tdd|bdd|test[- ]driven development)\\b",
    `(?:maintain(?:ing|ed)?|maintenance of)${object(24)}\\b(?:code ?bases?|code|(?:existing|legacy) (?:applications?|systems?|software|services?|products?|platforms?))\\b`,
    "well[- ]tested,? (?:and )?(?:[\\p{L}-]+,? ){0,2}(?:code|software|services|features|systems)\\b",
    `(?:ensur|improv|rais|safeguard)(?:e|ing)?${object(24)}\\bquality${gap(16)}(?:through|with|by|via)${gap(20)}\\btest(?:s|ing)\\b`,
  ),
  "feature-discovery": any(
    `(?:identify|discover|define|shape|ideate|brainstorm|propose|suggest|prioriti[sz]e|scope|conceive|identif\\w+|shaping|defining|scoping|prioriti[sz]ing|proposing)${object(30)}\\b(?:(?:new|product|customer|future) )*(?:features?|functionality|(?:product |new )opportunities|use cases|roadmap|product direction|ideas)\\b`,
    `(?:com(?:e|ing) up with|discuss(?:ing)?|contribut(?:e|ing)|bring(?:ing)?|pitch(?:ing)?)${object(24)}\\b(?:(?:new )?feature ideas|product ideas|ideas for (?:new )?(?:features|products))\\b`,
    `(?:uncover|find out|figure out|work out|understand|learn)(?:ing)?${blank}(?:what|which)${blank}(?:new${blank})?(?:features?|products?)\\b`,
    `decid(?:e|ing)${gap(24)}what${blank}(?:to|we|we should|gets?|you)${blank}(?:should${blank})?(?:build|built)\\b`,
    "(?:influence|contribut(?:e|ing) to|input (?:in)?to|help shape|shape|drive|own)[^.;\\n]{0,20}\\b(?:product )?roadmaps?\\b",
    "(?:influenc\\w+|shap(?:e|ing)|driv(?:e|es|ing)|help (?:define|decide|set)|impact)\\b[^.;\\n]{0,30}\\b(?:product (?:direction|decisions?)|what we (?:should )?build)\\b",
    `(?:turn|translat|convert|distill?|feed)(?:e|ing)?${gap(40)}\\b(?:into|back into|to)${blank}(?:the |our |new |actionable |concrete |shipped |better )*(?:product|features?|roadmap)\\b(?! requirements)`,
  ),
  "architecture-and-agile": any(
    `(?:agile|scrum|kanban|sprints?)\\b(?=[^.;\\n]{0,40}\\b(?:team|process|environment|method|ceremon|development|practice|framework|planning|master|experience|way|work|sprint))`,
    "(?:in|with|using|following|within|of) (?:an? |the )?(?:agile|scrum|kanban)\\b",
    `(?:${build}|defin(?:e|ing)|driv(?:e|ing)|shap(?:e|ing)|lead(?:ing)?|contribut\\w+ to|mak(?:e|ing)|set(?:ting)?|responsib\\w+ for|influenc\\w+|guid\\w+|hav(?:e|ing) ownership of|ownership(?: of|:))${gap(40)}\\b(?:architectur(?:e|es|al)(?: decisions?| direction| vision)?|technical (?:direction|vision|strategy|decisions)|system design)\\b`,
    "(?:software|system|solution|technical|application|backend|cloud|platform) architecture\\b",
    "(?<=\\b(?:architecture|design) )reviews?\\b",
    "you(?:['’]ll| will)(?: [\\p{L}-]+){0,2} architect\\b",
    `(?:collaborat|work|decid|advis|weigh in|consult)(?:e|ing)? on (?:the |our )?(?:[\\p{L}-]+ )?architecture\\b`,
    `(?:attend|participat(?:e|ing) in|tak(?:e|ing) part in|join|lead|run|facilitat)(?:ing|e)?${gap(20)}stand[- ]?ups?\\b`,
    "architecting\\b|\\barchitect,? (?:(?:and|&) )?(?:build|design|implement|develop|deliver|own|our|new|scalable|robust|solutions?|systems?)\\b",
    "sprint (?:planning|reviews?|retrospectives?)\\b",
  ),
  "server-side-logic": any(
    `(?:${build}|${keep}|${improve}|extend(?:ing)?|scal(?:e|ing))${object(40)}\\b(?:back[- ]?ends?(?![- ](?:heavy|leaning|focused|developers?|engineers?|teams?|tests?|experience))|server[- ]side|business logic|micro-?services|core (?:logic|services|systems?)|distributed systems|server components?|event[- ]driven)\\b`,
    `(?:${build})${object(24)}\\b(?:go|golang|python|java|kotlin|rust|node(?:\\.js)?|c#|php|ruby|scala|elixir|erlang|scalable|reliable|resilient)(?:/[\\p{L}+#.]+)? services\\b`,
  ),
  "system-problem-solving": any(
    `(?:solv(?:e|ing)|tackl(?:e|ing)|address(?:ing)?|crack(?:ing)?)${object(40)}\\b(?:system[- ]level|systems?|scaling|scale|performance|distributed[- ]systems?|infrastructure|reliability|concurrency|consistency|latency|production)(?: (?:and|&|or) [\\p{L}-]+| [\\p{L}-]+)? (?:problems?|challenges?|issues?)\\b`,
    "(?:reliability|resilience|scalability|concurrency|consistency|distributed systems?) (?:problems?|challenges?|issues?)\\b",
    `(?:solv(?:e|ing)|tackl(?:e|ing))${object(30)}(?:problems?|challenges?) at scale\\b`,
    `(?:solv(?:e|ing)|tackl(?:e|ing))${object(24)}(?:problems?|challenges?)${blank}(?:across|in|around|within)${blank}(?:[\\p{L}-]+${blank}){0,2}(?:distributed systems|systems|infrastructure|stack)\\b`,
    `(?:solv(?:e|ing)|tackl(?:e|ing))${blank}(?:(?:the|our|really|very)${blank})?(?:challenging|hard|difficult|complex)(?:,? (?:and )?[\\p{L}-]+)?${blank}(?:technical|engineering|systems?)${blank}(?:problems?|challenges?)\\b`,
    "systems?[- ](?:level )?thinking\\b",
  ),
  debugging: any(
    "debug(?:ging|ged|s)?\\b(?! (?:tools?|product|platform) (?:for|that))",
    `${find}${object(24)}\\b(?:bugs?|defects?|errors?|crashes|memory leaks|race conditions?)\\b`,
    "bug[- ]?fix(?:es|ing)?\\b",
    "resolution of (?:bugs|defects|errors)\\b",
  ),
};

/** What a list of duties names without a verb: "You'll own: back-end services, our public API". Tried at the beginning of such an item. */
export const dutyNouns: Record<string, RegExp> = {
  "server-side-logic": item(
    "(?:back[- ]?end|server[- ]side|core) (?:systems?|services?|logic|architecture|platforms?|workers?|infrastructure)\\b|(?:micro-?services|business logic|distributed systems)\\b",
  ),
  "api-management": item(
    "(?:rest(?:ful)? |graphql |grpc |public |internal |backend |core )*apis?\\b(?! integrations?)",
  ),
  "api-integration": item(
    "(?:api |third[- ]party |partner |external |payment )*integrations? (?:(?:adapters?|layers?|connectors?) )?(?:with|between|to|for)\\b|(?:api|third[- ]party|partner|payment) integrations?\\b",
  ),
  "architecture-and-agile": item(
    "(?:system |software |technical |backend )?architectur(?:e|al decisions)\\b",
  ),
  "data-storage-and-payments": item(
    "(?:payments?|billing|checkout|ledgers?|databases?|data ?stores?|data storage|schemas?|data models?) ?(?:systems?|services?|platforms?|processing|infrastructure|design|layers?)?(?=\\s*(?:,|\\.|;|\\(|\\n|$| and\\b| for\\b))",
  ),
  "testing-and-maintenance": item(
    "(?:unit|integration|automated|end[- ]to[- ]end|e2e) (?:tests?|testing)\\b|test (?:automation|suites?|infrastructure)\\b",
  ),
};
