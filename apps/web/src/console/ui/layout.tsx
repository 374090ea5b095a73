export { Group, Paper, Skeleton, Stack } from '@mantine/core'
