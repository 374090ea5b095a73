import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

/** Everybody else who walks in from the street, and the children of couples who met in Toronto. */
export const neighbours: Community = {
  name: 'Neighbours',
  weight: 24,
  women: names(
    `Sarah, Jennifer, Emily, Jessica, Olivia, Priya, Mei, Geneviève, Chantal, Hannah, Rachel, Amanda, Lisa, Nadia, Linh, Grace,
    Mary-Kate, Zoë`,
  ),
  men: names(
    'Michael, David, Daniel, Matthew, James, Wei, Arjun, Omar, Minh, Liam, Étienne, Jean-François, Chris, Marco, Noah, Amir, Ben',
  ),
  last: names(
    `Smith, Singh, Patel, Wong, Chen, Nguyen, Tremblay, Roy, MacDonald, O'Brien, Thompson, Kim, Rossi, Kowalski, Cohen, Sharma,
    Gagnon, Reyes, Hussain, D'Souza, Ferreira, O'Brien-Mensah, Li, Santos, MacKenzie, Campbell-Okafor, Patel-Clarke,
    Tremblay-Diallo, Wong-Bailey`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.3,
  languages: weighted({ en: 92, fr: 8 }),
  diets: mixedDiets,
  products: names(
    'jerk seasoning, plantain, jollof spice, coconut milk, Scotch bonnet, hot sauce, injera, mango, patties, sorrel',
  ),
}
