import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  expectNoViolations,
  linkMailedTo,
  mailTo,
  newEmail,
  openPage,
  password,
  screenshot,
  serveAll,
  signUpCustomer,
  tabTo,
  typeInto,
} from './harness.ts'

serveAll()

const english = {
  locale: 'en-CA',
  create: 'Create an account',
  first: 'First name',
  email: 'Email',
  password: 'Password',
  submit: 'Create my account',
  note: /Check your mail/,
  verify: 'Verify my email',
  verified: 'Your email is verified',
  signOut: 'Sign out',
  signedOut: /signed out/,
  signIn: 'Sign in',
  forgot: 'Forgot your password?',
  sendLink: 'Send me a link',
  sent: /a link is on its way/,
  newPassword: 'New password',
  save: 'Save the new password',
  saved: /new password is set/,
  mail: 'Please verify your email address',
}
const french: typeof english = {
  locale: 'fr-CA',
  create: 'Créer un compte',
  first: 'Prénom',
  email: 'Courriel',
  password: 'Mot de passe',
  submit: 'Créer mon compte',
  note: /Ouvrez ce courriel/,
  verify: 'Confirmer mon courriel',
  verified: 'Votre courriel est confirmé',
  signOut: 'Se déconnecter',
  signedOut: /session est fermée/,
  signIn: 'Se connecter',
  forgot: 'Mot de passe oublié ?',
  sendLink: 'Envoyez-moi un lien',
  sent: /un lien est en route/,
  newPassword: 'Nouveau mot de passe',
  save: 'Enregistrer le mot de passe',
  saved: /mot de passe est enregistré/,
  mail: 'Confirmez votre adresse courriel',
}

const press = async (page: Page, name: string) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const said = (page: Page, words: RegExp) => page.getByText(words).first().waitFor()

describe.each([
  ['English', english],
  ['French', french],
])('by keyboard alone, on a phone, in %s', (_, words) => {
  test('somebody registers, verifies the address, signs out and in, and chooses a new password', async () => {
    const email = newEmail()
    const page = await openPage('/sign-in/', { locale: words.locale })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(words.locale.slice(0, 2))

    await press(page, words.create)
    await page.getByRole('button', { name: words.submit }).waitFor()
    await typeInto(page, { [words.first]: 'Kwame', [words.email]: email, [words.password]: password })
    expect(await page.locator('.advice [data-kept="false"]').count()).toBe(0)
    await press(page, words.submit)
    await said(page, words.note)
    expect(new URL(page.url()).pathname).toBe('/')

    expect((await mailTo(email, 'verify-email')).subject).toBe(words.mail)
    await page.goto(await linkMailedTo(email, 'verify-email'))
    await page.getByRole('button', { name: words.verify }).waitFor()
    expect(page.url()).not.toContain('token')
    await press(page, words.verify)
    await heading(page, words.verified)

    await press(page, words.signOut)
    await said(page, words.signedOut)
    await typeInto(page, { [words.email]: email, [words.password]: password })
    await page.keyboard.press('Enter')
    await page.waitForURL('**/')
    await press(page, words.signOut)
    await said(page, words.signedOut)

    await press(page, words.forgot)
    await page.getByRole('button', { name: words.sendLink }).waitFor()
    await typeInto(page, { [words.email]: email })
    await press(page, words.sendLink)
    await said(page, words.sent)

    await page.goto(await linkMailedTo(email, 'reset-password'))
    await page.getByRole('button', { name: words.save }).waitFor()
    await typeInto(page, { [words.newPassword]: 'Another-Papaya-9?' })
    await press(page, words.save)
    await said(page, words.saved)
    await typeInto(page, { [words.email]: email, [words.password]: 'Another-Papaya-9?' })
    await page.keyboard.press('Enter')
    await page.waitForURL('**/')
  }, 60_000)
})

