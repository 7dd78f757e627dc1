// Generated from specs/ionos/openapi.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/datacenters/{datacenterId}/securitygroups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
            };
            cookie?: never;
        };
        /**
         * List the groups of a data center
         * @description Names need not be unique, so only the id identifies a group.
         */
        get: operations["datacentersSecuritygroupsGet"];
        put?: never;
        /**
         * Create a group, with its rules if wanted
         * @description The id of the new group is known from the answer, before the work is done.
         */
        post: operations["datacentersSecuritygroupsPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datacenters/{datacenterId}/securitygroups/{securityGroupId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        /**
         * Read one group
         * @description With a depth of 3 the properties of its rules are told as well.
         */
        get: operations["datacentersSecuritygroupsFindById"];
        /**
         * Set name and description of a group
         * @description Rules stay as they are when `entities` is left out. What happens to them when it is sent is not known.
         */
        put: operations["datacentersSecuritygroupsPut"];
        post?: never;
        /**
         * Delete a group
         * @description What happens to a group that is attached, or the default of its data center, is not known.
         */
        delete: operations["datacentersSecuritygroupsDelete"];
        options?: never;
        head?: never;
        /**
         * Change name or description of a group
         * @description The body is bare, not wrapped in `properties`. Fields that are not named keep their value.
         */
        patch: operations["datacentersSecuritygroupsPatch"];
        trace?: never;
    };
    "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        /**
         * List the rules of a group
         * @description The smallest depth at which rules come with their properties is not known; ask for 1 or more.
         */
        get: operations["datacentersSecuritygroupsRulesGet"];
        put?: never;
        /**
         * Add a rule to a group
         * @description Takes no query parameters. The status code differs between the vendor's documents, so both are listed.
         */
        post: operations["datacentersSecuritygroupsFirewallrulesPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
                /** @description Id of the rule. */
                ruleId: components["parameters"]["ruleId"];
            };
            cookie?: never;
        };
        /**
         * Read one rule
         * @description All properties of the rule are told even at depth 0.
         */
        get: operations["datacentersSecuritygroupsRulesFindById"];
        /**
         * Set the properties of a rule
         * @description Whether the protocol may be repeated, or has to be left out, is not known; PATCH avoids the question.
         */
        put: operations["datacentersSecuritygroupsRulesPut"];
        post?: never;
        /**
         * Remove a rule from its group
         * @description The rule itself is gone afterwards. Takes no query parameters.
         */
        delete: operations["datacentersSecuritygroupsFirewallrulesDelete"];
        options?: never;
        head?: never;
        /**
         * Change some properties of a rule
         * @description The body is bare and without `protocol`, which cannot change. Fields that are not named keep their value.
         */
        patch: operations["datacentersSecuritygroupsRulesPatch"];
        trace?: never;
    };
    "/datacenters/{datacenterId}/servers/{serverId}/securitygroups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the server. */
                serverId: components["parameters"]["serverId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the groups of a server
         * @description Replaces the whole list; an empty list detaches all. Nodes of managed Kubernetes pools and suspended Cubes cannot be members.
         */
        put: operations["datacentersServersSecuritygroupsPut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datacenters/{datacenterId}/servers/{serverId}/nics/{nicId}/securitygroups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the server. */
                serverId: components["parameters"]["serverId"];
                /** @description Id of the NIC. */
                nicId: components["parameters"]["nicId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the groups of a NIC
         * @description Replaces the whole list. Groups of the NIC's server apply in addition.
         */
        put: operations["datacentersServersNicsSecuritygroupsPut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests
         * @description Finds the request of a write whose answer was lost. The filters `status`, `createdAfter` and `createdBefore` work at any depth, all others need a depth above 0; they look for text inside the field, whatever its case.
         */
        get: operations["requestsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the request, as found in the path of a `Location`. */
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        /**
         * Read one request
         * @description Tells what was asked, by whom and, at a sufficient depth, how far it is.
         */
        get: operations["requestsFindById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the request, as found in the path of a `Location`. */
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        /**
         * Read how far a request is
         * @description This is what the `Location` of a write points to. Poll until DONE or FAILED.
         */
        get: operations["requestsStatusGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datacenters/{datacenterId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
            };
            cookie?: never;
        };
        /**
         * Read one data center
         * @description Needed for `defaultSecurityGroupId`.
         */
        get: operations["datacentersFindById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose or create the default group
         * @description The body is bare. New servers join the default group; there is at most one per data center.
         */
        patch: operations["datacentersPatch"];
        trace?: never;
    };
    "/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the contract and its limits
         * @description How much of a limit is used is not told for security groups.
         */
        get: operations["contractsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Protocol of a rule; ANY stands for all of them. Mind the mixed case of ICMPv6.
         * @enum {string}
         */
        FirewallRuleProtocol: "TCP" | "UDP" | "ICMP" | "ICMPv6" | "GRE" | "VRRP" | "ESP" | "AH" | "ANY";
        /**
         * @description Direction of a rule, seen from the member.
         * @enum {string}
         */
        FirewallRuleType: "INGRESS" | "EGRESS";
        /**
         * @description Address family of a rule.
         * @enum {string}
         */
        IpVersion: "IPv4" | "IPv6";
        /**
         * @description State of an object. BUSY has changes pending, AVAILABLE has none. Other values than these two are not expected for groups and rules.
         * @enum {string}
         */
        ResourceState: "AVAILABLE" | "INACTIVE" | "BUSY" | "DEPLOYING" | "ACTIVE" | "FAILED" | "SUSPENDED" | "FAILED_SUSPENDED" | "UPDATING" | "FAILED_UPDATING" | "DESTROYING" | "FAILED_DESTROYING" | "TERMINATED" | "HIBERNATING" | "FAILED_HIBERNATING" | "MAINTENANCE" | "FAILED_MAINTENANCE" | "UNKNOWN";
        /**
         * @description State of a queued request; DONE and FAILED are final.
         * @enum {string}
         */
        RequestState: "QUEUED" | "RUNNING" | "DONE" | "FAILED";
        /**
         * @description A moment, to the second, with a space between date and time.
         * @example 2024-05-17 15:11:11
         */
        FilterTime: string;
        /** @description A page of groups. */
        SecurityGroups: {
            /** @description Id of the collection. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "collection";
            /**
             * Format: uri
             * @description URL of the collection.
             */
            readonly href?: string;
            /** @description The groups; absent when not told at this depth. */
            readonly items?: (components["schemas"]["SecurityGroup"] | components["schemas"]["ResourceReference"])[];
            /**
             * Format: int32
             * @description Position of the first item.
             */
            offset?: number;
            /**
             * Format: int32
             * @description Size of the page that was asked for.
             */
            limit?: number;
            _links?: components["schemas"]["PaginationLinks"];
        };
        /** @description A set of allow rules with a name. */
        SecurityGroup: {
            /** @description Id of the group. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "security-group";
            /**
             * Format: uri
             * @description URL of the group.
             */
            readonly href?: string;
            metadata?: components["schemas"]["DatacenterElementMetadata"];
            properties: components["schemas"]["SecurityGroupProperties"];
            entities?: components["schemas"]["SecurityGroupEntities"];
        };
        /** @description What a person chooses for a group. */
        SecurityGroupProperties: {
            /**
             * @description Name; need not be unique in the data center.
             * @example NSG
             */
            name: string;
            /**
             * @description Free text.
             * @example updated to true
             */
            description?: string;
        };
        /** @description The properties of a group that a change names. */
        SecurityGroupPropertiesPatch: {
            /** @description New name. */
            name?: string;
            /** @description New free text. */
            description?: string;
        };
        /** @description A group as it is created or replaced. */
        SecurityGroupRequest: {
            properties: components["schemas"]["SecurityGroupProperties"];
            entities?: components["schemas"]["SecurityGroupEntitiesRequest"];
        };
        /** @description What can be handed in together with a group. */
        SecurityGroupEntitiesRequest: {
            rules?: components["schemas"]["FirewallRules"];
        };
        /** @description What belongs to a group. */
        SecurityGroupEntities: {
            rules?: components["schemas"]["FirewallRules"];
            servers?: components["schemas"]["Servers"];
            nics?: components["schemas"]["Nics"];
        };
        /** @description Ids of groups. */
        ListOfIds: {
            /**
             * @description The ids; an empty list stands for no group at all.
             * @example [
             *       "b3f55c2d-a89e-4008-8213-92e0428e2555"
             *     ]
             */
            ids: string[];
        };
        /** @description The rules of a group. */
        FirewallRules: {
            /** @description Id of the collection. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "collection";
            /**
             * Format: uri
             * @description URL of the collection.
             */
            readonly href?: string;
            /** @description The rules; absent when not told at this depth. */
            items?: (components["schemas"]["FirewallRule"] | components["schemas"]["ResourceReference"])[];
            /**
             * Format: int32
             * @description Position of the first item.
             */
            offset?: number;
            /**
             * Format: int32
             * @description Size of the page that was asked for.
             */
            limit?: number;
            _links?: components["schemas"]["PaginationLinks"];
        };
        /** @description One allow rule. */
        FirewallRule: {
            /** @description Id of the rule. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "firewall-rule";
            /**
             * Format: uri
             * @description URL of the rule.
             */
            readonly href?: string;
            metadata?: components["schemas"]["DatacenterElementMetadata"];
            properties: components["schemas"]["FirewallruleProperties"];
        };
        /** @description What a rule lets through. Null and absent mean the same: no restriction, and IPv4 where no address tells the family. */
        FirewallruleProperties: {
            /** @description Label; without meaning for the traffic. */
            name?: string;
            /** @description Protocol; fixed once the rule exists. */
            protocol: components["schemas"]["FirewallRuleProtocol"];
            /**
             * @description The only MAC address that may send; null for all.
             * @example aa:bb:cc:dd:ee:ff
             */
            sourceMac?: string | null;
            /** @description Family; deduced from the addresses when left out, and IPv4 when there are none. */
            ipVersion?: components["schemas"]["IpVersion"] | null;
            /**
             * @description The address or block that may send; null for all of the family.
             * @example 203.0.113.0/24
             */
            sourceIp?: string | null;
            /**
             * @description The address or block that may be reached, out of the NIC's own; null for all.
             * @example 10.0.0.7
             */
            targetIp?: string | null;
            /**
             * Format: int32
             * @description ICMP type, for the two ICMP protocols; null for all.
             */
            icmpType?: number | null;
            /**
             * Format: int32
             * @description ICMP code, for the two ICMP protocols; null for all.
             */
            icmpCode?: number | null;
            /**
             * Format: int32
             * @description First port, for TCP and UDP; leave out both ends for all ports.
             */
            portRangeStart?: number | null;
            /**
             * Format: int32
             * @description Last port, for TCP and UDP; equal to the first for a single port.
             */
            portRangeEnd?: number | null;
            /** @description Direction; INGRESS when left out. */
            type?: components["schemas"]["FirewallRuleType"];
        };
        /** @description The properties of a rule that a change names. Null lifts a restriction. */
        FirewallrulePropertiesPatch: {
            protocol?: never;
            /** @description New label. */
            name?: string;
            /** @description New sender MAC address; null for all. */
            sourceMac?: string | null;
            /** @description New family. */
            ipVersion?: components["schemas"]["IpVersion"] | null;
            /** @description New sender address or block; null for all. */
            sourceIp?: string | null;
            /** @description New own address or block; null for all. */
            targetIp?: string | null;
            /**
             * Format: int32
             * @description New ICMP type; null for all.
             */
            icmpType?: number | null;
            /**
             * Format: int32
             * @description New ICMP code; null for all.
             */
            icmpCode?: number | null;
            /**
             * Format: int32
             * @description New first port.
             */
            portRangeStart?: number;
            /**
             * Format: int32
             * @description New last port.
             */
            portRangeEnd?: number;
            /** @description New direction. */
            type?: components["schemas"]["FirewallRuleType"];
        };
        /** @description Servers that are members of a group. */
        Servers: {
            /** @description Id of the collection. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "collection";
            /**
             * Format: uri
             * @description URL of the collection.
             */
            readonly href?: string;
            /** @description The servers; absent when not told at this depth. */
            readonly items?: (components["schemas"]["Server"] | components["schemas"]["ResourceReference"])[];
            /**
             * Format: int32
             * @description Position of the first item.
             */
            offset?: number;
            /**
             * Format: int32
             * @description Size of the page that was asked for.
             */
            limit?: number;
            _links?: components["schemas"]["PaginationLinks"];
        };
        /** @description A server, as far as it takes to name it. */
        Server: {
            /** @description Id of the server. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "server";
            /**
             * Format: uri
             * @description URL of the server.
             */
            readonly href?: string;
            metadata?: components["schemas"]["DatacenterElementMetadata"];
            properties: components["schemas"]["ServerProperties"];
        };
        /** @description The part of a server's properties that is used here. */
        ServerProperties: {
            /** @description Name of the server. */
            name?: string;
        };
        /** @description NICs that are members of a group. */
        Nics: {
            /** @description Id of the collection. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "collection";
            /**
             * Format: uri
             * @description URL of the collection.
             */
            readonly href?: string;
            /** @description The NICs; absent when not told at this depth. */
            readonly items?: (components["schemas"]["Nic"] | components["schemas"]["ResourceReference"])[];
            /**
             * Format: int32
             * @description Position of the first item.
             */
            offset?: number;
            /**
             * Format: int32
             * @description Size of the page that was asked for.
             */
            limit?: number;
            _links?: components["schemas"]["PaginationLinks"];
        };
        /** @description A network card, as far as it takes to name it. */
        Nic: {
            /** @description Id of the NIC. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "nic";
            /**
             * Format: uri
             * @description URL of the NIC.
             */
            readonly href?: string;
            metadata?: components["schemas"]["DatacenterElementMetadata"];
            properties: components["schemas"]["NicProperties"];
        };
        /** @description The part of a NIC's properties that is used here. */
        NicProperties: {
            /** @description Name of the NIC. */
            name?: string;
        };
        /** @description An object of which only the identity is told. */
        ResourceReference: {
            /** @description Id of the object. */
            id: string;
            /**
             * @description Kind of object.
             * @example security-group
             * @example firewall-rule
             */
            type?: string;
            /**
             * Format: uri
             * @description URL of the object.
             */
            readonly href?: string;
            properties?: never;
        };
        /** @description Neighbours of a page. */
        PaginationLinks: {
            /**
             * Format: uri
             * @description URL of the page before; absent on the first.
             */
            prev?: string;
            /**
             * Format: uri
             * @description URL of this page.
             */
            self?: string;
            /**
             * Format: uri
             * @description URL of the next page; absent on the last.
             */
            next?: string;
        };
        /** @description Who touched an object when, and its state. */
        DatacenterElementMetadata: {
            /**
             * @description Version of the object.
             * @example e15475860e9c6e1136ba1b2153297f31
             */
            readonly etag?: string;
            /**
             * Format: date-time
             * @description Time of creation.
             * @example 2024-05-17T15:11:11Z
             */
            readonly createdDate?: string;
            /** @description Name of the creator. */
            readonly createdBy?: string;
            /** @description Id of the creator. */
            readonly createdByUserId?: string;
            /**
             * Format: date-time
             * @description Time of the last change.
             */
            readonly lastModifiedDate?: string;
            /** @description Name of the last person to change it. */
            readonly lastModifiedBy?: string;
            /** @description Id of the last person to change it. */
            readonly lastModifiedByUserId?: string;
            /** @description State of the object. */
            readonly state?: components["schemas"]["ResourceState"];
        };
        /** @description Why a call was refused. */
        Error: {
            /**
             * Format: int32
             * @description Status code of the answer; not always there.
             */
            readonly httpStatus?: number;
            /** @description The reasons. */
            messages?: components["schemas"]["ErrorMessage"][];
        };
        /** @description One reason. */
        ErrorMessage: {
            /**
             * @description Number of the reason, written as text.
             * @example 309
             */
            readonly errorCode?: string;
            /**
             * @description The reason in words; often starts with the path of the field.
             * @example Resource does not exist
             */
            readonly message?: string;
        };
        /** @description A page of requests. */
        Requests: {
            /** @description Id of the collection. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "collection";
            /**
             * Format: uri
             * @description URL of the collection.
             */
            readonly href?: string;
            /** @description The requests; absent when not told at this depth. */
            readonly items?: (components["schemas"]["Request"] | components["schemas"]["ResourceReference"])[];
            /**
             * Format: int32
             * @description Position of the first item.
             */
            offset: number;
            /**
             * Format: int32
             * @description Size of the page that was asked for.
             */
            limit: number;
            _links: components["schemas"]["PaginationLinks"];
        };
        /** @description A write that was queued. */
        Request: {
            /** @description Id of the request. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "request";
            /**
             * Format: uri
             * @description URL of the request.
             */
            readonly href?: string;
            metadata?: components["schemas"]["RequestMetadata"];
            properties: components["schemas"]["RequestProperties"];
        };
        /** @description Who sent a request when, and how far it is. */
        RequestMetadata: {
            /**
             * Format: date-time
             * @description Time of arrival.
             */
            readonly createdDate?: string;
            /** @description Name of the sender. */
            readonly createdBy?: string;
            /** @description Version of the request. */
            readonly etag?: string;
            requestStatus?: components["schemas"]["RequestStatus"];
        };
        /** @description What was sent. */
        RequestProperties: {
            /**
             * @description HTTP method.
             * @example POST
             */
            method?: string;
            /** @description HTTP headers. */
            headers?: {
                [key: string]: string;
            };
            /** @description Body, as text. */
            body?: string;
            /** @description URL that was called. */
            url?: string;
        };
        /** @description How far a request is. */
        RequestStatus: {
            /** @description Id of the status. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "request-status";
            /**
             * Format: uri
             * @description URL of the status.
             */
            readonly href?: string;
            metadata?: components["schemas"]["RequestStatusMetadata"];
        };
        /** @description The status itself. */
        RequestStatusMetadata: {
            /** @description State of the whole request. */
            status?: components["schemas"]["RequestState"];
            /** @description What is to be said about it; the reason when it failed. */
            message?: string;
            /** @description Version of the status. */
            readonly etag?: string;
            /** @description The objects that the request touches. */
            targets?: components["schemas"]["RequestTarget"][];
        };
        /** @description One object that a request touches. */
        RequestTarget: {
            target?: components["schemas"]["ResourceReference"];
            /** @description State of the work on this object. */
            status?: components["schemas"]["RequestState"];
        };
        /** @description A virtual data center. */
        Datacenter: {
            /** @description Id of the data center. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "datacenter";
            /**
             * Format: uri
             * @description URL of the data center.
             */
            readonly href?: string;
            metadata?: components["schemas"]["DatacenterElementMetadata"];
            properties: components["schemas"]["DatacenterProperties"];
            entities?: components["schemas"]["DataCenterEntities"];
        };
        /** @description The part of a data center's properties that is used here. */
        DatacenterProperties: {
            /** @description Name of the data center. */
            name?: string;
            /** @description Free text. */
            description?: string;
            /**
             * @description Where it stands; cannot change.
             * @example de/fra
             */
            location: string;
            /**
             * Format: int32
             * @description Counts the changes made in the data center.
             */
            readonly version?: number;
            /** @description The /56 block of the data center, or null without IPv6. */
            readonly ipv6CidrBlock?: string | null;
            /** @description The group that new servers join; empty, null or absent without one. */
            defaultSecurityGroupId?: string | null;
        };
        /** @description The properties of a data center that a change names. The two default-group fields exclude each other. */
        DatacenterPropertiesPut: {
            /** @description New name. */
            name?: string;
            /** @description New free text. */
            description?: string;
            /** @description Id of an existing group that becomes the default; empty for no default. */
            defaultSecurityGroupId?: string;
            /** @description Whether to make a default group with predefined rules where there is none; no when left out. */
            createDefaultSecurityGroup?: boolean;
        };
        /** @description The part of a data center's content that is used here. */
        DataCenterEntities: {
            securitygroups?: components["schemas"]["SecurityGroups"];
        };
        /** @description The contracts of the user. */
        Contracts: {
            /** @description Id of the collection. */
            readonly id?: string;
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "collection";
            /**
             * Format: uri
             * @description URL of the collection.
             */
            readonly href?: string;
            /** @description The contracts; absent when not told at this depth. */
            readonly items?: components["schemas"]["Contract"][];
        };
        /** @description One contract. */
        Contract: {
            /**
             * @description Kind of object.
             * @enum {string}
             */
            type?: "contract";
            properties: components["schemas"]["ContractProperties"];
        };
        /** @description The part of a contract's properties that is used here. */
        ContractProperties: {
            /**
             * Format: int64
             * @description Number of the contract.
             */
            readonly contractNumber?: number;
            resourceLimits?: components["schemas"]["ResourceLimits"];
        };
        /** @description The limits that concern security groups. */
        ResourceLimits: {
            /**
             * Format: int32
             * @description Most groups in one data center.
             * @example 200
             */
            securityGroupsPerVdc: number;
            /**
             * Format: int32
             * @description Most groups on one server, and on one NIC.
             * @example 10
             */
            securityGroupsPerResource: number;
            /**
             * Format: int32
             * @description Most rules in one group.
             * @example 100
             */
            rulesPerSecurityGroup: number;
        };
    };
    responses: {
        /** @description The body could not be parsed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The credentials are missing or wrong. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not open to trial contracts. */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The user lacks the privilege. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such object, or not visible to this user. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The path does not have this method. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is not JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body breaks a rule of the API. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Over the rate limit. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API failed. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Under maintenance. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description Id of the virtual data center. */
        datacenterId: string;
        /** @description Id of the group. */
        securityGroupId: string;
        /** @description Id of the rule. */
        ruleId: string;
        /** @description Id of the server. */
        serverId: string;
        /** @description Id of the NIC. */
        nicId: string;
        /** @description Id of the request, as found in the path of a `Location`. */
        requestId: string;
        /** @description Whether the JSON of the answer is indented. */
        pretty: boolean;
        /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
        depth: number;
        /** @description Position of the first item of the page. */
        offset: number;
        /** @description Largest number of items in the page. */
        limit: number;
        /** @description The contract to act on; for users with several contracts. */
        xContractNumber: number;
    };
    requestBodies: never;
    headers: {
        /** @description Absolute URL of the status of the queued request. */
        Location: string;
        /** @description Version of the object; sent when the call has no `depth`. */
        ETag: string;
        /** @description Calls left before the API starts to refuse. */
        "X-RateLimit-Remaining": number;
        /** @description Average number of calls per minute that are allowed. */
        "X-RateLimit-Limit": number;
        /** @description Largest number of calls at the same time. */
        "X-RateLimit-Burst": number;
        /** @description Seconds to wait before the next try. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type FirewallRuleProtocol = components['schemas']['FirewallRuleProtocol'];
export type FirewallRuleType = components['schemas']['FirewallRuleType'];
export type IpVersion = components['schemas']['IpVersion'];
export type ResourceState = components['schemas']['ResourceState'];
export type RequestState = components['schemas']['RequestState'];
export type FilterTime = components['schemas']['FilterTime'];
export type SecurityGroups = components['schemas']['SecurityGroups'];
export type SecurityGroup = components['schemas']['SecurityGroup'];
export type SecurityGroupProperties = components['schemas']['SecurityGroupProperties'];
export type SecurityGroupPropertiesPatch = components['schemas']['SecurityGroupPropertiesPatch'];
export type SecurityGroupRequest = components['schemas']['SecurityGroupRequest'];
export type SecurityGroupEntitiesRequest = components['schemas']['SecurityGroupEntitiesRequest'];
export type SecurityGroupEntities = components['schemas']['SecurityGroupEntities'];
export type ListOfIds = components['schemas']['ListOfIds'];
export type FirewallRules = components['schemas']['FirewallRules'];
export type FirewallRule = components['schemas']['FirewallRule'];
export type FirewallruleProperties = components['schemas']['FirewallruleProperties'];
export type FirewallrulePropertiesPatch = components['schemas']['FirewallrulePropertiesPatch'];
export type Servers = components['schemas']['Servers'];
export type Server = components['schemas']['Server'];
export type ServerProperties = components['schemas']['ServerProperties'];
export type Nics = components['schemas']['Nics'];
export type Nic = components['schemas']['Nic'];
export type NicProperties = components['schemas']['NicProperties'];
export type ResourceReference = components['schemas']['ResourceReference'];
export type PaginationLinks = components['schemas']['PaginationLinks'];
export type DatacenterElementMetadata = components['schemas']['DatacenterElementMetadata'];
export type Error = components['schemas']['Error'];
export type ErrorMessage = components['schemas']['ErrorMessage'];
export type Requests = components['schemas']['Requests'];
export type Request = components['schemas']['Request'];
export type RequestMetadata = components['schemas']['RequestMetadata'];
export type RequestProperties = components['schemas']['RequestProperties'];
export type RequestStatus = components['schemas']['RequestStatus'];
export type RequestStatusMetadata = components['schemas']['RequestStatusMetadata'];
export type RequestTarget = components['schemas']['RequestTarget'];
export type Datacenter = components['schemas']['Datacenter'];
export type DatacenterProperties = components['schemas']['DatacenterProperties'];
export type DatacenterPropertiesPut = components['schemas']['DatacenterPropertiesPut'];
export type DataCenterEntities = components['schemas']['DataCenterEntities'];
export type Contracts = components['schemas']['Contracts'];
export type Contract = components['schemas']['Contract'];
export type ContractProperties = components['schemas']['ContractProperties'];
export type ResourceLimits = components['schemas']['ResourceLimits'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponsePaymentRequired = components['responses']['PaymentRequired'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseUnprocessableContent = components['responses']['UnprocessableContent'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponseServiceUnavailable = components['responses']['ServiceUnavailable'];
export type ParameterDatacenterId = components['parameters']['datacenterId'];
export type ParameterSecurityGroupId = components['parameters']['securityGroupId'];
export type ParameterRuleId = components['parameters']['ruleId'];
export type ParameterServerId = components['parameters']['serverId'];
export type ParameterNicId = components['parameters']['nicId'];
export type ParameterRequestId = components['parameters']['requestId'];
export type ParameterPretty = components['parameters']['pretty'];
export type ParameterDepth = components['parameters']['depth'];
export type ParameterOffset = components['parameters']['offset'];
export type ParameterLimit = components['parameters']['limit'];
export type ParameterXContractNumber = components['parameters']['xContractNumber'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderXRateLimitRemaining = components['headers']['X-RateLimit-Remaining'];
export type HeaderXRateLimitLimit = components['headers']['X-RateLimit-Limit'];
export type HeaderXRateLimitBurst = components['headers']['X-RateLimit-Burst'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    datacentersSecuritygroupsGet: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
                /** @description Position of the first item of the page. */
                offset?: components["parameters"]["offset"];
                /** @description Largest number of items in the page. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups. */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsPost: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
            };
            cookie?: never;
        };
        /** @description Name, description and, in the same call, the rules. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityGroupRequest"];
            };
        };
        responses: {
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsFindById: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsPut: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        /** @description The new properties, wrapped. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityGroupRequest"];
            };
        };
        responses: {
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsDelete: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued; no body. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsPatch: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        /** @description The properties to change, bare. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityGroupPropertiesPatch"];
            };
        };
        responses: {
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsRulesGet: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
                /** @description Position of the first item of the page. */
                offset?: components["parameters"]["offset"];
                /** @description Largest number of items in the page. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rules. */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirewallRules"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsFirewallrulesPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
            };
            cookie?: never;
        };
        /** @description The rule, wrapped. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirewallRule"];
            };
        };
        responses: {
            /** @description Accepted; the work may still be queued. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirewallRule"];
                };
            };
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirewallRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsRulesFindById: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
                /** @description Id of the rule. */
                ruleId: components["parameters"]["ruleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rule. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirewallRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsRulesPut: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
                /** @description Id of the rule. */
                ruleId: components["parameters"]["ruleId"];
            };
            cookie?: never;
        };
        /** @description The rule, wrapped. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirewallRule"];
            };
        };
        responses: {
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirewallRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsFirewallrulesDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
                /** @description Id of the rule. */
                ruleId: components["parameters"]["ruleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued; no body. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersSecuritygroupsRulesPatch: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the group. */
                securityGroupId: components["parameters"]["securityGroupId"];
                /** @description Id of the rule. */
                ruleId: components["parameters"]["ruleId"];
            };
            cookie?: never;
        };
        /** @description The properties to change, bare. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirewallrulePropertiesPatch"];
            };
        };
        responses: {
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirewallRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersServersSecuritygroupsPut: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the server. */
                serverId: components["parameters"]["serverId"];
            };
            cookie?: never;
        };
        /** @description Ids of all groups that the server is to have. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListOfIds"];
            };
        };
        responses: {
            /** @description Accepted; the work may still be queued. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersServersNicsSecuritygroupsPut: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: never;
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
                /** @description Id of the server. */
                serverId: components["parameters"]["serverId"];
                /** @description Id of the NIC. */
                nicId: components["parameters"]["nicId"];
            };
            cookie?: never;
        };
        /** @description Ids of all groups that the NIC is to have. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListOfIds"];
            };
        };
        responses: {
            /** @description Accepted; the work may still be queued. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroups"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    requestsGet: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
                /** @description Position of the first item of the page. */
                offset?: components["parameters"]["offset"];
                /** @description Largest number of items in the page. */
                limit?: components["parameters"]["limit"];
                /** @description Only requests in this state. */
                "filter.status"?: components["schemas"]["RequestState"];
                /** @description Only requests made after this moment. */
                "filter.createdAfter"?: components["schemas"]["FilterTime"];
                /** @description Only requests made before this moment. */
                "filter.createdBefore"?: components["schemas"]["FilterTime"];
                /** @description Text that the creation time contains. */
                "filter.createdDate"?: string;
                /** @description Text that the author's name contains. */
                "filter.createdBy"?: string;
                /** @description Text that the etag contains. */
                "filter.etag"?: string;
                /** @description Text that the status contains. */
                "filter.requestStatus"?: string;
                /** @description Text that the HTTP method contains. */
                "filter.method"?: string;
                /** @description Text that the headers contain. */
                "filter.headers"?: string;
                /** @description Text that the body contains. */
                "filter.body"?: string;
                /** @description Text that the URL contains. */
                "filter.url"?: string;
            };
            header?: {
                /** @description The contract to act on; for users with several contracts. */
                "X-Contract-Number"?: components["parameters"]["xContractNumber"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of requests. */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requests"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    requestsFindById: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: {
                /** @description The contract to act on; for users with several contracts. */
                "X-Contract-Number"?: components["parameters"]["xContractNumber"];
            };
            path: {
                /** @description Id of the request, as found in the path of a `Location`. */
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    requestsStatusGet: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: {
                /** @description The contract to act on; for users with several contracts. */
                "X-Contract-Number"?: components["parameters"]["xContractNumber"];
            };
            path: {
                /** @description Id of the request, as found in the path of a `Location`. */
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status, in `metadata.status`; FAILED is a 200 as well. */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersFindById: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: {
                /** @description The contract to act on; for users with several contracts. */
                "X-Contract-Number"?: components["parameters"]["xContractNumber"];
            };
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data center. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datacenter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    datacentersPatch: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: {
                /** @description The contract to act on; for users with several contracts. */
                "X-Contract-Number"?: components["parameters"]["xContractNumber"];
            };
            path: {
                /** @description Id of the virtual data center. */
                datacenterId: components["parameters"]["datacenterId"];
            };
            cookie?: never;
        };
        /** @description The properties to change, bare. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatacenterPropertiesPut"];
            };
        };
        responses: {
            /** @description Queued. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datacenter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    contractsGet: {
        parameters: {
            query?: {
                /** @description Whether the JSON of the answer is indented. */
                pretty?: components["parameters"]["pretty"];
                /** @description How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on. */
                depth?: components["parameters"]["depth"];
            };
            header?: {
                /** @description The contract to act on; for users with several contracts. */
                "X-Contract-Number"?: components["parameters"]["xContractNumber"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contracts of the user. */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Burst": components["headers"]["X-RateLimit-Burst"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contracts"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
