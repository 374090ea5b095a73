import type { Profile } from '@crm/contract'
import { m } from '../../../messages/messages.js'
import { knownDiets, knownFavorites } from './known-words.ts'
import type { Save } from './saving.ts'
import { WishesCard } from './wishes-card.tsx'

/** What somebody eats, and what they like best. */
export function Wishes({ profile, save }: { profile: Profile; save: Save }) {
  return (
    <>
      <WishesCard
        id="dietary_preferences"
        title={m.preferences_diet()}
        legend={m.preferences_diet_text()}
        remarkLabel={m.preferences_diet_remark()}
        text={profile.dietary_preferences}
        known={knownDiets()}
        onWrite={(dietary_preferences) => save({ dietary_preferences })}
      />
      <WishesCard
        id="favorite_products"
        title={m.preferences_favorites()}
        legend={m.preferences_favorites_text()}
        remarkLabel={m.preferences_favorites_remark()}
        text={profile.favorite_products}
        known={knownFavorites()}
        onWrite={(favorite_products) => save({ favorite_products })}
      />
    </>
  )
}