describe('what goes wrong is said where it is', () => {
  test('an unknown password, a taken address and a common password', async () => {
    const { email } = await signUpCustomer()
    const page = await openPage('/sign-in/')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('Not-The-One-1!')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await said(page, /do not go together/)

    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('P@ssw0rd1!')
    await page.getByRole('button', { name: 'Create my account' }).click()
    await said(page, /Please fill this in/)
    await said(page, /already has an account/)
    await said(page, /is guessed first/)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
      .toBe('first_name')
  })

  test('a link that is over offers a new one', async () => {
    const page = await openPage('/verify-email/?token=over')
    await page.getByRole('button', { name: 'Verify my email' }).click()
    await said(page, /no longer good/)
    expect(await page.getByLabel('Email').inputValue()).toBe('')
    await page.getByRole('link', { name: 'Back to sign-in' }).waitFor()
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await said(page, /Please fill this in/)
  })

  test('who is signed in need not type the address for a new link; who is verified hears that all is done', async () => {
    const { email } = await signUpCustomer()
    const page = await openPage('/sign-in/?next=/verify-email/')
    await typeInto(page, { Email: email, Password: password })
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'A new link for your email' }).waitFor()
    await page.goto('/verify-email/?token=over')
    await page.getByRole('button', { name: 'Verify my email' }).click()
    await said(page, new RegExp(`${email} is not verified yet`))
    expect(await page.getByLabel('Email').inputValue()).toBe(email)
    await expectNoViolations(page)
    await screenshot(page, 'verify-over-signed-in')
    const first = await linkMailedTo(email, 'verify-email')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await said(page, /a new link is on its way/)
    await expect.poll(() => linkMailedTo(email, 'verify-email')).not.toBe(first)
    const link = await linkMailedTo(email, 'verify-email')
    await page.goto(link)
    await page.getByRole('button', { name: 'Verify my email' }).click()
    await heading(page, 'Your email is verified')

    await page.goto(link)
    await page.getByRole('button', { name: 'Verify my email' }).click()
    await heading(page, 'Your email is verified already')
    await said(page, new RegExp(`${email} is verified: there is nothing more to do`))
    await expectNoViolations(page)
    await screenshot(page, 'verified-already')
    await page.getByRole('link', { name: 'Go to your profile' }).click()
    await page.getByLabel('New email').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
  })

  test('a reset link that is over sends a new one from where it says so', async () => {
    const { email } = await signUpCustomer()
    const page = await openPage('/reset-password/?token=over')
    await page.getByLabel('New password').fill('Another-Papaya-9?')
    await page.getByRole('button', { name: 'Save the new password' }).click()
    await heading(page, 'A new link for your password')
    await said(page, /If you have set your new password, sign in with it/)
    await screenshot(page, 'reset-over')
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await said(page, /a link is on its way/)
    await page.goto(await linkMailedTo(email, 'reset-password'))
    await page.getByRole('button', { name: 'Save the new password' }).waitFor()
  })

  test('without a connection the page says so, and a new one opens as soon as there is one', async () => {
    const page = await openPage('/sign-in/')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await page.context().setOffline(true)
    await said(page, /No connection to the store/)
    await page.context().setOffline(false)
    await expect.poll(() => page.getByText(/No connection to the store/).count()).toBe(0)
  })
})

const addresses = [
  '/sign-in/',
  '/register/',
  '/forgot-password/',
  '/reset-password/?token=some',
  '/reset-password/',
  '/verify-email/?token=some',
  '/verify-email/',
  '/verify-email/resend/',
  '/setup/?token=none',
]

describe.each(['light', 'dark'] as const)(
  'everybody can use the pages before the door, %s',
  (colorScheme) => {
    test.each(addresses)('%s', async (address) => {
      const page = await openPage(address, { colorScheme })
      await expectNoViolations(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await expectNoViolations(page)
      const name = address.replace(/\W+/g, '-').replace(/^-|-$/g, '')
      await screenshot(page, `${name}-${colorScheme}`)
    })
  },
)
