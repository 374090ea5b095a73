import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { indoCaribbeanDiets, mixedDiets } from './diets.ts'

const basket = names(
  'roti skins, curry powder, channa, dhal, saltfish, cassareep, green seasoning, shado beni, plantain, cassava, pepper sauce, dasheen bush, pigeon peas, sorrel, mauby, pholourie mix, goat, duck, eddoes, pig tail, tamarind balls, black cake fruit, geera',
)

export const trinidadian: Community = {
  name: 'Trinidadian',
  weight: 42,
  women: names(
    `Nicole, Camille, Keisha, Janelle, Marissa, Giselle, Candice, Michelle, Charmaine, Natasha, Akilah, Cheryl-Ann, Wendy-Ann,
    Anisa, Tenisha, Lystra, Merle, Jeselle, Afiya, Gail, Joanne, Denise`,
  ),
  men: names(
    `Kerwin, Kevon, Marlon, Anthony, Nigel, Dwight, Curtis, Sherwin, Garvin, Keron, Akeem, Brian, Ian, Wendell, Selwyn, Rawle,
    Kwesi, Vernon, Hollis, Aloysius, Terrence, Dexter`,
  ),
  last: names(
    `Joseph, Alexander, Charles, Baptiste, Williams, Thomas, Pierre, James, Phillip, Noel, Roberts, George, Paul, Peters, John,
    Francois, Frederick, Garcia, Gonzales, Hernandez, de Freitas, De Souza, Des Vignes, Guerra, Hospedales, Huggins,
    Joefield, La Borde, Le Gendre, Lezama, Marcelle, Modeste, St. Louis, Toussaint, Cudjoe, Ottley`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}

export const indoCaribbean: Community = {
  name: 'Indo-Trinidadian and Indo-Guyanese',
  weight: 62,
  women: names(
    `Anjali, Indra, Savitri, Priya, Kavita, Radha, Sita, Reshma, Shanti, Vidya, Sunita, Chandra, Devika, Geeta, Kamala, Leela,
    Nalini, Padma, Rookmin, Saraswatie, Shazeeda, Farida, Bibi, Nazeela, Roxanne, Natasha, Melissa, Anita`,
  ),
  men: names(
    `Ravi, Rajesh, Vishnu, Krishna, Anil, Dinesh, Ramesh, Suresh, Vijay, Mahendra, Naresh, Deonarine, Harrilal, Omesh,
    Parasram, Rishi, Roopnarine, Satesh, Kumar, Azad, Imran, Shazam, Kelvin, Jason, Ryan, Navin, Haimraj, Doodnauth`,
  ),
  last: names(
    `Persaud, Singh, Mohammed, Ali, Khan, Maharaj, Ramkissoon, Rampersad, Ramnarine, Narine, Mohan, Baksh, Mahabir, Lall,
    Deonarine, Ramlogan, Ramsaran, Ramoutar, Ramcharan, Boodoo, Boodram, Budhram, Dookeran, Gopaul, Gobin, Harripersad,
    Hosein, Jagroop, Jagdeo, Jaipaul, Kissoon, Lutchman, Mangal, Mangru, Nandlall, Parsram, Ragoonath, Rahaman, Rajkumar,
    Roopnarine, Sankar, Seecharan, Sookdeo, Sookram, Sukhdeo, Surujbally, Teelucksingh, Tiwari`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: indoCaribbeanDiets,
  products: basket,
}

export const guyanese: Community = {
  name: 'Guyanese',
  weight: 36,
  women: names(
    `Melissa, Alexis, Allison, Bonita, Carol, Claudia, Colette, Dawn, Ingrid, Jewel, Marva, Onika, Pamela, Rhonda, Roxanne,
    Samantha, Shondell, Yonette, Abiola, Simone, Nicola, Odessa`,
  ),
  men: names(
    `Colin, Wayne, Troy, Lennox, Aubrey, Clive, Desmond, Compton, Cleveland, Godfrey, Linden, Odinga, Quincy, Royston, Sherlock,
    Vibert, Rawle, Trevor, Mark, Orin, Quacy, Eusi`,
  ),
  last: names(
    `Adams, Fraser, Hinds, King, Jordan, Benn, Duncan, Cummings, Gonsalves, Braithwaite, Chapman, D'Aguiar, D'Andrade, Da Silva,
    De Santos, Gittens, Greenidge, Jacobs, London, McAlmont, Nedd, Nurse, Pollard, Pereira, Prince, Rodney, Sampson, Trotman,
    Van Lange, Van Sluytman, Welcome, Wilson, Yhap, Bovell, Adonis, Harlequin`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}
