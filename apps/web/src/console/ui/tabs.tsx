import './tabs.css'

export { Tabs } from '@mantine/core'
