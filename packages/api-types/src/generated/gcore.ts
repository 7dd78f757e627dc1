// Generated from specs/gcore/openapi.yaml by `pnpm generate`. Do not edit.

export interface paths {
    "/cloud/v1/securitygroups/{project_id}/{region_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description The groups of one project in one region, page by page. The page is short unless `limit` says otherwise.
         */
        get: operations["SecurityGroupViewSet.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a group
         * @description One group with its rules.
         */
        get: operations["SecurityGroupInstanceViewSet.get"];
        put?: never;
        post?: never;
        /**
         * Delete a group
         * @description Deletes the group and its rules at once, without a task. A group in use is refused.
         */
        delete: operations["SecurityGroupInstanceViewSet.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a group
         * @description Makes a new group, under the given name, with the same rules; at once.
         */
        post: operations["SecurityGroupCopy.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revert a group
         * @description Takes the group back to an earlier set of rules, at once.
         */
        post: operations["SecurityGroupRestore.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's instances
         * @description The instances that use the group.
         */
        get: operations["SecurityGroupsInstancesView.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v2/security_groups/{project_id}/{region_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a group
         * @description Starts a task that makes a group. Send `rules` always: without it the platform opens everything.
         */
        post: operations["SecurityGroupViewSetV2.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a group
         * @description Moves the group to the state in the body. Name and description change when given; a field that equals the current
         *     state is skipped. `rules` is declarative: what is missing is added, what is not listed is removed, what is equal
         *     stays. When nothing differs, no task starts and the list of tasks is empty.
         */
        patch: operations["SecurityGroupInstanceViewSetV2.patch"];
        trace?: never;
    };
    "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a rule
         * @description Starts a task that adds one rule to the group.
         */
        post: operations["SecurityGroupRulesViewSetV2.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a rule
         * @description Starts a task that removes one rule from the group.
         */
        delete: operations["SecurityGroupRuleInstanceViewSetV2.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v1/ports/{project_id}/{region_id}/{port_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a port
         * @description One port with its groups.
         */
        get: operations["PortDetailView.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a port
         * @description Starts a task that changes port security, groups, addresses or tags of a port. Works for ports of virtual machines and
         *     of bare metal with a SmartNIC, not for standard bare metal.
         */
        patch: operations["PortDetailView.patch"];
        trace?: never;
    };
    "/cloud/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description The tasks of the account, page by page, newest first unless asked otherwise.
         */
        get: operations["TaskViewSet.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud/v1/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a task
         * @description One task, to be read until its state is final.
         */
        get: operations["TaskInstanceViewSet.get"];
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
        /** @description What to change. A field that is absent stays as it is. */
        UpdateSecurityGroupSerializerV2: {
            /** @description New description. */
            description?: string;
            /** @description New name, 3 to 63 characters. */
            name?: string;
            /** @description The whole set of rules the group shall have afterwards. Absent: rules are not touched. A rule that is missing here is removed. */
            rules?: components["schemas"]["CreateSecurityGroupRuleSerializerV2"][];
            /** @description JSON Merge Patch of the user's tags: a value sets a tag, null removes it, what is not named stays. null instead of the object removes all of the user's tags. Read-only tags survive everything. */
            tags?: components["schemas"]["UpdateTagsSerializer"] | null;
        };
        /** @description A new group. */
        CreateSecurityGroupSerializerV2: {
            /**
             * @description Free text.
             * @default
             */
            description?: string;
            /** @description Name, 3 to 63 characters. */
            name: string;
            /** @description Absent: the platform fills in its template (everything allowed in both directions). A list, also an empty one: exactly these rules. */
            rules?: components["schemas"]["CreateSecurityGroupRuleSerializerV2"][];
            /** @description Tags of the new group. */
            tags?: components["schemas"]["CreateTagsSerializer"];
        };
        /** @description One allow rule as a request states it. It has no id: a rule is known by its content. */
        CreateSecurityGroupRuleSerializerV2: {
            /**
             * @description Free text about the rule.
             * @default
             */
            description?: string;
            /**
             * @description Whether the rule is about incoming or outgoing packets.
             * @enum {string}
             */
            direction: "egress" | "ingress";
            /**
             * @description IP version that the rule matches.
             * @default IPv4
             * @enum {string}
             */
            ethertype?: "IPv4" | "IPv6";
            /**
             * @description Last port of the range; for ICMP the code (see specs/sources.json).
             * @default null
             */
            port_range_max?: number | null;
            /**
             * @description First port of the range; for ICMP the type (see specs/sources.json).
             * @default null
             */
            port_range_min?: number | null;
            /**
             * @description Protocol to match; null matches every protocol.
             * @default null
             */
            protocol?: components["schemas"]["SecurityGroupProtocolEnumV2"] | null;
            /**
             * @description Match peers that are members of this group.
             * @default null
             */
            remote_group_id?: string | null;
            /**
             * @description Match peers in this network.
             * @default null
             * @example 10.0.0.0/8
             */
            remote_ip_prefix?: string | null;
        };
        /** @description Merge patch of tags: key to new value, or to null for removal. */
        UpdateTagsSerializer: {
            [key: string]: string | null;
        };
        /** @description Tags as a map of key to value. */
        CreateTagsSerializer: {
            [key: string]: string;
        };
        /** @description One tag as the platform reports it. */
        TagSerializer: {
            /** @description Tag key. */
            key: string;
            /** @description True for a tag that the platform owns and users cannot change. */
            read_only: boolean;
            /** @description Tag value. */
            value: string;
        };
        /**
         * @description Protocols that v2 requests accept. There is no word for "every protocol": send null.
         * @enum {string}
         */
        SecurityGroupProtocolEnumV2: "ah" | "dccp" | "egp" | "esp" | "gre" | "icmp" | "igmp" | "ipencap" | "ipip" | "ipv6-encap" | "ipv6-frag" | "ipv6-icmp" | "ipv6-nonxt" | "ipv6-opts" | "ipv6-route" | "ospf" | "pgm" | "rsvp" | "sctp" | "tcp" | "udp" | "udplite" | "vrrp";
        /**
         * @description Protocols in v1 answers: those of v2 and "any".
         * @enum {string}
         */
        SecurityGroupProtocolEnum: "ah" | "any" | "dccp" | "egp" | "esp" | "gre" | "icmp" | "igmp" | "ipencap" | "ipip" | "ipv6-encap" | "ipv6-frag" | "ipv6-icmp" | "ipv6-nonxt" | "ipv6-opts" | "ipv6-route" | "ospf" | "pgm" | "rsvp" | "sctp" | "tcp" | "udp" | "udplite" | "vrrp";
        /** @description Handles on the work that a write started. */
        TaskIDsSerializer: {
            /**
             * @description Ids of the started tasks; read each until its state is FINISHED or ERROR. Empty when no task was needed.
             * @example [
             *       "d478ae29-dedc-4869-82f0-96104425f565"
             *     ]
             */
            tasks: string[];
        };
        /** @description Just a name. */
        NameSerializerPydantic: {
            /** @description Name, 3 to 63 characters. */
            name: string;
        };
        /** @description One page of groups. */
        SecurityGroupCollectionSerializer: {
            /** @description Number of groups on all pages together. */
            count: number;
            /** @description The groups of this page. */
            results: components["schemas"]["SecurityGroupSerializer"][];
        };
        /** @description A security group, normally with its rules. */
        SecurityGroupSerializer: {
            /**
             * Format: date-time
             * @description When the group was made.
             * @example 2019-06-18T11:56:16+0000
             */
            created_at: string;
            /** @description Free text. */
            description: string;
            /**
             * Format: uuid4
             * @description Id of the group.
             */
            id: string;
            /** @description Name of the group. */
            name: string;
            /** @description Project that the group is in. */
            project_id: number;
            /** @description Display name of the region. */
            region: string;
            /** @description Region that the group is in. */
            region_id: number;
            /** @description Counts the changes of the group. */
            revision_number: number;
            /** @description The group's rules. May be absent, which does not mean that there are none. */
            security_group_rules?: components["schemas"]["SecurityGroupRuleSerializer"][];
            /** @description Tags, both the user's and the platform's. */
            tags_v2: components["schemas"]["TagSerializer"][];
            /**
             * Format: date-time
             * @description When the group last changed.
             * @example 2019-06-18T11:57:00+0000
             */
            updated_at: string;
        };
        /** @description One rule as the platform reports it. */
        SecurityGroupRuleSerializer: {
            /**
             * Format: date-time
             * @description When the rule was made.
             * @example 2019-06-18T11:56:16+0000
             */
            created_at: string;
            /** @description Free text about the rule. */
            description: string | null;
            /**
             * @description Whether the rule is about incoming or outgoing packets.
             * @enum {string}
             */
            direction: "egress" | "ingress";
            /** @description IP version that the rule matches. */
            ethertype: ("IPv4" | "IPv6") | null;
            /**
             * Format: uuid4
             * @description Id of the rule.
             */
            id: string;
            /** @description Last port of the range; null for no limit. */
            port_range_max: number | null;
            /** @description First port of the range; null for no limit. */
            port_range_min: number | null;
            /** @description Protocol that the rule matches; null for every protocol. */
            protocol: components["schemas"]["SecurityGroupProtocolEnum"] | null;
            /** @description Peers must be members of this group; null for no such condition. */
            remote_group_id: string | null;
            /** @description Peers must be in this network; null for no such condition. */
            remote_ip_prefix: string | null;
            /** @description Counts the changes of the rule. */
            revision_number: number;
            /**
             * Format: uuid4
             * @description Group that the rule belongs to.
             */
            security_group_id: string;
            /**
             * Format: date-time
             * @description When the rule last changed.
             * @example 2019-06-18T11:57:00+0000
             */
            updated_at: string;
        };
        /**
         * @description State of a task. FINISHED and ERROR are final.
         * @enum {string}
         */
        TaskState: "ERROR" | "FINISHED" | "NEW" | "RUNNING";
        /**
         * @description Oldest first or newest first.
         * @enum {string}
         */
        TaskOrderByChoices: "asc" | "desc";
        /**
         * @description Finer state that some kinds of task report.
         * @enum {string}
         */
        TaskDetailedStateEnum: "CLUSTER_CLEAN_UP" | "CLUSTER_REBUILD" | "CLUSTER_RESIZE" | "CLUSTER_RESUME" | "CLUSTER_SERVER_REBUILD" | "CLUSTER_SUSPEND" | "ERROR" | "FINISHED" | "IPU_SERVERS" | "NETWORK" | "POPLAR_SERVERS" | "POST_DEPLOY_SETUP" | "VIPU_CONTROLLER";
        /** @description One page of tasks. */
        TaskCollectionSerializer: {
            /** @description Number of tasks on all pages together. */
            count: number;
            /** @description The tasks of this page. */
            results: components["schemas"]["TaskSerializer"][];
        };
        /** @description Work that the platform does in the background. Its times are plain strings, usually without a zone. */
        TaskSerializer: {
            /** @description When somebody acknowledged the task. */
            acknowledged_at?: string | null;
            /**
             * @description User id of whoever acknowledged the task.
             * @default null
             */
            acknowledged_by?: number | null;
            /**
             * @description Account that the task belongs to.
             * @default null
             */
            client_id?: number | null;
            /**
             * @description When the task was made.
             * @example 2026-05-23T05:07:31
             */
            created_on: string | null;
            /**
             * @description Ids of what the task made.
             * @default null
             */
            created_resources?: components["schemas"]["CreatedResources"] | null;
            /** @description Parameters of the task; any JSON. */
            data?: unknown;
            /**
             * @description Finer state, for kinds of task that have one.
             * @default null
             */
            detailed_state?: components["schemas"]["TaskDetailedStateEnum"] | null;
            /**
             * @description What went wrong, in words.
             * @default null
             */
            error?: string | null;
            /** @description When the task ended. */
            finished_on?: string | null;
            /** @description Id of the task. */
            id: string;
            /**
             * @description Id of the job behind the task.
             * @default null
             */
            job_id?: string | null;
            /**
             * @description Policy that started the task.
             * @default null
             */
            lifecycle_policy_id?: number | null;
            /**
             * @description Project that the task works in.
             * @default null
             */
            project_id?: number | null;
            /**
             * @description Region that the task works in.
             * @default null
             */
            region_id?: number | null;
            /**
             * @description Id of the request that started the task.
             * @default null
             */
            request_id?: string | null;
            /**
             * @description Schedule that started the task.
             * @default null
             */
            schedule_id?: string | null;
            /** @description Where the task stands. */
            state: components["schemas"]["TaskState"];
            /**
             * @description Kind of work, such as create_security_group, update_security_group, create_security_group_rule, delete_security_group_rule, update_port.
             * @example update_security_group
             */
            task_type: string;
            /** @description When the task last changed. */
            updated_on?: string | null;
            /**
             * @description Account of the user whose token was used.
             * @default null
             */
            user_client_id?: number | null;
            /** @description User who started the task. */
            user_id: number;
        };
        /** @description Ids of what a task made, by kind. Other kinds than these may be present. */
        CreatedResources: {
            /** @description Ids of new ports. */
            ports?: string[];
            /** @description Ids of new rules. */
            security_group_rules?: string[];
            /** @description Ids of new groups. */
            security_groups?: string[];
        };
        /** @description Instances that use a group. */
        InstanceCollectionSerializer: {
            /** @description Number of instances. */
            count: number;
            /** @description The instances. */
            results: components["schemas"]["InstanceSerializer"][];
        };
        /** @description A virtual machine, cut down to what names it and to its groups. */
        InstanceSerializer: {
            /**
             * Format: date-time
             * @description When the instance was made.
             */
            created_at: string;
            /**
             * Format: uuid4
             * @description Id of the instance.
             */
            id: string;
            /** @description Free text. */
            instance_description: string | null;
            /** @description Name of the instance. */
            name: string;
            /** @description Project that the instance is in. */
            project_id: number;
            /** @description Display name of the region. */
            region: string;
            /** @description Region that the instance is in. */
            region_id: number;
            /** @description Groups of the instance, by name only. */
            security_groups: components["schemas"]["NameSerializerPydantic"][];
            /** @description Status of the server. */
            status: components["schemas"]["InstanceStatus"];
            /** @description Task that holds a lock on the instance; null when it is not locked. */
            task_id: string | null;
            /** @description What the instance is busy with. */
            task_state: string | null;
            /** @description State of the virtual machine. */
            vm_state: components["schemas"]["InstanceVMState"];
        };
        /**
         * @description Status of the server.
         * @enum {string}
         */
        InstanceStatus: "ACTIVE" | "BUILD" | "DELETED" | "ERROR" | "HARD_REBOOT" | "MIGRATING" | "PASSWORD" | "PAUSED" | "REBOOT" | "REBUILD" | "RESCUE" | "RESIZE" | "REVERT_RESIZE" | "SHELVED" | "SHELVED_OFFLOADED" | "SHUTOFF" | "SOFT_DELETED" | "SUSPENDED" | "UNKNOWN" | "VERIFY_RESIZE";
        /**
         * @description State of the virtual machine.
         * @enum {string}
         */
        InstanceVMState: "active" | "building" | "deleted" | "error" | "paused" | "rescued" | "resized" | "shelved" | "shelved_offloaded" | "soft-deleted" | "stopped" | "suspended";
        /** @description A network port. */
        PortDetailSerializer: {
            /** @description Further addresses that the port may use, ordered by address. */
            allowed_address_pairs: components["schemas"]["AllowedAddressPairsResponseSerializer"][];
            /** @description What the port is plugged into; null when nothing. */
            attached_to: components["schemas"]["PortAttachmentSerializer"] | null;
            /** @description Which settings have an effect on this port; null while it is not attached. */
            capabilities: components["schemas"]["PortCapabilitiesSerializer"] | null;
            /**
             * Format: date-time
             * @description When the port was made.
             */
            created_at: string;
            /**
             * Format: uuid4
             * @description Id of the port.
             */
            id: string;
            /** @description Addresses of the port. */
            ip_assignments: components["schemas"]["IpAssignmentSerializer"][];
            /**
             * @description Hardware address.
             * @example fa:16:3e:f2:87:16
             */
            mac_address: string;
            /** @description Who may change the port: the user, or only the platform. */
            managed_by: components["schemas"]["PortManagedBy"];
            /**
             * Format: uuid4
             * @description Network that the port is in.
             */
            network_id: string;
            /** @description Whether groups and the check against spoofed addresses apply. When false, all traffic passes. */
            port_security_enabled: boolean;
            /** @description Groups on the port, ordered by id. */
            security_group_ids: string[];
            /** @description Tags that the platform set. */
            system_tags: {
                [key: string]: string;
            };
            /** @description Tags that the user set. */
            tags: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When the port last changed.
             */
            updated_at: string;
        };
        /** @description What a port is plugged into. */
        PortAttachmentSerializer: {
            /** @description Id of that resource; null for DHCP. */
            resource_id: string | null;
            /** @description Its kind; null while unknown. */
            resource_type: components["schemas"]["PortResourceType"] | null;
        };
        /**
         * @description Kinds of resource that a port can belong to.
         * @enum {string}
         */
        PortResourceType: "baremetal_server" | "basic_vm" | "dhcp" | "gpu_baremetal_server" | "gpu_virtual_server" | "instance" | "load_balancer" | "router";
        /**
         * @description Owner of a port.
         * @enum {string}
         */
        PortManagedBy: "system" | "user";
        /** @description Which settings the network driver enforces on a port. */
        PortCapabilitiesSerializer: {
            /** @description Allowed address pairs are enforced. */
            allowed_address_pairs: boolean;
            /** @description Port security is enforced. */
            port_security: boolean;
            /** @description Security groups are enforced. */
            security_groups: boolean;
        };
        /** @description A further address of a port. */
        AllowedAddressPairsResponseSerializer: {
            /** @description Address or network. */
            ip_address: string;
        };
        /** @description An address of a port. */
        IpAssignmentSerializer: {
            /** @description The address. */
            ip_address: string;
            /**
             * Format: uuid4
             * @description Subnet of the address.
             */
            subnet_id: string;
        };
        /** @description What to change on a port. A field that is absent stays as it is; a list replaces the whole list. */
        PatchPortSerializer: {
            /** @description All further addresses of the port; an empty list removes them. */
            allowed_address_pairs?: components["schemas"]["PatchAllowedAddressPairsSerializer"][];
            /** @description All addresses of the port: at least one, each in a subnet of the port's network. */
            ip_assignments?: components["schemas"]["IpAssignmentRequestSerializer"][];
            /** @description Whether groups and the check against spoofed addresses shall apply. */
            port_security_enabled?: boolean;
            /** @description All groups of the port; an empty list detaches every group. */
            security_group_ids?: string[];
            /** @description JSON Merge Patch of the user's tags: a value sets a tag, null removes it, what is not named stays. */
            tags?: components["schemas"]["UpdateTagsSerializer"];
        };
        /** @description A further address for a port. */
        PatchAllowedAddressPairsSerializer: {
            /** @description Address or network. */
            ip_address: string;
        };
        /** @description An address for a port. */
        IpAssignmentRequestSerializer: {
            /** @description The address. */
            ip_address: string;
            /**
             * Format: uuid4
             * @description Subnet of the address.
             */
            subnet_id: string;
        };
        /** @description Body of every answer that is not a success, as the vendor's error guide describes it. */
        Error: {
            /**
             * @description Kind of error.
             * @example ValidationError
             * @example NotFoundError
             * @example ConflictError
             * @example QuotaLimitExceed
             */
            exception_class: string;
            /** @description What went wrong, in words. */
            message: string;
            /** @description Id of the request, for a question to support. */
            request_id: string;
            /** @description Details that depend on the kind of error; for a quota: attribute, current_usage, requested_usage, limit. */
            info?: {
                [key: string]: unknown;
            };
            /** @description Per field of the request, what is wrong with it. */
            invalid_fields?: {
                [key: string]: string[];
            };
        };
    };
    responses: {
        /** @description The request is malformed or against a rule; `invalid_fields` may say where. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No token, or one that is not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Refused; the vendor also uses this for a lack of capacity. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such resource in this project and region. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The path does not know this method. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The resource is locked, in use, or already there. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests; wait before the next one. */
        TooManyRequests: {
            headers: {
                /** @description How long to wait: seconds or a date. May be absent. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The platform failed. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The project. */
        ProjectId: number;
        /** @description The region. */
        RegionId: number;
        /** @description The group. */
        GroupId: string;
        /** @description The rule. */
        RuleId: string;
        /** @description The port. */
        PortId: string;
        /** @description The task. */
        TaskId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type UpdateSecurityGroupSerializerV2 = components['schemas']['UpdateSecurityGroupSerializerV2'];
export type CreateSecurityGroupSerializerV2 = components['schemas']['CreateSecurityGroupSerializerV2'];
export type CreateSecurityGroupRuleSerializerV2 = components['schemas']['CreateSecurityGroupRuleSerializerV2'];
export type UpdateTagsSerializer = components['schemas']['UpdateTagsSerializer'];
export type CreateTagsSerializer = components['schemas']['CreateTagsSerializer'];
export type TagSerializer = components['schemas']['TagSerializer'];
export type SecurityGroupProtocolEnumV2 = components['schemas']['SecurityGroupProtocolEnumV2'];
export type SecurityGroupProtocolEnum = components['schemas']['SecurityGroupProtocolEnum'];
export type TaskIDsSerializer = components['schemas']['TaskIDsSerializer'];
export type NameSerializerPydantic = components['schemas']['NameSerializerPydantic'];
export type SecurityGroupCollectionSerializer = components['schemas']['SecurityGroupCollectionSerializer'];
export type SecurityGroupSerializer = components['schemas']['SecurityGroupSerializer'];
export type SecurityGroupRuleSerializer = components['schemas']['SecurityGroupRuleSerializer'];
export type TaskState = components['schemas']['TaskState'];
export type TaskOrderByChoices = components['schemas']['TaskOrderByChoices'];
export type TaskDetailedStateEnum = components['schemas']['TaskDetailedStateEnum'];
export type TaskCollectionSerializer = components['schemas']['TaskCollectionSerializer'];
export type TaskSerializer = components['schemas']['TaskSerializer'];
export type CreatedResources = components['schemas']['CreatedResources'];
export type InstanceCollectionSerializer = components['schemas']['InstanceCollectionSerializer'];
export type InstanceSerializer = components['schemas']['InstanceSerializer'];
export type InstanceStatus = components['schemas']['InstanceStatus'];
export type InstanceVmState = components['schemas']['InstanceVMState'];
export type PortDetailSerializer = components['schemas']['PortDetailSerializer'];
export type PortAttachmentSerializer = components['schemas']['PortAttachmentSerializer'];
export type PortResourceType = components['schemas']['PortResourceType'];
export type PortManagedBy = components['schemas']['PortManagedBy'];
export type PortCapabilitiesSerializer = components['schemas']['PortCapabilitiesSerializer'];
export type AllowedAddressPairsResponseSerializer = components['schemas']['AllowedAddressPairsResponseSerializer'];
export type IpAssignmentSerializer = components['schemas']['IpAssignmentSerializer'];
export type PatchPortSerializer = components['schemas']['PatchPortSerializer'];
export type PatchAllowedAddressPairsSerializer = components['schemas']['PatchAllowedAddressPairsSerializer'];
export type IpAssignmentRequestSerializer = components['schemas']['IpAssignmentRequestSerializer'];
export type Error = components['schemas']['Error'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ParameterProjectId = components['parameters']['ProjectId'];
export type ParameterRegionId = components['parameters']['RegionId'];
export type ParameterGroupId = components['parameters']['GroupId'];
export type ParameterRuleId = components['parameters']['RuleId'];
export type ParameterPortId = components['parameters']['PortId'];
export type ParameterTaskId = components['parameters']['TaskId'];
export type $defs = Record<string, never>;
export interface operations {
    "SecurityGroupViewSet.get": {
        parameters: {
            query?: {
                /** @description Size of a page. */
                limit?: number;
                /** @description Only the group with exactly this name. */
                name?: string;
                /** @description How many items to skip. */
                offset?: number;
                /** @description Only groups with these tag keys; repeat the parameter for several. */
                tag_key?: string[];
                /** @description Only groups with these tags: a JSON object of keys and values, written as a string. */
                tag_key_value?: string;
            };
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroupCollectionSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupInstanceViewSet.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroupSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupInstanceViewSet.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupCopy.post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NameSerializerPydantic"];
            };
        };
        responses: {
            /** @description The new group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroupSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupRestore.post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group after the revert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityGroupSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupsInstancesView.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instances */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceCollectionSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupViewSetV2.post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSecurityGroupSerializerV2"];
            };
        };
        responses: {
            /** @description Accepted, with the tasks to watch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIDsSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupInstanceViewSetV2.patch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateSecurityGroupSerializerV2"];
            };
        };
        responses: {
            /** @description Accepted, with the tasks to watch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIDsSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupRulesViewSetV2.post": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSecurityGroupRuleSerializerV2"];
            };
        };
        responses: {
            /** @description Accepted, with the task to watch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIDsSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "SecurityGroupRuleInstanceViewSetV2.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The group. */
                group_id: components["parameters"]["GroupId"];
                /** @description The rule. */
                rule_id: components["parameters"]["RuleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted, with the task to watch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIDsSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "PortDetailView.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The port. */
                port_id: components["parameters"]["PortId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The port */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortDetailSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "PortDetailView.patch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description The region. */
                region_id: components["parameters"]["RegionId"];
                /** @description The port. */
                port_id: components["parameters"]["PortId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchPortSerializer"];
            };
        };
        responses: {
            /** @description Accepted, with the tasks to watch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIDsSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "TaskViewSet.get": {
        parameters: {
            query?: {
                /** @description Only tasks made at this time or later. */
                from_timestamp?: string;
                /** @description Only tasks that were, or were not, acknowledged. */
                is_acknowledged?: boolean;
                /** @description Size of a page. */
                limit?: number;
                /** @description How many items to skip. */
                offset?: number;
                /** @description Order by time of creation. */
                order_by?: components["schemas"]["TaskOrderByChoices"];
                /** @description Only tasks of these projects; repeat the parameter for several. */
                project_id?: number[];
                /** @description Only tasks of these regions; repeat the parameter for several. */
                region_id?: number[];
                /** @description Former name of `order_by`. */
                sorting?: components["schemas"]["TaskOrderByChoices"];
                /** @description Only tasks in these states; repeat the parameter for several. */
                state?: components["schemas"]["TaskState"][];
                /** @description Only tasks of this kind, such as update_security_group. */
                task_type?: string;
                /** @description Only tasks made at this time or earlier. */
                to_timestamp?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCollectionSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    "TaskInstanceViewSet.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The task. */
                task_id: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSerializer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
