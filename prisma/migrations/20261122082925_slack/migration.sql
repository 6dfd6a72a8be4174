-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "chosen" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "Installation" (
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("platform","externalId")
);

-- CreateTable
CREATE TABLE "Turn" (
    "key" TEXT NOT NULL,
    "next" BIGINT NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Door_tenantId_platform_idx" ON "Door"("tenantId", "platform");
