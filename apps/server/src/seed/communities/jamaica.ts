import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { jamaicanDiets } from './diets.ts'

export const jamaican: Community = {
  name: 'Jamaican',
  weight: 190,
  women: names(
    `Keisha, Simone, Marcia, Sonia, Nadine, Natalie, Camille, Alicia, Sharon, Claudette, Beverley, Paulette, Yvonne, Pauline,
    Kerry-Ann, Ann-Marie, Donna-Marie, Shanice, Shantel, Tricia, Kadian, Latoya, Monique, Shauna-Kay, Jodi-Ann, Tanesha,
    Tameka, Carlene, Hyacinth, Althea, Doreen, Merlene, Novelette, Oneika, Icilda, Dawnette, Grace, Lorna, Patricia, Karen`,
  ),
  men: names(
    `Devon, Delroy, Winston, Errol, Andre, Patrick, Trevor, Leroy, Everton, Omar, Jermaine, Dwayne, Kemar, Damion, Ricardo,
    Donovan, Desmond, Garfield, Courtney, Oneil, Romario, Marlon, Rohan, Neville, Lloyd, Clive, Fitzroy, Glenroy, Orville,
    Tyrone, Tevin, Akeem, Barrington, Nathaniel, Kirk, Carlton, Shevon, Junior, Michael, Christopher`,
  ),
  last: names(
    `Brown, Campbell, Williams, Smith, Clarke, Johnson, Grant, Gordon, Reid, Francis, Thompson, Morgan, Stewart, Henry, Wright,
    Lewis, Robinson, Powell, Walker, Bailey, Bennett, Anderson, Davis, Edwards, Palmer, Samuels, McKenzie, Dixon, Blake,
    Foster, Gayle, Hylton, Barrett, McFarlane, Whyte, Wilson, Taylor, Spence, Richards, Ricketts, Pinnock, Nembhard, Lindo,
    Facey, DaCosta, Chin, Chung, Lee, Beckford, Bogle, Cargill, Dawkins, Levy, McLeod, O'Connor, Salmon, Tulloch, Vassell,
    Wedderburn, Gooden, Brown-Reid, Grant-Campbell`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: jamaicanDiets,
  products: names(
    'ackee, saltfish, goat, yellow yam, plantain, Scotch bonnet, callaloo, green banana, breadfruit, jerk seasoning, hard dough bread, bun and cheese, oxtail, thyme, pimento, coconut milk, gungo peas, sorrel, festival mix, dasheen, bammy, Grace Kennedy corned beef, ginger beer',
  ),
}
