import type { CustomerOrdering, CustomerRow } from '@crm/contract'
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { formatNumber, formatShortDate } from '../../../lib/format.ts'
import { m } from '../../../messages/messages.js'
import { phoneText } from '../../ui/phone-text.ts'
import { CustomerName } from './customer-name.tsx'
import { CustomerStatus } from './customer-status.tsx'

/** What the list of customers can show. */
export const columnNames = [
  'name',
  'email',
  'phone_number',
  'city',
  'total_purchases',
  'loyalty_points',
  'status',
  'date_joined',
  'last_login',
] as const
export type ColumnName = (typeof columnNames)[number]

/** Shown until somebody chooses otherwise. */
export const usualColumns: readonly ColumnName[] = [
  'name',
  'phone_number',
  'city',
  'total_purchases',
  'loyalty_points',
  'status',
  'date_joined',
]

type Facts = { label: () => string; ordering?: CustomerOrdering; isNumber?: boolean; isNewestFirst?: boolean }

/** What a column is called, what it is sorted by, and which way round first. */
export const columnFacts: Record<ColumnName, Facts> = {
  name: { label: m.customers_column_name, ordering: 'first_name' },
  email: { label: m.customers_column_email, ordering: 'email' },
  phone_number: { label: m.customers_column_phone },
  city: { label: m.customers_column_city, ordering: 'city' },
  total_purchases: {
    label: m.customers_column_purchases,
    ordering: 'total_purchases',
    isNumber: true,
    isNewestFirst: true,
  },
  loyalty_points: {
    label: m.customers_column_points,
    ordering: 'loyalty_points',
    isNumber: true,
    isNewestFirst: true,
  },
  status: { label: m.customers_column_status },
  date_joined: { label: m.customers_column_joined, ordering: 'date_joined', isNewestFirst: true },
  last_login: { label: m.customers_column_seen, ordering: 'last_login', isNewestFirst: true },
}

export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature })
const helper = createColumnHelper<typeof features, CustomerRow>()

export const columns = helper.columns([
  helper.display({ id: 'name', cell: ({ row }) => <CustomerName customer={row.original} /> }),
  helper.accessor('email', { id: 'email', cell: ({ getValue }) => getValue() }),
  helper.accessor('phone_number', { id: 'phone_number', cell: ({ getValue }) => phoneText(getValue()) }),
  helper.accessor('city', { id: 'city', cell: ({ getValue }) => getValue() }),
  helper.accessor('total_purchases', {
    id: 'total_purchases',
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  helper.accessor('loyalty_points', {
    id: 'loyalty_points',
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  helper.display({ id: 'status', cell: ({ row }) => <CustomerStatus customer={row.original} /> }),
  helper.accessor('date_joined', { id: 'date_joined', cell: ({ getValue }) => formatShortDate(getValue()) }),
  helper.accessor('last_login', { id: 'last_login', cell: ({ getValue }) => seen(getValue()) }),
])

const seen = (moment: string | null) => (moment ? formatShortDate(moment) : m.customers_never())
