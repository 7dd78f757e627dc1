import type { PortProtocol } from "../model/protocol.ts";
import type { PortRange } from "../model/rule.ts";

/** The stable names of what is asked. */
export type ExposureId =
  | "ssh-open-to-world"
  | "rdp-open-to-world"
  | "database-open-to-world"
  | "all-ports-open-to-world";

/** Ports that belong to something that people know by a name. */
export interface NamedService {
  readonly name: string;
  readonly protocol: PortProtocol;
  readonly ports: "all" | PortRange;
}

/** Services that should not be reachable from everywhere. */
export interface ExposureQuestion {
  readonly id: ExposureId;
  /** Each is judged by itself. */
  readonly services: readonly NamedService[];
  /** Whether an address counts from which any packet of the service is let in, or only one from which packets to every port are. */
  readonly counts: "any-port" | "every-port";
}

/** What is asked of every set of rules. */
export const exposureQuestions: readonly ExposureQuestion[] = [
  { id: "ssh-open-to-world", counts: "any-port", services: [at("SSH", "tcp", 22)] },
  { id: "rdp-open-to-world", counts: "any-port", services: [at("RDP", "tcp", 3389), at("RDP", "udp", 3389)] },
  {
    id: "database-open-to-world",
    counts: "any-port",
    // The ports that the vendors document as the default.
    services: [
      at("PostgreSQL", "tcp", 5432),
      at("MySQL", "tcp", 3306),
      at("Redis", "tcp", 6379),
      at("MongoDB", "tcp", 27_017),
      at("SQL Server", "tcp", 1433),
      at("SQL Server Browser", "udp", 1434),
      at("Oracle Database", "tcp", 1521),
      at("Elasticsearch", "tcp", 9200),
      at("Cassandra", "tcp", 9042),
      at("CouchDB", "tcp", 5984),
      at("InfluxDB", "tcp", 8086),
      at("Memcached", "tcp", 11_211),
      at("Memcached", "udp", 11_211),
    ],
  },
  {
    id: "all-ports-open-to-world",
    counts: "every-port",
    services: [
      { name: "every TCP port", protocol: "tcp", ports: "all" },
      { name: "every UDP port", protocol: "udp", ports: "all" },
    ],
  },
];

function at(name: string, protocol: PortProtocol, port: number): NamedService {
  return { name, protocol, ports: { from: port, to: port } };
}
