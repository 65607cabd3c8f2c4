/** One submitted file, as its path in the zip that Moodle gives names it. */
export interface Submission {
  /** The pupil's name as Moodle writes it; it stays on the teacher's device. */
  fullName: string
  /** Moodle's number for the submission; its grading worksheet calls it « Participant 123 ». */
  participant: string
}

/**
 * Reads the folder of a submission: `Nom Prénom_123_assignsubmission_file_/resultat.txt`, or without the folder
 * when the teacher did not ask for folders: `Nom Prénom_123_assignsubmission_file_resultat.txt`; `onlinetext` for a
 * pasted text (Moodle, mod/assign/locallib.php, download_submissions).
 */
export function submissionOf(path: string): Submission | undefined {
  const found = /(?:^|\/)([^/]+?)_(\d+)_assignsubmission_(?:file|onlinetext)_/.exec(path)
  const [, fullName, participant] = found ?? []
  return fullName && participant ? { fullName, participant } : undefined
}
