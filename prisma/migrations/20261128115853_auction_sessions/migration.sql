-- CreateTable
CREATE TABLE "auction_session" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "venue_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auction_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auction_session_lot" (
    "auction_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "auction_session_lot_pkey" PRIMARY KEY ("auction_id")
);

-- CreateTable
CREATE TABLE "auction_reminder" (
    "id" UUID NOT NULL,
    "auction_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auction_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "auction_session_created_at_id_idx" ON "auction_session"("created_at", "id");

-- CreateIndex
CREATE INDEX "auction_session_venue_id_idx" ON "auction_session"("venue_id");

-- CreateIndex
CREATE UNIQUE INDEX "auction_session_lot_session_id_position_key" ON "auction_session_lot"("session_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "auction_reminder_auction_id_person_id_key" ON "auction_reminder"("auction_id", "person_id");

-- AddForeignKey
ALTER TABLE "auction_session_lot" ADD CONSTRAINT "auction_session_lot_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "auction_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auction_session_lot" ADD CONSTRAINT "auction_session_lot_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auction_reminder" ADD CONSTRAINT "auction_reminder_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
