type Field = { name: string; label: string; type: 'email' | 'password'; autocomplete: string }
type Form = { title: string; text: string; fields: Field[]; button: string; done: string }

/** The words of the pages in one language; a language that lacks one does not compile. */
export type PageWords = {
  common: { busy: string; offline: string; noScript: string }
  home: { title: string; text: string; documentation: string }
  /** For a link that came without its token: mail programs break long ones. */
  incompleteLink: { title: string; text: string; again: string }
  verifyEmail: Form
  resendVerification: Form
  forgotPassword: Form
  resetPassword: Form
}

const email = (label: string): Field => ({ name: 'email', label, type: 'email', autocomplete: 'email' })
const newPassword = (name: string, label: string): Field => ({
  name,
  label,
  type: 'password',
  autocomplete: 'new-password',
})

export const english: PageWords = {
  common: {
    busy: 'One moment …',
    offline: 'We could not reach the store. Check your connection and try again.',
    noScript: 'This page needs JavaScript. Switch it on, or open the link in another browser.',
  },
  home: {
    title: 'Afro-Caribbean CRM',
    text: 'The customer system of the store is running.',
    documentation: 'API documentation',
  },
  incompleteLink: {
    title: 'This link is incomplete',
    text: 'A part of it was lost on the way. Open it once more from the mail, the whole link, or have a new one mailed.',
    again: 'Mail me a new link',
  },
  verifyEmail: {
    title: 'Verify your email address',
    text: 'Press the button to confirm that this address is yours.',
    fields: [],
    button: 'Verify my email',
    done: 'Thank you! Your email address is verified.',
  },
  resendVerification: {
    title: 'Verify your email address',
    text: 'Enter your email address. If it waits to be verified, we mail you a new link.',
    fields: [email('Email')],
    button: 'Mail me a link',
    done: 'If this address waits to be verified, a new link is on its way. It works for one day.',
  },
  forgotPassword: {
    title: 'Forgotten your password?',
    text: 'Enter your email address. If there is an account, we mail you a link for a new password.',
    fields: [email('Email')],
    button: 'Mail me a link',
    done: 'If there is an account with this address, a link is on its way. It works for one hour.',
  },
  resetPassword: {
    title: 'Choose your password',
    text: 'At least 8 characters, with a letter, a digit and a special character.',
    fields: [
      newPassword('new_password', 'New password'),
      newPassword('new_password_confirm', 'The same once more'),
    ],
    button: 'Save my password',
    done: 'Your new password is set. You can sign in with it now.',
  },
}

export const french: PageWords = {
  common: {
    busy: 'Un instant …',
    offline: 'Le magasin est injoignable. Vérifiez votre connexion et réessayez.',
    noScript: 'Cette page a besoin de JavaScript. Activez-le ou ouvrez le lien dans un autre navigateur.',
  },
  home: {
    title: 'Afro-Caribbean CRM',
    text: 'Le système client du magasin est en marche.',
    documentation: 'Documentation de l’API',
  },
  incompleteLink: {
    title: 'Ce lien est incomplet',
    text: 'Une partie s’est perdue en route. Ouvrez-le de nouveau depuis le courriel, en entier, ou faites-vous en envoyer un autre.',
    again: 'Envoyez-moi un nouveau lien',
  },
  verifyEmail: {
    title: 'Confirmez votre adresse courriel',
    text: 'Appuyez sur le bouton pour confirmer que cette adresse est la vôtre.',
    fields: [],
    button: 'Confirmer mon adresse',
    done: 'Merci ! Votre adresse courriel est confirmée.',
  },
  resendVerification: {
    title: 'Confirmez votre adresse courriel',
    text: 'Entrez votre adresse courriel. Si elle attend d’être confirmée, nous vous envoyons un nouveau lien.',
    fields: [email('Courriel')],
    button: 'Envoyez-moi un lien',
    done: 'Si cette adresse attend d’être confirmée, un nouveau lien est en route. Il sert pendant un jour.',
  },
  forgotPassword: {
    title: 'Mot de passe oublié ?',
    text: 'Entrez votre adresse courriel. S’il existe un compte, nous vous envoyons un lien pour un nouveau mot de passe.',
    fields: [email('Courriel')],
    button: 'Envoyez-moi un lien',
    done: 'S’il existe un compte à cette adresse, un lien est en route. Il sert pendant une heure.',
  },
  resetPassword: {
    title: 'Choisissez votre mot de passe',
    text: 'Au moins 8 caractères, dont une lettre, un chiffre et un caractère spécial.',
    fields: [
      newPassword('new_password', 'Nouveau mot de passe'),
      newPassword('new_password_confirm', 'Encore une fois'),
    ],
    button: 'Enregistrer',
    done: 'Votre nouveau mot de passe est enregistré. Vous pouvez vous connecter.',
  },
}
