// The time zones that a form offers.

/** One city for each time that people keep, few enough to read through. */
const ZONES: readonly string[] = [
  'Europe/Stockholm',
  'Europe/Madrid',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Rome',
  'Europe/Warsaw',
  'Europe/Oslo',
  'Europe/Copenhagen',
  'Europe/Helsinki',
  'Europe/Athens',
  'Europe/Kyiv',
  'Europe/Istanbul',
  'Atlantic/Canary',
  'Atlantic/Reykjavik',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/Bogota',
  'America/Lima',
  'America/Caracas',
  'America/Santiago',
  'America/Argentina/Buenos_Aires',
  'America/Montevideo',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Africa/Lagos',
  'Africa/Nairobi',
  'Africa/Johannesburg',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** The person's own zone is always among them. */
export function zonesFor(own: string): readonly string[] {
  return ZONES.includes(own) ? ZONES : [own, ...ZONES];
}

/** `America/Argentina/Buenos_Aires` as people would say it: "Buenos Aires (America)". */
export function zoneName(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/');
  return parts.length > 1 ? `${parts.at(-1)} (${parts[0]})` : zone;
}
