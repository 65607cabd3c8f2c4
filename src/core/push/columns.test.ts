import { expect, test } from 'vitest'
import { headersName, recogniseColumns } from './columns'

/** The field found for each header, in order. */
function found(headers: string[], sample: string[][] = []): (string | undefined)[] {
  const mapping = Object.entries(recogniseColumns(headers, sample))
  return headers.map((_, at) => mapping.find(([, column]) => column === at)?.[0])
}

test('the columns of a list for BAL are recognised', () => {
  expect(
    found([
      ...['nom_eleve', 'prenom_1', 'mail_responsable_1', 'mail_responsable_2', 'code_postal'],
      ...['libelle_etab_accueil', 'libelle_formation', 'cle_ministere_educatif', 'code_insee'],
    ]),
  ).toEqual([
    ...['lastName', 'firstName', 'parentEmail', 'parentEmail2', 'postcode'],
    ...['cfa', 'course', 'cfaKey', 'insee'],
  ])
})

test('the columns of an Affelnet extract are recognised, and the school of origin is not the CFA', () => {
  expect(
    found([
      ...['INE', "Nom de l'élève", 'Prénom 1', 'Téléphone personnel', 'Téléphone portable'],
      ...['Code postal', 'VILLE', 'Téléphone responsable 1', 'Mail responsable 1'],
      ...['Code UAI étab. origine', 'clé ministère éducatif'],
    ]),
  ).toEqual([
    ...['number', 'lastName', 'firstName', 'phone2', 'phone', 'postcode', 'town'],
    ...['parentPhone', 'parentEmail', undefined, 'cfaKey'],
  ])
})

test('the columns of a Parcoursup extract are recognised under their groups', () => {
  expect(
    found([
      'Candidat - Code',
      'Candidat - Nom',
      'Candidat - Prénom',
      'Coordonnées - Libellé commune',
    ]),
  ).toEqual(['number', 'lastName', 'firstName', 'town'])
})

test('the columns that the public service adds to a list are recognised, the first wish of several', () => {
  expect(found(['email', 'lien_prdv_1', 'lien_prdv_2', 'libelle_formation_1'])).toEqual([
    ...['email', 'cfaKey', undefined, 'course'],
  ])
})

test('a contact is recognised by the words of its header, a school is not', () => {
  expect(
    found([
      ...['Adresse de courriel du candidat', 'Tél. de la mère', 'Tél. du père', 'E-mail du parent'],
      ...['Mail du lycée', 'N° de portable de l’élève'],
    ]),
  ).toEqual(['email', 'parentPhone', 'parentPhone2', 'parentEmail', undefined, 'phone'])
})

test('a column without a known name is recognised by its cells', () => {
  const sample = [
    ['a@b.fr', '06 12 34 56 78'],
    ['c@d.fr', ''],
  ]
  expect(found(['contact', 'joindre'], sample)).toEqual(['email', 'phone'])
})

test('the name of a kind of file does not depend on accents or capitals', () => {
  expect(headersName(['Prénom', 'VILLE'])).toBe(headersName(['prenom', 'Ville']))
})
