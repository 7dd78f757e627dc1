import { describe, expect, it } from "vitest";
import { createWorld, v1, type World } from "./gcore-world.ts";

interface Scene {
  readonly world: World;
  readonly web: string;
  readonly database: string;
  readonly instance: string;
  readonly port: string;
}

function createScene(): Scene {
  const world = createWorld();
  const web = world.cloud.addGroup(1, 2, { name: "web", rules: [] });
  const database = world.cloud.addGroup(1, 2, { name: "database", rules: [] });
  const instance = world.cloud.addInstance(1, 2, { name: "vm 1", groups: [web] });
  const [view] = world.cloud.ports(1, 2);
  return { world, web, database, instance, port: `/cloud/v1/ports/1/2/${view?.id}` };
}

it("lists the instances that use a group", async () => {
  const { world, web, database, instance } = createScene();
  const { body } = await world.send("GET", `${v1}/${web}/instances`);
  expect(body).toMatchObject({
    count: 1,
    results: [{ id: instance, name: "vm 1", status: "ACTIVE", security_groups: [{ name: "web" }] }],
  });
  expect((await world.send("GET", `${v1}/${database}/instances`)).body).toEqual({ count: 0, results: [] });
});

describe("a port", () => {
  it("tells its groups and its instance", async () => {
    const { world, web, instance, port } = createScene();
    expect((await world.send("GET", port)).body).toMatchObject({
      security_group_ids: [web],
      attached_to: { resource_id: instance, resource_type: "instance" },
      port_security_enabled: true,
    });
  });

  it("gets the groups of an update in place of its own when the task has finished", async () => {
    const { world, web, database, instance, port } = createScene();
    const { body } = await world.send("PATCH", port, { security_group_ids: [database, database] });
    expect(world.cloud.ports(1, 2)[0]?.groups).toEqual([web]);
    world.wait(2000);
    expect(world.cloud.ports(1, 2)[0]?.groups).toEqual([database]);
    expect((await world.send("GET", `/cloud/v1/tasks/${body.tasks[0]}`)).body).toMatchObject({
      task_type: "update_port",
      state: "FINISHED",
    });
    expect((await world.send("GET", `${v1}/${web}/instances`)).body.count).toBe(0);
    expect((await world.send("GET", `${v1}/${database}/instances`)).body.results).toMatchObject([{ id: instance }]);
    expect(await world.send("DELETE", `${v1}/${web}`)).toMatchObject({ status: 204 });
    expect(await world.send("DELETE", `${v1}/${database}`)).toMatchObject({ status: 409 });
  });

  it("keeps what an update does not name, and loses every group to an empty list", async () => {
    const { world, web, port } = createScene();
    await world.finish("PATCH", port, { tags: { role: "front", team: "edge" }, port_security_enabled: false });
    await world.finish("PATCH", port, { tags: { tier: "1", role: null } });
    expect((await world.send("GET", port)).body).toMatchObject({
      security_group_ids: [web],
      port_security_enabled: false,
      tags: { team: "edge", tier: "1" },
    });
    await world.finish("PATCH", port, {
      security_group_ids: [],
      allowed_address_pairs: [{ ip_address: "10.1.0.0/16" }],
    });
    expect((await world.send("GET", port)).body).toMatchObject({
      security_group_ids: [],
      allowed_address_pairs: [{ ip_address: "10.1.0.0/16" }],
    });
  });

  it("takes addresses of its own network, at least one", async () => {
    const { world, port } = createScene();
    const [{ subnet_id: subnet }] = (await world.send("GET", port)).body.ip_assignments;
    expect(await world.send("PATCH", port, { ip_assignments: [] })).toMatchObject({ status: 400 });
    const elsewhere = { subnet_id: "00000000-0000-4000-8000-000000000000", ip_address: "10.0.0.9" };
    expect(await world.send("PATCH", port, { ip_assignments: [elsewhere] })).toMatchObject({ status: 400 });
    await world.finish("PATCH", port, { ip_assignments: [{ subnet_id: subnet, ip_address: "10.0.0.9" }] });
    expect((await world.send("GET", port)).body.ip_assignments).toEqual([
      { subnet_id: subnet, ip_address: "10.0.0.9" },
    ]);
  });

  it("is refused more than ten groups, and one that is not there", async () => {
    const { world, port } = createScene();
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(await world.send("PATCH", port, { security_group_ids: [unknown] })).toMatchObject({ status: 404 });
    const ids = Array.from({ length: 11 }, () => unknown);
    expect((await world.send("PATCH", port, { security_group_ids: ids })).body.invalid_fields).toHaveProperty(
      "security_group_ids",
    );
  });

  it("keeps its groups when one was deleted before the task ran", async () => {
    const { world, web, database, port } = createScene();
    const { body } = await world.send("PATCH", port, { security_group_ids: [database] });
    await world.send("DELETE", `${v1}/${database}`);
    world.wait(2000);
    expect((await world.send("GET", `/cloud/v1/tasks/${body.tasks[0]}`)).body).toMatchObject({ state: "ERROR" });
    expect(world.cloud.ports(1, 2)[0]?.groups).toEqual([web]);
  });
});

it("refuses seeds that refer to what is not there, or are there already", () => {
  const { world } = createScene();
  expect(() => world.cloud.addInstance(1, 2, { name: "vm", groups: ["nowhere"] })).toThrow(/nowhere/);
  expect(() => world.cloud.addGroup(9, 9, { name: "web", rules: [] })).toThrow(/9/);
  expect(() => world.cloud.addProject({ projectId: 1, regionId: 2 })).toThrow(/already/);
});
