import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets, muslimDiets } from './diets.ts'

const kitchen = {
  twoLastNamesShare: 0,
  onlyOneFirstName: true,
  plainLettersShare: 0.6,
  languages: weighted({ en: 80, sw: 20 }),
  diets: mixedDiets,
  products: names(
    'ugali flour, sukuma wiki, chapati flour, pilau masala, royco, goat, Kenya tea, omena, njahi beans, ndengu, tamarind, coconut milk, Blue Band',
  ),
}

export const kikuyu: Community = {
  ...kitchen,
  name: 'Kikuyu and Kamba',
  weight: 12,
  women: names(
    `Wanjikũ, Faith, Mercy, Grace, Njeri, Wambũi, Nyambura, Wanjirũ, Wairimũ, Mũthoni, Njokĩ, Mary Wanjiku, Jane Wambui, Esther,
    Purity, Mwende, Mũmbi, Wangarĩ`,
  ),
  men: names(
    `Kamau, Mwangi, Brian, Kevin, Peter, James, Njoroge, Kariũki, John Kamau, Peter Mwangi, Dennis, Mutua, Ndirangu, Gĩtonga,
    Anthony, Joseph, Mũriũki, Kĩoko`,
  ),
  last: names(
    `Mwangi, Kamau, Njoroge, Kariũki, Kimani, Maina, Karanja, Waweru, Macharia, Ndũng'ũ, Ng'ang'a, Gĩthĩnji, Mũgo, Wambua, Mutua,
    Musyoka, Kilonzo, Nzioka, Gathoni, Gachanja, Kĩmathi`,
  ),
}

export const luo: Community = {
  ...kitchen,
  name: 'Luo and Luhya',
  weight: 9,
  women: names(
    'Achieng, Akinyi, Atieno, Adhiambo, Awuor, Anyango, Faith Achieng, Mercy, Grace, Nafula, Nekesa, Lilian, Beatrice, Apiyo',
  ),
  men: names(
    'Otieno, Ochieng, Odhiambo, Onyango, Omondi, Samuel Otieno, Collins, Evans, Dennis, Wafula, Barasa, Okoth, George, Tom',
  ),
  last: names(
    'Otieno, Ochieng, Odhiambo, Onyango, Omondi, Ouma, Owino, Okoth, Were, Oduor, Ogola, Opiyo, Wekesa, Wafula, Simiyu, Barasa, Wanyama, Juma',
  ),
}

export const kalenjin: Community = {
  ...kitchen,
  name: 'Kalenjin',
  weight: 4,
  women: names('Chebet, Jepkosgei, Cherono, Chepkoech, Jepchirchir, Faith, Mercy, Sharon, Caren, Jelagat'),
  men: names('Kiprop, Kipchumba, Kiprono, Kibet, Kipkemboi, Brian, Gideon, Amos, Elijah, Kipruto'),
  last: names(
    'Cheruiyot, Rotich, Koech, Korir, Kiplagat, Chepkwony, Kipkemboi, Bett, Langat, Ruto, Kirui, Sang, Tanui',
  ),
}

export const swahili: Community = {
  ...kitchen,
  name: 'Swahili, of the coast',
  weight: 4,
  women: names('Zainab, Halima, Mwanaisha, Rehema, Fatuma, Zuhura, Aisha, Mariam, Mwanajuma, Saumu'),
  men: names('Juma, Abdalla, Rashid, Salim, Said, Hamisi, Athman, Omar, Bakari, Swaleh'),
  last: names('Abdalla, Salim, Rashid, Juma, Said, Omar, Athman, Bakari, Mohamed, Shee, Ali, Swaleh, Mwinyi'),
  languages: weighted({ sw: 50, en: 50 }),
  diets: muslimDiets,
}
