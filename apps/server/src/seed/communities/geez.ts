/** Names in Ge'ez script and how their bearers write them in Latin letters, for their e-mail addresses. */
const women: Record<string, string> = {
  ትዕግሥት: 'Tigist',
  ሃና: 'Hana',
  ሰላማዊት: 'Selamawit',
  ሜሮን: 'Meron',
  ቤተልሔም: 'Bethlehem',
  አልማዝ: 'Almaz',
  ሕይወት: 'Hiwot',
  ማህሌት: 'Mahlet',
  ራሔል: 'Rahel',
  ፀሐይ: 'Tsehay',
  አስቴር: 'Aster',
  ገነት: 'Genet',
  ሰላም: 'Selam',
  ሰናይት: 'Senait',
  ብርቱካን: 'Birtukan',
  ኤደን: 'Eden',
  ሳባ: 'Saba',
  ማርታ: 'Marta',
}

const men: Record<string, string> = {
  አበበ: 'Abebe',
  በቀለ: 'Bekele',
  ዳዊት: 'Dawit',
  ዓለሙ: 'Alemu',
  ተስፋዬ: 'Tesfaye',
  ግርማ: 'Girma',
  ኃይሌ: 'Haile',
  ከበደ: 'Kebede',
  ጌታቸው: 'Getachew',
  ሰለሞን: 'Solomon',
  ዮናስ: 'Yonas',
  ታደሰ: 'Tadesse',
  ሙሉጌታ: 'Mulugeta',
  አሰፋ: 'Assefa',
  ወርቁ: 'Worku',
  ደስታ: 'Desta',
  መኮንን: 'Mekonnen',
  ዮሐንስ: 'Yohannes',
  ተክሌ: 'Tekle',
  ኪዳነ: 'Kidane',
  ብርሃነ: 'Berhane',
  ሀብቶም: 'Habtom',
}

export const geezInLatin: Record<string, string> = { ...women, ...men }
export const geezWomen: readonly string[] = Object.keys(women)
export const geezMen: readonly string[] = Object.keys(men)
