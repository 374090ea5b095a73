import type { Server } from 'node:http'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** How long the door is held for those who already stand before it. */
const letInMs = 4_000
/** How long who has just come in may take to say what they want. */
const listenOnMs = 500
/** Then every request has been answered; who still sends or reads slowly is cut off. */
const patienceMs = 8_000

/**
 * Takes no more connections and resolves when the last one has ended. The server's own `close` would at once end those
 * whose request has arrived and has not been read yet: on a busy machine, dozens.
 */
export async function shutDoor(server: Server): Promise<void> {
  await untilNobodyStandsOutside(server)
  const empty = new Promise<void>((resolve) => net.Server.prototype.close.call(server, () => resolve()))
  await Promise.race([empty, wait(listenOnMs, undefined, { ref: false })])
  const sendHome = setInterval(() => server.closeIdleConnections(), 100)
  const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs)
  await empty
  clearInterval(sendHome)
  clearTimeout(cutOff)
}

/** One connection is taken in each turn of the event loop: a turn that brings none found nobody waiting. */
async function untilNobodyStandsOutside(server: Server): Promise<void> {
  const giveUpAt = performance.now() + letInMs
  let hasSomebodyCome = true
  const note = () => {
    hasSomebodyCome = true
  }
  server.on('connection', note)
  while (hasSomebodyCome && performance.now() < giveUpAt) {
    hasSomebodyCome = false
    await new Promise((resolve) => setImmediate(resolve))
  }
  server.off('connection', note)
}
