/** A strip of woven cloth, as wide as it is given room for. */
export const Woven = () => <div className="woven" aria-hidden="true" />
