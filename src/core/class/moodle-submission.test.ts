import { describe, expect, it } from 'vitest'
import { submissionOf } from './moodle-submission'

describe('a submission downloaded from Moodle', () => {
  it.each([
    ['Élise D’Arc_4512_assignsubmission_file_/resultat.txt', 'Élise D’Arc', '4512'],
    ['dossier/Martin Jean-Luc_7_assignsubmission_file_resultat.txt', 'Martin Jean-Luc', '7'],
    ['Participant_99_assignsubmission_onlinetext_/onlinetext.html', 'Participant', '99'],
    [
      'Le_Goff Anne_12_assignsubmission_file_/a_b_3_assignsubmission_file_.txt',
      'Le_Goff Anne',
      '12',
    ],
  ])('%s', (path, fullName, participant) => {
    expect(submissionOf(path)).toEqual({ fullName, participant })
  })

  it('is not any file', () => {
    expect(submissionOf('photos/resultat.txt')).toBeUndefined()
  })
})
