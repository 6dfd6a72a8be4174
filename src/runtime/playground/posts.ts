// What a chat service would keep: the playground's posts, sealed like everything that people write.

import type { Secrets } from '../../ports.ts';
import type { Post, PostStore } from '../../playground.ts';
import { instantOf } from '../../time.ts';
import type { PrismaClient, WebPost } from '../store/generated/client.ts';

export function postsOf(prisma: PrismaClient, secrets: Secrets, tenantId: string): PostStore {
  const purpose = `${tenantId}:WebPost.html`;
  const postOf = (row: WebPost): Post => ({ id: row.id, conversation: row.conversation, html: secrets.open(row.html, purpose), at: instantOf(row.at) });
  const keyOf = (id: string) => ({ tenantId_id: { tenantId, id } });

  return {
    async add({ id, conversation, html, at }) {
      const sealed = secrets.seal(html, purpose);
      // The same message posted again, by a process that did not know that it had arrived, is the same post.
      await prisma.webPost.upsert({ where: keyOf(id), create: { tenantId, id, conversation, html: sealed, at: new Date(at) }, update: { html: sealed } });
    },
    async replace(id, html, at) {
      await prisma.webPost.updateMany({ where: { tenantId, id }, data: { html: secrets.seal(html, purpose), editedAt: new Date(at) } });
    },
    async list(conversation, limit) {
      const rows = await prisma.webPost.findMany({ where: { tenantId, conversation }, orderBy: { seq: 'desc' }, take: limit });
      return rows.reverse().map(postOf);
    },
    async find(id) {
      const row = await prisma.webPost.findUnique({ where: keyOf(id) });
      return row && postOf(row);
    },
  };
}
