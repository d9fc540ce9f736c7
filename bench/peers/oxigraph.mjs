// Oxigraph (npm install oxigraph) as a SPARQL endpoint: node oxigraph.mjs PORT UNION.nt RELEASE.nq
// The union is its default graph, the quads are its named graphs. Answers in JSON, without limits.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// From the folder it is started in, where npm put it.
const { Store } = createRequire(process.cwd() + "/")("oxigraph");
const [port, union, quads] = process.argv.slice(2);
const store = new Store();
store.load(readFileSync(union), { format: "application/n-triples", no_transaction: true });
store.load(readFileSync(quads), { format: "application/n-quads", no_transaction: true });

const text = async (request) => {
  let body = "";
  for await (const part of request) body += part;
  return request.method === "POST" ? new URLSearchParams(body) : new URL(request.url, "http://localhost").searchParams;
};

createServer(async (request, response) => {
  try {
    const query = (await text(request)).get("query");
    const body = store.query(query, { results_format: "application/sparql-results+json" });
    response.writeHead(200, {
      "Content-Type": "application/sparql-results+json",
      "Content-Length": Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(400, { "Content-Type": "text/plain" }).end(String(error));
  }
}).listen(Number(port), "127.0.0.1", () => console.log(`ready, ${store.size} quads`));
