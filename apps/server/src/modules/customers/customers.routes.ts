import {
  conflict,
  customerChanges,
  customerDetail,
  customerDetailQuery,
  customerFacets,
  customerFacetsQuery,
  customerListQuery,
  customerPage,
  customerParams,
  newCustomer,
} from '@crm/contract'
import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { actorOf } from '../../platform/http/principal.ts'
import type { App } from '../../platform/http/server.ts'
import { tellAllFaults } from '../../platform/http/tell-all-faults.ts'
import { changeCustomer } from './change-customer.ts'
import { checkEmailIsFree, createCustomer, type Invite } from './create-customer.ts'
import { getCustomer } from './customers.queries.ts'
import { listCustomers } from './list-customers.ts'
import { listFacets } from './list-facets.ts'
import { restoreCustomer, trashCustomer } from './trash-customer.ts'

export type CustomersRoutesOptions = { publicOrigin: string; invite: Invite }

export function customersRoutes(app: App, db: Db, { publicOrigin, invite }: CustomersRoutesOptions): void {
  const path = '/api/customers/admin/customers/'
  /** The address of a list under our own name, whatever host the request line spells out. */
  const pageUrl = (requested: string) => {
    const url = new URL(path, publicOrigin)
    url.search = requested.split('?')[1] ?? ''
    return url.href
  }

  app.get(
    path,
    {
      config: { permission: 'customers:read' },
      schema: {
        summary: 'List, search and filter customers',
        querystring: customerListQuery,
        response: { 200: customerPage },
      },
    },
    (request) => listCustomers(db, request.query, pageUrl(request.url)),
  )
  app.post(
    path,
    {
      config: { permission: 'customers:write' },
      schema: {
        summary: 'Add a customer',
        description: 'Without a password: the person claims the account by the link that is mailed.',
        body: newCustomer,
        response: { 201: customerDetail },
      },
      ...tellAllFaults(newCustomer, ({ email }) => checkEmailIsFree(db, email)),
    },
    async (request, reply) => {
      reply.code(201)
      return createCustomer(db, actorOf(request), request.body, invite)
    },
  )
  app.get(
    `${path}facets/`,
    {
      config: { permission: 'customers:read' },
      schema: {
        summary: 'How many customers each filter would show',
        querystring: customerFacetsQuery,
        response: { 200: customerFacets },
      },
    },
    ({ query }) => listFacets(db, query),
  )
  app.get(
    `${path}:id/`,
    {
      config: { permission: 'customers:read' },
      schema: {
        summary: 'One customer',
        params: customerParams,
        querystring: customerDetailQuery,
        response: { 200: customerDetail },
      },
    },
    ({ params, query }) => getCustomer(db, params.id, query),
  )
  app.patch(
    `${path}:id/`,
    {
      config: { permission: 'customers:write' },
      schema: {
        summary: 'Correct a customer',
        params: customerParams,
        body: customerChanges,
        response: { 200: customerDetail, 409: conflict },
      },
      ...tellAllFaults(customerChanges, ({ email }, { params }) =>
        checkEmailIsFree(db, email, { except: (params as { id: string }).id }),
      ),
    },
    (request) => changeCustomer(db, actorOf(request), request.params.id, request.body),
  )
  app.delete(
    `${path}:id/`,
    {
      config: { permission: 'customers:manage' },
      schema: {
        summary: 'Put a customer in the trash for 30 days',
        params: customerParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await trashCustomer(db, actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${path}:id/restoration/`,
    {
      config: { permission: 'customers:manage' },
      schema: {
        summary: 'Take a customer out of the trash',
        params: customerParams,
        response: { 200: customerDetail, 409: conflict },
      },
    },
    (request) => restoreCustomer(db, actorOf(request), request.params.id),
  )
}
