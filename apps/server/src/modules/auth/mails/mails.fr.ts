import { type Addressee, greetingName, type MailWords } from './mail-words.ts'

const greeting = (to: Addressee) => (greetingName(to) ? `Bonjour ${greetingName(to)},` : 'Bonjour,')
const hint = 'Si le bouton ne fonctionne pas, ouvrez ce lien :'
const closing = (store: string) => `Merci, et à bientôt chez ${store}.`
const notYou = 'Si ce n’était pas vous, vous n’avez rien à faire : sans le lien, rien ne change.'

export const french = (store: string): MailWords => ({
  verifyEmail: (to, url) => ({
    subject: 'Confirmez votre adresse courriel',
    greeting: greeting(to),
    paragraphs: [
      `Bienvenue chez ${store} ! Confirmez que cette adresse est bien la vôtre : nous pourrons ainsi vous écrire au sujet de vos points et de vos commandes.`,
      'Le lien sert une seule fois, pendant 24 heures. Si vous ne vous êtes pas inscrit chez nous, ignorez ce message.',
    ],
    action: { label: 'Confirmer mon adresse', url, hint },
    closing: closing(store),
  }),
  claimAccount: (to, url) => ({
    subject: `Votre compte chez ${store}`,
    greeting: greeting(to),
    paragraphs: [
      `${store} vous a ouvert un compte. Choisissez un mot de passe pour voir vos points et vos achats.`,
      'Le lien sert une seule fois, pendant sept jours.',
    ],
    action: { label: 'Choisir mon mot de passe', url, hint },
    closing: closing(store),
  }),
  resetPassword: (to, url) => ({
    subject: 'Choisissez un nouveau mot de passe',
    greeting: greeting(to),
    paragraphs: [
      'Quelqu’un a demandé un nouveau mot de passe pour votre compte. Le lien sert une seule fois, pendant une heure.',
      notYou,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
  }),
  confirmNewEmail: (to, url) => ({
    subject: 'Confirmez votre nouvelle adresse courriel',
    greeting: greeting(to),
    paragraphs: [
      'Vous nous avez demandé d’écrire désormais à cette adresse. Confirmez-la ; d’ici là, nous gardons l’ancienne.',
      'Le lien sert une seule fois, pendant 24 heures.',
      notYou,
    ],
    action: { label: 'Utiliser cette adresse', url, hint },
    closing: closing(store),
  }),
  emailChangeAsked: (to) => ({
    subject: 'Votre adresse courriel va changer',
    greeting: greeting(to),
    paragraphs: [
      'Une personne qui connaît votre mot de passe nous a demandé d’écrire à une autre adresse. Le changement prendra effet une fois cette adresse confirmée.',
      'Si ce n’était pas vous, changez votre mot de passe sans attendre et prévenez-nous.',
    ],
    closing: closing(store),
  }),
  addressInUse: (to) => ({
    subject: 'Votre adresse courriel a été saisie pour un autre compte',
    greeting: greeting(to),
    paragraphs: [
      'Quelqu’un a voulu utiliser cette adresse pour son compte. Elle appartient au vôtre : rien n’a changé.',
      'Si c’était vous : vous avez déjà un compte avec cette adresse. Vous pouvez vous connecter ou demander un nouveau mot de passe.',
    ],
    closing: closing(store),
  }),
  passwordChanged: (to, url) => ({
    subject: 'Votre mot de passe a été changé',
    greeting: greeting(to),
    paragraphs: [
      'Le mot de passe de votre compte vient d’être changé, et tous les autres appareils ont été déconnectés.',
      'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
  }),
  accountDeleted: (to, day) => ({
    subject: `Votre compte sera supprimé le ${day}`,
    greeting: greeting(to),
    paragraphs: [
      `Comme vous l’avez demandé, votre compte est fermé et tous vos appareils ont été déconnectés. Le ${day}, tout ce que nous conservons à votre sujet sera définitivement supprimé.`,
      'Si vous changez d’avis d’ici là, ou si ce n’était pas vous, écrivez au magasin : nous pouvons encore annuler la suppression.',
    ],
    closing: 'Merci d’avoir été parmi nos clients.',
  }),
  sessionStolen: (to, url) => ({
    subject: 'Nous avons déconnecté un de vos appareils',
    greeting: greeting(to),
    paragraphs: [
      'Une de vos sessions a servi à deux endroits d’une façon qui ne devrait pas arriver. Par prudence, nous y avons mis fin ; reconnectez-vous.',
      'Si vous n’en voyez pas la raison, choisissez un nouveau mot de passe.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
  }),
})
