// Generated from specs/ionos/openapi.yaml by `pnpm generate`. Do not edit.

import type { OpenApiDocument } from "../openapi-document.ts";

/** The document that the types of `@secgroup/api-types/ionos` were generated from. */
export const ionosDocument: OpenApiDocument = {
  "openapi": "3.1.0",
  "info": {
    "title": "IONOS CloudAPI v6, network security groups",
    "version": "6.0",
    "summary": "Security groups, their rules and attachments, and what is needed to follow a change.",
    "description": "Reads answer at once. Writes are queued: the answer holds the object as it is going to be, with\n`metadata.state` BUSY, and a `Location` header with the URL of the request's status. Take any 2xx\nas accepted and never read \"done\" out of the status code.\n\nHow much of the tree is told depends on `depth`. A collection without `items`, an object without\n`entities` and an item without `properties` mean \"not told at this depth\", never \"empty\".\n",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://api.ionos.com/cloudapi/v6",
      "description": "The one public address of the API."
    }
  ],
  "security": [
    {
      "BasicAuthentication": []
    },
    {
      "TokenAuthentication": []
    }
  ],
  "tags": [
    {
      "name": "Security groups",
      "description": "Groups of one virtual data center and their rules."
    },
    {
      "name": "Attachments",
      "description": "Which groups a server or a NIC is a member of."
    },
    {
      "name": "Requests",
      "description": "Progress of queued writes."
    },
    {
      "name": "Data centers",
      "description": "Home of the groups; names the default group."
    },
    {
      "name": "Contract",
      "description": "Limits of the contract."
    }
  ],
  "paths": {
    "/datacenters/{datacenterId}/securitygroups": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        }
      ],
      "get": {
        "operationId": "datacentersSecuritygroupsGet",
        "tags": [
          "Security groups"
        ],
        "summary": "List the groups of a data center",
        "description": "Names need not be unique, so only the id identifies a group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/offset"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "One page of groups.",
            "headers": {
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroups"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "post": {
        "operationId": "datacentersSecuritygroupsPost",
        "tags": [
          "Security groups"
        ],
        "summary": "Create a group, with its rules if wanted",
        "description": "The id of the new group is known from the answer, before the work is done.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "Name, description and, in the same call, the rules.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SecurityGroupRequest"
              },
              "examples": {
                "withRules": {
                  "summary": "A group with two rules",
                  "value": {
                    "properties": {
                      "name": "web",
                      "description": "Public web servers"
                    },
                    "entities": {
                      "rules": {
                        "items": [
                          {
                            "properties": {
                              "name": "https",
                              "protocol": "TCP",
                              "portRangeStart": 443,
                              "portRangeEnd": 443,
                              "ipVersion": "IPv4",
                              "type": "INGRESS"
                            }
                          },
                          {
                            "properties": {
                              "name": "all outgoing",
                              "protocol": "ANY",
                              "ipVersion": "IPv4",
                              "type": "EGRESS"
                            }
                          }
                        ]
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroup"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/datacenters/{datacenterId}/securitygroups/{securityGroupId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        },
        {
          "$ref": "#/components/parameters/securityGroupId"
        }
      ],
      "get": {
        "operationId": "datacentersSecuritygroupsFindById",
        "tags": [
          "Security groups"
        ],
        "summary": "Read one group",
        "description": "With a depth of 3 the properties of its rules are told as well.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "responses": {
          "200": {
            "description": "The group.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroup"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "put": {
        "operationId": "datacentersSecuritygroupsPut",
        "tags": [
          "Security groups"
        ],
        "summary": "Set name and description of a group",
        "description": "Rules stay as they are when `entities` is left out. What happens to them when it is sent is not known.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "The new properties, wrapped.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SecurityGroupRequest"
              },
              "examples": {
                "documented": {
                  "summary": "As on the documented page",
                  "value": {
                    "properties": {
                      "name": "NSG",
                      "description": "updated to true"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroup"
                },
                "examples": {
                  "documented": {
                    "summary": "As on the documented page",
                    "value": {
                      "id": "bxxxx-axXX-0008-8888-99k0444e5555",
                      "type": "security-group",
                      "href": "https://api.ionos.com/cloudapi/v6/datacenters/5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31/securitygroups/bxxxx-axXX-0008-8888-99k0444e5555",
                      "metadata": {
                        "etag": "e15475860e9c6e1136ba1b2153297f31",
                        "createdDate": "2024-05-17T15:11:11Z",
                        "createdBy": "test.test@ionos.com",
                        "createdByUserId": "a5af0375-1c1d-4387-9ef1-6ee95d30e54a",
                        "lastModifiedDate": "2024-05-21T18:02:41Z",
                        "lastModifiedBy": "test.test@ionos.com",
                        "lastModifiedByUserId": "a5af0375-1c1d-4387-9ef1-6ee95d30e54a",
                        "state": "BUSY"
                      },
                      "properties": {
                        "name": "NSG",
                        "description": "updated to true"
                      },
                      "entities": {
                        "rules": {
                          "id": "b3f55c2d-a89e-4008-8213-92e0428e2555/rules",
                          "type": "collection",
                          "href": "https://api.ionos.com/cloudapi/v6/datacenters/5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31/securitygroups/bxxxx-axXX-0008-8888-99k0444e5555/rules"
                        },
                        "servers": {
                          "id": "b3f55c2d-a89e-4008-8213-92e0428e2555/servers",
                          "type": "collection",
                          "href": "https://api.ionos.com/cloudapi/v6/datacenters/5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31/securitygroups/bxxxx-axXX-0008-8888-99k0444e5555/servers"
                        },
                        "nics": {
                          "id": "b3f55c2d-a89e-4008-8213-92e0428e2555/nics",
                          "type": "collection",
                          "href": "https://api.ionos.com/cloudapi/v6/datacenters/5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31/securitygroups/bxxxx-axXX-0008-8888-99k0444e5555/nics"
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "patch": {
        "operationId": "datacentersSecuritygroupsPatch",
        "tags": [
          "Security groups"
        ],
        "summary": "Change name or description of a group",
        "description": "The body is bare, not wrapped in `properties`. Fields that are not named keep their value.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "The properties to change, bare.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SecurityGroupPropertiesPatch"
              },
              "examples": {
                "both": {
                  "summary": "Name repeated, description new",
                  "value": {
                    "name": "NSG",
                    "description": "updated to true"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroup"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "delete": {
        "operationId": "datacentersSecuritygroupsDelete",
        "tags": [
          "Security groups"
        ],
        "summary": "Delete a group",
        "description": "What happens to a group that is attached, or the default of its data center, is not known.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          }
        ],
        "responses": {
          "202": {
            "description": "Queued; no body.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        },
        {
          "$ref": "#/components/parameters/securityGroupId"
        }
      ],
      "get": {
        "operationId": "datacentersSecuritygroupsRulesGet",
        "tags": [
          "Security groups"
        ],
        "summary": "List the rules of a group",
        "description": "The smallest depth at which rules come with their properties is not known; ask for 1 or more.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/offset"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "One page of rules.",
            "headers": {
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FirewallRules"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "post": {
        "operationId": "datacentersSecuritygroupsFirewallrulesPost",
        "tags": [
          "Security groups"
        ],
        "summary": "Add a rule to a group",
        "description": "Takes no query parameters. The status code differs between the vendor's documents, so both are listed.",
        "requestBody": {
          "description": "The rule, wrapped.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FirewallRule"
              },
              "examples": {
                "onePort": {
                  "summary": "SSH from one network",
                  "value": {
                    "properties": {
                      "name": "ssh from the office",
                      "protocol": "TCP",
                      "sourceIp": "203.0.113.0/24",
                      "portRangeStart": 22,
                      "portRangeEnd": 22,
                      "type": "INGRESS"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted; the work may still be queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FirewallRule"
                }
              }
            }
          },
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FirewallRule"
                },
                "examples": {
                  "echo": {
                    "summary": "What was not set comes back as null",
                    "value": {
                      "id": "7d6b9f0e-6f6c-4d0c-9a57-2b1f1f4f9c01",
                      "type": "firewall-rule",
                      "href": "https://api.ionos.com/cloudapi/v6/datacenters/5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31/securitygroups/b3f55c2d-a89e-4008-8213-92e0428e2555/rules/7d6b9f0e-6f6c-4d0c-9a57-2b1f1f4f9c01",
                      "metadata": {
                        "state": "BUSY"
                      },
                      "properties": {
                        "name": "ssh from the office",
                        "protocol": "TCP",
                        "sourceMac": null,
                        "sourceIp": "203.0.113.0/24",
                        "targetIp": null,
                        "icmpCode": null,
                        "icmpType": null,
                        "portRangeStart": 22,
                        "portRangeEnd": 22,
                        "ipVersion": "IPv4",
                        "type": "INGRESS"
                      }
                    }
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        },
        {
          "$ref": "#/components/parameters/securityGroupId"
        },
        {
          "$ref": "#/components/parameters/ruleId"
        }
      ],
      "get": {
        "operationId": "datacentersSecuritygroupsRulesFindById",
        "tags": [
          "Security groups"
        ],
        "summary": "Read one rule",
        "description": "All properties of the rule are told even at depth 0.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "responses": {
          "200": {
            "description": "The rule.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FirewallRule"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "put": {
        "operationId": "datacentersSecuritygroupsRulesPut",
        "tags": [
          "Security groups"
        ],
        "summary": "Set the properties of a rule",
        "description": "Whether the protocol may be repeated, or has to be left out, is not known; PATCH avoids the question.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "The rule, wrapped.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FirewallRule"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FirewallRule"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "patch": {
        "operationId": "datacentersSecuritygroupsRulesPatch",
        "tags": [
          "Security groups"
        ],
        "summary": "Change some properties of a rule",
        "description": "The body is bare and without `protocol`, which cannot change. Fields that are not named keep their value.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "The properties to change, bare.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FirewallrulePropertiesPatch"
              },
              "examples": {
                "openToAll": {
                  "summary": "New name, any source",
                  "value": {
                    "name": "ssh",
                    "sourceIp": null
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FirewallRule"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "delete": {
        "operationId": "datacentersSecuritygroupsFirewallrulesDelete",
        "tags": [
          "Security groups"
        ],
        "summary": "Remove a rule from its group",
        "description": "The rule itself is gone afterwards. Takes no query parameters.",
        "responses": {
          "202": {
            "description": "Queued; no body.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/datacenters/{datacenterId}/servers/{serverId}/securitygroups": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        },
        {
          "$ref": "#/components/parameters/serverId"
        }
      ],
      "put": {
        "operationId": "datacentersServersSecuritygroupsPut",
        "tags": [
          "Attachments"
        ],
        "summary": "Set the groups of a server",
        "description": "Replaces the whole list; an empty list detaches all. Nodes of managed Kubernetes pools and suspended Cubes cannot be members.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "Ids of all groups that the server is to have.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ListOfIds"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted; the work may still be queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroups"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/datacenters/{datacenterId}/servers/{serverId}/nics/{nicId}/securitygroups": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        },
        {
          "$ref": "#/components/parameters/serverId"
        },
        {
          "$ref": "#/components/parameters/nicId"
        }
      ],
      "put": {
        "operationId": "datacentersServersNicsSecuritygroupsPut",
        "tags": [
          "Attachments"
        ],
        "summary": "Set the groups of a NIC",
        "description": "Replaces the whole list. Groups of the NIC's server apply in addition.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          }
        ],
        "requestBody": {
          "description": "Ids of all groups that the NIC is to have.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ListOfIds"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted; the work may still be queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroups"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/requests": {
      "get": {
        "operationId": "requestsGet",
        "tags": [
          "Requests"
        ],
        "summary": "List requests",
        "description": "Finds the request of a write whose answer was lost. The filters `status`, `createdAfter` and `createdBefore` work at any depth, all others need a depth above 0; they look for text inside the field, whatever its case.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/offset"
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/xContractNumber"
          },
          {
            "name": "filter.status",
            "in": "query",
            "description": "Only requests in this state.",
            "schema": {
              "$ref": "#/components/schemas/RequestState"
            }
          },
          {
            "name": "filter.createdAfter",
            "in": "query",
            "description": "Only requests made after this moment.",
            "schema": {
              "$ref": "#/components/schemas/FilterTime"
            }
          },
          {
            "name": "filter.createdBefore",
            "in": "query",
            "description": "Only requests made before this moment.",
            "schema": {
              "$ref": "#/components/schemas/FilterTime"
            }
          },
          {
            "name": "filter.createdDate",
            "in": "query",
            "description": "Text that the creation time contains.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "filter.createdBy",
            "in": "query",
            "description": "Text that the author's name contains.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "filter.etag",
            "in": "query",
            "description": "Text that the etag contains.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "filter.requestStatus",
            "in": "query",
            "description": "Text that the status contains.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "filter.method",
            "in": "query",
            "description": "Text that the HTTP method contains.",
            "schema": {
              "type": "string",
              "examples": [
                "POST"
              ]
            }
          },
          {
            "name": "filter.headers",
            "in": "query",
            "description": "Text that the headers contain.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "filter.body",
            "in": "query",
            "description": "Text that the body contains.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "filter.url",
            "in": "query",
            "description": "Text that the URL contains.",
            "schema": {
              "type": "string",
              "examples": [
                "securitygroups"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of requests.",
            "headers": {
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Requests"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/requests/{requestId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/requestId"
        }
      ],
      "get": {
        "operationId": "requestsFindById",
        "tags": [
          "Requests"
        ],
        "summary": "Read one request",
        "description": "Tells what was asked, by whom and, at a sufficient depth, how far it is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/xContractNumber"
          }
        ],
        "responses": {
          "200": {
            "description": "The request.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Request"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/requests/{requestId}/status": {
      "parameters": [
        {
          "$ref": "#/components/parameters/requestId"
        }
      ],
      "get": {
        "operationId": "requestsStatusGet",
        "tags": [
          "Requests"
        ],
        "summary": "Read how far a request is",
        "description": "This is what the `Location` of a write points to. Poll until DONE or FAILED.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/xContractNumber"
          }
        ],
        "responses": {
          "200": {
            "description": "The status, in `metadata.status`; FAILED is a 200 as well.",
            "headers": {
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestStatus"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/datacenters/{datacenterId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/datacenterId"
        }
      ],
      "get": {
        "operationId": "datacentersFindById",
        "tags": [
          "Data centers"
        ],
        "summary": "Read one data center",
        "description": "Needed for `defaultSecurityGroupId`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/xContractNumber"
          }
        ],
        "responses": {
          "200": {
            "description": "The data center.",
            "headers": {
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Datacenter"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      },
      "patch": {
        "operationId": "datacentersPatch",
        "tags": [
          "Data centers"
        ],
        "summary": "Choose or create the default group",
        "description": "The body is bare. New servers join the default group; there is at most one per data center.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/xContractNumber"
          }
        ],
        "requestBody": {
          "description": "The properties to change, bare.",
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DatacenterPropertiesPut"
              },
              "examples": {
                "promote": {
                  "summary": "An existing group becomes the default",
                  "value": {
                    "defaultSecurityGroupId": "b3f55c2d-a89e-4008-8213-92e0428e2555"
                  }
                },
                "create": {
                  "summary": "A group with predefined rules is made",
                  "value": {
                    "createDefaultSecurityGroup": true
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Queued.",
            "headers": {
              "Location": {
                "$ref": "#/components/headers/Location"
              },
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Datacenter"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    },
    "/contracts": {
      "get": {
        "operationId": "contractsGet",
        "tags": [
          "Contract"
        ],
        "summary": "Read the contract and its limits",
        "description": "How much of a limit is used is not told for security groups.",
        "parameters": [
          {
            "$ref": "#/components/parameters/pretty"
          },
          {
            "$ref": "#/components/parameters/depth"
          },
          {
            "$ref": "#/components/parameters/xContractNumber"
          }
        ],
        "responses": {
          "200": {
            "description": "The contracts of the user.",
            "headers": {
              "X-RateLimit-Remaining": {
                "$ref": "#/components/headers/X-RateLimit-Remaining"
              },
              "X-RateLimit-Limit": {
                "$ref": "#/components/headers/X-RateLimit-Limit"
              },
              "X-RateLimit-Burst": {
                "$ref": "#/components/headers/X-RateLimit-Burst"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Contracts"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "402": {
            "$ref": "#/components/responses/PaymentRequired"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessableContent"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          },
          "503": {
            "$ref": "#/components/responses/ServiceUnavailable"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "BasicAuthentication": {
        "type": "http",
        "scheme": "basic",
        "description": "User and password; only for users without two-factor login, and on its way out."
      },
      "TokenAuthentication": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token made by the token service or in the web console."
      }
    },
    "parameters": {
      "datacenterId": {
        "name": "datacenterId",
        "in": "path",
        "required": true,
        "description": "Id of the virtual data center.",
        "schema": {
          "type": "string"
        }
      },
      "securityGroupId": {
        "name": "securityGroupId",
        "in": "path",
        "required": true,
        "description": "Id of the group.",
        "schema": {
          "type": "string"
        }
      },
      "ruleId": {
        "name": "ruleId",
        "in": "path",
        "required": true,
        "description": "Id of the rule.",
        "schema": {
          "type": "string"
        }
      },
      "serverId": {
        "name": "serverId",
        "in": "path",
        "required": true,
        "description": "Id of the server.",
        "schema": {
          "type": "string"
        }
      },
      "nicId": {
        "name": "nicId",
        "in": "path",
        "required": true,
        "description": "Id of the NIC.",
        "schema": {
          "type": "string"
        }
      },
      "requestId": {
        "name": "requestId",
        "in": "path",
        "required": true,
        "description": "Id of the request, as found in the path of a `Location`.",
        "schema": {
          "type": "string"
        }
      },
      "pretty": {
        "name": "pretty",
        "in": "query",
        "description": "Whether the JSON of the answer is indented.",
        "schema": {
          "type": "boolean",
          "default": true
        }
      },
      "depth": {
        "name": "depth",
        "in": "query",
        "description": "How much of the tree is told: 0 the object itself, 1 also references to its children, 2 their properties, 3 the children's children, and so on.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 0,
          "maximum": 10,
          "default": 0
        }
      },
      "offset": {
        "name": "offset",
        "in": "query",
        "description": "Position of the first item of the page.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 0,
          "default": 0
        }
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "description": "Largest number of items in the page.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 1,
          "maximum": 10000,
          "default": 1000
        }
      },
      "xContractNumber": {
        "name": "X-Contract-Number",
        "in": "header",
        "description": "The contract to act on; for users with several contracts.",
        "schema": {
          "type": "integer",
          "format": "int32"
        }
      }
    },
    "headers": {
      "Location": {
        "description": "Absolute URL of the status of the queued request.",
        "schema": {
          "type": "string",
          "format": "uri",
          "examples": [
            "https://api.ionos.com/cloudapi/v6/requests/0f5a1c1e-3f0e-4b8e-9d55-2f5f0d9c7a11/status"
          ]
        }
      },
      "ETag": {
        "description": "Version of the object; sent when the call has no `depth`.",
        "schema": {
          "type": "string"
        }
      },
      "X-RateLimit-Remaining": {
        "description": "Calls left before the API starts to refuse.",
        "schema": {
          "type": "integer",
          "format": "int32"
        }
      },
      "X-RateLimit-Limit": {
        "description": "Average number of calls per minute that are allowed.",
        "schema": {
          "type": "integer",
          "format": "int32"
        }
      },
      "X-RateLimit-Burst": {
        "description": "Largest number of calls at the same time.",
        "schema": {
          "type": "integer",
          "format": "int32"
        }
      },
      "Retry-After": {
        "description": "Seconds to wait before the next try.",
        "schema": {
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "responses": {
      "BadRequest": {
        "description": "The body could not be parsed.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Unauthorized": {
        "description": "The credentials are missing or wrong.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "PaymentRequired": {
        "description": "Not open to trial contracts.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Forbidden": {
        "description": "The user lacks the privilege.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "NotFound": {
        "description": "No such object, or not visible to this user.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            },
            "examples": {
              "gone": {
                "summary": "Unknown id",
                "value": {
                  "httpStatus": 404,
                  "messages": [
                    {
                      "errorCode": "309",
                      "message": "Resource does not exist"
                    }
                  ]
                }
              }
            }
          }
        }
      },
      "MethodNotAllowed": {
        "description": "The path does not have this method.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "UnsupportedMediaType": {
        "description": "The body is not JSON.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "UnprocessableContent": {
        "description": "The body breaks a rule of the API.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            },
            "examples": {
              "badReference": {
                "summary": "A named object is missing",
                "value": {
                  "httpStatus": 422,
                  "messages": [
                    {
                      "errorCode": "151",
                      "message": "[(root)] Resource referenced by '' does not exist"
                    }
                  ]
                }
              }
            }
          }
        }
      },
      "TooManyRequests": {
        "description": "Over the rate limit.",
        "headers": {
          "Retry-After": {
            "$ref": "#/components/headers/Retry-After"
          },
          "X-RateLimit-Remaining": {
            "$ref": "#/components/headers/X-RateLimit-Remaining"
          },
          "X-RateLimit-Limit": {
            "$ref": "#/components/headers/X-RateLimit-Limit"
          },
          "X-RateLimit-Burst": {
            "$ref": "#/components/headers/X-RateLimit-Burst"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "InternalServerError": {
        "description": "The API failed.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "ServiceUnavailable": {
        "description": "Under maintenance.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "FirewallRuleProtocol": {
        "description": "Protocol of a rule; ANY stands for all of them. Mind the mixed case of ICMPv6.",
        "type": "string",
        "enum": [
          "TCP",
          "UDP",
          "ICMP",
          "ICMPv6",
          "GRE",
          "VRRP",
          "ESP",
          "AH",
          "ANY"
        ]
      },
      "FirewallRuleType": {
        "description": "Direction of a rule, seen from the member.",
        "type": "string",
        "enum": [
          "INGRESS",
          "EGRESS"
        ]
      },
      "IpVersion": {
        "description": "Address family of a rule.",
        "type": "string",
        "enum": [
          "IPv4",
          "IPv6"
        ]
      },
      "ResourceState": {
        "description": "State of an object. BUSY has changes pending, AVAILABLE has none. Other values than these two are not expected for groups and rules.",
        "type": "string",
        "enum": [
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
        ]
      },
      "RequestState": {
        "description": "State of a queued request; DONE and FAILED are final.",
        "type": "string",
        "enum": [
          "QUEUED",
          "RUNNING",
          "DONE",
          "FAILED"
        ]
      },
      "FilterTime": {
        "description": "A moment, to the second, with a space between date and time.",
        "type": "string",
        "pattern": "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$",
        "examples": [
          "2024-05-17 15:11:11"
        ]
      },
      "SecurityGroups": {
        "description": "A page of groups.",
        "type": "object",
        "properties": {
          "id": {
            "description": "Id of the collection.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "collection"
            ]
          },
          "href": {
            "description": "URL of the collection.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "items": {
            "description": "The groups; absent when not told at this depth.",
            "type": "array",
            "readOnly": true,
            "items": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/SecurityGroup"
                },
                {
                  "$ref": "#/components/schemas/ResourceReference"
                }
              ]
            }
          },
          "offset": {
            "description": "Position of the first item.",
            "type": "integer",
            "format": "int32"
          },
          "limit": {
            "description": "Size of the page that was asked for.",
            "type": "integer",
            "format": "int32"
          },
          "_links": {
            "$ref": "#/components/schemas/PaginationLinks"
          }
        }
      },
      "SecurityGroup": {
        "description": "A set of allow rules with a name.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "id": {
            "description": "Id of the group.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "security-group"
            ]
          },
          "href": {
            "description": "URL of the group.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/DatacenterElementMetadata"
          },
          "properties": {
            "$ref": "#/components/schemas/SecurityGroupProperties"
          },
          "entities": {
            "$ref": "#/components/schemas/SecurityGroupEntities"
          }
        }
      },
      "SecurityGroupProperties": {
        "description": "What a person chooses for a group.",
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "description": "Name; need not be unique in the data center.",
            "type": "string",
            "maxLength": 60,
            "examples": [
              "NSG"
            ]
          },
          "description": {
            "description": "Free text.",
            "type": "string",
            "maxLength": 300,
            "examples": [
              "updated to true"
            ]
          }
        }
      },
      "SecurityGroupPropertiesPatch": {
        "description": "The properties of a group that a change names.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "description": "New name.",
            "type": "string",
            "maxLength": 60
          },
          "description": {
            "description": "New free text.",
            "type": "string",
            "maxLength": 300
          }
        }
      },
      "SecurityGroupRequest": {
        "description": "A group as it is created or replaced.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "properties": {
            "$ref": "#/components/schemas/SecurityGroupProperties"
          },
          "entities": {
            "$ref": "#/components/schemas/SecurityGroupEntitiesRequest"
          }
        }
      },
      "SecurityGroupEntitiesRequest": {
        "description": "What can be handed in together with a group.",
        "type": "object",
        "properties": {
          "rules": {
            "$ref": "#/components/schemas/FirewallRules"
          }
        }
      },
      "SecurityGroupEntities": {
        "description": "What belongs to a group.",
        "type": "object",
        "properties": {
          "rules": {
            "$ref": "#/components/schemas/FirewallRules"
          },
          "servers": {
            "$ref": "#/components/schemas/Servers"
          },
          "nics": {
            "$ref": "#/components/schemas/Nics"
          }
        }
      },
      "ListOfIds": {
        "description": "Ids of groups.",
        "type": "object",
        "required": [
          "ids"
        ],
        "properties": {
          "ids": {
            "description": "The ids; an empty list stands for no group at all.",
            "type": "array",
            "items": {
              "type": "string"
            },
            "examples": [
              [
                "b3f55c2d-a89e-4008-8213-92e0428e2555"
              ]
            ]
          }
        }
      },
      "FirewallRules": {
        "description": "The rules of a group.",
        "type": "object",
        "properties": {
          "id": {
            "description": "Id of the collection.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "collection"
            ]
          },
          "href": {
            "description": "URL of the collection.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "items": {
            "description": "The rules; absent when not told at this depth.",
            "type": "array",
            "items": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/FirewallRule"
                },
                {
                  "$ref": "#/components/schemas/ResourceReference"
                }
              ]
            }
          },
          "offset": {
            "description": "Position of the first item.",
            "type": "integer",
            "format": "int32"
          },
          "limit": {
            "description": "Size of the page that was asked for.",
            "type": "integer",
            "format": "int32"
          },
          "_links": {
            "$ref": "#/components/schemas/PaginationLinks"
          }
        }
      },
      "FirewallRule": {
        "description": "One allow rule.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "id": {
            "description": "Id of the rule.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "firewall-rule"
            ]
          },
          "href": {
            "description": "URL of the rule.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/DatacenterElementMetadata"
          },
          "properties": {
            "$ref": "#/components/schemas/FirewallruleProperties"
          }
        }
      },
      "FirewallruleProperties": {
        "description": "What a rule lets through. Null and absent mean the same: no restriction, and IPv4 where no address tells the family.",
        "type": "object",
        "required": [
          "protocol"
        ],
        "properties": {
          "name": {
            "description": "Label; without meaning for the traffic.",
            "type": "string"
          },
          "protocol": {
            "description": "Protocol; fixed once the rule exists.",
            "$ref": "#/components/schemas/FirewallRuleProtocol"
          },
          "sourceMac": {
            "description": "The only MAC address that may send; null for all.",
            "type": [
              "string",
              "null"
            ],
            "examples": [
              "aa:bb:cc:dd:ee:ff"
            ]
          },
          "ipVersion": {
            "description": "Family; deduced from the addresses when left out, and IPv4 when there are none.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/IpVersion"
              },
              {
                "type": "null"
              }
            ]
          },
          "sourceIp": {
            "description": "The address or block that may send; null for all of the family.",
            "type": [
              "string",
              "null"
            ],
            "examples": [
              "203.0.113.0/24"
            ]
          },
          "targetIp": {
            "description": "The address or block that may be reached, out of the NIC's own; null for all.",
            "type": [
              "string",
              "null"
            ],
            "examples": [
              "10.0.0.7"
            ]
          },
          "icmpType": {
            "description": "ICMP type, for the two ICMP protocols; null for all.",
            "type": [
              "integer",
              "null"
            ],
            "format": "int32",
            "minimum": 0,
            "maximum": 254
          },
          "icmpCode": {
            "description": "ICMP code, for the two ICMP protocols; null for all.",
            "type": [
              "integer",
              "null"
            ],
            "format": "int32",
            "minimum": 0,
            "maximum": 254
          },
          "portRangeStart": {
            "description": "First port, for TCP and UDP; leave out both ends for all ports.",
            "type": [
              "integer",
              "null"
            ],
            "format": "int32",
            "minimum": 1,
            "maximum": 65535
          },
          "portRangeEnd": {
            "description": "Last port, for TCP and UDP; equal to the first for a single port.",
            "type": [
              "integer",
              "null"
            ],
            "format": "int32",
            "minimum": 1,
            "maximum": 65535
          },
          "type": {
            "description": "Direction; INGRESS when left out.",
            "$ref": "#/components/schemas/FirewallRuleType"
          }
        }
      },
      "FirewallrulePropertiesPatch": {
        "description": "The properties of a rule that a change names. Null lifts a restriction.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "protocol": false,
          "name": {
            "description": "New label.",
            "type": "string"
          },
          "sourceMac": {
            "description": "New sender MAC address; null for all.",
            "type": [
              "string",
              "null"
            ]
          },
          "ipVersion": {
            "description": "New family.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/IpVersion"
              },
              {
                "type": "null"
              }
            ]
          },
          "sourceIp": {
            "description": "New sender address or block; null for all.",
            "type": [
              "string",
              "null"
            ]
          },
          "targetIp": {
            "description": "New own address or block; null for all.",
            "type": [
              "string",
              "null"
            ]
          },
          "icmpType": {
            "description": "New ICMP type; null for all.",
            "type": [
              "integer",
              "null"
            ],
            "format": "int32",
            "minimum": 0,
            "maximum": 254
          },
          "icmpCode": {
            "description": "New ICMP code; null for all.",
            "type": [
              "integer",
              "null"
            ],
            "format": "int32",
            "minimum": 0,
            "maximum": 254
          },
          "portRangeStart": {
            "description": "New first port.",
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 65535
          },
          "portRangeEnd": {
            "description": "New last port.",
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 65535
          },
          "type": {
            "description": "New direction.",
            "$ref": "#/components/schemas/FirewallRuleType"
          }
        }
      },
      "Servers": {
        "description": "Servers that are members of a group.",
        "type": "object",
        "properties": {
          "id": {
            "description": "Id of the collection.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "collection"
            ]
          },
          "href": {
            "description": "URL of the collection.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "items": {
            "description": "The servers; absent when not told at this depth.",
            "type": "array",
            "readOnly": true,
            "items": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/Server"
                },
                {
                  "$ref": "#/components/schemas/ResourceReference"
                }
              ]
            }
          },
          "offset": {
            "description": "Position of the first item.",
            "type": "integer",
            "format": "int32"
          },
          "limit": {
            "description": "Size of the page that was asked for.",
            "type": "integer",
            "format": "int32"
          },
          "_links": {
            "$ref": "#/components/schemas/PaginationLinks"
          }
        }
      },
      "Server": {
        "description": "A server, as far as it takes to name it.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "id": {
            "description": "Id of the server.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "server"
            ]
          },
          "href": {
            "description": "URL of the server.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/DatacenterElementMetadata"
          },
          "properties": {
            "$ref": "#/components/schemas/ServerProperties"
          }
        }
      },
      "ServerProperties": {
        "description": "The part of a server's properties that is used here.",
        "type": "object",
        "properties": {
          "name": {
            "description": "Name of the server.",
            "type": "string"
          }
        }
      },
      "Nics": {
        "description": "NICs that are members of a group.",
        "type": "object",
        "properties": {
          "id": {
            "description": "Id of the collection.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "collection"
            ]
          },
          "href": {
            "description": "URL of the collection.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "items": {
            "description": "The NICs; absent when not told at this depth.",
            "type": "array",
            "readOnly": true,
            "items": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/Nic"
                },
                {
                  "$ref": "#/components/schemas/ResourceReference"
                }
              ]
            }
          },
          "offset": {
            "description": "Position of the first item.",
            "type": "integer",
            "format": "int32"
          },
          "limit": {
            "description": "Size of the page that was asked for.",
            "type": "integer",
            "format": "int32"
          },
          "_links": {
            "$ref": "#/components/schemas/PaginationLinks"
          }
        }
      },
      "Nic": {
        "description": "A network card, as far as it takes to name it.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "id": {
            "description": "Id of the NIC.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "nic"
            ]
          },
          "href": {
            "description": "URL of the NIC.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/DatacenterElementMetadata"
          },
          "properties": {
            "$ref": "#/components/schemas/NicProperties"
          }
        }
      },
      "NicProperties": {
        "description": "The part of a NIC's properties that is used here.",
        "type": "object",
        "properties": {
          "name": {
            "description": "Name of the NIC.",
            "type": "string"
          }
        }
      },
      "ResourceReference": {
        "description": "An object of which only the identity is told.",
        "type": "object",
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "description": "Id of the object.",
            "type": "string"
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "examples": [
              "security-group",
              "firewall-rule"
            ]
          },
          "href": {
            "description": "URL of the object.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "properties": false
        }
      },
      "PaginationLinks": {
        "description": "Neighbours of a page.",
        "type": "object",
        "properties": {
          "prev": {
            "description": "URL of the page before; absent on the first.",
            "type": "string",
            "format": "uri"
          },
          "self": {
            "description": "URL of this page.",
            "type": "string",
            "format": "uri"
          },
          "next": {
            "description": "URL of the next page; absent on the last.",
            "type": "string",
            "format": "uri"
          }
        }
      },
      "DatacenterElementMetadata": {
        "description": "Who touched an object when, and its state.",
        "type": "object",
        "properties": {
          "etag": {
            "description": "Version of the object.",
            "type": "string",
            "readOnly": true,
            "examples": [
              "e15475860e9c6e1136ba1b2153297f31"
            ]
          },
          "createdDate": {
            "description": "Time of creation.",
            "type": "string",
            "format": "date-time",
            "readOnly": true,
            "examples": [
              "2024-05-17T15:11:11Z"
            ]
          },
          "createdBy": {
            "description": "Name of the creator.",
            "type": "string",
            "readOnly": true
          },
          "createdByUserId": {
            "description": "Id of the creator.",
            "type": "string",
            "readOnly": true
          },
          "lastModifiedDate": {
            "description": "Time of the last change.",
            "type": "string",
            "format": "date-time",
            "readOnly": true
          },
          "lastModifiedBy": {
            "description": "Name of the last person to change it.",
            "type": "string",
            "readOnly": true
          },
          "lastModifiedByUserId": {
            "description": "Id of the last person to change it.",
            "type": "string",
            "readOnly": true
          },
          "state": {
            "description": "State of the object.",
            "readOnly": true,
            "$ref": "#/components/schemas/ResourceState"
          }
        }
      },
      "Error": {
        "description": "Why a call was refused.",
        "type": "object",
        "properties": {
          "httpStatus": {
            "description": "Status code of the answer; not always there.",
            "type": "integer",
            "format": "int32",
            "readOnly": true
          },
          "messages": {
            "description": "The reasons.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ErrorMessage"
            }
          }
        }
      },
      "ErrorMessage": {
        "description": "One reason.",
        "type": "object",
        "properties": {
          "errorCode": {
            "description": "Number of the reason, written as text.",
            "type": "string",
            "readOnly": true,
            "examples": [
              "309"
            ]
          },
          "message": {
            "description": "The reason in words; often starts with the path of the field.",
            "type": "string",
            "readOnly": true,
            "examples": [
              "Resource does not exist"
            ]
          }
        }
      },
      "Requests": {
        "description": "A page of requests.",
        "type": "object",
        "required": [
          "offset",
          "limit",
          "_links"
        ],
        "properties": {
          "id": {
            "description": "Id of the collection.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "collection"
            ]
          },
          "href": {
            "description": "URL of the collection.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "items": {
            "description": "The requests; absent when not told at this depth.",
            "type": "array",
            "readOnly": true,
            "items": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/Request"
                },
                {
                  "$ref": "#/components/schemas/ResourceReference"
                }
              ]
            }
          },
          "offset": {
            "description": "Position of the first item.",
            "type": "integer",
            "format": "int32"
          },
          "limit": {
            "description": "Size of the page that was asked for.",
            "type": "integer",
            "format": "int32"
          },
          "_links": {
            "$ref": "#/components/schemas/PaginationLinks"
          }
        }
      },
      "Request": {
        "description": "A write that was queued.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "id": {
            "description": "Id of the request.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "request"
            ]
          },
          "href": {
            "description": "URL of the request.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/RequestMetadata"
          },
          "properties": {
            "$ref": "#/components/schemas/RequestProperties"
          }
        }
      },
      "RequestMetadata": {
        "description": "Who sent a request when, and how far it is.",
        "type": "object",
        "properties": {
          "createdDate": {
            "description": "Time of arrival.",
            "type": "string",
            "format": "date-time",
            "readOnly": true
          },
          "createdBy": {
            "description": "Name of the sender.",
            "type": "string",
            "readOnly": true
          },
          "etag": {
            "description": "Version of the request.",
            "type": "string",
            "readOnly": true
          },
          "requestStatus": {
            "$ref": "#/components/schemas/RequestStatus"
          }
        }
      },
      "RequestProperties": {
        "description": "What was sent.",
        "type": "object",
        "properties": {
          "method": {
            "description": "HTTP method.",
            "type": "string",
            "examples": [
              "POST"
            ]
          },
          "headers": {
            "description": "HTTP headers.",
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "body": {
            "description": "Body, as text.",
            "type": "string"
          },
          "url": {
            "description": "URL that was called.",
            "type": "string"
          }
        }
      },
      "RequestStatus": {
        "description": "How far a request is.",
        "type": "object",
        "properties": {
          "id": {
            "description": "Id of the status.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "request-status"
            ]
          },
          "href": {
            "description": "URL of the status.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/RequestStatusMetadata"
          }
        }
      },
      "RequestStatusMetadata": {
        "description": "The status itself.",
        "type": "object",
        "properties": {
          "status": {
            "description": "State of the whole request.",
            "$ref": "#/components/schemas/RequestState"
          },
          "message": {
            "description": "What is to be said about it; the reason when it failed.",
            "type": "string"
          },
          "etag": {
            "description": "Version of the status.",
            "type": "string",
            "readOnly": true
          },
          "targets": {
            "description": "The objects that the request touches.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequestTarget"
            }
          }
        }
      },
      "RequestTarget": {
        "description": "One object that a request touches.",
        "type": "object",
        "properties": {
          "target": {
            "$ref": "#/components/schemas/ResourceReference"
          },
          "status": {
            "description": "State of the work on this object.",
            "$ref": "#/components/schemas/RequestState"
          }
        }
      },
      "Datacenter": {
        "description": "A virtual data center.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "id": {
            "description": "Id of the data center.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "datacenter"
            ]
          },
          "href": {
            "description": "URL of the data center.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "metadata": {
            "$ref": "#/components/schemas/DatacenterElementMetadata"
          },
          "properties": {
            "$ref": "#/components/schemas/DatacenterProperties"
          },
          "entities": {
            "$ref": "#/components/schemas/DataCenterEntities"
          }
        }
      },
      "DatacenterProperties": {
        "description": "The part of a data center's properties that is used here.",
        "type": "object",
        "required": [
          "location"
        ],
        "properties": {
          "name": {
            "description": "Name of the data center.",
            "type": "string"
          },
          "description": {
            "description": "Free text.",
            "type": "string"
          },
          "location": {
            "description": "Where it stands; cannot change.",
            "type": "string",
            "examples": [
              "de/fra"
            ]
          },
          "version": {
            "description": "Counts the changes made in the data center.",
            "type": "integer",
            "format": "int32",
            "readOnly": true
          },
          "ipv6CidrBlock": {
            "description": "The /56 block of the data center, or null without IPv6.",
            "type": [
              "string",
              "null"
            ],
            "readOnly": true
          },
          "defaultSecurityGroupId": {
            "description": "The group that new servers join; empty, null or absent without one.",
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "DatacenterPropertiesPut": {
        "description": "The properties of a data center that a change names. The two default-group fields exclude each other.",
        "type": "object",
        "not": {
          "required": [
            "defaultSecurityGroupId",
            "createDefaultSecurityGroup"
          ],
          "properties": {
            "defaultSecurityGroupId": true,
            "createDefaultSecurityGroup": true
          }
        },
        "properties": {
          "name": {
            "description": "New name.",
            "type": "string"
          },
          "description": {
            "description": "New free text.",
            "type": "string"
          },
          "defaultSecurityGroupId": {
            "description": "Id of an existing group that becomes the default; empty for no default.",
            "type": "string"
          },
          "createDefaultSecurityGroup": {
            "description": "Whether to make a default group with predefined rules where there is none; no when left out.",
            "type": "boolean"
          }
        }
      },
      "DataCenterEntities": {
        "description": "The part of a data center's content that is used here.",
        "type": "object",
        "properties": {
          "securitygroups": {
            "$ref": "#/components/schemas/SecurityGroups"
          }
        }
      },
      "Contracts": {
        "description": "The contracts of the user.",
        "type": "object",
        "properties": {
          "id": {
            "description": "Id of the collection.",
            "type": "string",
            "readOnly": true
          },
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "collection"
            ]
          },
          "href": {
            "description": "URL of the collection.",
            "type": "string",
            "format": "uri",
            "readOnly": true
          },
          "items": {
            "description": "The contracts; absent when not told at this depth.",
            "type": "array",
            "readOnly": true,
            "items": {
              "$ref": "#/components/schemas/Contract"
            }
          }
        }
      },
      "Contract": {
        "description": "One contract.",
        "type": "object",
        "required": [
          "properties"
        ],
        "properties": {
          "type": {
            "description": "Kind of object.",
            "type": "string",
            "enum": [
              "contract"
            ]
          },
          "properties": {
            "$ref": "#/components/schemas/ContractProperties"
          }
        }
      },
      "ContractProperties": {
        "description": "The part of a contract's properties that is used here.",
        "type": "object",
        "properties": {
          "contractNumber": {
            "description": "Number of the contract.",
            "type": "integer",
            "format": "int64",
            "readOnly": true
          },
          "resourceLimits": {
            "$ref": "#/components/schemas/ResourceLimits"
          }
        }
      },
      "ResourceLimits": {
        "description": "The limits that concern security groups.",
        "type": "object",
        "required": [
          "securityGroupsPerVdc",
          "securityGroupsPerResource",
          "rulesPerSecurityGroup"
        ],
        "properties": {
          "securityGroupsPerVdc": {
            "description": "Most groups in one data center.",
            "type": "integer",
            "format": "int32",
            "examples": [
              200
            ]
          },
          "securityGroupsPerResource": {
            "description": "Most groups on one server, and on one NIC.",
            "type": "integer",
            "format": "int32",
            "examples": [
              10
            ]
          },
          "rulesPerSecurityGroup": {
            "description": "Most rules in one group.",
            "type": "integer",
            "format": "int32",
            "examples": [
              100
            ]
          }
        }
      }
    }
  }
};
