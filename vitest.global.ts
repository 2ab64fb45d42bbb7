import { stopIdleTestCluster } from "@/db/cluster/testing";

/** Tests start their cluster when the first of them asks for a database; after the last one it stops. */
export default function setup() {
  return stopIdleTestCluster;
}
