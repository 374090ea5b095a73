import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets, muslimDiets } from './diets.ts'

const basket = names(
  'plantain, egusi, pounded yam, jollof spice, yam, palm oil, garri, ogbono, stockfish, crayfish, suya spice, goat, bitter leaf, ugu leaf, Scotch bonnet, ofada rice, honey beans, moi moi, zobo, chin chin, Maltina, Indomie',
)

export const yoruba: Community = {
  name: 'Yoruba',
  weight: 128,
  women: names(
    `Títílayọ̀, Fúnmiláyọ̀, Bùkọ́lá, Yétúndé, Fọlákẹ́, Tèmítọ́pẹ́, Olúwadámilọ́lá, Ṣadé, Adérónkẹ́, Bólánlé, Mojísọ́lá,
    Kẹ́hìndé, Táíwò, Ọmọlará, Yéwándé, Mọrẹ́nikẹ́, Simisọ́lá, Adébímpé, Ọmọ́tọ́lá, Tóyìn, Ìyábọ̀, Bísí, Ronkẹ́, Ọláídé,
    Abísọ́lá, Ìfẹ́olúwa, Tẹniọlá, Dámilọ́lá, Motúnráyọ̀, Ẹniọlá, Ìbùkún, Àdùkẹ́, Àṣàkẹ́, Àbíkẹ́, Blessing, Grace, Dorcas`,
  ),
  men: names(
    `Olúwaṣeun, Olúwatóbi, Babátúndé, Fẹ́mi, Túndé, Olúmídé, Ṣẹ́gun, Kúnlé, Adéwálé, Gbénga, Ọlá, Káyọ̀dé, Rótìmí, Wálé,
    Yínká, Ayọ̀dèjì, Ọláwálé, Adékúnlé, Olúfẹ́mi, Olúṣẹ́gun, Babájídé, Akíndélé, Bámidélé, Dàpọ̀, Dáre, Ìdòwú, Jídé,
    Lékan, Ọládípọ̀, Tẹ́mídayọ̀, Adébọ̀wálé, Gbọ́láhàn, Kọ́ládé, Àjàní, Àkànní, Samuel, Emmanuel, David, Rasheed, Sulaimon`,
  ),
  last: names(
    `Adébáyọ̀, Ọlátúnjí, Adéyẹmí, Balógun, Àjàyí, Òjó, Adélékè, Akínọlá, Ọlánrewájú, Ọláníyan, Adéṣínà, Adéníyì, Àlàbí,
    Babalọlá, Lawal, Afọlábí, Bámgbóṣé, Ògúnlẹ́yẹ, Ògúnbánjọ, Oyèdèjì, Oyèbánjí, Ọládàpọ̀, Fáṣọlá, Fálànà, Ìdòwú,
    Akínwándé, Akíntọ́lá, Adétúnjí, Adégbìtẹ́, Awólọ́wọ̀, Ṣoyínká, Ṣówándé, Ṣódípọ̀, Òguntádé, Okúnọlá, Ọlábísí, Jẹ́gẹ́dẹ́,
    Ọdẹ́yẹmí, Oyèlárán, Òṣúntókun, Aríbisálà, Kúforíjì, Òkéowó, Táíwò, Shittu, Bakare, Salami, Sanni, Olukoya, Martins`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.5,
  languages: weighted({ en: 90, yo: 10 }),
  diets: [...mixedDiets, ...weighted({ Halal: 15 })],
  products: basket,
}

export const igbo: Community = {
  name: 'Igbo',
  weight: 84,
  women: names(
    `Ngọzị, Chịọma, Chiamaka, Adaeze, Ifeọma, Nkechi, Chinyere, Amaka, Ijeọma, Nneka, Oluchi, Chidịmma, Ogechi, Adanna,
    Ezinne, Nnenna, Chinaza, Obiageli, Ebele, Onyinye, Chisom, Munachi, Kosisochukwu, Ụzọamaka, Akụnna, Ụlọma, Uju,
    Nwakaego, Blessing, Grace, Patience, Gloria, Faith, Stella, Esther`,
  ),
  men: names(
    `Chukwuemeka, Emeka, Obinna, Chinedu, Ikenna, Kelechi, Chidi, Uchenna, Nnamdị, Ifeanyị, Chijioke, Ugochukwu, Okechukwu,
    Kenechukwu, Obiora, Tobenna, Ebuka, Azubuike, Chibuzọ, Chukwudi, Ekene, Ikechukwu, Jideofor, Nonso, Onyekachi,
    Somadina, Uzochukwu, Somtochukwu, Dubem, Lotanna, Emmanuel, Anthony, Michael, Paul, Kingsley, Augustine`,
  ),
  last: names(
    `Okafor, Okonkwo, Eze, Nwosu, Okeke, Okoye, Nwachukwu, Obi, Okoro, Nwankwo, Onuoha, Anyanwu, Ibekwe, Igwe, Nnadi,
    Ogbonna, Opara, Umeh, Nwafor, Ugwu, Orji, Njoku, Okpara, Ezeh, Chukwu, Uzoma, Nduka, Madu, Mbah, Osuji, Odili, Ezenwa,
    Ekwueme, Achebe, Nwaneri, Ojukwu, Udeh, Agụ, Iwu, Ikwuemesi, Nwokedi, Ozoemena, Ọnyeama, Ụba, Unegbu, Ofor, Azikiwe,
    Emecheta, Onwuegbuzie, Anọzie`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.6,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}

export const hausa: Community = {
  name: 'Hausa',
  weight: 18,
  women: names(
    `Aisha, Fatima, Hauwa, Zainab, Maryam, Amina, Hadiza, Halima, Rukayya, Safiya, Binta, Khadija, Bilkisu, Nafisa, Ladi,
    Jummai, Talatu, Larai, Asabe, Rahama, Sa'adatu, Ummi, Furaira, Rabi, Kande`,
  ),
  men: names(
    `Musa, Ibrahim, Usman, Abubakar, Sani, Aminu, Yusuf, Aliyu, Bashir, Umar, Garba, Haruna, Isa, Kabir, Mustapha, Nasiru,
    Shehu, Sule, Yakubu, Zubairu, Salisu, Danjuma, Ɗanladi, Tanko, Ƙasimu`,
  ),
  last: names(
    `Bello, Abdullahi, Mohammed, Abubakar, Ibrahim, Sani, Yusuf, Musa, Usman, Ahmed, Garba, Danjuma, Ɗanladi, Lawal, Bayero,
    Dikko, Gusau, Kano, Katsina, Zaria, Sokoto, Maigari, Tanko, Tukur, Waziri, Wali, Yar'Adua, Sa'ad, Rimi, Ribadu, Lamido,
    Jibril, Gwarzo, Galadima, Dantata, Balarabe, Ƙaura, Yero, Zango, Ɗantani`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.5,
  languages: weighted({ en: 100 }),
  diets: muslimDiets,
  products: names(
    'suya spice, goat, millet, kuli-kuli, dates, masa flour, dawadawa, yaji, honey beans, fura, baobab powder, zobo, jollof spice',
  ),
}

export const edoAndUrhobo: Community = {
  name: 'Edo and Urhobo',
  weight: 14,
  women: names(
    'Itohan, Isoken, Osayi, Ivie, Eki, Efe, Ejiro, Oghenekevwe, Onome, Faith, Joy, Blessing, Mercy, Patience, Rukevwe, Omotejohwo, Esosa, Ehi',
  ),
  men: names(
    'Osagie, Osaze, Nosa, Efosa, Eghosa, Ehis, Oghenero, Tega, Efe, Ovie, Godwin, Felix, Lucky, Monday, Sunday, Friday, Osas, Oghenetega',
  ),
  last: names(
    `Omoruyi, Osagie, Ogbeide, Edosomwan, Igbinedion, Aghedo, Ehigiator, Imasuen, Eweka, Uwaifo, Okpako, Oghenekaro, Ejaife,
    Okoro, Idehen, Aigbe, Iyamu, Osunde, Akpovona, Onojeta`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: basket,
}

export const efikAndIbibio: Community = {
  name: 'Efik and Ibibio',
  weight: 8,
  women: names(
    'Idara, Inemesit, Mfon, Ekaette, Uduak, Eno, Arit, Nsikan, Ime, Glory, Comfort, Ekemini, Atim, Affiong',
  ),
  men: names(
    'Ubong, Etim, Bassey, Aniekan, Ekong, Edet, Okon, Emem, Utibe, Godwin, Victor, Sunday, Aniefiok, Nsima',
  ),
  last: names(
    `Effiong, Bassey, Ekpo, Ekanem, Essien, Etuk, Udoh, Inyang, Okon, Archibong, Akpan, Umoren, Etim, Eyo, Nyong, Udofia,
    Ekpenyong, Asuquo, Offiong, Ita`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 1,
  languages: weighted({ en: 100 }),
  diets: mixedDiets,
  products: names(
    'afang leaves, edikang ikong vegetables, garri, palm oil, periwinkle, crayfish, plantain, ekpang yam, uziza, stockfish, goat',
  ),
}
