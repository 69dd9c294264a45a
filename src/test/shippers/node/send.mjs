// Sends each line of the standard input as an event, in batches, until all are taken; ends with a line that says what happened.
// usage: node send.mjs elasticsearch-9|elasticsearch-8|opensearch-3 http://127.0.0.1:8080
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

const [library, node] = process.argv.slice(2)
const libraries = {
  'elasticsearch-9': '@elastic/elasticsearch',
  'elasticsearch-8': 'elasticsearch-8',
  'opensearch-3': '@opensearch-project/opensearch'
}
const { Client } = await import(libraries[library])
const client = new Client({ node, requestTimeout: 10000 })
const told = { sent: 0, refused: 0, again: 0 }

async function bulk (lines) {
  const operations = lines.flatMap(line => [{ create: { _index: 'logs' } }, line])
  return library === 'opensearch-3'
    ? (await client.bulk({ body: operations })).body
    : client.bulk({ operations })
}

// What is said of the whole batch is raised: busy (429), or nobody there. What is said of an event is in its item.
async function deliver (lines) {
  for (let left = lines; left.length > 0;) {
    try {
      const { items } = await bulk(left)
      const statuses = items.map(item => Object.values(item)[0].status)
      told.sent += statuses.filter(status => status < 300).length
      told.refused += statuses.filter(status => status === 400).length
      left = left.filter((line, i) => statuses[i] === 429 || statuses[i] >= 500)
    } catch (error) {
      if (error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 429) throw error
      told.again++
      await setTimeout(500)
    }
  }
}

let batch = []
let last = Promise.resolve()
function flush () {
  const lines = batch
  batch = []
  last = last.then(() => deliver(lines))
}
const clock = setInterval(() => batch.length > 0 && flush(), 200)
for await (const line of createInterface({ input: process.stdin })) {
  if (batch.push(line) >= 100) flush()
}
clearInterval(clock)
flush()
await last
console.log(JSON.stringify(told))
await client.close()
