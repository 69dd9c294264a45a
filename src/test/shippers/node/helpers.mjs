// The same with the library's own helper, which batches by itself and gives up a batch that is answered with 429.
// usage: node helpers.mjs elasticsearch-9|elasticsearch-8 http://127.0.0.1:8080
import { createInterface } from 'node:readline'

const [library, node] = process.argv.slice(2)
const { Client } = await import(library === 'elasticsearch-8' ? 'elasticsearch-8' : '@elastic/elasticsearch')
const client = new Client({ node })
let refused = 0
const told = await client.helpers.bulk({
  datasource: createInterface({ input: process.stdin }),
  flushInterval: 200,
  onDocument: () => ({ create: { _index: 'logs' } }),
  onDrop: () => refused++
})
console.log(JSON.stringify({ sent: told.successful, refused, again: told.retry }))
await client.close()
