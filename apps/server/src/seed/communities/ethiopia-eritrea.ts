import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { muslimDiets, orthodoxDiets } from './diets.ts'
import { geezMen, geezWomen } from './geez.ts'

const basket = names(
  'injera, teff flour, berbere, mitmita, shiro, niter kibbeh, lentils, green coffee beans, awaze, korerima, kolo, tej honey, gesho, collard greens, lamb',
)

// Nobody here has a family name: the last name is the father's, sometimes followed by the grandfather's.
const ethiopianMen = names(
  `Dawit, Abebe, Bekele, Tesfaye, Solomon, Yonas, Girma, Alemu, Haile, Kebede, Getachew, Tadesse, Mulugeta, Assefa, Worku,
  Desta, Mekonnen, Yohannes, Hailu, Tekle, Teshome, Tilahun, Samuel, Daniel, Biruk, Nahom, Henok, Ermias, Fikru, Lemma,
  Negash, Shiferaw, Sisay, Tariku, Wondimu, Zerihun, Dereje, Demeke, Ayele, Belay, Wolde, Woldemariam, Gebremariam,
  Gebreselassie, Mengistu`,
)

export const ethiopian: Community = {
  name: 'Ethiopian',
  weight: 52,
  women: names(
    `Tigist, Hana, Selamawit, Meron, Bethlehem, Hiwot, Mahlet, Rahel, Sara, Almaz, Eden, Kidist, Mekdes, Martha, Feven, Aster,
    Genet, Saba, Senait, Birtukan, Lemlem, Makda, Nardos, Tsehay, Aynalem, Menbere, Mulu, Yeshi, Zinash, Zewditu`,
  ),
  men: ethiopianMen,
  last: ethiopianMen,
  twoLastNamesShare: 0.3,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 72, am: 28 }),
  diets: orthodoxDiets,
  products: basket,
}

const eritreanMen = names(
  `Tesfai, Berhane, Kidane, Yemane, Mehari, Habtom, Filmon, Ghebremeskel, Ghebrehiwet, Haile, Tekle, Amanuel, Biniam, Daniel,
  Michael, Robel, Samson, Simon, Yohannes, Zerai, Afewerki, Isaias, Ermias, Fessehaye, Goitom, Kibrom, Merhawi, Mussie,
  Okbay, Weldeab, Weldegebriel, Teklemariam, Tewelde`,
)

export const eritrean: Community = {
  name: 'Eritrean',
  weight: 24,
  women: names(
    `Selam, Semhar, Luwam, Winta, Yordanos, Feruz, Mehret, Tsega, Milena, Bisrat, Kisanet, Azieb, Elsa, Abrehet, Letekidan,
    Ghenet, Rigat, Natsinet, Nigisti, Hidat, Saba, Senait`,
  ),
  men: eritreanMen,
  last: eritreanMen,
  twoLastNamesShare: 0.25,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 92, am: 8 }),
  diets: orthodoxDiets,
  products: basket,
}

const muslimMen = names(
  `Mohammed, Ahmed, Seid, Jemal, Kedir, Hussen, Abdu, Idris, Saleh, Mahmud, Nuru, Mustefa, Ibrahim, Yasin, Kemal, Redwan,
  Awol, Sultan, Osman, Adem`,
)

export const hornMuslim: Community = {
  name: 'Ethiopian and Eritrean, Muslim',
  weight: 7,
  women: names(
    'Zeineb, Hayat, Fatuma, Kedija, Merima, Nejat, Rahima, Seada, Halima, Hanan, Iman, Munira, Zahra, Ikram',
  ),
  men: muslimMen,
  last: muslimMen,
  twoLastNamesShare: 0.3,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 85, am: 15 }),
  diets: muslimDiets,
  products: basket,
}

const oromoMen = names(
  `Gemechu, Tolosa, Lencho, Jaleta, Gutema, Dinka, Abdisa, Chala, Feyisa, Girma, Bekele, Kebede, Hunde, Ibsa, Lemi, Merga,
  Negasa, Tesfaye, Tufa, Waktola`,
)

export const oromo: Community = {
  name: 'Oromo',
  weight: 7,
  women: names(
    'Hawi, Bontu, Lalise, Chaltu, Ayantu, Kume, Meti, Sena, Jitu, Gadise, Derartu, Obse, Robe, Simbo',
  ),
  men: oromoMen,
  last: oromoMen,
  twoLastNamesShare: 0.25,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 85, am: 15 }),
  diets: [...orthodoxDiets, ...muslimDiets],
  products: basket,
}

export const inGeezScript: Community = {
  name: "Ethiopian and Eritrean, in Ge'ez script",
  weight: 4,
  women: geezWomen,
  men: geezMen,
  last: geezMen,
  twoLastNamesShare: 0.2,
  onlyOneFirstName: true,
  plainLettersShare: 0,
  languages: weighted({ am: 90, en: 10 }),
  diets: orthodoxDiets,
  products: basket,
}
