import flags from '../../data/account-flags.json' with { type: 'json' }
import people from '../../data/example-people.json' with { type: 'json' }
import { type Dice, hex, mix } from './dice.ts'
import { popularNumber, popularPlace } from './numbers.ts'

/** How many programs and how many models of USB devices are popular, the first of them most. */
export const programs = 400
export const usbProducts = 400

/** Programs that many people have open, the most usual first. */
const everyday =
  `chrome.exe msedge.exe explorer.exe zoom.exe slack.exe code.exe ms-teams.exe onedrive.exe
  outlook.exe excel.exe winword.exe firefox.exe discord.exe whatsapp.exe spotify.exe telegram.exe
  acrobat.exe notepad++.exe figma.exe python.exe node.exe git.exe photoshop.exe postman.exe idea64.exe
  dropbox.exe pycharm64.exe obs64.exe vlc.exe filezilla.exe putty.exe winscp.exe brave.exe opera.exe
  notion.exe obsidian.exe illustrator.exe blender.exe studio64.exe dbeaver.exe`.split(/\s+/)

/** Ids and strings of devices that are on many desks. */
const desk = [
  '046d:c52b / Logitech / USB Receiver',
  '413c:2113 / Dell / Dell KB216 Wired Keyboard',
  '0bda:8153 / Realtek / USB 10/100/1000 LAN',
  '046d:c077 / Logitech / USB Optical Mouse',
  '0781:5581 / SanDisk / Ultra',
  '0951:1666 / Kingston / DataTraveler 3.0',
]

const { remote_access, keep_awake, kvm } = flags.marks
const texts = (known: { readonly values: readonly { readonly value: string }[] }) =>
  known.values.map(({ value }) => value)

/** Tools that reports on remote workers name, and that many people have for reasons of their own. */
const tools = [...texts(remote_access), ...texts(keep_awake)]
const kvms = texts(kvm)

/** How far down the popular tools and KVMs stand: of those who tell, one in 14 has a tool, one in 50 a KVM. */
const firstTool = 150
const firstKvm = 90

const words = (text: string): readonly string[] => text.split(' ')
const makers = words(people.companies)
const streets = words(people.streets).map((word) => word.toLowerCase())

const at = <Each>(list: readonly Each[], hash: number): Each => list[hash % list.length] as Each

const named = (hash: number): string => `${at(streets, hash)}${at(streets, hash >>> 8)}`

/** A program: a popular one by its place, a tool that is known to everyone, or one that somebody wrote. */
export const programText = (seed: number, number: number): string => {
  const hash = mix(seed, 131, number)
  const place = popularPlace(number)
  if (place === undefined) return `${named(hash)}-${hex(mix(seed, 132, number))}.exe`
  return everyday[place] ?? tools[place - firstTool] ?? `${named(hash)}.exe`
}

/** A USB device: a popular one tells its model alone, any other its serial number too. */
export const usbText = (seed: number, number: number): string => {
  const hash = mix(seed, 133, number)
  const place = popularPlace(number)
  if (place === undefined) return `${at(desk, hash)} / ${hex(mix(seed, 134, number)).toUpperCase()}`
  const ids = `${hex(hash).slice(0, 4)}:${hex(hash).slice(4)}`
  return desk[place] ?? kvms[place - firstKvm] ?? `${ids} / ${at(makers, hash)} / Model ${place}`
}

/** The tool for remote access that a company, or the helper at a laptop farm, has put on its machines. */
export const toolOf = (dice: Dice): number =>
  popularNumber(firstTool + dice.below(remote_access.values.length))

/** A model of which a company buys many. */
export const productOf = (dice: Dice): number => popularNumber(dice.popular(usbProducts))

/** The model of network KVM by which the laptops of a house are driven. */
export const kvmOf = (dice: Dice): number => popularNumber(firstKvm + dice.below(kvms.length))
