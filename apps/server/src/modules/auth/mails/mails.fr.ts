import { type Addressee, greetingName, type MailWords } from './mail-words.ts'

const greeting = (to: Addressee) => (greetingName(to) ? `Bonjour ${greetingName(to)},` : 'Bonjour,')
const hint = 'Si le bouton ne fonctionne pas, ouvrez ce lien :'
const closing = (store: string) => `Merci, et à bientôt chez ${store}.`
const notYou = 'Si ce n’était pas vous, vous n’avez rien à faire : sans le lien, rien ne change.'
const notYourStep =
  'Si vous ne l’avez pas voulu, choisissez tout de suite un nouveau mot de passe et prévenez le magasin.'

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
  emailChangedByStore: (to) => ({
    subject: 'Votre adresse courriel a été changée',
    greeting: greeting(to),
    paragraphs: [
      `${store} a changé l’adresse courriel de votre compte. Nous écrirons désormais à la nouvelle, et c’est avec elle que vous vous connectez.`,
      'Si vous ne l’avez pas demandé, prévenez le magasin sans attendre.',
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
  secondFactorOn: (to, url) => ({
    subject: 'La connexion en deux étapes est activée',
    greeting: greeting(to),
    paragraphs: [
      'Désormais, pour ouvrir votre compte, il faut votre mot de passe puis un code de votre application.',
      'Gardez vos codes de secours sur papier, en lieu sûr : chacun vous laisse entrer une fois si vous perdez votre téléphone.',
      notYourStep,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
  }),
  secondFactorOff: (to, url) => ({
    subject: 'La connexion en deux étapes est désactivée',
    greeting: greeting(to),
    paragraphs: [
      'La connexion en deux étapes a été désactivée : votre mot de passe suffit désormais.',
      notYourStep,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
  }),
  secondFactorRemoved: (to, url) => ({
    subject: 'La connexion en deux étapes a été retirée de votre compte',
    greeting: greeting(to),
    paragraphs: [
      `${store} a retiré la connexion en deux étapes de votre compte : votre mot de passe suffit désormais. Vous pouvez la réactiver quand vous voulez.`,
      notYourStep,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
  }),
  recoveryCodesRenewed: (to, url) => ({
    subject: 'Vous avez de nouveaux codes de secours',
    greeting: greeting(to),
    paragraphs: [
      'Dix nouveaux codes de secours viennent d’être créés pour votre compte. Les anciens ne fonctionnent plus.',
      notYourStep,
    ],
    action: { label: 'Choisir un nouveau mot de passe', url, hint },
    closing: closing(store),
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
