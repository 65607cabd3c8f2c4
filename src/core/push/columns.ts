import { fold } from '../search/fold'
import { FIELDS, type Field, type Mapping } from './fields'

/** Groups of columns that Parcoursup writes before their names: « Candidat - Prénom », « Coordonnées - Libellé commune ». */
const GROUP = /^(candidat|coordonnees|eleve) /

/**
 * Names of columns, folded, the surest first: the extracts of BAL (mailing lists of the public service), of Affelnet
 * (wishes) and of Parcoursup (candidates), then the names people give by hand.
 */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  firstName: ['prenom 1', 'prenom', 'prenom eleve', 'prenom candidat', 'prenom de l eleve'],
  lastName: ['nom eleve', 'nom de l eleve', 'nom', 'nom candidat', 'nom de famille', 'nom usuel'],
  email: [
    ...['email', 'e mail', 'mail', 'courriel', 'adresse mail', 'adresse email', 'adresse e mail'],
    ...['mail eleve', 'email eleve', 'mail candidat', 'adresse mail de l eleve', 'adresse mel'],
    ...['adresse electronique', 'mel'],
  ],
  phone: [
    ...['telephone portable', 'tel portable', 'portable', 'telephone mobile', 'tel mobile'],
    ...['mobile', 'telephone', 'tel', 'sms', 'numero de telephone', 'telephone eleve'],
  ],
  phone2: ['telephone personnel', 'telephone fixe', 'tel fixe', 'tel 2', 'telephone 2'],
  parentEmail: [
    ...['mail responsable 1', 'email responsable 1', 'mail responsable', 'email responsable'],
    ...['mail parent 1', 'email parent', 'mail parent', 'mail representant legal 1'],
  ],
  parentEmail2: ['mail responsable 2', 'email responsable 2', 'mail parent 2'],
  parentPhone: [
    ...['telephone responsable 1', 'tel responsable 1', 'telephone responsable'],
    ...['telephone parent 1', 'telephone parent', 'tel parent', 'tel responsable'],
  ],
  parentPhone2: ['telephone responsable 2', 'tel responsable 2', 'telephone parent 2'],
  town: ['ville', 'commune', 'libelle commune', 'commune de residence', 'localite'],
  postcode: ['code postal', 'cp', 'codepostal'],
  insee: ['code insee', 'code commune', 'insee', 'code commune insee'],
  course: [
    ...['libelle formation', 'formation', 'formation demandee', 'libelle de la formation'],
    ...['intitule formation', 'voeu', 'filiere', 'specialite', 'libelle offre de formation'],
  ],
  rome: ['rome', 'code rome', 'metier rome'],
  cfa: [
    ...['libelle etab accueil', 'libelle etablissement accueil', 'etablissement d accueil', 'cfa'],
    ...['etablissement', 'nom etablissement', 'nom du cfa', 'libelle etablissement'],
  ],
  cfaKey: ['cle ministere educatif', 'cle me', 'cle formation', 'lien prdv'],
  number: [
    ...['ine', 'numero dossier', 'n dossier', 'numero de dossier', 'numero candidat'],
    ...['code candidat', 'numero', 'code', 'identifiant', 'numero parcoursup'],
  ],
}

const PARENT = /\b(responsables?|resp|parents?|representants?|legal|tuteurs?|pere|mere|famille)\b/
/** Schools, firms and teachers have addresses too: nobody of the list. */
const OTHER =
  /\b(etab|etablissement|cfa|uai|lycee|college|accueil|origine|formateur|referent|professeur|employeur|entreprise|maitre)\b/

/** Words of a header that say a contact, however the rest is written: « Tél. de la mère ». */
const CONTACTS: readonly [RegExp, own: readonly Field[], parents: readonly Field[]][] = [
  [/mail|\bmel\b|courriel|electronique/, ['email'], ['parentEmail', 'parentEmail2']],
  [
    /\b(tel|telephone|portable|mobile|gsm|sms)\b/,
    ['phone', 'phone2'],
    ['parentPhone', 'parentPhone2'],
  ],
]

/** Looks of a cell, for columns without a known name. */
const LOOKS: readonly [Field, RegExp][] = [
  ['email', /^\S+@\S+\.\w+$/],
  ['phone', /^(\+33|0033|0)\s?[67]([\s.-]?\d{2}){4}$/],
  ['cfaKey', /^\S+#L\d{2}$/],
  ['rome', /^[A-N]\d{4}$/],
]

/**
 * Which column is which, by its name, else by its words, else by the look of its cells. A column serves once; of
 * several wishes (`_1`, `_2`) the first.
 * @param sample some rows under the headers
 */
export function recogniseColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): Mapping {
  const folded = headers.map((header) => fold(header).replace(GROUP, ''))
  const mapping: Mapping = {}
  const isFree = (column: number) => column >= 0 && !Object.values(mapping).includes(column)
  for (const field of FIELDS) {
    const names = [...NAMES[field], ...NAMES[field].map((name) => `${name} 1`)]
    const column = names.map((name) => folded.indexOf(name)).find(isFree)
    if (column !== undefined) mapping[field] = column
  }
  for (const [column, header] of folded.entries()) {
    if (!isFree(column) || OTHER.test(header)) continue
    for (const [words, own, parents] of CONTACTS) {
      const field = (PARENT.test(header) ? parents : own).find((one) => mapping[one] === undefined)
      if (words.test(header) && field) {
        mapping[field] = column
        break
      }
    }
  }
  for (const [field, look] of LOOKS) {
    if (mapping[field] !== undefined) continue
    const column = headers.findIndex((_, at) => isFree(at) && looksLike(sample, at, look))
    if (column >= 0) mapping[field] = column
  }
  return mapping
}

/** The name under which the mapping of a kind of file is remembered. */
export function headersName(headers: readonly string[]): string {
  return headers.map(fold).join('|')
}

function looksLike(sample: readonly (readonly string[])[], column: number, look: RegExp): boolean {
  const cells = sample.map((row) => row[column]?.trim() ?? '').filter(Boolean)
  return cells.length > 0 && cells.filter((cell) => look.test(cell)).length * 2 > cells.length
}
