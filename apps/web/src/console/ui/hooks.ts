export { useDebouncedCallback, useLocalStorage, useMediaQuery } from '@mantine/hooks'
