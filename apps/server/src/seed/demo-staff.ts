import { demoCustomer } from './demo-customer.ts'

/** Those who run the store; staff are customers too. */
export const demoStaff = [
  // Owns the store; may do everything.
  demoCustomer({
    id: '017ce0c0-bc60-7ff3-8673-efd42e115877',
    email: 'folake.owner@example.com',
    first_name: 'Fọlákẹ́',
    last_name: 'Ògúnbánjọ',
    role: 'owner',
    phone_number: '+14165550101',
    street_address: '1468 Eglinton Avenue West',
    city: 'Toronto',
    postal_code: 'M6C 2G7',
    preferred_language: 'yo',
    date_joined: '2021-11-02T13:05:00.000Z',
    last_login: '2026-10-31T12:40:00.000Z',
  }),
  // Manages people, campaigns and the catalogue; may not change roles.
  demoCustomer({
    id: '017d23f8-1280-7cf0-9322-caaae231ce0c',
    email: 'kwabena.manager@example.com',
    first_name: 'Kwabena',
    last_name: 'Boateng',
    role: 'manager',
    phone_number: '+16475550102',
    street_address: '2045 Jane Street',
    city: 'North York',
    postal_code: 'M3M 1A7',
    date_joined: '2021-11-15T14:20:00.000Z',
    last_login: '2026-10-31T13:55:00.000Z',
  }),
  // Stands at the till; sees what a till needs.
  demoCustomer({
    id: '0187fbe0-6580-7ec1-8989-aceab9048bc7',
    email: 'shauna-kay.cashier@example.com',
    first_name: 'Shauna-Kay',
    last_name: 'Reid',
    role: 'cashier',
    phone_number: '+14375550103',
    street_address: '31 Vaughan Road',
    city: 'Toronto',
    postal_code: 'M6G 2N1',
    date_joined: '2023-05-08T15:00:00.000Z',
    last_login: '2026-10-31T14:02:00.000Z',
  }),
  // Writes campaigns and promotions.
  demoCustomer({
    id: '018fde8f-89e0-762b-82f8-6cf730a4b39a',
    email: 'andre.marketer@example.com',
    first_name: 'Andre',
    last_name: 'Alleyne',
    role: 'marketer',
    phone_number: '+12895550105',
    street_address: '75 Liverpool Road',
    city: 'Pickering',
    postal_code: 'L1W 3K2',
    date_joined: '2024-06-03T14:45:00.000Z',
    last_login: '2026-10-30T16:05:00.000Z',
  }),
  // Reads everything, changes nothing.
  demoCustomer({
    id: '018dc233-ef40-78f8-9d5b-dcd8ba540ba0',
    email: 'rahel.auditor@example.com',
    first_name: 'Rahel',
    last_name: 'Tesfaye',
    role: 'auditor',
    phone_number: '+14165550104',
    street_address: '901 Danforth Avenue',
    city: 'Toronto',
    postal_code: 'M4J 1L9',
    date_joined: '2024-02-19T16:30:00.000Z',
    last_login: '2026-10-15T18:10:00.000Z',
  }),
]
