import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type A<Kit> = Kit & Omit<ComponentPropsWithRef<'a'>, keyof Kit>

/** A link to a page of the console. */
export const TextLink = createLink((props: A<AnchorProps>) => <Anchor {...props} />)

/** A link that looks like a button: for going somewhere, not for doing something. */
export const ButtonLink = createLink((props: A<ButtonProps>) => <Button component="a" {...props} />)
