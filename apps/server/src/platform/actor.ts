/** Who acts and from where: what the trail keeps of every change. */
export type Actor = {
  /** The customer record of the person, or null for somebody unknown and for the system itself. */
  id: string | null
  /** `customer`, a staff role, `anonymous` or `system`. */
  role: string
  /** The network address of the request's peer. */
  address: string
  request_id: string
}

/** The product itself: schedules, commands, the first start. */
export const systemActor = (request_id = ''): Actor => ({ id: null, role: 'system', address: '', request_id })
