import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

const basket = names(
  'mealie meal, samp, boerewors, biltong, kapenta, matemba, rape leaves, peanut butter, Mazoe orange, rooibos, chakalaka, amasi, sorghum meal, Mrs Ball’s chutney',
)

export const zimbabwean: Community = {
  name: 'Zimbabwean and Zambian',
  weight: 14,
  women: names(
    `Tendai, Chipo, Rudo, Nyasha, Tatenda, Ruvimbo, Rutendo, Tsitsi, Vimbai, Kudzai, Fadzai, Shamiso, Yeukai, Nomsa, Thandiwe,
    Sibongile, Precious, Memory, Loveness, Patience, Mutinta, Chanda`,
  ),
  men: names(
    `Tinashe, Tafadzwa, Farai, Takudzwa, Simbarashe, Tawanda, Munyaradzi, Kudakwashe, Tapiwa, Tonderai, Panashe, Ngonidzashe,
    Blessing, Innocent, Lovemore, Trust, Brighton, Godknows, Mandla, Themba, Mthokozisi, Mwansa`,
  ),
  last: names(
    `Moyo, Ncube, Sibanda, Dube, Ndlovu, Mpofu, Chirwa, Gumbo, Mutasa, Hove, Shumba, Zhou, Marufu, Makoni, Mapfumo, Nyathi,
    Mugari, Chigumba, Chikwanda, Kanyemba, Mandaza, Matambanadzo, Mudenge, Muchengeti, Nkomo, Tshuma, Mhlanga, Banda, Phiri,
    Mwale, Tembo, Zulu`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}

export const southAfrican: Community = {
  name: 'South African',
  weight: 10,
  women: names(
    `Lerato, Nomvula, Thandeka, Naledi, Zanele, Ayanda, Palesa, Nosipho, Busisiwe, Lindiwe, Refilwe, Kgomotso, Nompumelelo,
    Tebogo, Zodwa, Charlene, Chantelle`,
  ),
  men: names(
    `Sipho, Thabo, Bongani, Mandla, Sibusiso, Kagiso, Tshepo, Lwazi, Nhlanhla, Siyabonga, Vusi, Xolani, Katlego, Andile,
    Ashwin, Ricardo, Pieter`,
  ),
  last: names(
    `Dlamini, Nkosi, Mokoena, Khumalo, Mthembu, Zulu, Ngcobo, Mahlangu, Mabaso, Molefe, Motaung, Sithole, Radebe, Tshabalala,
    Maseko, Gumede, Cele, Xaba, Qwabe, Naidoo, Pillay, Govender, Petersen, Adams, Davids, Botha, van Wyk`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}
