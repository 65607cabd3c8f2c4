import { useCurrentRun } from './current-run'
import { useHistory } from './history'

/**
 * A page that comes back from the browser's back/forward cache shows what it knew when it was left; another tab may
 * have played on since. What it shows of the runs is read again; what is half written in a field stays.
 */
export function readRunsAgain(): void {
  const { run, open } = useCurrentRun()
  if (run) void open({ module: run.scenario, run: run.id })
  void useHistory().load()
}
