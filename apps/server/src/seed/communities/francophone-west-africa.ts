import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets, muslimDiets } from './diets.ts'

export const senegalese: Community = {
  name: 'Senegalese, Malian and Guinean',
  weight: 16,
  women: names(
    `Fatou, Aïssatou, Aminata, Mariama, Khady, Ndèye, Awa, Rokhaya, Coumba, Kadiatou, Adama, Bineta, Sokhna, Astou, Dieynaba,
    Maïmouna, Oumou, Ramatoulaye, Seynabou, Yacine, Fanta, Hawa, Djénéba, Nafissatou`,
  ),
  men: names(
    `Mamadou, Ousmane, Cheikh, Ibrahima, Modou, Abdoulaye, Moussa, Alioune, Babacar, Amadou, Boubacar, Souleymane, Serigne,
    Lamine, Malick, Mbaye, Samba, Thierno, Youssou, Sékou, Bakary, Demba, El Hadji, Papa`,
  ),
  last: names(
    `Diop, Ndiaye, N'Diaye, Fall, Diallo, Sow, Ba, Faye, Sarr, Guèye, Seck, Cissé, Diouf, Mbaye, M'Baye, Thiam, Kane, Niang,
    Touré, Traoré, Keïta, Coulibaly, Konaté, Diarra, Camara, Condé, Barry, Bah, Sylla, Kouyaté, Diagne, Wade, Samb, Lô, Sy,
    Dia, Sané, Badji, Ka, Dieng, N'Dour, N'Doye`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.2,
  languages: weighted({ fr: 62, en: 38 }),
  diets: muslimDiets,
  products: names(
    'broken rice, yassa marinade, bissap, thiakry, fonio, attiéké, palm oil, netetou, lamb, okra, baobab powder, café Touba, groundnut paste',
  ),
}

export const ivorian: Community = {
  name: 'Ivorian, Togolese and Beninese',
  weight: 10,
  women: names(
    `Adjoua, Affoué, Aya, Amenan, Akissi, Aïcha, Mariam, Rosine, Edwige, Clarisse, Estelle, Marie-Laure, Afi, Ayélé, Akouvi,
    Hounkpé, Nadège, Prisca`,
  ),
  men: names(
    `Kouassi, Kouadio, Koffi, Konan, Yao, Kouamé, Didier, Serge, Hervé, Franck, Arsène, Jean-Marc, Koffi Blaise, Kossi, Komi,
    Folly, Gérard, Romaric`,
  ),
  last: names(
    `Kouassi, Kouadio, N'Guessan, Konan, Koffi, Yao, Kouamé, N'Dri, Ouattara, Koné, Bamba, Touré, Zadi, Gnahoré, Djédjé,
    Agbodjan, Amouzou, Lawson, Adjovi, Houngbédji, Dossou, Ahouansou, d'Almeida, Tossou, Kpodar`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.2,
  languages: weighted({ fr: 70, en: 30 }),
  diets: mixedDiets,
  products: names(
    'attiéké, plantain, foutou flour, palm nut concentrate, placali, smoked fish, adjuvan, akassa, yam, gari, bissap, garba tuna',
  ),
}
