import type { Refusal } from '@crm/client'
import { refusalText } from '../../lib/refusal-text.ts'

export const RefusalWords = ({ refusal }: { refusal: Refusal }) => <p>{refusalText(refusal)}</p>
