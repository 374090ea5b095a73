import { type Addressee, greetingName, type MailWords } from './mail-words.ts'

const greeting = (to: Addressee) => (greetingName(to) ? `Hello ${greetingName(to)},` : 'Hello,')
const hint = 'If the button does not work, open this link:'
const closing = (store: string) => `Thank you, and see you soon at ${store}.`
const notYou = 'If this was not you, there is nothing to do: without the link nothing happens.'
const notYourStep = 'If you did not want this, choose a new password now and tell the store.'

export const english = (store: string): MailWords => ({
  verifyEmail: (to, url) => ({
    subject: 'Please verify your email address',
    greeting: greeting(to),
    paragraphs: [
      `Welcome to ${store}! Please confirm that this is your email address, so that we can reach you about your points and your orders.`,
      'The link works once, for 24 hours. If you did not register with us, please ignore this mail.',
    ],
    action: { label: 'Verify my email', url, hint },
    closing: closing(store),
  }),
  claimAccount: (to, url) => ({
    subject: `Your account at ${store}`,
    greeting: greeting(to),
    paragraphs: [
      `${store} has opened an account for you. Choose a password to see your points and your purchases.`,
      'The link works once, for seven days.',
    ],
    action: { label: 'Choose my password', url, hint },
    closing: closing(store),
  }),
  resetPassword: (to, url) => ({
    subject: 'Choose a new password',
    greeting: greeting(to),
    paragraphs: [
      'Somebody asked for a new password for your account. The link works once, for one hour.',
      notYou,
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
  confirmNewEmail: (to, url) => ({
    subject: 'Please confirm your new email address',
    greeting: greeting(to),
    paragraphs: [
      'You asked us to write to this address from now on. Please confirm it; until then we use the old one.',
      'The link works once, for 24 hours.',
      notYou,
    ],
    action: { label: 'Use this address', url, hint },
    closing: closing(store),
  }),
  emailChangeAsked: (to) => ({
    subject: 'Your email address is about to change',
    greeting: greeting(to),
    paragraphs: [
      'Somebody who knows your password asked us to write to another address from now on. It counts once that address is confirmed.',
      'If this was not you, change your password now and tell us.',
    ],
    closing: closing(store),
  }),
  emailChangedByStore: (to) => ({
    subject: 'Your email address was changed',
    greeting: greeting(to),
    paragraphs: [
      `${store} changed the email address of your account. From now on we write to the new one, and you sign in with it.`,
      'If you did not ask for this, please tell the store right away.',
    ],
    closing: closing(store),
  }),
  addressInUse: (to) => ({
    subject: 'Your email address was entered for another account',
    greeting: greeting(to),
    paragraphs: [
      'Somebody wanted to use this address for an account of theirs. It belongs to yours, so nothing was changed.',
      'If that was you: you already have an account with this address. You can sign in, or ask for a new password.',
    ],
    closing: closing(store),
  }),
  passwordChanged: (to, url) => ({
    subject: 'Your password was changed',
    greeting: greeting(to),
    paragraphs: [
      'The password of your account was just changed, and all other devices were signed out.',
      'If this was not you, choose a new password now.',
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
  accountDeleted: (to, day) => ({
    subject: `Your account will be deleted on ${day}`,
    greeting: greeting(to),
    paragraphs: [
      `As you asked, your account is closed and all your devices are signed out. On ${day} everything we hold on you will be deleted for good.`,
      'If you change your mind before then, or if this was not you, write to the store: we can still undo it.',
    ],
    closing: 'Thank you for having been our customer.',
  }),
  secondFactorOn: (to, url) => ({
    subject: 'Two-step sign-in is on',
    greeting: greeting(to),
    paragraphs: [
      'From now on, signing in to your account asks for your password and then for a code of your app.',
      'Keep your recovery codes on paper, in a safe place: each lets you in once if you lose your phone.',
      notYourStep,
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
  secondFactorOff: (to, url) => ({
    subject: 'Two-step sign-in is off',
    greeting: greeting(to),
    paragraphs: [
      'Two-step sign-in was turned off: from now on your password alone signs you in.',
      notYourStep,
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
  secondFactorRemoved: (to, url) => ({
    subject: 'Two-step sign-in was taken off your account',
    greeting: greeting(to),
    paragraphs: [
      `${store} took two-step sign-in off your account: from now on your password alone signs you in. You can turn it on again at any time.`,
      notYourStep,
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
  recoveryCodesRenewed: (to, url) => ({
    subject: 'You have new recovery codes',
    greeting: greeting(to),
    paragraphs: [
      'Ten new recovery codes were just made for your account. The old ones no longer work.',
      notYourStep,
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
  sessionStolen: (to, url) => ({
    subject: 'We signed one of your devices out',
    greeting: greeting(to),
    paragraphs: [
      'One of your sessions was used from two places in a way that should not happen. To be safe we ended it; please sign in again.',
      'If you do not know why, choose a new password.',
    ],
    action: { label: 'Choose a new password', url, hint },
    closing: closing(store),
  }),
})
