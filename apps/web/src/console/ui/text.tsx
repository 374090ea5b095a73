export { Alert, Badge, Kbd, Text, VisuallyHidden } from '@mantine/core'
