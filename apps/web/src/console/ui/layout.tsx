export { Box, Divider, Group, Paper, Skeleton, Stack } from '@mantine/core'
