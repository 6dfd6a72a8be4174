// Tokens and messages go to Microsoft's hosts alone, however cleverly another address is written (F17).

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import { MICROSOFT_CLOUD, mayWriteTo } from '../../../../adapters/teams/send/hosts.ts';
import { tokenSource } from '../../../../adapters/teams/send/token.ts';
import { answering, type FaultySlack, faultySlack } from '../../slack/send/faulty-slack.ts';
import { diary, PROOF, settingsOf, watch } from './support.ts';

const GOOD = [
  'https://smba.trafficmanager.net/teams/',
  'https://smba.trafficmanager.net/emea/2f3c1a9e-0f6b-4a3e-9d0c-4d8e6a1b2c3d/',
  'https://smba.trafficmanager.net',
  'https://SMBA.TrafficManager.net/amer/',
  'https://smba.infra.gcc.teams.microsoft.com/teams',
  'https://smba.onyx.prod.teams.trafficmanager.net/',
];

/** `PORT` is one where somebody listens. */
const BAD: Readonly<Record<string, string>> = {
  'no TLS': 'http://smba.trafficmanager.net/teams/',
  'another scheme': 'ftp://smba.trafficmanager.net/',
  'a file': 'file:///etc/passwd',
  'no scheme': '//smba.trafficmanager.net/teams/',
  'a name for a user': 'https://smba.trafficmanager.net@127.0.0.1:PORT/',
  'a name and a password': 'https://smba.trafficmanager.net:443@127.0.0.1:PORT/teams/',
  'a user before the right host': 'https://anna@smba.trafficmanager.net/teams/',
  'a backslash before an @': 'https://smba.trafficmanager.net\\@127.0.0.1:PORT/',
  'backslashes for slashes': 'https:\\\\smba.trafficmanager.net\\teams',
  'a longer name': 'https://smba.trafficmanager.net.example.org/teams/',
  'a name before it': 'https://evilsmba.trafficmanager.net/',
  'somebody else under the same roof': 'https://attacker.trafficmanager.net/',
  'a name below it': 'https://a.smba.trafficmanager.net/',
  'the roof itself': 'https://trafficmanager.net/',
  'a dot at the end': 'https://smba.trafficmanager.net./teams/',
  'two dots': 'https://smba..trafficmanager.net/teams/',
  'a port': 'https://smba.trafficmanager.net:PORT/teams/',
  'the usual port': 'https://smba.trafficmanager.net:443/teams/',
  'another letter that looks the same': 'https://smbа.trafficmanager.net/teams/',
  'wide letters': 'https://ｓｍｂａ.trafficmanager.net/teams/',
  'a dot of another script': 'https://smba。trafficmanager.net/teams/',
  'the same in Punycode': 'https://xn--smb-7cd.trafficmanager.net/teams/',
  'a soft hyphen': 'https://smba.traffic\u00admanager.net/teams/',
  'a line break': 'https://smba.trafficmanager.net\n.example.org/',
  'a tab': 'https://smba.traffic\tmanager.net/',
  'a space before': ' https://smba.trafficmanager.net/',
  'a percent sign': 'https://smba.trafficmanager.net%2f@127.0.0.1:PORT/',
  'a query': 'https://smba.trafficmanager.net/?x=',
  'a fragment': 'https://smba.trafficmanager.net/teams#@127.0.0.1:PORT/',
  'this computer': 'http://127.0.0.1:PORT/',
  'this computer by name': 'http://localhost:PORT/',
  'this computer in fewer numbers': 'http://127.1:PORT/',
  'this computer as one number': 'http://2130706433:PORT/',
  'this computer in hexadecimals': 'http://0x7f000001:PORT/',
  'this computer in octals': 'http://0177.0.0.1:PORT/',
  'this computer in IPv6': 'http://[::1]:PORT/',
  'this computer, mapped': 'http://[::ffff:127.0.0.1]:PORT/',
  'all addresses of this computer': 'http://0.0.0.0:PORT/',
  'the metadata of a cloud': 'http://169.254.169.254/metadata/instance',
  'a private address': 'https://10.0.0.5/teams/',
  nothing: '',
};

describe('whom Teams’ messages may go to (F17)', () => {
  it.each(GOOD)('Microsoft: %s', (url) => {
    expect(mayWriteTo(url, MICROSOFT_CLOUD)).toBe(true);
  });

  describe('nobody else, and nobody is asked for a token', () => {
    let trap: FaultySlack;
    beforeEach(async () => {
      trap = await faultySlack(answering(200, '{"id":"1"}'));
    });
    afterEach(() => trap.close());

    it.each(Object.entries(BAD))('%s: %s', async (_, written) => {
      const { log } = diary();
      const url = written.replaceAll('PORT', String(trap.port));
      const settings = settingsOf({ credential: PROOF, loginUrl: `http://127.0.0.1:${trap.port}`, hosts: MICROSOFT_CLOUD.serviceHosts });
      const calls = teamsCalls({ settings, token: tokenSource(settings, { clock: watch(), log }), clock: watch(), log });
      const to = { serviceUrl: url, conversation: 'a:1' };
      const asked = [calls.post(to, {}), calls.update(to, '1', {}), calls.member(to, '29:1'), calls.create({ serviceUrl: url, tenant: 't', user: '29:1' })];
      for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: false, error: 'forbidden-host', delivery: { outcome: 'never' } });
      expect(trap.requests).toEqual([]);
    });
  });

  it('this computer, with any port and without TLS, where the settings name it', () => {
    const local = settingsOf({ hosts: ['127.0.0.1', 'localhost', '[::1]'] }).cloud;
    for (const url of ['http://127.0.0.1:56150/_connector', 'http://localhost:3978/', 'https://localhost/', 'http://[::1]:80/x/']) {
      expect(mayWriteTo(url, local)).toBe(true);
    }
    for (const url of ['http://127.1:80/', 'http://2130706433/', 'http://0.0.0.0/', 'http://localhost:99999/', 'http://a@localhost/', 'http://localhost./']) {
      expect(mayWriteTo(url, local)).toBe(false);
    }
  });

  it('names below one that the settings give with a star', () => {
    const { cloud } = settingsOf({ hosts: ['*.Example.org', '10.0.0.5', '*.0.5'] });
    const may = (host: string) => mayWriteTo(`https://${host}/`, cloud);
    expect(['a.example.org', 'A.B.example.org'].map(may)).toEqual([true, true]);
    expect(['example.org', '.example.org', 'evilexample.org', 'a.example.org.evil.net', '-.example.org', '10.0.0.5', 'a.10.0.0.5'].some(may)).toBe(false);
    expect(mayWriteTo('http://a.example.org/', cloud)).toBe(false);
  });

  it('of whatever is let through, every reader finds the same host', () => {
    const parts = [
      'https://',
      'http://',
      'smba.trafficmanager.net',
      'trafficmanager',
      '.',
      '@',
      ':',
      '/',
      '\\',
      '#',
      '?',
      '%2e',
      '[::1]',
      '127.0.0.1',
      'Ⓐ',
      '\t',
      '443',
    ];
    const urls = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 3 })), { maxLength: 6 }).map((some) => some.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          urls,
          urls.map((tail) => `https://smba.trafficmanager.net${tail}`),
        ),
        (url) => {
          if (!mayWriteTo(url, MICROSOFT_CLOUD)) return;
          const { protocol, hostname, port, username, password, search, hash } = new URL(`${url.replace(/\/+$/, '')}/v3/conversations`);
          expect([protocol, hostname, port, username, password, search, hash]).toEqual(['https:', 'smba.trafficmanager.net', '', '', '', '', '']);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
