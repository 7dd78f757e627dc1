// Generated from specs/gcore/openapi.yaml by `pnpm generate`. Do not edit.

import type { OpenApiDocument } from "../openapi-document.ts";

/** The document that the types of `@secgroup/api-types/gcore` were generated from. */
export const gcoreDocument: OpenApiDocument = {
  "openapi": "3.1.0",
  "info": {
    "title": "Gcore Cloud: security groups",
    "version": "2606518da447",
    "description": "The part of Gcore Cloud's API that has to do with security groups: groups, their rules, the tasks that writes start, and\nthe ports and instances that use a group. Structure as published by the vendor at the revision in `version`; words are\nours. Where each piece comes from, what is left out and what is assumed: specs/sources.json, key \"gcore\"."
  },
  "servers": [
    {
      "url": "https://api.gcore.com"
    }
  ],
  "security": [
    {
      "APIKey": []
    }
  ],
  "tags": [
    {
      "name": "Security Groups",
      "description": "Groups and their rules."
    },
    {
      "name": "Instances",
      "description": "Instances that use a group."
    },
    {
      "name": "Ports",
      "description": "Ports that carry groups."
    },
    {
      "name": "Tasks",
      "description": "Work in the background."
    }
  ],
  "paths": {
    "/cloud/v1/securitygroups/{project_id}/{region_id}": {
      "get": {
        "operationId": "SecurityGroupViewSet.get",
        "tags": [
          "Security Groups"
        ],
        "summary": "List groups",
        "description": "The groups of one project in one region, page by page. The page is short unless `limit` says otherwise.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "in": "query",
            "name": "limit",
            "required": false,
            "description": "Size of a page.",
            "schema": {
              "type": "integer",
              "maximum": 1000,
              "exclusiveMinimum": 0,
              "default": 10
            }
          },
          {
            "in": "query",
            "name": "name",
            "required": false,
            "description": "Only the group with exactly this name.",
            "schema": {
              "type": "string"
            }
          },
          {
            "in": "query",
            "name": "offset",
            "required": false,
            "description": "How many items to skip.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "in": "query",
            "name": "tag_key",
            "required": false,
            "description": "Only groups with these tag keys; repeat the parameter for several.",
            "schema": {
              "type": "array",
              "items": {
                "description": "Key: 1 to 255 characters, neither white space nor an equals sign.",
                "type": "string",
                "pattern": "^[^\\s=]+$",
                "minLength": 1,
                "maxLength": 255
              }
            }
          },
          {
            "in": "query",
            "name": "tag_key_value",
            "required": false,
            "description": "Only groups with these tags: a JSON object of keys and values, written as a string.",
            "schema": {
              "type": "string",
              "contentMediaType": "application/json",
              "contentSchema": {
                "type": "object",
                "propertyNames": {
                  "description": "Key: 1 to 255 characters, neither white space nor an equals sign.",
                  "pattern": "^[^\\s=]+$",
                  "minLength": 1,
                  "maxLength": 255
                },
                "additionalProperties": {
                  "description": "Value: 1 to 255 characters, no tab or line break, no blank at either end.",
                  "type": "string",
                  "pattern": "^[^ \\t\\n\\r\\f\\v]([^\\t\\n\\r\\f\\v]*[^ \\t\\n\\r\\f\\v])?$",
                  "minLength": 1,
                  "maxLength": 255
                }
              },
              "examples": [
                "{\"environment\":\"production\"}"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of groups",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroupCollectionSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}": {
      "get": {
        "operationId": "SecurityGroupInstanceViewSet.get",
        "tags": [
          "Security Groups"
        ],
        "summary": "Get a group",
        "description": "One group with its rules.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          }
        ],
        "responses": {
          "200": {
            "description": "The group",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroupSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      },
      "delete": {
        "operationId": "SecurityGroupInstanceViewSet.delete",
        "tags": [
          "Security Groups"
        ],
        "summary": "Delete a group",
        "description": "Deletes the group and its rules at once, without a task. A group in use is refused.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          }
        ],
        "responses": {
          "204": {
            "description": "Deleted"
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
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
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/copy": {
      "post": {
        "operationId": "SecurityGroupCopy.post",
        "tags": [
          "Security Groups"
        ],
        "summary": "Copy a group",
        "description": "Makes a new group, under the given name, with the same rules; at once.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NameSerializerPydantic"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The new group",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroupSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/revert": {
      "post": {
        "operationId": "SecurityGroupRestore.post",
        "tags": [
          "Security Groups"
        ],
        "summary": "Revert a group",
        "description": "Takes the group back to an earlier set of rules, at once.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          }
        ],
        "responses": {
          "200": {
            "description": "The group after the revert",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SecurityGroupSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}/instances": {
      "get": {
        "operationId": "SecurityGroupsInstancesView.get",
        "tags": [
          "Instances"
        ],
        "summary": "List a group's instances",
        "description": "The instances that use the group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "in": "path",
            "name": "group_id",
            "required": true,
            "description": "The group.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The instances",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InstanceCollectionSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v2/security_groups/{project_id}/{region_id}": {
      "post": {
        "operationId": "SecurityGroupViewSetV2.post",
        "tags": [
          "Security Groups"
        ],
        "summary": "Create a group",
        "description": "Starts a task that makes a group. Send `rules` always: without it the platform opens everything.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateSecurityGroupSerializerV2"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted, with the tasks to watch",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskIDsSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}": {
      "patch": {
        "operationId": "SecurityGroupInstanceViewSetV2.patch",
        "tags": [
          "Security Groups"
        ],
        "summary": "Update a group",
        "description": "Moves the group to the state in the body. Name and description change when given; a field that equals the current\nstate is skipped. `rules` is declarative: what is missing is added, what is not listed is removed, what is equal\nstays. When nothing differs, no task starts and the list of tasks is empty.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/UpdateSecurityGroupSerializerV2"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted, with the tasks to watch",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskIDsSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}/rules": {
      "post": {
        "operationId": "SecurityGroupRulesViewSetV2.post",
        "tags": [
          "Security Groups"
        ],
        "summary": "Add a rule",
        "description": "Starts a task that adds one rule to the group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateSecurityGroupRuleSerializerV2"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted, with the task to watch",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskIDsSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}/rules/{rule_id}": {
      "delete": {
        "operationId": "SecurityGroupRuleInstanceViewSetV2.delete",
        "tags": [
          "Security Groups"
        ],
        "summary": "Delete a rule",
        "description": "Starts a task that removes one rule from the group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/GroupId"
          },
          {
            "$ref": "#/components/parameters/RuleId"
          }
        ],
        "responses": {
          "200": {
            "description": "Accepted, with the task to watch",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskIDsSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/ports/{project_id}/{region_id}/{port_id}": {
      "get": {
        "operationId": "PortDetailView.get",
        "tags": [
          "Ports"
        ],
        "summary": "Get a port",
        "description": "One port with its groups.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/PortId"
          }
        ],
        "responses": {
          "200": {
            "description": "The port",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PortDetailSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      },
      "patch": {
        "operationId": "PortDetailView.patch",
        "tags": [
          "Ports"
        ],
        "summary": "Update a port",
        "description": "Starts a task that changes port security, groups, addresses or tags of a port. Works for ports of virtual machines and\nof bare metal with a SmartNIC, not for standard bare metal.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ProjectId"
          },
          {
            "$ref": "#/components/parameters/RegionId"
          },
          {
            "$ref": "#/components/parameters/PortId"
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PatchPortSerializer"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Accepted, with the tasks to watch",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskIDsSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/tasks": {
      "get": {
        "operationId": "TaskViewSet.get",
        "tags": [
          "Tasks"
        ],
        "summary": "List tasks",
        "description": "The tasks of the account, page by page, newest first unless asked otherwise.",
        "parameters": [
          {
            "in": "query",
            "name": "from_timestamp",
            "required": false,
            "description": "Only tasks made at this time or later.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "in": "query",
            "name": "is_acknowledged",
            "required": false,
            "description": "Only tasks that were, or were not, acknowledged.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "in": "query",
            "name": "limit",
            "required": false,
            "description": "Size of a page.",
            "schema": {
              "type": "integer",
              "maximum": 1000,
              "exclusiveMinimum": 0,
              "default": 10
            }
          },
          {
            "in": "query",
            "name": "offset",
            "required": false,
            "description": "How many items to skip.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "in": "query",
            "name": "order_by",
            "required": false,
            "description": "Order by time of creation.",
            "schema": {
              "$ref": "#/components/schemas/TaskOrderByChoices",
              "default": "desc"
            }
          },
          {
            "in": "query",
            "name": "project_id",
            "required": false,
            "description": "Only tasks of these projects; repeat the parameter for several.",
            "schema": {
              "type": "array",
              "items": {
                "type": "integer"
              }
            }
          },
          {
            "in": "query",
            "name": "region_id",
            "required": false,
            "description": "Only tasks of these regions; repeat the parameter for several.",
            "schema": {
              "type": "array",
              "items": {
                "type": "integer"
              }
            }
          },
          {
            "in": "query",
            "name": "sorting",
            "required": false,
            "description": "Former name of `order_by`.",
            "schema": {
              "$ref": "#/components/schemas/TaskOrderByChoices",
              "deprecated": true,
              "default": "desc"
            }
          },
          {
            "in": "query",
            "name": "state",
            "required": false,
            "description": "Only tasks in these states; repeat the parameter for several.",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/TaskState"
              }
            }
          },
          {
            "in": "query",
            "name": "task_type",
            "required": false,
            "description": "Only tasks of this kind, such as update_security_group.",
            "schema": {
              "type": "string"
            }
          },
          {
            "in": "query",
            "name": "to_timestamp",
            "required": false,
            "description": "Only tasks made at this time or earlier.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page of tasks",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskCollectionSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    },
    "/cloud/v1/tasks/{task_id}": {
      "get": {
        "operationId": "TaskInstanceViewSet.get",
        "tags": [
          "Tasks"
        ],
        "summary": "Get a task",
        "description": "One task, to be read until its state is final.",
        "parameters": [
          {
            "$ref": "#/components/parameters/TaskId"
          }
        ],
        "responses": {
          "200": {
            "description": "The task",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaskSerializer"
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
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          },
          "500": {
            "$ref": "#/components/responses/InternalServerError"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "ProjectId": {
        "in": "path",
        "name": "project_id",
        "required": true,
        "description": "The project.",
        "schema": {
          "type": "integer"
        }
      },
      "RegionId": {
        "in": "path",
        "name": "region_id",
        "required": true,
        "description": "The region.",
        "schema": {
          "type": "integer"
        }
      },
      "GroupId": {
        "in": "path",
        "name": "group_id",
        "required": true,
        "description": "The group.",
        "schema": {
          "type": "string",
          "format": "uuid4"
        }
      },
      "RuleId": {
        "in": "path",
        "name": "rule_id",
        "required": true,
        "description": "The rule.",
        "schema": {
          "type": "string",
          "format": "uuid4"
        }
      },
      "PortId": {
        "in": "path",
        "name": "port_id",
        "required": true,
        "description": "The port.",
        "schema": {
          "type": "string",
          "format": "uuid4"
        }
      },
      "TaskId": {
        "in": "path",
        "name": "task_id",
        "required": true,
        "description": "The task.",
        "schema": {
          "type": "string"
        }
      }
    },
    "responses": {
      "BadRequest": {
        "description": "The request is malformed or against a rule; `invalid_fields` may say where.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Unauthorized": {
        "description": "No token, or one that is not valid.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Forbidden": {
        "description": "Refused; the vendor also uses this for a lack of capacity.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "NotFound": {
        "description": "There is no such resource in this project and region.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "MethodNotAllowed": {
        "description": "The path does not know this method.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "Conflict": {
        "description": "The resource is locked, in use, or already there.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      },
      "TooManyRequests": {
        "description": "Too many requests; wait before the next one.",
        "headers": {
          "Retry-After": {
            "description": "How long to wait: seconds or a date. May be absent.",
            "required": false,
            "schema": {
              "type": "string"
            }
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
        "description": "The platform failed.",
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
      "UpdateSecurityGroupSerializerV2": {
        "description": "What to change. A field that is absent stays as it is.",
        "type": "object",
        "properties": {
          "description": {
            "description": "New description.",
            "type": "string"
          },
          "name": {
            "description": "New name, 3 to 63 characters.",
            "type": "string",
            "pattern": "^[a-zA-Z0-9][a-zA-Z 0-9._\\-]{1,61}[a-zA-Z0-9._]$"
          },
          "rules": {
            "description": "The whole set of rules the group shall have afterwards. Absent: rules are not touched. A rule that is missing here is removed.",
            "type": "array",
            "maxItems": 250,
            "items": {
              "$ref": "#/components/schemas/CreateSecurityGroupRuleSerializerV2"
            }
          },
          "tags": {
            "description": "JSON Merge Patch of the user's tags: a value sets a tag, null removes it, what is not named stays. null instead of the object removes all of the user's tags. Read-only tags survive everything.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/UpdateTagsSerializer"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "CreateSecurityGroupSerializerV2": {
        "description": "A new group.",
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "description": {
            "description": "Free text.",
            "type": "string",
            "default": ""
          },
          "name": {
            "description": "Name, 3 to 63 characters.",
            "type": "string",
            "pattern": "^[a-zA-Z0-9][a-zA-Z 0-9._\\-]{1,61}[a-zA-Z0-9._]$"
          },
          "rules": {
            "description": "Absent: the platform fills in its template (everything allowed in both directions). A list, also an empty one: exactly these rules.",
            "type": "array",
            "maxItems": 250,
            "items": {
              "$ref": "#/components/schemas/CreateSecurityGroupRuleSerializerV2"
            }
          },
          "tags": {
            "$ref": "#/components/schemas/CreateTagsSerializer",
            "description": "Tags of the new group."
          }
        }
      },
      "CreateSecurityGroupRuleSerializerV2": {
        "description": "One allow rule as a request states it. It has no id: a rule is known by its content.",
        "type": "object",
        "required": [
          "direction"
        ],
        "properties": {
          "description": {
            "description": "Free text about the rule.",
            "type": "string",
            "maxLength": 255,
            "default": ""
          },
          "direction": {
            "description": "Whether the rule is about incoming or outgoing packets.",
            "type": "string",
            "enum": [
              "egress",
              "ingress"
            ]
          },
          "ethertype": {
            "description": "IP version that the rule matches.",
            "type": "string",
            "enum": [
              "IPv4",
              "IPv6"
            ],
            "default": "IPv4"
          },
          "port_range_max": {
            "description": "Last port of the range; for ICMP the code (see specs/sources.json).",
            "anyOf": [
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 65535
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "port_range_min": {
            "description": "First port of the range; for ICMP the type (see specs/sources.json).",
            "anyOf": [
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 65535
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "protocol": {
            "description": "Protocol to match; null matches every protocol.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/SecurityGroupProtocolEnumV2"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "remote_group_id": {
            "description": "Match peers that are members of this group.",
            "anyOf": [
              {
                "type": "string",
                "format": "uuid4"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "remote_ip_prefix": {
            "description": "Match peers in this network.",
            "anyOf": [
              {
                "type": "string",
                "format": "ipvanynetwork"
              },
              {
                "type": "null"
              }
            ],
            "default": null,
            "examples": [
              "10.0.0.0/8"
            ]
          }
        }
      },
      "UpdateTagsSerializer": {
        "description": "Merge patch of tags: key to new value, or to null for removal.",
        "type": "object",
        "propertyNames": {
          "description": "Key: 1 to 255 characters, neither white space nor an equals sign.",
          "pattern": "^[^\\s=]+$",
          "minLength": 1,
          "maxLength": 255
        },
        "additionalProperties": {
          "description": "Value: 1 to 255 characters, no tab or line break, no blank at either end. null removes the tag.",
          "anyOf": [
            {
              "type": "string",
              "pattern": "^[^ \\t\\n\\r\\f\\v]([^\\t\\n\\r\\f\\v]*[^ \\t\\n\\r\\f\\v])?$",
              "minLength": 1,
              "maxLength": 255
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "CreateTagsSerializer": {
        "description": "Tags as a map of key to value.",
        "type": "object",
        "propertyNames": {
          "description": "Key: 1 to 255 characters, neither white space nor an equals sign.",
          "pattern": "^[^\\s=]+$",
          "minLength": 1,
          "maxLength": 255
        },
        "additionalProperties": {
          "description": "Value: 1 to 255 characters, no tab or line break, no blank at either end.",
          "type": "string",
          "pattern": "^[^ \\t\\n\\r\\f\\v]([^\\t\\n\\r\\f\\v]*[^ \\t\\n\\r\\f\\v])?$",
          "minLength": 1,
          "maxLength": 255
        }
      },
      "TagSerializer": {
        "description": "One tag as the platform reports it.",
        "type": "object",
        "required": [
          "key",
          "value",
          "read_only"
        ],
        "properties": {
          "key": {
            "description": "Tag key.",
            "type": "string"
          },
          "read_only": {
            "description": "True for a tag that the platform owns and users cannot change.",
            "type": "boolean"
          },
          "value": {
            "description": "Tag value.",
            "type": "string"
          }
        }
      },
      "SecurityGroupProtocolEnumV2": {
        "description": "Protocols that v2 requests accept. There is no word for \"every protocol\": send null.",
        "type": "string",
        "enum": [
          "ah",
          "dccp",
          "egp",
          "esp",
          "gre",
          "icmp",
          "igmp",
          "ipencap",
          "ipip",
          "ipv6-encap",
          "ipv6-frag",
          "ipv6-icmp",
          "ipv6-nonxt",
          "ipv6-opts",
          "ipv6-route",
          "ospf",
          "pgm",
          "rsvp",
          "sctp",
          "tcp",
          "udp",
          "udplite",
          "vrrp"
        ]
      },
      "SecurityGroupProtocolEnum": {
        "description": "Protocols in v1 answers: those of v2 and \"any\".",
        "type": "string",
        "enum": [
          "ah",
          "any",
          "dccp",
          "egp",
          "esp",
          "gre",
          "icmp",
          "igmp",
          "ipencap",
          "ipip",
          "ipv6-encap",
          "ipv6-frag",
          "ipv6-icmp",
          "ipv6-nonxt",
          "ipv6-opts",
          "ipv6-route",
          "ospf",
          "pgm",
          "rsvp",
          "sctp",
          "tcp",
          "udp",
          "udplite",
          "vrrp"
        ]
      },
      "TaskIDsSerializer": {
        "description": "Handles on the work that a write started.",
        "type": "object",
        "required": [
          "tasks"
        ],
        "properties": {
          "tasks": {
            "description": "Ids of the started tasks; read each until its state is FINISHED or ERROR. Empty when no task was needed.",
            "type": "array",
            "items": {
              "type": "string"
            },
            "examples": [
              [
                "d478ae29-dedc-4869-82f0-96104425f565"
              ]
            ]
          }
        }
      },
      "NameSerializerPydantic": {
        "description": "Just a name.",
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "description": "Name, 3 to 63 characters.",
            "type": "string",
            "pattern": "^[a-zA-Z0-9][a-zA-Z 0-9._\\-]{1,61}[a-zA-Z0-9._]$"
          }
        }
      },
      "SecurityGroupCollectionSerializer": {
        "description": "One page of groups.",
        "type": "object",
        "required": [
          "count",
          "results"
        ],
        "properties": {
          "count": {
            "description": "Number of groups on all pages together.",
            "type": "integer",
            "minimum": 0
          },
          "results": {
            "description": "The groups of this page.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SecurityGroupSerializer"
            }
          }
        }
      },
      "SecurityGroupSerializer": {
        "description": "A security group, normally with its rules.",
        "type": "object",
        "required": [
          "project_id",
          "region_id",
          "region",
          "id",
          "name",
          "description",
          "created_at",
          "updated_at",
          "revision_number",
          "tags_v2"
        ],
        "properties": {
          "created_at": {
            "description": "When the group was made.",
            "type": "string",
            "format": "date-time",
            "examples": [
              "2019-06-18T11:56:16+0000"
            ]
          },
          "description": {
            "description": "Free text.",
            "type": "string"
          },
          "id": {
            "description": "Id of the group.",
            "type": "string",
            "format": "uuid4"
          },
          "name": {
            "description": "Name of the group.",
            "type": "string",
            "pattern": "^[a-zA-Z0-9][a-zA-Z 0-9._\\-]{1,61}[a-zA-Z0-9._]$"
          },
          "project_id": {
            "description": "Project that the group is in.",
            "type": "integer"
          },
          "region": {
            "description": "Display name of the region.",
            "type": "string"
          },
          "region_id": {
            "description": "Region that the group is in.",
            "type": "integer"
          },
          "revision_number": {
            "description": "Counts the changes of the group.",
            "type": "integer"
          },
          "security_group_rules": {
            "description": "The group's rules. May be absent, which does not mean that there are none.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SecurityGroupRuleSerializer"
            }
          },
          "tags_v2": {
            "description": "Tags, both the user's and the platform's.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TagSerializer"
            }
          },
          "updated_at": {
            "description": "When the group last changed.",
            "type": "string",
            "format": "date-time",
            "examples": [
              "2019-06-18T11:57:00+0000"
            ]
          }
        }
      },
      "SecurityGroupRuleSerializer": {
        "description": "One rule as the platform reports it.",
        "type": "object",
        "required": [
          "id",
          "security_group_id",
          "created_at",
          "updated_at",
          "revision_number",
          "ethertype",
          "description",
          "remote_group_id",
          "port_range_min",
          "port_range_max",
          "remote_ip_prefix",
          "protocol",
          "direction"
        ],
        "properties": {
          "created_at": {
            "description": "When the rule was made.",
            "type": "string",
            "format": "date-time",
            "examples": [
              "2019-06-18T11:56:16+0000"
            ]
          },
          "description": {
            "description": "Free text about the rule.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "direction": {
            "description": "Whether the rule is about incoming or outgoing packets.",
            "type": "string",
            "enum": [
              "egress",
              "ingress"
            ]
          },
          "ethertype": {
            "description": "IP version that the rule matches.",
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
          "id": {
            "description": "Id of the rule.",
            "type": "string",
            "format": "uuid4"
          },
          "port_range_max": {
            "description": "Last port of the range; null for no limit.",
            "anyOf": [
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 65535
              },
              {
                "type": "null"
              }
            ]
          },
          "port_range_min": {
            "description": "First port of the range; null for no limit.",
            "anyOf": [
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 65535
              },
              {
                "type": "null"
              }
            ]
          },
          "protocol": {
            "description": "Protocol that the rule matches; null for every protocol.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/SecurityGroupProtocolEnum"
              },
              {
                "type": "null"
              }
            ]
          },
          "remote_group_id": {
            "description": "Peers must be members of this group; null for no such condition.",
            "anyOf": [
              {
                "type": "string",
                "format": "uuid4"
              },
              {
                "type": "null"
              }
            ]
          },
          "remote_ip_prefix": {
            "description": "Peers must be in this network; null for no such condition.",
            "anyOf": [
              {
                "type": "string",
                "format": "ipvanynetwork"
              },
              {
                "type": "null"
              }
            ]
          },
          "revision_number": {
            "description": "Counts the changes of the rule.",
            "type": "integer"
          },
          "security_group_id": {
            "description": "Group that the rule belongs to.",
            "type": "string",
            "format": "uuid4"
          },
          "updated_at": {
            "description": "When the rule last changed.",
            "type": "string",
            "format": "date-time",
            "examples": [
              "2019-06-18T11:57:00+0000"
            ]
          }
        }
      },
      "TaskState": {
        "description": "State of a task. FINISHED and ERROR are final.",
        "type": "string",
        "enum": [
          "ERROR",
          "FINISHED",
          "NEW",
          "RUNNING"
        ]
      },
      "TaskOrderByChoices": {
        "description": "Oldest first or newest first.",
        "type": "string",
        "enum": [
          "asc",
          "desc"
        ]
      },
      "TaskDetailedStateEnum": {
        "description": "Finer state that some kinds of task report.",
        "type": "string",
        "enum": [
          "CLUSTER_CLEAN_UP",
          "CLUSTER_REBUILD",
          "CLUSTER_RESIZE",
          "CLUSTER_RESUME",
          "CLUSTER_SERVER_REBUILD",
          "CLUSTER_SUSPEND",
          "ERROR",
          "FINISHED",
          "IPU_SERVERS",
          "NETWORK",
          "POPLAR_SERVERS",
          "POST_DEPLOY_SETUP",
          "VIPU_CONTROLLER"
        ]
      },
      "TaskCollectionSerializer": {
        "description": "One page of tasks.",
        "type": "object",
        "required": [
          "count",
          "results"
        ],
        "properties": {
          "count": {
            "description": "Number of tasks on all pages together.",
            "type": "integer",
            "minimum": 0
          },
          "results": {
            "description": "The tasks of this page.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TaskSerializer"
            }
          }
        }
      },
      "TaskSerializer": {
        "description": "Work that the platform does in the background. Its times are plain strings, usually without a zone.",
        "type": "object",
        "required": [
          "id",
          "user_id",
          "task_type",
          "state",
          "created_on"
        ],
        "properties": {
          "acknowledged_at": {
            "description": "When somebody acknowledged the task.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "acknowledged_by": {
            "description": "User id of whoever acknowledged the task.",
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "client_id": {
            "description": "Account that the task belongs to.",
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "created_on": {
            "description": "When the task was made.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "examples": [
              "2026-05-23T05:07:31"
            ]
          },
          "created_resources": {
            "description": "Ids of what the task made.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/CreatedResources"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "data": {
            "description": "Parameters of the task; any JSON."
          },
          "detailed_state": {
            "description": "Finer state, for kinds of task that have one.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/TaskDetailedStateEnum"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "error": {
            "description": "What went wrong, in words.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "finished_on": {
            "description": "When the task ended.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "id": {
            "description": "Id of the task.",
            "type": "string"
          },
          "job_id": {
            "description": "Id of the job behind the task.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "lifecycle_policy_id": {
            "description": "Policy that started the task.",
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "project_id": {
            "description": "Project that the task works in.",
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "region_id": {
            "description": "Region that the task works in.",
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "request_id": {
            "description": "Id of the request that started the task.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "schedule_id": {
            "description": "Schedule that started the task.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "state": {
            "$ref": "#/components/schemas/TaskState",
            "description": "Where the task stands."
          },
          "task_type": {
            "description": "Kind of work, such as create_security_group, update_security_group, create_security_group_rule, delete_security_group_rule, update_port.",
            "type": "string",
            "examples": [
              "update_security_group"
            ]
          },
          "updated_on": {
            "description": "When the task last changed.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "user_client_id": {
            "description": "Account of the user whose token was used.",
            "anyOf": [
              {
                "type": "integer"
              },
              {
                "type": "null"
              }
            ],
            "default": null
          },
          "user_id": {
            "description": "User who started the task.",
            "type": "integer"
          }
        }
      },
      "CreatedResources": {
        "description": "Ids of what a task made, by kind. Other kinds than these may be present.",
        "type": "object",
        "properties": {
          "ports": {
            "description": "Ids of new ports.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "security_group_rules": {
            "description": "Ids of new rules.",
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "security_groups": {
            "description": "Ids of new groups.",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "InstanceCollectionSerializer": {
        "description": "Instances that use a group.",
        "type": "object",
        "required": [
          "count",
          "results"
        ],
        "properties": {
          "count": {
            "description": "Number of instances.",
            "type": "integer",
            "minimum": 0
          },
          "results": {
            "description": "The instances.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InstanceSerializer"
            }
          }
        }
      },
      "InstanceSerializer": {
        "description": "A virtual machine, cut down to what names it and to its groups.",
        "type": "object",
        "required": [
          "id",
          "name",
          "created_at",
          "status",
          "vm_state",
          "instance_description",
          "security_groups",
          "task_state",
          "task_id",
          "region",
          "region_id",
          "project_id"
        ],
        "properties": {
          "created_at": {
            "description": "When the instance was made.",
            "type": "string",
            "format": "date-time"
          },
          "id": {
            "description": "Id of the instance.",
            "type": "string",
            "format": "uuid4"
          },
          "instance_description": {
            "description": "Free text.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "name": {
            "description": "Name of the instance.",
            "type": "string"
          },
          "project_id": {
            "description": "Project that the instance is in.",
            "type": "integer"
          },
          "region": {
            "description": "Display name of the region.",
            "type": "string"
          },
          "region_id": {
            "description": "Region that the instance is in.",
            "type": "integer"
          },
          "security_groups": {
            "description": "Groups of the instance, by name only.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NameSerializerPydantic"
            }
          },
          "status": {
            "$ref": "#/components/schemas/InstanceStatus",
            "description": "Status of the server."
          },
          "task_id": {
            "description": "Task that holds a lock on the instance; null when it is not locked.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "task_state": {
            "description": "What the instance is busy with.",
            "anyOf": [
              {
                "type": "string"
              },
              {
                "type": "null"
              }
            ]
          },
          "vm_state": {
            "$ref": "#/components/schemas/InstanceVMState",
            "description": "State of the virtual machine."
          }
        }
      },
      "InstanceStatus": {
        "description": "Status of the server.",
        "type": "string",
        "enum": [
          "ACTIVE",
          "BUILD",
          "DELETED",
          "ERROR",
          "HARD_REBOOT",
          "MIGRATING",
          "PASSWORD",
          "PAUSED",
          "REBOOT",
          "REBUILD",
          "RESCUE",
          "RESIZE",
          "REVERT_RESIZE",
          "SHELVED",
          "SHELVED_OFFLOADED",
          "SHUTOFF",
          "SOFT_DELETED",
          "SUSPENDED",
          "UNKNOWN",
          "VERIFY_RESIZE"
        ]
      },
      "InstanceVMState": {
        "description": "State of the virtual machine.",
        "type": "string",
        "enum": [
          "active",
          "building",
          "deleted",
          "error",
          "paused",
          "rescued",
          "resized",
          "shelved",
          "shelved_offloaded",
          "soft-deleted",
          "stopped",
          "suspended"
        ]
      },
      "PortDetailSerializer": {
        "description": "A network port.",
        "type": "object",
        "required": [
          "id",
          "mac_address",
          "network_id",
          "ip_assignments",
          "port_security_enabled",
          "security_group_ids",
          "allowed_address_pairs",
          "tags",
          "system_tags",
          "managed_by",
          "capabilities",
          "attached_to",
          "created_at",
          "updated_at"
        ],
        "properties": {
          "allowed_address_pairs": {
            "description": "Further addresses that the port may use, ordered by address.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AllowedAddressPairsResponseSerializer"
            }
          },
          "attached_to": {
            "description": "What the port is plugged into; null when nothing.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/PortAttachmentSerializer"
              },
              {
                "type": "null"
              }
            ]
          },
          "capabilities": {
            "description": "Which settings have an effect on this port; null while it is not attached.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/PortCapabilitiesSerializer"
              },
              {
                "type": "null"
              }
            ]
          },
          "created_at": {
            "description": "When the port was made.",
            "type": "string",
            "format": "date-time"
          },
          "id": {
            "description": "Id of the port.",
            "type": "string",
            "format": "uuid4"
          },
          "ip_assignments": {
            "description": "Addresses of the port.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IpAssignmentSerializer"
            }
          },
          "mac_address": {
            "description": "Hardware address.",
            "type": "string",
            "examples": [
              "fa:16:3e:f2:87:16"
            ]
          },
          "managed_by": {
            "$ref": "#/components/schemas/PortManagedBy",
            "description": "Who may change the port: the user, or only the platform."
          },
          "network_id": {
            "description": "Network that the port is in.",
            "type": "string",
            "format": "uuid4"
          },
          "port_security_enabled": {
            "description": "Whether groups and the check against spoofed addresses apply. When false, all traffic passes.",
            "type": "boolean"
          },
          "security_group_ids": {
            "description": "Groups on the port, ordered by id.",
            "type": "array",
            "items": {
              "type": "string",
              "format": "uuid4"
            }
          },
          "system_tags": {
            "description": "Tags that the platform set.",
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "tags": {
            "description": "Tags that the user set.",
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "updated_at": {
            "description": "When the port last changed.",
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PortAttachmentSerializer": {
        "description": "What a port is plugged into.",
        "type": "object",
        "required": [
          "resource_id",
          "resource_type"
        ],
        "properties": {
          "resource_id": {
            "description": "Id of that resource; null for DHCP.",
            "anyOf": [
              {
                "type": "string",
                "format": "uuid4"
              },
              {
                "type": "null"
              }
            ]
          },
          "resource_type": {
            "description": "Its kind; null while unknown.",
            "anyOf": [
              {
                "$ref": "#/components/schemas/PortResourceType"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "PortResourceType": {
        "description": "Kinds of resource that a port can belong to.",
        "type": "string",
        "enum": [
          "baremetal_server",
          "basic_vm",
          "dhcp",
          "gpu_baremetal_server",
          "gpu_virtual_server",
          "instance",
          "load_balancer",
          "router"
        ]
      },
      "PortManagedBy": {
        "description": "Owner of a port.",
        "type": "string",
        "enum": [
          "system",
          "user"
        ]
      },
      "PortCapabilitiesSerializer": {
        "description": "Which settings the network driver enforces on a port.",
        "type": "object",
        "required": [
          "security_groups",
          "port_security",
          "allowed_address_pairs"
        ],
        "properties": {
          "allowed_address_pairs": {
            "description": "Allowed address pairs are enforced.",
            "type": "boolean"
          },
          "port_security": {
            "description": "Port security is enforced.",
            "type": "boolean"
          },
          "security_groups": {
            "description": "Security groups are enforced.",
            "type": "boolean"
          }
        }
      },
      "AllowedAddressPairsResponseSerializer": {
        "description": "A further address of a port.",
        "type": "object",
        "required": [
          "ip_address"
        ],
        "properties": {
          "ip_address": {
            "description": "Address or network.",
            "anyOf": [
              {
                "type": "string",
                "format": "ipvanyaddress"
              },
              {
                "type": "string",
                "format": "ipvanynetwork"
              }
            ]
          }
        }
      },
      "IpAssignmentSerializer": {
        "description": "An address of a port.",
        "type": "object",
        "required": [
          "subnet_id",
          "ip_address"
        ],
        "properties": {
          "ip_address": {
            "description": "The address.",
            "anyOf": [
              {
                "type": "string",
                "format": "ipv4"
              },
              {
                "type": "string",
                "format": "ipv6"
              }
            ]
          },
          "subnet_id": {
            "description": "Subnet of the address.",
            "type": "string",
            "format": "uuid4"
          }
        }
      },
      "PatchPortSerializer": {
        "description": "What to change on a port. A field that is absent stays as it is; a list replaces the whole list.",
        "type": "object",
        "properties": {
          "allowed_address_pairs": {
            "description": "All further addresses of the port; an empty list removes them.",
            "type": "array",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/PatchAllowedAddressPairsSerializer"
            }
          },
          "ip_assignments": {
            "description": "All addresses of the port: at least one, each in a subnet of the port's network.",
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IpAssignmentRequestSerializer"
            }
          },
          "port_security_enabled": {
            "description": "Whether groups and the check against spoofed addresses shall apply.",
            "type": "boolean"
          },
          "security_group_ids": {
            "description": "All groups of the port; an empty list detaches every group.",
            "type": "array",
            "maxItems": 10,
            "items": {
              "type": "string",
              "format": "uuid4"
            }
          },
          "tags": {
            "$ref": "#/components/schemas/UpdateTagsSerializer",
            "description": "JSON Merge Patch of the user's tags: a value sets a tag, null removes it, what is not named stays."
          }
        }
      },
      "PatchAllowedAddressPairsSerializer": {
        "description": "A further address for a port.",
        "type": "object",
        "required": [
          "ip_address"
        ],
        "properties": {
          "ip_address": {
            "description": "Address or network.",
            "anyOf": [
              {
                "type": "string",
                "format": "ipvanyaddress"
              },
              {
                "type": "string",
                "format": "ipvanynetwork"
              }
            ]
          }
        }
      },
      "IpAssignmentRequestSerializer": {
        "description": "An address for a port.",
        "type": "object",
        "required": [
          "subnet_id",
          "ip_address"
        ],
        "properties": {
          "ip_address": {
            "description": "The address.",
            "anyOf": [
              {
                "type": "string",
                "format": "ipv4"
              },
              {
                "type": "string",
                "format": "ipv6"
              }
            ]
          },
          "subnet_id": {
            "description": "Subnet of the address.",
            "type": "string",
            "format": "uuid4"
          }
        }
      },
      "Error": {
        "description": "Body of every answer that is not a success, as the vendor's error guide describes it.",
        "type": "object",
        "required": [
          "exception_class",
          "message",
          "request_id"
        ],
        "properties": {
          "exception_class": {
            "description": "Kind of error.",
            "type": "string",
            "examples": [
              "ValidationError",
              "NotFoundError",
              "ConflictError",
              "QuotaLimitExceed"
            ]
          },
          "message": {
            "description": "What went wrong, in words.",
            "type": "string"
          },
          "request_id": {
            "description": "Id of the request, for a question to support.",
            "type": "string"
          },
          "info": {
            "description": "Details that depend on the kind of error; for a quota: attribute, current_usage, requested_usage, limit.",
            "type": "object",
            "additionalProperties": true
          },
          "invalid_fields": {
            "description": "Per field of the request, what is wrong with it.",
            "type": "object",
            "additionalProperties": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        }
      }
    },
    "securitySchemes": {
      "APIKey": {
        "description": "The word `apikey`, one space, then the token.",
        "type": "apiKey",
        "in": "header",
        "name": "Authorization"
      }
    }
  }
};
