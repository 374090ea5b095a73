import { DashboardPage } from '../features/dashboard/dashboard-page.tsx'
import { later } from '../ui/later.tsx'

/** As tall as what comes, so that nothing moves when it does. */
const waiting = <div className="skeleton" style={{ blockSize: '18rem' }} aria-busy="true" />
const News = later(async () => (await import('./news.tsx')).News, waiting)

/** The first room: the card, the numbers and what is new, which may come a moment later. */
export const HomePage = () => <DashboardPage news={<News />} />
