export { Refusal, refusalOf } from './refusal.ts'
export { type Ask, createTransport, type Transport, type TransportOptions } from './transport.ts'
