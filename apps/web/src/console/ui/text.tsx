export { Alert, Kbd, Text, VisuallyHidden } from '@mantine/core'
