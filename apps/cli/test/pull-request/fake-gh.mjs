// Stands in for GitHub's command `gh api`: keeps comments and issues in the file $GH_STORE. What it does not know, it refuses.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [command, ...words] = process.argv.slice(2);
if (command !== "api" || !process.env.GH_TOKEN) process.exit(9);
const file = process.env.GH_STORE;
const store = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { comments: [], issues: [], calls: [] };
let method = "GET";
let path;
const fields = {};
while (words.length > 0) {
  const word = words.shift();
  if (word === "--method") method = words.shift();
  else if (word === "-f" || word === "-F") {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(words.shift());
    fields[name] = word === "-F" && value.startsWith("@") ? readFileSync(value.slice(1), "utf8") : value;
  } else if (word.startsWith("repos/owner/repository/")) path = word.slice("repos/owner/repository".length);
  else if (word !== "--paginate" && word !== "--slurp" && word !== "--silent") process.exit(9);
}
store.calls.push(`${method} ${path}`);
const user = { login: "github-actions[bot]" };
const next = (items, name) => 1 + Math.max(0, ...items.map((item) => item[name]));
const on = `${method} ${path}`;
let match;
// What --paginate --slurp makes of them.
const printPages = (...pages) => console.log(JSON.stringify(pages));
if (on === "GET /issues/7/comments?per_page=100") {
  const half = Math.ceil(store.comments.length / 2);
  printPages(store.comments.slice(0, half), store.comments.slice(half));
} else if (on === "POST /issues/7/comments")
  store.comments.push({ id: next(store.comments, "id"), user, body: fields.body });
else if ((match = /^PATCH \/issues\/comments\/(\d+)$/.exec(on)))
  store.comments.find(({ id }) => id === Number(match[1])).body = fields.body;
else if (on === "GET /issues?state=open&per_page=100") printPages(store.issues.filter(({ state }) => state === "open"));
else if (on === "POST /issues")
  store.issues.push({ number: next(store.issues, "number"), user, state: "open", pull_request: null, ...fields });
else if ((match = /^PATCH \/issues\/(\d+)$/.exec(on)))
  Object.assign(
    store.issues.find(({ number }) => number === Number(match[1])),
    fields,
  );
else if (on === "POST /code-scanning/sarifs") store.sarif = fields;
else process.exit(9);
writeFileSync(file, JSON.stringify(store));
