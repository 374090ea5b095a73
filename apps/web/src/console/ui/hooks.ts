export { useDebouncedCallback, useDebouncedValue, useLocalStorage, useMediaQuery } from '@mantine/hooks'
