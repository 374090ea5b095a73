import { cameroonian, congolese } from './central-africa.ts'
import type { Community } from './community.ts'
import { barbadian, windwardIslander } from './eastern-caribbean.ts'
import { eritrean, ethiopian, hornMuslim, inGeezScript, oromo } from './ethiopia-eritrea.ts'
import { ivorian, senegalese } from './francophone-west-africa.ts'
import { akan, ewe, ga } from './ghana.ts'
import { rwandan, tanzanian, ugandan } from './great-lakes.ts'
import { haitian } from './haiti.ts'
import { jamaican } from './jamaica.ts'
import { kalenjin, kikuyu, luo, swahili } from './kenya.ts'
import { neighbours } from './neighbours.ts'
import { edoAndUrhobo, efikAndIbibio, hausa, igbo, yoruba } from './nigeria.ts'
import { portugueseSpeaking } from './portuguese-speaking.ts'
import { somali, somaliSpelling, southSudanese, sudanese } from './somalia-sudan.ts'
import { southAfrican, zimbabwean } from './southern-africa.ts'
import { spanishCaribbean } from './spanish-caribbean.ts'
import { guyanese, indoCaribbean, trinidadian } from './trinidad-guyana.ts'

/** The store's clientele: each community as often as its weight says, ready to pick from. */
export const clientele: readonly Community[] = [
  ...[
    yoruba,
    igbo,
    hausa,
    edoAndUrhobo,
    efikAndIbibio,
    akan,
    ewe,
    ga,
    senegalese,
    ivorian,
    cameroonian,
    congolese,
  ],
  ...[
    kikuyu,
    luo,
    kalenjin,
    swahili,
    ugandan,
    tanzanian,
    rwandan,
    ethiopian,
    eritrean,
    hornMuslim,
    oromo,
    inGeezScript,
  ],
  ...[somali, somaliSpelling, sudanese, southSudanese, zimbabwean, southAfrican],
  ...[jamaican, trinidadian, indoCaribbean, guyanese, barbadian, windwardIslander, haitian, spanishCaribbean],
  ...[portugueseSpeaking, neighbours],
].flatMap((community) => Array<Community>(community.weight).fill(community))
