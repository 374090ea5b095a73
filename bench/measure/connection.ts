import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One answer: how long it took from the first byte sent to the last received. */
export type Answer = { status: number; ms: number; body: Buffer }

/** A keep-alive connection that asks one thing at a time. Lean, as it shares two cores with what it measures. */
export class Connection {
  readonly #socket: Socket
  #received: Buffer[] = []
  #missing = Number.POSITIVE_INFINITY
  #status = 0
  #began = 0
  #waiting: PromiseWithResolvers<Answer> | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('error', (error) => this.#waiting?.reject(error))
    socket.on('close', () => this.#waiting?.reject(new Error('The server closed the connection.')))
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  ask(request: Buffer): Promise<Answer> {
    this.#waiting = Promise.withResolvers<Answer>()
    this.#began = performance.now()
    this.#socket.write(request)
    return this.#waiting.promise
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    if (this.#received.length === 0) this.#readHead(chunk)
    this.#received.push(chunk)
    this.#missing -= chunk.length
    if (this.#missing > 0) return
    const ms = performance.now() - this.#began
    const whole = Buffer.concat(this.#received)
    this.#received = []
    this.#waiting?.resolve({ status: this.#status, ms, body: whole.subarray(whole.indexOf('\r\n\r\n') + 4) })
  }

  /** Both servers send their short heads in one piece and say how long the body is. */
  #readHead(chunk: Buffer): void {
    const end = chunk.indexOf('\r\n\r\n')
    const head = chunk.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (end < 0 || length === undefined) throw new Error(`An answer without a length:\n${head}`)
    this.#status = Number(head.slice(9, 12))
    this.#missing = end + 4 + Number(length)
  }
}
