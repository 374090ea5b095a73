import { type ReactNode, useEffect, useRef } from 'react'
import { storeName } from '../../lib/store.ts'

let isFirstPage = true

/** The one heading of a page. It names the document, and a new page takes the focus here so that it is read out. */
export function PageTitle({ children, title }: { children: ReactNode; title?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const text = title ?? (typeof children === 'string' ? children : '')
  useEffect(() => {
    document.title = text ? `${text} · ${storeName()}` : storeName()
  }, [text])
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className="page-title">
      {children}
    </h1>
  )
}
