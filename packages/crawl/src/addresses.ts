import { BlockList, isIP, isIPv6 } from 'node:net'

/** Networks that no public site lives in. IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo) is refused whole: no public site needs it. */
const closed = new BlockList()
const closedNetworks: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
const closedNetworks6: readonly string[] = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:2::/48',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]
for (const network of closedNetworks) closed.addSubnet(...parts(network), 'ipv4')
for (const network of closedNetworks6) closed.addSubnet(...parts(network), 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function parts(network: string): [string, number] {
  const [address = '', bits = ''] = network.split('/')
  return [address, Number(bits)]
}

/** Does a public site live at this address (`203.0.114.1`, `2a00::1`)? What is no address is none. */
export function isPublicAddress(address: string): boolean {
  const plain = withoutZone(address)
  if (isIP(plain) === 0 || isMapped(plain)) return false
  return !closed.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/** Is it this machine? `host` as a URL has it: `127.0.0.1`, `[::1]`, `localhost`. */
export function isLoopback(host: string): boolean {
  const plain = withoutZone(host.replace(/^\[|\]$/g, ''))
  if (plain === 'localhost') return true
  if (isIP(plain) === 0 || isMapped(plain)) return false
  return loopback.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/** `::ffff:10.0.0.1`: a list that holds IPv4 networks would look into it, and let public ones through. */
function isMapped(address: string): boolean {
  return isIPv6(address) && (URL.parse(`http://[${address}]`)?.hostname ?? '').startsWith('[::ffff:')
}

function withoutZone(address: string): string {
  return address.replace(/%.{0,40}$/, '')
}

/** Why no request goes to this URL; null where one may. `allowed` are hosts with their ports that the rule is waived for: "127.0.0.1:4711". */
export function refusedAddress(url: URL, allowed: ReadonlySet<string>): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} is neither http nor https`
  if (url.username !== '' || url.password !== '') return 'it carries a name or a password'
  if (allowed.has(hostAndPort(url))) return null
  if (url.port !== '') return `port ${url.port} is neither 80 nor 443`
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) return `${literal} is no public address`
  if (isLoopback(literal) || literal.endsWith('.localhost')) return `${literal} is this machine`
  return null
}

/** "www.amblethorpe.example:443" */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}
