export { writeStore } from './change-store.ts'
export { rememberStore } from './remember-store.ts'
export { getStore, getStoreId, lockStore, markSetUp } from './store.queries.ts'
export { storeRoutes } from './store.routes.ts'
