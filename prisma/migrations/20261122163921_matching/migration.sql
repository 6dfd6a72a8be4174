-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "runId" TEXT;

-- CreateTable
CREATE TABLE "Weighing" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Weighing_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "MatchRun" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "weighing" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "pairs" JSONB NOT NULL,
    "stages" JSONB NOT NULL,
    "proved" BOOLEAN NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "MatchRun_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "MatchStep" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "MatchStep_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Circle" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "score" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Circle_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Weighing_tenantId_programmeId_number_key" ON "Weighing"("tenantId", "programmeId", "number");

-- CreateIndex
CREATE INDEX "MatchRun_tenantId_cohortId_kind_idx" ON "MatchRun"("tenantId", "cohortId", "kind");

-- CreateIndex
CREATE INDEX "MatchStep_tenantId_cohortId_idx" ON "MatchStep"("tenantId", "cohortId");

-- CreateIndex
CREATE INDEX "Circle_tenantId_cohortId_idx" ON "Circle"("tenantId", "cohortId");
