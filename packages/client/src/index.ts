export { type Ask, createTransport, type Transport, type TransportOptions } from './transport.ts'
export { Refusal } from './refusal.ts'
