-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Organisation" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Door" (
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,

    CONSTRAINT "Door_pkey" PRIMARY KEY ("platform","externalId")
);

-- CreateTable
CREATE TABLE "Person" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Account" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "conversation" TEXT,
    "reachable" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "programmeId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "signup" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "target" INTEGER NOT NULL,
    "channel" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "profile" TEXT NOT NULL,
    "noticeVersion" INTEGER NOT NULL,
    "noticeReadAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "MatchRule" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "menteeId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "MatchRule_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "menteeId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "publishedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Pair" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "menteeId" TEXT NOT NULL,
    "mentorId" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "rhythmDays" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "lastMetOn" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Pair_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "pairId" TEXT,
    "visibility" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" TEXT,
    "progress" INTEGER NOT NULL,
    "notes" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Checkin" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "pairId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "sinceOn" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "asked" JSONB NOT NULL,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Checkin_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "BusyPeriod" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "BusyPeriod_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "formId" TEXT,
    "personId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "outcome" TEXT NOT NULL,
    "reply" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Message" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "conversation" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "ref" TEXT,
    "fault" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Timer" (
    "tenantId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("tenantId","rule","subject")
);

-- CreateTable
CREATE TABLE "WebPost" (
    "tenantId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "conversation" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebPost_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Person_tenantId_email_idx" ON "Person"("tenantId", "email");

-- CreateIndex
CREATE INDEX "Account_tenantId_personId_idx" ON "Account"("tenantId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_tenantId_platform_externalId_key" ON "Account"("tenantId", "platform", "externalId");

-- CreateIndex
CREATE INDEX "Grant_tenantId_personId_idx" ON "Grant"("tenantId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_tenantId_programmeId_personId_role_key" ON "Grant"("tenantId", "programmeId", "personId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_tenantId_programmeId_name_key" ON "Cohort"("tenantId", "programmeId", "name");

-- CreateIndex
CREATE INDEX "Participation_tenantId_personId_idx" ON "Participation"("tenantId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_tenantId_cohortId_personId_key" ON "Participation"("tenantId", "cohortId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchRule_tenantId_cohortId_menteeId_mentorId_key" ON "MatchRule"("tenantId", "cohortId", "menteeId", "mentorId");

-- CreateIndex
CREATE INDEX "Proposal_tenantId_cohortId_state_idx" ON "Proposal"("tenantId", "cohortId", "state");

-- CreateIndex
CREATE INDEX "Proposal_tenantId_menteeId_idx" ON "Proposal"("tenantId", "menteeId");

-- CreateIndex
CREATE INDEX "Proposal_tenantId_mentorId_idx" ON "Proposal"("tenantId", "mentorId");

-- CreateIndex
CREATE INDEX "Pair_tenantId_cohortId_idx" ON "Pair"("tenantId", "cohortId");

-- CreateIndex
CREATE INDEX "Pair_tenantId_menteeId_idx" ON "Pair"("tenantId", "menteeId");

-- CreateIndex
CREATE INDEX "Pair_tenantId_mentorId_idx" ON "Pair"("tenantId", "mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "Pair_tenantId_proposalId_key" ON "Pair"("tenantId", "proposalId");

-- CreateIndex
CREATE INDEX "Goal_tenantId_personId_idx" ON "Goal"("tenantId", "personId");

-- CreateIndex
CREATE INDEX "Goal_tenantId_pairId_idx" ON "Goal"("tenantId", "pairId");

-- CreateIndex
CREATE INDEX "Checkin_tenantId_state_idx" ON "Checkin"("tenantId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Checkin_tenantId_pairId_number_key" ON "Checkin"("tenantId", "pairId", "number");

-- CreateIndex
CREATE INDEX "BusyPeriod_tenantId_personId_idx" ON "BusyPeriod"("tenantId", "personId");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Event_tenantId_formId_key" ON "Event"("tenantId", "formId");

-- CreateIndex
CREATE INDEX "Message_state_notBefore_idx" ON "Message"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Message_tenantId_conversation_seq_idx" ON "Message"("tenantId", "conversation", "seq");

-- CreateIndex
CREATE INDEX "Message_tenantId_topic_idx" ON "Message"("tenantId", "topic");

-- CreateIndex
CREATE INDEX "Timer_dueAt_idx" ON "Timer"("dueAt");

-- CreateIndex
CREATE INDEX "WebPost_tenantId_conversation_seq_idx" ON "WebPost"("tenantId", "conversation", "seq");
