// Logs each line of the standard input through pino-elasticsearch.
// usage: node pino.mjs http://127.0.0.1:8080
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pinoElastic from 'pino-elasticsearch'

const [node] = process.argv.slice(2)
let refused = 0
const elastic = pinoElastic({ node, index: 'logs', esVersion: 9, flushBytes: 1000, flushInterval: 200 })
elastic.on('insertError', () => refused++)
const lines = createInterface({ input: process.stdin })
await pipeline(Readable.from((async function * () { for await (const line of lines) yield line + '\n' })()), elastic)
console.log(JSON.stringify({ refused }))
