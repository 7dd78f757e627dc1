// Generated from specs/sources.json, key ionos.sdkModels, by `vitest run -u`. Do not edit.

import type { SdkModels } from "../sdk-models.ts";

/** What the official SDK for Node says of the operations and models that our IONOS document has. */
export const ionosSdkModels: SdkModels = {
  "package": "@ionos-cloud/sdk-nodejs",
  "version": "6.1.5",
  "basePath": "https://api.ionos.com/cloudapi/v6",
  "operations": {
    "datacentersSecuritygroupsGet": {
      "method": "GET",
      "path": "/datacenters/{datacenterId}/securitygroups",
      "query": {
        "pretty": "boolean",
        "depth": "number",
        "offset": "number",
        "limit": "number",
        "orderBy": "string",
        "maxResults": "number"
      },
      "answer": "SecurityGroups"
    },
    "datacentersSecuritygroupsPost": {
      "method": "POST",
      "path": "/datacenters/{datacenterId}/securitygroups",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "SecurityGroupRequest",
      "answer": "SecurityGroup"
    },
    "datacentersSecuritygroupsFindById": {
      "method": "GET",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "answer": "SecurityGroup"
    },
    "datacentersSecuritygroupsPut": {
      "method": "PUT",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "SecurityGroupRequest",
      "answer": "SecurityGroup"
    },
    "datacentersSecuritygroupsPatch": {
      "method": "PATCH",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "SecurityGroupProperties",
      "answer": "SecurityGroup"
    },
    "datacentersSecuritygroupsDelete": {
      "method": "DELETE",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}",
      "query": {
        "pretty": "boolean"
      }
    },
    "datacentersSecuritygroupsRulesGet": {
      "method": "GET",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules",
      "query": {
        "pretty": "boolean",
        "depth": "number",
        "offset": "number",
        "limit": "number",
        "orderBy": "string",
        "maxResults": "number"
      },
      "answer": "FirewallRules"
    },
    "datacentersSecuritygroupsFirewallrulesPost": {
      "method": "POST",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules",
      "body": "FirewallRule",
      "answer": "FirewallRule"
    },
    "datacentersSecuritygroupsRulesFindById": {
      "method": "GET",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "answer": "FirewallRule"
    },
    "datacentersSecuritygroupsRulesPut": {
      "method": "PUT",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "FirewallRule",
      "answer": "FirewallRule"
    },
    "datacentersSecuritygroupsRulesPatch": {
      "method": "PATCH",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "FirewallruleProperties",
      "answer": "FirewallRule"
    },
    "datacentersSecuritygroupsFirewallrulesDelete": {
      "method": "DELETE",
      "path": "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}"
    },
    "datacentersServersSecuritygroupsPut": {
      "method": "PUT",
      "path": "/datacenters/{datacenterId}/servers/{serverId}/securitygroups",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "ListOfIds",
      "answer": "SecurityGroups"
    },
    "datacentersServersNicsSecuritygroupsPut": {
      "method": "PUT",
      "path": "/datacenters/{datacenterId}/servers/{serverId}/nics/{nicId}/securitygroups",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "body": "ListOfIds",
      "answer": "SecurityGroups"
    },
    "requestsGet": {
      "method": "GET",
      "path": "/requests",
      "query": {
        "pretty": "boolean",
        "depth": "number",
        "filter.status": "string",
        "filter.createdAfter": "string",
        "filter.createdBefore": "string",
        "filter.createdDate": "string",
        "filter.createdBy": "string",
        "filter.etag": "string",
        "filter.requestStatus": "string",
        "filter.method": "string",
        "filter.headers": "string",
        "filter.body": "string",
        "filter.url": "string",
        "offset": "number",
        "limit": "number",
        "orderBy": "string",
        "maxResults": "number"
      },
      "headers": {
        "X-Contract-Number": "number"
      },
      "answer": "Requests"
    },
    "requestsFindById": {
      "method": "GET",
      "path": "/requests/{requestId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "headers": {
        "X-Contract-Number": "number"
      },
      "answer": "Request"
    },
    "requestsStatusGet": {
      "method": "GET",
      "path": "/requests/{requestId}/status",
      "query": {
        "pretty": "boolean",
        "depth": "number",
        "orderBy": "string",
        "maxResults": "number"
      },
      "headers": {
        "X-Contract-Number": "number"
      },
      "answer": "RequestStatus"
    },
    "datacentersFindById": {
      "method": "GET",
      "path": "/datacenters/{datacenterId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "headers": {
        "X-Contract-Number": "number"
      },
      "answer": "Datacenter"
    },
    "datacentersPatch": {
      "method": "PATCH",
      "path": "/datacenters/{datacenterId}",
      "query": {
        "pretty": "boolean",
        "depth": "number"
      },
      "headers": {
        "X-Contract-Number": "number"
      },
      "body": "DatacenterPropertiesPut",
      "answer": "Datacenter"
    },
    "contractsGet": {
      "method": "GET",
      "path": "/contracts",
      "query": {
        "pretty": "boolean",
        "depth": "number",
        "orderBy": "string",
        "maxResults": "number"
      },
      "headers": {
        "X-Contract-Number": "number"
      },
      "answer": "Contracts"
    }
  },
  "models": {
    "SecurityGroups": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "items?": "Array<SecurityGroup>",
      "offset?": "number",
      "limit?": "number",
      "_links?": "PaginationLinks"
    },
    "SecurityGroup": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "DatacenterElementMetadata",
      "properties": "SecurityGroupProperties",
      "entities?": "SecurityGroupEntities"
    },
    "SecurityGroupProperties": {
      "name": "string",
      "description?": "string"
    },
    "SecurityGroupRequest": {
      "properties": "SecurityGroupProperties",
      "entities?": "SecurityGroupEntitiesRequest"
    },
    "SecurityGroupEntitiesRequest": {
      "rules?": "FirewallRules"
    },
    "SecurityGroupEntities": {
      "rules?": "FirewallRules",
      "nics?": "Nics",
      "servers?": "Servers"
    },
    "ListOfIds": {
      "ids": "Array<string>"
    },
    "FirewallRules": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "items?": "Array<FirewallRule>",
      "offset?": "number",
      "limit?": "number",
      "_links?": "PaginationLinks"
    },
    "FirewallRule": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "DatacenterElementMetadata",
      "properties": "FirewallruleProperties"
    },
    "FirewallruleProperties": {
      "name?": "string",
      "protocol?": "FirewallrulePropertiesProtocolEnum",
      "sourceMac?": "string | null",
      "ipVersion?": "FirewallrulePropertiesIpVersionEnum",
      "sourceIp?": "string | null",
      "targetIp?": "string | null",
      "icmpCode?": "number | null",
      "icmpType?": "number | null",
      "portRangeStart?": "number",
      "portRangeEnd?": "number",
      "type?": "FirewallrulePropertiesTypeEnum"
    },
    "Servers": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "items?": "Array<Server>",
      "offset?": "number",
      "limit?": "number",
      "_links?": "PaginationLinks"
    },
    "Server": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "DatacenterElementMetadata",
      "properties": "ServerProperties",
      "entities?": "ServerEntities"
    },
    "ServerProperties": {
      "templateUuid?": "string",
      "name?": "string",
      "hostname?": "string",
      "cores?": "number",
      "ram?": "number",
      "availabilityZone?": "ServerPropertiesAvailabilityZoneEnum",
      "vmState?": "ServerPropertiesVmStateEnum",
      "bootCdrom?": "ResourceReference",
      "bootVolume?": "ResourceReference",
      "cpuFamily?": "string",
      "type?": "string",
      "nicMultiQueue?": "boolean"
    },
    "Nics": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "items?": "Array<Nic>",
      "offset?": "number",
      "limit?": "number",
      "_links?": "PaginationLinks"
    },
    "Nic": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "DatacenterElementMetadata",
      "properties": "NicProperties",
      "entities?": "NicEntities"
    },
    "NicProperties": {
      "name?": "string",
      "mac?": "string",
      "ips?": "Array<string> | null",
      "dhcp?": "boolean",
      "ipv6Ips?": "Array<string> | null",
      "ipv6CidrBlock?": "string | null",
      "dhcpv6?": "boolean | null",
      "lan": "number",
      "firewallActive?": "boolean",
      "firewallType?": "NicPropertiesFirewallTypeEnum",
      "deviceNumber?": "number",
      "pciSlot?": "number"
    },
    "ResourceReference": {
      "id": "string",
      "type?": "Type",
      "href?": "string"
    },
    "PaginationLinks": {
      "prev?": "string",
      "self?": "string",
      "next?": "string"
    },
    "DatacenterElementMetadata": {
      "etag?": "string",
      "createdDate?": "string",
      "createdBy?": "string",
      "createdByUserId?": "string",
      "lastModifiedDate?": "string",
      "lastModifiedBy?": "string",
      "lastModifiedByUserId?": "string",
      "state?": "DatacenterElementMetadataStateEnum"
    },
    "ErrorMessage": {
      "errorCode?": "string",
      "message?": "string"
    },
    "Requests": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "items?": "Array<Request>",
      "offset": "number",
      "limit": "number",
      "_links": "PaginationLinks"
    },
    "Request": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "RequestMetadata",
      "properties": "RequestProperties"
    },
    "RequestMetadata": {
      "createdDate?": "string",
      "createdBy?": "string",
      "etag?": "string",
      "requestStatus?": "RequestStatus"
    },
    "RequestProperties": {
      "method?": "string",
      "headers?": "{ [key: string]: string; }",
      "body?": "string",
      "url?": "string"
    },
    "RequestStatus": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "RequestStatusMetadata"
    },
    "RequestStatusMetadata": {
      "status?": "RequestStatusMetadataStatusEnum",
      "message?": "string",
      "etag?": "string",
      "targets?": "Array<RequestTarget>"
    },
    "RequestTarget": {
      "target?": "ResourceReference",
      "status?": "RequestTargetStatusEnum"
    },
    "Datacenter": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "metadata?": "DatacenterElementMetadata",
      "properties": "DatacenterProperties",
      "entities?": "DataCenterEntities"
    },
    "DatacenterProperties": {
      "name?": "string",
      "description?": "string",
      "location": "string",
      "version?": "number",
      "features?": "Array<string>",
      "secAuthProtection?": "boolean",
      "cpuArchitecture?": "Array<CpuArchitectureProperties>",
      "ipv6CidrBlock?": "string | null",
      "defaultSecurityGroupId?": "string"
    },
    "DatacenterPropertiesPut": {
      "name?": "string",
      "description?": "string",
      "location?": "string",
      "version?": "number",
      "features?": "Array<string>",
      "secAuthProtection?": "boolean",
      "cpuArchitecture?": "Array<CpuArchitectureProperties>",
      "defaultSecurityGroupId?": "string",
      "createDefaultSecurityGroup?": "boolean"
    },
    "DataCenterEntities": {
      "servers?": "Servers",
      "volumes?": "Volumes",
      "loadbalancers?": "Loadbalancers",
      "lans?": "Lans",
      "networkloadbalancers?": "NetworkLoadBalancers",
      "natgateways?": "NatGateways",
      "securitygroups?": "SecurityGroups"
    },
    "Contracts": {
      "id?": "string",
      "type?": "Type",
      "href?": "string",
      "items?": "Array<Contract>"
    },
    "Contract": {
      "type?": "Type",
      "properties": "ContractProperties"
    },
    "ContractProperties": {
      "contractNumber?": "number",
      "owner?": "string",
      "status?": "string",
      "regDomain?": "string",
      "resourceLimits?": "ResourceLimits"
    },
    "ResourceLimits": {
      "coresPerServer": "number",
      "coresPerContract": "number",
      "coresProvisioned": "number",
      "ramPerServer": "number",
      "ramPerContract": "number",
      "ramProvisioned": "number",
      "hddLimitPerVolume": "number",
      "hddLimitPerContract": "number",
      "hddVolumeProvisioned": "number",
      "ssdLimitPerVolume": "number",
      "ssdLimitPerContract": "number",
      "ssdVolumeProvisioned": "number",
      "dasVolumeProvisioned": "number",
      "reservableIps": "number",
      "reservedIpsOnContract": "number",
      "reservedIpsInUse": "number",
      "k8sClusterLimitTotal": "number",
      "k8sClustersProvisioned": "number",
      "nlbLimitTotal": "number",
      "nlbProvisioned": "number",
      "natGatewayLimitTotal": "number",
      "natGatewayProvisioned": "number",
      "securityGroupsPerVdc": "number",
      "securityGroupsPerResource": "number",
      "rulesPerSecurityGroup": "number"
    },
    "ModelError": {
      "httpStatus?": "number",
      "messages?": "Array<ErrorMessage>"
    }
  },
  "enums": {
    "DatacenterElementMetadataStateEnum": [
      "AVAILABLE",
      "INACTIVE",
      "BUSY",
      "DEPLOYING",
      "ACTIVE",
      "FAILED",
      "SUSPENDED",
      "FAILED_SUSPENDED",
      "UPDATING",
      "FAILED_UPDATING",
      "DESTROYING",
      "FAILED_DESTROYING",
      "TERMINATED",
      "HIBERNATING",
      "FAILED_HIBERNATING",
      "MAINTENANCE",
      "FAILED_MAINTENANCE",
      "UNKNOWN"
    ],
    "FirewallrulePropertiesProtocolEnum": [
      "TCP",
      "UDP",
      "ICMP",
      "ICMPv6",
      "GRE",
      "VRRP",
      "ESP",
      "AH",
      "ANY"
    ],
    "FirewallrulePropertiesIpVersionEnum": [
      "IPv4",
      "IPv6"
    ],
    "FirewallrulePropertiesTypeEnum": [
      "INGRESS",
      "EGRESS"
    ],
    "NicPropertiesFirewallTypeEnum": [
      "INGRESS",
      "EGRESS",
      "BIDIRECTIONAL"
    ],
    "RequestStatusMetadataStatusEnum": [
      "QUEUED",
      "RUNNING",
      "DONE",
      "FAILED"
    ],
    "RequestTargetStatusEnum": [
      "QUEUED",
      "RUNNING",
      "DONE",
      "FAILED"
    ],
    "ServerPropertiesAvailabilityZoneEnum": [
      "AUTO",
      "ZONE_1",
      "ZONE_2"
    ],
    "ServerPropertiesVmStateEnum": [
      "NOSTATE",
      "RUNNING",
      "BLOCKED",
      "PAUSED",
      "SHUTDOWN",
      "SHUTOFF",
      "CRASHED",
      "SUSPENDED"
    ],
    "Type": [
      "datacenter",
      "server",
      "volume",
      "nic",
      "loadbalancer",
      "location",
      "firewall-rule",
      "flow-log",
      "image",
      "snapshot",
      "lan",
      "ipblock",
      "pcc",
      "contract",
      "user",
      "group",
      "collection",
      "resource",
      "request",
      "request-status",
      "s3key",
      "backupunit",
      "label",
      "k8s",
      "nodepool",
      "template",
      "networkloadbalancer",
      "forwarding-rule",
      "natgateway",
      "natgateway-rule",
      "node",
      "applicationloadbalancer",
      "target-group",
      "security-group"
    ]
  },
  "additions": [
    {
      "where": "SecurityGroupProperties.name",
      "schema": {
        "maxLength": 60
      },
      "evidence": "sdk-python; the third party's client says the same."
    },
    {
      "where": "SecurityGroupProperties.description",
      "schema": {
        "maxLength": 300
      },
      "evidence": "sdk-python; the third party's client says the same."
    },
    {
      "where": "FirewallruleProperties.ipVersion",
      "schema": {
        "anyOf": [
          {
            "type": "string",
            "enum": [
              "IPv4",
              "IPv6"
            ]
          },
          {
            "type": "null"
          }
        ]
      },
      "evidence": "sdk-go and sdk-python mark it nullable; this package does not."
    },
    {
      "where": "FirewallruleProperties.icmpCode",
      "schema": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 0,
            "maximum": 254
          },
          {
            "type": "null"
          }
        ]
      },
      "evidence": "The text of the field in this package. sdk-go has int32."
    },
    {
      "where": "FirewallruleProperties.icmpType",
      "schema": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 0,
            "maximum": 254
          },
          {
            "type": "null"
          }
        ]
      },
      "evidence": "The text of the field in this package. sdk-go has int32."
    },
    {
      "where": "FirewallruleProperties.portRangeStart",
      "schema": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535
      },
      "evidence": "The text of the field in this package. sdk-go has int32."
    },
    {
      "where": "FirewallruleProperties.portRangeEnd",
      "schema": {
        "type": "integer",
        "minimum": 1,
        "maximum": 65535
      },
      "evidence": "The text of the field in this package. sdk-go has int32."
    },
    {
      "where": "query depth",
      "schema": {
        "type": "integer",
        "minimum": 0,
        "maximum": 10
      },
      "evidence": "CloudAPI v6 reference; the third party's client says the same."
    },
    {
      "where": "query offset",
      "schema": {
        "type": "integer",
        "minimum": 0
      },
      "evidence": "CloudAPI v6 reference; the third party's client says the same."
    },
    {
      "where": "query limit",
      "schema": {
        "type": "integer",
        "minimum": 1,
        "maximum": 10000
      },
      "evidence": "CloudAPI v6 reference; the third party's client says the same."
    }
  ]
};
