import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

export const portugueseSpeaking: Community = {
  name: 'Brazilian, Angolan and Cabo Verdean',
  weight: 14,
  women: names(
    `Maria, Ana, Fernanda, Juliana, Luciana, Beatriz, Catarina, Joana, Teresa, Luísa, Conceição, Domingas, Esperança, Filomena,
    Graça, Isaura, Rosângela, Vânia, Zulmira, Tainá, Maria José, Ana Paula`,
  ),
  men: names(
    `João, José, António, Paulo, Carlos, Manuel, Domingos, Rafael, Thiago, Tiago, Edson, Adilson, Nelson, Rui, Wilson, Joaquim,
    Hélder, Nuno, Sebastião, Osvaldo, Gonçalo, Antônio`,
  ),
  last: names(
    `Silva, Santos, da Silva, dos Santos, Souza, Oliveira, Pereira, Lima, Costa, Ferreira, Almeida, Ribeiro, Nascimento, Araújo,
    Tavares, Gomes, Lopes, Monteiro, Évora, Fortes, Delgado, Semedo, Varela, Furtado, Fernandes, Domingos, Mateus, Sebastião,
    Kiala, Nzinga, Cardoso, Baptista, Magalhães, Brandão, Assunção, Conceição, Neto`,
  ),
  twoLastNamesShare: 0.5,
  plainLettersShare: 0.2,
  languages: weighted({ pt: 66, en: 34 }),
  diets: mixedDiets,
  products: names(
    'farinha de mandioca, dendê oil, feijão preto, cachupa corn, goiabada, funge flour, bacalhau, linguiça, polvilho, guaraná, okra, coconut milk',
  ),
}
