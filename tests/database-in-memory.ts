// Node has no IndexedDB. As a file of the project, and not by its name alone, a copy of the project finds it too.
import 'fake-indexeddb/auto'
