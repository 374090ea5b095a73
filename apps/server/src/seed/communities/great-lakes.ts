import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

const kitchen = {
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 88, sw: 12 }),
  diets: mixedDiets,
  products: names(
    'matoke, cassava, groundnut paste, simsim, ugali flour, posho, beans, goat, tilapia, dodo greens, Royco, chapati flour, tea masala',
  ),
}

export const ugandan: Community = {
  ...kitchen,
  name: 'Ugandan',
  weight: 9,
  women: names(
    'Nakato, Babirye, Nakayiza, Namutebi, Nansubuga, Nalwoga, Prossy, Juliet, Sarah, Akello, Apio, Atim, Kemigisha, Kyomuhendo',
  ),
  men: names(
    'Ronald, Moses, Godfrey, Isaac, Wasswa, Kato, Mukasa, Kizza, Lubega, Okello, Opio, Ojok, Tumusiime, Mugisha',
  ),
  last: names(
    `Mukasa, Ssekandi, Lubega, Kiggundu, Ssemakula, Nsubuga, Kayiwa, Mugisha, Byaruhanga, Tumwine, Mwesigwa, Atuhaire, Okello,
    Okot, Opio, Kagwa, Ssali, Mutebi`,
  ),
}

export const tanzanian: Community = {
  ...kitchen,
  name: 'Tanzanian',
  weight: 4,
  women: names('Neema, Rehema, Upendo, Mariam, Tumaini, Zawadi, Anna, Happiness, Subira, Asha'),
  men: names('Juma, Hamisi, Baraka, Emmanuel, Elias, Godlisten, Frank, Hassan, Joseph, Shabani'),
  last: names('Mushi, Massawe, Mollel, Kimaro, Shayo, Lyimo, Mwakyusa, Temu, Swai, Juma, Mbwana, Ngowi'),
  languages: weighted({ sw: 60, en: 40 }),
}

export const rwandan: Community = {
  ...kitchen,
  name: 'Rwandan and Burundian',
  weight: 7,
  women: names(
    'Claudine, Divine, Ange, Jeannette, Chantal, Aline, Immaculée, Vestine, Solange, Clémence, Odette, Espérance',
  ),
  men: names(
    'Eric, Emmanuel, Innocent, Jean-Bosco, Jean-Paul, Fabrice, Olivier, Patrick, Dieudonné, Jean-Marie, Théoneste, Claude',
  ),
  last: names(
    `Uwimana, Niyonzima, Habimana, Mukamana, Nshimiyimana, Ndayishimiye, Hakizimana, Uwase, Nkurunziza, Mugabo, Ingabire,
    Nsengiyumva, Bizimana, Irakoze, Mutesi`,
  ),
  plainLettersShare: 0.3,
  languages: weighted({ en: 50, fr: 40, sw: 10 }),
}
