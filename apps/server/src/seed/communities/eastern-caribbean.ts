import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

export const barbadian: Community = {
  name: 'Barbadian',
  weight: 16,
  women: names(
    `Heather, Hazel, Margaret, Angela, Shontelle, Rashida, Cherie-Ann, Marva, Kim, Sade, Anya, Sandra, Wendy, Marguerite,
    Esther, Jennifer`,
  ),
  men: names(
    `Ryan, Wesley, Everton, Dario, Shai, Kemar, Sylvester, Vincent, Clyde, Grantley, Hartley, Carlisle, Anderson, Ricky, Hugh,
    Sherwyn`,
  ),
  last: names(
    `Alleyne, Brathwaite, Clarke, Holder, Greenidge, Best, Blackman, Boyce, Bynoe, Carrington, Cumberbatch, Farley, Forde, Gibbs,
    Gittens, Greaves, Griffith, Haynes, Hinds, Husbands, Inniss, Jordan, Layne, Marshall, Moseley, Niles, Rock, Sealy, Skeete,
    Small, Sobers, St. Hill, Walcott, Waithe, Weekes, Worrell, Yearwood`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: names(
    'cou-cou meal, flying fish, breadfruit, sweet potato, macaroni pie cheese, pepper sauce, mauby, saltfish, cassava pone mix, eddoes, pudding and souse',
  ),
}

export const windwardIslander: Community = {
  name: 'Saint Lucian, Grenadian, Vincentian and Dominican (Commonwealth)',
  weight: 24,
  women: names(
    `Sherma, Natalie, Cleopatra, Marie-Louise, Nerissa, Kimlyn, Alison, Catherine, Philomène, Theresa, Veronica, Shermaine,
    Zelma, Jacintha, Agnes, Lyndonna, Kezia, Shanika`,
  ),
  men: names(
    `Kenroy, Kirani, Cuthbert, Alwyn, Kendall, Darren, Johnson, Julien, Augustus, Ezekiel, Hudson, Lazarus, Shermon, Devon,
    Rupert, Vaughn, Elroy, Cosmos`,
  ),
  last: names(
    `Joseph, Charles, Noel, Thomas, Phillip, Francis, Mitchell, Charlemagne, Jn Baptiste, Augustin, Emmanuel, St. Rose,
    St. Hilaire, Felix, Edwards, Ollivierre, Gonsalves, Cuffy, Browne, Bascombe, Cato, Findlay, Williams, Modeste, Fontaine,
    Shillingford, Royer, Laurent, Toussaint, Pascal, Telemaque, Richards, Henry, Liburd, Hanley, Weekes`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.8,
  languages: weighted({ en: 98, fr: 2 }),
  diets: mixedDiets,
  products: names(
    'breadfruit, dasheen, saltfish, green fig, callaloo, nutmeg, cocoa tea, oil down seasoning, bay leaf, arrowroot, plantain, bakes mix, golden apple juice',
  ),
}
