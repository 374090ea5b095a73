import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

export const cameroonian: Community = {
  name: 'Cameroonian',
  weight: 22,
  women: names(
    `Marie-Claire, Brigitte, Solange, Carine, Nadège, Clarisse, Mireille, Sandrine, Delphine, Rosine, Josiane, Yvette,
    Ernestine, Manka, Bih, Lum, Ngum, Quinta, Relindis, Laurentine, Mbone, Grâce, Pélagie, Ange-Laure`,
  ),
  men: names(
    `Jean-Paul, Serge, Hervé, Achille, Blaise, Roméo, Fabrice, Thierry, Alain, Valentin, Emmanuel, Divine, Elvis, Ngwa, Fru,
    Che, Tabi, Ebot, Ayuk, Nkeng, Guy-Roger, Théophile, Gaston, Parfait`,
  ),
  last: names(
    `Mbarga, Atangana, Fotso, Kamdem, Kenfack, Onana, Talla, Essomba, Owona, Ngono, Nkodo, Mbida, Kuate, Tchinda, Tchoupo,
    Djoumessi, Nguemo, Ngassa, Wandji, Ngwa, Fru, Che, Tabi, Ayuk, Ebai, Enow, Etchu, Tambe, Tanyi, Nkwenti, Ndifor, Ngu,
    Achu, Njoya, Moukoko, Ekambi, N'Koulou, Ewane, Bassong, Eto'o, Ndjock, Mvondo`,
  ),
  twoLastNamesShare: 0.05,
  plainLettersShare: 0.25,
  languages: weighted({ fr: 58, en: 42 }),
  diets: mixedDiets,
  products: names(
    'ndolé leaves, plantain, eru, waterfufu, egusi, njansang, miondo, bobolo, palm oil, achu spice, smoked fish, crayfish, safou, bitter leaf',
  ),
}

export const congolese: Community = {
  name: 'Congolese',
  weight: 26,
  women: names(
    `Grâce, Merveille, Béatrice, Chantal, Espérance, Francine, Rachel, Ruth, Naomie, Nathalie, Clémentine, Joséphine,
    Marie-Louise, Odette, Thérèse, Yvonne, Dorcas, Mamie, Jolie, Bijou, Exaucée, Gloria, Patience, Anne-Marie, Mujinga, Ntumba`,
  ),
  men: names(
    `Jean-Claude, Christian, Patrick, Trésor, Dieudonné, Emmanuel, Jean-Pierre, Hervé, Olivier, Cédric, Joël, Junior, Gédéon,
    Exaucé, Héritier, Papy, Fiston, Augustin, Célestin, Prosper, Aimé, Pascal, Floribert, Guelord, Jonathan, Israël`,
  ),
  last: names(
    `Kabongo, Mukendi, Ilunga, Kalala, Tshibangu, Kasongo, Mbuyi, Ngoy, Mutombo, Mwamba, Kabeya, Katumba, Kazadi, Tshimanga,
    Matondo, Nsimba, Nzuzi, Mabiala, Makiese, Mayele, Mbala, M'Bala, Kanku, Kapinga, Lukaku, Lubaki, Luzolo, Mampuya,
    Massamba, Mavungu, Mulumba, Musau, Ndombele, Ngandu, N'Landu, Nkulu, Ntumba, Pambu, Samba, Tshala, Wamba, Yamba, Bukasa,
    Bahati, Amisi, Byamungu`,
  ),
  // The postnom beside the family name: Mukendi Ilunga.
  twoLastNamesShare: 0.3,
  plainLettersShare: 0.15,
  languages: weighted({ fr: 74, en: 20, sw: 6 }),
  diets: mixedDiets,
  products: names(
    'cassava leaves (pondu), fufu flour, makayabu, chikwangue, plantain, palm oil, fumbwa, smoked catfish, madesu beans, goat, safou, pili pili',
  ),
}
