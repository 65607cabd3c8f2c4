import { assignmentSigns } from '../data/assignment-sign'

/** Says whether this device has an assignment, without opening the database: the first screen asks. */
export function hasAssignments(): boolean {
  return assignmentSigns().length > 0
}
