export { useDebouncedCallback, useDebouncedValue, useLocalStorage } from '@mantine/hooks'
