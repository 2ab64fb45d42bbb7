import { commerce } from "./companies/commerce";
import { developerTools } from "./companies/developer-tools";
import { energy } from "./companies/energy";
import { games } from "./companies/games";
import { health } from "./companies/health";
import { logistics } from "./companies/logistics";
import { mobilityAndMedia } from "./companies/mobility-and-media";
import { payments } from "./companies/payments";
import { publicSector } from "./companies/public-sector";
import type { CompanySource } from "./companies/source";

/** Every company of the demonstration, in a fixed order. All names are invented, all addresses end in `.example`. */
export const companySources: CompanySource[] = [
  ...payments,
  ...logistics,
  ...health,
  ...energy,
  ...games,
  ...publicSector,
  ...developerTools,
  ...commerce,
  ...mobilityAndMedia,
];
