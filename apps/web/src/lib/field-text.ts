import { m } from '../messages/messages.js'

/** What the server says of a field, in the language of the pages. Loaded when something was refused. */
const texts: Record<string, () => string> = {
  'This field is required.': m.fault_blank,
  'This field may not be blank.': m.fault_blank,
  'This field may not be null.': m.fault_blank,
  'Enter a valid email address.': m.fault_email,
  'Enter your password to change the email.': m.fault_email_password,
  'This is not your password.': m.fault_password_wrong,
  'This is not the code. Enter the one that the app shows now.': m.fault_code_not_now,
  'This code is wrong or was used before. Wait for the next one.': m.fault_code_used,
  'Begin again: this took longer than an hour.': m.fault_code_late,
  'Enter a date from 1900 to today.': m.fault_birthday,
  'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.': m.fault_birthday,
  'This is not a picture that we can read. Choose a JPEG, PNG, WebP or AVIF that opens on your device.':
    m.fault_picture_unreadable,
  'This picture moves. Choose one that stands still.': m.fault_picture_moves,
  'This picture takes too much to open. Choose a smaller one.': m.fault_picture_work,
  'Made-up people do not belong into production.': m.fault_demo,
  'Customer with this email already exists.': m.fault_email_known,
  'Enter a valid phone number, for example +14165550123.': m.fault_phone,
  'Line breaks and control characters are not allowed.': m.fault_characters,
  'Null characters and broken Unicode are not allowed.': m.fault_characters,
  "Password fields didn't match.": m.fault_passwords_differ,
  'This password is too short. It must contain at least 8 characters.': m.fault_password_length,
  'This password must contain at least one letter.': m.fault_password_letter,
  'This password must contain at least one digit.': m.fault_password_digit,
  'This password must contain at least one special character.': m.fault_password_special,
  'This password is too common.': m.fault_password_common,
  'This password is too similar to your email or name.': m.fault_password_unlike,
  'This link is not valid any more. Ask for a new one.': m.fault_link_over,
  'Choose a time zone, for example America/Toronto.': m.fault_time_zone,
  'Choose a currency by its three letters, for example CAD.': m.fault_currency,
  'This is the only owner. Make somebody else an owner first.': m.fault_last_owner,
  'Name at least one customer.': m.fault_nobody_chosen,
  'This cursor does not belong to this list. Begin again without one.': m.fault_list_changed,
  'Choose a file.': m.fault_file,
  'Must be a valid UUID.': m.fault_kind,
  'Must be a valid boolean.': m.fault_kind,
  'Not a valid string.': m.fault_kind,
  'Expected a list of ids.': m.fault_kind,
  'No data provided': m.fault_kind,
}

/** Sentences that quote a value, each with what stands in it. */
const patterns: readonly [sentence: RegExp, text: (values: Record<string, string>) => string][] = [
  [
    /^Ensure this field has no more than (?<count>\d+) characters\.$/,
    ({ count = '' }) => m.fault_too_long({ count }),
  ],
  [
    /^Ensure this field has no more than (?<count>\d+) elements\.$/,
    ({ count = '' }) => m.fault_too_many({ count }),
  ],
  [/^".*" is not a valid choice\.$/s, m.fault_choice],
  [/^Invalid data\. Expected a dictionary/, m.fault_kind],
  [
    /^This picture is too large: (?<width>\d+) × (?<height>\d+)\. .* (?<pixels>\d+) million pixels and no side over (?<side>\d+)\.$/,
    ({ width = '', height = '', pixels = '', side = '' }) =>
      m.fault_picture_size({ width, height, pixels, side }),
  ],
]

/** The words for a fault; a sentence that has none stays as the server said it. */
export const fieldText = (sentence: string): string => texts[sentence]?.() ?? byPattern(sentence) ?? sentence

function byPattern(sentence: string): string | undefined {
  for (const [pattern, text] of patterns) {
    const found = pattern.exec(sentence)
    if (found) return text(found.groups ?? {})
  }
  return undefined
}
