/** What a list may say of a person; each is a column of the file, or none. */
export const FIELDS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'phone2',
  'parentEmail',
  'parentEmail2',
  'parentPhone',
  'parentPhone2',
  'town',
  'postcode',
  'insee',
  'course',
  'rome',
  'cfa',
  'cfaKey',
  'number',
] as const
export type Field = (typeof FIELDS)[number]

/** The column of each field, from 0. */
export type Mapping = Partial<Record<Field, number>>
