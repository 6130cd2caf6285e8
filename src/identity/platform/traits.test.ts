import { expect, test } from 'vitest'
import type { ListedValue } from '../../model/index.ts'
import { traits } from './platform.ts'
import { traitTeller } from './traits.ts'

const listed = (kind: string, value: string, known: ListedValue['known']): ListedValue => ({
  kind,
  value,
  known,
  name: '',
  place: 'line:1',
})

const teller = traitTeller([
  listed('network', '203.0.113.0/24', 'hosting'),
  listed('network', '203.0.113.7', 'vpn'),
  listed('network', '2001:db8::/32', 'mobile'),
  listed('mail_domain', 'quick.example', 'disposable'),
  listed('payout', 'A.B+c@googlemail.com', 'intermediary'),
  listed('ip', '203.0.113.9', 'intermediary'),
  listed('process', 'own-tool.exe', 'remote_access'),
])

test.each([
  ['ip', '203.0.113.1', 'hosting'],
  ['ip', '203.0.113.7', 'vpn'],
  ['ip', '203.0.113.9', 'intermediary'],
  ['ip', '2001:db8::9', 'mobile'],
  ['ip', '198.51.100.1', 'none'],
  ['email', 'a@quick.example', 'disposable'],
  ['recovery_email', 'a@sub.quick.example', 'disposable'],
  ['email', 'a@slow.example', 'none'],
  ['phone', '+827012345678', 'voip'],
  ['phone', '+8613800138000', 'mobile'],
  ['phone', '+442079460000', 'none'],
  ['payout', 'ab@gmail.com', 'intermediary'],
  ['email', 'ab@gmail.com', 'none'],
  ['device', '203.0.113.7', 'none'],
  ['process', 'C:\\Program Files\\AnyDesk\\AnyDesk.exe', 'known_tool'],
  ['process', 'mousejiggler.exe', 'known_tool'],
  ['process', 'own-tool.exe', 'known_tool'],
  ['process', 'chrome.exe', 'none'],
  ['usb', '1d6b:0104 / PiKVM / Composite KVM Device / CAFEBABE', 'known_tool'],
  ['usb', '046d:c52b / Logitech / USB Receiver', 'model'],
  ['usb', '0bda:8153 / Realtek / USB 10/100/1000 LAN', 'model'],
  ['usb', 'VID_046D&PID_C52B', 'model'],
  ['usb', '0781:5581 / SanDisk / Ultra / 4C530001', 'none'],
  ['usb', 'USB\\VID_046D&PID_C52B\\4C530001', 'none'],
  ['fingerprint', 'anydesk.exe', 'none'],
])('of %s %s is known: %s', (kind, key, trait) => {
  expect(traits[teller(kind, key)]).toBe(trait)
})
