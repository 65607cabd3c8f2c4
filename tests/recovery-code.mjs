/**
 * The recovery code, one list a room: what saves a choice, finds it again, reads a backup and puts a new version in
 * use. `npm run coverage` and `npm run mutation` hold it to more than the rest.
 */
export const recoveryCode = [
  'src/core/{chain,run}',
  'src/core/backup/{backup-file,canonical,changes,import-plan,join-runs,pack-door,shapes,table-rules}',
  'src/data/{backup,db,erase,keep,last-backup,marker,mirror,patient-factory,raw-tables,rescue,runs,storage,tabs,trouble}',
  'src/stores/{rescue,sitting}',
  'src/pwa/{build,missing-part,reload,updates}',
]

/** The same for what its screens know: their tests play whole modules, too slow for one fault after the other. */
export const recoveryOnScreen = ['src/stores/{backup,current-run,returned}']
