import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../server/test/code-of.ts'
import {
  type Credentials,
  heading,
  inspect,
  onHeading,
  openConsole,
  said,
  signIn,
  signOut,
  signUpStaff,
} from './console.ts'
import { expectNoViolations, password, serveAll, tabTo, typeInto } from './harness.ts'
import { owner } from './real-server.ts'

serveAll()

const settings = '/admin/settings'
const codes = (page: Page) => page.locator('.recovery-codes code').allTextContents()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const secretOf = async (page: Page) => (await page.locator('.secret').innerText()).replace(/\s/g, '')

async function prove(page: Page, typed: string, code: string, action: string): Promise<void> {
  await page.getByLabel('Your password').fill(typed)
  await page.getByLabel('Code from the app').fill(code)
  await press(page, action)
}

async function passCode(page: Page, who: Credentials, code: string): Promise<void> {
  await signIn(page, who)
  await page.getByLabel('Code').fill(code)
  await page.keyboard.press('Enter')
}

describe('two-step sign-in', () => {
  test('a manager turns it on in French, by keyboard alone', async () => {
    const manager = await signUpStaff('manager', { first_name: 'Marie' })
    const page = await openConsole(settings, { as: manager, locale: 'fr-CA' })
    await heading(page, 'Réglages')
    await tabTo(page, 'Activer')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Pas-Le-Bon-1!')
    await page.keyboard.press('Enter')
    await said(page, 'Ce n’est pas votre mot de passe.')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await onHeading(page, 'Connexion en deux étapes')
    await typeInto(page, { 'Code de l’application': codeOf(await secretOf(page), -1) })
    await page.keyboard.press('Enter')
    await said(page, /Gardez ces codes/)
    await tabTo(page, 'Je les ai gardés')
    await page.keyboard.press('Enter')
    await said(page, /Codes de secours restants/)
    await signOut(page)
    await signIn(page, manager)
    await heading(page, 'Encore une étape')
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await said(page, /code est faux ou a déjà servi/)
  })

  test('the owner turns it on with an app, and signs in by the app or a code on paper', async () => {
    const page = await openConsole(settings, {})
    await said(page, /please turn on two-step sign-in/)
    await press(page, 'Turn on')
    await page.getByLabel('Your password').fill('Not-The-One-1!')
    await press(page, 'Continue')
    await said(page, 'This is not your password.')
    await page.getByLabel('Your password').fill(owner.password)
    await press(page, 'Continue')
    await page.getByRole('img', { name: /picture for the app/ }).waitFor()
    await inspect(page, 'second-factor-scan')

    const secret = await secretOf(page)
    await page.getByLabel('Code from the app').fill('000000')
    await press(page, 'Check and turn on')
    await said(page, 'This is not the code. Type the one that the app shows now.')
    await page.getByLabel('Code from the app').fill(codeOf(secret, -1))
    await press(page, 'Check and turn on')
    await said(page, /Keep these codes/)
    const first = await codes(page)
    expect(new Set(first).size).toBe(10)
    await inspect(page, 'second-factor-codes')
    await press(page, 'I have kept them')
    await said(page, '10 recovery codes left')

    await signOut(page)
    await passCode(page, owner, '000000')
    await said(page, /code is wrong or was used before/)
    await expectNoViolations(page)
    await page.getByLabel('Code').fill(codeOf(secret))
    await page.keyboard.press('Enter')
    await heading(page, 'Settings')

    await press(page, 'New recovery codes')
    await inspect(page, 'second-factor-renew')
    await prove(page, owner.password, '000000', 'New recovery codes')
    await said(page, /code is wrong or was used before/)
    await prove(page, owner.password, codeOf(secret, 1), 'New recovery codes')
    await said(page, /The old ones no longer work/)
    const second = await codes(page)
    expect(second.filter((code) => first.includes(code))).toEqual([])

    await signOut(page)
    await passCode(page, owner, first[0] ?? '')
    await said(page, /code is wrong or was used before/)
    await page.getByLabel('Code').fill(second[0] ?? '')
    await page.keyboard.press('Enter')
    await heading(page, 'Settings')
    await said(page, '9 recovery codes left')
    await press(page, 'Turn off')
    await prove(page, owner.password, second[1] ?? '', 'Turn off')
    await said(page, 'Two-step sign-in is off.')
    await said(page, /please turn on two-step sign-in/)
  }, 60_000)
})
