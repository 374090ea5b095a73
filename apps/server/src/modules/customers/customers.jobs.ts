import type { JobName } from '@crm/contract'
import type { JobHandler } from '../../platform/jobs/worker.ts'
import type { Pictures } from './pictures/change-picture.ts'
import { removeStrayPictures } from './pictures/remove-stray-pictures.ts'

type CustomersJob = Extract<JobName, 'remove-stray-pictures'>

export const customersJobs = ({ db, storage }: Pictures): Record<CustomersJob, JobHandler> => ({
  'remove-stray-pictures': async () => {
    await removeStrayPictures(db, storage)
  },
})
