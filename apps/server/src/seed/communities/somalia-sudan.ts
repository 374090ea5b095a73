import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets, muslimDiets } from './diets.ts'

// A name, the father's and the grandfather's.
const somaliMen = names(
  `Mohamed, Ahmed, Abdi, Ali, Hassan, Abdirahman, Abdullahi, Omar, Hussein, Farah, Osman, Yusuf, Ismail, Jama, Warsame,
  Abdikadir, Ibrahim, Nur, Said, Mahad, Guled, Liban, Bashir, Sharif, Dahir, Elmi, Hersi, Khalif, Mukhtar, Roble, Samatar,
  Shire, Yasin, Zakariye, Aweys, Barre, Bile, Egal, Gedi, Diriye`,
)

const somaliBasket = names(
  'basmati rice, xawaash, goat, camel milk, canjeero mix, muufo flour, suqaar beef, banana, ghee, dates, halwa, shaah spices, pasta',
)

export const somali: Community = {
  name: 'Somali',
  weight: 42,
  women: names(
    `Fadumo, Hodan, Halimo, Asha, Sahra, Maryan, Khadra, Ayaan, Hibo, Ifrah, Nasra, Ladan, Sagal, Shukri, Deeqa, Faiza, Hamdi,
    Idil, Muna, Naima, Safia, Warda, Zamzam, Filsan, Hawa`,
  ),
  men: somaliMen,
  last: somaliMen,
  twoLastNamesShare: 0.7,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 97, sw: 3 }),
  diets: muslimDiets,
  products: somaliBasket,
}

// The spelling of 1972, in which c and x are sounds of their own.
const somaliSpellingMen = names(
  `Maxamed, Axmed, Cabdi, Xasan, Cali, Cumar, Xuseen, Faarax, Yuusuf, Ismaaciil, Jaamac, Warsame, Cabdullaahi, Nuur, Siciid,
  Guuleed, Liibaan, Maxamuud, Cismaan, Daahir, Cilmi, Xirsi, Rooble, Samatar, Shire, Geeddi, Diiriye`,
)

export const somaliSpelling: Community = {
  name: 'Somali, in Somali spelling',
  weight: 8,
  women: names(
    'Faadumo, Xaliimo, Caasha, Saxra, Hodan, Raxma, Cawo, Ubax, Khadra, Hibo, Sagal, Deeqa, Ladan, Naciima, Xamdi',
  ),
  men: somaliSpellingMen,
  last: somaliSpellingMen,
  twoLastNamesShare: 0.8,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: muslimDiets,
  products: somaliBasket,
}

const sudaneseMen = names(
  `Mohamed, Ahmed, Osman, Ibrahim, Hassan, Ali, Abdalla, Omer, Mustafa, Idris, Elamin, Khalid, Eltayeb, Babiker, Salah, Siddig,
  Yousif, Abdelrahman, Adam, Bashir, Hamid, Hashim, Mutasim, Nasreldin, Tarig, Elfatih, Elhadi, Abdelgadir, Elsadig`,
)

export const sudanese: Community = {
  name: 'Sudanese',
  weight: 18,
  women: names(
    `Fatima, Amal, Hiba, Rania, Safa, Samah, Sara, Nagla, Nada, Manal, Maha, Intisar, Iman, Huda, Duaa, Amna, Alaa, Asma,
    Tahani, Zeinab, Sumaya, Wafaa`,
  ),
  men: sudaneseMen,
  last: sudaneseMen,
  twoLastNamesShare: 0.55,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: muslimDiets,
  products: names(
    'ful beans, kisra flour, peanut paste, dried okra (weika), hibiscus, lamb, sesame oil, dates, mulukhiyah, tahini, cumin',
  ),
}

export const southSudanese: Community = {
  name: 'South Sudanese',
  weight: 6,
  women: names(
    'Achol, Adut, Nyandeng, Abuk, Nyibol, Akuol, Aluel, Ayen, Nyakim, Nyadak, Mary, Rebecca, Rose, Viola',
  ),
  men: names(
    'Deng, Garang, Majok, Akol, Machar, Bol, Kuol, Mabior, Gatluak, Gatwech, Peter, James, Simon, John',
  ),
  last: names(
    'Deng, Garang, Majok, Akol, Machar, Bol, Kuol, Mabior, Malual, Ajak, Atem, Chol, Riek, Gatkuoth, Lual, Wol, Lado, Kenyi',
  ),
  twoLastNamesShare: 0.4,
  onlyOneFirstName: true,
  plainLettersShare: 1,
  languages: weighted({ en: 96, sw: 4 }),
  diets: mixedDiets,
  products: names('sorghum flour, dried okra (weika), peanut paste, goat, tilapia, sukuma wiki, simsim'),
}
