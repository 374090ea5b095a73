import { weighted } from '../weighted.ts'
import { type Community, names } from './community.ts'
import { mixedDiets } from './diets.ts'

export const haitian: Community = {
  name: 'Haitian',
  weight: 36,
  women: names(
    `Marie-Ange, Marie-Carmel, Nadège, Mirlande, Fabienne, Guerda, Ketly, Yolande, Roseline, Esther, Judith, Widline, Islande,
    Marie-Thérèse, Marie-Lourdes, Marie-Flore, Rose-Merline, Rose-Laure, Carline, Magalie, Gerda, Edeline, Lovelie, Ghislaine,
    Darline, Sherley, Natacha, Manouchka, Myrlande, Kettia, Marie-Michèle, Rose-Andrée, Dieula, Wideline, Fédia`,
  ),
  men: names(
    `Jean-Robert, Jean-Claude, Emmanuel, Frantz, Wilner, Ronald, Evens, Jacques, Jean-Marc, Jean-Pierre, Reginald, Stanley,
    Wilfrid, Yves, Fritz, Fritznel, Gérard, Dieuseul, Dieudonné, Wesner, Jocelyn, Makenson, Mackendy, Odilon, Rodrigue, Serge,
    Woodley, Wisler, Jean-Rony, Pierre-Richard, Jean-Ronel, Duckens, Peterson, Kervens, Jude`,
  ),
  last: names(
    `Jean-Baptiste, Pierre, Joseph, Jean, Louis, Charles, Pierre-Louis, Jean-Louis, Jean-Pierre, François, Jean-François,
    Toussaint, Michel, Paul, Augustin, Antoine, Laurent, Henry, Philippe, Victor, Noël, Célestin, Désir, Dieujuste, Estimé,
    Exantus, Fleurant, Fleurimond, Germain, Guerrier, Jeudy, Lafontant, Laguerre, Lamour, Louissaint, Lubin, Mondésir,
    Narcisse, Petit-Frère, Polynice, Prophète, Saint-Fleur, Saint-Louis, Saint-Juste, Sanon, Sylvain, Théodore, Valcin,
    Vilsaint, Bazile, Beauvoir, Cadet, Chéry, Delva, Duvivier, Alcindor, Joachim`,
  ),
  twoLastNamesShare: 0,
  plainLettersShare: 0.35,
  languages: weighted({ fr: 44, ht: 38, en: 18 }),
  diets: mixedDiets,
  products: names(
    'epis, djon djon mushrooms, plantain, griot pork, pikliz, black beans, saltfish, goat, Rebo coffee, millet, breadfruit, malanga, cassava bread, Scotch bonnet, lalo leaves',
  ),
}
