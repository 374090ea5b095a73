import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

const basket = names(
  'kenkey, banku mix, plantain, yam, palm nut concentrate, shito, gari, waakye leaves, kontomire, koobi, smoked herring, fufu flour, goat, jollof spice, hausa koko, Milo, Scotch bonnet, groundnut paste, tilapia',
)

export const akan: Community = {
  name: 'Akan',
  weight: 86,
  // A day name (Akosua: Sunday, Adwoa: Monday …), a Christian name, or one after the other.
  women: names(
    `Akosua, Abena, Ama, Adwoa, Akua, Yaa, Afia, Efua, Ɛfua, Esi, Grace, Mercy, Comfort, Gifty, Abigail, Priscilla, Linda,
    Patience, Beatrice, Felicia, Joyce, Vida, Doris, Charity, Grace Akosua, Mercy Adwoa, Linda Yaa, Ekua, Araba, Aba, Maame,
    Serwaa, Nana Ama, Akosua Serwaa, Yaa Asantewaa, Abena Pokuaa, Ama Konadu`,
  ),
  men: names(
    `Kwame, Kofi, Kwabena, Yaw, Kwaku, Kwasi, Kwadwo, Kojo, Kweku, Kwesi, Emmanuel, Samuel, Isaac, Daniel, Ebenezer, Richard,
    Prince, Frank, Eric, Stephen, Emmanuel Kofi, Samuel Kwame, Isaac Yaw, Daniel Kwabena, Joseph Kwaku, Kobina, Kwamena,
    Fiifi, Ekow, Ebo, Nana Yaw, Nana Kwame, Papa Kwesi, Ɔsei, Augustine, Seth, Bismark`,
  ),
  last: names(
    `Mensah, Ɔwusu, Boateng, Asante, Ɔsei, Agyemang, Appiah, Antwi, Adjei, Acheampong, Ɔpɔku, Asamoah, Boakye, Darko, Frimpong,
    Yeboah, Amoako, Ansah, Addo, Ɔfɔri, Sarpong, Danso, Gyasi, Gyamfi, Amponsah, Ɔduro, Bonsu, Donkor, Nkansah, Kyei, Konadu,
    Obeng, Ofosu, Nkrumah, Eshun, Badu, Bediako, Ntim, Aidoo, Afriyie, Tawiah, Twumasi, Wiredu, Baffour, Arthur, Sɛkyi,
    Prempɛ, Nyarko, Asiedu, Dapaah, Osei-Tutu, Owusu-Ansah, Adu-Gyamfi, Opoku-Ware, Amankwah`,
  ),
  twoLastNamesShare: 0,
  onlyOneFirstName: true,
  plainLettersShare: 0.7,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}

export const ewe: Community = {
  name: 'Ewe',
  weight: 12,
  women: names(
    'Dzifa, Enyonam, Akpene, Kafui, Mawusi, Esenam, Eyram, Sena, Yayra, Delali, Mawuena, Afi, Abla, Akofa, Elikem, Gifty, Peace, Selasi',
  ),
  men: names(
    'Mawuli, Edem, Selorm, Senyo, Kodzo, Kɔmla, Kwami, Yao, Elɔm, Etse, Atsu, Elikplim, Prosper, Wisdom, Courage, Delanyo, Kɔsi, Yawo',
  ),
  last: names(
    `Agbeko, Dogbe, Amegashie, Attipoe, Dzokoto, Fiagbe, Gbedemah, Kpodo, Kudjoe, Tamakloe, Tsikata, Ametepe, Agbodza, Adzaho,
    Akpalu, Amenuvor, Anyidoho, Dotse, Fiawoo, Gavor, Hotor, Klutse, Segbefia, Tɔgbi`,
  ),
  twoLastNamesShare: 0,
  onlyOneFirstName: true,
  plainLettersShare: 0.6,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}

export const ga: Community = {
  name: 'Ga',
  weight: 8,
  women: names(
    'Naa Adjeley, Naa Dei, Naa Lamiley, Korkor, Dede, Kai, Naa Shormeh, Naa Atswei, Grace, Emelia, Naa Oyoo, Naa Kwarley',
  ),
  men: names(
    'Nii Armah, Nii Lante, Nii Okai, Tɛtɛ, Tettey, Kpakpo, Ayi, Nii Ayitey, Nii Kpakpo, Samuel, Emmanuel, Nii Amon',
  ),
  last: names(
    `Tetteh, Lamptey, Quaye, Laryea, Ablorh, Adjetey, Ankrah, Aryee, Ashitey, Lartey, Nartey, Nortey, Odoi, Okine, Quarcoo,
    Quartey, Sowah, Tagoe, Tackie, Vanderpuije, Addy, Bannerman, Botchway, Mills`,
  ),
  twoLastNamesShare: 0,
  onlyOneFirstName: true,
  plainLettersShare: 0.6,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}
