import type { CustomerPage } from '@crm/contract'
import { formatNumber } from '../../../lib/format.ts'

/** How many match, in figures; with a plus where a search finds more than are counted. */
export const countText = ({
  count,
  is_count_exact,
}: Pick<CustomerPage, 'count' | 'is_count_exact'>): string =>
  is_count_exact ? formatNumber(count) : `${formatNumber(count)}+`
