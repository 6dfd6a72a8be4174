-- CreateTable
CREATE TABLE "Year" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "year" INTEGER NOT NULL,
    "shifts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "publishedBy" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "doneUntil" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Year_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Gathering" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "sharedWith" JSONB NOT NULL,
    "milestone" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "capacity" INTEGER,
    "audience" JSONB NOT NULL,
    "recruits" BOOLEAN NOT NULL,
    "inviteFrom" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "done" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Gathering_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "gatheringId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "came" BOOLEAN,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "PairMeeting" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "pairId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "saidBy" TEXT,
    "saidAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "PairMeeting_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Pass" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "opens" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Pass_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateIndex
CREATE INDEX "Gathering_tenantId_startsAt_idx" ON "Gathering"("tenantId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Gathering_tenantId_cohortId_milestone_part_key" ON "Gathering"("tenantId", "cohortId", "milestone", "part");

-- CreateIndex
CREATE INDEX "Invitation_tenantId_personId_idx" ON "Invitation"("tenantId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tenantId_gatheringId_personId_key" ON "Invitation"("tenantId", "gatheringId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "PairMeeting_tenantId_pairId_number_key" ON "PairMeeting"("tenantId", "pairId", "number");

-- CreateIndex
CREATE INDEX "Pass_tenantId_personId_idx" ON "Pass"("tenantId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Pass_code_key" ON "Pass"("code");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_tenantId_personId_fkey" FOREIGN KEY ("tenantId", "personId") REFERENCES "Person"("tenantId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_tenantId_gatheringId_fkey" FOREIGN KEY ("tenantId", "gatheringId") REFERENCES "Gathering"("tenantId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Pass" ADD CONSTRAINT "Pass_tenantId_personId_fkey" FOREIGN KEY ("tenantId", "personId") REFERENCES "Person"("tenantId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
