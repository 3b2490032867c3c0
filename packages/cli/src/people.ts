import type { Option } from './command.ts'

/** Names, e-mails, telephone numbers and addresses are hidden unless somebody asks for them. */
export const withPeopleOption: Option = {
  flags: '--with-people',
  about:
    'show names, e-mails, telephone numbers and addresses of the people in the letters, which are hidden otherwise',
}

export const peopleWarning =
  'This shows names, e-mails, telephone numbers and addresses of people in the letters. Publish none of it without their consent or another reason in law.\n'
