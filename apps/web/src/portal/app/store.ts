export { type Store, store, storeName } from '../../lib/store.ts'
