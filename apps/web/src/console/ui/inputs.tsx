export { Checkbox, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
