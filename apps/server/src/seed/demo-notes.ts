import { demoCast } from './demo-cast.ts'

export interface DemoNote {
  readonly id: string
  readonly customer_id: string
  readonly note: string
  readonly created_by: string
  readonly created_at: string
}

/** What staff wrote about some of the cast, the kind of thing a till needs to remember. */
export const demoNotes: readonly DemoNote[] = [
  {
    id: '019ced95-7140-7ec4-9941-da7f69997e90',
    customer_id: idOf('ola.adebayo'),
    note: 'Picks up a case of plantain every second Friday; keep one aside when the delivery is late.',
    created_by: idOf('shauna-kay.cashier'),
    created_at: '2026-03-14T18:22:00.000Z',
  },
  {
    id: '019fc306-5540-71b5-a331-468a13161c8b',
    customer_id: idOf('ola.adebayo'),
    note: 'Asked for Ọ̀fàdà rice in the 10 kg bag. Supplier says October.',
    created_by: idOf('kwabena.manager'),
    created_at: '2026-08-02T15:10:00.000Z',
  },
  {
    id: '01a0ba89-fb00-774f-a129-55e844901a78',
    customer_id: idOf('titilayo.olatunji'),
    note: 'Caterer: orders for forty at Thanksgiving and in December. Offer the wholesale list.',
    created_by: idOf('kwabena.manager'),
    created_at: '2026-09-19T16:40:00.000Z',
  },
  {
    id: '019c8129-6660-7040-b937-71190c622556',
    customer_id: idOf('tigist.bekele'),
    note: 'Fasting before Fasika: asks for shiro and lentils, no niter kibbeh. Teff must be the ivory one.',
    created_by: idOf('shauna-kay.cashier'),
    created_at: '2026-02-21T17:05:00.000Z',
  },
  {
    id: '019f52a8-76c0-75df-b6ac-904e0d334e6a',
    customer_id: idOf('efua.owusu'),
    note: 'Prefers a text to a mail when kenkey comes in.',
    created_by: idOf('shauna-kay.cashier'),
    created_at: '2026-07-11T19:30:00.000Z',
  },
  {
    id: '017e5f53-4600-72b2-9a30-3f842629940a',
    customer_id: idOf('devon.campbell'),
    note: 'One of our first customers. His mother shops here too: Hyacinth Clarke.',
    created_by: idOf('folake.owner'),
    created_at: '2022-01-15T20:00:00.000Z',
  },
  {
    id: '01a12703-c180-7741-8c6b-463aecaaa84e',
    customer_id: idOf('devon.campbell'),
    note: 'Returned a tin of ackee, dented. Replaced, no charge.',
    created_by: idOf('shauna-kay.cashier'),
    created_at: '2026-10-10T18:12:00.000Z',
  },
  {
    id: '01a102de-8560-77df-926a-fd5b5d84516e',
    customer_id: idOf('marie-ange.jean-baptiste'),
    note: 'Préfère le français au téléphone. Commande le djon djon un mois avant le 1er janvier.',
    created_by: idOf('kwabena.manager'),
    created_at: '2026-10-03T17:45:00.000Z',
  },
  {
    id: '019e5590-9800-7b96-babd-e40725c8da3f',
    customer_id: idOf('aissatou.ndiaye'),
    note: 'Asked which meat is hand-slaughtered halal; showed her the certificates.',
    created_by: idOf('kwabena.manager'),
    created_at: '2026-05-23T16:00:00.000Z',
  },
  {
    id: '019f09aa-8d00-7284-9e12-103b556fea9f',
    customer_id: idOf('hyacinth.clarke'),
    note: 'No phone: her son Devon Campbell picks up for her. Carry the bags to the car.',
    created_by: idOf('shauna-kay.cashier'),
    created_at: '2026-06-27T15:20:00.000Z',
  },
  {
    id: '018d28ba-1420-746f-abd0-ecbb863d83f5',
    customer_id: idOf('compton.dandrade'),
    note: 'Moved back to Georgetown; asked us to close the account but keep his history.',
    created_by: idOf('folake.owner'),
    created_at: '2024-01-20T21:15:00.000Z',
  },
  {
    id: '01a072e7-f7c0-7ba4-a9f9-56715eb2392d',
    customer_id: idOf('maria.garcia'),
    note: 'Would come to a tasting of Dominican salami if we hold one on a Sunday.',
    created_by: idOf('andre.marketer'),
    created_at: '2026-09-05T18:50:00.000Z',
  },
]

function idOf(mailbox: string): string {
  const person = demoCast.find(({ email }) => email.startsWith(`${mailbox}@`))
  if (!person) throw new Error(`Nobody in the demo cast has the address ${mailbox}@….`)
  return person.id
}
