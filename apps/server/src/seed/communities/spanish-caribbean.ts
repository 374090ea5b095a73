import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

export const spanishCaribbean: Community = {
  name: 'Dominican, Cuban and Puerto Rican',
  weight: 20,
  women: names(
    `María, Ana, Carmen, Altagracia, Rosa, Luz, Mercedes, Milagros, Yolanda, Yudelka, Juana, Yesenia, Yaritza, Caridad, Dulce,
    Lourdes, Xiomara, Mayelín, Daysi, Idania, Yanet, Belkis, Niurka, María Elena, Ana Lucía, Rosa María`,
  ),
  men: names(
    `José, Juan, Luis, Carlos, Rafael, Ramón, Miguel, Pedro, Francisco, Julio, Alejandro, Ángel, Héctor, Jesús, Orlando, Raúl,
    Yoel, Yunior, Osvaldo, Reinaldo, Wilfredo, Leonel, Ulises, José Luis, Juan Carlos, Luis Miguel`,
  ),
  last: names(
    `García, Martínez, Rodríguez, Pérez, González, Hernández, Sánchez, Ramírez, Peña, Núñez, Reyes, De la Cruz, Rosario, Santana,
    Polanco, Mejía, Guzmán, Báez, Díaz, Fernández, Jiménez, López, Matos, Medina, Méndez, Morales, Ortiz, Rivera, Santos,
    Torres, Valdés, Vargas, Vásquez, Ventura, Acosta, Almonte, Cabrera, Castillo, Cruz, Encarnación, Figueroa, Féliz, Marte,
    Minaya, Ogando, Paulino, Taveras`,
  ),
  twoLastNamesShare: 0.75,
  plainLettersShare: 0.2,
  languages: weighted({ es: 70, en: 30 }),
  diets: mixedDiets,
  products: names(
    'plantain, yuca, sofrito, adobo, sazón, gandules, bacalao, malta, queso blanco, mofongo mix, salami dominicano, black beans, ñame, café Bustelo, guava paste',
  ),
}
